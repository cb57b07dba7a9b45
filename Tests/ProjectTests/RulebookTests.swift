import Foundation
import RollModel
import Rules
import TestSupport
import Testing

/// What every rule of the book keeps to.
@Suite struct RulebookTests {
  @Test func idsAreUniqueAndKebabCase() throws {
    let ids = Rulebook.cards.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(id)") }
  }

  /// Each file of a category folder holds a rule, and the rulebook names it.
  @Test func everyRuleFileIsRegistered() throws {
    let registered = Set(Rulebook.rules.map { String(describing: $0) })
    for file in try Sources.swiftFiles(under: "Sources/Rules") {
      let text = try Project.text(file)
      for match in text.matches(of: /struct (\w+): (?:Voter|Pair|List|Area|Roll|Whole)Rule/) {
        #expect(registered.contains(String(match.1)), "\(match.1) is not in the rulebook")
      }
    }
  }

  @Test(arguments: Rulebook.cards.map(\.id))
  func cardsSayEverything(_ id: String) throws {
    let card = try #require(Rulebook.card(id: id))
    #expect(!card.authority.isEmpty && !card.examples.isEmpty)
    for text in [card.summary, card.why, card.verify, card.action] { #expect(text.hasSuffix("."), "\(text)") }
    #expect((card.severity == .tms) == (card.tmsCode != nil))
  }

  /// Cards and messages state what a record shows; they accuse nobody.
  @Test func noWordAccuses() throws {
    for file in try Sources.swiftFiles(under: "Sources/Rules") {
      let text = try Project.text(file).lowercased()
      for word in ["palsu", "curang", "fiktif", "penipu", "siluman", "pelaku", "sengaja", "manipulasi", "rekayasa"] {
        #expect(!text.contains(word), "\(file) says \(word)")
      }
    }
  }

  /// Pages are made from cards: `make docs` writes them (`PagesTests` holds that they are fresh), each with what it says of
  /// its rule alone.
  @Test func everyRuleHasItsPage() throws {
    let pages = RulePages.all(measured: [], command: "")
    let kept = try FileManager.default.contentsOfDirectory(atPath: Project.root + "/docs/aturan")
    #expect(Set(kept) == Set(pages.map(\.file)))
    for rule in Rulebook.rules {
      let page = try Project.text("docs/aturan/\(rule.card.id).md")
      // Counted on a made-up roll, with the usual value among them.
      if rule.threshold != nil { #expect(page.contains("(bawaan) |"), "\(rule.card.id) shows no neighbouring counts") }
      #expect(page.hasPrefix(String(RulePages.page(for: rule).prefix(200))))
    }
  }
}
