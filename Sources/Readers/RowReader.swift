import Documents
import Normalizers
import RollModel

/// Why a row is not used.
struct RowFault: Error {
  let field: Field?
  let reason: Reason
  let value: String

  /// Reasons stay few and plain: they are counted, and stand in `karantina.csv`.
  enum Reason: String, Sendable {
    case tooFewFields = "kolom terlalu sedikit"
    case tooManyFields = "kolom terlalu banyak"
    case emptyValue = "isian wajib kosong"
    case noName = "nama tidak berisi huruf"
    case tooLong = "isian terlalu panjang"
    case lettersInNumber = "berisi huruf, kolom mungkin bergeser"
    case notADate = "bukan tanggal, kolom mungkin bergeser"
    case unknownCode = "kode tidak dikenal, kolom mungkin bergeser"
    case notANumber = "bukan angka"
    case badAreaCode = "bukan kode wilayah"
    case otherProvince = "wilayah di luar provinsi kasus ini"
    case unknownKabupaten = "kabupaten/kota tidak dikenal di provinsi ini"
    case noKabupaten = "tidak tertulis (isi kode_desa atau kabupaten/kota, atau sebut 'wilayah' di sumber)"
    case stationAlone = "TPS tanpa desa (tambahkan kolom desa, atau sebut 'wilayah' di sumber)"
    case wrapped = "baris ini hanya berisi kata di kolom nama, mungkin lanjutan nama di atasnya; satukan barisnya"
    case badKey = "bukan kunci enam belas angka heksadesimal"
  }

  init(_ field: Field?, _ reason: Reason, _ value: FieldBytes = FieldBytes(start: nil, count: 0)) {
    self.field = field
    self.reason = reason
    self.value = Self.masked(value, field)
  }

  /// Whether the row has too few or too many cells.
  var isOfShape: Bool { reason == .tooFewFields || reason == .tooManyFields }

  init(_ field: Field?, _ reason: Reason, shown: String) {
    self.field = field
    self.reason = reason
    value = shown
  }

  /// Codes as they are, everything personal as its shape: `9` for a digit, `a` for a letter.
  static func masked(_ value: FieldBytes, _ field: Field?) -> String {
    let codes: Set<Field> = [.sex, .marital, .rt, .rw, .tps, .remark, .cardStatus, .sticker]
    if let field, codes.contains(field), value.count <= 3 { return String(decoding: value, as: UTF8.self) }
    let shape = value.prefix(24).map { byte -> UInt8 in
      if byte.isDigit { return 57 }
      if byte.isLetter || byte >= 128 { return 97 }
      return byte < 32 || byte == 127 ? 32 : byte
    }
    return String(decoding: shape, as: UTF8.self) + (value.count > 24 ? "…" : "")
  }
}

/// A quarantined row of a piece; `line` counts from where the piece starts.
struct RowRejection: Sendable {
  let line: Int
  let field: Field?
  let reason: RowFault.Reason
  let value: String
  let trace: RowTrace
}

/// What was put right in a row of a piece; `line` counts from where the piece starts.
struct RowRepair: Sendable {
  let line: UInt32
  let field: Field?
  let deed: Repair.Deed
  /// Byte at which the row starts in its file.
  let offset: UInt64
}

/// What became of the rows of a piece.
struct RowTally: Sendable {
  var read = 0
  var used = 0
  var furniture = 0
  var repaired = 0
  var rejections: [RowRejection] = []
  var repairs: [RowRepair] = []
  var shifts = ShiftTally()
  /// Fields that could not be read, in whole or in part, of rows that are used.
  var unknown: [Field: Int] = [:]
  /// Used rows that are marked as TMS without a reason.
  var bareMarks = 0
  /// Used rows with letters as a mark that look like a code (`X`, `K.1`).
  var letterMarks = 0

  mutating func reject(_ fault: RowFault, line: Int, _ trace: RowTrace) {
    rejections.append(
      RowRejection(line: line, field: fault.field, reason: fault.reason, value: fault.value, trace: trace))
  }

  /// Counts a row as repaired that has numbers read in spite of what stands around them, and says which.
  mutating func repair(_ row: CSVRow, _ numbers: [(field: Field, value: UInt16, outcome: SmallNumber.Outcome)]) {
    repaired += 1
    for (field, value, outcome) in numbers where outcome == .repaired { log(row, field, .readAs(value)) }
  }

  /// Notes which fields of a used row could not be read.
  mutating func leaveUnknown(_ fields: [Field], of row: CSVRow) {
    for field in fields {
      unknown[field, default: 0] += 1
      log(row, field, .leftUnknown)
    }
  }

  mutating func log(_ row: CSVRow, _ field: Field?, _ deed: Repair.Deed) {
    repairs.append(
      RowRepair(line: UInt32(truncatingIfNeeded: row.line), field: field, deed: deed, offset: UInt64(row.offset)))
  }
}

/// Gives the fields of a row by column, trimmed; joins those that several columns make up.
struct RowReader: ~Copyable {
  /// The column of a field that the file does not have.
  static let absent = -1
  /// Joined fields have columns -2, -3 … into `joins`.
  private let joins: [(columns: [Int], cells: JoinedCells)]
  private let joined: UnsafeMutablePointer<UInt8>

  private let columns: [Field: Int]
  private let width: Int
  private let needed: Int

  init(_ map: ColumnMap) {
    var joins: [(columns: [Int], cells: JoinedCells)] = []
    var columns: [Field: Int] = [:]
    for field in Field.allCases {
      guard let own = map.columns[field], let first = own.first else { continue }
      if own.count > 1 { joins.append((own, JoinedCells(field, columns: own.count))) }
      columns[field] = own.count == 1 ? first : -1 - joins.count
    }
    self.columns = columns
    self.joins = joins
    joined = .allocate(capacity: max(1, joins.count) * JoinedCells.capacity)
    joined.initialize(repeating: 0, count: max(1, joins.count) * JoinedCells.capacity)
    width = map.width
    needed = map.needed
  }

  deinit { joined.deallocate() }

  /// Where a field stands: for `value`. A dictionary look-up, so asked once a piece where rows are many.
  func column(_ field: Field) -> Int { columns[field] ?? Self.absent }

  /// The field in `column`; empty where the file or the row has none.
  @inline(__always)
  func value(_ column: Int, _ row: CSVRow) -> FieldBytes {
    guard column >= 0, column < row.fields.count else {
      return column < Self.absent ? join(-2 - column, row) : .nothing
    }
    let field = row.fields[column]
    let last = field.count - 1
    return last < 0 || (field[0] > 32 && field[last] > 32) ? field : field.trimmed
  }

  /// A fault of the row as a whole: cut off, or cut too often.
  @inline(__always)
  func fault(of row: CSVRow) -> RowFault? { row.count == width ? nil : shape(row) }

  private func shape(_ row: CSVRow) -> RowFault? {
    if row.count < width {
      return row.count >= needed ? nil : RowFault(nil, .tooFewFields, shown: "\(row.count) dari \(width)")
    }
    let rest = row.fields.dropFirst(width)
    if rest.count == row.count - width, rest.allSatisfy({ $0.trimmed.isEmpty }) { return nil }
    return RowFault(nil, .tooManyFields, shown: "\(row.count) dari \(width)")
  }

  private func join(_ index: Int, _ row: CSVRow) -> FieldBytes {
    let start = joined + index * JoinedCells.capacity
    let (columns, cells) = joins[index]
    return FieldBytes(start: start, count: cells.write(columns, of: row.fields, to: start))
  }
}
