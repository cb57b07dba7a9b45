import RollModel

/// Fathers' names as lists give them: some rows have none, some only its first word, some misspell it, few are wrong.
///
/// No survey of such columns is known; the shares are set by hand, worse on the lists of the dead than on the roll.
struct Fathers: Sendable {
  let names: NameBook
  let seed: UInt64

  func write(_ record: borrowing Record, _ layout: Layout, to sink: Page) {
    var truth = SeededGenerator(seed: mixed(seed ^ record.father))
    var name = father(of: record, &truth)
    var random = SeededGenerator(seed: mixed(seed ^ record.father ^ UInt64(layout.columns.count) << 50))
    let rough = layout.isRoll ? 1.0 : 2.0
    if random.chance(0.08 * rough) { return }
    if random.chance(0.015 * rough) { name = father(of: record, &random) }
    if random.chance(0.08 * rough) { name = Name([name.first]) }
    if random.chance(0.05 * rough) { name[0] = Word(RowWriter.misspelt(name.first.bytes, &random)) }
    sink.name(name)
  }

  private func father(of record: borrowing Record, _ random: inout SeededGenerator) -> Name {
    names.name(record.people, .male, year: record.birth.year - 28, family: .empty, order: 0, &random)
  }
}
