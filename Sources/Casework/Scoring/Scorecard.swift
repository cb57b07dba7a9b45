import RollModel

/// How well a run found what was planted: precision, recall and F1 by rule and tier, and how true its probabilities are.
///
/// A rule that names persons beside a list tells each once, so a death told by two offices, or that of a voter who stands
/// on two rows, is one that was planted. Duplicates are scored pair by pair from `pasangan.csv`, all else from `temuan.csv` and `catatan-data.csv`; pairs that the twin guard holds
/// are no duplicates and are scored against the planted twins, and those whose rows are both struck as doubles belong to
/// the rule on these.
package struct Scorecard: Sendable {
  /// By rule, those scored in pairs first, then by id.
  package let rows: [Row]

  /// One rule against its truth.
  package struct Row: Sendable {
    package let rule: String
    package let planted: Int
    /// Over all tiers, then each of `bands` that holds a finding.
    package let scores: [Score]
    package var all: Score { scores[0] }
  }

  /// What one band of tiers found of a rule.
  package struct Score: Sendable, Equatable {
    package let band: String
    package let found: Int
    package let correct: Int
    package let planted: Int
    /// Of the planted those that were found; several findings may name one of them.
    package let reached: Int
    /// Mean of the estimated probabilities; nil where findings carry none.
    package let meanProbability: Double?

    /// nil where nothing was found.
    package var precision: Double? { found == 0 ? nil : Double(correct) / Double(found) }
    /// What the truth says is false, and what the run itself expects to be; nil where nothing was found or estimated.
    package var falseShare: Double? { precision.map { 1 - $0 } }
    package var estimatedFalseShare: Double? { meanProbability.map { max(0, 1 - $0) } }
    /// nil where nothing was planted.
    package var recall: Double? { planted == 0 ? nil : Double(reached) / Double(planted) }
    package var f1: Double? {
      guard found + planted > 0 else { return nil }
      let (p, r) = (precision ?? 0, recall ?? 0)
      return p + r == 0 ? 0 : 2 * p * r / (p + r)
    }
  }

  /// Names of the bands and the tiers in them.
  static let bands: [(name: String, tiers: Set<Tier>)] = [
    ("semua", [.certain, .strong, .verify]),
    ("pasti", [.certain]),
    ("kuat", [.strong]),
    ("pasti+kuat", [.certain, .strong]),
    ("perlu-verifikasi", [.verify]),
  ]

  /// Reads a run folder and the truth of the case that it examined.
  ///
  /// - Throws: `ScoringError` where a file cannot be read or has other columns.
  package init(runFolder: String, truth: String) throws(ScoringError) {
    var paths = PathNumbers()
    var found = FoundItems()
    let planted = try Self.planted(truth, &paths)
    try found.readPairs(runFolder + "/pasangan.csv", &paths)
    try found.readFindings(runFolder + "/temuan.csv", forms: planted.forms, &paths)
    try found.readNotes(of: runFolder, forms: planted.forms, &paths)
    let rules = planted.keys.keys.sorted { Self.order($0) < Self.order($1) }
    rows = rules.compactMap { rule in
      var items = found.items[rule] ?? []
      if rule == Self.duplicates, let struck = planted.keys[Self.bothStruck] {
        items.removeAll { struck.contains($0.key) }
      }
      if items.isEmpty, Self.optional.contains(rule) { return nil }
      return Self.row(rule, planted.keys[rule] ?? [], items)
    }
  }

  private static func order(_ rule: String) -> String {
    let first = ["ganda", "meninggal", "kemungkinan-kembar"].firstIndex(of: rule)
    return first.map { "\($0)" } ?? "9" + rule
  }

  private static let duplicates = "ganda"
  private static let bothStruck = "ganda-dicoret-keduanya"
  /// Rules whose pairs are each a planted thing of its own.
  private static let byPair: Set<String> = [
    duplicates, "kemungkinan-kembar", "nik-sama-orang-berbeda", "ganda-antar-kabupaten",
  ]

  /// Truths that a run may state in another way than by findings.
  private static let optional: Set<String> = ["dpk-murni"]

  private static func row(_ rule: String, _ planted: Set<TruthKey>, _ items: [FoundItems.Item]) -> Row {
    let persons = PlantedPersons(planted, together: !byPair.contains(rule))
    let scores = bands.compactMap { band -> Score? in
      // Held pairs are what the rule on twins is about.
      let members = items.filter { band.tiers.contains($0.tier) || band.name == "semua" && $0.tier == .twin }
      guard !members.isEmpty || band.name == "semua" else { return nil }
      let keys = Set(members.map(\.key))
      let known = members.compactMap(\.probability)
      return Score(
        band: band.name, found: keys.count, correct: keys.count { planted.contains($0) }, planted: persons.count,
        reached: persons.count(in: keys),
        meanProbability: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count))
    }
    return Row(rule: rule, planted: persons.count, scores: scores)
  }

  private static func planted(
    _ path: String, _ paths: inout PathNumbers
  ) throws(ScoringError) -> (keys: [String: Set<TruthKey>], forms: [String: TruthKey.Form]) {
    var keys: [String: Set<TruthKey>] = [:]
    var forms: [String: TruthKey.Form] = [:]
    let columns = [
      "jenis", "aturan", "berkas", "baris", "berkas_pembanding", "baris_pembanding", "kode_desa", "rw", "rt", "tps",
    ]
    try NamedColumns.read(path, columns) { row in
      let rule = RuleNames.current(row[1])
      let first = RowKey(path: paths.number(row.bytes(2)), line: row.number(3))
      switch row[0] {
      case "pasangan", "kembar":
        let second = RowKey(path: paths.number(row.bytes(4)), line: row.number(5))
        keys[rule, default: []].insert(.unordered(first, second))
        forms[rule] = .pair
      case "baris":
        keys[rule, default: []].insert(.row(first))
        forms[rule] = .row
      default:
        keys[rule, default: []].insert(
          .area(code: row.number(6), rw: row.number(7), rt: row.number(8), tps: row.number(9)))
        forms[rule] = .area
      }
    }
    return (keys, forms)
  }
}
