import RollModel

/// Lists voters of the earlier roll whom this one neither has nor strikes.
struct GoneWithoutCode: RollRule {
  static let card = RuleCard(
    id: "hilang-tanpa-kode",
    category: .rekap,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Pemilih pada daftar sebelumnya tidak ada lagi, tanpa kode TMS dan tanpa sebab yang diketahui.",
    why: """
      Pemilih yang dikeluarkan harus ditandai dengan alasannya. Yang hilang begitu saja mungkin tercoret keliru, \
      terlewat saat penyalinan, atau sudah benar keluar tetapi tidak dicatat. Yang tercatat pada daftar kematian, \
      pindah, TNI, Polri, WNA, atau hak pilih dicabut, atau yang menurut ganda-luar hampir pasti terdaftar di \
      kabupaten/kota lain, tidak disebut. Bila di desa yang sama ada pemilih selahir yang namanya mirip, \
      keyakinannya perlu-verifikasi. Yang NIK-nya ada pada baris yang dikarantina (lihat karantina.csv) hanya \
      perlu-verifikasi, dengan berkas dan barisnya.
      """,
    verify: "Cari kembali dengan NIK dan nama; tanyakan kepada keluarga atau pemerintah desa.",
    action: "Minta KPU menyebutkan alasan, atau mengembalikan pemilih ke daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
          | nik              | nama           | tanggal_lahir | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | 1602052001 |
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | 1602052001 | 4
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | 1602052001 |
        [daftar-sebelumnya]
        ? | nik              | nama           | tanggal_lahir | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | 1602052001 |
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | 1602052001 |
          | 1602051407700009 | BURHANUDDIN    | 1970-07-14    | 1602052001 |
        ! | 1602054807710005 | ROHANA         | 1971-07-08    | 1602052001 |
        ! | 1602050503810009 | GILANG RAMADAN | 1981-03-05    | 1602052001 |
          | 1602050503820010 | SUTRISNO       | 1982-03-05    | 1602052001 | 1
          | 1602050503400011 | KARSO WIYONO   | 1940-03-05    | 1602052001 |
        [kematian]
          | nik              | nama           | tanggal_lahir | kode_desa
          | 1602050503400011 | KARSO WIYONO   | 1940-03-05    | 1602052001
        """),
      Example(
        """
        [daftar-pemilih]
          | nik              | nama           | tanggal_lahir | kode_desa
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | 1602052001
        [daftar-sebelumnya]
        ? | nik              | nama           | tanggal_lahir | kode_desa
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | 1602052001
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | 1602052001
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | 1602052001
        [ganda-luar]
          | pasangan         | kunci_baris      | relasi     | keyakinan        | peluang | kabupaten_luar | kode_desa_luar
          | 00000000000000a1 | 966ed3461012c313 | satu-orang | pasti            | 0.9999  | 1671           | 1671031004
          | 00000000000000a2 | 5de3233df9a3d7cd | satu-orang | perlu-verifikasi | 0.71    | 1610           | 1610012003
        """),
    ])

  static let lists = [Role.previousRoll]
  static let absentFrom = [Role.roll]
  static let needs = RollChanges.needs
  static let leavesOutMissingAreas = true

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let previous = context.data.lists[.previousRoll], let changes = context.ledger.changes else { return [] }
    let gone = changes.now.indices.filter {
      changes.now[$0] < 0 && !previous[$0].isStruck && !context.ledger.missing.contains(previous[$0].areaNumber)
    }
    let named = NamedElsewhere(gone.map { previous[$0] }, in: context.data)
    let joined = JoinedElsewhere(context.data)
    return gone.compactMap { row in
      let voter = previous[row]
      let elsewhere = joined.tier(of: voter) ?? .candidate
      guard named.place(of: voter) == nil, elsewhere < .strong else { return nil }
      let isDoubtful = changes.doubtful.contains(row) || !voter.nik.isFull && !voter.birth.isComplete
      let isSure = !isDoubtful && elsewhere < .verify
      return context.finding(
        Self.card, on: voter, tier: !isSure ? .verify : voter.nik.isFull && changes.isWhole ? .certain : .strong,
        evidence: "daftar sebelumnya", (isDoubtful ? .doubtful : .gone) + (elsewhere < .verify ? "" : .elsewhere))
    }
  }
}

extension String {
  fileprivate static let gone =
    "ada pada daftar sebelumnya, tidak ditemukan pada daftar ini, tanpa kode TMS, kematian, atau kepindahan"
  fileprivate static let elsewhere = "; menurut ganda-luar mungkin terdaftar di kabupaten/kota lain"
  fileprivate static let doubtful =
    gone + "; ada pemilih selahir yang namanya mirip di desa yang sama, atau NIK-nya dipakai baris lain"
}
