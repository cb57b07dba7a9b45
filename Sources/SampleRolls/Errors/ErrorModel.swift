/// How often and in which ways lists go wrong: a declared table, so that nothing is tuned to a single one.
///
/// Rates are shares of rows (or of what the comment names). Three models ship; see `ErrorModel.all`.
package struct ErrorModel: Sendable {
  /// Name on the command line.
  package let name: String
  /// What it is, one Indonesian sentence for the help page.
  package let summary: String

  /// Rows too many, as a share of the roll.
  let duplicateRate: Double
  let duplicateKinds: Weighted<DuplicateKind>
  /// Share of duplicated people who stand on the roll a third time.
  let thirdRowRate: Double
  /// Members of a household that follow a duplicated mover, each.
  let householdMoves: Double

  /// Damage to rows as they were first registered, to second rows of one person, and to each kind of list.
  private(set) var registration: Damage
  let repetition: Damage
  let deaths: Damage
  let otherLists: Damage
  let residents: Damage

  private(set) var deathList: DeathList
  /// Families whose members all bear the head's first word (besides peoples with a marga).
  private(set) var sharedFamilyNameRate: Double
  /// People who give their desa as the place of birth; the higher, the more place and residence say the same thing.
  let villageBirthplaceRate: Double
  /// Whether peoples with a marga write it.
  let clanNames: Bool
  /// Voters who carry a NIK that belongs to another member of the household.
  let copiedNumberRate: Double
  /// Voters who carry the NIK of a stranger.
  let strangerNumberRate: Double
  /// Voters who are the younger of a pair of twins; of them, the share whose NIK repeats the elder's.
  let twinRate: Double
  let twinCopiedNumberRate: Double

  /// What goes wrong in one row.
  struct Damage: Sendable {
    /// Rows whose name differs from the true one, and of these the share with a second fault.
    var name = 0.0
    var secondFault = 0.0
    var nameFaults: Weighted<NameFault>
    var date = 0.0
    var dateFaults: Weighted<DateFault>
    /// One digit of the NIK wrong (or two swapped), and no NIK at all.
    var number = 0.0
    var numberMissing = 0.0
    var card = 0.0
    var place = 0.0
    var sex = 0.0
    var marital = 0.0
    var address = 0.0
  }

  /// Rolls harder in one way than any model (matching page, 12.5).
  package enum Stress: String, Sendable, CaseIterable {
    case tanpa
    /// A tenth of all names mistyped at registration.
    case mistypedNames = "salah-nama"
    /// In six families of ten every member bears the head's first word.
    case familyNames = "nama-keluarga"
  }

  package func under(_ stress: Stress) -> ErrorModel {
    var model = self
    switch stress {
    case .tanpa: break
    case .mistypedNames: model.registration.name = 1 - (1 - registration.name) * 0.9
    case .familyNames: model.sharedFamilyNameRate = 0.6
    }
    return model
  }

  /// The same model with another share of voters who are dead; nil leaves the model's own.
  package func withDead(_ share: Double?) -> ErrorModel {
    guard let share else { return self }
    var model = self
    model.deathList.onRoll = share
    return model
  }

  /// What is special about the lists of the dead.
  struct DeathList: Sendable {
    /// Rows for people on the roll, and rows for the dead who are on no roll, as shares of the voters.
    var onRoll = 0.0
    var notOnRoll = 0.0
    /// Of rows: no birth date at all; year alone; NIK of another person of the household; another desa; told twice.
    var noDate = 0.0
    var yearOnly = 0.0
    var relativesNumber = 0.0
    var otherDesa = 0.0
    var toldTwice = 0.0
  }
}

/// How somebody came to stand on the roll twice.
struct DuplicateKind: Sendable {
  enum Target: Sendable { case house, village, district, anywhere }
  let name: StaticString
  let target: Target
  /// A new NIK was issued where the person moved; the family card is new wherever the house is.
  var newNumber = false
  /// Unmarried in the older row, married in the newer.
  var marries = false
  /// Multiplies the rate of damaged NIK.
  var numberFactor = 1.0
}

/// A way in which a name is written wrong or otherwise.
enum NameFault: Sendable {
  case substitution, deletion, doubling, transposition, keyboard, lookalike
  /// Sound-alike letters (F/P, V/P, Z/J, KH/H …) and old spelling (OE, DJ, TJ).
  case sound, oldSpelling
  /// M., MUH., ABD., ST. …, or an initial.
  case abbreviation, initial
  case drop, glue, split, swap
  /// The first letters of a name, its last ones, or its consonants alone.
  case headNickname, tailNickname, vowelless
  case title, addedFamily
}

/// A way in which a birth date is written wrong.
enum DateFault: Sendable {
  case swapped, firstOfJanuary, day, month, year, yearDigit, dayByOne, firstOfJuly, unknownDay
}
