import Casework
import RollModel

/// What samples of a case are drawn from: rows of the roll, and people or households who should be on it.
struct SampleFrames {
  /// What stands behind a unit of a frame.
  enum Subject {
    case person(RowReference)
    /// The household that comes at this place of so many in its RT, or the card of a household.
    case household(AreaKey, place: Int, of: Int, card: NIK)
  }

  /// A frame with what its units are.
  struct Frame {
    var frame: SampleFrame
    var subjects: [Subject] = []
    /// Index in `RunRecord.findings`, by number of the unit.
    var findings: [Int: Int] = [:]
  }

  /// Rows of the roll that are not struck; the classes are the rules that propose a row as not eligible.
  static func roll(_ record: RunRecord) -> Frame {
    let roll = record.data.roll
    let found = best(record) { $0.severity == .tms && $1.role == .roll }
    var frame = Builder(.listToPeople, source: "baris daftar pemilih yang tidak dicoret", record)
    for row in 0..<roll.count {
      let voter = roll[row]
      if voter.isStruck { continue }
      frame.add(voter, RowReference(role: .roll, row: row), finding: found[RowReference(role: .roll, row: row)])
    }
    return frame.made
  }

  /// Residents, and whoever else a finding says is missing from the roll; without a list of residents the households of
  /// the lists of areas, else those that coklit visited. Nil without any of them.
  static func people(_ record: RunRecord) -> Frame? {
    guard let residents = record.data.lists[.residents], residents.count > 0 else { return households(record.data) }
    var found = best(record) { finding, _ in finding.severity == .missing }
    var frame = Builder(.peopleToList, source: "penduduk, dan orang lain yang menurut temuan belum terdaftar", record)
    for row in 0..<residents.count {
      let reference = RowReference(role: .residents, row: row)
      frame.add(residents[row], reference, finding: found.removeValue(forKey: reference))
    }
    for (reference, finding) in found.sorted(by: { $0.value < $1.value }) {
      guard let voter = record.data.voter(reference) else { continue }
      frame.add(voter, reference, finding: finding)
    }
    return frame.made
  }

  /// The finding that a row is drawn under: of the highest tier, then the first of the run.
  private static func best(
    _ record: RunRecord, where isWanted: (Finding, RowReference) -> Bool
  ) -> [RowReference: Int] {
    var best: [RowReference: Int] = [:]
    for (index, finding) in record.findings.enumerated() {
      guard case .person(let reference) = finding.subject, finding.tier >= .verify, isWanted(finding, reference) else {
        continue
      }
      if let before = best[reference], record.findings[before].tier >= finding.tier { continue }
      best[reference] = index
    }
    return best
  }

  /// Households of one listed area at most: a count that is mistyped must not fill the memory.
  private static let mostHouseholds = 1 << 15

  private static func households(_ data: CaseData) -> Frame? {
    let areas = data.lexicon.areas
    let hashes = areas.entries.map(\.fact)
    let listed = data.expectedAreas.filter { $0.key.desa != 0 && $0.key.tps == 0 && $0.households > 0 }
    // A desa that is listed by RT and as a whole is taken by RT.
    let divided = Set(listed.filter { $0.key.rt != 0 }.map(\.key.desa))
    let places = listed.filter { $0.key.rt != 0 || !divided.contains($0.key.desa) }
    var made = Frame(frame: SampleFrame(.peopleToList, source: "", kinds: [SampleFrame.clean], units: []))
    if !places.isEmpty {
      made.frame.source = "rumah tangga menurut daftar wilayah"
      for place in places {
        let key = place.key
        let hash = mixed(mixed(hashes[key.desa] ^ UInt64(key.rw + 1)) ^ UInt64(key.rt + 1))
        for number in 1...min(place.households, mostHouseholds) {
          made.frame.units.append(.init(fact: mixed(hash ^ UInt64(number) << 20), tie: 0, area: key.desa, kind: 0))
          made.subjects.append(.household(key, place: number, of: min(place.households, mostHouseholds), card: NIK()))
        }
      }
      return made
    }
    let visits = data.visits
    guard visits.count > 0 else { return nil }
    made.frame.source = "keluarga menurut data coklit"
    var seen: Set<UInt64> = []
    for row in 0..<visits.count where !visits.nkk[row].isMissing {
      let desa = Int(visits.area[row])
      let fact = mixed(visits.nkk[row].bits ^ hashes[desa])
      guard seen.insert(fact).inserted else { continue }
      let key = AreaKey(
        kecamatan: areas[desa].kecamatanNumber, desa: desa, rw: Int(visits.rw[row]), rt: Int(visits.rt[row]),
        tps: Int(visits.tps[row]))
      made.frame.units.append(.init(fact: fact, tie: 0, area: desa, kind: 0))
      made.subjects.append(.household(key, place: 0, of: 0, card: visits.nkk[row]))
    }
    return made.subjects.isEmpty ? nil : made
  }
}

/// Gathers the persons of a frame; classes come in the order of the rulebook.
private struct Builder {
  private(set) var made: SampleFrames.Frame
  private let rules: [String: Int]
  private let record: RunRecord

  init(_ direction: SampleFrame.Direction, source: String, _ record: RunRecord) {
    let rules = record.cards.map(\.id)
    self.rules = Dictionary(rules.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { a, _ in a })
    self.record = record
    made = SampleFrames.Frame(
      frame: SampleFrame(direction, source: source, kinds: [SampleFrame.clean] + rules, units: []))
  }

  mutating func add(_ voter: Voter, _ reference: RowReference, finding: Int?) {
    let kind = finding.flatMap { rules[record.findings[$0].rule] } ?? 0
    if let finding, kind > 0 { made.findings[made.subjects.count] = finding }
    let tie = mixed(UInt64(voter.tps) << 32 | UInt64(voter.rt) << 16 | UInt64(voter.rw))
    made.frame.units.append(.init(fact: voter.identityHash, tie: tie, area: voter.areaNumber, kind: kind))
    made.subjects.append(.person(reference))
  }
}

extension AreaTable.Entry {
  /// A hash of what the desa is, the same in every export.
  fileprivate var fact: UInt64 {
    code.isUnknown
      ? (kecamatan + "/" + desa).utf8.reduce(mixed(1)) { mixed($0 ^ UInt64($1)) } : mixed(code.number)
  }
}
