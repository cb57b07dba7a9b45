import RollModel

/// Counts, desa by desa, families that got a sticker without a visit: a column of form A1.DP-1.
struct StickerWithoutVisit: AreaRule {
  static let card = RuleCard(
    id: "stiker-tanpa-coklit",
    category: .coklit,
    severity: .coverage,
    authority: Authority.visits,
    summary: "Keluarga ditempel stiker tetapi belum dicoklit.",
    why: """
      Stiker tanda pencocokan ditempel sesudah petugas bertemu keluarga. Stiker tanpa coklit berarti datanya belum \
      dicocokkan. Dihitung per desa seperti kolom formulir A1.DP-1: belum dicoklit dan sudah ditempel stiker. \
      Desa tanpa data menurut keluarga dinilai dari jumlah pada formulir itu.
      """,
    verify: "Datangi keluarga yang disebut petugas; lihat stiker dan tanda bukti.",
    action: "Minta coklit dan stiker dilengkapi sebelum masa coklit berakhir.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
        ! | 1602050512100001 | ANI  | 1602052001 | 1  | 1
        ! | 1602050512100002 | ANA  | 1602052001 | 1  | 1
          | 1602050512100003 | BAI  | 1602052002 | 1  | 1
          | 1602050512100004 | BAU  | 1602052002 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker | hasil
          | 1602050512100001 | 1602052001 | 1  | 1  | 2024-06-25     | Ya     | sesuai
          | 1602050512100002 | 1602052001 | 1  | 1  | 2024-06-25     | Ya     | stiker tanpa kunjungan
          | 1602050512100003 | 1602052002 | 1  | 1  | 2024-06-25     | Ya     | sesuai
          | 1602050512100004 | 1602052002 | 1  | 1  | 2024-06-25     | Tidak  | sesuai
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
        ! | 1602050512100001 | ANI  | 1602052001 | 1  | 1
          | 1602050512100003 | BAI  | 1602052002 | 1  | 1
        [coklit]
          | kode_desa  | stiker_tanpa_coklit | coklit_dan_stiker
          | 1602052001 | 2                   | 18
          | 1602052002 | 0                   | 20
        """),
    ])

  static let levels = [AreaLevel.desa]

  static let lists = [Role.visits]
  static let takesVisitTotals = true
  static let fields = FieldNeed.of(.visits, .areaCode, .sticker)

  let settings: RuleValues

  func check(_ area: AreaFacts, in context: RuleContext) -> Finding? {
    let totals = context.totals(of: area)
    let count = totals.map { $0.stickerNotVisited ?? 0 } ?? area.summary.stickerNotVisited
    guard count > 0 else { return nil }
    return context.finding(
      Self.card, on: area.key, evidence: "data coklit",
      "\(count) keluarga belum dicoklit tetapi sudah ditempel stiker" + (totals?.words ?? ""))
  }
}
