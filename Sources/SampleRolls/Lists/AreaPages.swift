import RollModel

/// Coklit visits, the list of RT that exist, and official counts.
extension Scribe {
  /// Visits by household; an RT that the plan leaves uncovered has none at all.
  mutating func writeVisits() {
    let persons = village.persons
    var counts = [Int](repeating: 0, count: village.rtCount)
    var covered = [Bool](repeating: false, count: village.rtCount)
    var person = 0
    var (withoutSticker, stickersAlone) = (0, 0)
    for (index, household) in (village.households + village.homesApart).enumerated() {
      var hasVoter = index >= village.households.count
      while person < persons.count, Int(persons[person].household) == index {
        if persons[person].isVoter { hasVoter = true }
        person += 1
      }
      guard hasVoter else { continue }
      counts[household.rt] += 1
      guard !world.isUncovered(rt: world.rtFirst[desa] + household.rt) else { continue }
      var random = SeededGenerator(seed: mixed(plan.seed ^ household.card))
      let visited = !covered[household.rt] || random.chance(0.98) && !isPassedBy(household)
      covered[household.rt] = true
      if visited {
        let hasSticker = random.chance(0.992) || plan.isClean
        let isElsewhere = visitsElsewhere(household)
        var place = household
        if isElsewhere { place.tps = household.tps % UInt16(village.stationCount) + 1 }
        visit(place, sticker: hasSticker, result: "sesuai", &random)
        if let family = standing(household), family.tps < 900, family.tps != place.tps {
          truth.append(
            TruthEntry(kind: .row, rule: "salah-tps", file: .roll, row: family.eldest, areaCode: self.place.code))
        }
        if !hasSticker { withoutSticker += 1 }
        // One household stickered again under another station.
        if village.stationCount > 1, random.chance(0.002), !isElsewhere, !plan.isClean {
          if let family = standing(household), family.tps < 900 {
            truth.append(
              TruthEntry(
                kind: .row, rule: "kk-coklit-ganda", file: .roll, row: family.eldest, areaCode: self.place.code))
          }
          var again = household
          again.tps = household.tps % UInt16(village.stationCount) + 1
          visit(again, sticker: true, result: "sesuai", &random)
        }
      } else if random.chance(0.12), !plan.isClean {
        visit(household, sticker: true, result: Self.stickerAlone, &random)
        stickersAlone += 1
      }
    }
    for (rule, count) in [("stiker-tanpa-coklit", stickersAlone), ("coklit-tanpa-stiker", withoutSticker)]
      as [(StaticString, Int)] where count > 0
    {
      truth.append(TruthEntry(kind: .area, rule: rule, areaCode: place.code))
    }
    if visitsOutside > 0 {
      truth.append(TruthEntry(kind: .area, rule: "coklit-di-luar-jadwal", areaCode: place.code))
    }
    let unlisted = unlistedNeighbourhood(households: counts)
    if unlisted != nil {
      truth.append(TruthEntry(kind: .area, rule: "wilayah-tidak-dikenal", areaCode: place.code))
    }
    for rt in 0..<village.rtCount where rt != unlisted {
      writeArea(rt, households: counts[rt])
      if counts[rt] > 0, world.isUncovered(rt: world.rtFirst[desa] + rt) {
        truth.append(
          TruthEntry(
            kind: .area, rule: "rt-belum-tercoklit", areaCode: place.code, rw: Village.rw(rt), rt: Village.rt(rt)))
      }
    }
    writeEmptyNeighbourhood()
  }

  /// In one desa of fifteen the list of areas lacks an RT that coklit visited.
  private func unlistedNeighbourhood(households: [Int]) -> Int? {
    guard !plan.isClean, mixed(plan.seed ^ 0x0A7 ^ UInt64(desa) << 7) % 15 == 0, village.rtCount > 3 else { return nil }
    return (1..<village.rtCount).first {
      households[$0] >= 8 && !world.isUncovered(rt: world.rtFirst[desa] + $0)
    }
  }

  static let stickerAlone: StaticString = "stiker tanpa kunjungan"

  /// In one large desa of twenty the surveyors passed one family in four by.
  private func isPassedBy(_ household: Household) -> Bool {
    !plan.isClean && place.voters >= 400 && mixed(plan.seed ^ 0xC0E ^ UInt64(desa) << 11) % 20 == 0
      && mixed(plan.seed ^ 0xC0F ^ household.card) % 4 == 0
  }

  /// One family in 400 was visited by the surveyor of another station.
  private func visitsElsewhere(_ household: Household) -> Bool {
    !plan.isClean && village.stationCount > 1 && household.tps < 900
      && mixed(plan.seed ^ 0x7B5 ^ household.card) % 400 == 0
  }

  /// The eldest of a family's rows, whom a finding on it names, and the station where most of them stand; nil where no
  /// row that counts bears its card.
  private func standing(_ household: Household) -> (eldest: Int, tps: UInt16)? {
    guard let rows = cards[household.card], let eldest = rows.min(by: { $0.birth < $1.birth }) else { return nil }
    let parts = Dictionary(grouping: rows, by: \.tps).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return parts.first.map { (eldest.row, $0.key) }
  }

  private mutating func visit(
    _ household: Household, sticker: Bool, result: StaticString, _ random: inout SeededGenerator
  ) {
    if result.utf8CodeUnitCount != Self.stickerAlone.utf8CodeUnitCount {
      visitedCards.insert(household.card)
      visitedPlaces.insert([Village.rw(household.rt), Village.rt(household.rt)])
    }
    let (_, sink) = newRow(.visits)
    sink.number(Int(household.card), width: 16)
    sink.byte(44)
    sink.number(place.code, width: 10)
    sink.byte(44)
    sink.number(Village.rt(household.rt), width: 3)
    sink.byte(44)
    sink.number(Village.rw(household.rt), width: 3)
    sink.byte(44)
    sink.number(Int(household.tps), width: 3)
    sink.byte(44)
    // 24 June to 24 July 2024; half a percent fall outside.
    let outside = random.chance(0.005) && !plan.isClean
    if outside { visitsOutside += 1 }
    let day = World.firstVisit + (outside ? 33 + random.below(20) : random.below(31))
    let date = CalendarDay(ordinal: day)
    sink.number(date.year)
    sink.byte(45)
    sink.number(date.month, width: 2)
    sink.byte(45)
    sink.number(date.day, width: 2)
    sink.text(sticker ? ",Ya," : ",Tidak,")
    sink.name(world.surveyor(desa: desa, station: Int(household.tps)))
    sink.byte(44)
    sink.text(result)
    sink.byte(10)
  }

  private mutating func writeArea(_ rt: Int, households: Int) {
    householdsListed += households
    let (_, sink) = newRow(.areas)
    sink.number(place.code, width: 10)
    sink.byte(44)
    sink.text(place.name)
    sink.byte(44)
    sink.text(plan.area.kecamatan[place.kecamatan].name)
    sink.byte(44)
    sink.number(Village.rt(rt), width: 3)
    sink.byte(44)
    sink.number(Village.rw(rt), width: 3)
    sink.byte(44)
    sink.number(households)
    sink.byte(10)
  }

  /// Now and then an RT that stands in the list of areas and was visited, yet has no voter on the roll.
  private mutating func writeEmptyNeighbourhood() {
    guard !plan.isClean, mixed(plan.seed ^ 0xE3 ^ UInt64(desa) << 9) % 12 == 0 else { return }
    let rt = village.rtCount
    writeArea(rt, households: 14)
    var random = plan.random(desa: desa, 0xE3)
    for ordinal in 0..<9 {
      let card = Village.card(plan.area, kecamatan: place.kecamatan, ordinal: 6000 * 400 + desa * 9 + ordinal)
      let household = Household(
        people: .malay, rt: rt, street: 0, house: 1, card: card, tps: UInt16(village.stationCount), family: .empty)
      visit(household, sticker: true, result: "sesuai", &random)
    }
    for rule in ["wilayah-tanpa-pemilih", "kk-coklit-tanpa-pemilih"] as [StaticString] {
      truth.append(
        TruthEntry(kind: .area, rule: rule, areaCode: place.code, rw: Village.rw(rt), rt: Village.rt(rt)))
    }
  }
}

extension World {
  /// 24 June 2024, the first day of coklit, as `CalendarDay.ordinal` counts.
  static let firstVisit = CalendarDay(day: 24, month: 6, year: 2024).ordinal ?? 739_061

  /// Whether an RT, numbered through the kabupaten, was left out of coklit altogether.
  func isUncovered(rt: Int) -> Bool {
    if plan.isClean { return false }
    var stratum = Stratum(rate: 0.015, least: 3, population: rtTotal, salt: plan.seed ^ 0x0C0, from: rt)
    return stratum.takes(rt)
  }

  /// The Pantarlih of a station: a made-up name.
  func surveyor(desa: Int, station: Int) -> Name {
    var random = plan.random(desa: desa, 0x5A00 + UInt64(station))
    return names.name(
      random.chance(0.6) ? .malay : .javanese, random.chance(0.6) ? .female : .male, year: 1998, family: .empty,
      order: 0, &random)
  }
}
