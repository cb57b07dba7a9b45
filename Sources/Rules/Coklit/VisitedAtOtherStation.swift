import RollModel

/// Flags a family whose only visits are filed under another station of the desa than the roll gives it.
struct VisitedAtOtherStation: RollRule {
  static let card = RuleCard(
    id: "salah-tps",
    category: .coklit,
    severity: .check,
    authority: Authority.visits,
    summary: "Keluarga dicoklit di TPS lain daripada TPS-nya pada daftar pemilih.",
    why: """
      TPS tidak sesuai adalah kelas terbesar dalam coklit. Bila petugas TPS lain yang mendata keluarga, penempatannya di \
      daftar mungkin keliru, atau batas TPS berubah sesudah coklit. TPS lokasi khusus dan kunjungan tanpa nomor TPS tidak \
      dinilai; TPS keluarga adalah TPS sebagian besar anggotanya.
      """,
    verify: "Lihat letak rumah dan batas TPS; tanyakan kepada petugas.",
    action: "Minta KPU menempatkan keluarga di TPS yang sesuai.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw | tps
        ! | 1602050512100001 | ANI  | 1980-01-01    | 1602052001 | 1  | 1  | 1
          | 1602050512100001 | ANA  | 1990-01-01    | 1602052001 | 1  | 1  | 1
          | 1602050512100002 | BAI  | 1980-01-01    | 1602052001 | 1  | 1  | 1
        ! | 1602050512100003 | BAU  | 1980-01-01    | 1602052001 | 1  | 1  | 2
          | 1602050512100004 | BAO  | 1980-01-01    | 1602052001 | 1  | 1  | 2
        [coklit]
          | nkk              | kode_desa  | rt | rw | tps | tanggal_coklit
          | 1602050512100001 | 1602052001 | 1  | 1  | 2   | 2024-06-25
          | 1602050512100002 | 1602052001 | 1  | 1  | 1   | 2024-06-25
          | 1602050512100003 | 1602052001 | 1  | 1  | 1   | 2024-06-25
          | 1602050512100004 | 1602052001 | 1  | 1  |     | 2024-06-25
        """)
    ])

  static let lists = [Role.visits]
  static let needs = [NumberNeed(.roll, .nkk, .all), NumberNeed(.visits, .nkk, .all)]
  static let fields = FieldNeed.of(.roll, .areaCode, .tps) + FieldNeed.of(.visits, .areaCode, .tps)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let log = context.data.visits
    guard log.tps.contains(where: { $0 != 0 }) else { return [] }
    let visits = context.ledger.visits
    return context.ledger.households.compactMap { household in
      guard household.tps != 0, household.area != 0, !SpecialStation.contains(Int(household.tps)) else { return nil }
      let card = Int(household.visitedCard)
      // Most families were visited at their own station, once.
      guard card >= 0, household.nkk.isFull, log.tps[visits.firstRow(ofCard: card)] != household.tps else { return nil }
      let rows = visits.rows(ofCard: card).filter { log.area[$0] == household.area && log.tps[$0] != 0 }
      let stations = Set(rows.map { log.tps[$0] })
      guard !stations.isEmpty, !stations.contains(household.tps) else { return nil }
      guard let subject = context.eldest(context.ledger.members(of: household)) else { return nil }
      let visited = stations.sorted().map { PlaceWords.padded(Int($0)) }.joined(separator: " dan ")
      return context.finding(
        Self.card, on: subject, evidence: "data coklit; NKK pada daftar pemilih",
        "dicoklit di TPS \(visited); pada daftar pemilih TPS \(PlaceWords.padded(Int(household.tps)))",
        factHash: FactHash.family(household.nkk, in: subject.area))
    }
  }
}
