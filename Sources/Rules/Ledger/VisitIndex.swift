import RollModel

/// Rows of the coklit data by the number of the card that they visit.
struct CardVisits: Sendable {
  /// By card: the row of its first visit, and for the few that were visited again the rows of the others.
  private var first: [UInt32] = []
  private var again: [Int: [Int]] = [:]

  /// - Parameter card: one that was visited, or the next number.
  mutating func add(_ row: Int, to card: Int) {
    if card == first.count { first.append(UInt32(row)) } else { again[card, default: []].append(row) }
  }

  /// Rows that visit a card, in their order.
  func rows(ofCard card: Int) -> [Int] { [Int(first[card])] + (again[card] ?? []) }
  func isVisitedAgain(_ card: Int) -> Bool { again[card] != nil }
  /// The row of the first visit.
  func firstRow(ofCard card: Int) -> Int { Int(first[card]) }
}

/// The coklit data, ready to be asked: which family cards were visited, and what is filed under each desa.
///
/// A row tells of a visit as its result says, or where that says neither unless it has no date although its file dates
/// other rows: then it is, say, a sticker without a visit.
struct VisitIndex: Sendable {
  let log: VisitLog
  /// Family cards that were visited, numbered.
  private(set) var cards = KeyIndex()
  /// Where each visited card is filed: the smallest place where it is filed twice.
  private(set) var places: [Place] = []
  private(set) var visits = CardVisits()
  /// The same cards by the fifteen digits that spreadsheets keep; nil where neither roll nor visits lack the sixteenth.
  let cutCards: CardsByKeptDigits?
  /// Cards of rows that tell of no visit: families whom the data name all the same.
  private var unvisited: Set<UInt64> = []
  private let byArea: RowsByArea
  /// By row of the log.
  private let visited: [Bool]

  struct Place: Comparable {
    var area: UInt32
    var rw: UInt16
    var rt: UInt16
    var tps: UInt16
    static func < (a: Place, b: Place) -> Bool { (a.area, a.rw, a.rt, a.tps) < (b.area, b.rw, b.rt, b.tps) }
  }

  init(_ data: CaseData) {
    let log = data.visits
    self.log = log
    byArea = log.area.withUnsafeBufferPointer { RowsByArea($0, areaCount: data.lexicon.areas.count) }
    visited = Self.visitedRows(log, notes: data.lexicon.notes)
    cards = KeyIndex(expected: log.count)
    for row in 0..<log.count where visited[row] {
      guard let card = Self.card(log.nkk[row]) else { continue }
      let place = Place(area: log.area[row], rw: log.rw[row], rt: log.rt[row], tps: log.tps[row])
      let number = cards.number(of: card)
      if number == places.count {
        places.append(place)
      } else {
        places[number] = min(places[number], place)
      }
      visits.add(row, to: number)
    }
    for row in 0..<log.count where !visited[row] {
      if let card = Self.card(log.nkk[row]) { unvisited.insert(card) }
    }
    let hasCut = cards.keys.contains { NIK(bits: $0).isCut } || data.roll.columns.nkk.contains { $0.isCut }
    cutCards = hasCut ? CardsByKeptDigits(cards.keys) : nil
  }

  func rows(of area: Int) -> ArraySlice<UInt32> { byArea[area] }
  func isVisit(_ row: Int) -> Bool { visited[row] }
  /// Whether a row names the card and tells of no visit.
  func isNamedUnvisited(_ nkk: NIK) -> Bool { Self.card(nkk).map(unvisited.contains) ?? false }

  /// The key of a family card number that names a family: whole, or without the last digit, which spreadsheets lose; nil
  /// for any other.
  static func card(_ nkk: NIK) -> UInt64? { nkk.isFull || nkk.isCut ? nkk.bits : nil }

  private static func visitedRows(_ log: VisitLog, notes: StringTable) -> [Bool] {
    var dates = Array(repeating: false, count: log.files.count)
    for row in 0..<log.count where !log.date[row].isUnknown { dates[Int(log.file[row])] = true }
    var answers: [UInt32: Bool?] = [:]
    return (0..<log.count).map { row in
      let note = log.result[row]
      if note != Lexicon.nothing {
        let answer = answers[note] ?? VisitResult.tellsOfVisit(notes[Int(note)])
        answers[note] = .some(answer)
        if let answer { return answer }
      }
      return !log.date[row].isUnknown || !dates[Int(log.file[row])]
    }
  }
}
