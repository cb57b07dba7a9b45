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
      Cakupan adalah keluarga yang didatangi dibagi keluarga yang seharusnya: yang terbanyak antara daftar pemilih dan \
      daftar wilayah. Desa atau TPS di kecamatan tanpa data coklit tidak dinilai; begitu pula TPS lokasi khusus dan \
      wilayah dengan sangat sedikit keluarga.
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
          | 1602050101100003 | ANU  | 1602052002 | 1
          | 1602050101100004 | ANO  | 1602052002 | 1
          | 1602050101100005 | INA  | 1602052003 | 1
          | 1602050101100006 | INI  | 1602052004 | 901
          | 1602050101100007 | INU  | 1602052004 | 901
        ! | 1602050101100008 | ONI  | 1602052005 | 1
        ! | 1602050101100009 | ONA  | 1602052005 | 2
        [coklit]
          | nkk              | kode_desa  | rt | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 2026-06-24 | Ya
          | 1602050101100003 | 1602052002 | 1  | 2026-06-24 | Ya
          | 1602050101100004 | 1602052002 | 1  | 2026-06-24 | Tidak
        """)
    ])

  static let least = Setting(
    "min_kk", 5, in: 1...1000, "Wilayah dengan lebih sedikit keluarga dari ini tidak dinilai.")
  static let settings: [any AnySetting] = [least]

  static let levels = [AreaLevel.desa, .station]

  private let least: Int

  init(settings: RuleValues) { least = settings[Self.least] }

  func check(_ area: AreaFacts, in context: RuleContext) -> Finding? {
    guard area.isCoveredByVisits, area.summary.householdsExpected >= least, let coverage = area.coverage,
      coverage < context.visits.coverageThreshold
    else { return nil }
    return context.finding(
      Self.card, on: area.key, evidence: "data coklit; daftar pemilih",
      .low(area.summary, threshold: context.visits.coverageThreshold))
  }
}

extension String {
  fileprivate static func low(_ area: AreaSummary, threshold: Double) -> String {
    let share = Percent.text(area.householdsVisited, of: area.householdsExpected)
    return "\(area.householdsVisited) dari \(area.householdsExpected) keluarga didatangi (\(share)), di bawah ambang "
      + Percent.text(threshold)
  }
}
