import RollModel

/// Flags a voter whom a list of serving soldiers names.
struct ActiveSoldier: ListRule {
  static let card = RuleCard(
    id: "tni",
    category: .kelayakan,
    tmsCode: .military,
    severity: .tms,
    authority: Authority.roll,
    summary: "Pemilih cocok dengan seseorang pada daftar anggota TNI.",
    why: """
      Anggota TNI tidak menggunakan hak memilih selama berdinas. Purnawirawan memenuhi syarat: yang pada daftar \
      itu tercatat pensiun sampai tanggal acuan (sumber, keterangan, status, pangkat, atau tanggal pensiunnya) tidak \
      disebut. Begitu pula yang pada daftar itu tercatat sebagai PNS, ASN, pegawai sipil, atau keluarga, dan yang sudah \
      diberhentikan. Bila tidak jelas apakah pensiun atau pemberhentiannya sudah berlaku, atau bila daftar itu menyebut \
      misalnya nonaktif, siswa, atau meninggal, derajatnya tidak melebihi perlu-verifikasi.
      """,
    verify: "Cocokkan pekerjaan pada KTP-el atau KK dan status dinas pada satuan.",
    action: "Verifikasi faktual status dinas; bila masih berdinas, keluarkan dari daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203950001 | YUDI PRATAMA | 1995-03-12    | L             | 1602052001
        ! | 1602054508960003 | LISA ANGGRAINI | 1996-08-05  | P             | 1602052001
          | 1602054508970004 | LISA MARLINA | 1997-08-05    | P             | 1602052001
          | 1602051203960002 | YUDI HARTONO | 1996-03-12    | L             | 1602052001
        [tni]
          | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa  | sumber
          | 1602051203950001 | YUDI PRATAMA | 1995-03-12    | L             | 1602052001 | Kodim
          | 1602054508960003 | LISA ANGGRAINI | 1996-08-05  | P             | 1602052001 | Kodim
        """)
    ])

  static let role = Role.military

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    context.finding(Self.card, onServing: link, "cocok dengan seseorang pada daftar anggota TNI")
  }
}
