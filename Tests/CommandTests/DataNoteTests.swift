import Documents
import Foundation
import TestSupport
import Testing

/// Notes of data stand in a file of their own, and every verb that reads a run covers both.
@Suite struct DataNoteTests {
  private func run(_ options: [String] = []) throws -> (scratch: Scratch, out: String) {
    let scratch = try Scratch()
    let made = try Binary.run(["contoh", scratch["kasus"], "--pemilih", "800", "--benih", "5"])
    try #require(made.status == 0, "\(made.err)")
    let result = try Binary.run(["periksa", scratch["kasus"], "--keluaran", scratch["hasil"]] + options)
    try #require(result.status == 0, "\(result.err)")
    return (scratch, result.out)
  }

  private func rows(_ scratch: Scratch, _ name: String) throws -> [[String]] {
    try scratch.read("hasil/" + name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func notesAreNoFindings() throws {
    let (scratch, out) = try run()
    let notes = try rows(scratch, "catatan-data.csv")
    #expect(
      notes[0] == ["id", "aturan", "berkas", "baris", "kode_desa", "kecamatan", "desa", "tps", "bidang", "catatan"])
    let ids = Set(notes.dropFirst().map { $0[0] })
    #expect(ids.count == notes.count - 1 && ids.count > 50)
    #expect(notes.dropFirst().allSatisfy { !$0[1].isEmpty && $0[2].hasPrefix("daftar-pemilih/") && !$0[8].isEmpty })
    let findings = try rows(scratch, "temuan.csv").dropFirst()
    #expect(findings.allSatisfy { $0[1] != "nik-beda-tanggal-lahir" && !ids.contains($0[0]) })
    #expect(out.contains("Catatan data di catatan-data.csv: \(ids.count)"))
    // The areas' counts add up to the notes: every voter of the sample has an area.
    let areas = try rows(scratch, "wilayah.csv")
    let column = try #require(areas[0].firstIndex(of: "catatan_data"))
    #expect(areas.filter { $0[0] == "kabupaten" }.map { $0[column] } == ["\(ids.count)"])
    #expect(areas.filter { $0[0] == "tps" }.compactMap { Int($0[column]) }.reduce(0, +) == ids.count)
  }

  /// By rule and desa they are counted in a file of their own, and on the page; `--semua-di-temuan` changes no count.
  @Test func countsByRuleAndDesa() throws {
    let (apart, _) = try run()
    let counted = try rows(apart, "catatan-wilayah.csv")
    #expect(counted[0] == ["aturan", "kode_desa", "kecamatan", "desa", "jumlah"])
    var slow: [[String]: Int] = [:]
    for note in try rows(apart, "catatan-data.csv").dropFirst() {
      slow[[note[1], note[4], note[5], note[6]], default: 0] += 1
    }
    #expect(counted.count == slow.count + 1)
    for row in counted.dropFirst() { #expect(slow[Array(row[..<4])] == Int(row[4]), "\(row)") }
    #expect(try apart.read("hasil/laporan.html").contains("Catatan data menurut desa dan aturan"))
    let (together, _) = try run(["--semua-di-temuan"])
    #expect(try rows(together, "catatan-wilayah.csv") == counted)
    let told = try [apart, together].map { scratch in
      let summary = try JSONValue(Array(try scratch.read("hasil/ringkasan.json").utf8))
      return summary["temuan"]?.number("catatan_data")
    }
    #expect(told[0] == told[1] && (told[0] ?? 0) > 50)
    #expect(try apart.read("hasil/laporan.html").contains("<span>catatan data (catatan-data.csv)"))
    #expect(try together.read("hasil/laporan.html").contains("<span>catatan data (temuan.csv)"))
  }

  /// The option puts them back, with the ids that they had.
  @Test func theyCanStandAmongFindings() throws {
    let (apart, _) = try run()
    let (together, _) = try run(["--semua-di-temuan"])
    let parted =
      try rows(apart, "temuan.csv").dropFirst().map { $0[0] }
      + rows(apart, "catatan-data.csv").dropFirst().map { $0[0] }
    #expect(try Set(rows(together, "temuan.csv").dropFirst().map { $0[0] }) == Set(parted))
    #expect(try rows(together, "catatan-data.csv").count == 1)
    let same = try Binary.run(["banding", apart["hasil"], together["hasil"], "--ketat"])
    #expect(same.status == 0, "\(same.out)")
    // Scores are of both files.
    for scratch in [apart, together] {
      let score = try Binary.run(["nilai", scratch["hasil"], scratch["kasus/kunci.csv"]])
      let line = score.out.split(separator: "\n").first { $0.contains("rt-rw-kosong") && $0.contains("semua") }
      #expect(line?.contains("1,0000") == true, "\(score.out)")
    }
  }

  /// Notes that cannot be read are not notes that are not there.
  @Test func damagedNotesAreToldOf() throws {
    let (scratch, _) = try run()
    let note = try rows(scratch, "catatan-data.csv")[1]
    try scratch.write("rusak\n", to: "hasil/catatan-data.csv")
    for words in [
      ["banding", scratch["hasil"], scratch["hasil"]], ["jelaskan", scratch["hasil"], note[0]],
      ["nilai", scratch["hasil"], scratch["kasus/kunci.csv"]],
    ] {
      let result = try Binary.run(words)
      #expect(result.status == 2 && result.err.contains("catatan-data.csv"), "\(words[0]): \(result.err)")
      #expect(result.err.split(separator: "\n").count == 1, "\(words[0]): \(result.err)")
    }
    // A run of an earlier version has no such file.
    try FileManager.default.removeItem(atPath: scratch["hasil/catatan-data.csv"])
    #expect(try Binary.run(["banding", scratch["hasil"], scratch["hasil"]]).status == 0)
  }

  @Test func oneNoteIsExplained() throws {
    let (scratch, _) = try run()
    let note = try rows(scratch, "catatan-data.csv")[1]
    let words = try Binary.run(["jelaskan", scratch["hasil"], note[0]])
    #expect(
      words.status == 0 && words.out.contains(note[1]) && words.out.contains(note[2]), "\(words.out) \(words.err)")
    let json = try Binary.run(["jelaskan", scratch["hasil"], note[0], "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: String]
    #expect(object?["aturan"] == note[1] && object?["bidang"] == note[8])
  }
}
