import Casework
import RollModel

/// What a case's register changes in a run: findings that a decision closed are left out, those whose facts changed say
/// so, and every letter is followed up on this roll.
struct Binding {
  private let register: Register
  private let book: DecisionBook
  private let day: CalendarDay
  private let doneBefore: Set<FollowUp.Key>
  private let threads: Int

  init(_ register: Register, needsTwo: Bool, day: CalendarDay, doneBefore: Set<FollowUp.Key>, threads: Int) {
    self.register = register
    book = DecisionBook(register, needsTwo: needsTwo)
    self.day = day
    self.doneBefore = doneBefore
    self.threads = threads
  }

  func apply(to record: inout RunRecord) {
    var history = CaseHistory()
    let followUp = FollowUp(book.lettersInForce, register.key, on: record, doneBefore: doneBefore, threads: threads)
    history.details = followUp.details
    history.totals = followUp.totals
    history.followUp = followUp.lines(answers: book.answers, on: day)
    history.conflicts = book.conflicts.count
    history.awaitingWithdrawal = book.toTakeBack.count
    let expectations = Expectations(record)
    history.shares = expectations.beside(book.rejectedShares)
    history.samples = expectations.beside(SampleHistory.scored(in: register))
    decide(&record, &history, followUp.predecessors)
    record.history = history
    if register.tornBytes > 0 {
      record.data.notices.append(
        "\(Register.fileName): baris terakhir tidak selesai ditulis dan tidak dipakai; akan disisihkan saat register "
          + "ditulis lagi.")
    }
  }

  /// - Parameter predecessors: ids of letters' findings whose person is found under another id now.
  private func decide(
    _ record: inout RunRecord, _ history: inout CaseHistory, _ predecessors: [String: Set<String>]
  ) {
    let (asked, back) = (book.marksAskedToGo, book.lettersThatAskBack)
    if !asked.isEmpty {
      history.goneAsAsked = drop(Self.goneWithoutCode, known: [.number, .person], from: &record) { asked.contains($0) }
    }
    if !back.isEmpty {
      history.backAsAsked = drop(Self.backWithoutReason, known: PersonMark.strong, from: &record) { back[$0] != nil }
    }
    let letters = lettersByID(predecessors)
    let decided = book.decidedIDs
    guard !decided.isEmpty || !letters.isEmpty else { return }
    let facts = PrintedFacts(record.data, register.key)
    let carried = CarriedDecisions(book, facts, on: record.findings)
    var closed: Set<String> = []
    for place in record.findings.indices {
      let id = record.findings[place].id
      var note = CaseHistory.Note(letter: letters[id] ?? "")
      if decided.contains(id) {
        let standing = book.standing(of: id)
        note.decision = standing.word
        if let changes = standing.changes(to: facts.facts(of: record.findings[place])) {
          if changes.isEmpty {
            closed.insert(id)
            continue
          }
          note.decision = CaseHistory.reopenedWord
          record.findings[place].explanation += "; " + standing.reopening(changes)
          history.reopened += 1
        }
      } else if let origin = carried.origins[id] {
        note.decision = origin.word
        record.findings[place].explanation += "; " + origin.reopening
        if origin.isOfOtherRule { history.otherRule += 1 } else { history.reopened += 1 }
      }
      if !note.decision.isEmpty || !note.letter.isEmpty { history.notes[id] = note }
    }
    if carried.unmarked > 0 {
      record.data.notices.append(
        "\(Register.fileName): \(carried.unmarked) penolakan yang dicatat versi sebelumnya tidak menyimpan tanda orangnya, "
          + "dan barisnya tidak ada lagi di antara temuan; bila datanya diperbaiki KPU, penolakan itu tidak dapat diikuti."
      )
    }
    history.closed = closed.count
    close(closed, in: &record)
  }

  /// Drops the findings of a rule on persons of whom a letter of this office asked just that: who is gone from the roll
  /// because of it is not asked back, and who stands there again is not asked after. Returns how many.
  ///
  /// - Parameter kinds: the marks that know the person again, in the kabupaten whose office acts on the finding.
  private func drop(
    _ rule: String, known kinds: [PersonMark], from record: inout RunRecord, where isAsked: (UInt64) -> Bool
  ) -> Int {
    let data = record.data
    let before = record.findings.count
    record.findings.removeAll { finding in
      guard finding.rule == rule, case .person(let reference) = finding.subject, let voter = data.voter(reference)
      else { return false }
      let marks = PersonMarks(voter, register.key)
      let office = data.lexicon.areas.office(of: finding, in: data)
      return marks.shown(kinds).contains(where: isAsked) || marks.shown(kinds, in: office).contains(where: isAsked)
    }
    return before - record.findings.count
  }

  private static let backWithoutReason = "tms-muncul-lagi"
  private static let goneWithoutCode = "hilang-tanpa-kode"

  /// Takes findings out of the run, and what they proposed out of the sums of their areas.
  private func close(_ closed: Set<String>, in record: inout RunRecord) {
    guard !closed.isEmpty else { return }
    let places = Dictionary(record.areas.enumerated().map { ($1.key, $0) }) { first, _ in first }
    for finding in record.findings where closed.contains(finding.id) {
      guard finding.severity == .tms, finding.heldBack.isEmpty, finding.tier >= .verify, let code = finding.tmsCode,
        case .person(let reference) = finding.subject, reference.role == .roll
      else { continue }
      for key in record.data.roll[reference.row].countedAreas {
        guard let place = places[key], let count = record.areas[place].proposed[code] else { continue }
        record.areas[place].proposed[code] = count > 1 ? count - 1 : nil
      }
    }
    record.findings.removeAll { closed.contains($0.id) }
  }

  /// The letters that name each finding, in order, be it under the id of before.
  private func lettersByID(_ predecessors: [String: Set<String>]) -> [String: String] {
    var places: [String: [Int]] = [:]
    let letters = book.lettersInForce
    for (place, letter) in letters.enumerated() where letter.asks {
      for id in letter.ids where !letter.withdrawn.contains(id) { places[id, default: []].append(place) }
    }
    for (id, earlier) in predecessors {
      places[id] = Set(earlier.flatMap { places[$0] ?? [] }).sorted()
    }
    return places.mapValues { own in
      own.map { "\(letters[$0].shownNumber) (\(letters[$0].day))" }.joined(separator: "; ")
    }
  }
}

extension DecisionBook.Standing {
  /// What changed since the finding was closed: nothing where it still is, nil where it is not closed at all.
  func changes(to now: DecisionFacts) -> [String]? {
    switch self {
    case .rejected(let facts, _): facts.changes(to: now)
    case .withdrawn(let facts, _): facts?.changes(to: now) ?? []
    default: nil
    }
  }

  fileprivate func reopening(_ changes: [String]) -> String {
    let words = changes.joined(separator: " dan ")
    switch self {
    case .rejected(_, let day): return "pernah ditolak pada \(day), dibuka lagi karena \(words)"
    case .withdrawn(_, let day): return "pernah ditarik pada \(day), dibuka lagi karena \(words)"
    default: return words
    }
  }
}

extension Voter {
  /// The areas that a voter is counted in, from the kabupaten down to the TPS.
  fileprivate var countedAreas: [AreaKey] {
    guard areaNumber != 0 else { return [AreaKey()] }
    let kecamatan = area.kecamatanNumber
    var keys = [AreaKey(), AreaKey(kecamatan: kecamatan, desa: areaNumber)]
    if area.kabupatenNumber != 0 { keys.append(AreaKey(kabupaten: area.kabupatenNumber)) }
    if kecamatan != 0 { keys.append(AreaKey(kecamatan: kecamatan)) }
    if tps != 0 { keys.append(AreaKey(kecamatan: kecamatan, desa: areaNumber, tps: tps)) }
    return keys
  }
}
