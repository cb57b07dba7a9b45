import Foundation
import Matchers
import RollModel
import Rules
import SampleRolls
import TestSupport
import Testing

@testable import Pipeline

/// Every rule on a sample whole, and again with the numbers of the roll and of each list cut, masked or left out: what is
/// claimed on less is a part of what is claimed on the whole.
@Suite struct ContrastTests {
  enum Writing: String, CaseIterable { case whole, cut, masked, dropped }

  /// Claims that may be made on less only, or be surer there, and why. `least` is the tier up to which they may.
  static let exceptions: [String: (upTo: Tier, why: String)] = [
    "ganda": (.strong, "a number misread in one row speaks against the pair; without it only what agrees is left"),
    "kemungkinan-kembar": (.twin, "the digit that told two numbers apart is gone; the list proposes nobody"),
    "meninggal": (.certain, "a misread number spoke against the voter, or for another"),
    "pindah-domisili": (.certain, "as for the dead"),
    "wna": (.certain, "as for the dead"),
    "tni": (.certain, "as for the dead"),
    "polri": (.certain, "as for the dead"),
    "hak-pilih-dicabut": (.certain, "as for the dead"),
    "belum-terdaftar": (.verify, "a resident whose number was found is no longer found by name alone"),
  ]
  /// Share of a rule's claims that the exceptions may make up in one run, and the fewest that are let pass.
  static let mostExceptions = (share: 0.12, few: 6)

  static let lists: [Role] = [
    .deaths, .moves, .military, .police, .foreigners, .revoked, .visits, .residents, .specialList, .signsOfLife,
  ]

  private static let mostTelling: [Role] = [.deaths, .visits, .residents]

  @Test func claimsOnLessAreAPartOfClaimsOnTheWhole() throws {
    let sample = try Sample(voters: 600, seed: 77)
    let whole = try sample.claims([:])
    #expect(whole.count > 60)
    var runs = 0
    for roll in Writing.allCases {
      for list in Self.lists {
        for writing in Writing.allCases where roll != .whole || writing != .whole {
          if writing == .whole, list != Self.lists[0] { continue }
          // A roll without numbers is matched by the slower engine for general files, to which every number is one field less.
          if roll == .dropped, writing != .whole, writing != .dropped || !Self.mostTelling.contains(list) { continue }
          let less = try sample.claims([.roll: roll, list: writing])
          compare(less, whole, "daftar-pemilih \(roll), \(list.rawValue) \(writing)")
          runs += 1
        }
      }
    }
    #expect(runs == 30 + 31 + 31 + 4)
  }

  /// All lists at once, as an office that sends only workbooks does.
  @Test(arguments: [Writing.cut, .masked, .dropped])
  func everyListAtOnce(_ writing: Writing) throws {
    let sample = try Sample(voters: 1000, seed: 78)
    let all = Dictionary(uniqueKeysWithValues: ([.roll] + Self.lists).map { ($0, writing) })
    compare(try sample.claims(all), try sample.claims([:]), "semua \(writing)")
  }

  private func compare(_ less: [Claim: Tier], _ whole: [Claim: Tier], _ run: String) {
    var excepted: [String: Int] = [:]
    for (claim, tier) in less.sorted(by: { $0.key < $1.key }) {
      if let held = whole[claim], tier <= held { continue }
      guard let exception = Self.exceptions[claim.rule], tier <= exception.upTo else {
        Issue.record("\(run): \(claim) at \(tier), on the whole at \(whole[claim].map { "\($0)" } ?? "nothing")")
        continue
      }
      excepted[claim.rule, default: 0] += 1
    }
    for (rule, count) in excepted where Self.exceptions[rule]?.upTo != .twin {
      let claims = whole.keys.count { $0.rule == rule }
      let most = max(Self.mostExceptions.few, Int(Double(claims) * Self.mostExceptions.share))
      #expect(count <= most, "\(run): \(rule) \(count) of \(claims)")
    }
  }

  /// What a finding is about, whatever its words and id.
  struct Claim: Hashable, Comparable, CustomStringConvertible {
    let rule: String
    let place: String
    var description: String { rule + " " + place }
    static func < (a: Claim, b: Claim) -> Bool { (a.rule, a.place) < (b.rule, b.place) }
  }
}

/// A made-up case of which the number columns of any role can be written anew.
private final class Sample {
  private let made: Scratch
  private let numbers = ["NIK", "NKK", "NO KK", "NO_KK", "NOMOR KK"]
  /// Files written anew, by path and writing: made once, for every run needs them.
  private var written: [String: [ContrastTests.Writing: String]] = [:]

  init(voters: Int, seed: UInt64) throws {
    made = try Scratch()
    let day = CalendarDay(day: 21, month: 11, year: 2026)
    let sample = SampleKabupaten(voters: voters, seed: seed, model: .berat, referenceDay: day, threads: 1)
    _ = try sample.write(to: made.path)
  }

  /// The findings of a run over the case so written, each with its tier.
  func claims(_ writings: [Role: ContrastTests.Writing]) throws -> [ContrastTests.Claim: Tier] {
    let scratch = try Scratch()
    try FileManager.default.removeItem(atPath: scratch.path)
    try FileManager.default.copyItem(atPath: made.path, toPath: scratch.path)
    for (role, writing) in writings where writing != .whole {
      for name in scratch.names(role.rawValue) { try rewrite(role.rawValue + "/" + name, writing, in: scratch) }
    }
    let folder = try CaseFolder.open(scratch.path)
    let day = CalendarDay(day: 21, month: 11, year: 2026)
    let data = try folder.read(threads: 1, quarantineLimit: nil, day: day)
    #expect(data.refusals.isEmpty, "\(data.refusals)")
    let examination = Examination(
      data: data, matches: Matcher(threads: 1).run(data), election: folder.plan.election.election(today: day),
      visits: folder.plan.visits)
    var claims: [ContrastTests.Claim: Tier] = [:]
    for finding in examination.run().findings {
      let claim = ContrastTests.Claim(rule: finding.rule, place: place(finding, data))
      claims[claim] = max(claims[claim] ?? finding.tier, finding.tier)
    }
    if writings[.roll] ?? .whole != .whole {
      let unchecked = Set(examination.unchecked.map(\.rule))
      #expect(unchecked.contains("kk-beda-tps") && unchecked.contains("nik-sama-orang-berbeda"))
    }
    return claims
  }

  private func place(_ finding: Finding, _ data: CaseData) -> String {
    switch finding.subject {
    case .person(let row): data.voter(row).map { "\($0.path) \($0.line)" } ?? ""
    case .area(let key): "\(data.lexicon.areas[key.desa].code) \(key)"
    }
  }

  private func rewrite(_ path: String, _ writing: ContrastTests.Writing, in scratch: Scratch) throws {
    let text = try written[path]?[writing] ?? rewritten(try scratch.read(path), writing)
    written[path, default: [:]][writing] = text
    try scratch.write(text, to: path)
  }

  private func rewritten(_ text: String, _ writing: ContrastTests.Writing) throws -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let delimiter = try #require(["#", ";", ","].first { lines[0].contains($0) })
    let columns = lines[0].components(separatedBy: delimiter).enumerated().filter {
      numbers.contains($1.uppercased())
    }
    let indices = Set(columns.map(\.offset))
    guard !indices.isEmpty else { return text }
    return lines.enumerated().map { number, line -> String in
      guard !line.isEmpty else { return line }
      var cells = Self.cells(line, delimiter)
      if writing == .dropped {
        cells = cells.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
      } else if number > 0 {
        for index in indices where cells.indices.contains(index) { cells[index] = Self.weak(cells[index], writing) }
      }
      return cells.joined(separator: delimiter)
    }.joined(separator: "\n")
  }

  private static func weak(_ text: String, _ writing: ContrastTests.Writing) -> String {
    guard text.count == 16, text.allSatisfy(\.isNumber) else { return text }
    return writing == .cut ? text.prefix(15) + "0" : text.prefix(6) + "******" + text.suffix(4)
  }

  /// Cells as written, quotes and all.
  private static func cells(_ line: String, _ delimiter: String) -> [String] {
    guard line.utf8.contains(34) else { return line.components(separatedBy: delimiter) }
    var cells: [String] = []
    for part in line.components(separatedBy: delimiter) {
      if let last = cells.last, last.utf8.count(where: { $0 == 34 }) % 2 == 1 {
        cells[cells.count - 1] = last + delimiter + part
      } else {
        cells.append(part)
      }
    }
    return cells
  }
}
