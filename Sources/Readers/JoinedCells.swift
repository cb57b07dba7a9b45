import Normalizers
import RollModel

/// How the cells of several columns make up one field.
enum JoinedCells: Sendable {
  /// One behind the other with a blank between them, as `kolom:` joins first and last names.
  case words
  /// Day, month and year: `12-03-1980`, `12-MARET-1980`; what is not written is `00` or `0000`.
  case date
  /// Numbers of province, kabupaten, kecamatan and desa, as SIAK has them: 16, 2, 11, 2004 are `1602112004`.
  case areaCode

  private static let dates: Set<Field> = [.birthDate, .deathDate, .eventDate, .visitDate]

  init(_ field: Field, columns: Int) {
    switch field {
    case _ where Self.dates.contains(field) && columns == 3: self = .date
    case .areaCode where columns == 4, .kecamatanCode where columns == 3: self = .areaCode
    default: self = .words
    }
  }

  /// Bytes of a joined field at most; longer cells are left out.
  static let capacity = 4096

  /// Writes the trimmed cells of a row in `columns`, joined, to `start`, where there is room for `capacity` bytes and 64
  /// more behind them may be read. Returns the number of bytes. O(length).
  func write(_ columns: [Int], of row: UnsafeBufferPointer<FieldBytes>, to start: UnsafeMutablePointer<UInt8>) -> Int {
    var joined = Output(start: start)
    func cell(_ place: Int) -> FieldBytes {
      columns[place] < row.count ? row[columns[place]].trimmed : .nothing
    }
    switch self {
    case .words:
      for place in columns.indices {
        let cell = cell(place)
        guard !cell.isEmpty, joined.hasRoom(cell.count + 1) else { continue }
        if joined.count > 0 { joined.append(32) }
        joined.append(cell)
      }
    case .date: Self.date(day: cell(0), month: cell(1), year: cell(2), &joined)
    case .areaCode:
      for place in columns.indices where !Self.level(place, cell(place), &joined) { break }
    }
    return joined.count
  }

  /// The same of a row that is held as bytes.
  func bytes(_ columns: [Int], of row: [[UInt8]]) -> [UInt8] {
    let all = row.joined() + Array(repeating: 0, count: 64)
    return all.withUnsafeBufferPointer { all in
      var at = 0
      let fields = row.map { cell in
        defer { at += cell.count }
        return all.part(at..<at + cell.count)
      }
      return fields.withUnsafeBufferPointer { fields in
        [UInt8](unsafeUninitializedCapacity: Self.capacity) { room, count in
          room.initialize(repeating: 0)
          if let start = room.baseAddress { count = write(columns, of: fields, to: start) }
        }
      }
    }
  }

  // MARK: Dates

  private static func date(day: FieldBytes, month: FieldBytes, year: FieldBytes, _ joined: inout Output) {
    // A whole date beside the numbers of its month and year.
    if day.count >= 6, day.contains(where: \.isDigit) { return joined.append(day) }
    let parts = [(whole(day), 2), (whole(month), 2), (whole(year), 4)]
    guard parts.contains(where: { !$0.0.isEmpty }) else { return }
    for (place, (part, width)) in parts.enumerated() {
      if place > 0 { joined.append(45) }
      joined.append(part, width: part.allSatisfy(\.isDigit) && (place < 2 || part.isEmpty) ? width : 0)
    }
  }

  // MARK: Areas

  /// Digits of an area's number at each level, and of its code down to there.
  private static let widths: [(own: Int, whole: Int)] = [(2, 2), (2, 4), (2, 6), (4, 10)]

  /// Adds the number of a level; false where nothing is to follow: it is not told, or no number.
  private static func level(_ place: Int, _ cell: FieldBytes, _ joined: inout Output) -> Bool {
    let number = whole(cell)
    guard number.contains(where: { $0 != 48 }) else { return false }
    let width = widths[place]
    guard number.allSatisfy(\.isDigit), number.count <= width.own else {
      // The whole code in the column of its last part; all else is no code, and told as it is written.
      joined.count = 0
      joined.append(number)
      return number.count == width.whole && number.allSatisfy(\.isDigit)
    }
    joined.append(number, width: width.own)
    return true
  }

  /// A number without the decimals that a program wrote behind it; empty where the cell says nothing.
  private static func whole(_ cell: FieldBytes) -> FieldBytes {
    if !cell.isEmpty, cell.allSatisfy(\.isDigit) { return cell }
    if cell.isEmpty || cell.isNothingWord || cell.allSatisfy({ $0 == 45 }) { return .nothing }
    return cell.withoutZeroDecimals
  }

  private struct Output {
    let start: UnsafeMutablePointer<UInt8>
    var count = 0

    func hasRoom(_ more: Int) -> Bool { count + more + 64 < JoinedCells.capacity }

    mutating func append(_ byte: UInt8) {
      guard hasRoom(1) else { return }
      start[count] = byte
      count += 1
    }

    /// - Parameter width: digits at least, with zeros in front.
    mutating func append(_ bytes: FieldBytes, width: Int = 0) {
      guard hasRoom(max(bytes.count, width)) else { return }
      for _ in bytes.count..<max(bytes.count, width) { append(48) }
      for byte in bytes { append(byte) }
    }
  }
}
