import RollModel

/// Flags a station with more voters than the election allows.
///
/// The limit is a setting of the case (`kapasitas_tps`): 300, 500 or 600 in recent elections. Source: domain page,
/// section 5.
struct OverfullStation: AreaRule {
  static let card = RuleCard(
    id: "tps-melebihi-kapasitas",
    category: .tps,
    severity: .coverage,
    authority: Authority.roll,
    summary: "Jumlah pemilih satu TPS melebihi kapasitas yang ditetapkan.",
    why: """
      TPS yang terlalu penuh menyulitkan pelayanan pada hari pemungutan suara. Yang dihitung adalah pemilih yang tidak \
      ditandai TMS. TPS lokasi khusus (bernomor 901 ke atas) dikecualikan.
      """,
    verify: "Hitung ulang pemilih TPS itu pada daftar terbaru.",
    action: "Tata ulang pembagian TPS dengan memperhatikan jarak dan keutuhan keluarga.",
    examples: [
      Example(
        settings: ["kapasitas_tps": "2"],
        """
        ? | nama | kode_desa  | tps | keterangan
        ! | ANI  | 1602052001 | 1   |
        ! | ANA  | 1602052001 | 1   |
        ! | ANU  | 1602052001 | 1   |
          | INA  | 1602052001 | 2   |
          | INI  | 1602052001 | 2   |
          | INU  | 1602052001 | 2   | 1
          | UNA  | 1602052001 | 901 |
          | UNI  | 1602052001 | 901 |
          | UNU  | 1602052001 | 901 |
        ! | BAI  | 1602052002 | 2   |
        ! | BAU  | 1602052002 | 2   |
        ! | BAO  | 1602052002 | 2   |
        """)
    ])

  static let levels = [AreaLevel.station]
  static let threshold: Threshold? = .capacity([300, 500, 600])
  static let fields = FieldNeed.of(.roll, .areaCode, .tps)

  let settings: RuleValues

  func check(_ area: AreaFacts, in context: RuleContext) -> Finding? {
    let capacity = context.election.stationCapacity
    guard area.summary.voters > capacity, !SpecialStation.contains(area.key.tps) else { return nil }
    return context.finding(
      Self.card, on: area.key, evidence: "daftar pemilih",
      "\(area.summary.voters) pemilih pada TPS ini; kapasitas \(capacity)")
  }
}
