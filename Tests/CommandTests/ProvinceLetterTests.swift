import Documents
import Foundation
import TestSupport
import Testing

/// `padan surat` on the case of a province.
@Suite struct ProvinceLetterTests {
  private static func write(_ province: ProvinceCase, _ more: [String]) throws -> Binary.Result {
    try Binary.run(["surat", province.run, "--tanggal", "2026-11-22"] + more)
  }

  /// One letter a kabupaten, numbered one after another; each holds what stands in its kabupaten, no more and no less.
  @Test func lettersHoldExactlyTheirFindings() throws {
    let province = try ProvinceCase()
    let result = try Self.write(province, ["--per-kabupaten", "--nomor", "025", "--petugas", "Sari"])
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains("Kabupaten Muara Enim"))
    let events = try province.files.scratch.read("kasus/register.jsonl").split(separator: "\n")
      .map { try JSONValue(Array($0.utf8)) }.filter { $0.text("jenis") == "surat" }
    #expect(events.count == 5)
    let contents = events.compactMap { $0["isi"] }
    #expect(
      contents.map { $0.text("penerima") ?? "" } == [
        "KPU Kabupaten Ogan Komering Ulu", "KPU Kabupaten Ogan Komering Ilir", "KPU Kabupaten Muara Enim",
        "KPU Kabupaten Lahat", "KPU Kabupaten Musi Rawas",
      ])
    #expect(contents.map { $0.text("nomor")?.prefix(4) ?? "" } == ["025/", "026/", "027/", "028/", "029/"])
    let findings = Dictionary(try province.findings().map { ($0["id"] ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    var inAll: Set<String> = []
    for (code, event) in zip(ProvinceCase.codes, events) {
      let ids = Set(event.items("temuan").compactMap { if case .string(let id) = $0 { id } else { nil } })
      #expect(!ids.isEmpty && inAll.isDisjoint(with: ids))
      inAll.formUnion(ids)
      for id in ids {
        let finding = findings[id] ?? [:]
        // Who is to be put on the roll stands on a list of the kabupaten that he left.
        if finding["aturan"] != "pindah-masuk-belum" { #expect(finding.kabupaten == code, "\(finding)") }
      }
      let across = findings.values.filter {
        $0["aturan"] == "ganda-antar-kabupaten" && $0.kabupaten == code && $0.isProposed
      }
      #expect(!across.isEmpty && across.allSatisfy { ids.contains($0["id"] ?? "") })
      let names = province.files.scratch.names("kasus/hasil/2026-11-21/lampiran").filter { $0.contains(code) }
      let annex = try ProvinceCase.sheets(province.run + "/lampiran/" + (names.first ?? ""))
      #expect(names.count == 1 && annex.contains("Ganda antar-kabupaten"))
      for id in ids { #expect(annex.contains(id)) }
      for finding in findings.values where !ids.contains(finding["id"] ?? "") {
        #expect(!annex.contains(">\(finding["id"] ?? "")<"))
      }
    }
    let proposed = findings.values.filter { $0["kategori"] == "ganda" && $0.isProposed && $0["kode_tms"] == "2" }
    #expect(proposed.allSatisfy { inAll.contains($0["id"] ?? "") })
  }

  @Test func choicesOfAProvinceAreSaid() throws {
    let province = try ProvinceCase(voters: 1500)
    for (choice, words) in [
      ([], "--per-kabupaten"), (["--kabupaten", "Palembang"], "yang ada: 1601"),
      (["--per-kabupaten", "--nomor", "5/x"], "--nomor harus bilangan"),
    ] {
      let result = try Self.write(province, choice)
      #expect(result.status == 2 && result.err.contains(words), "\(choice): \(result.err)")
      #expect(!province.files.scratch.names("kasus/hasil/2026-11-21").contains("surat"))
    }
    let one = try Self.write(province, ["--kabupaten", "Kab. Lahat", "--konsep"])
    #expect(one.status == 0, "\(one.err)")
    #expect(
      province.files.scratch.names("kasus/hasil/2026-11-21/lampiran") == ["lampiran-kpu-1604-lahat-konsep.xlsx"])
    let kabupaten = try RunFiles.sample()
    _ = try kabupaten.examine()
    let plain = try Binary.run(["surat", kabupaten.folder + "/hasil/2026-11-21", "--per-kabupaten"])
    #expect(plain.status == 2 && plain.err.contains("satu kabupaten"))
  }

  /// Who moved to another kabupaten of the province is to be put on the roll there: that office's letter says so.
  @Test func anArrivalIsAskedOfTheOfficeOfTheNewPlace() throws {
    let header = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,kecamatan,desa,tps,keterangan\n"
    func voters(_ code: String, _ area: String) -> String {
      (1...30).map { number in
        let day = 10 + number % 18
        return
          "\(code)\(day)017500\(10 + number),\(["AGUS", "BUDI"][number % 2]) NOMOR\(number),1975-01-\(day),L,\(area),1,\n"
      }.joined()
    }
    let files = try RunFiles.written([
      "padan.yaml": "wilayah: \"16\"\npemilihan: { tanggal_acuan: 2026-11-21 }\n",
      "daftar-pemilih/1602/a.csv": header + voters("160205", "1602052001,KAYU AGUNG,SUKAJADI")
        + "1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,KAYU AGUNG,SUKAJADI,1,4\n"
        + "1602051407700004,BURHANUDDIN,1970-07-14,L,1602052001,KAYU AGUNG,SUKAJADI,1,\n",
      "daftar-pemilih/1603/b.csv": header + voters("160301", "1603012001,GELUMBANG,SUKAJADI"),
      "pindah/1602/pindah.csv":
        "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,tujuan,sumber\n"
        + "1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,1603012001,SKPWNI\n"
        + "1602051407700004,BURHANUDDIN,1970-07-14,L,1602052001,1603012001,SKPWNI\n",
    ])
    let run = try files.examine()
    #expect(run.status == 0, "\(run.err)")
    let findings = ProvinceCase.rows(try files.text("temuan.csv"))
    let arrived = findings.filter { $0["aturan"] == "pindah-masuk-belum" }
    // The other still stands where he left: gone out of the kabupaten, not to another desa of it.
    let left = findings.filter { $0["aturan"] == "pindah-domisili" }
    #expect(arrived.map { $0["nama"] } == ["HENDRA LESMANA"] && left.map { $0["nama"] } == ["BURHANUDDIN"])
    #expect(!findings.contains { $0["aturan"] == "pindah-antar-desa" })
    let folder = files.folder + "/hasil/2026-11-21"
    let letters = try Binary.run(["surat", folder, "--per-kabupaten", "--konsep", "--tanggal", "2026-11-22"])
    #expect(letters.status == 0, "\(letters.err)")
    let new = try ProvinceCase.sheets(folder + "/lampiran/lampiran-kpu-1603-muara-enim-konsep.xlsx")
    let old = try ProvinceCase.sheets(folder + "/lampiran/lampiran-kpu-1602-ogan-komering-ilir-konsep.xlsx")
    #expect(new.contains(arrived[0]["id"] ?? "-") && new.contains("GELUMBANG") && !new.contains("KAYU AGUNG"))
    #expect(!old.contains(arrived[0]["id"] ?? "") && old.contains(left[0]["id"] ?? "-"))
  }

  /// Who refuses one half of a pair says that it is no pair: the other half waits too, until it is said to hold itself.
  @Test func aRefusedHalfHoldsTheOther() throws {
    let province = try ProvinceCase()
    let all = try province.findings().filter { $0["aturan"] == "ganda-antar-kabupaten" && $0.isProposed }
    let half = try #require(
      all.first { one in all.filter { ProvinceCase.pair($0) == ProvinceCase.pair(one) }.count == 2 })
    let other = try #require(
      all.first { ProvinceCase.pair($0) == ProvinceCase.pair(half) && $0["id"] != half["id"] })
    let (own, id) = (half["id"] ?? "", other["id"] ?? "")
    func decide(_ id: String, _ word: String) throws {
      try province.files.scratch.write(LoopCase.decisions([id], word), to: "keputusan-\(word).csv")
      let result = try Binary.run([
        "putuskan", province.run, province.files.scratch["keputusan-\(word).csv"], "--petugas", "SARI",
      ])
      try #require(result.status == 0, "\(result.err)")
    }
    func annexes(_ choice: [String]) throws -> (told: Binary.Result, ids: [String], letter: String) {
      let told = try Self.write(province, ["--per-kabupaten", "--konsep"] + choice)
      let names = province.files.scratch.names("kasus/hasil/2026-11-21/lampiran").filter { $0.hasSuffix(".xlsx") }
      let ids = try names.flatMap { try LetterFile.rows(province.run + "/lampiran/" + $0) }.map { $0.cells[15] }
      let letter = province.files.scratch.names("kasus/hasil/2026-11-21/surat").first {
        $0.contains(other.kabupaten) && $0.hasSuffix(".docx")
      }
      let words = try letter.map { try LetterFile.text(province.run + "/surat/" + $0) } ?? ""
      for folder in ["surat", "lampiran"] { try FileManager.default.removeItem(atPath: province.run + "/" + folder) }
      return (told, ids, words)
    }
    let before = try annexes([])
    #expect(before.ids.contains(own) && before.ids.contains(id))
    try decide(own, "tolak")
    let held = try annexes([])
    #expect(!held.ids.contains(own) && !held.ids.contains(id))
    #expect(held.told.out.contains("pasangannya ditolak atau belum diputuskan 1"), "\(held.told.out)")
    try decide(id, "sah")
    let decided = try annexes([])
    #expect(!decided.ids.contains(own) && decided.ids.contains(id))
    // That one is not asked of the other office as well.
    let counts = try #require(
      decided.letter.firstMatch(of: #/Sebanyak ([0-9]+) data ganda antar-kabupaten [^;.]*; ([0-9]+) di antaranya/#))
    #expect(Int(counts.output.2) == Int(counts.output.1).map { $0 - 1 }, "\(counts.output)")
  }

  /// A person on two rolls is settled when either row is gone: done by the office whose row it was, and the other has
  /// nothing left to do.
  @Test func oneRowGoneIsTheDeedOfItsOffice() throws {
    let province = try ProvinceCase()
    let scratch = province.files.scratch
    #expect(try Self.write(province, ["--per-kabupaten", "--nomor", "1"]).status == 0)
    let pair = try #require(
      try province.findings().first {
        $0["aturan"] == "ganda-antar-kabupaten" && $0["keyakinan"] == "pasti" && $0.isProposed
      })
    let path = "kasus/" + (pair["berkas"] ?? "")
    let line = Int(pair["baris"] ?? "") ?? 0
    var lines = try scratch.read(path).split(separator: "\n", omittingEmptySubsequences: false)
    lines.remove(at: line - 1)
    try scratch.write(lines.joined(separator: "\n"), to: path)
    let again = try Binary.run(["periksa", province.files.folder, "--tanggal", "2026-11-29"])
    #expect(again.status == 0, "\(again.err)")
    let lines2 = ProvinceCase.rows(try scratch.read("kasus/hasil/2026-11-29/tindak-lanjut.csv"))
    let done = lines2.filter { $0["ditindaklanjuti"] != "0" }
    #expect(done.map { $0["ditindaklanjuti"] } == ["1"], "\(done)")
    let detailed = ProvinceCase.rows(try scratch.read("kasus/hasil/2026-11-29/tindak-lanjut-rinci.csv"))
    let settled = detailed.filter { $0["sebab"]?.hasPrefix("baris orang itu di kabupaten lain sudah keluar") == true }
    #expect(settled.count == 1 && settled[0]["surat"] != done.first?["surat"], "\(settled)")
    #expect(settled.first?["keadaan"] == "tidak dapat dinilai")
  }
}
