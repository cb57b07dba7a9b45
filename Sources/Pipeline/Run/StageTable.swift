import RollModel

/// Seconds, amounts and peak memory of each stage of a run.
struct StageTable {
  private(set) var stages: [Stage] = []
  private let meter: Meter

  init(meter: Meter) { self.meter = meter }

  /// Runs `body` as a stage, which may fill in its amounts.
  mutating func time<Result>(
    _ name: String, bytes: Int = 0, _ body: (inout Stage) throws -> Result
  ) rethrows -> Result {
    let start = meter.now()
    var stage = Stage(name: name, seconds: 0, bytes: bytes)
    let result = try body(&stage)
    stage.seconds = meter.now() - start
    stage.peakMiB = meter.peakMiB()
    stages.append(stage)
    return result
  }
}
