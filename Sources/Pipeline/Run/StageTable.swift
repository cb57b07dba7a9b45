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

  /// Begins a row of stages that end one after another.
  func laps(_ name: String, rows: Int) -> Laps { Laps(name: name, rows: rows, meter: meter) }

  mutating func add(_ laps: Laps) { stages += laps.stages }

  /// Stages of one part of the work: each ends where the next begins.
  struct Laps {
    fileprivate var stages: [Stage] = []
    private let name: String
    private let rows: Int
    private let meter: Meter
    private var start: Double

    fileprivate init(name: String, rows: Int, meter: Meter) {
      self.name = name
      self.rows = rows
      self.meter = meter
      start = meter.now()
    }

    mutating func end(_ part: String, pairs: Int) {
      let now = meter.now()
      let stage = Stage(
        name: "\(name): \(part)", seconds: now - start, rows: rows, pairs: pairs, peakMiB: meter.peakMiB())
      stages.append(stage)
      start = now
    }
  }
}
