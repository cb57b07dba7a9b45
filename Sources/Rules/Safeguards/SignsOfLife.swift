import RollModel

/// A sign of life later than a death holds the death back; so does any sign when the death has no date.
///
/// Only signs that are surely the voter's (tier `kuat` or better) count. A coklit visit is no sign: it is to a
/// household.
struct SignsOfLife {
  /// By row of the roll: when, and what.
  private let signs: [Int: [Sign]]
  private let data: CaseData

  private struct Sign {
    var day: CalendarDay
    var source: String
  }

  init(_ context: RuleContext) {
    data = context.data
    var signs: [Int: [Sign]] = [:]
    if let list = context.data.lists[.signsOfLife] {
      for pair in context.matches.links[.signsOfLife] ?? []
      where pair.relation == .samePerson && pair.tier >= .strong {
        let entry = list[pair.b]
        signs[pair.a, default: []].append(Sign(day: entry.event, source: ListEvidence.words(of: entry)))
      }
    }
    self.signs = signs
  }

  func apply(to findings: inout [Finding]) {
    guard !signs.isEmpty else { return }
    for i in findings.indices where findings[i].rule == DeceasedVoter.card.id {
      guard let row = findings[i].rollRow, let known = signs[row],
        let death = findings[i].counterpart.flatMap(data.voter)?.event
      else { continue }
      let later = known.filter { death.isUnknown || death < $0.day }
      guard let latest = later.max(by: { ($0.day, $0.source) < ($1.day, $1.source) }) else { continue }
      findings[i].holdBack(.alive(latest.day, latest.source))
      // The record may be the voter's, but what it says of the voter is in doubt.
      findings[i].tier = min(findings[i].tier, .verify)
    }
  }
}

extension String {
  fileprivate static func alive(_ day: CalendarDay, _ source: String) -> String {
    let when = day.isUnknown ? "" : " tertanggal \(day)"
    let what = source.isEmpty ? "" : " (\(source))"
    return "ada bukti hidup\(when)\(what) sesudah kematian yang dilaporkan; tidak diusulkan sebelum verifikasi faktual"
  }
}
