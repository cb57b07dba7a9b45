import Documents
import RollModel

/// The annex of a letter, by name by address: a recap and one sheet for each reason.
///
/// The one place where identity numbers leave the program unmasked: it goes to the body that keeps the roll.
struct LetterAnnex {
  static let columns: [Workbook.Column] = [
    .init("No", width: 6), .init("NKK", width: 19), .init("NIK", width: 19), .init("Nama", width: 28),
    .init("L/P", width: 5), .init("Tempat/Tanggal Lahir", width: 26), .init("Alamat", width: 28),
    .init("RT/RW", width: 9), .init("Desa", width: 20), .init("Kecamatan", width: 20), .init("TPS", width: 6),
    .init("Kode TMS", width: 11), .init("Bukti", width: 34),
  ]
  static let kecamatanColumn = 9

  let bytes: [UInt8]

  init(_ record: RunRecord, _ selection: LetterSelection, number: String) throws {
    let recap = Self.recap(record, selection, number)
    let weak = [WeakNumbers(record.data).annex].compactMap { $0 }
    let sheets = selection.categories.map { code, rows in
      Workbook.Sheet(
        name: Self.sheetName(code),
        titleLines: ["Lampiran: pemilih dengan keterangan \(code.label)", "Surat Nomor \(number)", Self.notice] + weak,
        columns: Self.columns, Self.cells(record, code, rows), isPrinted: true)
    }
    var sink = MemorySink()
    try Workbook([recap] + sheets).write(to: &sink)
    bytes = sink.bytes
  }

  /// What the finished annex holds: rows by sheet and kecamatan, read back from its bytes.
  ///
  /// A row counts when it has a number and a name in front of it, as whoever opens the annex would count.
  func countsReadBack() throws -> [String: [String: Int]] {
    let zip = try ZipReader(bytes)
    var counts: [String: [String: Int]] = [:]
    for (number, name) in Self.sheetNames(zip["xl/workbook.xml"]?.text ?? "").enumerated().dropFirst() {
      let sheet = SheetReader(xml: zip["xl/worksheets/sheet\(number + 1).xml"]?.text ?? "")
      for row in sheet.rows where row.count == Self.columns.count && Int(row[0]) != nil {
        counts[name, default: [:]][row[Self.kecamatanColumn], default: 0] += 1
      }
    }
    return counts
  }

  static func sheetName(_ code: TMSCode) -> String {
    Workbook.sheetName(code.label.prefix(1).uppercased() + code.label.dropFirst())
  }

  private static func sheetNames(_ book: String) -> [String] {
    book.split(separator: "<sheet name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  private static func cells(_ record: RunRecord, _ code: TMSCode, _ rows: [LetterSelection.Row]) -> SheetWriter {
    var cells = SheetWriter(capacity: rows.count * 800)
    for (number, row) in rows.enumerated() {
      let voter = record.data.roll[row.row]
      let texts = texts(voter, record.election.codeTable.mark(code), record.findings[row.finding].evidence)
      cells.beginRow(lines: lines(texts))
      cells.number(number + 1, .borderedNumber)
      for text in texts { cells.text(text, .text) }
      cells.endRow()
    }
    return cells
  }

  /// Lines that the longest cell takes in its column, a little generous.
  private static func lines(_ texts: [String]) -> Int {
    zip(texts, columns.dropFirst()).map { text, column in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + max(1, ($1.count + column.width - 3) / max(1, column.width - 2)) }
    }.max() ?? 1
  }

  /// The cells after the number, in order of `columns`.
  private static func texts(_ voter: borrowing Voter, _ mark: String, _ evidence: String) -> [String] {
    let place = voter.text(.birthPlace)
    let birth = voter.birth.isUnknown ? voter.text(.birthDate) : IndonesianDate.short(voter.birth)
    return [
      number(voter.nkk, voter.text(.nkk)), number(voter.nik, voter.text(.nik)), voter.text(.name),
      voter.sex?.code ?? "",
      [place, birth].filter { !$0.isEmpty }.joined(separator: ", "), voter.text(.address),
      three(voter.rt) + "/" + three(voter.rw), voter.area.desa, LetterTable.name(voter.area.kecamatan),
      three(voter.tps), mark, evidence,
    ]
  }

  /// All digits that are known, `*` for the others; what is no number as it is written.
  private static func number(_ number: NIK, _ written: String) -> String {
    number.isMissing ? written : number.description
  }

  private static func three(_ number: Int) -> String {
    let text = String(number)
    return number == 0 ? "-" : String(repeating: "0", count: max(0, 3 - text.count)) + text
  }

  private static func recap(_ record: RunRecord, _ selection: LetterSelection, _ number: String) -> Workbook.Sheet {
    let table = LetterTable(record, selection)
    var cells = SheetWriter()
    for line in table.lines {
      cells.beginRow()
      cells.text(line.name, line.isTotal ? .total : .bordered)
      for count in line.counts { cells.number(count, line.isTotal ? .total : .borderedNumber) }
      cells.endRow()
    }
    let columns = table.header.enumerated().map { Workbook.Column($1, width: $0 == 0 ? 30 : 14) }
    return Workbook.Sheet(
      name: "Rekap", titleLines: ["Rekapitulasi lampiran", "Surat Nomor \(number)", notice], columns: columns, cells,
      isPrinted: true)
  }
}

extension LetterAnnex {
  private static var notice: String {
    "TERBATAS. Memuat data pribadi; hanya untuk penyusun daftar pemilih (UU 27/2022)."
  }
}
