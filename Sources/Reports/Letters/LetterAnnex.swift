import Documents
import RollModel

/// The annex of a letter, by name by address: a recap and one sheet for each reason.
///
/// The one place where identity numbers leave the program unmasked: it goes to the body that keeps the roll.
struct LetterAnnex {
  /// So narrow that the rows are read at nine points on F4 across.
  static func columns(_ letterClass: LetterClass) -> [Workbook.Column] {
    [
      .init("No", width: 5), .init("NKK", width: 17), .init("NIK", width: 17), .init("Nama", width: 14),
      .init("L/P", width: 4), .init("Tempat/Tanggal Lahir", width: 12), .init("Alamat", width: 13),
      .init("RT/RW", width: 8), .init("Desa", width: 11), .init("Kecamatan", width: 12), .init("TPS", width: 5),
      .init(letterClass.column, width: letterClass == .missing ? 10 : 7), .init("Sumber", width: 10),
      .init("Dokumen", width: 12), .init("Bukti", width: 14), .init("ID temuan", width: 16),
      .init("Jawaban KPU", width: 10),
    ]
  }
  static let sexColumn = 4
  static let kecamatanColumn = 9
  static let columnCount = 17

  let bytes: [UInt8]

  init(
    _ record: RunRecord, _ selection: LetterSelection, _ table: LetterTable, number: String, kind: LetterKind,
    threads: Int = 1
  ) throws {
    let head = ["\(kind.annexTitle) Nomor \(number)", Self.notice]
    let weak = [WeakNumbers(record.data).annex].compactMap { $0 }
    let pieces = selection.categories.indices.flatMap { category in
      stride(from: 0, to: selection.categories[category].rows.count, by: Self.rowsAtOnce).map { (category, $0) }
    }
    let parts = parallelMap(pieces.count, threads: threads) { piece in
      let (category, start) = pieces[piece]
      return Self.cells(record, selection.categories[category], from: start)
    }
    let sheets = selection.categories.enumerated().map { number, category in
      Workbook.Sheet(
        name: Self.sheetName(category),
        titleLines: ["Lampiran: \(category.letterClass.label), \(category.label)"] + head + weak,
        columns: Self.columns(category.letterClass), parts: zip(pieces, parts).filter { $0.0.0 == number }.map(\.1),
        rows: category.rows.count, isPrinted: true)
    }
    record.data.releaseTexts()
    var sink = MemorySink()
    var book = Workbook([Self.recap(table, head), DesaRecap(table, head).sheet] + sheets)
    for place in book.sheets.indices { book.sheets[place].paper = .folio }
    try book.write(to: &sink)
    bytes = sink.bytes
  }

  /// What the finished annex holds, read back from its bytes.
  struct ReadBack {
    /// Rows by sheet and kecamatan; one counts that has a number in front, as whoever opens the annex would count.
    var rows: [String: [String: LetterTable.Count]] = [:]
    /// The last lines of the two recaps.
    var recaps: [[String]] = []
  }

  func readBack() throws -> ReadBack {
    let zip = try ZipReader(bytes)
    var found = ReadBack()
    for (number, name) in Self.sheetNames(zip["xl/workbook.xml"]?.text ?? "").enumerated() {
      let sheet = SheetReader(xml: zip["xl/worksheets/sheet\(number + 1).xml"]?.text ?? "")
      if number < 2 { found.recaps.append(sheet.rows.last ?? []) }
      for row in sheet.rows where number > 1 && row.count == Self.columnCount && Int(row[0]) != nil {
        found.rows[name, default: [:]][row[Self.kecamatanColumn], default: LetterTable.Count()].add(row[Self.sexColumn])
      }
    }
    return found
  }

  /// The class stands first where the reason alone would not tell it.
  static func sheetName(_ category: LetterCategory) -> String {
    let label = LetterClass.shortLabels[category.key] ?? category.label
    return Workbook.sheetName(category.code == nil ? "\(category.letterClass.label) \(label)" : category.title)
  }

  private static func sheetNames(_ book: String) -> [String] {
    book.split(separator: "<sheet name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  /// Rows of a reason from `start` on, as many as are written at once, packed.
  private static func cells(_ record: RunRecord, _ category: LetterCategory, from start: Int) -> DeflatedPart {
    let rows = category.rows[start..<min(start + rowsAtOnce, category.rows.count)]
    let columns = Self.columns(category.letterClass)
    var cells = SheetWriter(capacity: rows.count * 1000)
    for (number, row) in zip((start + 1)..., rows) {
      let texts = record.data.voter(row.person).map { Self.texts($0, row, category, record) } ?? []
      cells.beginRow(lines: lines(texts, columns))
      cells.number(number, .borderedNumber)
      for text in texts { cells.text(text, .text) }
      cells.endRow()
    }
    record.data.releaseTexts()
    return cells.out.withBytes { DeflatedPart($0, isLast: false) }
  }

  /// Rows that one thread writes at a time. The texts of the case's files are given back after them: a province's are larger
  /// than memory.
  private static let rowsAtOnce = 2048

  private static func lines(_ texts: [String], _ columns: [Workbook.Column]) -> Int {
    zip(texts, columns.dropFirst()).map { text, column in WrappedText.lines(text, width: column.width) }.max() ?? 1
  }

  /// The cells after the number, in order of `columns`.
  private static func texts(
    _ voter: Voter, _ row: LetterSelection.Row, _ category: LetterCategory, _ record: RunRecord
  ) -> [String] {
    let finding = record.findings[row.finding]
    let basis = LetterBasis(finding, row, record)
    let area = record.data.lexicon.areas[row.area]
    let place = voter.text(.birthPlace)
    let birth = voter.birth.isUnknown ? voter.text(.birthDate) : IndonesianDate.short(voter.birth)
    return [
      number(voter.nkk, voter.text(.nkk)), number(voter.nik, voter.text(.nik)), voter.text(.name),
      LetterTable.sex(voter), [place, birth].filter { !$0.isEmpty }.joined(separator: ", "), voter.text(.address),
      three(voter.rt) + "/" + three(voter.rw), area.desa, LetterTable.name(area.kecamatan),
      three(voter.tps), particular(finding, category, record), basis.source.rawValue, basis.document,
      finding.evidence + notes(finding) + asked(finding, record), finding.id, "",
    ]
  }

  /// What the reader must know before he strikes the row: that its other row is as good, and that a safeguard stopped it.
  private static func notes(_ finding: Finding) -> String {
    let equal = finding.isOfEqualRows ? "; " + Finding.equalRows : ""
    return finding.heldBack.isEmpty ? equal : equal + Finding.held(finding.heldBack)
  }

  /// The letters that asked for the same before; nothing where none did.
  private static func asked(_ finding: Finding, _ record: RunRecord) -> String {
    guard let letter = record.history?.notes[finding.id]?.letter, !letter.isEmpty else { return "" }
    return "; pernah disarankan: \(letter)"
  }

  /// Code, reason or field: what the class's own column says.
  private static func particular(_ finding: Finding, _ category: LetterCategory, _ record: RunRecord) -> String {
    switch category.letterClass {
    case .tms: category.code.map { record.election.codeTable.mark($0) } ?? ""
    case .missing: finding.missingReason ?? category.label
    case .edits: LetterClass.fields[finding.rule] ?? ""
    }
  }

  /// All digits that are known, `*` for the others; what is no number as it is written.
  private static func number(_ number: NIK, _ written: String) -> String {
    number.isMissing ? written : number.description
  }

  private static func three(_ number: Int) -> String {
    let text = String(number)
    return number == 0 ? "-" : String(repeating: "0", count: max(0, 3 - text.count)) + text
  }

  /// One line a reason, in the order of the daily form.
  private static func recap(_ table: LetterTable, _ head: [String]) -> Workbook.Sheet {
    var cells = SheetWriter()
    for (index, category) in table.categories.enumerated() {
      line([table.title(category)], [table.sum(index)], .bordered, .borderedNumber, &cells)
    }
    line(["Jumlah"], [table.sum], .total, .total, &cells)
    let columns = [Workbook.Column("Uraian", width: 44)] + ["L", "P", "L+P"].map { Workbook.Column($0, width: 10) }
    return Workbook.Sheet(
      name: "Rekap", titleLines: ["Rekapitulasi lampiran"] + head, columns: columns, cells, isPrinted: true)
  }

  static func line(
    _ names: [String], _ counts: [LetterTable.Count], _ name: CellStyle, _ number: CellStyle,
    _ cells: inout SheetWriter
  ) {
    cells.beginRow()
    for text in names { cells.text(text, name) }
    for count in counts.flatMap(\.cells) { cells.number(count, number) }
    cells.endRow()
  }
}

extension LetterAnnex {
  private static var notice: String {
    "TERBATAS. Memuat data pribadi; hanya untuk penyusun daftar pemilih (UU 27/2022)."
  }
}

extension Finding {
  /// The reason that a finding of someone missing begins with: `genap 17 tahun: …`.
  var missingReason: String? {
    let words: String = self.explanation
    guard let end = words.firstRange(of: ": ") else { return nil }
    let reason = words[..<end.lowerBound]
    return reason.count <= 40 && !reason.contains(";") ? String(reason) : nil
  }
}
