import Foundation
import TestSupport
import Testing

/// `make fixtures` would change nothing.
@Suite struct FixtureTests {
  @Test func theWorkedExampleIsMadeAgainByteForByte() throws {
    let scratch = try Scratch()
    let made = try Binary.run([
      "contoh", scratch["oki"], "--pemilih", "3000", "--benih", "1602", "--model", "berat",
    ])
    #expect(made.status == 0, "\(made.err)")
    let kept = Project.root + "/fixtures/oki"
    let names = try FileManager.default.subpathsOfDirectory(atPath: kept).sorted()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch["oki"]).sorted() == names)
    let changed = names.filter {
      !FileManager.default.contentsEqual(atPath: kept + "/" + $0, andPath: scratch["oki"] + "/" + $0)
    }
    #expect(
      changed.isEmpty, "make fixtures would change \(changed.count) files or folders, first \(changed.first ?? "")")
  }
}
