import RollModel

/// Numbers lines of bits in order of arrival. A comparison has few levels, each worth the same in most pairs, so that most
/// lines have stood further up and need only be named.
struct RecurringLines {
  /// By a hash of the weight; a line takes the place of another with its hash.
  private var lines: [EvidenceLine?] = Array(repeating: nil, count: slots)
  private var numbers: [Int] = Array(repeating: 0, count: slots)
  private var count = 0

  private static let slots = 4096

  /// The number of a line, and whether it is new: what comes again is rarely given a second one.
  mutating func number(of line: EvidenceLine) -> (number: Int, isNew: Bool) {
    let slot = Int(truncatingIfNeeded: mixed(line.weight.bits.bitPattern) & UInt64(Self.slots - 1))
    if let known = lines[slot], known.isSame(as: line) { return (numbers[slot], false) }
    lines[slot] = line
    numbers[slot] = count
    count += 1
    return (count - 1, true)
  }
}

extension EvidenceLine {
  /// Whether it prints alike.
  fileprivate func isSame(as other: EvidenceLine) -> Bool {
    weight.bits.bitPattern == other.weight.bits.bitPattern && m?.bitPattern == other.m?.bitPattern
      && u?.bitPattern == other.u?.bitPattern && level == other.level && comparison == other.comparison
  }
}
