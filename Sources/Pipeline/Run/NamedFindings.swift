import Casework
import Reports
import RollModel

/// Findings that were named for a letter by their ids: what became of them.
struct NamedFindings {
  let run: FinishedRun
  let record: RunRecord
  let filter: LetterFilter

  /// Why the named findings that are in none of the letters are left out, one sentence each.
  func leftOut(of letters: [WrittenLetter]) throws(RunFailure) -> [String] {
    guard let ids = filter.ids, filter.naming != .all else { return [] }
    let missing = ids.subtracting(letters.flatMap { $0.rows.map(\.id) })
    guard !missing.isEmpty else { return [] }
    let findings = Dictionary(
      record.findings.filter { missing.contains($0.id) }.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let others: [String: FoundFinding]
    do throws(FindingIndexError) {
      others = try FoundFinding.rows(of: missing.subtracting(findings.keys), in: run.path)
    } catch { throw RunFailure(error.description) }
    return missing.sorted().map { id in
      if let finding = findings[id] { return "\(id) tidak masuk surat: \(reason(finding))." }
      if let other = others[id] {
        return "\(id) tidak masuk surat: temuan \(other["aturan"] ?? "ini") bukan usulan yang disuratkan."
      }
      // A number or a name that was typed in an id's place is not said again.
      return "\(FindingID.read(id) ?? "Yang disebut") tidak masuk surat: tidak ada temuan ber-ID itu di hasil ini."
    }
  }

  private func reason(_ finding: Finding) -> String {
    if filter.rejected.contains(finding.id) { return "ditolak atau ditarik menurut register" }
    if let hold = filter.held[finding.id] { return "\(hold.rawValue); putuskan dahulu" }
    if finding.tier > .certain { return "kemungkinan kembar tidak pernah diusulkan" }
    if filter.naming == .decided, !filter.accepted.contains(finding.id) {
      if finding.tier < .strong { return "\(finding.tier.label) masuk surat setelah diputuskan sah\(officers)" }
      if !finding.heldBack.isEmpty { return "ditahan (\(finding.heldBack)); masuk setelah diputuskan sah\(officers)" }
      if finding.tier < filter.leastTier { return "keyakinannya \(finding.tier.label)" }
    }
    if case .person(let person) = finding.subject, person.role == .roll, record.data.voter(person)?.mark != nil {
      return "sudah ditandai TMS dalam daftar pemilih"
    }
    if record.data.lexicon.areas.isElsewhere(record.data.lexicon.areas.place(of: finding, in: record.data)) {
      return "terletak di kabupaten/kota lain"
    }
    return "di luar kelas, kecamatan, atau kabupaten yang dipilih, atau orangnya sudah disebut dengan temuan lain"
  }

  private var officers: String { run.needsTwoOfficers ? " oleh dua petugas (dua_orang: ya)" : "" }
}
