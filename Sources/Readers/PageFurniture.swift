import Documents
import Normalizers
import RollModel

/// Rows that a printed list has on every page and that are no row of it: the header again, totals under a block, page
/// numbers, titles, the signatures at the end.
///
/// Asked only of rows that could not be used, and of rows without identity number and birth date: a row that has one, or
/// another cell that only a person's row has, is never furniture. Words that may be a name, and names by themselves, are
/// furniture only in the lines under a list (`PageFoot`).
struct PageFurniture: Sendable {
  /// Header cells by column, as keys.
  private let header: [String]
  /// Columns whose cell marks a person: numbers and dates.
  private let telling: [Int]
  private let names: [Int]
  /// Columns that hold a code or a small number in the row of a person.
  private let sexes: [Int]
  private let marital: [Int]
  private let dates: [Int]
  private let small: [Int]
  private let pairs: [Int]
  private let addresses: [Int]
  /// Columns that name the area of a row.
  private let places: [Int]
  /// Columns of codes of areas.
  private let areaCodes: [Int]
  /// Rows are areas with numbers.
  private let isCounts: Bool
  private let isOfPersons: Bool
  private let foot: PageFoot

  init(_ opened: OpenedFile) {
    header = opened.headers.map(HeaderBook.key)
    isCounts = opened.source.role == .officialCounts || opened.source.role == .visits && opened.map.isVisitTotals
    isOfPersons = opened.source.role.isPersons
    func columns(_ fields: Field...) -> [Int] { fields.flatMap { opened.map.columns[$0] ?? [] } }
    names = columns(.name)
    let events = isOfPersons ? columns(.deathDate, .eventDate) : []
    telling = columns(.nik, .nkk, .birthDate, .birthPlaceAndDate) + events
    sexes = columns(.sex)
    marital = columns(.marital)
    dates = columns(.birthDate)
    small = columns(.rt, .rw, .tps)
    pairs = columns(.rtRw)
    addresses = columns(.address)
    places = columns(.areaCode, .areaName, .kabupaten, .kecamatan, .desa, .tps)
    areaCodes = columns(.areaCode, .kecamatanCode)
    foot = PageFoot(opened)
  }

  /// Whether the row repeats the header: most of its cells are the header's own words.
  func isHeader(_ row: CSVRow) -> Bool {
    guard header.count > 1 else { return false }
    var same = 0
    var filled = 0
    for (column, cell) in row.fields.enumerated() where column < header.count {
      let cell = cell.trimmed
      guard !cell.isEmpty else { continue }
      filled += 1
      if cell.count < 100, isHeader(cell, column) { same += 1 }
    }
    return same > 1 && same * 3 >= filled * 2
  }

  /// Whether a cell is what its header says, or one row of a header over several.
  private func isHeader(_ cell: FieldBytes, _ column: Int) -> Bool {
    guard !header[column].isEmpty else { return false }
    let key = HeaderBook.key(String(decoding: cell, as: UTF8.self))
    return key == header[column]
      || key.utf8.count > 2 && (header[column].hasSuffix(key) || header[column].hasPrefix(key))
  }

  /// Whether a row without number and date is furniture although it could be used.
  ///
  /// - Parameter run: the last run that was looked at; rows come in order.
  func mayBe(_ row: CSVRow, _ name: FieldBytes, _ run: inout PageFoot.Run?) -> Bool {
    let cells = Self.filled(row)
    if telling.isEmpty {
      if name.count <= 24, Self.isOneWord(name) { return true }
      if isFull(cells) || Self.listNumber(row) != nil { return false }
    }
    let kind = kind(row)
    if kind == .list || telling.isEmpty && kind == .page(.sum) { return false }
    if kind == .page(.sum), Self.first(cells).map(Self.isOneWord) == true || PageWord.isCount(cells) {
      return true
    }
    return holds(row, kind, cells, isUsable: true) || isInFoot(row, kind, &run)
  }

  /// Whether a row that cannot be used is no row of the list.
  func holds(_ row: CSVRow, _ run: inout PageFoot.Run?) -> Bool {
    // One row of a header over several, on every page.
    if isCounts, !row.fields.contains(where: { $0.contains(where: \.isDigit) }) { return true }
    if isCounts, isSum(row) { return true }
    // An area that lacks its counts.
    if isCounts, areaCodes.contains(where: { $0 < row.fields.count && Self.isCode(row.fields[$0].trimmed) }) {
      return false
    }
    let kind = kind(row)
    // A person's number or date stands in its column.
    if row.fields.indices.contains(where: { bearsPerson(row, $0) && telling.contains($0) }) { return false }
    return holds(row, kind, Self.filled(row), isUsable: false) || kind != .list && isInFoot(row, kind, &run)
  }

  private func holds(_ row: CSVRow, _ kind: PageFoot.Kind, _ cells: [FieldBytes], isUsable: Bool) -> Bool {
    if isHeader(row) || isNumbering(row, cells) { return true }
    guard let first = Self.first(cells) else {
      // Page numbers (`- 2 -`, `2/9`), lines and dots: few cells, few letters.
      return cells.count <= 2 && header.count > 3
    }
    let word = PageWord(first)
    if word == .sum, Self.isOneWord(first) || telling.isEmpty { return true }
    if cells.count == 1, isBelowList(row) { return true }
    let isSparse = cells.count <= 3 || cells.count * 3 <= header.count
    return isSparse && (word != nil && !(isUsable && word == .office) || Self.isDotted(first))
      || isPlaceAndDate(row, cells)
  }

  private static func isCode(_ cell: FieldBytes) -> Bool {
    cell.count >= 6 && AreaText.code(cell).map { !$0.isUnknown && $0.isPossible } == true
  }

  private func isNumbering(_ row: CSVRow, _ cells: [FieldBytes]) -> Bool {
    cells.count == row.fields.count && HeaderSearch.isNumbering(cells.map { Array($0) })
  }

  /// Whether the one cell of a row stands where no name does: place and date of a signature, a note. A lone name is a
  /// person's. Tables are written with all their columns: a row that breaks off is one that was damaged, but for a footnote.
  private func isBelowList(_ row: CSVRow) -> Bool {
    guard !telling.isEmpty, header.count > 3 else { return false }
    guard row.fields.count >= header.count || row.fields.first?.trimmed.first == 42 else { return false }
    return hasNoName(row)
  }

  /// Whether the first words of a row are those before a sum: `JUMLAH`, `TOTAL KECAMATAN …`; of areas with numbers also
  /// where they end in one or stand in the place of a name: `SUB JUMLAH`, `JEJAWI | JUMLAH`, `JEJAWI Total`.
  func isSum(_ row: CSVRow) -> Bool {
    let first = Self.first(Self.filled(row))
    if first.flatMap({ PageWord($0) }) == .sum { return true }
    guard isCounts else { return false }
    return first.map(PageWord.isSumOfArea) == true
      || places.contains { $0 < row.fields.count && PageWord.isSumOfArea(row.fields[$0].trimmed) }
  }

  private func hasNoName(_ row: CSVRow) -> Bool {
    names.allSatisfy { $0 >= row.fields.count || row.fields[$0].trimmed.isEmpty }
  }

  private static func filled(_ row: CSVRow) -> [FieldBytes] { row.fields.map(\.trimmed).filter { !$0.isEmpty } }

  private static func first(_ cells: [FieldBytes]) -> FieldBytes? {
    cells.first { cell in cell.contains { $0.isLetter } }
  }

  private static func isOneWord(_ cell: FieldBytes) -> Bool {
    let totals: Set<String> = [
      "JUMLAH", "TOTAL", "JML", "JUMLAHTOTAL", "SUBTOTAL", "JUMLAHSELURUHNYA", "TOTALPEMILIH", "JUMLAHPEMILIH",
      "JUMLAHLP", "REKAPITULASI", "JUMLAHHALAMANINI", "DIPINDAHKAN", "PINDAHAN",
    ]
    return totals.contains(HeaderBook.key(String(decoding: cell, as: UTF8.self)))
  }

  /// Whether a cell is mostly dots, as the line for a signature.
  private static func isDotted(_ cell: FieldBytes) -> Bool {
    cell.count { $0 == 46 || $0 == 95 } * 2 > cell.count
  }
}

// MARK: The lines under a list

extension PageFurniture {
  /// What the rows of a list above its foot look like.
  struct Example {
    /// The number of the last one, where rows are numbered.
    fileprivate var number: Int?
    /// First words of its address.
    fileprivate var address: [UInt8] = []
  }

  func example(_ row: CSVRow) -> Example {
    var example = Example(number: Self.listNumber(row))
    example.address = addresses.first.map { Self.firstWord(row, $0) } ?? []
    return example
  }

  /// What a row is by its own cells, and by those of a row of the list where one is given.
  func kind(_ row: CSVRow, like example: Example? = nil) -> PageFoot.Kind {
    if telling.contains(where: { bearsPerson(row, $0) }) { return .list }
    let cells = Self.filled(row)
    if cells.isEmpty { return .blank }
    let words = cells.lazy.map { PageWord($0) }
    // The table of who signs has a number and a name as well.
    let isTable = cells.count * 2 < header.count && words.contains { $0 == .signing || $0 == .office }
    if !isTable, isHeader(row) || isNumbering(row, cells) { return .header }
    let first = Self.first(cells).flatMap { PageWord($0) }
    if first == .sum || PageWord.isCount(cells) && (example != nil || isCount(row)) { return .page(.sum) }
    if isPlaceAndDate(row, cells) { return .page(.signing) }
    if isOfPersons, telling.isEmpty, isFull(cells) { return .list }
    if isLikePerson(row) || example.map({ isLike(row, $0) }) == true { return .list }
    if let number = example?.number, Self.listNumber(row) == number + 1 { return .list }
    if cells.count <= 5, let word = words.first(where: { $0 == .signing || $0 == .office }) ?? nil {
      return .page(word)
    }
    return first.map { .page($0) } ?? .other
  }

  private func isInFoot(_ row: CSVRow, _ kind: PageFoot.Kind, _ run: inout PageFoot.Run?) -> Bool {
    guard isOfPersons ? header.count > 2 : !telling.isEmpty && header.count > 3 else { return false }
    if run?.range.contains(row.offset) != true { run = foot.run(around: row, self) }
    guard let run else { return false }
    if let notes = run.notes, row.offset > notes, PageWord.isRemark(Self.filled(row)) { return true }
    guard let opening = run.opening, row.offset >= opening else { return false }
    if case .page = kind { return true }
    return run.isSigned || hasNoName(row) || PageWord.isCount(Self.filled(row))
  }

  /// Whether a row is place and day of a signature, alone or beside a name that is none.
  private func isPlaceAndDate(_ row: CSVRow, _ cells: [FieldBytes]) -> Bool {
    guard cells.count <= 2, isOfPersons, Self.listNumber(row) == nil, let first = Self.first(cells) else {
      return false
    }
    return PageWord.isPlaceAndDate(first)
  }

  /// Whether a list without numbers and dates has a person in a row of so many cells.
  private func isFull(_ cells: [FieldBytes]) -> Bool { cells.count > 2 && cells.count * 2 > header.count }

  /// Whether a cell is a person's number or date: digits enough, and no words about a signature around them.
  private func bearsPerson(_ row: CSVRow, _ column: Int) -> Bool {
    guard column < row.fields.count else { return false }
    let cell = row.fields[column]
    let digits = cell.count(where: \.isDigit)
    guard digits >= 6 else { return false }
    guard cell.contains(where: { $0.isLetter && !$0.isMask }) else { return true }
    if PageWord(cell.trimmed) != nil { return false }
    // `Lingkis, 21 November 2026` by itself.
    return digits > 8 || !cell.contains(44) || !hasNoName(row) || Self.filled(row).count > 2
  }

  /// Whether a count of men or women stands where no person is: without a name, or with its word in the place of one.
  private func isCount(_ row: CSVRow) -> Bool {
    names.allSatisfy { column in
      guard column < row.fields.count else { return true }
      let name = row.fields[column].trimmed
      return name.count != 1 || !name[0].isLetter
    }
  }

  /// Whether a row has a code or a number as only a person's has.
  private func isLikePerson(_ row: CSVRow) -> Bool {
    func cells(_ columns: [Int]) -> [FieldBytes] {
      columns.filter { $0 < row.fields.count }.map { row.fields[$0].trimmed }.filter { !$0.isEmpty }
    }
    if cells(sexes).contains(where: { Self.isCode(CodeText.sex($0)) }) { return true }
    // A year, or a day in the count of a worksheet.
    if cells(dates).contains(where: { 4...5 ~= $0.count && $0.allSatisfy(\.isDigit) }) { return true }
    if cells(marital).contains(where: { Self.isCode(CodeText.marital($0)) }) { return true }
    let hasPair = cells(pairs).contains { cell in
      !cell.contains(where: \.isLetter) && SmallNumber.pair(cell).outcome != .unreadable
        && cell.contains(where: \.isDigit)
    }
    if hasPair { return true }
    return cells(small).contains { cell in
      guard cell.count <= 3, cell.allSatisfy(\.isDigit) else { return false }
      return SmallNumber.read(cell).value > 0
    }
  }

  /// Whether a row has an address: one as the list has, or one that begins as addresses do.
  private func isLike(_ row: CSVRow, _ example: Example) -> Bool {
    guard let column = addresses.first else { return false }
    let word = Self.firstWord(row, column)
    return !word.isEmpty && (word == example.address || Self.streets.contains(String(decoding: word, as: UTF8.self)))
  }

  private static let streets: Set<String> = [
    "JL", "JLN", "JALAN", "DUSUN", "DSN", "DS", "RT", "RW", "GG", "GANG", "KP", "KAMPUNG", "LORONG", "LR", "PERUM",
    "PERUMAHAN", "KOMPLEK", "BLOK", "LINGKUNGAN", "LINK",
  ]

  private static func isCode<Value>(_ reading: CodeReading<Value>) -> Bool {
    if case .value = reading { true } else { false }
  }

  private static func firstWord(_ row: CSVRow, _ column: Int) -> [UInt8] {
    guard column < row.fields.count else { return [] }
    return Array(TextDecoding.folded(row.fields[column].trimmed).prefix { $0.isLetter })
  }

  /// The number in the first filled cell of a row, if that is a short one and no more.
  private static func listNumber(_ row: CSVRow) -> Int? {
    guard let cell = row.fields.lazy.map(\.trimmed).first(where: { !$0.isEmpty }), cell.count <= 7 else { return nil }
    return cell.allSatisfy(\.isDigit) ? Int(String(decoding: cell, as: UTF8.self)) : nil
  }
}
