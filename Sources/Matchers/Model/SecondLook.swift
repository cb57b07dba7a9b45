import Platform
import RollModel

/// Looks again at the pairs that a scan kept, for what is too dear to ask of every pair.
///
/// Each step takes back evidence that was counted twice, or sees one household behind a mistyped card:
/// 1. a family card with one error of writing, within one desa, is the same card;
/// 2. the chance of the number's level depends on heaped dates and on a shared birthplace (`NumberTable`);
/// 3. an address is as common as among the people of its desa;
/// 4. one full name in one desa is as common as in that desa: villages keep names;
/// 5. a list row without a full birth date still has a date in its number; a year alone is not a date.
struct SecondLook: Sendable {
  private let set: RecordSet
  private let places: RegionPlaces
  private let residents: Residents
  private let design: Design

  /// Counts what `kept` asks for: one reading of the roll.
  init(_ set: RecordSet, _ places: RegionPlaces, kept: PairScan.Kept, design: Design, threads: Int) {
    self.set = set
    self.places = places
    self.design = design
    residents = Residents(set, of: [kept.duplicates] + kept.links, threads: threads)
  }

  /// Looks at every pair again.
  func refine(_ pairs: inout [Comparison], threads: Int) {
    pairs.withUnsafeMutableBufferPointer { pairs in
      nonisolated(unsafe) let pairs = pairs
      let cuts = RollModel.pieces(of: pairs.count, size: 1 << 13)
      _ = parallelMap(cuts.count, threads: threads) { k in for at in cuts[k] { refine(&pairs[at]) } }
    }
  }

  /// Looks at one pair again.
  func refine(_ c: inout Comparison) {
    let x = set.records[Int(c.a)]
    let y = set.records[Int(c.b)]
    c.isFullDate = x.hasFullDate && y.hasFullDate
    let sameDesa = c.residenceLevel == 0 || c.residenceLevel == 1
    if design.contains(.nearCard), set.mode == .full, c.familyCard == 0, sameDesa { seeNearCard(x, y, &c) }
    leaveOut(&c)
    if c.numberCell >= 0 { seeNumber(x, y, &c) }
    if sameDesa { seeResidence(x, y, &c) }
  }

  /// Parts of the design that are taken out of what a scan saw; none in a run of the tool.
  private func leaveOut(_ c: inout Comparison) {
    if !design.contains(.nameLength) { c.lengthLevel = -1 }
    if !design.contains(.numberDateCap) { c.numberDateChance = 0 }
    if !design.contains(.dateLevels), (1...7).contains(c.birthLevel) {
      c.birthLevel = 8
      c.birthChance = 0
      c.numberDateChance = 0
    }
  }

  /// Cards of neighbours issued on one day differ in the serial alone, so there the address must be the same too.
  private func seeNearCard(_ x: MatchRecord, _ y: MatchRecord, _ c: inout Comparison) {
    guard NumberComparison.oneErrorApart(x.nkk, y.nkk) else { return }
    guard c.residenceLevel == 0 || x.nkk / 10_000 != y.nkk / 10_000 else { return }
    c.familyCard = 1
    c.isNearCard = true
  }

  private func seeNumber(_ x: MatchRecord, _ y: MatchRecord, _ c: inout Comparison) {
    let stratum = places.stratum(x, y)
    var level = c.numberLevel
    var group = c.birthGroup
    // Dates that agree on a year, or on day and month, are not one date: strangers' numbers differ then as elsewhere.
    if c.birthLevel == 0, !c.isFullDate, set.mode != .masked { group = x.hasDayMonth && y.hasDayMonth ? .near : .year }
    if design.contains(.numberWithoutDate), group != .exact, set.mode == .full, level == 5 || level == 6,
      x.ownsNumberDate && !y.hasFullDate || y.ownsNumberDate && !x.hasFullDate
    {
      level = 7
    }
    c.numberCell = NumberTable.cell(group: group, sameKecamatan: stratum == .kecamatan, level: level)
    c.isNearSerial = NumberComparison.areSerialsNear(x.nik, y.nik)
    c.hasNumbersOfTwoSexes = (x.nik / 1_000_000_000 % 10 >= 4) != (y.nik / 1_000_000_000 % 10 >= 4)
    let heaped = design.contains(.numberByHeap) && Frequencies.isHeaped(x.dayMonth)
    let used: NumberTable.Stratum = stratum == .birthplace && !design.contains(.numberByPlace) ? .nothing : stratum
    c.chanceRow = NumberTable.chanceRow(group: group, stratum: used, heaped: heaped)
  }

  private func seeResidence(_ x: MatchRecord, _ y: MatchRecord, _ c: inout Comparison) {
    if design.contains(.addressInDesa), c.residenceLevel == 0 {
      c.residenceChance = min(c.residenceChance, residents.addressBits(x))
    }
    if design.contains(.namesInDesa), c.hasEqualNames {
      let isLink = Int(c.b) >= set.rollCount
      let lift = residents.nameLift(set, Int(c.a), own: isLink ? 1 : 2, nameBits: c.nameChance)
      c.residenceChance = max(0, c.residenceChance - lift)
    }
  }
}
