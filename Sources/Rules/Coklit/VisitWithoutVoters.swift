import RollModel

/// Flags an RT in which coklit visited families of whom the roll has nobody.
struct VisitWithoutVoters: RollRule {
  static let card = RuleCard(
    id: "kk-coklit-tanpa-pemilih",
    category: .coklit,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.visits,
    summary: "Keluarga yang sudah dicoklit tidak mempunyai seorang pun pemilih pada daftar pemilih.",
    why: """
      Keluarga yang didatangi dan ditempeli stiker hampir selalu mempunyai pemilih. Bila NKK-nya tidak ada pada \
      daftar pemilih, keluarga itu mungkin terlewat seluruhnya, atau nomornya salah tulis. NKK yang berbeda satu \
      angka dari NKK di desa itu tidak dihitung, begitu pula keluarga yang semua pemilihnya dicoret atau ada di TPS \
      lokasi khusus. Satu temuan untuk satu RT; baris data coklitnya disebut.
      """,
    verify: "Datangi rumahnya; catat nama, NIK, dan NKK penghuni yang sudah berhak memilih.",
    action: "Usulkan penghuni yang memenuhi syarat masuk daftar pemilih, atau betulkan NKK pada data coklit.",
    examples: [
      Example(
        settings: ["min_kk": "2"],
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw | keterangan
          | 1602050101100001 | ANI  | 1980-02-03    | 1602052001 | 1  | 1  |
          | 1602050203110002 | ANA  | 1970-02-03    | 1602052001 | 1  | 1  |
        ! | 1602050304110001 | INA  | 1970-02-03    | 1602052001 | 2  | 1  |
        ! | 1602050304130005 | INI  | 1970-02-03    | 1602052001 | 2  | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050203110002 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602052409150044 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050304110001 | 1602052001 | 2  | 1  | 2026-06-24 | Ya
          | 1602051709120077 | 1602052001 | 2  | 1  | 2026-06-24 | Ya
          | 1602052211150088 | 1602052001 | 2  | 1  | 2026-06-24 | Ya
        """)
    ])

  private static let least = Setting(
    "min_kk", 3, in: 1...1000, "RT dengan lebih sedikit keluarga seperti itu tidak disebut: nomor bisa salah tulis.")
  static let settings: [any AnySetting] = [least]
  static let threshold: Threshold? = .whole(least, [1, 2, 5])

  static let lists = [Role.visits]
  static let leavesOutMissingAreas = true
  static let needs = [NumberNeed(.roll, .nkk, .kept), NumberNeed(.visits, .nkk, .kept)]

  private let least: Int

  init(settings: RuleValues) { least = settings[Self.least] }

  func findings(in context: RuleContext) -> [Finding] {
    let log = context.data.visits
    guard !context.ledger.visitsWithoutVoters.isEmpty, Self.needs.allSatisfy({ context.shows($0) }) else { return [] }
    let others = Self.otherCards(context.roll)
    var rows: [AreaKey: [Int]] = [:]
    for row in context.ledger.visitsWithoutVoters
    where log.area[row] != 0 && !context.ledger.missing.contains(Int(log.area[row])) {
      if let key = SharedDigits.kept.key(log.nkk[row]), others.contains(key) { continue }
      if context.unread.bear(log.nkk[row], on: .roll) { continue }
      let desa = Int(log.area[row])
      let key = AreaKey(
        kecamatan: context.data.lexicon.areas[desa].kecamatanNumber, desa: desa,
        rw: log.rt[row] == 0 ? 0 : Int(log.rw[row]), rt: Int(log.rt[row]))
      rows[key, default: []].append(row)
    }
    return rows.filter { $0.value.count >= least }.sorted { $0.key < $1.key }.map { key, rows in
      context.finding(
        Self.card, on: key, evidence: "data coklit; NKK pada daftar pemilih",
        "\(rows.count) keluarga yang dicoklit tidak mempunyai pemilih pada daftar pemilih: "
          + Self.places(rows, log))
    }
  }

  /// Fifteen digits of the family cards of rows that make no household: those that the roll strikes, and those of special
  /// stations.
  private static func otherCards(_ roll: Roll) -> Set<UInt64> {
    let columns = roll.columns
    return Set(
      columns.codes.indices.filter { columns.codes[$0].hasMark || SpecialStation.contains(Int(columns.tps[$0])) }
        .compactMap { SharedDigits.kept.key(columns.nkk[$0]) })
  }

  /// File and lines, the first of them.
  private static func places(_ rows: [Int], _ log: VisitLog) -> String {
    guard let first = rows.first else { return "" }
    let shown = rows.filter { log.file[$0] == log.file[first] }.prefix(Self.rowsShown)
    let more = rows.count > shown.count ? " dan \(rows.count - shown.count) lainnya" : ""
    return "\(log.files[Int(log.file[first])].path) baris " + shown.map { "\(log.line[$0])" }.joined(separator: ", ")
      + more
  }

  private static let rowsShown = 8
}
