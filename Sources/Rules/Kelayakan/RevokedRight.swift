import RollModel

/// Flags a voter whom a list of revoked voting rights names.
struct RevokedRight: ListRule {
  static let card = RuleCard(
    id: "hak-pilih-dicabut",
    category: .kelayakan,
    tmsCode: .revoked,
    severity: .tms,
    authority: Authority.roll,
    summary: "Pemilih cocok dengan seseorang yang hak pilihnya dicabut pengadilan.",
    why: """
      Hak memilih hanya hilang oleh putusan pengadilan yang berkekuatan hukum tetap, dan hanya selama waktu yang \
      ditetapkan putusan itu. Menjalani pidana saja tidak menghilangkan hak memilih. Putusan \
      bertanggal sebelum lahir atau sesudah tanggal acuan tidak melebihi derajat perlu-verifikasi.
      """,
    verify: "Minta salinan putusan pengadilan; periksa nama, kekuatan hukum tetap, dan jangka waktunya.",
    action: "Verifikasi putusan pengadilan; bila masih berlaku, keluarkan dari daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203750001 | BURHAN MAULANA | 1975-03-12  | L             | 1602052001
        ! | 1602054508760003 | TUTI HANDAYANI | 1976-08-05  | P             | 1602052001
          | 1602054508770004 | TUTI SUSILAWATI | 1977-08-05 | P             | 1602052001
          | 1602051203760002 | BURHAN EFENDI | 1976-03-12   | L             | 1602052001
        [dicabut]
          | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa  | sumber
          | 1602051203750001 | BURHAN MAULANA | 1975-03-12  | L             | 1602052001 | putusan pengadilan
          | 1602054508760003 | TUTI HANDAYANI | 1976-08-05  | P             | 1602052001 | putusan pengadilan
        """)
    ])

  static let role = Role.revoked

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    context.finding(Self.card, on: link, "cocok dengan seseorang pada daftar hak pilih yang dicabut")
  }
}
