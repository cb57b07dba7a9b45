import RollModel

/// How every finding of a case stands after all that the register tells of it.
package struct DecisionBook: Sendable {
  /// How one finding stands.
  package enum Standing: Sendable, Equatable {
    case undecided
    case valid
    /// Sah, by one officer where two are asked for.
    case waiting
    case check
    /// Closed as long as the facts are those.
    case rejected(DecisionFacts, day: String)
    /// Officers contradict each other: not decided.
    case conflict([Opinion])
    /// Taken back after it had been in a letter; closed as long as the facts are those, where they are known.
    case withdrawn(DecisionFacts?, day: String)

    /// Whether an officer took it back or has doubts: it waits outside letters until it is decided again.
    package var isDisputed: Bool {
      switch self {
      case .check, .rejected, .conflict, .withdrawn: true
      case .undecided, .valid, .waiting: false
      }
    }

    /// The word in the column `keputusan`.
    package var word: String {
      switch self {
      case .undecided: ""
      case .valid: "sah"
      case .waiting: "menunggu petugas kedua"
      case .check: "perlu cek"
      case .rejected: "tolak"
      case .conflict: "bertentangan"
      case .withdrawn: "ditarik"
      }
    }
  }

  /// By id: what each officer last said, in the order in which they spoke.
  private var opinions: [String: [Opinion]] = [:]
  private var withdrawn: [String: (facts: DecisionFacts?, day: String, reason: String)] = [:]
  /// By id: officers, by key, who took their own decision back and said nothing since.
  private var tookBack: [String: Set<String>] = [:]
  /// By id: what was last said of it, and in which line of the register.
  private var last: [String: Statement] = [:]

  /// What was last said of a finding: when, and of whom.
  package struct Statement: Sendable {
    package let line: Int
    package let day: String
    package let rule: String
    package let officer: String
    package let person: PrintedPerson
    package let traits: TraitMarks
    /// The row as it was printed, as a hash: what lines of earlier versions have of the person.
    package let row: String
  }
  /// By id: KPU's words, the last ones last.
  package private(set) var answers: [String: [KPUAnswer]] = [:]
  /// By id: the line of the last letter that asks about it, and of the last one that takes it back.
  private var asked: [String: Int] = [:]
  private var takenBack: [String: Int] = [:]
  /// The letters that were sent, in order.
  package private(set) var letters: [SentLetter] = []
  /// Ids in letters, withdrawn ones too.
  private var sent: Set<String> = []
  private let needsTwo: Bool

  /// - Parameter needsTwo: sah only when two officers said so.
  package init(_ register: Register, needsTwo: Bool) {
    self.needsTwo = needsTwo
    for event in register.events { take(event) }
  }

  private mutating func take(_ event: RegisterEvent) {
    switch event.kind {
    case .decision:
      guard let opinion = Opinion(event) else { return }
      for id in event.findings {
        opinions[id, default: []].removeAll { $0.officerKey == opinion.officerKey }
        opinions[id, default: []].append(opinion)
        withdrawn[id] = nil
        tookBack[id]?.remove(opinion.officerKey)
        last[id] = Statement(
          line: event.number, day: opinion.day, rule: opinion.rule, officer: opinion.officer,
          person: opinion.facts.persons, traits: opinion.facts.traits, row: opinion.facts.row)
      }
    case .answer:
      let answer = KPUAnswer(line: event.number, words: event.text("jawaban"))
      guard answer.isSaid else { return }
      for id in event.findings { answers[id, default: []].append(answer) }
    case .letter:
      guard let letter = SentLetter(event) else { return }
      letters.append(letter)
      sent.formUnion(letter.ids)
      if letter.asks { for id in letter.ids { asked[id] = event.number } }
      if letter.takesBack { for id in letter.ids { takeBack(id, by: event) } }
    case .withdrawal:
      let officer = event.text(Withdrawal.officerMember)
      guard officer.isEmpty else { return takeBack(event.findings, of: Opinion.key(officer)) }
      for id in event.findings {
        opinions[id] = nil
        guard asked[id] != nil else { continue }
        let facts = DecisionFacts(event.content.first { $0.key == "fakta" }?.value)
        withdrawn[id] = (facts, event.text("tanggal"), event.text("alasan"))
        if let facts {
          last[id] = Statement(
            line: event.number, day: event.text("tanggal"), rule: RuleNames.current(event.text("aturan")),
            officer: event.officer, person: facts.persons, traits: facts.traits, row: facts.row)
        }
        for place in letters.indices { letters[place].withdraw(id) }
      }
    case .opening, .sample, .sampleScore, .erasure: break
    }
  }

  /// An officer takes back what he said of some findings, and nothing else.
  private mutating func takeBack(_ ids: [String], of officer: String) {
    for id in ids {
      opinions[id]?.removeAll { $0.officerKey == officer }
      if opinions[id]?.isEmpty == true { opinions[id] = nil }
      tookBack[id, default: []].insert(officer)
    }
  }

  /// A letter of withdrawal takes back what no line before it did.
  private mutating func takeBack(_ id: String, by event: RegisterEvent) {
    takenBack[id] = event.number
    guard asked[id] != nil, withdrawn[id] == nil else { return }
    opinions[id] = nil
    withdrawn[id] = (nil, event.text("tanggal"), "")
    for place in letters.indices { letters[place].withdraw(id) }
  }

  /// Ids of which anything was said, letters apart.
  package var decidedIDs: Set<String> { Set(opinions.keys).union(withdrawn.keys) }

  /// Whether a letter asks about a finding that no letter after it took back.
  package func isAsked(_ id: String) -> Bool { asked[id].map { $0 > takenBack[id] ?? 0 } ?? false }

  /// Whether any letter ever asked about it.
  package func wasAsked(_ id: String) -> Bool { asked[id] != nil }

  /// The letters that ask about a finding and that no later one took back, in order.
  package func asking(_ id: String) -> [SentLetter] {
    letters.filter { $0.asks && $0.place > takenBack[id] ?? 0 && $0.ids.contains(id) }
  }

  /// Why a finding was taken back; empty where it was not or nobody said why.
  package func reason(of id: String) -> String { withdrawn[id]?.reason ?? "" }

  /// Findings that were taken back, or rejected after a letter had named them, and are still asked for: what a letter of
  /// withdrawal is to tell, in order of id.
  package var toTakeBack: [String] { (withdrawn.keys.filter(isAsked) + rejectedSince).sorted() }

  /// Findings that letters ask for and an officer rejected since the last of them.
  private var rejectedSince: [String] {
    opinions.keys.filter { id in
      guard isAsked(id), case .rejected = standing(of: id) else { return false }
      return last[id]?.line ?? 0 > asked[id] ?? 0
    }
  }

  /// The letters with all that the office does not stand by any more: what is followed up.
  package var lettersInForce: [SentLetter] {
    let rejected = Set(rejectedSince)
    guard !rejected.isEmpty else { return letters }
    return letters.map { letter in
      var letter = letter
      letter.withdraw(rejected)
      return letter
    }
  }

  /// Whether an officer, named by key, took his own decision on a finding back.
  func isTakenBack(_ id: String, by officer: String) -> Bool { tookBack[id]?.contains(officer) == true }

  /// KPU's last words on a finding that are not older than the last letter that asks about it.
  package func answer(of id: String) -> String? {
    guard let last = answers[id]?.last, last.line > asked[id] ?? 0 else { return nil }
    return last.words
  }

  /// What was last said of each decided finding, in the order in which it was said.
  package var statements: [(id: String, statement: Statement)] {
    decidedIDs.compactMap { id in last[id].map { (id, $0) } }.sorted { ($0.1.line, $0.0) < ($1.1.line, $1.0) }
  }

  /// Whether a letter names it, whatever for.
  package func isSent(_ id: String) -> Bool { sent.contains(id) }

  /// Marks of the persons whose rows letters asked to be taken out, in the kabupaten that was asked.
  package var marksAskedToGo: Set<UInt64> {
    Set(asked(as: "TMS").flatMap { $0.entry.marks.shown([.number, .person], in: $0.entry.kabupaten) })
  }

  /// By mark of a person, in the kabupaten that was asked, whom letters asked to be put on the roll, or back on it: the
  /// last such letter.
  package var lettersThatAskBack: [UInt64: SentLetter] {
    var found: [UInt64: SentLetter] = [:]
    for (letter, entry) in asked(as: "MS") {
      for mark in entry.marks.shown(PersonMark.strong, in: entry.kabupaten) { found[mark] = letter }
    }
    return found
  }

  /// What letters ask for in one class, in order.
  private func asked(as label: String) -> [(letter: SentLetter, entry: LetterEntry)] {
    lettersInForce.filter(\.asks).flatMap { letter in
      letter.groups.filter { $0.label == label }.flatMap(\.entries).filter { !letter.withdrawn.contains($0.id) }
        .map { (letter, $0) }
    }
  }

  /// What each officer last said, in the order in which they spoke.
  package func opinions(of id: String) -> [Opinion] { opinions[id] ?? [] }

  /// Whose words make a finding stand as it does; empty where nobody is known.
  package func officers(of id: String) -> [String] {
    let said = opinions(of: id)
    switch standing(of: id) {
    case .rejected: return said.last { $0.word == .rejected }.map { [$0.officer] } ?? []
    case .conflict(let opinions): return opinions.map(\.officer)
    default: return last[id].map { [$0.officer] } ?? []
    }
  }

  package func standing(of id: String) -> Standing {
    if let taken = withdrawn[id] { return .withdrawn(taken.facts, day: taken.day) }
    guard let all = opinions[id], let last = all.last else { return .undecided }
    let valid = all.filter { $0.word == .valid }
    // Who rejected other facts said nothing of these.
    let rejected = all.filter { $0.word == .rejected && $0.facts == last.facts }
    if !valid.isEmpty, !rejected.isEmpty { return .conflict(valid + rejected) }
    if let first = rejected.last { return .rejected(first.facts, day: first.day) }
    if !valid.isEmpty { return needsTwo && valid.count < 2 ? .waiting : .valid }
    return .check
  }

  /// Findings on which officers contradict each other, in order of id.
  package var conflicts: [(id: String, opinions: [Opinion])] {
    opinions.keys.sorted().compactMap { id in
      if case .conflict(let opinions) = standing(of: id) { (id, opinions) } else { nil }
    }
  }

  /// How often findings that are decided were rejected, by rule and tier, in order of rule.
  package var rejectedShares: [RejectedShare] {
    var shares: [String: RejectedShare] = [:]
    for (id, opinions) in opinions {
      guard let last = opinions.last, let tier = Tier(label: last.facts.tier) else { continue }
      let isRejected: Bool
      switch standing(of: id) {
      case .valid: isRejected = false
      case .rejected: isRejected = true
      default: continue
      }
      let key = last.rule + "\t" + last.facts.tier
      shares[key, default: RejectedShare(rule: last.rule, tier: tier)].count(isRejected: isRejected)
    }
    return shares.keys.sorted().compactMap { shares[$0] }
  }
}
