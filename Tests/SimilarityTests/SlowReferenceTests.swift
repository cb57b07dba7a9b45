import Similarity
import TestSupport
import Testing

/// Fast metrics beside the obvious ones, on 100,000 seeded random pairs each.
struct SlowReferenceTests {
  @Test("sound and skeleton equal the replacements as they are written down")
  func soundCode() {
    var maker = TokenMaker(seed: 51)
    for _ in 0..<100_000 {
      let token = maker.token()
      let form = SoundCode.form(of: Array(token.utf8))
      let sound = Slow.sound(token)
      #expect(String(decoding: form, as: UTF8.self) == sound, "\(token)")
      #expect(
        String(decoding: SoundCode.skeleton(ofForm: form), as: UTF8.self) == Slow.skeleton(ofSound: sound), "\(token)")
    }
  }

  @Test("levels of tokens equal the first rule that holds")
  func tokenLevels() {
    var maker = TokenMaker(seed: 52)
    let distance = AlignmentDistance()
    var seen = Set<Int>()
    for _ in 0..<100_000 {
      let a = maker.token()
      let b = maker.like(a)
      let spellings = TokenSpellings([Array(a.utf8), Array(b.utf8)])
      let level = Int(distance.level(spellings[0], spellings[1]).rawValue)
      #expect(level == Slow.level(a, b), "\(a) \(b)")
      seen.insert(level)
    }
    #expect(seen.count == TokenLevel.allCases.count)
  }
}
