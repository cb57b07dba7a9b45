import RollModel

/// Flags an RT that coklit never reached: no visit filed there, and its households visited nowhere else.
///
/// Says nothing of a kecamatan for which there are no coklit data at all.
struct UnvisitedNeighbourhood: AreaRule {
  static let card = RuleCard(
    id: "rt-belum-tercoklit",
    category: .coklit,
    severity: .coverage,
    authority: Authority.visits,
    summary: "RT yang berpenduduk tanpa satu pun catatan kunjungan coklit.",
    why: """
      RT atau dusun yang terlewat seluruhnya adalah celah coklit yang paling berat: pemilih baru tidak tercatat dan \
      yang tidak memenuhi syarat tidak keluar. RT dinilai hanya di kecamatan yang data coklitnya ada; \
      bila datanya memuat kurang dari separuh desa kecamatan itu, hanya di desa yang disebutnya. RT yang tidak \
      ada pada daftar wilayah dinilai menurut dua peluang: bahwa kunjungan sekerap di RT lain desa itu kebetulan \
      melewatkan semua KK-nya, dan bahwa nomor RT-nya hanya salah tulis (dipelajari dari RT yang berisi satu atau dua \
      KK pada daftar ini). Keyakinannya pasti hanya bila keduanya di bawah 1 : 1.000, perlu verifikasi bila di bawah \
      1 : 20, dan selain itu tidak disebut. Baris tanpa RW tidak dihitung ke RT yang ber-RW.
      """,
    verify: "Tanyakan kepada ketua RT dan beberapa kepala keluarga apakah Pantarlih pernah datang; periksa stiker.",
    action: "Minta coklit di RT ini dilaksanakan atau catatannya dilengkapi.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1602052001 | 1  | 1
          | 1602050101100002 | ANA  | 1602052001 | 1  | 1
          | 1602050101100003 | ANU  | 1602052001 | 1  | 1
          | 1602050101100004 | ANO  | 1602052001 | 1  | 1
          | 1602050101100005 | INA  | 1602052001 | 1  | 1
          | 1602050101100006 | INI  | 1602052001 | 1  | 1
          | 1602050101100007 | BAI  | 1602052001 | 1  | 1
          | 1602050101100008 | BAU  | 1602052001 | 1  | 1
          | 1602050101100009 | BUI  | 1602052001 | 1  | 1
          | 1602050101100010 | CAI  | 1602052001 | 1  | 1
        ! | 1602050101100011 | ANI  | 1602052001 | 2  | 1
        ! | 1602050101100012 | ANA  | 1602052001 | 2  | 1
        ! | 1602050101100013 | ANU  | 1602052001 | 2  | 1
        ! | 1602050101100014 | ANO  | 1602052001 | 2  | 1
        ! | 1602050101100015 | INA  | 1602052001 | 2  | 1
        ! | 1602050101100016 | INI  | 1602052001 | 2  | 1
          | 1602050101100017 | BAI  | 1602052001 | 12 | 1
          | 1602050101100018 | BAU  | 1602052001 | 1  | 2
          | 1602050101100019 | BUI  | 1602052001 | 2  |  
          | 1602050101100020 | CAI  | 1602062001 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100002 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100003 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100004 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100005 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100006 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100007 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100008 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100009 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100010 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100018 |            |    |    | 2026-06-24 | Ya
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1602052001 | 1  | 1
        ! | 1602050101100002 | ANA  | 1602052001 | 2  | 1
          | 1602050101100003 | ANO  | 1602052001 | 9  | 9
          | 1602050101100004 | ANU  | 1602052001 | 1  | 2
        [wilayah]
        ? | kode_desa  | rt | rw | jumlah_kk
          | 1602052001 | 1  | 1  | 10
        ! | 1602052001 | 2  | 1  | 10
        ! | 1602052001 | 3  | 1  | 10
          | 1602052001 | 1  | 2  | 10
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          |                  | 1602052001 | 1  | 2  | 2026-06-24 | Ya
          |                  | 1602052001 | 2  | 1  |            | Ya
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1602052001 | 1  | 1
        """),
    ])

  static let unlisted = Setting(
    "min_kk_di_luar_wilayah", 3, in: 1...1000,
    "RT yang tidak ada pada daftar wilayah dinilai bila berisi paling sedikit sekian KK.")
  static let lists = [Role.visits]
  static let settings: [any AnySetting] = [unlisted]

  static let levels = [AreaLevel.neighbourhood]
  static let fields = FieldNeed.of(.roll, .areaCode)

  private let leastUnlisted: Int

  init(settings: RuleValues) { leastUnlisted = settings[Self.unlisted] }

  func check(_ area: AreaFacts, in context: RuleContext) -> Finding? {
    guard area.isCoveredByVisits, area.visitsFiled == 0, !wasReached(area, context) else { return nil }
    guard let village = context.ledger.village(area.key.desa), isJudgeable(village, context) else { return nil }
    // A roll without usable family card numbers has voters only.
    let inhabited = village.summary.households > 0 ? area.summary.households : area.summary.voters
    var tier = Tier.certain
    if !area.isListed {
      guard let unlisted = tierOfUnlisted(area, inhabited: inhabited, context) else { return nil }
      tier = unlisted
    } else if inhabited == 0, village.isReachedByVisits, !context.ledger.filesNeighbourhoods(area.key.desa) {
      return nil
    }
    return context.finding(
      Self.card, on: area.key, tier: tier,
      evidence: area.isListed ? "data coklit; daftar wilayah" : "data coklit; daftar pemilih",
      .unvisited(area.summary, isListed: area.isListed))
  }

  /// How sure it is that an RT which no list names exists and was left out; nil where chance explains it.
  private func tierOfUnlisted(_ area: AreaFacts, inhabited: Int, _ context: RuleContext) -> Tier? {
    let least = context.ledger.listsNeighbourhoods(area.key.desa) ? leastUnlisted : 1
    guard inhabited >= least else { return nil }
    // A roll without usable family card numbers shows voters; three make a household.
    let households = area.summary.households > 0 ? area.summary.households : max(1, inhabited / 3)
    let chance = max(
      context.ledger.chances.luck(of: area.key, households: households),
      context.ledger.chances.slip(households: households))
    if chance < Self.certain { return .certain }
    return chance < Self.likely ? .verify : nil
  }

  /// Chances below which an RT is surely, and is likely, one that was left out.
  private static let certain = 0.001
  private static let likely = 0.05

  /// Whether households of the area were visited under another RT. A tenth of them may be, where visits name their RT: a
  /// family card number misread or copied is then some other family's visit.
  private func wasReached(_ area: AreaFacts, _ context: RuleContext) -> Bool {
    let strays = context.ledger.filesNeighbourhoods(area.key.desa) ? area.summary.households / 10 : 0
    return area.rollHouseholdsVisited + area.householdsUnclear > strays
  }

  /// Visits of the desa can be laid to an RT: by what they say, or through the family card number.
  private func isJudgeable(_ village: AreaFacts, _ context: RuleContext) -> Bool {
    village.visitsFiled == 0 || village.visitsFiled > village.visitsUnnumbered
      || context.ledger.filesNeighbourhoods(village.key.desa)
  }
}

extension String {
  fileprivate static func unvisited(_ area: AreaSummary, isListed: Bool) -> String {
    "tidak ada catatan kunjungan coklit di \(PlaceWords.words(area.key)): "
      + "\(area.voters) pemilih, \(area.householdsExpected) KK"
      + (isListed ? "" : "; RT ini hanya disebut daftar pemilih")
  }
}
