import RollModel
import Testing

@testable import Matchers

/// What nobody is struck for without a visit, however many bits speak for it.
struct ContradictionTests {
  private func tier(_ change: (inout Comparison) -> Void) -> Tier {
    var c = Comparison()
    c.birthLevel = 0
    c.count(.exact)
    c.count(.exact)
    c.lengthLevel = 0
    c.given = 1
    c.sexLevel = 0
    c.residenceLevel = 1
    c.isFullDate = true
    change(&c)
    return c.linkTier(1, lead: 50, mode: .full, thresholds: TierThresholds())
  }

  private func set(_ level: NumberLevel, _ c: inout Comparison) {
    c.numberCell = NumberTable.cell(group: c.birthGroup, sameKecamatan: false, level: level.rawValue)
  }

  @Test("one number under birth dates that differ in every part may be a child's on its parent's deed")
  func childsNumber() {
    #expect(tier { set(.equal, &$0) } == .certain)
    #expect(
      tier {
        $0.birthLevel = BirthLevel.different.rawValue; set(.equal, &$0)
      } == .verify)
    #expect(
      tier {
        $0.birthLevel = BirthLevel.year.rawValue; set(.equal, &$0)
      } == .certain)
  }

  @Test("two whole numbers of two people need a home in common")
  func namesakes() {
    for level in [NumberLevel.serialDiffers, .sameDate, .sameRegion, .different] {
      #expect(tier { set(level, &$0) } == .strong)
      for home in [ResidenceLevel.different.rawValue, -1] {
        #expect(
          tier {
            set(level, &$0); $0.residenceLevel = home
          } == .verify)
      }
    }
    #expect(tier { $0.residenceLevel = ResidenceLevel.different.rawValue } == .certain)
  }

  @Test("a man and a woman need a number or a birth date in common")
  func husbandAndWife() {
    #expect(tier { $0.sexLevel = 1 } == .certain)
    #expect(
      tier {
        $0.sexLevel = 1; $0.birthLevel = BirthLevel.swapped.rawValue
      } == .verify)
    #expect(
      tier {
        $0.sexLevel = 1; $0.birthLevel = BirthLevel.swapped.rawValue; set(.regionError, &$0)
      } >= .strong)
  }

  @Test("one date, one desa and one first name are not sure where the other words differ: so are twins named")
  func twinsNames() {
    #expect(
      tier {
        $0.nameEvents = 0; $0.count(.exact); $0.count(.conflict)
      } == .strong)
    #expect(
      tier {
        $0.nameEvents = 0; $0.count(.exact); $0.count(.extra)
      } == .certain)
    #expect(
      tier {
        $0.nameEvents = 0; $0.count(.exact); $0.count(.conflict); set(.dateError, &$0)
      } == .certain)
    var c = Comparison()
    c.birthLevel = 0
    c.given = 1
    c.familyCard = 1
    c.isFullDate = true
    c.count(.exact)
    #expect(c.duplicateTier(1, hasRival: false, mode: .full, thresholds: TierThresholds()) == .certain)
    c.count(.conflict)
    #expect(c.duplicateTier(1, hasRival: false, mode: .full, thresholds: TierThresholds()) == .strong)
  }

  @Test("a third row of the same number, name and date makes two of them no less sure")
  func triples() {
    var c = Comparison()
    set(.equal, &c)
    c.birthLevel = 0
    c.given = 1
    c.isFullDate = true
    c.count(.exact)
    #expect(c.duplicateTier(1, hasRival: true, mode: .full, thresholds: TierThresholds()) == .certain)
    c.count(.conflict)
    #expect(c.duplicateTier(1, hasRival: true, mode: .full, thresholds: TierThresholds()) == .strong)
  }

  /// A deed for somebody of the first voter's name and address, born on the same day `years` earlier.
  private func deed(day: Int, month: Int, years: Int, _ change: (inout MadeUpRoll.Person) -> Void = { _ in })
    -> (results: MatchResults, voters: MadeUpRoll)
  {
    var voters = MadeUpRoll(people: 400, copies: 0, seed: 83)
    var dead = MadeUpRoll(people: 0, copies: 0, seed: 84)
    voters.people[0].name = ["ZULKARNAIN", "HADIWIBOWO"]
    voters.people[0].birth = CalendarDay(day: day, month: month, year: 1982)
    for i in 100..<140 { dead.people.append(voters.people[i]) }
    var father = voters.people[0]
    father.birth = CalendarDay(day: day, month: month, year: 1982 - years)
    father.nik = NIK()
    father.nkk = NIK()
    change(&father)
    dead.people.append(father)
    return (Matcher(threads: 1).run(voters.data(lists: [.deaths: dead])), voters)
  }

  private func tierOfDeed(_ results: MatchResults) -> Tier? {
    results.links[.deaths]?.first { $0.a == 0 }?.tier
  }

  @Test("a father who was given the same common birthday as his son is not his son")
  func fathers() {
    #expect(tierOfDeed(deed(day: 1, month: 7, years: 37).results) == .verify)
    #expect(tierOfDeed(deed(day: 14, month: 5, years: 10).results) ?? .candidate >= .strong)
    // With a number of his own he is somebody else, and nobody is asked to visit the son.
    let numbered = deed(day: 1, month: 7, years: 37) { $0.nik = NIK(number: 1_602_051_403_450_004) }
    #expect(tierOfDeed(numbered.results) ?? .candidate < .verify)
  }

  @Test("every weight is a number, also where a deed's NIK contradicts its own date")
  func finite() {
    let (results, _) = deed(day: 9, month: 3, years: 37) { $0.nik = NIK(number: 1_602_051_403_780_004) }
    let pairs = results.links[.deaths] ?? []
    #expect(!pairs.isEmpty)
    #expect(pairs.allSatisfy { $0.weight.bits.isFinite && $0.explanation.allSatisfy { $0.weight.bits.isFinite } })
  }

  @Test(
    "a number written where there is none makes nobody one person",
    arguments: [9_999_999_999_999_999, 1_602_050_000_000_000, 1_111_111_111_111_111] as [UInt64])
  func placeholders(number: UInt64) {
    #expect(NIK(number: number).isPlaceholder)
    var made = MadeUpRoll(people: 300, copies: 0, seed: 85)
    for i in [0, 9] {
      made.people[i].nik = NIK(number: number)
      made.people[i].nkk = NIK()
    }
    made.people[9].name = made.people[0].name
    made.people[9].birth = CalendarDay(day: 1, month: 1, year: 1984)
    made.people[0].birth = CalendarDay(day: 1, month: 1, year: 1970)
    let data = made.data()
    #expect(!Matcher(threads: 1).run(data).duplicates.contains { $0.tier >= .strong })
    #expect(NumberIndex(data.roll.columns).all(NIK(number: number)).isEmpty)
  }

  @Test("a number that somebody may be given is none of these")
  func issued() {
    #expect(!NIK(number: 1_602_051_403_780_001).isPlaceholder)
    #expect(!NIK().isPlaceholder)
    #expect(!NIK(number: 1_602_050_000_000_000, hiddenStart: 6, hiddenLength: 10).isPlaceholder)
  }
}
