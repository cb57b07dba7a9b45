import RollModel

/// Lists voters struck as moved whom no list shows anywhere else.
struct MovedWithoutTrace: RollRule {
  static let card = RuleCard(
    id: "pindah-hilang",
    category: .kelayakan,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Pemilih dicoret karena pindah, tetapi tidak tercatat pindah dan tidak terdaftar di tempat lain.",
    why: """
      Yang dicoret karena pindah harus terdaftar di tempat barunya. Yang disebut: bertanda pindah domisili pada \
      daftar ini, tidak ada pada daftar pindah, dan tidak ada baris lain yang masih berlaku atas namanya di \
      kabupaten ini. Bila ada daftar penduduk, yang masih tercatat di desa yang sama disebut oleh aturan \
      tms-terbantah. Bisa jadi ia terdaftar di kabupaten lain; itu yang diminta untuk dipastikan. Yang oleh \
      ganda-luar disebut terdaftar di sana tidak disebut lagi.
      """,
    verify: "Tanyakan kepada keluarga atau RT ke mana ia pindah; minta KPU mencari NIK-nya pada daftar kabupaten lain.",
    action: "Minta KPU menunjukkan tempat terdaftarnya yang baru, atau mengembalikannya ke daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 4
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 4
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 4
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052002 |
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | 1
        ! | 160205450890000  | WULAN SAFITRI  | 1988-03-05    | P             | 1602052001 | 4
        [pindah]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan         | sumber
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | KOTA PALEMBANG | SKPWNI
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 4
        ! | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 4
        [pindah]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan         | sumber
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | KOTA PALEMBANG | SKPWNI
        [ganda-luar]
          | pasangan         | kunci_baris      | relasi     | keyakinan | peluang | kabupaten_luar | kode_desa_luar
          | 00000000000000a1 | 966ed3461012c313 | satu-orang | pasti     | 0.9999  | 1671           | 1671031004
        """),
    ])

  static let lists = [Role.moves]
  static let absentFrom = [Role.roll, .moves]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    // Without the list nothing is known of those who left.
    guard context.data.lists[.moves] != nil else { return [] }
    let moved = context.struck(for: .moved)
    let others = SamePersons(context)
    let linked = Set((context.matches.links[.moves] ?? []).map(\.a))
    let named = NamedElsewhere(moved, in: context.data, on: [.moves, .residents])
    return moved.compactMap { voter in
      guard !linked.contains(voter.row), !others.isStanding(voter.row), named.place(of: voter) == nil else {
        return nil
      }
      // Where areas are missing he may stand in one of them.
      let isPlain = voter.nik.isFull && voter.birth.isComplete && context.ledger.missing.isEmpty
      return context.finding(
        Self.card, on: voter, tier: isPlain ? .strong : .verify, evidence: "daftar pemilih; daftar pindah",
        "dicoret karena pindah domisili, tetapi tidak ada pada daftar pindah, dan tidak ditemukan baris lain yang masih "
          + "berlaku atas namanya di kabupaten ini")
    }
  }
}
