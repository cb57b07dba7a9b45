import RollModel

/// Flags a voter who moved to another desa of the kabupaten, or within the desa, and still stands where he was.
struct MovedWithin: RollRule {
  static let card = RuleCard(
    id: "pindah-antar-desa",
    category: .kelayakan,
    tmsCode: .moved,
    severity: .tms,
    authority: Authority.roll,
    summary: "Pemilih pindah ke desa lain di kabupaten ini, tetapi masih terdaftar di tempat lamanya.",
    why: """
      Yang pindah di dalam kabupaten tidak kehilangan hak pilih: ia dikeluarkan dari desa lama dan didaftar di desa baru. \
      Kode mengikuti desa lama dan desa baru: 4 bila desanya lain, 8 bila desanya sama dan hanya TPS-nya yang lain. Desa \
      tujuan dibaca dari kolom tujuan pada daftar pindah. Yang sudah terdaftar di desa tujuan tidak disebut, juga yang \
      TPS-nya di desa yang sama sudah lain daripada pada daftar sebelumnya.
      """,
    verify: "Cocokkan desa tujuan dengan surat pindah atau KK baru; tanyakan tempat tinggalnya sekarang.",
    action: "Verifikasi; bila benar, pindahkan ke TPS di desa tujuan dan keluarkan dari TPS lama.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052002
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001
        [pindah]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan         | sumber
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 16.02.05.2002  | SKPWNI
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 1602052001     | SKPWNI
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 1602052002     | SKPWNI
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | KOTA PALEMBANG | SKPWNI
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1
        ! | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 2
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 2
        [daftar-sebelumnya]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 2
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 1
        [pindah]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan         | sumber
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1602052001     | surat RT
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 1602052001     | surat RT
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 1602052001     | surat RT
        """),
    ])

  static let lists = [Role.moves]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let links = context.bestLinks(of: .moves)
    let stations = EarlierStations(of: links.map(\.voter), context)
    return links.compactMap { link in
      guard case .desa(let there) = context.ledger.destinations.place(of: link.entry), link.voter.areaNumber != 0 else {
        return nil
      }
      if context.isElsewhere(there, link) { return nil }
      let isSame = there == link.voter.areaNumber
      // Listed where the move led to: nothing is left to do.
      if isSame, link.entry.areaNumber != 0, link.entry.areaNumber != there { return nil }
      // Moved to another station since the earlier roll.
      if isSame, let before = stations[link.voter.row], before != link.voter.tps { return nil }
      let name = context.data.lexicon.areas[there].desa
      var finding = context.finding(
        Self.card, on: link,
        isSame
          ? "pindah di dalam desa yang sama (kode 8), yang tercatat pada daftar pindah"
          : "pindah ke desa \(name) di kabupaten ini (kode 4), yang tercatat pada daftar pindah")
      if isSame { finding?.tmsCode = .wrongStation }
      return finding
    }
  }
}
