import CIntrinsics
import Platform
import RollModel

/// The models that a scan begins with: defaults of m, chances of this roll, priors of the specification.
struct StartingModels: Sendable {
  let duplicates: Model
  /// One a list part.
  let links: [Model]
  let regionPlaces: RegionPlaces
  /// Pairs of voters with one family card.
  let cardPairs: Double
  /// Share of those that are born on one day and look like twins.
  let twinShare: Double

  init(_ set: RecordSet, _ frequencies: Frequencies, seed: UInt64, hasFamilyCards: [Bool], design: Design = .full) {
    var sampler = NumberChances(set, design: design)
    let number = Self.raised(sampler.estimate(seed: seed), set, sampler.nearNumbers, acrossAreas: false)
    let marital = sampler.marital.map { $0 / (sampler.marital[0] + sampler.marital[1]) }
    let possible = Self.possiblePairs(set.rollCount)
    let cards = FamilyCards(set, frequencies)
    var chances = Chances(
      number: number, marital: marital, sameFamilyCard: max(Double(cards.pairs), 1) / possible)
    if design.contains(.likeTokenWorth) { chances.likeTokens = LikeTokens.bits(set, frequencies) }
    self.init(
      chances: chances, regionPlaces: sampler.regionPlaces, cardPairs: Double(cards.pairs), twinShare: cards.twinShare,
      household: HouseholdClass(
        cards, pairs: possible, chances: chances, mode: set.mode, isLearned: design.contains(.learnedHousehold)),
      voters: set.rollCount,
      hasFamilyCards: hasFamilyCards, mode: set.mode, hasHouseholds: design.contains(.householdClass))
  }

  /// Of pairs between the areas of a population that `sample` stands for.
  ///
  /// - Parameters:
  ///   - cardPairs: pairs of two areas with one family card.
  ///   - possible: pairs of two areas.
  init(
    across sample: RecordSet, _ frequencies: Frequencies, seed: UInt64, cardPairs: Double, possible: Double,
    voters: Int
  ) {
    var sampler = NumberChances(sample, acrossAreas: true)
    let number = Self.raised(sampler.estimate(seed: seed), sample, sampler.nearNumbers, acrossAreas: true)
    let marital = sampler.marital.map { $0 / (sampler.marital[0] + sampler.marital[1]) }
    let cards = FamilyCards(sample, frequencies)
    var chances = Chances(number: number, marital: marital, sameFamilyCard: max(cardPairs, 1) / possible)
    chances.likeTokens = LikeTokens.bits(sample, frequencies)
    regionPlaces = sampler.regionPlaces
    self.cardPairs = cardPairs
    twinShare = cards.twinShare
    duplicates = Model(
      likelihoods: .defaults, chances: chances,
      prior: Training.logOdds(min(0.5, 0.005 * Double(voters) / possible)),
      household: HouseholdClass(
        cards, cardPairs: cardPairs, pairs: possible, chances: chances, mode: sample.mode), mode: sample.mode)
    links = []
  }

  init(
    chances: Chances, regionPlaces: RegionPlaces, cardPairs: Double, twinShare: Double, household: HouseholdClass,
    voters: Int, hasFamilyCards: [Bool], mode: NumberMode,
    hasHouseholds: Bool = true
  ) {
    self.regionPlaces = regionPlaces
    self.cardPairs = cardPairs
    self.twinShare = twinShare
    let possible = Self.possiblePairs(voters)
    let voters = Double(voters)
    duplicates = Model(
      likelihoods: .defaults, chances: chances, prior: Training.logOdds(min(0.5, 0.005 * voters / possible)),
      household: hasHouseholds ? household : nil, mode: mode)
    links = hasFamilyCards.map { has in
      // A list row meets as many household members as a voter does, less itself.
      var own = household
      own.prior = log2(max(1, cardPairs * 2 / max(1, voters)) / max(2, voters))
      return Model(
        likelihoods: .defaults, chances: chances, prior: log2(0.5 / max(1, voters)),
        household: has && hasHouseholds ? own : nil,
        mode: mode)
    }
  }

  /// Of weak numbers an equal one was drawn like every other level.
  private static func raised(
    _ number: [Double], _ set: RecordSet, _ near: EqualNumbers.Near, acrossAreas: Bool
  ) -> [Double] {
    set.mode.isWeak ? number : EqualNumbers(set, near, acrossAreas: acrossAreas).raising(number, near)
  }

  /// Pairs that `voters` can form, at least 1.
  static func possiblePairs(_ voters: Int) -> Double { max(1, Double(voters) * (Double(voters) - 1) / 2) }
}

/// Pairs of voters with one family card, and those of them that the twin guard would hold.
struct FamilyCards {
  private(set) var pairs = 0
  private(set) var guarded = 0
  /// Share of the pairs that the guard would hold, pulled towards one in five hundred where there are few.
  var twinShare: Double { (Double(guarded) + 2) / (Double(pairs) + 1000) }
  private static let mostSampled = 60_000
  /// Rows that a card's count is asked for ahead.
  private static let ahead = 12
  /// Levels of the numbers of pairs without a name token in common: rows of eight by birth group.
  private(set) var numberLevels = [Int](repeating: 0, count: 32)

  init(_ set: RecordSet, _ frequencies: Frequencies) {
    // Levels are learned from a share of the cards, chosen by number: enough for shares, and no slower on a large roll.
    let every = UInt32(max(1, set.rollCount / Self.mostSampled))
    let shift = max(20, Int.bitWidth - set.rollCount.leadingZeroBitCount)
    let mask: UInt64 = 1 << UInt64(shift) - 1
    var cards = CardCounts(rows: set.rollCount, shift: shift)
    var sample: [UInt64] = []
    for row in 0..<set.rollCount {
      cards.prefetch(mixed(set.records[min(row &+ Self.ahead, set.rollCount &- 1)].nkk))
      guard set.records[row].nkk != 0 else { continue }
      let hash = mixed(set.records[row].nkk)
      pairs += cards.count(hash)
      if every == 1 || UInt32(truncatingIfNeeded: hash >> 40) % every == 0 { sample.append(hash & ~mask | UInt64(row)) }
    }
    let count = sample.count
    let keys = RadixSort.sortedHashes(Storage(sample), count: count, from: shift, rounds: 4)
    let tokens = TokenComparator(set.table)
    var i = 0
    while i < count {
      var j = i + 1
      while j < count, keys[j] & ~mask == keys[i] & ~mask { j += 1 }
      if j - i <= 64 { countLevels(set, frequencies, tokens, keys, i, j, mask) }
      i = j
    }
    guarded *= Int(every)
  }

  private mutating func countLevels(
    _ set: RecordSet, _ frequencies: Frequencies, _ tokens: borrowing TokenComparator, _ keys: Storage<UInt64>,
    _ from: Int, _ to: Int, _ mask: UInt64
  ) {
    for p in from..<to {
      let i = Int(keys[p] & mask)
      let x = set.records[i]
      guard x.birth != 0, x.nik != 0 else { continue }
      for q in (p + 1)..<max(to, p + 1) {
        let j = Int(keys[q] & mask)
        let y = set.records[j]
        guard y.birth != 0, y.nik != 0 else { continue }
        let birth = frequencies.birth(x, y).level
        let level = NumberComparison.level(x, y, mode: set.mode, homes: set.homeRegions, birthsEqual: birth == 0)
        if birth == 0, level == 3 || level == 5 || set.mode.isWeak && level == 0 { guarded += 1 }
        let isNamesake = tokens.shareToken(
          set.tokenPointer(i), set.tokenCount(i), set.tokenPointer(j), set.tokenCount(j))
        if !isNamesake { numberLevels[BirthGroup.of(level: Int(birth)).rawValue * 8 + level] += 1 }
      }
    }
  }
}

/// Counts the members of each family card: open addressing, a hash above `shift` and the members so far below it.
private struct CardCounts {
  private let slots: Storage<UInt64>
  private let members: UInt64

  /// Fewer than 2^`shift` rows.
  init(rows: Int, shift: Int) {
    var size = 64
    while size < rows + rows / 2 { size *= 2 }
    slots = Storage(repeating: 0, count: size)
    members = 1 << UInt64(shift) - 1
  }

  /// Asks for the place of a card that is counted some rows later.
  @inline(__always) func prefetch(_ hash: UInt64) { padan_prefetch(slots.base + place(hash)) }

  @inline(__always) private func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> 32) & (slots.capacity &- 1)
  }

  /// Counts a member of the card with this hash; returns how many there were before.
  @inline(__always) mutating func count(_ hash: UInt64) -> Int {
    let mask = slots.capacity &- 1
    var slot = place(hash)
    while slots[slot] != 0, (slots[slot] ^ hash) & ~members != 0 { slot = (slot &+ 1) & mask }
    let before = slots[slot] & members
    slots[slot] = hash & ~members | (before &+ 1)
    return Int(before)
  }
}
