import Documents
import Foundation
import TestSupport
import Testing

/// `padan surat`, `jelaskan`, `banding` and `aturan` on a finished run.
@Suite struct LetterTests {
  @Test func lettersAndAnnexesAppearTogether() throws {
    let files = try RunFiles.sample(voters: 3000, seed: 1602)
    #expect(try files.examine().status == 0)
    let run = files.folder + "/hasil/2026-11-21"
    let result = try Binary.run(["surat", run, "--nomor", "25", "--tanggal", "2026-11-22", "--per-kecamatan"])
    #expect(result.status == 0, "\(result.err)")
    let letters = files.scratch.names("kasus/hasil/2026-11-21/surat").filter { $0.hasSuffix(".docx") }
    #expect(letters.count > 1)
    // The case is one of the continuous update, in which there is no PPK.
    #expect(result.err.contains("PPK hanya ada pada tahapan Pemilu atau Pilkada"), "\(result.err)")
    #expect(files.scratch.names("kasus/hasil/2026-11-21/lampiran").count == letters.count)
    #expect(!files.scratch.names("kasus/hasil/2026-11-21").contains { $0.hasPrefix(".") })
    let again = try Binary.run(["surat", run])
    #expect(again.status == 2)
    #expect(again.err.contains("sudah ada"))
  }

  @Test func aChangedInputMakesNoLetter() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let name = try #require(files.scratch.names("kasus/kematian").first)
    let text = try files.scratch.read("kasus/kematian/" + name)
    try files.scratch.write(text + "\n", to: "kasus/kematian/" + name)
    let run = files.folder + "/hasil/2026-11-21"
    let changed = try Binary.run(["surat", run])
    #expect(changed.status == 2)
    #expect(changed.err == "padan: kematian/\(name) berubah sejak pemeriksaan ini; jalankan 'padan periksa' lagi.\n")
    try files.scratch.write(text, to: "kasus/kematian/" + name)
    try files.scratch.write("nama\nSITI\n", to: "kasus/kematian/tambahan.csv")
    #expect(try Binary.run(["surat", run]).err.contains("bertambah atau berkurang"))
  }

  @Test(arguments: ["temuan.csv", "rincian.jsonl" + OwnFile.suffix])
  func changedFindingsMakeNoLetter(_ changed: String) throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let path = URL(fileURLWithPath: files.folder + "/hasil/2026-11-21/" + changed)
    try Data(contentsOf: path).dropLast().write(to: path)
    let result = try Binary.run(["surat", files.folder + "/hasil/2026-11-21"])
    #expect(result.status == 2)
    #expect(result.err.contains(changed))
  }

  @Test func templatesThatAreNotThereAreSaid() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let result = try Binary.run(["surat", files.folder + "/hasil/2026-11-21", "--templat", files.scratch["tidak-ada"]])
    #expect(result.status == 2)
    #expect(result.err.hasPrefix("padan: ") && result.err.split(separator: "\n").count == 1, "\(result.err)")
    #expect(!files.scratch.names("kasus/hasil/2026-11-21").contains("surat"))
  }

  @Test func whatIsNoRunFolderIsSaid() throws {
    let scratch = try Scratch()
    for verb in [["surat", scratch.path], ["jelaskan", scratch.path, "A"], ["banding", scratch.path, scratch.path]] {
      let result = try Binary.run(verb)
      #expect(result.status == 2, "\(verb)")
      #expect(result.err.hasPrefix("padan: "), "\(result.err)")
      #expect(result.err.split(separator: "\n").count == 1)
    }
  }

  /// The bits that are shown add up to the weight.
  @Test func anExplanationAddsUp() throws {
    let files = try RunFiles.sample(voters: 1500)
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    let rows = try files.text("temuan.csv").split(separator: "\n").dropFirst()
    let duplicates = rows.filter { $0.contains(",ganda,ganda,") || $0.contains(",meninggal,kematian,") }
    #expect(!duplicates.isEmpty)
    for row in duplicates.prefix(5) {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let result = try Binary.run(["jelaskan", run, String(cells[0])])
      #expect(result.status == 0)
      let sum = try #require(result.out.firstMatch(of: #/bobot ([+-]?[0-9]+,[0-9]+) bit/#))
      let shown = try #require(Double(sum.output.1.split(separator: ",").joined(separator: ".")))
      let weight = try #require(Double(cells[5]))
      #expect(abs(shown - weight) < 0.0051, "\(cells[0]): \(shown) and \(weight)")
    }
  }

  /// `rincian.jsonl` keeps every line of bits that `temuan.jsonl` spells out.
  @Test func detailsAreKept() throws {
    let files = try RunFiles.sample(voters: 1500)
    _ = try files.examine(["--jsonl"])
    let spelled = try files.text("temuan.jsonl").split(separator: "\n").map { try JSONValue(Array($0.utf8)) }
    let details = spelled.filter { $0["baris_bukti"] != nil || $0["ditahan"] != nil }
    #expect(details.count > 20)
    for finding in [details[0], details[details.count / 2], details[details.count - 1]] + spelled.prefix(1) {
      let id = try #require(finding.text("id"))
      let result = try Binary.run(["jelaskan", files.folder + "/hasil/2026-11-21", id, "--json"])
      let told = try JSONValue(Array(result.out.utf8))
      for key in ["aturan", "nama", "penjelasan", "bukti", "ditahan"] { #expect(told.text(key) == finding.text(key)) }
      for key in ["bobot", "baris"] { #expect(told.number(key) == finding.number(key)) }
      let (a, b) = (told.items("baris_bukti"), finding.items("baris_bukti"))
      #expect(a.count == b.count)
      for (x, y) in zip(a, b) {
        #expect(x.text("bidang") == y.text("bidang") && x.text("tingkat") == y.text("tingkat"))
        #expect(x.number("m") == y.number("m") && x.number("u") == y.number("u"))
        #expect(abs((x.number("bit") ?? 0) - (y.number("bit") ?? 1)) <= 0.00005)
      }
    }
  }

  /// A run of the first versions, whose details are objects, tells the same.
  @Test func detailsOfOlderRunsAreRead() throws {
    let files = try RunFiles.sample(voters: 600)
    _ = try files.examine()
    // Nor had they what tells the persons.
    let lines = try files.details().split(separator: "\n").map {
      $0.replacing(/(?:,"[0-9a-f*.=]*")+\]$/, with: "]")
    }
    // What is held back stands behind the lines.
    let plain = lines.filter { $0.hasPrefix("[\"") && $0.hasSuffix("]]") }
    let id = String(try #require(plain.first).dropFirst(2).prefix(12))
    let verb = ["jelaskan", files.folder + "/hasil/2026-11-21", id]
    let told = try Binary.run(verb).out
    let older = lines.compactMap { line -> String? in
      if line.hasPrefix("{") { return String(line) }
      guard line.hasSuffix("]]") else { return nil }
      return "{\"id\":\(line.dropFirst().prefix(14)),\"bukti\":\(line.dropFirst(16).dropLast())}"
    }
    try FileManager.default.removeItem(atPath: OwnFile.path(files.folder + "/hasil/2026-11-21/rincian.jsonl"))
    try files.scratch.write(older.joined(separator: "\n"), to: "kasus/hasil/2026-11-21/rincian.jsonl")
    #expect(told.contains("bit"))
    #expect(try Binary.run(verb).out == told)
  }

  /// Why a finding is held back is told once, also of a run whose tables do not say so yet.
  @Test func whatHoldsAFindingBackIsToldOnce() throws {
    let files = try RunFiles.sample(voters: 4000, seed: 7)
    _ = try files.examine(["--jsonl"])
    let held = try files.text("temuan.jsonl").split(separator: "\n").map { try JSONValue(Array($0.utf8)) }
      .first { $0["ditahan"] != nil }
    let finding = try #require(held)
    let (id, reason) = (finding.text("id") ?? "", finding.text("ditahan") ?? "")
    let verb = ["jelaskan", files.folder + "/hasil/2026-11-21", id]
    let told = try Binary.run(verb).out
    #expect(told.contains("; ditahan: \(reason)") && !told.contains("Ditahan: "), "\(told)")
    let older = try files.text("temuan.csv").replacing("; ditahan: \(reason)", with: "")
    try files.scratch.write(older, to: "kasus/hasil/2026-11-21/temuan.csv")
    let toldOlder = try Binary.run(verb).out
    #expect(toldOlder.contains("Ditahan: \(reason)") && !toldOlder.contains("; ditahan: "), "\(toldOlder)")
  }

  @Test func rulesAreShown() throws {
    let list = try Binary.run(["aturan"])
    #expect(list.out.contains("di-bawah-umur"))
    let card = try Binary.run(["rules", "di-bawah-umur"])
    #expect(card.status == 0)
    #expect(card.out.contains("17 tahun"))
    let wrong = try Binary.run(["aturan", "di-bawah-umr"])
    #expect(wrong.status == 64)
    #expect(wrong.err.contains("maksudnya 'di-bawah-umur'?"))
  }
}
