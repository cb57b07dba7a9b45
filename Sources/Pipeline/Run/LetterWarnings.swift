import Casework
import Reports
import RollModel

/// What the office is told of the register beside a letter: what the letter overrules, and what waits to be taken back.
extension LetterRun {
  /// Findings of a draft that were asked for by id though the office took them back or has doubts: asked for is asked for.
  static func overruled(
    _ filter: LetterFilter, _ letters: [WrittenLetter], _ record: RunRecord
  ) -> [String] {
    guard filter.naming == .undecided, letters.contains(where: { $0.kind == .correction }) else { return [] }
    let ids = Set(letters.flatMap { $0.rows.map(\.id) })
    let guarded = Dictionary(
      record.findings.filter { ids.contains($0.id) && !$0.heldBack.isEmpty }.map { ($0.id, $0.heldBack) }
    ) { first, _ in first }
    return ids.sorted().flatMap { id -> [String] in
      let said = filter.held[id]?.rawValue ?? (filter.rejected.contains(id) ? "ditolak atau ditarik" : nil)
      let reasons = [
        said.map { "menurut register: " + $0 },
        filter.accepted.contains(id) ? nil : guarded[id].map { "pemeriksaan menahannya: " + $0 },
      ]
      return reasons.compactMap(\.self).map { "\(id) masuk konsep karena disebut dengan --temuan, padahal \($0)." }
    }
  }

  /// That KPU was asked for what the office does not stand by any more.
  static func awaiting(_ letters: [WrittenLetter], _ book: DecisionBook?) -> [String] {
    guard letters.contains(where: { $0.kind == .correction }) else { return [] }
    let count = book?.toTakeBack.count ?? 0
    return count == 0 ? [] : [FollowUpWords.awaiting(count)]
  }
}
