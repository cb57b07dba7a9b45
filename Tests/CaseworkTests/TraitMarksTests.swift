import RollModel
import Testing

@testable import Casework

/// Who is known again when KPU mends a row, and who is somebody else.
@Suite struct TraitMarksTests {
  private static let key = KeyedHash(1, 2)
  private static var fields: [WritableKeyPath<PersonTraits, String>] {
    [\.number, \.name, \.birth, \.family, \.desa, \.rollID]
  }

  private static func person(_ number: String = "0a", _ name: String = "0b", _ birth: String = "0c") -> PersonTraits {
    var traits = PersonTraits()
    (traits.number, traits.name, traits.birth, traits.family, traits.desa) = (number, name, birth, "0d", "0e")
    traits.isWhole = true
    return traits
  }

  private static let death: PersonTraits = {
    var traits = PersonTraits()
    (traits.name, traits.desa) = ("0b", "0e")
    return traits
  }()

  private static func isSame(_ a: PersonTraits, _ b: PersonTraits, beside: PersonTraits? = nil) -> Bool {
    let (x, y) = (TraitMarks(key, a, beside: beside), TraitMarks(key, b, beside: beside))
    return !x.own.isDisjoint(with: y.own) || !x.joint.isDisjoint(with: y.joint)
  }

  /// One number, name and birth date on two rows that KPU's system tells apart: a word on one of them is no word on the other.
  @Test func rowsThatChangedPlacesAreToldApart() {
    var (a, b) = (Self.person(), Self.person())
    (a.rollID, b.rollID) = ("1a", "1b")
    let said = TraitMarks(Self.key, a, beside: b)
    #expect(said.isTurned(in: TraitMarks(Self.key, b, beside: a)))
    #expect(!said.isTurned(in: said))
    (a.rollID, b.rollID) = ("", "")
    let unknown = TraitMarks(Self.key, a, beside: b)
    #expect(!unknown.isTurned(in: TraitMarks(Self.key, b, beside: a)))
  }

  @Test func whatARunFolderHoldsIsReadBack() {
    var traits = Self.person()
    #expect(PersonTraits(text: traits.text) == traits)
    (traits.isWhole, traits.birth, traits.rollID) = (false, "", "0f")
    #expect(traits.text == "*0a.0b..0d.0e.0f")
    #expect(PersonTraits(text: traits.text) == traits)
    #expect(PersonTraits().text.isEmpty)
    let other = Self.person()
    #expect(other.text(beside: traits) == "0a.=.0c.=.=.")
    #expect(PersonTraits(text: other.text(beside: traits), beside: traits.text) == other)
    #expect(traits.text(beside: PersonTraits()) == traits.text)
    #expect(PersonTraits(text: "0a.0b") == nil)
  }

  /// Whichever two things change, the rest is enough: with KPU's own number of the row, or beside the same other row.
  @Test(arguments: [true, false]) func twoThingsMayChange(_ hasRollID: Bool) {
    var before = Self.person()
    if hasRollID { before.rollID = "0f" }
    for first in Self.fields {
      for second in Self.fields {
        var now = before
        now[keyPath: first] = "1a"
        now[keyPath: second] = "1b"
        #expect(Self.isSame(before, now, beside: hasRollID ? nil : Self.death), "\(before.text) \(now.text)")
      }
    }
  }

  @Test func othersAreNotHeld() {
    let person = Self.person()
    // A twin, a namesake in the same desa, the next of the same family, who lives next door.
    let twin = Self.person("1a", "1b")
    var namesake = Self.person("1a", "0b", "1c")
    namesake.family = "1d"
    let next = Self.person("1a", "1b", "1c")
    for other in [twin, namesake, next] {
      let marks = TraitMarks(Self.key, other, beside: nil)
      #expect(marks.own.isDisjoint(with: TraitMarks(Self.key, person, beside: nil).own))
    }
    // Of a finding on no other row, whether the one who was refused is still there tells a twin from a mended row.
    #expect(Self.isSame(person, twin) && !Self.isSame(person, namesake) && !Self.isSame(person, next))
    // Beside the same death, neither a namesake nor the family is the one who was refused.
    for other in [namesake, next] { #expect(!Self.isSame(person, other, beside: Self.death)) }
    // A number with hidden digits alone tells nobody.
    var (hidden, wife) = (person, Self.person("0a", "1b", "1c"))
    (hidden.isWhole, wife.isWhole) = (false, false)
    #expect(!Self.isSame(hidden, wife))
    #expect(!Self.isSame(hidden, wife, beside: Self.death))
  }

  /// A row of which nothing but a name is known binds nobody to it.
  @Test func aBareNameBindsNobody() {
    var bare = PersonTraits()
    bare.name = "0b"
    #expect(TraitMarks(Self.key, Self.person(), beside: bare).joint.isEmpty)
    #expect(TraitMarks(Self.key, Self.person(), beside: PersonTraits()).other.isEmpty)
  }

  /// Which of two rows is to go makes no difference to what they have in common.
  @Test func aPairHasNoOrder() {
    let (a, b) = (Self.person(), Self.person("1a"))
    let (here, there) = (TraitMarks(Self.key, a, beside: b), TraitMarks(Self.key, b, beside: a))
    #expect(here.joint == there.joint && here.own == there.other && here.all == there.all)
  }

  @Test func theRegisterKeepsThem() throws {
    let marks = TraitMarks(Self.key, Self.person(), beside: Self.death)
    let facts = DecisionFacts(Self.key, marks) { _ in "" }
    #expect(DecisionFacts(facts.json)?.traits == marks)
    #expect(marks.own.count == 5 && marks.joint.count == 3)
    #expect(marks.all.allSatisfy { $0.count == 12 })
    #expect(DecisionFacts(DecisionFacts(Self.key) { _ in "" }.json)?.traits.isEmpty == true)
  }
}
