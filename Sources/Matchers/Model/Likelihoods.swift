/// The m side of a model: how often each level is seen between two records of one person.
///
/// Rows sum to 1. Defaults are those of the matching page (4.1–4.8, 13.1); training moves them, twenty pseudo-counts of
/// the defaults holding them in small rolls.
struct Likelihoods: Sendable, Equatable, Codable {
  /// By `NameEvent`.
  var name: [Double]
  /// Same number of tokens, one apart, more.
  var length: [Double]
  /// By `BirthLevel`.
  var birth: [Double]
  /// `NumberTable.cells` values: rows of eight by birth group and kecamatan stratum.
  var number: [Double]
  /// Different, same.
  var familyCard: [Double]
  /// Same, misspelled, different.
  var place: [Double]
  var sex: [Double]
  /// By `ResidenceLevel`.
  var residence: [Double]
  var marital: [Double]
  /// By `FatherLevel`.
  var father: [Double]

  /// The share of `NumberLevel.ownDates`, never trained: EM drifts to ten times its true value (13.1, C2).
  static let ownDates = 0.015

  static let defaults: Likelihoods = {
    let exactRow = [0.60, 0.04, 0.06, 0.05, 0.15, 0.03, 0.07, 1e-6]
    let otherRow = [0.59, 0.04, 0.06, 0.05, 0.15, 0.03, 0.065, ownDates]
    return Likelihoods(
      name: [0.72, 0.08, 0.08, 0.02, 0.02, 0.01, 0.03, 0.04],
      length: [0.85, 0.13, 0.02],
      birth: [0.78, 0.02, 0.05, 0.05, 0.05, 0.01, 0.01, 0.01, 0.02],
      number: exactRow + exactRow + otherRow + otherRow + otherRow + otherRow + otherRow + otherRow,
      familyCard: [0.70, 0.30],
      place: [0.85, 0.04, 0.11],
      sex: [0.985, 0.015],
      residence: [0.15, 0.15, 0.25, 0.45, 0.03],
      marital: [0.85, 0.15],
      father: [0.80, 0.12, 0.08])
  }()
}

/// Where two people live, compared only when the family card does not say it already.
enum ResidenceLevel: Int8, CaseIterable {
  case sameAddress = 0
  case sameDesa = 1
  case sameKecamatan = 2
  case different = 3
  /// The desa is not known on one side, the address is the same.
  case addressOnly = 4
}

/// The u side of a model that is not the value's own share.
struct Chances: Sendable, Equatable {
  /// `NumberTable.chanceCells` values; the first rows as in `Likelihoods.number`.
  var number: [Double]
  /// By `NameEvent`: bits to add for tokens that are alike but not equal (`LikeTokens`).
  var likeTokens = [Double](repeating: 0, count: 8)
  /// Same, different, among pairs with one birth date and unlike names.
  var marital: [Double]
  /// Chance that two voters share a family card.
  var sameFamilyCard: Double
  /// Two leftover tokens that are not alike.
  static let conflict = 0.9
}
