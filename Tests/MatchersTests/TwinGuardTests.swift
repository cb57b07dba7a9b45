import RollModel
import Testing

@testable import Matchers

struct TwinGuardTests {
  private func pair(level: Int, birth: Int8 = 0, sameName: Bool, nearSerial: Bool) -> Comparison {
    var c = Comparison()
    c.familyCard = 1
    c.birthLevel = birth
    c.numberCell = NumberTable.cell(group: BirthGroup.of(level: Int(birth)), sameKecamatan: true, level: level)
    c.count(.exact)
    if sameName { c.lengthLevel = 0 } else { c.count(.typo) }
    c.given = sameName ? 1 : 2
    c.sexLevel = 0
    c.isNearSerial = nearSerial
    return c
  }

  @Test(
    "holds twins' numbers, and lets two numbers under one name pass when their serials are far apart",
    arguments: [
      (3, 0, false, true, true), (3, 0, true, true, true), (3, 0, true, false, false), (3, 0, false, false, true),
      (3, 3, false, true, true), (5, 0, false, false, true), (5, 3, false, false, false), (1, 0, false, false, false),
      (0, 0, true, true, false),
    ] as [(Int, Int8, Bool, Bool, Bool)])
  func guards(level: Int, birth: Int8, sameName: Bool, nearSerial: Bool, isGuarded: Bool) {
    let c = pair(level: level, birth: birth, sameName: sameName, nearSerial: nearSerial)
    #expect(c.isGuarded(.full) == isGuarded)
  }
}

struct TwinsApartTests {
  /// A pair on two cards whose numbers differ in the serial alone.
  private func pair(_ change: (inout Comparison) -> Void) -> Comparison {
    var c = Comparison()
    c.familyCard = 0
    c.birthLevel = 0
    c.numberCell = NumberTable.cell(group: .exact, sameKecamatan: true, level: 3)
    c.count(.typo)
    c.count(.exact)
    c.lengthLevel = 0
    c.given = 2
    c.sexLevel = 0
    c.isNearSerial = true
    c.isFullDate = true
    c.residenceLevel = 1
    change(&c)
    return c
  }

  private static func set(_ level: Int, _ c: inout Comparison) {
    c.numberCell = NumberTable.cell(group: c.birthGroup, sameKecamatan: true, level: level)
  }

  private static let cases: [(String, Bool, @Sendable (inout Comparison) -> Void)] = [
    ("SEPTI and SEPTA", true, { _ in }),
    ("without a card", true, { $0.familyCard = -1 }),
    (
      "another word", true,
      {
        $0.nameEvents = 0; $0.count(.exact); $0.count(.conflict); $0.given = 1
      }
    ),
    (
      "another given name", true,
      {
        $0.nameEvents = 0; $0.count(.exact); $0.given = 0
      }
    ),
    (
      "a boy and a girl whose serials are far apart", true,
      {
        $0.isNearSerial = false; $0.hasNumbersOfTwoSexes = true
      }
    ),
    (
      "a date mistyped", true,
      {
        $0.birthLevel = 3; set(3, &$0)
      }
    ),
    (
      "one name, two numbers", false,
      {
        $0.nameEvents = 0; $0.count(.exact); $0.given = 1
      }
    ),
    (
      "a name that sounds the same", false,
      {
        $0.nameEvents = 0; $0.count(.phonetic)
      }
    ),
    (
      "a word that one side lacks", false,
      {
        $0.nameEvents = 0; $0.count(.exact); $0.count(.extra); $0.given = 1
      }
    ),
    ("serials far apart", false, { $0.isNearSerial = false }),
    ("one number", false, { set(0, &$0) }),
    ("another region", false, { set(4, &$0) }),
    (
      "another birth date", false,
      {
        $0.birthLevel = 6; set(3, &$0)
      }
    ),
  ]

  @Test("holds those who may be twins back, whatever their cards say", arguments: cases.indices)
  func holdsBack(index: Int) {
    let (words, isHeld, change) = Self.cases[index]
    let c = pair(change)
    #expect(c.isGuarded(.full) == isHeld, "\(words)")
    #expect(!c.isGuarded(.full, .full.without(.twinGuard)), "\(words)")
    // A list's row that may mean the voter's twin strikes nobody.
    let tier = c.linkTier(1, lead: 50, mode: .full, thresholds: TierThresholds())
    if isHeld { #expect(tier <= .verify, "\(words)") }
  }

  @Test("lets a list's row be sure of a voter who is nobody's twin")
  func linksOthers() {
    let other = pair {
      $0.nameEvents = 0; $0.count(.exact); $0.given = 1
    }
    #expect(other.linkTier(1, lead: 50, mode: .full, thresholds: TierThresholds()) >= .strong)
  }

  @Test("leaves those who may be twins, and share fifteen digits, to the field", arguments: [0, 3])
  func cutNumbers(level: Int) {
    func tier(_ change: (inout Comparison) -> Void) -> Tier {
      pair {
        Self.set(level, &$0); change(&$0)
      }
      .duplicateTier(1, hasRival: false, mode: .truncated, thresholds: TierThresholds())
    }
    #expect(tier { _ in } == .verify)
    #expect(tier { $0.given = 1 } == .strong)
    #expect(
      tier {
        $0.nameEvents = 0; $0.count(.phonetic)
      } == .strong)
  }

  @Test("teaches the model nothing from those who may be twins")
  func teachesNothing() {
    let twins = Array(
      repeating: pair {
        $0.nameChance = 20; $0.birthChance = 14
      }, count: 400)
    let chances = Chances(number: Array(repeating: 0.125, count: 120), marital: [0.5, 0.5], sameFamilyCard: 1e-6)
    let start = Model(
      likelihoods: .defaults, chances: chances, prior: -10, household: nil, mode: .full)
    let learned = Training(mode: .full).duplicates(twins, voters: 10_000, start: start, threads: 1)
    #expect(learned.sums.total == 0)
    let without = Training(mode: .full, design: .full.without(.anchor))
    #expect(without.duplicates(twins, voters: 10_000, start: start, threads: 1).sums.total > 0)
  }
}
