/// One way in which two records of one person are likely to agree: rows that share a key are compared.
///
/// The table of passes is the whole of blocking; each is one entry. Source: matching page, section 2 with D1 (13.1).
struct Pass: Sendable {
  let name: String
  let kind: Kind
  /// Sex joins the key above `BlockingSettings.largeRoll` voters: blocks of common dates grow with the roll.
  var sexWhenLarge = false
  /// Left out above `BlockingSettings.veryLargeRoll` voters, where it costs much for the little that others miss.
  var smallRollsOnly = false
  /// Only pairs of the roll with a list are made; the roll's keys that no list row has are dropped at once.
  var linksOnly = false
  /// List rows make this key only when their birth date is not full.
  var onlyWithoutDate = false
  /// Pairs whose numbers both carry their own birth dates are passed over: either the pass by birth date brings them, or
  /// their dates differ, and then each number speaks for its own.
  var skipsOwnDates = false
  /// The same above `BlockingSettings.veryLargeRoll` voters alone.
  var skipsOwnDatesWhenVeryLarge = false

  enum Kind: Sendable {
    case number, numberFront, familyCardHead, birthHead, birthTail, birthPlace, numberDateHead
    case dayMonthHeadPlace, monthYearHeadPlace, dayYearHeadPlace, yearNamePlace, yearHeadPair, dayMonthName
    case maskedNumberHead, dayMonthDesa, nameDesa, headDesa, namePlace, familyCardYear, birthName
    /// Of two short lists.
    case desa
    /// Of rolls without any number.
    case general(General)
  }

  static let standard: [Pass] = [
    Pass(name: "NIK", kind: .number),
    Pass(name: "NIK 12 angka", kind: .numberFront, smallRollsOnly: true),
    Pass(name: "NKK + awal nama", kind: .familyCardHead),
    Pass(name: "tanggal lahir + awal nama", kind: .birthHead, sexWhenLarge: true),
    Pass(name: "tanggal lahir + akhir nama", kind: .birthTail, sexWhenLarge: true, smallRollsOnly: true),
    Pass(name: "tanggal lahir + tempat + jenis kelamin", kind: .birthPlace),
    Pass(name: "tanggal NIK + awal nama", kind: .numberDateHead, sexWhenLarge: true, skipsOwnDates: true),
    Pass(name: "hari-bulan + awal nama + tempat", kind: .dayMonthHeadPlace, skipsOwnDatesWhenVeryLarge: true),
    Pass(name: "bulan-tahun + awal nama + tempat", kind: .monthYearHeadPlace, smallRollsOnly: true),
    Pass(name: "hari-tahun + awal nama + tempat", kind: .dayYearHeadPlace, smallRollsOnly: true),
    Pass(name: "tahun + nama + tempat", kind: .yearNamePlace),
    Pass(name: "tahun + dua awal nama", kind: .yearHeadPair, smallRollsOnly: true),
    Pass(name: "hari-bulan + nama", kind: .dayMonthName, smallRollsOnly: true),
    Pass(name: "nama + desa", kind: .nameDesa, linksOnly: true),
    Pass(name: "awal nama + desa (tanpa tanggal)", kind: .headDesa, linksOnly: true, onlyWithoutDate: true),
    Pass(name: "nama + tempat (tanpa tanggal)", kind: .namePlace, linksOnly: true, onlyWithoutDate: true),
    // A name of one word with another consonant has another head and tail.
    Pass(name: "NKK + tahun lahir", kind: .familyCardYear, linksOnly: true),
  ]

  /// The passes of a roll of so many voters.
  static func used(_ mode: NumberMode, voters: Int) -> [Pass] {
    let all = mode == .masked ? standard + masked : standard
    guard voters > BlockingSettings.veryLargeRoll else { return all }
    return all.filter { !$0.smallRollsOnly }.map { pass in
      var pass = pass
      pass.skipsOwnDates = pass.skipsOwnDates || pass.skipsOwnDatesWhenVeryLarge
      return pass
    }
  }

  /// Between two short lists: who is one person has a number or a birth date in common, or lives in one desa.
  static let betweenLists = [
    Pass(name: "NIK", kind: .number, linksOnly: true),
    Pass(name: "NIK 12 angka", kind: .numberFront, linksOnly: true),
    Pass(name: "tanggal lahir + awal nama", kind: .birthHead, linksOnly: true),
    Pass(name: "tanggal lahir + akhir nama", kind: .birthTail, linksOnly: true),
    Pass(name: "tanggal lahir + tempat + jenis kelamin", kind: .birthPlace, linksOnly: true),
    Pass(name: "tanggal NIK + awal nama", kind: .numberDateHead, linksOnly: true),
    Pass(name: "desa", kind: .desa, linksOnly: true),
  ]

  /// Join the standard passes where numbers are masked; such lists often hide the year of birth as well.
  static let masked = [
    Pass(name: "NIK 10 angka + awal nama", kind: .maskedNumberHead),
    Pass(name: "hari-bulan + desa", kind: .dayMonthDesa, linksOnly: true),
  ]
}

/// Sizes that blocking keeps to (matching page, section 2; speed page, section 2).
struct BlockingSettings: Sendable {
  /// A larger block is split by the ladder.
  var cap: Int
  /// What is still larger after the ladder is skipped and reported.
  var hardLimit = 400
  var sexInKeys: Bool
  /// How many steps of the ladder an oversize block goes down (`BlockingKeys.ladder`).
  var ladderSteps = BlockingKeys.ladderSteps

  /// Above this many voters blocks are capped at 10 instead of 40 and sex joins three keys. Measured on a million voters
  /// of `berat`: with 10 instead of 20 duplicates F1 .891 for .890, deaths .958 for .958, and a third fewer pairs.
  static let largeRoll = 300_000
  /// Above this many voters only seven of the thirteen passes are made, and one of them passes over numbers that carry
  /// their own dates. Measured on a million voters of `berat`: with eight passes duplicates F1 .892 for .891 (recall .889
  /// for .896), deaths .955 for .958, for a third less time in blocks and pairs. The last steps, on a million of each
  /// model, took 2 to 4 of 7,600 duplicates and 3 to 8 of 10,500 deaths, for three tenths of the pairs. Most kabupaten
  /// stay below.
  static let veryLargeRoll = 750_000

  init(voters: Int) {
    let large = voters > Self.largeRoll
    cap = large ? 10 : 40
    sexInKeys = large
  }
}
