import Documents
import Foundation
import TestSupport
import Testing

/// `padan surat` with kinds, classes, choices of rows and decisions, by the built binary.
@Suite struct LetterKindTests {
  private static func finished(voters: Int = 1500, plan: String = "") throws -> RunFiles {
    let files = try RunFiles.sample(voters: voters, seed: 1602)
    if !plan.isEmpty {
      try files.scratch.write(try files.scratch.read("kasus/padan.yaml") + plan, to: "kasus/padan.yaml")
    }
    try #require(try files.examine().status == 0)
    return files
  }

  private static func write(_ files: RunFiles, _ more: [String]) throws -> Binary.Result {
    try Binary.run(["surat", files.folder + "/hasil/2026-11-21", "--tanggal", "2026-11-22"] + more)
  }

  /// Each kind and each choice has files of its own; the same again overwrites nothing.
  @Test func lettersStandBesideOneAnother() throws {
    let files = try Self.finished()
    let choices = [
      [], ["--jenis", "imbauan"], ["--jenis", "form-a", "--petugas", "Rina"], ["--kelas", "ms"],
      ["--kelas", "tms", "--keyakinan", "pasti"], ["--konsep"], ["--kelas", "ms", "--konsep"],
    ]
    for choice in choices {
      let result = try Self.write(files, choice)
      #expect(result.status == 0, "\(choice): \(result.err)")
    }
    let run = "kasus/hasil/2026-11-21/"
    let before = try RunFiles.contents(of: files.scratch[run + "surat"])
    #expect(before.keys.filter { $0.hasSuffix(".docx") }.count == choices.count)
    #expect(before.keys.filter { $0.hasSuffix(".manifest.json") }.count == choices.count)
    #expect(files.scratch.names(run + "lampiran").count == choices.count - 1, "an appeal has no annex")
    for choice in choices {
      let again = try Self.write(files, choice)
      #expect(again.status == 2 && again.err.contains("sudah ada"), "\(choice)")
    }
    #expect(try RunFiles.contents(of: files.scratch[run + "surat"]) == before)
    #expect(!files.scratch.names(run).contains { $0.hasPrefix(".") })
  }

  @Test func wrongChoicesAreSaid() throws {
    let files = try Self.finished(voters: 400)
    for (choice, status, words) in [
      (["--kelas", "xyz"], Int32(64), "kelas harus tms, ms, atau ubah"),
      (["--jenis", "surat"], 64, "jenis harus salah satu dari"),
      (["--keyakinan", "perlu-verifikasi"], 64, "diputuskan sah"),
      (["--kecamatan", "Tidak Ada"], 2, "Kecamatan 'Tidak Ada' tidak ada di hasil ini; yang ada:"),
      (["--jenis", "penarikan"], 2, "Register kasus tidak memuat penarikan"),
      (["--temuan", "AAAA"], 2, "Tidak satu pun id"),
    ] {
      let result = try Self.write(files, choice)
      #expect(result.status == status, "\(choice): \(result.err)")
      #expect(result.err.contains(words), "\(choice): \(result.err)")
      #expect(!files.scratch.names("kasus/hasil/2026-11-21").contains("surat"))
    }
  }

  @Test(arguments: [
    ("2026-11-20", "2026-12-02", "terlambat: Sidalih dikunci pada 2026-11-20, 2 hari sebelumnya"),
    ("2026-11-30", "2026-11-22", "sama harinya dengan rapat pleno"),
    ("2026-11-30", "2026-11-24", "Tinggal 2 hari"), ("2026-11-30", "2026-12-02", ""),
  ])
  func lateLettersAreWarnedOf(_ lock: String, _ plenary: String, _ words: String) throws {
    let files = try Self.finished(
      voters: 400, plan: "\njadwal: { triwulan: \"IV Tahun 2026\", pleno: \(plenary), kunci_sidalih: \(lock) }\n")
    let result = try Self.write(files, [])
    #expect(result.status == 0)
    #expect(words.isEmpty ? result.err.isEmpty : result.err.contains(words), "\(result.err)")
  }

  /// Withdrawals that the register tells of need no id on the command line.
  @Test func theRegisterNamesWhatIsWithdrawn() throws {
    let files = try Self.finished()
    let rows = try files.text("temuan.csv").split(separator: "\n").filter { $0.contains(",meninggal,") }
    let id = try #require(rows.first?.split(separator: ",").first.map(String.init))
    #expect(try Self.write(files, []).status == 0)
    let taken = try Binary.run([
      "putuskan", files.scratch["kasus/hasil/2026-11-21"], "--batal", id, "--alasan", "orangnya hidup", "--petugas",
      "RINA",
    ])
    #expect(taken.status == 0, "\(taken.err)")
    let result = try Self.write(files, ["--jenis", "penarikan", "--alasan", "orangnya hidup"])
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains("penarikan-kpu-1-temuan-\(id.lowercased()).docx"), "\(result.out)")
  }

  /// The column `keputusan`: tolak keeps out, sah lets in from perlu-verifikasi.
  @Test func decisionsOfTheRunAreKept() throws {
    let files = try Self.finished()
    let run = "kasus/hasil/2026-11-21/"
    let first = try Self.annexIDs(files, [])
    // Without a register, and without what tells that there was one, the column of the run is all that is known.
    try FileManager.default.removeItem(atPath: files.scratch["kasus/register.jsonl"])
    for name in ["register.saksi", "surat"] { try FileManager.default.removeItem(atPath: files.scratch[run + name]) }
    let lines = try files.text("temuan.csv").split(separator: "\n").map(String.init)
    let rejected = try #require(first.sorted().first)
    let accepted = try #require(
      lines.first { $0.contains(",meninggal,kematian,1,perlu-verifikasi,") }?.split(separator: ",").first.map(
        String.init))
    #expect(!first.contains(accepted))
    try #require(lines[0].hasSuffix(",penjelasan"))
    let changed = lines.enumerated().map { number, line in
      if number == 0 { return line + ",keputusan,surat" }
      return line + (line.hasPrefix(rejected) ? ",tolak," : line.hasPrefix(accepted) ? ",sah," : ",,")
    }
    let old = try files.scratch.read(run + "manifest.json")
    let sum = try Self.sum(files.scratch[run + "temuan.csv"])
    let size = try files.text("temuan.csv").utf8.count
    try files.scratch.write(changed.joined(separator: "\n") + "\n", to: run + "temuan.csv")
    let newSum = try Self.sum(files.scratch[run + "temuan.csv"])
    let newSize = try files.text("temuan.csv").utf8.count
    let manifest = old.replacing(sum, with: newSum).replacing("\"bita\": \(size)", with: "\"bita\": \(newSize)")
    try #require(manifest != old)
    try files.scratch.write(manifest, to: run + "manifest.json")
    let second = try Self.annexIDs(files, ["--konsep"])
    #expect(second == first.subtracting([rejected]).union([accepted]))
  }

  /// Ids in the annex of a letter, read by a program that is not ours.
  private static func annexIDs(_ files: RunFiles, _ more: [String]) throws -> Set<String> {
    let result = try write(files, more)
    try #require(result.status == 0, "\(result.err)")
    let name = more.contains("--konsep") ? "lampiran-kpu-konsep.xlsx" : "lampiran-kpu.xlsx"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: files.folder + "/hasil/2026-11-21/lampiran/" + name))
    let zip = try ZipReader(Array(bytes))
    var ids: Set<String> = []
    for entry in zip.entries where entry.name.hasPrefix("xl/worksheets/sheet") {
      for row in SheetReader(xml: entry.text).rows where row.count == 17 && Int(row[0]) != nil { ids.insert(row[15]) }
    }
    return ids
  }

  private static func sum(_ path: String) throws -> String {
    let out = try Binary.run(["sha256sum", path], tool: "/usr/bin/env").out
    return String(try #require(out.split(separator: " ").first))
  }

  /// openpyxl and LibreOffice read the same counts from letter and annex.
  @Test(.enabled(if: OtherPrograms.hasOpenpyxl && OtherPrograms.office != nil))
  func otherProgramsCountTheSame() throws {
    let files = try Self.finished()
    #expect(try Self.write(files, ["--nomor", "25"]).status == 0)
    let run = files.folder + "/hasil/2026-11-21"
    try OtherPrograms.convert(run + "/surat/saran-perbaikan-kpu.docx", to: "txt:Text", in: files.scratch.path)
    let letter = try files.scratch.read("saran-perbaikan-kpu.txt")
    let result = try OtherPrograms.python(
      """
      import collections, openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      sums = collections.Counter()
      for sheet in book.worksheets[2:]:
          rows = list(sheet.iter_rows(values_only=True))
          head = next(i for i, row in enumerate(rows) if row[0] == 'No')
          assert rows[head][15:] == ('ID temuan', 'Jawaban KPU'), rows[head]
          for row in rows[head + 1:]:
              assert len(str(row[2])) == 16 or '*' in str(row[2]) or not row[2], 'NIK'
              assert row[15] and not row[16]
              sums['data'] += 1
              sums[row[4]] += 1
      recap = list(book['Rekap'].iter_rows(values_only=True))[-1]
      desa = list(book['Rekap desa'].iter_rows(values_only=True))[-1]
      assert recap[1:4] == desa[-3:] == (sums['L'], sums['P'], sums['data']), (recap, desa, sums)
      print('Terdapat %d data (L %d, P %d)' % (sums['data'], sums['L'], sums['P']))
      """, [run + "/lampiran/lampiran-kpu.xlsx"])
    #expect(result.status == 0, "\(result.err)")
    let sentence = result.out.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(!sentence.isEmpty && letter.contains(sentence), "\(sentence)")
  }

  /// What the plan does not say is left out with the words around it.
  @Test func whatIsNotSaidLeavesNoWordBehind() throws {
    let files = try Self.finished(voters: 400)
    #expect(try Self.write(files, ["--jenis", "form-a"]).status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: files.folder + "/hasil/2026-11-21/surat/form-a-kpu.docx"))
    let text = try ZipReader(Array(bytes))["word/document.xml"]?.text ?? ""
    #expect(text.contains("pemutakhiran data pemilih berkelanjutan") && !text.contains(", Triwulan"))
  }

  /// An office's own template, changed and broken.
  @Test func anOfficesTemplateIsUsedOrRefused() throws {
    let files = try Self.finished(voters: 400)
    try files.scratch.write(
      "::isi\nSURAT KAMI {{kantor}} {{jumlah}}\n::rekap\n", to: "templat/imbauan.mustache")
    #expect(try Self.write(files, ["--jenis", "imbauan", "--templat", files.scratch["templat"]]).status == 0)
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: files.folder + "/hasil/2026-11-21/surat/imbauan-kpu.docx"))
    #expect(try ZipReader(Array(bytes))["word/document.xml"]?.text.contains("SURAT KAMI Bawaslu") == true)
    // What is copied out is a good template, and is not written over.
    let copied = try Binary.run(["surat", "--salin-templat", files.scratch["susunan"]])
    #expect(copied.status == 0 && copied.out.split(separator: "\n").count == 6, "\(copied.err)")
    #expect(try Self.write(files, ["--templat", files.scratch["susunan"], "--per-kecamatan"]).status == 0)
    #expect(try Binary.run(["surat", "--salin-templat", files.scratch["susunan"]]).status == 2)
    #expect(try Binary.run(["surat"]).status == 64)
    try files.scratch.write("::isi\n{{kantr}}\n::rekap\n", to: "templat/form-a.mustache")
    let broken = try Self.write(files, ["--jenis", "form-a", "--templat", files.scratch["templat"]])
    #expect(broken.status == 2)
    #expect(broken.err.contains("form-a.mustache: templat tidak dapat dibaca (baris 2: nama «kantr» tidak dikenal"))
    try files.scratch.write("::isi\n", to: "templat/surat.mustache")
    let unknown = try Self.write(files, ["--templat", files.scratch["templat"]])
    #expect(unknown.status == 2 && unknown.err.contains("bukan nama templat surat"))
  }
}
