import RollModel

/// Lists voters whose row bears no family card number, so that nothing tells whether coklit reached them.
struct VoterWithoutCard: RollRule {
  static let card = RuleCard(
    id: "pemilih-tanpa-kk-coklit",
    category: .coklit,
    severity: .check,
    authority: Authority.visits,
    summary: "Pemilih tanpa NKK yang terbaca, sehingga tidak dapat dicari pada data coklit.",
    why: """
      Coklit dicatat menurut keluarga. Pemilih yang NKK-nya kosong atau tidak terbaca tidak ada keluarganya pada data \
      coklit, dan tidak terhitung dalam cakupan. Keluarga yang NKK-nya terbaca tetapi tidak dicoklit disebut oleh aturan \
      kk-belum-tercoklit. Hanya dinilai di desa yang data coklitnya memuat NKK. TPS lokasi khusus \
      (bernomor 901 ke atas) dikecualikan: pemilihnya tidak dicoklit menurut keluarga.
      """,
    verify: "Tanyakan NKK kepada pemilih atau lihat kartu keluarganya; lihat apakah rumahnya bertempel stiker.",
    action: "Lengkapi NKK pada daftar pemilih, dan coklit rumahnya bila belum.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | tanggal_lahir | kode_desa  | rt | rw | tps | keterangan
          | 1602050101100001 | ANI  | 1980-02-03    | 1602052001 | 1  | 1  | 1   |
        ! |                  | ANA  | 1970-02-03    | 1602052001 | 1  | 1  | 1   |
        ! |                  | INA  | 1971-02-03    | 1602052001 | 1  | 1  | 1   |
          |                  | INI  | 1972-02-03    | 1602052001 | 1  | 1  | 1   | 1
          |                  | ANO  | 1973-02-03    | 1602052002 | 1  | 1  | 1   |
          |                  | INO  | 1974-02-03    | 1602052001 |    |    | 901 |
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker
          | 1602050101100001 | 1602052001 | 1  | 1  | 2026-06-24 | Ya
        """)
    ])

  static let lists = [Role.visits]
  static let needs = [NumberNeed(.roll, .nkk, .kept), NumberNeed(.visits, .nkk, .kept)]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard context.data.visits.count > 0, Self.needs.allSatisfy({ context.shows($0) }) else { return [] }
    let roll = context.roll
    return (0..<roll.count).filter { roll.columns.nkk[$0].isMissing }.compactMap { row in
      let voter = roll[row]
      guard voter.areaNumber != 0, !voter.isStruck, !SpecialStation.contains(voter.tps),
        let village = context.ledger.village(voter.areaNumber), village.visitsFiled > village.visitsUnnumbered
      else { return nil }
      return context.finding(
        Self.card, on: voter, evidence: "NKK pada daftar pemilih; data coklit",
        "NKK kosong atau tidak terbaca, sehingga keluarganya tidak dapat dicari pada data coklit")
    }
  }
}
