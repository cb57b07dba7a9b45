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
      Yang pindah di dalam kabupaten tidak kehilangan hak pilih: ia dikeluarkan dari desa lama dan didaftar di desa \
      baru. Kode mengikuti desa lama dan desa baru: 4 bila desanya lain, 8 bila desanya sama dan hanya TPS-nya yang \
      lain. Desa tujuan dibaca dari kolom tujuan pada daftar pindah; bila hanya kecamatan atau kabupatennya yang \
      terbaca, derajatnya tidak melebihi perlu-verifikasi. Yang sudah terdaftar di desa tujuan tidak disebut, \
      kecuali bila daftar menyebut desa itu juga sebagai asalnya; yang TPS-nya di desa yang sama sudah lain daripada \
      pada daftar sebelumnya, atau yang barisnya sudah bertanda kode 8, pun tidak. Bila beberapa catatan pindah \
      tentang satu orang bertentangan, yang terbaru berlaku; bila tanggalnya tidak lengkap, atau sebelum lahir atau \
      sesudah tanggal acuan, derajatnya tidak melebihi perlu-verifikasi.
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
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1   |
        ! | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 2   |
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 2   |
          | 1602051506720006 | SUTRISNO       | 1972-06-15    | L             | 1602052001 | 1   | 8
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
          | 1602051506720006 | SUTRISNO       | 1972-06-15    | L             | 1602052001 | 1602052001     | surat RT
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001
        ! | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001
        ! | 1602051506720006 | SUTRISNO       | 1972-06-15    | L             | 1602052001
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001
        [pindah]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan                             | sumber
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | Kab. Ogan Komering Ilir            | SKPWNI
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | KEC. KECAMATAN 05                  | SKPWNI
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | Desa 2001 Kec. Kecamatan 05        | SKPWNI
          | 1602051506720006 | SUTRISNO       | 1972-06-15    | L             | 1602052001 | Desa 2001 RT 02 RW 01              | SKPWNI
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | Desa 2001, Kabupaten Muara Enim    | SKPWNI
        """),
    ])

  static let lists = [Role.moves]
  static let fields = FieldNeed.of(.moves, .destination)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let records = context.bestLinks(of: .moves).map { context.countingMove($0) }
    let stations = EarlierStations(of: records.map(\.link.voter), context)
    return records.compactMap { record in
      let link = record.link
      switch record.claim {
      case .toDesa(let there, let isSure):
        // The roll says so already, or he moved to another station since the earlier one.
        let isMoved = link.voter.mark == .wrongStation || link.voter.codes.flags.contains(.movedHere)
        if there == link.voter.areaNumber, isMoved { return nil }
        if there == link.voter.areaNumber, let before = stations[link.voter.row], before != Int(link.voter.tps) {
          return nil
        }
        return finding(of: record, to: there, isSure: isSure, context)
      case .within(let kecamatan): return finding(of: record, toDesaOf: kecamatan, context)
      case .none, .away: return nil
      }
    }
  }

  private func finding(
    of record: RuleContext.CountingMove, to there: Int, isSure: Bool, _ context: RuleContext
  ) -> Finding? {
    let link = record.link
    let isSame = there == link.voter.areaNumber
    var finding = context.finding(
      Self.card, on: link, atMost: isSure && !record.isContradicted ? .certain : .verify,
      isSame
        ? "pindah di dalam desa yang sama (kode 8), yang tercatat pada daftar pindah"
        : "pindah ke desa \(context.areas[there].desaWords) di kabupaten ini (kode 4), yang tercatat pada daftar pindah"
    )
    if isSame { finding?.tmsCode = .wrongStation }
    if !isSure { finding?.explanation += "; daftar itu menyebut asalnya di luar kabupaten ini" }
    if record.isContradicted { finding?.explanation += .contradictedMove }
    return finding
  }

  /// The list says the kabupaten, or the kecamatan (0 where it does not), and no desa.
  private func finding(
    of record: RuleContext.CountingMove, toDesaOf kecamatan: Int, _ context: RuleContext
  ) -> Finding? {
    let name = context.areas.kecamatanNames[kecamatan]
    var finding = context.finding(
      Self.card, on: record.link, atMost: .verify,
      "pindah di dalam kabupaten ini\(kecamatan == 0 ? "" : " ke Kecamatan \(name)") tanpa desa tujuan yang terbaca, "
        + "yang tercatat pada daftar pindah")
    if record.isContradicted { finding?.explanation += .contradictedMove }
    return finding
  }
}
