import RollModel

/// Places where many were served from the special list last time, whom the roll lacks still.
extension Scribe {
  /// In one large desa of sixteen as many as one voter in 25; they come from streams of their own, so that all else of the
  /// desa stays as it was.
  mutating func writeServedCrowd() {
    guard !plan.isClean, place.voters >= 600, mixed(plan.seed ^ 0xD9C ^ UInt64(desa) << 13) % 16 == 0 else { return }
    var random = plan.random(desa: desa, 0xD9C)
    let homes = village.households.filter { $0.tps < 900 }
    for number in 0..<place.voters / 25 {
      let home = random.pick(homes)
      let sex: Sex = random.chance(0.5) ? .male : .female
      let age = 20 + random.below(45)
      var person = world.person(
        sex, age: age, age > 26 ? .married : .never, household: home, index: 0, desa: desa, family: home.family,
        order: 1, &random)
      // Serials that the census never reaches.
      person.serial = UInt16(9_000 + number)
      var record = Record(person, in: home, desa: desa, number: person.number(world.regions))
      let family = home.family.isEmpty ? person.name.first : home.family
      world.model.otherLists.apply(to: &record, added: family, &random)
      let (row, sink) = newRow(.special)
      writer.write(record, .special, to: sink, serial: row + 1)
      servedBeside[Int(record.tps), default: 0] += 1
      for rule in ["dpk-murni", "belum-terdaftar"] as [StaticString] {
        truth.append(TruthEntry(kind: .row, rule: rule, file: .special, row: row, areaCode: place.code))
      }
    }
  }
}
