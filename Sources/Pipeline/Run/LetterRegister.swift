import Casework
import RollModel

/// Writes the letters that were sent into the case's register, with every finding in them.
package enum LetterRegister {
  /// One letter, as it was sent.
  package struct Letter: Sendable {
    /// As it stands in the letter.
    package var number: String
    package var day: CalendarDay
    /// `saran-perbaikan`, `imbauan`, `penarikan` or `form-a`.
    package var kind: String
    package var recipient: String
    /// Ids of findings by class (`TMS`, `MS`, `ubah`) and kecamatan, in the order of the letter.
    package var groups: [(label: String, kecamatan: String, ids: [String])]

    package init(
      number: String, day: CalendarDay, kind: String, recipient: String,
      groups: [(label: String, kecamatan: String, ids: [String])]
    ) {
      self.number = number
      self.day = day
      self.kind = kind
      self.recipient = recipient
      self.groups = groups
    }
  }

  /// Adds one event a letter, all of them or none, and returns once they are on the disk. What a letter of withdrawal
  /// takes back without a line of its own gets one, with the facts of the run.
  ///
  /// - Parameters:
  ///   - record: of the run, with the rows that the findings stand on; what is kept of them is hashed.
  ///   - reason: why a letter of withdrawal takes its findings back.
  package static func record(
    _ letters: [Letter], of run: FinishedRun, _ record: RunRecord, reason: String, by writer: CaseRegister.Writer,
    to file: RegisterFile, threads: Int
  ) throws(RunFailure) {
    let entries = self.entries(
      Set(letters.flatMap { $0.groups.flatMap(\.ids) }), record, file.register.key, threads: threads)
    let events = letters.map { letter in
      let groups = letter.groups.filter { !$0.ids.isEmpty }.map { group in
        SentLetter.Group(
          label: group.label, kecamatan: group.kecamatan,
          entries: group.ids.map { entries[$0] ?? LetterEntry(unknown: $0) })
      }
      return RegisterEvent(
        .letter, by: writer.stamp, findings: groups.flatMap { $0.entries.map(\.id) },
        content: SentLetter.content(
          number: letter.number, day: letter.day.description, kind: letter.kind, recipient: letter.recipient,
          run: FileSystem.name(of: run.path), groups: groups))
    }
    let taken = Set(letters.filter { $0.kind == "penarikan" }.flatMap { $0.groups.flatMap(\.ids) })
    try CaseRegister.append(
      try withdrawals(taken, of: run, reason: reason, file.register, writer, letters.first?.day) + events, to: file)
  }

  private static func withdrawals(
    _ ids: Set<String>, of run: FinishedRun, reason: String, _ register: Register, _ writer: CaseRegister.Writer,
    _ day: CalendarDay?
  ) throws(RunFailure) -> [RegisterEvent] {
    let book = DecisionBook(register, needsTwo: run.needsTwoOfficers)
    var events: [RegisterEvent] = []
    for id in ids.sorted() {
      do throws(FindingIndexError) {
        let event = try Withdrawal.whole(
          of: id, reason: reason, runFolder: run.path, register: register, book: book, stamp: writer.stamp,
          day: day?.description ?? "")
        if case .success(let event) = event { events.append(event) }
      } catch { throw RunFailure(error.description) }
    }
    return events
  }

  /// What the register keeps of each finding; the roll is gone through once.
  static func entries(_ ids: Set<String>, _ record: RunRecord, _ key: KeyedHash, threads: Int)
    -> [String: LetterEntry]
  {
    let findings = (record.findings + record.notes).filter { ids.contains($0.id) }
    var marks: [String: PersonMarks] = [:]
    var withoutBirth: Set<String> = []
    for finding in findings {
      guard case .person(let reference) = finding.subject, let voter = record.data.voter(reference) else { continue }
      marks[finding.id] = PersonMarks(finding, voter, key)
      if !voter.birth.isComplete { withoutBirth.insert(finding.id) }
    }
    let others = findings.reduce(into: [String: (marks: PersonMarks, voter: Voter)]()) { others, finding in
      guard ["ganda", "ganda-antar-kabupaten"].contains(finding.rule), let other = finding.counterpart,
        other.role == .roll,
        let voter = record.data.voter(other)
      else { return }
      others[finding.id] = (PersonMarks(voter, key), voter)
    }
    let wanted = WantedMarks(Array(marks.values) + others.values.map(\.marks))
    var index = PersonIndex(wanted)
    let roll = record.data.roll
    for (row, marks) in wanted.rows(of: roll, key, threads: threads) where roll[row].mark == nil {
      index.count(marks, in: roll[row].area.kabupatenNumber)
    }
    var entries: [String: LetterEntry] = [:]
    for finding in findings {
      let own = marks[finding.id] ?? PersonMarks(number: 0, person: 0)
      let office = record.data.lexicon.areas.office(of: finding, in: record.data)
      entries[finding.id] = LetterEntry(
        id: finding.id, rule: finding.rule, marks: own, hasBirth: !withoutBirth.contains(finding.id),
        rows: index.rows(own, in: office), desa: desa(finding, record),
        list: list(of: finding))
      entries[finding.id]?.kabupaten = office
      entries[finding.id]?.destination = destination(finding, record)
      entries[finding.id]?.isWithinDesa = finding.tmsCode == .wrongStation
      entries[finding.id]?.basis = basis(finding, record, key)
      guard let (marks, voter) = others[finding.id] else { continue }
      var other = LetterEntry.Other(
        marks: marks, rows: index.rows(marks, in: voter.area.kabupatenNumber), desa: voter.area.registerName,
        kabupaten: voter.area.kabupatenNumber)
      other.rollID = AskedRow.rollID(of: voter, key)
      entries[finding.id]?.other = other
      if case .person(let own) = finding.subject, let voter = record.data.voter(own) {
        entries[finding.id]?.rollID = AskedRow.rollID(of: voter, key)
      }
    }
    return entries
  }

  private static func desa(_ finding: Finding, _ record: RunRecord) -> String {
    switch finding.subject {
    case .person(let reference): record.data.voter(reference)?.area.registerName ?? ""
    case .area(let key): record.data.lexicon.areas[key.desa].registerName
    }
  }

  /// Where somebody who is not on the roll is to stand, if that is another desa than his list's; else empty.
  private static func destination(_ finding: Finding, _ record: RunRecord) -> String {
    guard finding.place != 0, case .person(let reference) = finding.subject, reference.role != .roll else { return "" }
    let name = record.data.lexicon.areas[finding.place].registerName
    return name == desa(finding, record) ? "" : name
  }

  /// Who the row of a list is on which a proposal to strike rests.
  private static func basis(_ finding: Finding, _ record: RunRecord, _ key: KeyedHash) -> PersonMarks? {
    guard finding.severity == .tms, let row = finding.counterpart, row.role != .roll, let voter = record.data.voter(row)
    else { return nil }
    return PersonMarks(voter, key)
  }

  /// The list that the finding came of: its own, or that of the other row.
  private static func list(of finding: Finding) -> Role? {
    if case .person(let reference) = finding.subject, reference.role != .roll { return reference.role }
    return finding.counterpart.flatMap { $0.role == .roll ? nil : $0.role }
  }
}

extension LetterEntry {
  /// A finding that the record does not hold: it is followed up by its id alone.
  fileprivate init(unknown id: String) {
    self.init(
      id: id, rule: "", marks: PersonMarks(number: 0, person: 0), rows: PersonCounts(), desa: "", list: nil)
  }
}
