import Documents
import Foundation
import TestSupport
import Testing

/// Who was struck wrongly and asked back, and who is asked for again.
@Suite struct AskedBackTests {
  private static let rules: Set<String> = ["senama-dicoret", "pindah-hilang", "tms-terbantah"]

  /// Last quarter's roll becomes the earlier one, and the present one is changed.
  private static func quarter(_ loop: LoopCase, restore: Bool) throws -> [[String: String]] {
    try loop.examine("2026-11-21")
    let letter = try Binary.run([
      "surat", loop.run("2026-11-21"), "--nomor", "25", "--tanggal", "2026-11-25", "--kelas", "ms",
    ])
    try #require(letter.status == 0, "\(letter.err)")
    let asked = try loop.rows("2026-11-21").filter { rules.contains($0["aturan"] ?? "") }
    try #require(!asked.isEmpty)
    let files = FileManager.default
    try files.removeItem(atPath: loop.folder + "/daftar-sebelumnya")
    try files.copyItem(atPath: loop.folder + "/daftar-pemilih", toPath: loop.folder + "/daftar-sebelumnya")
    try loop.editRoll(asked) { _, cells in restore ? cells.merging(["SARING": ""]) { $1 } : nil }
    try loop.examine("2027-03-20")
    return asked
  }

  @Test func whoIsBackAsAskedHasNotReappeared() throws {
    let loop = try LoopCase.sample(voters: 2000, seed: 77)
    let asked = try Self.quarter(loop, restore: true)
    #expect(try loop.rows("2027-03-20").allSatisfy { $0["aturan"] != "tms-muncul-lagi" })
    let summary = try loop.files.json("ringkasan.json", run: "2027-03-20")["register"]
    #expect((summary?.number("kembali_atas_saran") ?? 0) > 0)
    let found = try Binary.run(["cari", loop.folder, asked[0]["nama"] ?? ""])
    #expect(found.out.contains("25/PM.00.02/K.SS-09/11/2026  diminta masuk atau kembali ke daftar"), "\(found.out)")
  }

  /// KPU leaves the struck rows out of its next list: nobody is on it, and the next letter says that he was asked for.
  @Test func whoIsLeftOutIsStillAskedFor() throws {
    let loop = try LoopCase.sample(voters: 2000, seed: 77)
    let asked = try Self.quarter(loop, restore: false)
    let details = try loop.rows("2027-03-20", "tindak-lanjut-rinci.csv")
    let states = Dictionary(details.map { ($0["id"] ?? "", $0["keadaan"] ?? "") }) { $1 }
    for row in asked { #expect([nil, "belum"].contains(states[row["id"] ?? ""]), "\(row["aturan"] ?? "")") }
    let again = try loop.rows("2027-03-20").filter { row in
      row["aturan"] == "belum-terdaftar"
        && asked.contains { $0["nama"] == row["nama"] && $0["tanggal_lahir"] == row["tanggal_lahir"] }
    }
    try #require(!again.isEmpty)
    #expect(again.allSatisfy { $0["surat"]?.contains("25/PM.00.02") == true })
    let letter = try Binary.run([
      "surat", loop.run("2027-03-20"), "--nomor", "30", "--tanggal", "2027-03-25", "--kelas", "ms",
    ])
    try #require(letter.status == 0, "\(letter.err)")
    let annex = try ZipReader(
      Array(Data(contentsOf: URL(filePath: loop.run("2027-03-20") + "/lampiran/lampiran-kpu-ms.xlsx"))))
    let words = (1...8).compactMap { annex["xl/worksheets/sheet\($0).xml"]?.text }.joined()
    #expect(words.contains("pernah disarankan: 25/PM.00.02/K.SS-09/11/2026 (2026-11-25)"))
  }
}
