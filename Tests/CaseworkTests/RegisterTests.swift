import Casework
import Documents
import Foundation
import TestSupport
import Testing

/// The register holds what was put into it, and tells of everything that is not.
@Suite struct RegisterTests {
  static let stamp = RegisterStamp(time: "2026-11-24T09:00:00+07:00", officer: "RINA")
  static let secret = KeyedHash(0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

  static func event(_ id: String, _ words: String = "sah") -> RegisterEvent {
    RegisterEvent(
      .decision, by: stamp, findings: [id], content: [.init("keputusan", words)],
      source: .init(file: "keputusan.csv", sha256: String(repeating: "a", count: 64), row: 2))
  }

  static func open(_ path: String) throws(RegisterFault) -> RegisterFile {
    try RegisterFile(path, stamp: stamp, secret: secret)
  }

  /// A register with a first line and these findings' decisions.
  static func written(_ scratch: Scratch, _ ids: [String]) throws -> String {
    let path = scratch["register.jsonl"]
    let file = try open(path)
    for id in ids { try file.append([event(id)]) }
    return path
  }

  /// Adds a decision; returns where a torn line went. The register is let go before it is read again.
  private static func appending(_ id: String, to path: String, holding count: Int) throws -> String? {
    let file = try open(path)
    #expect(file.register.events.count == count)
    try file.append([event(id)])
    return file.setAside
  }

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  @Test func theHashIsThatOfItsAuthors() {
    // Appendix A of the paper and the authors' own table, key 00 01 … 0f.
    #expect(Self.secret.of([UInt64]()) == 0x726f_db47_dd0e_0e31)
    #expect(Self.secret.of([0x0706_0504_0302_0100]) == 0x93f5_f579_9a93_2462)
    #expect(Self.secret.of(texts: ["ab", "c"]) != Self.secret.of(texts: ["a", "bc"]))
  }

  @Test func whatWasWrittenIsRead() throws {
    let scratch = try Scratch()
    let path = try Self.written(scratch, ["A", "B"])
    let register = try #require(try Register.read(path))
    #expect(register.events.map(\.kind) == [.opening, .decision, .decision])
    #expect(register.events.map(\.number) == [1, 2, 3])
    #expect(register.events[2].findings == ["B"])
    #expect(register.events[2].text("keputusan") == "sah")
    #expect(register.events[2].source?.row == 2)
    let lines = try scratch.read("register.jsonl").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].contains("\"sebelum\":\"\(SHA256Text.of(Array(lines[0].utf8)))\""))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try Register.read(scratch["tidak-ada.jsonl"]) == nil)
  }

  /// Every byte, changed in its lowest bit, to a line end, and to a blank.
  @Test func everyChangedByteIsFoundOnItsLine() throws {
    let scratch = try Scratch()
    let path = try Self.written(scratch, ["A", "B"])
    let whole = try Self.bytes(path)
    var line = 1
    for place in whole.indices {
      for changed in [whole[place] ^ 1, 10, 32] where changed != whole[place] {
        var bytes = whole
        bytes[place] = changed
        try scratch.write(bytes, to: "lain.jsonl")
        let fault = RegisterFault.changed(scratch["lain.jsonl"], line: line)
        #expect(throws: fault, "byte \(place)") { try Register.read(scratch["lain.jsonl"]) }
        #expect(throws: fault, "byte \(place)") { _ = try Self.open(scratch["lain.jsonl"]) }
        #expect(try Self.bytes(scratch["lain.jsonl"]) == bytes, "nothing is written to a changed register")
      }
      if whole[place] == 10 { line += 1 }
    }
    #expect(line == 4)
  }

  /// Cut at every byte, it keeps its whole lines and puts the rest beside.
  @Test func aTornLastLineIsSetAside() throws {
    let scratch = try Scratch()
    let whole = try Self.bytes(try Self.written(scratch, ["A", "B"]))
    let ends = whole.indices.filter { whole[$0] == 10 }
    for length in (ends[0] + 1)..<whole.count {
      let place = try Scratch()
      try place.write(Array(whole[..<length]), to: "register.jsonl")
      let path = place["register.jsonl"]
      // A line that lacks nothing but its end is whole.
      let kept = ends.filter { $0 <= length }.count
      let torn = length - min(length, ends[kept - 1] + 1)
      #expect(try Register.read(path)?.tornBytes == torn)
      let beside = try Self.appending("C", to: path, holding: kept)
      #expect((beside == nil) == (torn == 0))
      if let beside { #expect(try Self.bytes(beside) == Array(whole[(length - torn)..<length])) }
      let read = try #require(try Register.read(path))
      #expect(read.events.count == kept + 1)
      #expect(read.events.last?.findings == ["C"])
      #expect(read.tornBytes == 0)
    }
  }

  @Test func linesThatWereTakenOutOrMovedAreFound() throws {
    let scratch = try Scratch()
    _ = try Self.written(scratch, ["A", "B", "C"])
    let lines = try scratch.read("register.jsonl").split(separator: "\n").map { $0 + "\n" }
    try scratch.write([lines[0], lines[2], lines[3]].joined(), to: "tanpa.jsonl")
    #expect(throws: RegisterFault.changed(scratch["tanpa.jsonl"], line: 2)) {
      try Register.read(scratch["tanpa.jsonl"])
    }
    try scratch.write([lines[0], lines[2], lines[1], lines[3]].joined(), to: "tukar.jsonl")
    #expect(throws: RegisterFault.changed(scratch["tukar.jsonl"], line: 2)) {
      try Register.read(scratch["tukar.jsonl"])
    }
    try scratch.write((lines + [lines[3]]).joined(), to: "dua.jsonl")
    #expect(throws: RegisterFault.changed(scratch["dua.jsonl"], line: 5)) { try Register.read(scratch["dua.jsonl"]) }
  }

  @Test func aLinkIsNoRegister() throws {
    let scratch = try Scratch()
    let path = try Self.written(scratch, ["A"])
    try FileManager.default.createSymbolicLink(atPath: scratch["tautan.jsonl"], withDestinationPath: path)
    #expect(throws: RegisterFault.self) { _ = try Self.open(scratch["tautan.jsonl"]) }
    #expect(throws: RegisterFault.self) { try Register.read(scratch["tautan.jsonl"]) }
  }

  /// Threads that write at once lose nothing: each takes the register for itself.
  @Test func writersWaitForEachOther() throws {
    let scratch = try Scratch()
    let path = scratch["register.jsonl"]
    let group = DispatchGroup()
    for writer in 0..<4 {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        for turn in 0..<8 {
          guard let file = try? Self.open(path) else { continue }
          // Long enough for another to come in, were the door open.
          usleep(2000)
          try? file.append([Self.event("W\(writer)-\(turn)")])
        }
      }
    }
    group.wait()
    let register = try #require(try Register.read(path))
    #expect(register.events.count == 33)
    #expect(Set(register.events.flatMap(\.findings)).count == 32)
  }
}
