import RollModel

/// Flags a family that coklit filed more than once, under other stations or on other days.
struct CardVisitedTwice: RollRule {
  static let card = RuleCard(
    id: "kk-coklit-ganda",
    category: .coklit,
    severity: .check,
    authority: Authority.visits,
    summary: "Satu keluarga tercatat dicoklit lebih dari sekali di TPS atau pada hari yang berbeda.",
    why: """
      Satu keluarga dicoklit satu kali oleh petugas TPS-nya. Dua catatan berarti dua petugas mendata rumah yang sama, NKK \
      yang salah tulis, atau keluarga yang pindah di tengah masa coklit. Hanya NKK utuh yang dinilai; baris yang sama \
      persis tidak disebut.
      """,
    verify: "Tanyakan kepada kedua petugas; lihat kartu keluarga.",
    action: "Tetapkan TPS yang benar dan hapus catatan yang keliru.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw | tps
        ! | 1602050512100001 | ANI  | 1980-01-01    | 1602052001 | 1  | 1  | 1
          | 1602050512100001 | ANA  | 1990-01-01    | 1602052001 | 1  | 1  | 1
          | 1602050512100002 | BAI  | 1980-01-01    | 1602052001 | 1  | 1  | 1
        ! | 1602050512100003 | BAU  | 1980-01-01    | 1602052001 | 1  | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tps | tanggal_coklit
          | 1602050512100001 | 1602052001 | 1  | 1  | 1   | 2024-06-25
          | 1602050512100001 | 1602052001 | 1  | 1  | 2   | 2024-06-25
          | 1602050512100002 | 1602052001 | 1  | 1  | 1   | 2024-06-25
          | 1602050512100002 | 1602052001 | 1  | 1  | 1   | 2024-06-25
          | 1602050512100003 | 1602052001 | 1  | 1  | 1   | 2024-06-25
          | 1602050512100003 | 1602052001 | 1  | 1  | 1   | 2024-06-29
        """)
    ])

  static let lists = [Role.visits]
  static let needs = [NumberNeed(.roll, .nkk, .all), NumberNeed(.visits, .nkk, .all)]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let log = context.data.visits
    guard log.count > 0 else { return [] }
    let visits = context.ledger.visits
    return context.ledger.households.compactMap { household in
      let card = Int(household.visitedCard)
      guard card >= 0, household.nkk.isFull, household.area != 0, visits.isVisitedAgain(card) else { return nil }
      let rows = visits.rows(ofCard: card)
      let stations = Set(rows.map { log.tps[$0] }).sorted()
      let days = Set(rows.map { log.date[$0] }.filter { !$0.isUnknown }).sorted()
      guard stations.count > 1 || days.count > 1 else { return nil }
      guard let subject = context.eldest(context.ledger.members(of: household)) else { return nil }
      return context.finding(
        Self.card, on: subject, evidence: "data coklit; NKK pada daftar pemilih",
        .twice(rows.count, stations.map(Int.init), days),
        factHash: FactHash.family(household.nkk, in: subject.area))
    }
  }
}

extension String {
  fileprivate static func twice(_ count: Int, _ stations: [Int], _ days: [CalendarDay]) -> String {
    var text = "keluarga ini tercatat \(count) kali dalam data coklit"
    if stations.count > 1 { text += ", di TPS " + stations.map(PlaceWords.padded).joined(separator: " dan ") }
    if days.count > 1 { text += ", tanggal " + days.map(\.description).joined(separator: " dan ") }
    return text
  }
}
