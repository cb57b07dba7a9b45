import Documents
import RollModel

/// Prints lines of bits. A comparison has few levels, each worth the same in most pairs: a line that stands further up in
/// the text is copied from there.
struct RecurringLines {
  private struct Printed {
    var line = EvidenceLine(comparison: "", level: "", m: nil, u: nil, weight: MatchWeight(0))
    /// Where it stands in the text; empty as long as none does.
    var place = 0..<0
  }

  /// By a hash of the weight; a line takes the place of another with its hash.
  private var printed = Array(repeating: Printed(), count: 256)

  /// Appends the lines of one finding, parted by commas, to the text that all others were appended to; `write` writes a
  /// line, the same line always alike.
  mutating func append(
    _ lines: [EvidenceLine], to out: inout ByteWriter, _ write: (EvidenceLine, inout ByteWriter) -> Void
  ) {
    for number in lines.indices {
      if number > 0 { out.append(44) }
      let slot = Int(truncatingIfNeeded: mixed(lines[number].weight.bits.bitPattern) & 255)
      if !printed[slot].place.isEmpty, printed[slot].line.isSame(as: lines[number]) {
        out.append(again: printed[slot].place)
        continue
      }
      let start = out.count
      write(lines[number], &out)
      printed[slot] = Printed(line: lines[number], place: start..<out.count)
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
