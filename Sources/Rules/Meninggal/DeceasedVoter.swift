import RollModel

/// Flags a voter whom a list of deaths names.
///
/// Lists of the dead are often wrong, so this is a candidate for verifikasi faktual, never an assertion. Source: domain
/// page, section 2, trap 7.
struct DeceasedVoter: ListRule {
  static let card = RuleCard(
    id: "meninggal",
    category: .kematian,
    tmsCode: .deceased,
    severity: .tms,
    authority: Authority.roll,
    summary: "Pemilih cocok dengan seseorang pada daftar kematian.",
    why: """
      Daftar kematian dari berbagai sumber sering keliru, dan orang lain yang senama dapat ikut tercoret. Karena itu \
      kecocokan hanyalah bahan verifikasi faktual, disertai jenis buktinya: akta kematian, surat keterangan, daftar \
      instansi, atau laporan. Bukti hidup yang lebih baru menahan usulan. Baris daftar tanpa NIK dan tanggal lahir \
      lengkap tidak pernah melebihi derajat perlu-verifikasi, demikian pula catatan yang bertentangan dengan dirinya: \
      meninggal sebelum lahir, atau sesudah tanggal acuan.
      """,
    verify: "Datangi keluarga atau pemerintah desa; minta akta kematian atau surat keterangan kematian.",
    action: "Verifikasi ke keluarga atau desa; bila terbukti, keluarkan dari daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203450001 | SUKARNO WIJAYA | 1945-03-12    | L             | 1602052001 |
          | 1602051203750002 | SUKARNO WIJAYA | 1975-03-12    | L             | 1602052001 |
        ! | 1602054508500003 | SITI AMINAH    | 1950-08-05    | P             | 1602052001 |
          | 1602054508880004 | SITI AMINI     | 1988-08-05    | P             | 1602052001 |
          | 1602050101600005 | BAHARUDIN      | 1960-01-01    | L             | 1602052001 | 1
        [kematian]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal_meninggal | sumber
          | 1602051203450001 | SUKARNO WIJAYA | 1945-03-12    | L             | 1602052001 | 2026-02-03 | akta kematian
          | 1602054508500003 | SITI AMINAH    | 1950-08-05    | P             | 1602052001 | 2026-05-03 | laporan warga
          | 1602050101600005 | BAHARUDIN      | 1960-01-01    | L             | 1602052001 | 2026-05-04 | akta kematian
        """)
    ])

  static let role = Role.deaths

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    context.finding(Self.card, on: link, "cocok dengan catatan kematian")
  }
}
