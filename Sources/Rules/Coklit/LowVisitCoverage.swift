import RollModel

/// Flags a desa or station where fewer households were visited than the case asks for.
///
/// Coverage is visited households over expected ones; the threshold is `coklit.ambang_cakupan` of the case.
struct LowVisitCoverage: AreaRule {
  static let card = RuleCard(
    id: "cakupan-coklit-rendah",
    category: .coklit,
    severity: .coverage,
    authority: Authority.visits,
    summary: "Bagian keluarga yang didatangi coklit di desa atau TPS ini di bawah ambang.",
    why: """
      Cakupan adalah keluarga yang didatangi dibagi keluarga yang seharusnya: yang terbanyak antara daftar pemilih \
      dan daftar wilayah. Keluarga yang 15 angka NKK-nya dapat berarti lebih dari satu keluarga, dan keluarga yang \
      NKK-nya mungkin salah tulis (berbeda satu angka, atau dua angka bersebelahan yang tertukar, dari NKK sebuah \
      kunjungan; lihat kk-belum-tercoklit), tidak ikut dihitung. Bagian disebut dengan selang Wilson 95%; wilayah \
      kecil ditarik ke cakupan kecamatannya. Keyakinannya pasti bila wilayah yang tepat di ambang hanya satu kali \
      dalam 1.000 akan tampak serendah itu, perlu verifikasi bila satu kali dalam 40. Desa atau TPS di kecamatan \
      tanpa data coklit tidak dinilai. Bila data coklit memuat kurang dari separuh desa sebuah kecamatan, desa tanpa \
      satu baris pun tidak dinilai pula, tetapi disebut dalam satu temuan untuk kecamatan itu (perlu verifikasi): \
      lembarnya mungkin belum diserahkan. Tidak dinilai juga TPS lokasi khusus dan wilayah dengan sangat sedikit \
      keluarga. Desa yang coklitnya hanya diketahui dari jumlah tanpa nama (formulir A1.DP-1) dinilai dari jumlah \
      itu.
      """,
    verify: "Bandingkan dengan laporan Pantarlih dan hasil uji petik pengawas di wilayah ini.",
    action: "Minta coklit dilengkapi sampai seluruh keluarga didatangi.",
    examples: [
      Example(
        settings: ["ambang_cakupan": "0.8", "min_kk": "2"],
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | tps
        ! | 1602050101100001 | ANI  | 1602052001 | 1
        ! | 1602050101100002 | ANA  | 1602052001 | 1
        ! | 1602050101100003 | ANU  | 1602052001 | 1
        ! | 1602050101100004 | ANO  | 1602052001 | 1
        ! | 1602050101100005 | INA  | 1602052001 | 1
        ! | 1602050101100006 | INI  | 1602052001 | 1
        ! | 1602050101100007 | BAI  | 1602052001 | 1
        ! | 1602050101100008 | BAU  | 1602052001 | 1
          | 1602050101100009 | BUI  | 1602052002 | 1
          | 1602050101100010 | CAI  | 1602052002 | 1
          | 1602050101100011 | ANI  | 1602052002 | 1
          | 1602050101100012 | ANA  | 1602052002 | 1
          | 1602050101100013 | ANU  | 1602052002 | 1
          | 1602050101100014 | ANO  | 1602052002 | 1
          | 1602050101100015 | INA  | 1602052002 | 1
          | 1602050101100016 | INI  | 1602052002 | 1
          | 1602050101100017 | BAI  | 1602052003 | 1
          | 1602050101100018 | BAU  | 1602052003 | 1
          | 1602050101100019 | BUI  | 1602052003 | 1
          | 1602050101100020 | CAI  | 1602052003 | 1
          | 1602050101100021 | ANI  | 1602052004 | 901
          | 1602050101100022 | ANA  | 1602052004 | 901
        [coklit]
          | nkk              | kode_desa  | rt | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 2026-06-24 | Ya
          | 1602050101100009 | 1602052002 | 1  | 2026-06-24 | Ya
          | 1602050101100010 | 1602052002 | 1  | 2026-06-24 | Tidak
          | 1602050101100011 | 1602052002 | 1  | 2026-06-24 | Ya
          | 1602050101100012 | 1602052002 | 1  | 2026-06-24 | Ya
          | 1602050101100013 | 1602052002 | 1  | 2026-06-24 | Ya
          | 1602050101100014 | 1602052002 | 1  | 2026-06-24 | Ya
          | 1602050101100015 | 1602052002 | 1  | 2026-06-24 | Tidak
          | 1602050101100016 | 1602052002 | 1  | 2026-06-24 | Ya
          | 1602050101100017 | 1602052003 | 1  | 2026-06-24 | Ya
          | 1602050101100018 | 1602052003 | 1  | 2026-06-24 | Ya
        """),
      Example(
        settings: ["ambang_cakupan": "0.95"],
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | tps
        ! | 1602050101100001 | ANI  | 1602052001 | 1
          | 1602050101100009 | BUI  | 1602052002 | 1
          | 1602050101100017 | BAI  | 1602052003 | 1
        [coklit]
          | kode_desa  | jumlah_kk | coklit_tanpa_stiker | stiker_tanpa_coklit | coklit_dan_stiker
          | 1602052001 | 200       | 10                  | 5                   | 140
          | 1602052002 | 200       | 10                  | 0                   | 186
        """),
      Example(
        settings: ["ambang_cakupan": "0.8", "min_kk": "2"],
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa
          | 1602050101100001 | ANI  | 1602052001
          | 1602050101100002 | ANA  | 1602052001
        ! | 1602050101100003 | ANU  | 1602052002
        ! | 1602050101100004 | ANO  | 1602052002
        ! | 1602050101100005 | INA  | 1602052002
        ! | 1602050101100006 | INI  | 1602052002
        ! | 1602050101100007 | BAI  | 1602052002
        ! | 1602050101100008 | BAU  | 1602052002
        ! | 1602050101100009 | BUI  | 1602052002
        ! | 1602050101100010 | BUA  | 1602052002
        [wilayah]
        ? | kode_desa  | rt | rw | jumlah_kk
          | 1602052001 | 1  | 1  | 20
        [coklit]
          | nkk              | stiker
          | 1602050101100001 | Ya
          | 1602050101100002 | Ya
          | 1602050101100003 | Ya
        """),
    ])

  static let least = Setting(
    "min_kk", 5, in: 1...1000, "Wilayah dengan lebih sedikit keluarga dari ini tidak dinilai.")
  static let lists = [Role.visits]
  static let takesVisitTotals = true
  static let settings: [any AnySetting] = [least]
  static let threshold: Threshold? = .coverage([0.8, 0.9, 0.98])

  static let levels = [AreaLevel.kecamatan, .desa, .station]
  static let fields = FieldNeed.of(.roll, .areaCode)

  private let least: Int

  init(settings: RuleValues) { least = settings[Self.least] }

  func check(_ area: AreaFacts, in context: RuleContext) -> Finding? {
    if area.key.desa == 0 { return missingLists(of: area, in: context) }
    if let totals = context.totals(of: area) { return check(area, totals, in: context) }
    let (visited, expected) = (area.summary.householdsVisited, area.summary.householdsExpected)
    guard area.isCoveredByVisits, expected >= least else { return nil }
    let claim = ShareClaim(
      visited, of: expected, kecamatan: context.ledger.kecamatan(of: area.key)?.coverage ?? 1, beyond: .below,
      context.visits.coverageThreshold)
    guard let tier = claim.tier else { return nil }
    return context.finding(
      Self.card, on: area.key, tier: tier, evidence: "data coklit; daftar pemilih",
      .low(area, claim.interval, threshold: context.visits.coverageThreshold))
  }

  /// Desa without a single row of coklit in a kecamatan of which few have one: their lists may not have been handed over.
  private func missingLists(of kecamatan: AreaFacts, in context: RuleContext) -> Finding? {
    let villages = context.ledger.villages.filter { $0.key.kecamatan == kecamatan.key.kecamatan && $0.isPeopled }
    let left = villages.filter { !$0.isCoveredByVisits && context.totals(of: $0) == nil }
    guard kecamatan.isCoveredByVisits, !left.isEmpty else { return nil }
    let names = left.map { context.areas.name(of: $0.key) }.joined(separator: ", ")
    return context.finding(
      Self.card, on: kecamatan.key, tier: .verify, evidence: "data coklit; daftar pemilih",
      "data coklit memuat \(villages.count - left.count) dari \(villages.count) desa; tanpa satu baris pun: \(names). "
        + "Lembarnya mungkin belum diserahkan: mintakan kepada PPS atau pengawas desa. Coklit di sana tidak dinilai")
  }

  /// By totals without names; those of other desa of the kecamatan may be samples, and are not leant on.
  private func check(_ area: AreaFacts, _ totals: VisitTotals.Count, in context: RuleContext) -> Finding? {
    guard !SpecialStation.contains(area.key.tps),
      let (visited, expected) = totals.coverage(households: area.summary.householdsExpected), expected >= least
    else { return nil }
    let threshold = context.visits.coverageThreshold
    let claim = ShareClaim(visited, of: expected, kecamatan: 1, beyond: .below, threshold)
    guard let tier = claim.tier else { return nil }
    return context.finding(
      Self.card, on: area.key, tier: tier, evidence: "data coklit",
      .low(visited, of: expected, claim.interval, threshold: threshold) + totals.words)
  }
}

extension String {
  fileprivate static func low(_ area: AreaFacts, _ interval: WilsonInterval, threshold: Double) -> String {
    low(area.summary.householdsVisited, of: area.summary.householdsExpected, interval, threshold: threshold)
      + (area.householdsUnclear == 0
        ? "" : "; \(area.householdsUnclear) keluarga lain tidak dapat dinilai dari NKK-nya")
  }

  fileprivate static func low(
    _ visited: Int, of expected: Int, _ interval: WilsonInterval, threshold: Double
  ) -> String {
    "\(visited) dari \(expected) keluarga didatangi (\(Percent.text(visited, of: expected)); selang 95% "
      + "\(interval.words)), di bawah ambang \(Percent.text(threshold))"
  }
}
