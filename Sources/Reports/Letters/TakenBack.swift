import RollModel

/// What a letter of withdrawal says of the letters before it, as the register has it where the office says nothing.
struct TakenBack {
  /// `25/PM.00.02/K.SS-09/11/2026 tanggal 25 November 2026 dan Nomor …`; empty where nothing is known.
  let letters: String
  let reason: String

  init(_ selection: LetterSelection, _ record: RunRecord, _ request: LetterWriter.Request) {
    let asked = selection.categories.flatMap(\.rows).compactMap { request.asked[record.findings[$0.finding].id] }
    var numbers: [(day: CalendarDay, text: String)] = []
    var reasons: [String] = []
    for one in asked {
      for letter in one.letters {
        let text = "\(letter.number) tanggal \(IndonesianDate.long(letter.day))"
        if !numbers.contains(where: { $0.text == text }) { numbers.append((letter.day, text)) }
      }
      if !one.reason.isEmpty, !reasons.contains(one.reason) { reasons.append(one.reason) }
    }
    let ordered = numbers.sorted { ($0.day, $0.text) < ($1.day, $1.text) }.map(\.text)
    letters = request.earlierLetter.isEmpty ? ordered.joined(separator: " dan Nomor ") : request.earlierLetter
    reason = request.reason.isEmpty ? reasons.joined(separator: "; ") : request.reason
  }
}
