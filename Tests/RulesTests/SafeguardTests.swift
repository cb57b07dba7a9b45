import RollModel
import Testing

@testable import Rules

/// What holds a proposal back.
struct SafeguardTests {
  private static let header = "? | nik | nama | tanggal_lahir | kode_desa | tps"

  /// A case of `voters` in one station, with a death row and a sign of life for the first of them.
  private func example(
    voters: Int = 4, death: String = "2026-02-03", deathNIK: String = "1602051203450001", born: String = "1945-03-12",
    sign: String? = nil, settings: [String: String] = [:]
  ) throws -> ExampleCase {
    var lines = ["[daftar-pemilih]", Self.header]
    for number in 1...voters {
      lines.append(" | 160205120345\(1000 + number) | WARGA\(number) | 1945-03-12 | 1602052001 | 1")
    }
    lines += ["[kematian]", " | nik | nama | tanggal_lahir | tanggal_meninggal | sumber"]
    lines += Array(repeating: " | \(deathNIK) | WARGA1 | \(born) | \(death) | akta kematian", count: voters)
    if let sign {
      lines += [
        "[bukti-hidup]", " | nik | nama | tanggal | sumber", " | 1602051203451001 | WARGA1 | \(sign) | daftar hadir",
      ]
    }
    return try ExampleCase(Example(settings: settings, lines.joined(separator: "\n")), rule: Safeguards.section)
  }

  private func link(_ a: Int, _ b: Int, _ tier: Tier = .certain, bits: Double = 20) -> Pair {
    Pair(
      a: a, b: b, weight: MatchWeight(bits), probability: MatchWeight(bits).probability, tier: tier, subject: a,
      words: "nama sama")
  }

  private func deaths(_ example: ExampleCase, _ matches: MatchResults) -> [Finding] {
    examine(example, matches: matches).filter { $0.rule == "meninggal" }
  }

  @Test(arguments: [
    (death: "2026-02-03", sign: "2026-05-01", tier: Tier.strong, holds: true),
    (death: "2026-02-03", sign: "2026-05-01", tier: .verify, holds: false),
    (death: "2026-02-03", sign: "2026-02-03", tier: .certain, holds: false),
    (death: "2026-02-03", sign: "2025-12-31", tier: .certain, holds: false),
    (death: "", sign: "2020-01-01", tier: .certain, holds: true),
    (death: "2026-**-**", sign: "2026-01-01", tier: .certain, holds: true),
    (death: "2026-02-03", sign: "", tier: .certain, holds: false),
  ])
  func laterSignsOfLifeHoldADeathBack(_ row: (death: String, sign: String, tier: Tier, holds: Bool)) throws {
    let example = try example(death: row.death, sign: row.sign)
    var matches = MatchResults()
    matches.links[.deaths] = [link(0, 0)]
    matches.links[.signsOfLife] = [link(0, 0, row.tier)]
    let finding = try #require(deaths(example, matches).first)
    #expect(finding.heldBack.isEmpty != row.holds)
    #expect(finding.tier == (row.holds ? .verify : .certain))
  }

  @Test(arguments: [
    (nik: "", born: "1945-03-12", tier: Tier.certain), (nik: "1602051203450001", born: "", tier: .certain),
    (nik: "", born: "", tier: .verify), (nik: "", born: "1945-**-**", tier: .verify),
  ])
  func thinDeathsNeverGoAboveVerification(_ row: (nik: String, born: String, tier: Tier)) throws {
    let example = try example(deathNIK: row.nik, born: row.born)
    var matches = MatchResults()
    matches.links[.deaths] = [link(0, 0)]
    #expect(deaths(example, matches).map(\.tier) == [row.tier])
  }

  /// The hard share, an option.
  @Test(arguments: [
    (voters: 100, dead: 3, settings: ["batas_tps": "0.02"], holds: false),
    (voters: 100, dead: 4, settings: ["batas_tps": "0.02"], holds: true),
    (voters: 100, dead: 4, settings: [:], holds: false),
    (voters: 300, dead: 6, settings: ["batas_tps": "0.02"], holds: false),
    (voters: 300, dead: 7, settings: ["batas_tps": "0.02"], holds: true),
    (voters: 100, dead: 4, settings: ["batas_tps": "0.05"], holds: false),
  ])
  func theHardShareOfAStationWaitsForTheField(
    _ row: (voters: Int, dead: Int, settings: [String: String], holds: Bool)
  ) throws {
    let example = try example(voters: row.voters, settings: row.settings)
    var matches = MatchResults()
    // One more is uncertain, and does not count.
    matches.links[.deaths] = (0..<row.dead).map { link($0, $0) } + [link(row.dead, row.dead, .verify)]
    let findings = deaths(example, matches)
    #expect(findings.count == row.dead + 1)
    #expect(findings.count { !$0.heldBack.isEmpty } == (row.holds ? row.dead : 0))
    #expect(findings.count { $0.action.hasPrefix("Jangan diusulkan") } == (row.holds ? row.dead : 0))
    #expect(findings.count { $0.tier == .verify } == 1)
  }

  /// Twenty stations of 100 voters with one death each, and more of them in the first; two lists.
  private func kabupaten(first: Int, official: Bool) throws -> (ExampleCase, MatchResults) {
    var lines = ["[daftar-pemilih]", Self.header]
    for station in 1...20 {
      for number in 1...100 {
        lines.append(
          " | 1602051203\(station < 10 ? "0" : "")\(station)\(1000 + number) | WARGA\(number) | 1945-03-12 | 1602052001 | \(station)"
        )
      }
    }
    let rows = Array(0..<first) + (1...19).map { $0 * 100 }
    lines += ["[kematian]", " | nik | nama | tanggal_lahir | tanggal_meninggal | sumber"]
    for row in rows {
      let station = row / 100 + 1
      let nik = "1602051203\(station < 10 ? "0" : "")\(station)\(1001 + row % 100)"
      let name = "WARGA\(row % 100 + 1)"
      lines.append(" | \(nik) | \(name) | 1945-03-12 | 2026-02-03 | \(official ? "akta kematian" : "laporan warga")")
    }
    var matches = MatchResults()
    matches.links[.deaths] = rows.enumerated().map { link($1, $0) }
    return (try ExampleCase(Example(lines.joined(separator: "\n"))), matches)
  }

  /// What is usual in the kabupaten passes; a station that a list hits far beyond it waits, official record or not.
  @Test(arguments: [(3, false, 0), (5, false, 0), (30, false, 30), (30, true, 30), (90, true, 90)])
  func aStationFarBeyondTheKabupatenWaits(_ row: (first: Int, official: Bool, held: Int)) throws {
    let (example, matches) = try kabupaten(first: row.first, official: row.official)
    let held = deaths(example, matches).filter { !$0.heldBack.isEmpty }
    #expect(held.count == row.held)
    #expect(held.allSatisfy { $0.heldBack.contains("kematian/contoh.csv") && $0.tier == .certain })
  }

  @Test func aRowIsProposedOnce() throws {
    let example = try example()
    var matches = MatchResults()
    matches.links[.deaths] = [link(0, 0)]
    matches.duplicates = [link(0, 1), link(2, 3)]
    let findings = examine(example, matches: matches).filter { $0.severity == .tms }
    #expect(findings.map(\.rule) == ["meninggal", "ganda", "ganda"])
    #expect(findings[0].explanation.contains("juga ditemukan dengan alasan ganda"))
    let doubled = findings.filter { $0.rule == "ganda" }
    #expect(doubled.count { $0.heldBack.contains("meninggal") } == 1)
    #expect(doubled.count { $0.proposedReason == .duplicate } == 1)
  }

  @Test func aDuplicateOfTheDeadSaysSo() throws {
    let example = try example()
    var matches = MatchResults()
    matches.links[.deaths] = [link(1, 0)]
    matches.duplicates = [link(0, 1)]
    let finding = try #require(examine(example, matches: matches).first { $0.rule == "ganda" })
    #expect(finding.explanation.contains("daftar kematian"))
  }

  /// What was decided or asked of one row of three is of no other, whichever row stays later.
  @Test(arguments: [0, 1, 2])
  func aRowOfThreeKeepsItsIdWhicheverRowStays(_ kept: Int) throws {
    let example = try example()
    func ids(keeping row: Int) -> [Int: String] {
      var matches = MatchResults()
      matches.duplicates = [(0, 1), (0, 2), (1, 2)].map { a, b in
        var pair = link(a, b)
        pair.cluster = 1
        pair.subject = a == row ? b : b == row ? a : max(a, b)
        return pair
      }
      let found = examine(example, matches: matches).filter { $0.rule == "ganda" }
      return Dictionary(uniqueKeysWithValues: found.map { ($0.rollRow ?? -1, $0.id) })
    }
    let (now, before) = (ids(keeping: kept), ids(keeping: 0))
    #expect(Set(now.keys) == Set([0, 1, 2]).subtracting([kept]) && Set(now.values).count == 2)
    for (row, id) in now where before[row] != nil { #expect(before[row] == id) }
  }

  @Test func severalRowsOfAListAreOneFinding() throws {
    let example = try example()
    var matches = MatchResults()
    matches.links[.deaths] = [
      link(0, 0, .strong, bits: 8), link(0, 1, .certain, bits: 18), link(0, 2, .verify, bits: 2),
    ]
    let findings = deaths(example, matches)
    #expect(findings.map(\.counterpart?.row) == [1])
    #expect(findings[0].explanation.contains("2 baris lain"))
  }

  @Test func areasCountEachProposalOnce() throws {
    let example = try example()
    var matches = MatchResults()
    matches.links[.deaths] = [link(0, 0)]
    matches.duplicates = [link(0, 1), link(2, 3)]
    let areas = Examination(
      data: example.data, matches: matches, election: example.election, visits: example.visits
    ).run().areas
    #expect(areas.map(\.proposed) == Array(repeating: [.deceased: 1, .duplicate: 1], count: 4))
    #expect(areas.map(\.key) == areas.map(\.key).sorted())
  }
}
