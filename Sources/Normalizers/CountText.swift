/// Counts of people and households, and the decimals that programs write behind whole numbers.
extension SmallNumber {
  private static let signs: Set<UInt8> = [32, 44, 46]

  /// A count: digits, with dots, commas or blanks between thousands; nil for anything else.
  ///
  /// Such a sign groups three digits each. What stands behind a dot or comma otherwise are decimals: `10,00` and `1.250,0`
  /// are whole, `10,5` is no count. Three digits behind the only sign are thousands: `1.003`.
  public static func count(_ text: FieldBytes) -> Int? {
    var runs: [FieldBytes] = []
    var between: [UInt8] = []
    var start = 0
    for i in 0...text.count where i == text.count || !text[i].isDigit {
      runs.append(text.part(start..<i))
      if i < text.count {
        guard signs.contains(text[i]) else { return nil }
        between.append(text[i])
      }
      start = i + 1
    }
    // `10.` is ten.
    if runs.count == 2, runs[1].isEmpty, between == [46] { (runs, between) = ([runs[0]], []) }
    if let sign = between.last, let last = runs.last, !last.isEmpty, areDecimals(last, sign, runs[0], between) {
      guard last.allSatisfy({ $0 == 48 }) else { return nil }
      runs.removeLast()
      between.removeLast()
    }
    guard runs[0].count > 0, Set(between).count <= 1, runs.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    let digits = runs.joined()
    if runs.count > 1 {
      guard runs[0].count <= 3, runs[0][0] != 48 || digits.allSatisfy({ $0 == 48 }) else { return nil }
    }
    guard runs.reduce(0, { $0 + $1.count }) <= 9 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Whether the digits behind the last sign are parts of one, not the last three of thousands.
  private static func areDecimals(_ last: FieldBytes, _ sign: UInt8, _ first: FieldBytes, _ signs: [UInt8]) -> Bool {
    guard sign != 32 else { return false }
    return last.count != 3 || (signs.count == 1 ? first.count > 3 : !signs.dropLast().contains(sign))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The integer of a number that a program wrote with decimals: `1` of `1.0` and `1,00`, as data frames do where a column
  /// has gaps; any other text as it is.
  public var withoutZeroDecimals: FieldBytes {
    guard let point = firstIndex(where: { $0 == 46 || $0 == 44 }), point > 0, point + 1 < count else { return self }
    let isWhole = self[..<point].allSatisfy(\.isDigit) && self[(point + 1)...].allSatisfy { $0 == 48 }
    return isWhole ? part(0..<point) : self
  }
}
