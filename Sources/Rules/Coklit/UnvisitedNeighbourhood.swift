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
      yang tidak memenuhi syarat tidak keluar. RT dinilai hanya di kecamatan yang data coklitnya ada. RT yang tidak \
      ada pada daftar wilayah dan berisi sangat sedikit KK tidak dinilai: mungkin nomor RT-nya salah tulis.
      """,
    verify: "Tanyakan kepada ketua RT dan beberapa kepala keluarga apakah Pantarlih pernah datang; periksa stiker.",
    action: "Minta coklit di RT ini dilaksanakan atau catatannya dilengkapi.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
          | 1602050101100001 | ANI  | 1602052001 | 1  | 1
        ! | 1602050101100002 | ANA  | 1602052001 | 2  | 1
        ! | 1602050101100003 | ANU  | 1602052001 | 2  | 1
          | 1602050101100004 | INA  | 1602052001 | 1  | 2
          | 1602050101100005 | INI  | 1602052001 | 1  | 2
        ! | 1602050101100006 | BAI  | 1602052002 | 1  | 1
          | 1602060101100007 | BAU  | 1602062001 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
          | 1602050101100004 |            |    |    | 2026-06-25 | Ya
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
  static let settings: [any AnySetting] = [unlisted]

  static let levels = [AreaLevel.neighbourhood]

  private let leastUnlisted: Int

  init(settings: RuleValues) { leastUnlisted = settings[Self.unlisted] }

  func check(_ area: AreaFacts, in context: RuleContext) -> Finding? {
    guard area.isCoveredByVisits, area.visitsFiled == 0, !wasReached(area, context) else { return nil }
    guard let village = context.ledger.village(area.key.desa), isJudgeable(village, context) else { return nil }
    // A roll without usable family card numbers has voters only.
    let inhabited = village.summary.households > 0 ? area.summary.households : area.summary.voters
    if !area.isListed {
      let least = context.ledger.listsNeighbourhoods(area.key.desa) ? leastUnlisted : 1
      guard inhabited >= least else { return nil }
    } else if inhabited == 0, village.visitsFiled > 0, !context.ledger.filesNeighbourhoods(area.key.desa) {
      return nil
    }
    return context.finding(
      Self.card, on: area.key, evidence: area.isListed ? "data coklit; daftar wilayah" : "data coklit; daftar pemilih",
      .unvisited(area.summary))
  }

  /// Whether households of the area were visited under another RT. A tenth of them may be, where visits name their RT: a
  /// family card number misread or copied is then some other family's visit.
  private func wasReached(_ area: AreaFacts, _ context: RuleContext) -> Bool {
    let strays = context.ledger.filesNeighbourhoods(area.key.desa) ? area.summary.households / 10 : 0
    return area.rollHouseholdsVisited > strays
  }

  /// Visits of the desa can be laid to an RT: by what they say, or through the family card number.
  private func isJudgeable(_ village: AreaFacts, _ context: RuleContext) -> Bool {
    village.visitsFiled == 0 || village.visitsFiled > village.visitsUnnumbered
      || context.ledger.filesNeighbourhoods(village.key.desa)
  }
}

extension String {
  fileprivate static func unvisited(_ area: AreaSummary) -> String {
    "tidak ada catatan kunjungan coklit di \(PlaceWords.words(area.key)): "
      + "\(area.voters) pemilih, \(area.householdsExpected) KK"
  }
}
