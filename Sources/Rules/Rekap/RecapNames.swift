import RollModel

/// Which areas recaps name beside those of the roll: names that the roll does not know, and areas that a recap leaves out.
struct RecapNames {
  /// An area of the roll that recaps which name most others leave out.
  struct Missing {
    let key: AreaKey
    let voters: Int
    /// `per desa`, `per TPS`.
    let kinds: [String]
  }

  /// By desa or kecamatan, in its order: rows that name it by a name which no row of the roll has.
  private(set) var unknown: [(key: AreaKey, counts: [OfficialCount])] = []
  private(set) var missing: [Missing] = []
  private let areas: AreaTable

  init(_ context: RuleContext) {
    areas = context.areas
    let counts = context.data.officialCounts
    guard let roll = context.counts else { return }
    unknown = Dictionary(grouping: counts.filter { roll.isNameless($0.key, in: context.areas) }) {
      AreaKey(kecamatan: $0.key.kecamatan, desa: $0.key.desa)
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let villages = context.ledger.villages.filter { $0.summary.voters > 0 && areas.isDesa($0.key.desa) }
    var kinds: [AreaKey: [String]] = [:]
    for (name, isOfStations) in [("per desa", false), ("per TPS", true)] {
      let unnumbered = isOfStations ? context.data.unnumberedCounts.map(\.key.desa) : []
      let named = Set(
        counts.filter { ($0.key.tps != 0) == isOfStations && $0.key.desa != 0 }.map(\.key.desa) + unnumbered)
      for key in Self.leftOut(villages.map(\.key), named) { kinds[key, default: []].append(name) }
    }
    let kecamatan = context.ledger.kecamatan.filter { $0.summary.voters > 0 && $0.key.kecamatan != 0 }
    let told = Set(counts.map(\.key.kecamatan))
    let gone = kecamatan.filter { !told.contains($0.key.kecamatan) }
    let isMost = (kecamatan.count - gone.count) * 2 > kecamatan.count
    missing = villages.compactMap { village in
      guard let names = kinds[village.key], !isMost || told.contains(village.key.kecamatan) else { return nil }
      return Missing(key: village.key, voters: village.summary.voters, kinds: names)
    }
    if isMost { missing += gone.map { Missing(key: $0.key, voters: $0.summary.voters, kinds: []) } }
  }

  /// Desa of the roll that a kind of recap does not name, where it names most of those of the kecamatan, or of all.
  private static func leftOut(_ desa: [AreaKey], _ named: Set<Int>) -> [AreaKey] {
    func isMost(_ keys: [AreaKey]) -> Bool { keys.count { named.contains($0.desa) } * 2 > keys.count }
    let inMost = isMost(desa)
    return Dictionary(grouping: desa, by: \.kecamatan).values.flatMap { keys in
      // A kecamatan of whose desa none is named may be counted as a whole.
      let isNamed = keys.contains { named.contains($0.desa) }
      return isMost(keys) || inMost && isNamed ? keys.filter { !named.contains($0.desa) } : []
    }
  }

  /// What the roll has in the same kecamatan, or at the same level, and recaps do not name: one of them may be meant.
  func candidates(for key: AreaKey) -> [Missing] {
    missing.filter { other in
      (other.key.desa == 0) == (key.desa == 0)
        && (key.desa == 0 || areas.kecamatanNames[key.kecamatan].isEmpty || other.key.kecamatan == key.kecamatan)
    }
  }

  /// Areas left out but those that an unknown name may stand for.
  var surelyMissing: [Missing] {
    missing.filter { area in
      let names = unknown.count { item in candidates(for: item.key).contains { $0.key == area.key } }
      let rivals = missing.count {
        $0.key.kecamatan == area.key.kecamatan && ($0.key.desa == 0) == (area.key.desa == 0)
      }
      return names < rivals
    }
  }
}

extension RollCounts {
  /// Whether a recap names an area by a name that the roll does not have: without a code, and with nobody in it.
  func isNameless(_ key: AreaKey, in areas: AreaTable) -> Bool {
    guard key.desa != 0 || key.kecamatan != 0 else { return false }
    let own = AreaKey(kecamatan: key.kecamatan, desa: key.desa)
    let code = key.desa != 0 ? areas[key.desa].code : areas.kecamatanCodes[key.kecamatan]
    return code.isUnknown && self[own] == RollCount()
  }
}

extension AreaTable {
  /// Whether an area is a desa, and not a kecamatan of which no desa is said.
  fileprivate func isDesa(_ number: Int) -> Bool {
    !self[number].desa.isEmpty || self[number].code.number % 10_000 != 0
  }

  /// Name of a desa or kecamatan, else its code.
  func name(of key: AreaKey) -> String {
    if key.desa == 0 { return kecamatanNames[key.kecamatan] }
    return self[key.desa].desaWords
  }
}
