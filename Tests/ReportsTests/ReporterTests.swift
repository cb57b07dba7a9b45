import Documents
import Reports
import RollModel
import Testing

@Suite struct ReporterTests {
  @Test(arguments: [1, 3])
  func findingsAreTheSameTogetherAndApart(_ threads: Int) throws {
    let record = Sample.record(voters: 200, dataFindings: 9_000)
    let files = try FindingFiles(record, threads: 2, withJSONL: true) { _ in MemorySink() }
    _ = parallelMap(files.pieceCount, threads: threads) { files.write(piece: $0) }
    let together = try files.finish { _ in
      MemorySink()
    } close: {
      $0.bytes
    }
    for (name, bytes) in zip(files.fileNames, together) {
      #expect(try bytes == written(name, record), "\(name)")
    }
  }

  /// The page and `catatan-wilayah.csv` say what was counted once, and the same as when each counts for itself.
  @Test func notesAreCountedOnceForAll() throws {
    let record = Sample.record(voters: 200, dataFindings: 90)
    let notes = NoteCounts(record)
    let tally = FindingTally(record)
    func bytes(_ reporter: some Reporter) throws -> [UInt8] {
      var sink = MemorySink()
      try reporter.write(record, to: &sink)
      return sink.bytes
    }
    #expect(try bytes(NotesByAreaCSV(notes: notes)) == bytes(NotesByAreaCSV()))
    #expect(try bytes(ReportPage(tally: tally, notes: notes)) == bytes(ReportPage()))
    let none = NoteCounts(Sample.record(voters: 200))
    #expect(try bytes(NotesByAreaCSV(notes: none)) != bytes(NotesByAreaCSV()))
    #expect(try bytes(ReportPage(tally: tally, notes: none)) != bytes(ReportPage()))
  }

  @Test func aFileThatCannotBeWrittenIsToldOf() throws {
    let record = Sample.record(voters: 200, dataFindings: 9_000)
    let files = try FindingFiles(record, threads: 2) { _ in SmallSink(room: 1 << 20) }
    _ = parallelMap(files.pieceCount, threads: 2) { files.write(piece: $0) }
    #expect(throws: SmallSink.Full.self) {
      try files.finish { _ in
        SmallSink(room: 1 << 20)
      } close: { _ in
      }
    }
  }

  @Test func onlyTheSummaryHoldsTimings() throws {
    var slow = Sample.record()
    slow.stages = [Stage(name: "baca", seconds: 99, rows: 1, peakMiB: 7_777)]
    for reporter in Reporters.all where reporter.fileName != SummaryJSON.fileName {
      #expect(
        try written(reporter.fileName, slow) == written(reporter.fileName, Sample.record()), "\(reporter.fileName)")
    }
  }

  @Test func noFileShowsAnIdentityNumber() throws {
    let record = Sample.record()
    for reporter in Reporters.all {
      let bytes = try written(reporter.fileName, record)
      let zip = try? ZipReader(bytes)
      let text = zip?.entries.map(\.text).joined() ?? String(decoding: bytes, as: UTF8.self)
      for row in 0..<record.data.roll.count {
        #expect(!text.contains(record.data.roll[row].nik.description), "\(reporter.fileName)")
        #expect(!text.contains(record.data.roll[row].nkk.description), "\(reporter.fileName)")
      }
    }
  }

  @Test func findingsHaveTheirColumns() throws {
    let text = String(decoding: try written("temuan.csv", Sample.record()), as: UTF8.self)
    #expect(
      text.hasPrefix(
        "id,aturan,kategori,kode_tms,keyakinan,bobot,peluang,derajat,kode_desa,kecamatan,desa,tps,rt,rw,nkk,nik,"
          + "nama,tanggal_lahir,berkas,baris,berkas_pembanding,baris_pembanding,bukti,tindakan,penjelasan\n"
      ))
    #expect(text.contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"klik\"\")\""))
    #expect(text.contains("\"RINA\nBARIS DUA\""))
    #expect(text.contains("160205******0001"))
    #expect(
      text.contains(
        ",1602132001,Lempuing,\"Desa \"\"Bukit\"\" <Indah> & Lestari, Timur\",,004,002,,,,,,,,,0 dari 31 KK,"))
  }

  @Test func linesOfBitsAddUpToTheWeight() throws {
    let text = String(decoding: try written("temuan.jsonl", Sample.record()), as: UTF8.self)
    let first = try #require(text.split(separator: "\n").first)
    #expect(first.contains("\"bobot\":12.35,\"peluang\":0.998765,"))
    #expect(first.contains("{\"bidang\":\"nama\",\"tingkat\":\"sama\",\"m\":0.9000,\"u\":0.00001000,\"bit\":16.4}"))
    #expect(text.contains("\"ditahan\":\"ada bukti hidup yang lebih baru\""))
    #expect(text.contains("\"tingkat_wilayah\":\"rt\""))
  }

  @Test func pairsNameBothPlaces() throws {
    let text = String(decoding: try written("pasangan.csv", Sample.record()), as: UTF8.self)
    let expected = """
      berkas_a,baris_a,berkas_b,baris_b,bobot,peluang,keyakinan,kelompok
      "daftar-pemilih/kayu agung, 1.csv",12,"daftar-pemilih/kayu agung, 1.csv",13,21.50,1,pasti,1
      "daftar-pemilih/kayu agung, 1.csv",14,"daftar-pemilih/kayu agung, 1.csv",15,-1.25,0.300000,,
      "daftar-pemilih/kayu agung, 1.csv",2,kematian/akta.csv,2,12.35,0.998765,kuat,

      """
    #expect(text == expected)
  }

  @Test func areasCarryEveryReason() throws {
    let text = String(decoding: try written("wilayah.csv", Sample.record()), as: UTF8.self)
    let lines = text.split(separator: "\n")
    let header = lines[0].split(separator: ",")
    #expect(header.filter { $0.hasPrefix("tms_") }.count == TMSCode.allCases.count + 1)
    #expect(lines[1].hasPrefix("kabupaten,1602,,,,60,30,30,20,21,18,0.8571,54,0.9000,"))
    let rest = lines.filter { $0.contains("TIDAK DIKETAHUI") }
    #expect(lines.count - rest.count == 1 + 1 + 2 + 3 + 12)
  }

  @Test func rowsInEqualRowsUsedAndQuarantined() throws {
    let text = String(decoding: try written("ringkasan.json", Sample.record()), as: UTF8.self)
    #expect(text.contains("\"baris_dibaca\": 77"))
    #expect(text.contains("\"baris_dipakai\": 74"))
    #expect(text.contains("\"diharapkan_kebetulan\": 2.35") || text.contains("\"diharapkan_kebetulan\": 2.34"))
    #expect(text.contains("\"waktu\": {"))
  }

  @Test func findingsGoOnInASecondSheet() throws {
    var sink = MemorySink()
    let record = Sample.record(voters: 100, dataFindings: 9_000)
    try FindingsXLSX(piecesPerSheet: 2).write(record, to: &sink)
    let zip = try ZipReader(sink.bytes)
    let rows = (1...2).map { sheet in
      (zip["xl/worksheets/sheet\(sheet).xml"]?.text ?? "").components(of: "<row") - 1
    }
    #expect(rows == [8_192, record.findings.count - 8_192])
    #expect(zip["xl/workbook.xml"]?.text.contains("name=\"Temuan 2\"") == true)
  }

  /// Files without a line that is no finding's.
  private static let headless = [FindingsJSONL.fileName, FindingDetails.fileName]

  @Test func aRunWithoutFindingsIsWhole() throws {
    var record = Sample.record()
    record.findings = []
    record.areas = []
    for reporter in Reporters.all where !Self.headless.contains(reporter.fileName) {
      #expect(try !written(reporter.fileName, record).isEmpty)
    }
    for name in Self.headless { #expect(try written(name, record).isEmpty) }
  }
}

/// What a reporter writes of a record.
func written(_ name: String, _ record: RunRecord) throws -> [UInt8] {
  let reporter = try #require(Reporters.all.first { $0.fileName == name })
  var sink = MemorySink()
  try reporter.write(record, to: &sink)
  return sink.bytes
}

/// A disk that is soon full.
private struct SmallSink: ByteSink, ~Copyable {
  struct Full: Error {}
  var room: Int

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    room -= bytes.count
    if room < 0 { throw Full() }
  }
}

extension String {
  /// How often a text occurs in it.
  func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.range(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}

extension Substring {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
