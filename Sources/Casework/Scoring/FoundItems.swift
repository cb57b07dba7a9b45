import RollModel

/// What a run found, rule by rule, in the terms of the truth.
struct FoundItems {
  struct Item {
    let key: TruthKey
    let tier: Tier
    let probability: Double?
  }

  private(set) var items: [String: [Item]] = [:]

  /// Pairs within the roll: duplicates by tier, and those that the twin guard holds.
  mutating func readPairs(_ path: String, _ paths: inout PathNumbers) throws(ScoringError) {
    let columns = ["berkas_a", "baris_a", "berkas_b", "baris_b", "peluang", "keyakinan"]
    var duplicates: [Item] = []
    var twins: [Item] = []
    try NamedColumns.read(path, columns) { row in
      guard TruthKey.isRoll(row.bytes(0)), TruthKey.isRoll(row.bytes(2)), let tier = Tier(label: row[5]) else { return }
      let a = RowKey(path: paths.number(row.bytes(0)), line: row.number(1))
      let b = RowKey(path: paths.number(row.bytes(2)), line: row.number(3))
      let item = Item(key: .unordered(a, b), tier: tier, probability: tier == .twin ? nil : Double(row[4]))
      if tier == .twin { twins.append(item) } else { duplicates.append(item) }
    }
    items["ganda"] = duplicates
    items["kemungkinan-kembar"] = twins
  }

  /// Findings of every other rule of which the truth knows something.
  mutating func readFindings(
    _ path: String, forms: [String: TruthKey.Form], _ paths: inout PathNumbers
  ) throws(ScoringError) {
    let columns = [
      "aturan", "keyakinan", "peluang", "kode_desa", "tps", "rt", "rw", "berkas", "baris", "berkas_pembanding",
      "baris_pembanding",
    ]
    var found: [String: [Item]] = [:]
    try NamedColumns.read(path, columns) { row in
      let rule = RuleNames.current(row[0])
      guard rule != "ganda", rule != "kemungkinan-kembar", let form = forms[rule] else { return }
      guard let key = Self.key(row, form, rule, &paths) else { return }
      // Twins on two rolls are pairs that the guard holds, as all twins are.
      if rule == Self.across, Tier(label: row[1]) == .twin { return }
      found[rule, default: []].append(Item(key: key, tier: Tier(label: row[1]) ?? .verify, probability: Double(row[2])))
    }
    let across = Set(found[Self.across, default: []].map(\.key))
    if !across.isEmpty { items["ganda"]?.removeAll { across.contains($0.key) } }
    items.merge(found) { pairs, _ in pairs }
  }

  /// Pairs within the roll of a province of which the two rows stand in two kabupaten.
  private static let across = "ganda-antar-kabupaten"

  /// Notes of data, which have a file of their own.
  mutating func readNotes(
    of runFolder: String, forms: [String: TruthKey.Form], _ paths: inout PathNumbers
  ) throws(ScoringError) {
    var found: [String: [Item]] = [:]
    try DataNotes.read(runFolder, ["aturan", "kode_desa", "tps", "berkas", "baris"]) { row in
      guard let form = forms[row[0]] else { return }
      let key: TruthKey =
        form == .area
        ? .area(code: row.number(1), rw: 0, rt: 0, tps: row.number(2))
        : .row(RowKey(path: paths.number(row.bytes(3)), line: row.number(4)))
      found[row[0], default: []].append(Item(key: key, tier: .certain, probability: nil))
    }
    items.merge(found) { findings, notes in findings + notes }
  }

  private static func key(
    _ row: NamedColumns.Row, _ form: TruthKey.Form, _ rule: String, _ paths: inout PathNumbers
  ) -> TruthKey? {
    let first = RowKey(path: paths.number(row.bytes(7)), line: row.number(8))
    switch form {
    case .row: return .row(first)
    case .area: return .area(code: row.number(3), rw: row.number(6), rt: row.number(5), tps: row.number(4))
    case .pair:
      // One number on two voters is planted within the roll only; on a list it is another matter.
      if rule == "nik-sama-orang-berbeda", !TruthKey.isRoll(row.bytes(9)) { return nil }
      return .unordered(first, RowKey(path: paths.number(row.bytes(9)), line: row.number(10)))
    }
  }
}
