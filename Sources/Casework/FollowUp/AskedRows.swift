import RollModel

/// Rows that letters asked about, each once however many letters named it: known again by id, or by a mark of its person
/// where his name or number was mended between two letters.
struct AskedRows {
  private struct Row {
    /// As the last letter has it; nil where it was taken back.
    var state: FollowUpState?
    var letter: Int
  }

  private struct Mark: Hashable {
    let claim: String
    /// What two offices were asked of one person are two rows.
    let kabupaten: Int
    let hash: UInt64
  }

  private var rows: [Row] = []
  private var places: [String: Int] = [:]
  private var marked: [Mark: [Int]] = [:]

  /// Counts one finding of a letter; letters come in their order. Two findings of one letter are two rows.
  ///
  /// - Parameter label: the class of the letter: who is asked to be put on the roll is one person, whatever rule misses him.
  mutating func take(_ entry: LetterEntry, _ label: String, of letter: Int, _ state: FollowUpState?) {
    let claim = label == "MS" ? label : entry.rule
    let marks = entry.marks.shown(PersonMark.strong).map { Mark(claim: claim, kabupaten: entry.kabupaten, hash: $0) }
    let known = [places[entry.id]].compactMap(\.self) + marks.flatMap { marked[$0] ?? [] }
    let place = known.first { rows[$0].letter != letter } ?? rows.count
    if place == rows.count { rows.append(Row(state: state, letter: letter)) }
    rows[place] = Row(state: state, letter: letter)
    places[entry.id] = place
    for mark in marks where marked[mark]?.contains(place) != true { marked[mark, default: []].append(place) }
  }

  var totals: FollowUpTotals {
    var totals = FollowUpTotals()
    for row in rows {
      if let state = row.state { totals.counts[state, default: 0] += 1 } else { totals.withdrawn += 1 }
    }
    return totals
  }
}
