import Normalizers
import RollModel

/// Whether a person whom a list of soldiers or police names serves on a day, in the list's own words.
///
/// The one place that reads them: those in service may not vote (`tni`, `polri`), those retired must be on the roll
/// (`belum-terdaftar`), and those who never served, or were dismissed, are no finding. An end of service that is still to
/// come is service.
enum ServiceState: Equatable {
  case serving
  /// Since the day, as far as it is told.
  case retired(since: CalendarDay)
  /// A civil servant, one of the family, or one dismissed since the day, in the list's word.
  case outside(since: CalendarDay, word: String)
  /// The list speaks of an end of service and of service, or not plainly of its day, or with a word that may mean either:
  /// that word; nil where it is a retirement.
  case unclear(word: String?)

  /// What the row says of the day.
  init(_ entry: Voter, on day: CalendarDay) { self.init(Self.text(of: entry), event: entry.event, on: day) }

  /// - Parameter event: the date that the row gives; it counts where the words tell none.
  init(_ text: String, event: CalendarDay, on day: CalendarDay) {
    let said = ServiceWords(text)
    if let word = said.outside {
      self = .outside(since: CalendarDay(), word: String(word))
      return
    }
    let open = said.open.map { Self.unclear(word: String($0)) }
    let words = Self.words(text)
    let isRetirement = words.contains(where: Self.tellsOfRetirement)
    guard isRetirement || said.ending != nil else {
      self = open ?? .serving
      return
    }
    let written = Self.day(in: text)
    let since = written.isUnknown ? event : written
    let isPast = since == day || since.isSurelyBefore(day)
    let isPlanned = words.contains(where: Self.planned.contains)
    if day.isSurelyBefore(since) || isPlanned && !isPast {
      self = open ?? .serving
    } else if isPlanned || words.indices.contains(where: { Self.isActive(words, at: $0) })
      || !isPast && !since.isUnknown
    {
      self = .unclear(word: isRetirement ? nil : said.ending.map(String.init))
    } else if isRetirement {
      self = .retired(since: since)
    } else {
      self = .outside(since: since, word: String(said.ending ?? ""))
    }
  }

  /// Whether the row tells of an end of service, so that its date may lie ahead.
  static func tellsOfEnd(_ entry: Voter) -> Bool {
    let text = text(of: entry)
    return words(text).contains(where: tellsOfRetirement) || ServiceWords(text).ending != nil
  }

  private static func text(of entry: Voter) -> String { entry.evidence + "; " + entry.text(.service) }

  private static func words(_ text: String) -> [Substring] {
    text.uppercased().split { !$0.isLetter && !$0.isNumber }
  }

  private static func tellsOfRetirement(_ word: Substring) -> Bool {
    word.contains("PENSIUN") || retired.contains(word) || word.hasPrefix("PURNAWIRA")
  }

  private static let retired: Set<Substring> = ["PURN", "PURNA", "PURNATUGAS", "PURNABAKTI"]

  /// Who prepares for retirement serves still.
  private static let planned: Set<Substring> = [
    "BELUM", "PERSIAPAN", "MPP", "AKAN", "MENJELANG", "RENCANA", "USUL", "USULAN",
  ]

  private static func isActive(_ words: [Substring], at place: Int) -> Bool {
    words[place] == "AKTIF" && (place == 0 || !["TIDAK", "NON", "TAK"].contains(words[place - 1]))
  }

  /// The day that the words tell: the first behind the word for it, else the last; unknown where there is none.
  private static func day(in text: String) -> CalendarDay {
    let words = text.uppercased().split { " ,;()\n\t".contains($0) }
    var last = CalendarDay()
    var isNamed = false
    for place in words.indices {
      if marks.contains(words[place].filter(\.isLetter)) { isNamed = true }
      guard let day = day(words[place...]) else { continue }
      if isNamed { return day }
      last = day
    }
    return last
  }

  private static let marks: Set<String> = ["TMT", "PENSIUN", "PTDH"]

  /// The day, or the year, that begins with the first of the words.
  private static func day(_ words: ArraySlice<Substring>) -> CalendarDay? {
    guard let first = words.first, first.contains(where: \.isNumber) else { return nil }
    let named = words.prefix(3)
    let isNamed = named.count == 3 && named.dropFirst().first?.allSatisfy(\.isLetter) == true
    for text in isNamed ? [named.joined(separator: " "), String(first)] : [String(first)] {
      guard text.count(where: \.isNumber) >= 4 else { continue }
      let (day, outcome) = withFieldBytes(text) { DateText.read($0) }
      guard outcome == .read, (1950...2100).contains(day.year) else { continue }
      // Other numbers are no days: only a year may stand alone.
      if text.allSatisfy(\.isNumber), text.count != 4, text.count != 8 { continue }
      return day
    }
    return nil
  }
}
