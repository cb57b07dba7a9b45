import Documents
import RollModel

/// Prints lines of bits. A comparison has few levels, each worth the same in most pairs: a line that stands further up in
/// the text is copied from there, or named by its number.
struct RecurringLines {
  private struct Printed {
    var line = EvidenceLine(comparison: "", level: "", m: nil, u: nil, weight: MatchWeight(0))
    /// Where it stands in the text; empty as long as none does.
    var place = 0..<0
    /// How many lines were written before it, not counting those that stood there already.
    var number = 0
  }

  /// By a hash of the weight; a line takes the place of another with its hash.
  private var printed = Array(repeating: Printed(), count: 256)
  private var count = 0

  /// Appends the lines of one finding, parted by commas, to the text that all others were appended to; `write` writes a
  /// line, the same line always alike.
  ///
  /// - Parameter isNumbered: a line that stands further up is named by its number.
  mutating func append(
    _ lines: [EvidenceLine], to out: inout ByteWriter, isNumbered: Bool = false,
    _ write: (EvidenceLine, inout ByteWriter) -> Void
  ) {
    for number in lines.indices {
      if number > 0 { out.append(44) }
      let slot = Int(truncatingIfNeeded: mixed(lines[number].weight.bits.bitPattern) & 255)
      if !printed[slot].place.isEmpty, printed[slot].line.isSame(as: lines[number]) {
        if isNumbered { out.append(integer: printed[slot].number) } else { out.append(again: printed[slot].place) }
        continue
      }
      let start = out.count
      write(lines[number], &out)
      printed[slot] = Printed(line: lines[number], place: start..<out.count, number: count)
      count += 1
    }
  }
}

extension EvidenceLine {
  /// Whether it prints alike.
  fileprivate func isSame(as other: EvidenceLine) -> Bool {
    weight.bits.bitPattern == other.weight.bits.bitPattern && m?.bitPattern == other.m?.bitPattern
      && u?.bitPattern == other.u?.bitPattern && level == other.level && comparison == other.comparison
  }
}
