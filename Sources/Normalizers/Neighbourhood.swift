/// The RT and RW of a row that has a column of each, where one cell may hold both: `RT.3/RW.2`, `01/02`.
public enum Neighbourhood {
  public typealias Number = (value: UInt16, outcome: SmallNumber.Outcome)

  /// Reads both trimmed cells; a cell of both numbers also fills the other where that is empty.
  ///
  /// Two bare numbers in the cell of the RT are RT and RW where the cell of the RW is empty or says the same.
  @inlinable @inline(__always)
  public static func read(rt: FieldBytes, rw: FieldBytes) -> (rt: Number, rw: Number) {
    let numbers = (rt: SmallNumber.read(rt), rw: SmallNumber.read(rw))
    if numbers.rt.outcome == .unreadable || numbers.rw.outcome == .unreadable { return readSlowly(rt, rw, numbers) }
    return numbers
  }

  @usableFromInline
  static func readSlowly(
    _ rt: FieldBytes, _ rw: FieldBytes, _ numbers: (rt: Number, rw: Number)
  ) -> (rt: Number, rw: Number) {
    var (rtNumber, rwNumber) = numbers
    if rtNumber.outcome == .unreadable, let both = both(rt) {
      let agrees = rwNumber.outcome == .empty || rwNumber.value == both.rw
      if both.isLabelled || agrees {
        rtNumber = (both.rt, .repaired)
        if rwNumber.outcome == .empty { rwNumber = (both.rw, .repaired) }
      }
    }
    if rwNumber.outcome == .unreadable, let both = both(rw), both.isLabelled {
      rwNumber = (both.rw, .repaired)
      if rtNumber.outcome == .empty { rtNumber = (both.rt, .repaired) }
    }
    return (rtNumber, rwNumber)
  }

  /// Two numbers, each behind its label or with one slash between them and nothing else; nil for anything else.
  private static func both(_ text: FieldBytes) -> (rt: UInt16, rw: UInt16, isLabelled: Bool)? {
    let pair = SmallNumber.pair(text)
    guard pair.outcome == .read, pair.rt > 0, pair.rw > 0 else { return nil }
    let words = text.split { !$0.isLetter }.map { $0.map(\.upper) }
    if words == [Array("RT".utf8), Array("RW".utf8)] { return (pair.rt, pair.rw, true) }
    let isPlain = text.allSatisfy { $0.isDigit || $0 == 47 || $0 <= 32 } && text.count { $0 == 47 } == 1
    return isPlain ? (pair.rt, pair.rw, false) : nil
  }
}
