/// What a letter rests on, by kind of election and from which day on. Source: practice page, section 1.1.
public struct LetterLaw: Sendable {
  /// An act and the articles of it that a letter names; empty where none are verified.
  public struct Citation: Sendable {
    public let act: Act
    public let articles: String

    init(_ act: Act, _ articles: String = "") { (self.act, self.articles) = (act, articles) }

    public var text: String { articles.isEmpty ? act.title : "\(act.title), \(articles)" }
  }

  public let kind: ElectionKind
  /// First day on which the list holds.
  public let since: CalendarDay
  public let citations: [Citation]

  /// The latest list that holds on a day; empty for days before all of them: no letter rests on an act of later years.
  public static func citations(_ kind: ElectionKind, on day: CalendarDay) -> [Citation] {
    let lists = table.filter { $0.kind == kind }.sorted { $0.since < $1.since }
    return lists.last { $0.since <= day }?.citations ?? []
  }

  public static let table: [LetterLaw] = [
    LetterLaw(
      kind: .pdpb, since: CalendarDay(day: 1, month: 1, year: 2025),
      citations: [
        Citation(.electionAct), Citation(.continuousUpdate, "Pasal 8 ayat (3) huruf g dan Pasal 18"),
        Citation(.circularOfUpdate),
      ]),
    LetterLaw(
      kind: .pdpb, since: CalendarDay(day: 4, month: 9, year: 2025),
      citations: [
        Citation(.electionAct), Citation(.continuousUpdate, "Pasal 8 ayat (3) huruf g dan Pasal 18"),
        Citation(.supervisionOfUpdate, "Pasal 4 sampai dengan Pasal 6"), Citation(.circularOfUpdate),
      ]),
    LetterLaw(
      kind: .pemilu, since: CalendarDay(day: 1, month: 1, year: 2023),
      citations: [
        Citation(.electionAct), Citation(.rollOfPemilu), Citation(.supervision, "Pasal 18"),
        Citation(.supervisionOfPemiluRoll), Citation(.circularsOfPemilu),
      ]),
    LetterLaw(
      kind: .pilkada, since: CalendarDay(day: 1, month: 1, year: 2024),
      citations: [
        Citation(.regionalElectionAct, "Pasal 22A"), Citation(.calendarOfPilkada), Citation(.rollOfPilkada),
        Citation(.manualOfPilkada), Citation(.supervisionOfPilkada),
        Citation(.supervisionOfPilkadaRoll, "Pasal 14 dan Pasal 21"), Citation(.preventionOfPilkada),
        Citation(.circularOfPilkada),
      ]),
  ]
}
