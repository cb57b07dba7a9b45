/// RT, RW and TPS numbers: `5`, `005`, `RT 05`, `TPS.003`, `IV`.
public enum SmallNumber {
  public enum Outcome: Sendable {
    case empty, read
    /// Read after something was taken off: counted, and said of the row.
    case repaired
    case unreadable

    /// Written out: a derived one is called through a table from other modules, for every row.
    @inlinable @inline(__always)
    public static func == (a: Outcome, b: Outcome) -> Bool {
      switch (a, b) {
      case (.empty, .empty), (.read, .read), (.repaired, .repaired), (.unreadable, .unreadable): true
      default: false
      }
    }
  }

  /// Reads a trimmed field; 0 is "not written". Numbers above 9,999 are unreadable.
  @inlinable @inline(__always)
  public static func read(_ text: FieldBytes) -> (value: UInt16, outcome: Outcome) {
    guard text.count <= 4 else { return readSlowly(text) }
    var value: UInt16 = 0
    for i in 0..<text.count {
      let digit = text[i] &- 48
      guard digit < 10 else { return readSlowly(text) }
      value = value &* 10 &+ UInt16(digit)
    }
    return (value, value == 0 ? .empty : .read)
  }

  @usableFromInline
  static func readSlowly(_ text: FieldBytes) -> (value: UInt16, outcome: Outcome) {
    let kept = text.filter { $0 > 32 && $0 < 128 }.map(\.upper)
    guard kept.contains(where: { $0.isDigit || $0.isLetter }), !text.isNothingWord else { return (0, .empty) }
    var rest = kept[...]
    for label in labels where rest.starts(with: label) {
      rest = rest.dropFirst(label.count)
      break
    }
    rest = rest.drop { $0 == 46 || $0 == 58 || $0 == 45 || $0 == 39 || $0 == 47 }
    if rest.count > 2, rest.suffix(2) == [46, 48] { rest = rest.dropLast(2) }
    if rest.isEmpty { return (0, .empty) }
    // A station written with its desa code: ten digits of area, three of station.
    if rest.count == 13, rest.allSatisfy(\.isDigit) { rest = rest.suffix(3) }
    if rest.allSatisfy(\.isDigit) {
      rest = rest.drop { $0 == 48 }
      guard rest.count <= 4 else { return (0, .unreadable) }
      let value = rest.reduce(UInt16(0)) { $0 * 10 + UInt16($1 - 48) }
      return (value, value == 0 ? .empty : .repaired)
    }
    guard let number = RomanNumber.value(String(decoding: rest, as: UTF8.self), upTo: 10) else {
      return (0, .unreadable)
    }
    return (UInt16(number), .repaired)
  }

  /// `05/02`, `RT 05 RW 02`, `005-002`: the two numbers of a joined column.
  public static func pair(_ text: FieldBytes) -> (rt: UInt16, rw: UInt16, outcome: Outcome) {
    let runs = text.split { !$0.isDigit }
    if runs.isEmpty { return (0, 0, text.contains(where: \.isLetter) && !text.isNothingWord ? .unreadable : .empty) }
    guard runs.count <= 2, runs.allSatisfy({ $0.count <= 4 }) else { return (0, 0, .unreadable) }
    let values = runs.map { $0.reduce(UInt16(0)) { $0 * 10 + UInt16($1 - 48) } }
    guard values.count == 2 else { return (values[0], 0, .read) }
    return (values[0], values[1], values[0] == 0 && values[1] == 0 ? .empty : .read)
  }

  /// A count of people or households: digits, with dots or commas between thousands; nil for anything else.
  public static func count(_ text: FieldBytes) -> Int? {
    var digits = text.filter { $0 > 32 }
    if digits.count > 2, digits.suffix(2) == [46, 48] { digits.removeLast(2) }
    digits.removeAll { $0 == 46 || $0 == 44 }
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private static let labels: [[UInt8]] = ["RT", "RW", "TPS", "NO"].map { Array($0.utf8) }
}
