import Foundation
import RollModel

@testable import Readers

/// A case folder with the files that a test writes into it; gone when the test ends.
final class CaseOnDisk {
  let root: URL
  private(set) var sources: [Source] = []

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("readers-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Writes a file and lists it as a source of `role`.
  @discardableResult
  func add(_ name: String, _ role: Role, _ bytes: [UInt8]) throws -> Int {
    let url = root.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    sources.append(Source(path: url.path, name: name, role: role))
    return sources.count - 1
  }

  @discardableResult
  func add(_ name: String, _ role: Role, _ text: String) throws -> Int { try add(name, role, Array(text.utf8)) }

  /// Changes what the case says about a source.
  func set(_ index: Int, _ change: (inout Source) -> Void) { change(&sources[index]) }

  func read(threads: Int = 2, _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> CaseData {
    var options = ReadingOptions(threads: threads, kabupaten: AreaCode(number: 1_602_000_000))
    change(&options)
    return try CaseReader(options: options).read(sources)
  }
}

extension Roll {
  /// One row in words, for comparisons that numbers of words must not disturb.
  func describe(_ row: Int) -> String {
    let voter = self[row]
    let c = columns
    return [
      voter.nik.description, voter.nkk.description, voter.coreName, voter.birth.description,
      lexicon.places[Int(c.place[row])], lexicon.addresses[Int(c.address[row])], voter.area.code.description,
      voter.area.kecamatan, voter.area.desa, "\(voter.rt)/\(voter.rw)/\(voter.tps)", String(voter.codes.bits),
      voter.event.description, voter.evidence,
    ].joined(separator: "|")
  }

  var descriptions: [String] { (0..<count).map(describe) }
}
