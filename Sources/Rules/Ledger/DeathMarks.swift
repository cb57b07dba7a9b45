import RollModel

/// What a roll can tell of deaths that were dealt with: who is coded, and who was taken off.
enum DeathMarks: Sendable, Equatable {
  /// It bears codes, or has a column for them and an earlier roll beside it, or was rid of rows since the earlier roll.
  case shown
  /// No row bears a code and no earlier roll says who was taken off: only the dead who still stand are surely left.
  case ofStandingOnly
  /// Codes have no column, and no earlier roll shows that rows are taken off instead.
  case hidden

  /// A look at the codes, and where none stands at the rows of the earlier roll that are no `CaseData.stayed`.
  init(_ data: CaseData) {
    let codes = data.roll.columns.codes
    if codes.contains(where: { $0.hasMark }) {
      self = .shown
      return
    }
    let hasColumn = codes.contains { !$0.flags.contains(.noMarkColumn) }
    let rolls = data.lists[.previousRoll].map { [data.roll.nikState, $0.nikState] } ?? []
    let isComparable =
      data.has(.previousRoll) && !rolls.isEmpty && rolls.allSatisfy { $0 == .full || $0 == .truncated }
    if isComparable && (hasColumn || Self.removesRows(data)) {
      self = .shown
    } else {
      self = hasColumn ? .ofStandingOnly : .hidden
    }
  }

  /// Whether somebody whom the earlier roll strikes, or a list of deaths names, is no longer on this one.
  private static func removesRows(_ data: CaseData) -> Bool {
    guard let previous = data.lists[.previousRoll]?.columns, let numbers = data.numbers else { return false }
    let dead = Set((data.lists[.deaths]?.columns.nik ?? []).compactMap { SharedDigits.all.key($0) })
    return previous.codes.indices.contains { row in
      guard let key = SharedDigits.all.key(previous.nik[row]), previous.codes[row].isStruck || dead.contains(key) else {
        return false
      }
      return !numbers.holds(previous.nik[row])
    }
  }
}
