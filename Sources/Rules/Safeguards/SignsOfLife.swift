import RollModel

/// A sign of life later than a death holds the death back; so does any sign when the death has no date.
///
/// Only signs that are surely the voter's (tier `kuat` or better) count. A coklit visit is no sign: it is to a
/// household.
struct SignsOfLife {
  /// By row of the roll: rows of the list of signs.
  private let signs: [Int: [Int]]
  private let data: CaseData

  init(_ context: RuleContext) {
    data = context.data
    var signs: [Int: [Int]] = [:]
    if context.data.lists[.signsOfLife] != nil {
      for pair in context.matches.links[.signsOfLife] ?? []
      where pair.relation == .samePerson && pair.tier >= .strong {
        signs[pair.a, default: []].append(pair.b)
      }
    }
    self.signs = signs
  }

  func apply(to findings: inout [Finding], at removals: [Int]) {
    guard !signs.isEmpty, let list = data.lists[.signsOfLife] else { return }
    for i in removals where findings[i].rule == DeceasedVoter.card.id {
      guard let row = findings[i].rollRow, let known = signs[row],
        let death = findings[i].counterpart.flatMap(data.voter)?.event
      else { continue }
      let later = known.map { list[$0] }.filter { death.isUnknown || death < $0.event }
        .map { (day: $0.event, source: ListEvidence.words(of: $0)) }
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
