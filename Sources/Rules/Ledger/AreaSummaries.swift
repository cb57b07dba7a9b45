import RollModel

/// The rows of `wilayah.csv`: facts of kabupaten, kecamatan, desa and TPS with what was proposed in them.
struct AreaSummaries {
  let context: RuleContext
  /// Rows of the roll that findings may propose to go, each with the reason where one proposes it.
  private let proposals: [(row: Int, reason: TMSCode?)]
  /// Rows of the roll that notes of data stand on, one for each note.
  private let noted: [Int]

  init(context: RuleContext, findings: [Finding], removals: [Int]) {
    self.context = context
    proposals = removals.compactMap { i in findings[i].rollRow.map { ($0, findings[i].proposedReason) } }
    noted = findings.filter { $0.severity == .data }.compactMap(\.rollRow)
  }

  /// In order of key.
  var all: [AreaSummary] {
    let ledger = context.ledger
    let facts = ledger.kabupaten + ledger.kecamatan + ledger.villages + ledger.stations
    var summaries = facts.map(\.summary).sorted { $0.key < $1.key }
    // Numbers are places: every key comes once.
    var places = KeyIndex(expected: summaries.count)
    for summary in summaries { _ = places.number(of: summary.key.packed) }
    var found = Array(repeating: 0, count: summaries.count)
    var counted: Set<Int> = []
    for (row, reason) in proposals {
      let isFirst = counted.insert(row).inserted
      for key in context.roll[row].areaKeys {
        guard let place = places.find(key.packed) else { continue }
        if isFirst { found[place] += 1 }
        if let code = reason { summaries[place].proposed[code, default: 0] += 1 }
      }
    }
    for row in noted {
      for key in context.roll[row].areaKeys {
        if let place = places.find(key.packed) { summaries[place].notes += 1 }
      }
    }
    let covered = Set(ledger.kecamatan.filter(\.isCoveredByVisits).map(\.key.kecamatan))
    for i in summaries.indices {
      let kecamatan = summaries[i].key.kecamatan
      let index = AreaIndex(
        hasVisits: kecamatan == 0 ? !covered.isEmpty : covered.contains(kecamatan),
        hasResidents: context.data.lists[.residents] != nil, hasSpecialList: context.data.lists[.specialList] != nil)
      summaries[i].index = index.value(of: summaries[i], found: found[i])
    }
    return summaries
  }
}

extension Finding {
  /// The reason that a finding proposes a row of the roll to go for; nil when it proposes nothing or is held back.
  package var proposedReason: TMSCode? {
    guard self.severity == .tms, self.heldBack.isEmpty, self.tier >= .verify else { return nil }
    return self.tmsCode
  }
}

extension AreaKey {
  /// The key of a kabupaten, kecamatan, desa or TPS as one number: a case has less than 2^24 desa.
  fileprivate var packed: UInt64 { UInt64(kecamatan) << 40 | UInt64(desa) << 16 | UInt64(tps) }
}

extension Voter {
  /// The areas that a voter is counted in, from the kabupaten down to the TPS.
  var areaKeys: [AreaKey] {
    guard areaNumber != 0 else { return [AreaKey()] }
    let kecamatan = area.kecamatanNumber
    var keys = [AreaKey(), AreaKey(kecamatan: kecamatan, desa: areaNumber)]
    if kecamatan != 0 { keys.append(AreaKey(kecamatan: kecamatan)) }
    if tps != 0 { keys.append(AreaKey(kecamatan: kecamatan, desa: areaNumber, tps: tps)) }
    return keys
  }
}
