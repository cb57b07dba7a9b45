import Documents
import Normalizers
import RollModel

/// What a piece of a file needs to know of the file.
struct PieceContext: Sendable {
  let map: ColumnMap
  let role: Role
  let encoding: TextDecoding.Encoding
  let area: AreaCode?
  /// Where rows stand that do not say so, in words.
  let title: TitleArea
  /// The kabupaten that rows may stand in; nil where the case is one.
  let scope: ProvinceScope?
  /// The kabupaten of the case; unknown where it is a province, or not stated.
  let home: AreaCode
  /// Station that the name of the sheet tells; the title's where it tells none.
  let station: Int?
  let delimiter: UInt8
  /// What stands on every page of a printed list.
  let furniture: PageFurniture
  /// For rows that are put right.
  let tests: CellTests
  /// The roll bears no identity numbers: addresses keep their words, and a name may be empty where the rest tells who.
  let isGeneral: Bool
  /// Says which rows of a file of residents are this role's; nil where all are.
  let residents: ResidentStatus?
  /// What every row offers as evidence, where the file has no column of it.
  let evidence: [UInt8]
  /// Each piece starts from a copy.
  let codes: CodeColumns
  /// Most residents are on the roll under their number and birth date: no word is read of them.
  var readsWordsLate: Bool { (role == .residents || role == .previousRoll) && !isGeneral }

  /// A coklit file that names areas and how many, but no household.
  var isVisitTotals: Bool { role == .visits && map.isVisitTotals }

  /// `codes` are those of the file's code table.
  init(
    _ opened: OpenedFile, _ codes: CodeColumns, isGeneral: Bool, scope: ProvinceScope? = nil,
    home: AreaCode = AreaCode(number: 0)
  ) {
    self.scope = scope
    self.home = scope == nil ? home.kabupaten : AreaCode(number: 0)
    self.isGeneral = isGeneral
    self.codes = codes
    residents = ResidentStatus(opened.source, opened.map)
    evidence = opened.source.isServed ? ResidentStatus.evidence : []
    map = opened.map
    role = opened.source.role
    encoding = opened.encoding
    area = opened.source.area
    title = opened.title
    station = opened.source.station
    delimiter = opened.dialect.delimiter
    furniture = PageFurniture(opened)
    tests = CellTests(opened.map, role: opened.source.role, table: codes.table)
  }
}

/// Takes the rows of a piece one by one.
protocol RowTaker {
  /// What is left when all rows are taken.
  associatedtype Rows = Self
  /// `capacity`: about how many rows there will be.
  init(_ context: PieceContext, _ desk: ReadingDesk, capacity: Int)
  var tally: RowTally { get set }
  /// From the next row on another title holds.
  mutating func enter(_ title: TitleArea)
  /// Uses a row, or says why not; a row that is not used leaves no trace.
  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault?
  /// Uses a row of which secondary fields cannot be read, and gives these; nil where it cannot be used even so.
  mutating func takeLeniently(_ row: CSVRow, _ reader: borrowing RowReader) -> [Field]?
  /// Puts back on the desk what was taken from it.
  consuming func finish(_ desk: ReadingDesk) -> Rows
}

extension RowTaker {
  mutating func enter(_ title: TitleArea) {}
  mutating func takeLeniently(_ row: CSVRow, _ reader: borrowing RowReader) -> [Field]? { nil }
}

extension RowTaker where Rows == Self {
  consuming func finish(_ desk: ReadingDesk) -> Self { self }
}
