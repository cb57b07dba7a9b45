import Documents
import Foundation
import TestSupport
import Testing

/// `padan banding` tells what is back again from what is new.
@Suite struct BackAgainTests {
  @Test func whatAnEarlierRunHadIsBack() throws {
    let loop = try LoopCase.sample(voters: 400)
    let name = try #require(loop.files.scratch.names("kasus/kematian").first)
    let list = try loop.files.scratch.read("kasus/kematian/" + name)
    try loop.examine("2026-11-21")
    func deaths(_ day: String) throws -> [String] {
      try loop.rows(day).filter { $0["aturan"] == "meninggal" }.compactMap { $0["id"] }
    }
    try loop.files.scratch.write(
      list.split(separator: "\n")[0] + "\nORANG LAIN SEKALI,,,,,,,,\n", to: "kasus/kematian/" + name)
    try loop.examine("2026-11-22")
    let still = try deaths("2026-11-22")
    let had = try deaths("2026-11-21").filter { !still.contains($0) }
    try #require(!had.isEmpty)
    try loop.files.scratch.write(list, to: "kasus/kematian/" + name)
    try loop.examine("2026-11-23")

    func compare(_ old: String, _ new: String) throws -> JSONValue {
      let result = try Binary.run(["banding", loop.run(old), loop.run(new), "--json", "--ketat"])
      #expect(result.status == 1, "\(result.err)")
      return try JSONValue(Array(result.out.utf8))
    }
    func row(_ compared: JSONValue) -> JSONValue? {
      compared.items("aturan").first { $0.text("aturan") == "meninggal" }
    }
    let gone = try compare("2026-11-21", "2026-11-22")
    #expect(row(gone)?.number("hilang") == Double(had.count) && gone.number("jumlah_muncul_lagi") == 0)
    let back = try compare("2026-11-22", "2026-11-23")
    #expect(row(back)?.number("muncul_lagi") == Double(had.count) && row(back)?.number("baru") == 0)
    let ids = back.items("muncul_lagi").compactMap { if case .string(let id) = $0 { id } else { nil } }
    #expect(Set(had).isSubset(of: ids))
    let words = try Binary.run(["banding", loop.run("2026-11-22"), loop.run("2026-11-23"), "--rinci"]).out
    #expect(words.contains("* \(had[0])  meninggal"), "\(words)")
    // Without the run that had them nobody can tell.
    try FileManager.default.removeItem(atPath: loop.run("2026-11-21"))
    #expect(row(try compare("2026-11-22", "2026-11-23"))?.number("baru") == Double(had.count))
  }
}
