import RollModel

/// What a planted error and a finding have in common: the row, the pair of rows or the area that they name.
enum TruthKey: Hashable, Sendable {
  case row(RowKey)
  /// Unordered: the smaller key first.
  case pair(RowKey, RowKey)
  case area(code: Int, rw: Int, rt: Int, tps: Int)

  static func unordered(_ a: RowKey, _ b: RowKey) -> TruthKey { a < b ? .pair(a, b) : .pair(b, a) }
}

/// A row of a file of the case: number of its path and physical line.
struct RowKey: Hashable, Sendable, Comparable {
  let bits: UInt64

  init(path: Int, line: Int) { bits = UInt64(path) << 40 | UInt64(line) }

  static func < (a: RowKey, b: RowKey) -> Bool { a.bits < b.bits }
}

/// Paths of a case's files, numbered in order of arrival.
struct PathNumbers {
  private var table = StringTable()

  mutating func number(_ path: UnsafeBufferPointer<UInt8>) -> Int { table.intern(UnsafeRawBufferPointer(path)) }
}

extension TruthKey {
  /// How a rule's findings are compared with the truth.
  enum Form { case row, pair, area }

  /// The file's folder name is its role: a path inside of `daftar-pemilih/` is a row of the roll.
  static func isRoll(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    path.starts(with: (Role.roll.rawValue + "/").utf8)
  }
}
