import RollModel

/// Flags a voter whom a list of serving police officers names.
struct PoliceOfficer: ListRule {
  static let card = RuleCard(
    id: "polri",
    category: .kelayakan,
    tmsCode: .police,
    severity: .tms,
    authority: Authority.roll,
    summary: "Pemilih cocok dengan seseorang pada daftar anggota Polri.",
    why: """
      Anggota Polri tidak menggunakan hak memilih selama berdinas. Purnawirawan memenuhi syarat: yang pada \
      daftar itu tercatat pensiun sampai tanggal acuan (sumber, keterangan, status, pangkat, atau tanggal pensiunnya) tidak \
      disebut. Begitu pula yang pada daftar itu tercatat sebagai PNS, ASN, pegawai sipil, atau keluarga, dan yang sudah \
      diberhentikan. Bila tidak jelas apakah pensiun atau pemberhentiannya sudah berlaku, atau bila daftar itu menyebut \
      misalnya nonaktif, siswa, atau meninggal, derajatnya tidak melebihi perlu-verifikasi.
      """,
    verify: "Cocokkan pekerjaan pada KTP-el atau KK dan status dinas pada kesatuan.",
    action: "Verifikasi faktual status dinas; bila masih berdinas, keluarkan dari daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203950001 | DEDI KURNIAWAN | 1995-03-12  | L             | 1602052001
        ! | 1602054508960003 | NOVI ASTUTI  | 1996-08-05    | P             | 1602052001
          | 1602054508970004 | NOVI HARTATI | 1997-08-05    | P             | 1602052001
          | 1602051203960002 | DEDI MULYADI | 1996-03-12    | L             | 1602052001
        [polri]
          | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa  | sumber
          | 1602051203950001 | DEDI KURNIAWAN | 1995-03-12  | L             | 1602052001 | Polres
          | 1602054508960003 | NOVI ASTUTI  | 1996-08-05    | P             | 1602052001 | Polres
        """)
    ])

  static let role = Role.police

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    context.finding(Self.card, onServing: link, "cocok dengan seseorang pada daftar anggota Polri")
  }
}
