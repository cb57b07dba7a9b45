import Foundation
import Pipeline
import RollModel
import SampleRolls

/// What rules find at neighbouring thresholds on a made-up roll that anybody can make again.
enum MeasuredThresholds {
  static let command = "padan contoh DIR --pemilih \(voters)"
  private static let voters = 20_000

  /// Makes the case in a folder that is gone afterwards, and examines it.
  static func counts() throws -> [NeighbouringThresholds] {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("padan-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let usual = try ContohCommand.parse([scratch.path + "/kasus", "--pemilih", "\(voters)"])
    guard let sample = usual.sample else { return [] }
    _ = try sample.write(to: scratch.path + "/kasus")
    guard let day = CalendarDay(iso: usual.referenceDay) else { return [] }
    let run = Run(
      try CaseFolder.open(scratch.path + "/kasus"),
      options: Run.Options(day: day, output: scratch.path + "/hasil", threads: Terminal.processors),
      meter: Meter(now: Terminal.now, peakMiB: Terminal.peakMiB))
    return try run.execute().thresholds
  }
}
