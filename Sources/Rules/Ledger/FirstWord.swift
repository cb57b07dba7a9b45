import RollModel

extension Roll {
  /// The first word of a row's name beside something else that is known of the row, in one number: what rows of two rolls
  /// are looked up by. Nil where the row has no name.
  @inline(__always) func firstWord(of row: Int, with other: UInt32) -> UInt64? {
    let start = Int(columns.tokenStart[row])
    guard Int(columns.tokenStart[row + 1]) > start else { return nil }
    return UInt64(other) << 32 | UInt64(columns.tokens[start])
  }
}
