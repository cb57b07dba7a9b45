/// The parts of the design that can be taken out one at a time, to measure what each is worth.
///
/// A part is taken out where tables, records, frequencies and passes are made, so the loop over pairs never asks. Runs of
/// the tool always have the full design; tables of `docs/ablation.md` are made with one part less.
package struct Design: OptionSet, Sendable, Hashable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(_ bit: Int) { rawValue = 1 << UInt64(bit) }

  package static let full = Design(rawValue: (1 << 48) - 1)
  package func without(_ parts: Design) -> Design { subtracting(parts) }

  // Training and classes of pairs

  /// Learning m and the prior from the case.
  package static let training = Design(0)
  /// Household pairs and twins apart teach nothing.
  package static let anchor = Design(1)
  /// The third class: two people of one household.
  package static let householdClass = Design(2)
  /// Twins are never called one person.
  package static let twinGuard = Design(3)
  /// Chances of household numbers learned from the roll, in place of constants.
  package static let learnedHousehold = Design(4)
  /// One NIK and no name in common is another finding (C4), and the same for list rows (D3).
  package static let numberOnly = Design(5)
  package static let numberOnlyLinks = Design(6)
  /// No tier without one name token in common; a twin's copied number joins the guard.
  package static let needsCommonName = Design(7)
  package static let copiedNumberGuard = Design(8)
  /// List rows that are likely a relative of the voter.
  package static let relatives = Design(9)
  /// The third class of list rows: somebody of a voter's name.
  package static let namesakeClass = Design(10)

  // Names

  /// Shares of tokens by value, not one for all.
  package static let tokenFrequency = Design(11)
  /// Tokens that are alike but not equal.
  package static let likeTokens = Design(12)
  package static let nameLength = Design(13)
  /// The chance of a token given the tokens before it (C1).
  package static let chain = Design(14)
  /// A misspelling is at least a tenth as common as the name (C6).
  package static let spellingCaps = Design(15)
  /// Names without vowels and ends of names (C7).
  package static let shortForms = Design(16)
  /// Shares of tokens by birth decade (C8).
  package static let decades = Design(17)
  package static let glueFloor = Design(18)
  /// What agreement of like tokens is worth by the roll's own vocabulary.
  package static let likeTokenWorth = Design(45)
  /// Names that one desa shares are worth less there.
  package static let namesInDesa = Design(19)

  // Dates and numbers

  /// Shares of birth dates by value, so heaps on 1 January.
  package static let dateFrequency = Design(20)
  package static let dateLevels = Design(21)
  /// A full date that many bear is as common as they are (C9).
  package static let commonDates = Design(22)
  package static let number = Design(23)
  package static let numberGivenDate = Design(24)
  package static let numberDateCap = Design(25)
  /// Each number carries its own record's date (C2), also where a list row has no other.
  package static let ownDates = Design(26)
  package static let numberWithoutDate = Design(27)
  /// A boy's and a girl's numbers on one day are twins' numbers (C3).
  package static let twinsOfTwoSexes = Design(28)
  /// Numbers by kecamatan of residence (C5), by heaped date, and by birthplace.
  package static let numberByKecamatan = Design(29)
  package static let numberByHeap = Design(30)
  package static let numberByPlace = Design(31)

  // Other fields

  package static let birthplace = Design(32)
  package static let placeFrequency = Design(33)
  package static let placeGivenResidence = Design(34)
  package static let residence = Design(35)
  package static let addressInDesa = Design(36)
  package static let familyCard = Design(37)
  /// A family card with one digit wrong is the same card.
  package static let nearCard = Design(38)
  package static let sex = Design(39)
  package static let sexGivenName = Design(40)
  package static let marital = Design(41)
  /// Fathers' names, where both rows give one.
  package static let father = Design(46)

  // Lists

  package static let oneToOne = Design(42)
  /// Passes for rows without a date (D1).
  package static let listPasses = Design(43)
  /// A voter may be taken by a second, very sure row (D2).
  package static let voterReuse = Design(44)
}
