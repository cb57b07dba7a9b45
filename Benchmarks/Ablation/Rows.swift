import Matchers

/// One row of the tables: the design without some of its parts.
struct Row {
  let label: String
  let without: Design

  init(_ label: String, _ without: Design) {
    self.label = label
    self.without = without
  }
}

extension Row {
  static let full = Row("full design", [])

  /// Matching page, 12.1, duplicates.
  static let duplicates = [
    Row("defaults, no training", .training),
    Row("EM on all pairs (no anchor)", .anchor),
    Row("no household class, no guard", [.householdClass, .twinGuard]),
    Row("no household class, guard kept", .householdClass),
    Row("household class but no twin guard", .twinGuard),
    Row("no name term frequency", [.tokenFrequency, .chain, .decades]),
    Row("exact tokens only", .likeTokens),
    Row("no name length", .nameLength),
    Row("one chance for all exact dates", [.dateFrequency, .commonDates]),
    Row("dates: exact or else", .dateLevels),
    Row("numbers not conditional on dates", .numberGivenDate),
    Row("no NIK-date cap", .numberDateCap),
    Row("no birthplace", .birthplace),
    Row("birthplace without frequency", [.placeFrequency, .placeGivenResidence]),
    Row("no desa and address", .residence),
    Row("no family card", .familyCard),
    Row("no sex", .sex),
    Row("sex not conditional on name", .sexGivenName),
    Row("no marital status", .marital),
    Row("no NIK", .number),
  ]

  /// Matching page, 12.1, deaths.
  static let deaths = [
    Row("defaults, no training", .training),
    Row("independent pairs, not one to one", .oneToOne),
    Row("no NIK", .number),
    Row("no desa and address", .residence),
    Row("no NIK, no desa", [.number, .residence]),
    Row("no desa, no birthplace", [.residence, .birthplace]),
    Row("numbers not conditional on dates", .numberGivenDate),
    Row("no name term frequency", [.tokenFrequency, .chain, .decades]),
  ]

  /// Matching page, 13.1, and what came later (docs/decisions/0003 and 0006).
  static let changes = [
    Row("C1 names are chains of words", .chain),
    Row("C2 each number carries its own date", [.ownDates, .numberWithoutDate]),
    Row("C3 twins of two sexes", .twinsOfTwoSexes),
    Row("C4 one NIK, other name", .numberOnly),
    Row("C5 numbers by kecamatan", [.numberByKecamatan, .numberByHeap, .numberByPlace]),
    Row("C6 misspellings rarer than the name", .spellingCaps),
    Row("C7 names without vowels, ends of names", .shortForms),
    Row("C8 birth decades", .decades),
    Row("C9 dates that many bear", .commonDates),
    Row("C10 glued words", .glueFloor),
    Row("0003.1 birthplace given residence", .placeGivenResidence),
    Row("0003.2 household numbers learned", .learnedHousehold),
    Row("0003.4 a word in common", .needsCommonName),
    Row("0003.4 a twin's copied number", .copiedNumberGuard),
    Row("0006.1 near family cards", .nearCard),
    Row("0006.2 numbers by heaped date", .numberByHeap),
    Row("0006.3 numbers by birthplace", .numberByPlace),
    Row("0006.4 names of one desa", .namesInDesa),
    Row("0006.5 addresses of one desa", .addressInDesa),
    Row("0006.6 like tokens by the vocabulary", .likeTokenWorth),
  ]

  static let listChanges = [
    Row("D1 passes for rows without date", .listPasses),
    Row("D2 a voter taken twice", .voterReuse),
    Row("D3 one NIK, other person", .numberOnlyLinks),
    Row("C1 names are chains of words", .chain),
    Row("C2 each number carries its own date", [.ownDates, .numberWithoutDate]),
    Row("0003.4 a word in common", .needsCommonName),
    Row("0003.5 relatives", .relatives),
    Row("0006.4 names of one desa", .namesInDesa),
    Row("0006.5 addresses of one desa", .addressInDesa),
    Row("0006.6 like tokens by the vocabulary", .likeTokenWorth),
    Row("0006.7 namesakes as a class", .namesakeClass),
    Row("0006.8 the date in a number", .numberWithoutDate),
  ]
}
