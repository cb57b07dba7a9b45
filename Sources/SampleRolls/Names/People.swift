/// The name customs of one people: where its names come from and how they are put together.
struct PeopleText: Sendable {
  var grammar = Grammar.plain
  var male: WellText
  var female: WellText
  /// Words that stand second or later in a name.
  var maleSeconds = ""
  var femaleSeconds = ""
  /// Marga, fam or lineage names borne by the whole family; empty where there are none.
  var families = ""
  /// Share of first names from the people's own well, the Islamic, the Christian one (the rest is modern), by cohort:
  /// born before 1965, 1965–1989, since 1990.
  var own: (Double, Double, Double)
  var islamic: (Double, Double, Double)
  var christian: (Double, Double, Double) = (0, 0, 0)
}

/// How the words of a name follow one another.
enum Grammar: Sendable {
  case plain
  /// NI or I, order of birth, name.
  case balinese
  /// First names, then the marga.
  case clan
  /// Family syllable first in the older generations.
  case chinese
  /// Sometimes a rank before the name (ANDI, TEUKU, CUT).
  case ranked
}

/// Peoples that live in a kabupaten of South Sumatra: natives, transmigrants and traders.
enum People: Int, CaseIterable, Sendable {
  case malay, javanese, sundanese, balinese, bugis, minang, batak, madurese, acehnese, betawi, chinese, eastern

  var text: PeopleText {
    switch self {
    case .malay: NamesOfSumatra.malay
    case .javanese: NamesOfJava.javanese
    case .sundanese: NamesOfJava.sundanese
    case .balinese: NamesOfTheEast.balinese
    case .bugis: NamesOfTheEast.bugis
    case .minang: NamesOfSumatra.minang
    case .batak: NamesOfSumatra.batak
    case .madurese: NamesOfJava.madurese
    case .acehnese: NamesOfSumatra.acehnese
    case .betawi: NamesOfJava.betawi
    case .chinese: NamesOfTheEast.chinese
    case .eastern: NamesOfTheEast.eastern
    }
  }
}
