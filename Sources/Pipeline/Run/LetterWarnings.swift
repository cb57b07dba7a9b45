import Casework
import Reports
import RollModel

/// What a letter says of the register beyond its rows: to KPU of what was asked before, to the office of what it overrules.
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

  /// That earlier letters asked for some of the same: KPU is not to take them for new.
  static func tellOfRepeats(_ request: inout LetterWriter.Request, _ record: RunRecord) {
    guard let notes = record.history?.notes else { return }
    let selection = LetterSelection(record, request.filter)
    let rows = selection.categories.flatMap { $0.rows.map { record.findings[$0.finding].id } }
    let count = rows.count { notes[$0]?.letter.isEmpty == false }
    guard count > 0 else { return }
    request.followUp.append(
      "\(IndonesianNumber.grouped(count)) data dalam surat ini pernah disarankan dan belum ditindaklanjuti; kolom Bukti pada "
        + "lampiran menyebut nomor suratnya.")
  }

  /// That KPU was asked for what the office does not stand by any more.
  static func awaiting(_ letters: [WrittenLetter], _ book: DecisionBook?) -> [String] {
    guard letters.contains(where: { $0.kind == .correction }) else { return [] }
    let count = book?.toTakeBack.count ?? 0
    return count == 0 ? [] : [FollowUpWords.awaiting(count)]
  }
}
