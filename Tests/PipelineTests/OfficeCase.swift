import Matchers
import RollModel
import Rules
import TestSupport

@testable import Pipeline

/// A case of a few small files, read and examined as a run would, without writing anything.
struct OfficeCase {
  let data: CaseData
  let matches: MatchResults
  let findings: [Finding]
  let accounts: [AreaAccount]
  let summaries: [AreaSummary]

  /// - Parameter files: path inside the case and text; `padan.yaml` may be among them.
  init(_ files: [String: String], day: String = "2026-11-21") throws {
    let scratch = try Scratch()
    for (path, text) in files { try scratch.write(text, to: path) }
    let folder = try CaseFolder.open(scratch.path)
    let today = CalendarDay(iso: day) ?? CalendarDay()
    data = try folder.read(threads: 1, quarantineLimit: nil, day: today)
    matches = Matcher(threads: 1).run(data)
    let result =
      Examination(
        data: data, matches: matches, election: folder.plan.election.election(today: today),
        visits: folder.plan.visits, settings: folder.plan.rules
      ).run()
    (findings, accounts, summaries) = (result.findings, result.accounts, result.areas)
  }

  /// `rule file:line tier` of every finding on a row, sorted; areas by their rule alone.
  var lines: [String] {
    findings.map { finding in
      guard case .person(let row) = finding.subject, let voter = data.voter(row) else { return finding.rule }
      return "\(finding.rule) \(voter.path):\(voter.line) \(finding.tier.label)"
    }.sorted()
  }

  func of(_ rule: String) -> [Finding] { findings.filter { $0.rule == rule } }

  /// Rows read = used + quarantined, of every file.
  var conserves: Bool { data.files.allSatisfy { $0.rowsRead == $0.rowsUsed + $0.rowsQuarantined } }
}
