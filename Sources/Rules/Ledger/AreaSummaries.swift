import RollModel

/// The rows of `wilayah.csv`: facts of kabupaten, kecamatan, desa and TPS with what was proposed in them.
struct AreaSummaries {
  let context: RuleContext
  /// Rows of the roll that findings may propose to go, each with the reason where one proposes it.
  private let proposals: [(row: Int, reason: TMSCode?)]
  /// Rows of the roll that notes of data stand on, one for each note.
  private let noted: [Int]
  /// Persons that count for a part of the index, each once a part.
  private let counted: [(person: RowReference, part: RightToVotePart)]
  private let settings: RuleValues

  /// - Parameter settings: of the index.
  init(context: RuleContext, findings: [Finding], removals: [Int], settings: RuleValues) {
    self.context = context
    self.settings = settings
    proposals = removals.compactMap { i in findings[i].rollRow.map { ($0, findings[i].proposedReason) } }
    noted = findings.filter { $0.severity == .data }.compactMap(\.rollRow)
    struct Key: Hashable { let person: RowReference, part: RightToVotePart }
    var seen: Set<Key> = []
    counted = findings.compactMap { finding in
      guard finding.tier >= .verify, let part = AreaIndex.part(of: finding), case .person(let person) = finding.subject,
        seen.insert(Key(person: person, part: part)).inserted
      else { return nil }
      return (person, part)
    }
  }

  /// In order of key.
  var all: [AreaSummary] {
    let ledger = context.ledger
    let facts = ledger.kabupaten + ledger.kecamatan + ledger.villages + ledger.stations
    var summaries = TotalledVisits(context).adjusted(facts.map(\.summary)).sorted { $0.key < $1.key }
    // Numbers are places: every key comes once.
    var places = KeyIndex(expected: summaries.count)
    for summary in summaries { _ = places.number(of: summary.key.packed) }
    for (row, reason) in proposals {
      guard let code = reason else { continue }
      for key in context.roll[row].areaKeys {
        if let place = places.find(key.packed) { summaries[place].proposed[code, default: 0] += 1 }
      }
    }
    for row in noted {
      for key in context.roll[row].areaKeys {
        if let place = places.find(key.packed) { summaries[place].notes += 1 }
      }
    }
    score(&summaries, places)
    return summaries
  }

  /// Sets the index of every area, small ones drawn towards the area above.
  private func score(_ summaries: inout [AreaSummary], _ places: KeyIndex) {
    var counts = summaries.map { summary in
      var counts = AreaIndex.Counts()
      counts.voters = summary.voters
      counts.householdsExpected = summary.householdsExpected
      counts.householdsUnvisited = summary.householdsExpected - summary.householdsVisited
      return counts
    }
    for (person, part) in counted {
      guard let keys = context.data.voter(person)?.areaKeys else { continue }
      for key in keys { if let place = places.find(key.packed) { counts[place].found[part.rawValue] += 1 } }
    }
    var inflated: [Int: Int] = [:]
    for official in context.data.officialCounts {
      guard let place = places.find(official.key.packed) else { continue }
      // Several recaps of one area say it once.
      inflated[place] = max(inflated[place, default: 0], official.total - counts[place].voters)
    }
    for (place, more) in inflated { counts[place].found[RightToVotePart.inflation.rawValue] += more }
    let known = AreaIndex.known(context.data)
    let totalled = TotalledVisits(context)
    for (place, summary) in summaries.enumerated() {
      let key = summary.key
      let index = AreaIndex(settings: settings, known: known, hasVisits: totalled.reachVisits(key))
      summaries[place].index = index.score(of: counts[place], in: places.find(key.above?.packed).map { counts[$0] })
    }
  }
}

extension KeyIndex {
  fileprivate func find(_ key: UInt64?) -> Int? { key.flatMap { find($0) } }
}

extension AreaKey {
  /// The area that the index of this one is drawn towards: the kecamatan, or the kabupaten; nil for that.
  fileprivate var above: AreaKey? {
    if desa != 0, kecamatan != 0 { return AreaKey(kecamatan: kecamatan) }
    return desa != 0 || kecamatan != 0 ? AreaKey() : nil
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
