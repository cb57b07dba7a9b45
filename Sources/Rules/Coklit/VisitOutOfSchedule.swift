import RollModel

/// Counts, desa by desa, visits that are dated outside of the days of coklit.
struct VisitOutOfSchedule: RollRule {
  static let card = RuleCard(
    id: "coklit-di-luar-jadwal",
    category: .coklit,
    severity: .coverage,
    authority: Authority.visits,
    summary: "Kunjungan coklit bertanggal di luar masa coklit.",
    why: """
      Coklit berlangsung pada hari yang ditetapkan. Tanggal di luarnya dapat berarti salah tulis, kunjungan susulan, atau \
      data yang disalin belakangan. Masa coklit adalah setelan kasus (coklit: mulai, selesai); tanpa itu tidak dinilai.
      """,
    verify: "Tanyakan kepada petugas tanggal kunjungan yang sebenarnya.",
    action: "Minta penjelasan dan pembetulan tanggal.",
    examples: [
      Example(
        settings: ["coklit_mulai": "2024-06-24", "coklit_selesai": "2024-07-24"],
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
        ! | 1602050512100001 | ANI  | 1602052001 | 1  | 1
        ! | 1602050512100002 | ANA  | 1602052001 | 1  | 1
          | 1602050512100003 | BAI  | 1602052002 | 1  | 1
          | 1602050512100004 | BAU  | 1602052002 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit
          | 1602050512100001 | 1602052001 | 1  | 1  | 2024-06-24
          | 1602050512100002 | 1602052001 | 1  | 1  | 2024-07-25
          | 1602050512100003 | 1602052002 | 1  | 1  | 2024-07-24
          | 1602050512100004 | 1602052002 | 1  | 1  |
        """)
    ])

  static let lists = [Role.visits]
  static let fields = FieldNeed.of(.visits, .areaCode, .visitDate)
  static let needsVisitPeriod = true

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let (first, last) = (context.visits.first, context.visits.last)
    guard first.isComplete, last.isComplete else { return [] }
    let log = context.data.visits
    var outside: [Int: (count: Int, earliest: CalendarDay, latest: CalendarDay)] = [:]
    for row in 0..<log.count {
      let day = log.date[row]
      guard day.isComplete, day < first || last < day else { continue }
      let so = outside[Int(log.area[row])]
      outside[Int(log.area[row])] = ((so?.count ?? 0) + 1, min(so?.earliest ?? day, day), max(so?.latest ?? day, day))
    }
    return outside.filter { $0.key != 0 }.sorted { $0.key < $1.key }.map { area, found in
      let key = AreaKey(kecamatan: context.data.lexicon.areas[area].kecamatanNumber, desa: area)
      let days = found.earliest == found.latest ? "\(found.earliest)" : "\(found.earliest) sampai \(found.latest)"
      return context.finding(
        Self.card, on: key, evidence: "data coklit",
        "\(found.count) kunjungan bertanggal \(days), di luar masa coklit \(first) sampai \(last)")
    }
  }
}
