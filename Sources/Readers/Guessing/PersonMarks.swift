import Documents
import Normalizers
import RollModel

/// Marks by which the persons of one list are looked up in another: the number of each, and where it is hidden or missing
/// the name with what the number shows, or with the birth date.
struct PersonMarks: Sendable {
  /// What a row tells of its person. Digests of words hold within one run of the program.
  struct Row: Sendable {
    /// On the digits that workbooks keep (`SharedDigits.kept`).
    var number: UInt64?
    /// The name and the ten digits that masked numbers show.
    var shown: UInt64?
    /// The name and the birth date.
    var birth: UInt64?

    fileprivate static let kinds: [KeyPath<Row, UInt64?> & Sendable] = [\.number, \.shown, \.birth]
    fileprivate var isEmpty: Bool { Self.kinds.allSatisfy { self[keyPath: $0] == nil } }
  }

  private(set) var rows: [Row] = []

  /// The persons in the rows of a sample.
  ///
  /// - Parameter map: columns as far as the header tells them.
  init(_ table: SampledTable, _ map: ColumnMap) {
    let number = map.columns[.nik]?.first ?? table.numberColumn
    let birth = map.columns[.birthDate]?.first
    let columns = Columns(
      number: number, name: map.columns[.name]?.first, birth: birth,
      form: birth.flatMap { ColumnShape.dateForm(table.values($0)) }
        .map { HeaderBook.dateForm($0, of: .birthDate) } ?? .automatic)
    rows = table.rows.map { cells in
      columns.row { column in column < cells.count ? cells[column] : nil }
    }.filter { !$0.isEmpty }
  }

  init() {}

  /// How many of the persons stand in a list, of those that can be looked up in it.
  struct Found: Equatable {
    var found = 0
    var total = 0
    /// All were looked up by their numbers.
    var isByNumber = true

    var isMost: Bool { found * 2 > total }

    /// `12 dari 15 NIK pertama`.
    var words: String {
      "\(found) dari \(total) \(isByNumber ? "NIK pertama" : "orang pertama (nama dengan NIK tersamar atau tanggal lahir)")"
    }
  }

  /// Looks the persons up in the rolls; each row of these is read once.
  func found(in rolls: [FileGuess]) -> Found {
    let wanted = Row.kinds.map { kind in Set(rows.compactMap { $0[keyPath: kind] }) }
    var known = wanted.map { _ in Set<UInt64>() }
    var has = wanted.map { _ in false }
    guard !rows.isEmpty else { return Found() }
    for roll in rolls {
      Self.forEach(roll) { row in
        for (index, kind) in Row.kinds.enumerated() {
          guard let mark = row[keyPath: kind] else { continue }
          has[index] = true
          if wanted[index].contains(mark) { known[index].insert(mark) }
        }
      }
    }
    var result = Found()
    for row in rows {
      // The surest mark that both lists have: a name beside another number is a namesake.
      let asked = Row.kinds.enumerated().first { has[$0.offset] && row[keyPath: $0.element] != nil }
      guard let (index, kind) = asked, let mark = row[keyPath: kind] else { continue }
      result.total += 1
      result.isByNumber = result.isByNumber && index == 0
      if known[index].contains(mark) { result.found += 1 }
    }
    return result
  }

  private struct Columns {
    let number: Int?
    let name: Int?
    let birth: Int?
    let form: DateText.Form

    func row(_ cell: (Int) -> [UInt8]?) -> Row {
      var row = Row()
      var head: UInt64?
      if let text = number.flatMap(cell) {
        let (nik, form) = text.withUnsafeBufferPointer { IdentityNumber.read($0) }
        if form != .malformed {
          row.number = nik.hasValidForm ? SharedDigits.kept.key(nik) : nil
          head = SharedDigits(bits: 0x3FF).key(nik)
        }
      }
      guard let text = name.flatMap(cell) else { return row }
      let letters = text.withUnsafeBufferPointer { TextDecoding.folded($0) }.filter(\.isLetter)
      guard !letters.isEmpty else { return row }
      row.shown = head.map { Self.digest(letters, $0) }
      let day = birth.flatMap(cell).map { $0.withUnsafeBufferPointer { DateText.read($0, form: form).day } }
      if let day, day.isComplete { row.birth = Self.digest(letters, UInt64(day.bits)) }
      return row
    }

    private static func digest(_ letters: [UInt8], _ more: UInt64) -> UInt64 {
      var hasher = Hasher()
      hasher.combine(letters)
      hasher.combine(more)
      return UInt64(bitPattern: Int64(hasher.finalize()))
    }
  }

  /// Every row of a file, as it is proposed to be read.
  private static func forEach(_ guess: FileGuess, _ take: (Row) -> Void) {
    var source = Source(path: guess.path, name: guess.name, role: .roll)
    for spec in guess.specs { source.columns[spec.field] = ColumnSpec(headers: spec.headers) }
    source.headerRow = guess.headerRow
    source.dateForm = guess.dateForm
    guard let opened = try? OpenedFile.all(source, HeaderBook(role: .roll)) else { return }
    for file in opened {
      let columns = Columns(
        number: file.map.columns[.nik]?.first, name: file.map.columns[.name]?.first,
        birth: file.map.columns[.birthDate]?.first, form: file.map.dateForms[.birthDate] ?? .automatic)
      var scanner = CSVScanner(file.file, from: file.dataStart, dialect: file.dialect)
      while let row = scanner.next() {
        take(columns.row { column in column < row.fields.count ? Array(row.fields[column].trimmed) : nil })
      }
    }
  }
}

extension SampledTable {
  /// The column of the persons' numbers where no header tells it: in a short list each person may bear a family card of
  /// their own, so of several the one with most different numbers.
  fileprivate var numberColumn: Int? {
    shapes.indices.filter { [.identity, .masked].contains(shapes[$0]) }
      .max { Set(values($0)).count < Set(values($1)).count }
  }
}
