import Foundation
import TestSupport
import Testing

/// Every row of the table of bad input: what was given, what then happens.
@Suite struct BadInputTests {
  struct Source: Sendable, CustomTestStringConvertible {
    var what: String
    var bytes: [UInt8]
    var says: String
    var testDescription: String { what }

    init(_ what: String, _ text: String, says: String) { self.init(what, Array(text.utf8), says: says) }

    init(_ what: String, _ bytes: [UInt8], says: String) {
      self.what = what
      self.bytes = bytes
      self.says = says
    }
  }

  /// A source that cannot be read is named, the others go on, and the status is 2.
  @Test(arguments: [
    Source("missing needed column", "nik,tanggal_meninggal\n1602050101800001,2026-01-01\n", says: "nama"),
    Source("empty file", "", says: "kosong"),
    Source("no known delimiter", "nama~nik\nSITI~1602050101800001\n", says: "kematian/buruk.csv"),
    Source("a zip", [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 60), says: "kematian/buruk.csv"),
    Source("UTF-16 and nothing", [0xFF, 0xFE], says: "UTF-16"),
    Source("NUL bytes", Array("nama,nik\nSI".utf8) + [0, 0] + Array("TI,1\n".utf8), says: "kematian/buruk.csv"),
    Source("a web page", "<!DOCTYPE html><html><p>nama</p></html>", says: "HTML"),
  ])
  func aBadSourceIsRefusedAndTheOthersGoOn(_ source: Source) throws {
    let files = try RunFiles.written([
      "daftar-pemilih/a.csv": RunFiles.roll(20), "pindah/p.csv": "nama,nik\nORANG LAIN,1602050101700001\n",
    ])
    try files.scratch.write(source.bytes, to: "kasus/kematian/buruk.csv")
    let result = try files.examine()
    #expect(result.status == 2, "\(result.out)")
    #expect(result.err.contains("kematian/buruk.csv"), "\(result.err)")
    #expect(result.err.contains(source.says), "\(result.err)")
    #expect(result.err.split(separator: "\n").count == 1, "\(result.err)")
    let sources = try files.json("ringkasan.json").items("sumber").compactMap { $0.text("berkas") }
    #expect(sources.contains("daftar-pemilih/a.csv"))
    #expect(sources.contains("pindah/p.csv"))
    #expect(!sources.contains("kematian/buruk.csv"))
    #expect(try files.json("ringkasan.json").items("ditolak").count == 1)
  }

  #if OfficeFiles
    /// Documents that would unfold in memory, or reach out of themselves, are not looked into.
    @Test(arguments: [
      Source(
        "entity bomb",
        "<!DOCTYPE a [<!ENTITY b 'xxxxxxxxxx'>"
          + (1...30).map { "<!ENTITY b\($0) '&b\($0 - 1);&b\($0 - 1);'>" }.joined()
          + "]><a><p><nama>&b30;</nama></p></a>",
        says: "DOCTYPE"),
      Source(
        "external entity",
        "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a><p><nama>&b;</nama><nik/></p></a>",
        says: "DOCTYPE"),
      Source("nested", String(repeating: "<a>", count: 100_000), says: "bersarang"),
      Source("cut off", "<a>\n<p><nama>SITI</nama><nik>1</nik></p>\n<p><nama>AMI", says: "baris 3"),
      Source("no row", "<a><b>SITI</b></a>", says: "elemen:"),
      Source("a page as XML", "<?xml version='1.0'?><html><body><p>nama</p></body></html>", says: "HTML"),
    ])
    func aHostileDocumentIsRefused(_ source: Source) throws { try aBadSourceIsRefusedAndTheOthersGoOn(source) }
  #endif

  @Test func anUnknownEncodingIsSaid() throws {
    let yaml = "sumber:\n  - { berkas: kematian/a.csv, enkoding: ebcdic }\n"
    let files = try RunFiles.written([
      "daftar-pemilih/a.csv": RunFiles.roll(20), "kematian/a.csv": "nama\nSITI\n", "padan.yaml": yaml,
    ])
    let result = try files.examine()
    #expect(result.status == 2 || result.status == 64)
    #expect(result.err.contains("ebcdic"), "\(result.err)")
  }

  @Test func aDirectoryOrAPipeWhereAFileShouldBe() throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(20)])
    let folder = files.folder + "/kematian/juni.csv"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(mkfifo(files.folder + "/kematian/pipa.csv", 0o600) == 0)
    let result = try files.examine(killAfter: nil)
    #expect(result.status == 2)
    #expect(result.err.contains("kematian/juni.csv") && result.err.contains("kematian/pipa.csv"), "\(result.err)")
  }

  /// A list that lies beside the folders, and a kabupaten that is not the roll's: the run goes on and says so.
  @Test func whatIsReadOtherwiseThanMeantIsSaid() throws {
    let files = try RunFiles.written([
      "Daftar-Pemilih/a.csv": RunFiles.roll(20), "Data Kematian/a.csv": "nama\nSITI\n",
      "padan.yaml": "wilayah: \"1671\"\n",
    ])
    let result = try files.examine()
    #expect(result.status == 0)
    #expect(result.out.contains("20 pemilih"))
    #expect(result.out.contains("«Data Kematian/»"), "\(result.out)")
    #expect(result.out.contains("tidak satu pun pemilih tercatat di sana; 20 baris berkode 1602"), "\(result.out)")
  }

  @Test func aCaseWithoutARollStops() throws {
    let files = try RunFiles.written(["kematian/a.csv": "nama\nSITI\n"])
    let result = try files.examine()
    #expect(result.status == 2)
    #expect(result.err.contains("daftar pemilih"), "\(result.err)")
    #expect(files.runs.isEmpty)
  }

  /// Rows that cannot be used are set aside with their place and reason; their values are masked.
  @Test(arguments: [
    ("too few fields", "1602050101800099,SITI"),
    (
      "shifted",
      "1602050101800099,1602050101120001,SITI,KAYUAGUNG,S,01-01-1980,P,DUSUN I,1,2,1602052001,1"
    ),
    ("no name", "160205010180****,1602050101120001,,KAYUAGUNG,01-01-1980,S,P,DUSUN I,1,2,1602052001,1"),
  ])
  func aBadRowIsQuarantined(_ what: String, _ row: String) throws {
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(60) + row + "\n"])
    let result = try files.examine()
    #expect(result.status == 0, "\(what): \(result.err)")
    let lines = try files.text("karantina.csv").split(separator: "\n")
    #expect(lines.count == 2, "\(what)")
    #expect(lines.last?.hasPrefix("daftar-pemilih/a.csv,62,") == true, "\(lines)")
    #expect(try !files.text("karantina.csv").contains("1602050101800099"))
    let source = try #require(files.json("ringkasan.json").items("sumber").first)
    #expect(source.number("baris_dibaca") == 61)
    #expect(source.number("baris_dipakai") == 60)
  }

  @Test func tooManyBadRowsStopTheRun() throws {
    let bad = String(repeating: "rusak\n", count: 10)
    let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(60) + bad])
    let result = try files.examine()
    #expect(result.status == 2)
    #expect(result.err.contains("daftar-pemilih/a.csv"), "\(result.err)")
    #expect(files.runs.isEmpty)
    #expect(try files.examine(["--karantina-maks", "0.5"]).status == 0)
  }
}
