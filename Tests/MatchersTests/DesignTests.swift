import RollModel
import Testing

@testable import Matchers

struct DesignTests {
  private static let parts: [Design] = [
    .training, .anchor, .householdClass, .twinGuard, .learnedHousehold, .numberOnly, .needsCommonName,
    .copiedNumberGuard, .tokenFrequency, .likeTokens, .nameLength, .chain, .spellingCaps, .shortForms, .decades,
    .glueFloor, .namesInDesa, .likeTokenWorth, .dateFrequency, .dateLevels, .commonDates, .number, .numberGivenDate,
    .numberDateCap, .ownDates, .twinsOfTwoSexes, .numberByKecamatan, .numberByHeap, .numberByPlace, .birthplace,
    .placeFrequency, .placeGivenResidence, .residence, .addressInDesa, .familyCard, .nearCard, .sex, .sexGivenName,
    .marital,
  ]

  @Test("parts are distinct, and all of them are the full design")
  func distinct() {
    #expect(Set(Self.parts.map(\.rawValue)).count == Self.parts.count)
    for part in Self.parts {
      #expect(part.rawValue.nonzeroBitCount == 1)
      #expect(Design.full.contains(part))
      #expect(!Design.full.without(part).contains(part))
    }
  }

  @Test(
    "a part taken out takes its line out of the evidence",
    arguments: [
      (Design.birthplace, "tempat lahir"), (.sex, "jenis kelamin"), (.marital, "status kawin"), (.number, "NIK"),
      (.familyCard, "NKK"), (.residence, "tempat tinggal"), (.nameLength, "jumlah kata nama"),
    ])
  func takesOut(part: Design, line: String) {
    let data = MadeUpRoll(people: 1_500, copies: 60, seed: 31).data()
    func lines(_ design: Design) -> [String] {
      var settings = MatchSettings()
      settings.design = design
      return Matcher(settings: settings, threads: 2).run(data).duplicates.flatMap { $0.explanation.map(\.comparison) }
    }
    #expect(lines(.full).contains { $0.hasPrefix(line) })
    #expect(!lines(.full.without(part)).contains { $0.hasPrefix(line) })
  }
}

struct LikeTokensTests {
  @Test("agreement of like tokens is as rare as the vocabulary makes it, within three bits")
  func bounded() {
    let data = MadeUpRoll(people: 3_000, copies: 300, seed: 32).data()
    let set = RecordSet(
      roll: data.roll, lists: [], mode: .full, table: TokenTable(data.lexicon.tokens), threads: 1)
    let frequencies = Frequencies(set, lexicon: data.lexicon, threads: 1)
    let bits = LikeTokens.bits(set, frequencies)
    #expect(bits.count == 8)
    #expect(bits[Int(NameEvent.exact.rawValue)] == 0)
    #expect(bits.allSatisfy { abs($0) <= 3 })
    #expect(bits[Int(NameEvent.typo.rawValue)] != 0)
  }
}

struct WeakCardTests {
  @Test("cards that lost digits count with the desa, masked ones with the address too")
  func cards() {
    let full = NIK(number: 1_602_010_101_100_123)
    let other = NIK(number: 1_602_010_101_100_127)
    #expect(NumberMode.full.card(full, area: 1, address: 2) == full.number)
    let cut = NumberMode.truncated.card(full, area: 1, address: 2)
    #expect(cut == NumberMode.truncated.card(other, area: 1, address: 3))
    #expect(cut != NumberMode.truncated.card(full, area: 2, address: 2))
    let masked = NIK(number: 1_602_010_101_000_000, hiddenStart: 10, hiddenLength: 6)
    let shown = NumberMode.masked.card(masked, area: 1, address: 2)
    #expect(shown == NumberMode.masked.card(full, area: 1, address: 2))
    #expect(shown != NumberMode.masked.card(masked, area: 1, address: 3))
    #expect(NumberMode.full.card(masked, area: 1, address: 2) == 0)
  }
}
