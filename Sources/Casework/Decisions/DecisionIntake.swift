import Documents
import RollModel

/// Turns what came back into events: every row is taken, known already, empty, or refused with its reason.
package struct DecisionIntake {
  /// What became of one row.
  package struct Verdict: Sendable, Equatable {
    package enum Outcome: String, Sendable, CaseIterable {
      case saved = "tersimpan"
      /// The register holds it already.
      case known = "sudah tercatat"
      /// Not filled in.
      case empty = "belum diisi"
      case refused = "tidak diterima"
    }

    package var sheet: String
    package var row: Int
    package var id: String
    /// `keputusan` or `jawaban-kpu`; empty where the row says neither.
    package var kind: String
    /// The decision; empty for answers.
    package var word: String
    package var outcome: Outcome
    package var reason: String
    /// Rule of the finding; empty where it is not known.
    package var rule = ""
  }

  private let book: DecisionBook
  private let known: Set<Statement>
  private let found: [String: FoundFinding]
  private let key: KeyedHash
  private let stamp: RegisterStamp
  private let day: String
  /// Opinions and answers of this intake, which the register does not hold yet.
  private var opinions: [String: [Opinion]] = [:]
  private var answers: [String: String] = [:]
  package private(set) var events: [RegisterEvent] = []

  /// A statement's place, and whose it is: the same file given twice says nothing new.
  private struct Statement: Hashable {
    let kind: RegisterEvent.Kind
    let sha256: String
    let sheet: String
    let row: Int
    let officer: String

    init(_ kind: RegisterEvent.Kind, _ source: RegisterEvent.Source, _ officer: String) {
      self.kind = kind
      sha256 = source.sha256
      sheet = source.sheet
      row = source.row
      self.officer = Opinion.key(officer)
    }
  }

  /// - Parameters:
  ///   - runFolder: the run whose findings came back.
  ///   - day: of the decisions, `YYYY-MM-DD`.
  package init(
    _ files: [ReturnedFile], runFolder: String, register: Register, book: DecisionBook, stamp: RegisterStamp,
    day: String
  ) throws(FindingIndexError) {
    self.book = book
    self.stamp = stamp
    self.day = day
    key = register.key
    found = try FoundFinding.rows(of: Set(files.flatMap { $0.rows.map(\.id) }), in: runFolder)
    known = Set(
      register.events.compactMap { event in
        guard let source = event.source, [.decision, .answer].contains(event.kind) else { return nil }
        return Statement(event.kind, source, Opinion(event)?.officer ?? event.officer)
      })
  }

  /// Takes in one file; its verdicts stand in the order of its rows.
  package mutating func take(_ file: ReturnedFile) -> [Verdict] {
    let contradictions = self.contradictions(file)
    return file.rows.map { row in
      var verdict = Verdict(
        sheet: row.sheet, row: row.row, id: row.id, kind: "", word: "", outcome: .refused, reason: "")
      let source = RegisterEvent.Source(file: file.name, sha256: file.sha256, sheet: row.sheet, row: row.row)
      switch row.statement {
      case .empty: verdict.outcome = .empty
      case .unclear(let reason): verdict.reason = reason
      case .decision(let word, let result):
        verdict.kind = RegisterEvent.Kind.decision.rawValue
        verdict.word = word.rawValue
        verdict.rule = facts(of: row.id)?.rule ?? ""
        if let reason = otherPerson(row) {
          verdict.reason = reason
        } else if let rows = contradictions[Claim(row, stamp)] {
          verdict.reason = "ID ini tertulis di baris \(rows) dengan hasil yang berbeda; sisakan satu"
        } else {
          (verdict.outcome, verdict.reason) = take(word, result, row, source)
        }
      case .answer(let text):
        verdict.kind = RegisterEvent.Kind.answer.rawValue
        if let reason = otherPerson(row) {
          verdict.reason = reason
        } else {
          (verdict.outcome, verdict.reason) = take(answer: text, row, source)
        }
      }
      // What no finding bears may be a number or a name that slipped into the column: its row says where it is.
      if !isKnown(row.id) { verdict.id = "" }
      return verdict
    }
  }

  private mutating func take(
    _ word: DecisionWord, _ result: String, _ row: ReturnedRow, _ source: RegisterEvent.Source
  ) -> (Verdict.Outcome, String) {
    let officer = row.officer.isEmpty ? stamp.officer : row.officer
    if known.contains(Statement(.decision, source, officer)) {
      let key = Opinion.key(officer)
      let said = (book.opinions(of: row.id) + (opinions[row.id] ?? [])).last { $0.officerKey == key }
      guard let said else { return (.known, Self.takenBack) }
      return (.known, said.word == word ? "" : Self.overtaken(by: said))
    }
    guard let (rule, facts) = facts(of: row.id) else { return (.refused, Self.unknownFinding) }
    let note = self.note(of: row.id)
    let opinion = Opinion(
      word: word, officer: officer, day: day, rule: rule, facts: facts,
      remarks: Opinion.Remarks(
        result: result, document: note.cleaned(row.document), attempts: row.attempts.map(note.cleaned),
        note: note.cleaned(row.note)))
    let said = (book.opinions(of: row.id) + (opinions[row.id] ?? [])).last { $0.officerKey == opinion.officerKey }
    if let said, said.says(opinion) { return (.known, "") }
    opinions[row.id, default: []].append(opinion)
    events.append(
      RegisterEvent(
        .decision, by: stamp, findings: [row.id], content: opinion.content(recordedBy: stamp.officer), source: source))
    return (.saved, "")
  }

  private mutating func take(
    answer text: String, _ row: ReturnedRow, _ source: RegisterEvent.Source
  ) -> (Verdict.Outcome, String) {
    if known.contains(Statement(.answer, source, stamp.officer)) { return (.known, "") }
    guard isKnown(row.id) else { return (.refused, Self.unknownFinding) }
    let words = note(of: row.id).cleaned(text)
    if (answers[row.id] ?? book.answer(of: row.id)) == words { return (.known, "") }
    answers[row.id] = words
    events.append(
      RegisterEvent(
        .answer, by: stamp, findings: [row.id], content: [.init("tanggal", day), .init("jawaban", words)],
        source: source))
    return (.saved, "")
  }

  /// Rule and facts of a finding: of the run, or of the last decision where a decision hides it from the run.
  private func facts(of id: String) -> (rule: String, facts: DecisionFacts)? {
    if let finding = found[id] {
      return (RuleNames.current(finding["aturan"] ?? ""), finding.facts(key))
    }
    return book.opinions(of: id).last.map { ($0.rule, $0.facts) }
  }

  private func isKnown(_ id: String) -> Bool {
    found[id] != nil || book.isSent(id) || !book.opinions(of: id).isEmpty
  }

  private func note(of id: String) -> PlainNote {
    PlainNote(name: found[id]?["nama"] ?? "", birth: found[id]?["tanggal_lahir"] ?? "")
  }

  private static let takenBack = "keputusan ini sudah ditarik; untuk memutuskan lagi, pakai berkas yang baru"
  private static func overtaken(by later: Opinion) -> String {
    "tidak berlaku lagi karena sesudahnya petugas ini memutuskan «\(later.word.rawValue)» (\(later.day)); "
      + "untuk memutuskan lagi, pakai berkas yang baru"
  }
  private static let unknownFinding =
    "temuan ini tidak ada di hasil ini maupun di register; periksa ID-nya, atau sebutkan hasil asalnya"
}

extension DecisionIntake {
  /// Why a row that names another person than its id does is not taken; nil where nothing contradicts.
  private func otherPerson(_ row: ReturnedRow) -> String? {
    guard let finding = found[row.id], let name = finding["nama"] else { return nil }
    let number = finding["nik"] ?? ""
    guard row.person.contradicts(name: name, number: number) else { return nil }
    return
      "baris ini menyebut \(row.person.words), sedangkan ID-nya milik \(RowPerson.words(name, number)); mungkin kolom ID "
      + "tidak ikut diurutkan. Betulkan ID-nya menurut lembar aslinya"
  }

  /// Whose decision on which finding.
  private struct Claim: Hashable {
    let id: String
    let officer: String

    init(_ row: ReturnedRow, _ stamp: RegisterStamp) {
      id = row.id
      officer = Opinion.key(row.officer.isEmpty ? stamp.officer : row.officer)
    }
  }

  /// Decisions of one officer in one file that contradict each other, with the rows where they stand.
  private func contradictions(_ file: ReturnedFile) -> [Claim: String] {
    var words: [Claim: [(row: ReturnedRow, word: DecisionWord)]] = [:]
    for row in file.rows {
      if case .decision(let word, _) = row.statement { words[Claim(row, stamp), default: []].append((row, word)) }
    }
    return words.filter { Set($0.value.map(\.word)).count > 1 }.mapValues { rows in
      rows.map { "\($0.row.row)" }.joined(separator: ", ")
    }
  }
}
