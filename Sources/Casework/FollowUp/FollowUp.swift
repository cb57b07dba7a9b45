import RollModel

/// What became of the findings of every letter, seen on the roll of this run.
///
/// TMS: the row is gone or struck, and nobody is found who may be its person. MS: the person stands there without a code,
/// or a list's rule misses him no more. Edits: the finding is gone while its row is there. Rows are known again by hashes;
/// who was struck once and stands there again has come back. In a province the rows of the kabupaten that was asked decide.
package struct FollowUp: Sendable {
  /// By letter and finding, in order.
  package private(set) var details: [FollowUpDetail] = []
  /// By id of a finding that no letter names: the ids under which letters named its person before data were mended.
  package private(set) var predecessors: [String: Set<String>] = [:]
  /// All letters together, every row once.
  package private(set) var totals = FollowUpTotals()
  private let letters: [SentLetter]

  /// A finding of a letter, as earlier runs name it.
  package struct Key: Hashable, Sendable {
    package let letter: Int
    package let id: String

    package init(letter: Int, id: String) { (self.letter, self.id) = (letter, id) }
  }

  /// - Parameters:
  ///   - record: the run before any decision hides a finding of it.
  ///   - doneBefore: what earlier runs saw done.
  package init(_ letters: [SentLetter], _ key: KeyedHash, on record: RunRecord, doneBefore: Set<Key>, threads: Int) {
    self.letters = letters.filter(\.asks)
    guard self.letters.contains(where: { !$0.groups.isEmpty }) else { return }
    let roll = RollView(self.letters, key, record, threads: threads)
    var asked = AskedRows()
    for letter in self.letters {
      for group in letter.groups {
        let standing = group.entries.filter { !letter.withdrawn.contains($0.id) }
        let states = Dictionary(zip(standing.map(\.id), roll.states(of: standing, label: group.label))) { first, _ in
          first
        }
        for entry in group.entries {
          let state = states[entry.id]
          for id in state?.successors ?? [] { predecessors[id, default: []].insert(entry.id) }
          let wasDone = doneBefore.contains(Key(letter: letter.place, id: entry.id))
          let shown = state?.state == .open && wasDone ? FollowUpState.again : state?.state
          asked.take(entry, group.label, of: letter.place, shown)
          details.append(
            FollowUpDetail(
              letterPlace: letter.place, letter: letter.shownNumber, id: entry.id, label: group.label,
              kecamatan: group.kecamatan, state: shown, reason: state?.reason ?? ""))
        }
      }
    }
    totals = asked.totals
  }

  /// The table: one line a letter, class and kecamatan.
  ///
  /// - Parameter answers: KPU's words by id; those on a letter came after it.
  package func lines(answers: [String: [KPUAnswer]], on day: CalendarDay) -> [FollowUpLine] {
    var lines: [FollowUpLine] = []
    for letter in letters {
      let ofLetter = details.filter { $0.letterPlace == letter.place }
      for group in letter.groups {
        var line = FollowUpLine(
          letter: letter.shownNumber, day: letter.day, label: group.label, kecamatan: group.kecamatan)
        line.letterPlace = letter.place
        let own = ofLetter.filter { $0.label == group.label && $0.kecamatan == group.kecamatan }
        for state in own.compactMap(\.state) { line.counts[state, default: 0] += 1 }
        for detail in own where ![nil, .done].contains(detail.state) {
          guard let answer = answers[detail.id]?.last, answer.line > letter.place else { continue }
          line.answerCounts[answer.words, default: 0] += 1
        }
        line.reasons = Set(own.map(\.reason).filter { !$0.isEmpty }).sorted()
        line.withdrawn = group.entries.count { letter.withdrawn.contains($0.id) }
        if let sent = CalendarDay(iso: letter.day)?.ordinal, let now = day.ordinal { line.days = max(0, now - sent) }
        lines.append(line)
      }
    }
    return lines
  }
}
