/// Which rows of the roll the rows of `ganda-luar` mean.
public struct OutsideVoters: Sendable {
  private let rowsOf: [UInt64: [Int]]

  /// Reads the roll once. O(rows).
  public init(_ data: CaseData) {
    let wanted = Set(data.outside.map(\.rowHash))
    var rows: [UInt64: [Int]] = [:]
    if !wanted.isEmpty {
      for row in 0..<data.roll.count {
        let hash = data.roll[row].identityHash
        if wanted.contains(hash) { rows[hash, default: []].append(row) }
      }
    }
    rowsOf = rows
  }

  /// More than one where the roll holds the same row twice; none where the row was changed since.
  public func rows(of hash: UInt64) -> [Int] { rowsOf[hash] ?? [] }
}
