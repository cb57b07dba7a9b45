import RollModel

/// Flags a voter whom a list of foreign citizens names.
struct ForeignCitizen: ListRule {
  static let card = RuleCard(
    id: "wna",
    category: .kelayakan,
    tmsCode: .foreign,
    severity: .tms,
    authority: Authority.roll,
    summary: "Pemilih cocok dengan seseorang pada daftar warga negara asing.",
    why: """
      Hanya WNI yang mempunyai hak memilih. Kesamaan nama sering terjadi dan WNA dapat menjadi WNI, sehingga status \
      kewarganegaraan harus dipastikan.
      """,
    verify: "Cocokkan kewarganegaraan dengan KTP-el atau dokumen keimigrasian.",
    action: "Verifikasi faktual status kewarganegaraan; bila terbukti WNA, keluarkan dari daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203850001 | JOHAN PIETERS | 1985-03-12   | L             | 1602052001
        ! | 1602054508900003 | MARIA TERESA LOPEZ | 1990-08-05 | P          | 1602052001
          | 1602054508910004 | MARIA GORETI | 1991-08-05    | P             | 1602052001
          | 1602051203860002 | JOHAN SAPUTRA | 1986-03-12   | L             | 1602052001
        [wna]
          | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa  | sumber
          | 1602051203850001 | JOHAN PIETERS | 1985-03-12   | L             | 1602052001 | imigrasi
          | 1602054508900003 | MARIA TERESA LOPEZ | 1990-08-05 | P          | 1602052001 | dukcapil
        """)
    ])

  static let role = Role.foreigners

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    context.finding(Self.card, on: link, "cocok dengan seseorang pada daftar WNA")
  }
}
