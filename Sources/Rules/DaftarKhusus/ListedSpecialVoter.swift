import RollModel

/// Flags a voter of the roll who was served from the special list: that list was not needed, or holds the wrong person.
struct ListedSpecialVoter: ListRule {
  static let card = RuleCard(
    id: "dpk-tidak-murni",
    category: .daftarKhusus,
    severity: .check,
    authority: Authority.roll,
    summary: "Pemilih daftar khusus ternyata terdaftar dalam daftar pemilih.",
    why: """
      Daftar khusus melayani pemilih yang tidak terdaftar. Yang ternyata terdaftar bukan DPK murni: mungkin mereka memilih \
      di TPS lain, terdaftar sesudahnya, atau petugas tidak menemukan namanya. Mereka tidak dihitung sebagai kekurangan \
      daftar, dan tidak ada yang diusulkan atas mereka.
      """,
    verify: "Bandingkan TPS daftar khusus dengan TPS daftar pemilih; tanyakan kepada pemilih bila perlu.",
    action: "Periksa TPS yang melayani; betulkan penempatan bila keliru.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 1
        ! | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052002 | 1
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052002 | 1
        [dpk]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 2
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052002 | 1
        """)
    ])

  static let role = Role.specialList

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    context.finding(Self.card, on: link, "dilayani dari daftar khusus, padahal terdaftar")
  }
}
