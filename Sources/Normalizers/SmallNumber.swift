/// RT, RW and TPS numbers: `5`, `005`, `RT 05`, `TPS.003`, `IV`, `1 (SATU)`, `LOKSUS 901`.
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
    guard kept.contains(where: { $0.isDigit || $0.isLetter }), !text.isNothingWord, !text.isUnknownWord else {
      return (0, .empty)
    }
    var rest = kept[...]
    _ = drop(labels, from: &rest)
    let isSpecial = drop(specialLabels, from: &rest)
    _ = drop(numberLabels, from: &rest)
    if rest.isEmpty { return (0, isSpecial ? .unreadable : .empty) }
    guard let value = number(rest), !isSpecial || value >= leastSpecial else { return (0, .unreadable) }
    return (value, value == 0 ? .empty : .repaired)
  }

  /// Drops a label and the signs behind it; whether one stood there.
  private static func drop(_ labels: [[UInt8]], from rest: inout ArraySlice<UInt8>) -> Bool {
    let label = labels.first { rest.starts(with: $0) }
    rest = rest.dropFirst(label?.count ?? 0).drop { $0 == 46 || $0 == 58 || $0 == 45 || $0 == 39 || $0 == 47 }
    return label != nil
  }

  /// The number that capitals, digits and signs without blanks say, also with the same in brackets: `02(DUA)`; nil for
  /// anything else and above 9,999.
  private static func number(_ text: ArraySlice<UInt8>) -> UInt16? {
    var rest = text
    if rest.last == 41, let bracket = rest.firstIndex(of: 40) {
      let inner = number(rest[(bracket + 1)...].dropLast())
      return inner != nil && inner == number(rest[..<bracket]) ? inner : nil
    }
    if rest.count > 1, rest.last == 46 { rest = rest.dropLast() }
    for zeros in [1, 2] where rest.count > zeros + 1 && rest.suffix(zeros).allSatisfy({ $0 == 48 }) {
      let point = rest.endIndex - zeros - 1
      guard rest[point] == 46 || rest[point] == 44 else { continue }
      rest = rest[..<point]
      break
    }
    // A station written with its desa code: ten digits of area, three of station.
    if rest.count == 13, rest.allSatisfy(\.isDigit) { rest = rest.suffix(3) }
    if !rest.isEmpty, rest.allSatisfy(\.isDigit) {
      rest = rest.drop { $0 == 48 }
      return rest.count > 4 ? nil : rest.reduce(UInt16(0)) { $0 * 10 + UInt16($1 - 48) }
    }
    let word = String(decoding: rest, as: UTF8.self)
    return (RomanNumber.value(word, upTo: 10) ?? NumberWord.value(word)).map { UInt16($0) }
  }

  /// `05/02`, `RT 05 RW 02`, `RW 02 RT 05`, `005-002`: the two numbers of a joined column.
  public static func pair(_ text: FieldBytes) -> (rt: UInt16, rw: UInt16, outcome: Outcome) {
    let runs = text.split { !$0.isDigit }
    if runs.isEmpty { return (0, 0, isWord(text) ? .unreadable : .empty) }
    guard runs.count <= 2, runs.allSatisfy({ $0.count <= 4 }) else { return (0, 0, .unreadable) }
    let values = runs.map { $0.reduce(UInt16(0)) { $0 * 10 + UInt16($1 - 48) } }
    let outcome: Outcome = values.allSatisfy { $0 == 0 } ? .empty : .read
    let isTurned = text.lazy.filter(\.isLetter).prefix(2).elementsEqual([82, 87]) { $0 & 0xDF == $1 }
    guard values.count == 2 else { return isTurned ? (0, values[0], outcome) : (values[0], 0, outcome) }
    return isTurned ? (values[1], values[0], outcome) : (values[0], values[1], outcome)
  }

  private static func isWord(_ text: FieldBytes) -> Bool {
    text.contains(where: \.isLetter) && !text.isNothingWord && !text.isUnknownWord
  }

  private static let labels: [[UInt8]] = ["RT", "RW", "TPS"].map { Array($0.utf8) }
  private static let numberLabels: [[UInt8]] = ["NOMOR", "NO"].map { Array($0.utf8) }
  /// Stations in prisons, hospitals, boarding schools. They are numbered from 901; a lower number behind these words is
  /// another count than that of the stations of the desa.
  private static let specialLabels: [[UInt8]] = ["LOKASIKHUSUS", "LOKSUS", "KHUSUS"].map { Array($0.utf8) }
  private static let leastSpecial: UInt16 = 901
}
