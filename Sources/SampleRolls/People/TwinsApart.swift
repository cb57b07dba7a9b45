import RollModel

/// Twins who married and moved out: their numbers were issued one after the other, their cards no longer are one.
///
/// Their lots are drawn apart from all others, so that everybody else stays who they are.
extension Village {
  /// From this age on about half of the twins live apart.
  static let ageApart = 25

  /// Settles the younger of about half of all grown twins elsewhere in the desa, on a family card of their own.
  mutating func settleTwinsApart() {
    let area = world.plan.area
    let place = world.plan.desa[desa]
    for i in persons.indices where persons[i].isYoungerTwin && persons[i].numberOwner < 0 {
      let family = households[Int(persons[i].household)]
      let age = persons[i].birth.age(on: world.plan.referenceDay) ?? 0
      var random = SeededGenerator(seed: mixed(mixed(world.plan.seed ^ 0x7A17 ^ UInt64(desa) << 32) ^ UInt64(i)))
      guard age >= Self.ageApart, family.tps < 900, random.unit() < 0.5 else { continue }
      let neighbour = households[random.below(households.count)]
      guard neighbour.tps < 900, neighbour.card != family.card else { continue }
      let ordinal = homesApart.count * place.siblings + place.ordinal
      var home = neighbour
      home.house = UInt16(1 + random.below(120))
      // Serials of such cards lie above all others.
      home.card = Village.card(
        area, kecamatan: place.kecamatan, ordinal: ordinal % 6000 + 6000 * (9_000 + ordinal / 6000))
      home.family = family.family
      home.people = family.people
      persons[i].homeApart = Int32(homesApart.count)
      persons[i].marital = .married
      homesApart.append(home)
    }
  }
}
