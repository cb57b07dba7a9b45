import RollModel

/// What a clean roll has besides: people who died before the earlier roll, and people who came.
extension Scribe {
  /// Struck as dead on the earlier roll, and on this one no more.
  mutating func writeEarlierDead(_ index: Int) {
    var record = trueRecord(index)
    record.mark = 1
    let (row, sink) = newRow(.previousRoll)
    let rollID = 160_000_000 + 2 * place.firstVoter + index
    writer.write(record, .previousRoll, to: sink, serial: row + 1, rollID: rollID)
  }

  /// Every second voter who is new on the roll came from another desa.
  func arrived(_ index: Int) -> Bool {
    let person = village.persons[index]
    return person.isVoter && person.marks.contains(.newOnRoll) && strike(of: index) == 0 && index % 2 == 0
      && plan.desa.count > 1
  }

  /// The list of moves has him under the desa that he left, with this one as where he went.
  mutating func writeArrival(_ index: Int) {
    var random = random(index, .moves, 0xA)
    var record = trueRecord(index)
    world.model.otherLists.apply(to: &record, added: familyWord(index), &random)
    record.desa = (desa + 1 + random.below(plan.desa.count - 1)) % plan.desa.count
    let (row, sink) = newRow(.moves)
    writer.write(
      record, .moves, to: sink, serial: row + 1, event: before(20 + random.below(300)), evidence: "SKPWNI",
      destination: .desa(desa))
  }
}
