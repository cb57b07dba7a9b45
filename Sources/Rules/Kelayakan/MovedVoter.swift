import RollModel

/// Flags a voter whom a list of those who moved away names.
struct MovedVoter: ListRule {
  static let card = RuleCard(
    id: "pindah-domisili",
    category: .kelayakan,
    tmsCode: .moved,
    severity: .tms,
    authority: Authority.roll,
    summary: "Pemilih cocok dengan seseorang pada daftar pindah domisili.",
    why: """
      Yang pindah ke kabupaten lain didaftar di tempat tinggalnya yang baru. Yang pindah di dalam kabupaten tidak hilang \
      haknya: bila daftar pindah menyebut desa, kecamatan, atau kabupaten ini sebagai tujuannya, ia disebut oleh aturan \
      pindah-antar-desa. Tujuan yang hanya menyebut jalan, atau desa atau kecamatan yang tidak dikenali tanpa \
      kabupatennya, juga tujuan yang mirip nama kabupaten ini dan mungkin salah tulis, tidak pernah melebihi derajat \
      perlu-verifikasi. Yang datang dari luar tidak disebut. Bila beberapa catatan pindah tentang satu orang bertentangan, \
      yang terbaru berlaku; bila tanggalnya tidak lengkap, atau sebelum lahir atau sesudah tanggal acuan, derajatnya tidak \
      melebihi perlu-verifikasi.
      """,
    verify: "Cocokkan dengan surat keterangan pindah; tanyakan tempat tinggal baru kepada keluarga atau desa.",
    action: "Verifikasi; bila pindah, pastikan terdaftar di tempat baru sebelum dikeluarkan.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12  | L             | 1602052001
        ! | 1602054508900003 | RATNA JUWITA | 1990-08-05    | P             | 1602052001
          | 1602054508910004 | RATNA DEWI   | 1991-08-05    | P             | 1602052001
          | 1602051203860002 | HENDRA GUNAWAN | 1986-03-12  | L             | 1602052001
        [pindah]
          | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal    | sumber
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12  | L             | 1602052001 | 2026-01-10 | SKPWNI
          | 1602054508900003 | RATNA JUWITA | 1990-08-05    | P             | 1602052001 | 2026-02-11 | SKPWNI
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001
        ! | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001
        ! | 1602051506720006 | SUTRISNO       | 1972-06-15    | L             | 1602052001
        [pindah]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan                           | sumber
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | Kab. Ogan Komering Ilir          | SKPWNI
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | KEC. KECAMATAN 05                | SKPWNI
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | Jl. Palembang, Kab/Kota OKI      | SKPWNI
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | Desa 2001, Kota Palembang        | SKPWNI
          | 1602051506720006 | SUTRISNO       | 1972-06-15    | L             | 1602052001 | Kec. Kecamatan 05 Kab. Ogan Ilir | SKPWNI
        """),
    ])

  static let role = Role.moves

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    let record = context.countingMove(link)
    guard case .away(let isClear) = record.claim else { return nil }
    var finding = context.finding(
      Self.card, on: record.link, atMost: isClear && !record.isContradicted ? .certain : .verify,
      "cocok dengan catatan pindah")
    if !isClear {
      let entry = record.link.entry
      finding?.explanation +=
        "; "
        + Self.doubt(
          context.ledger.destinations.place(of: entry), written: PrintedText.masked(entry.text(.destination)))
    }
    if record.isContradicted { finding?.explanation += .contradictedMove }
    return finding
  }

  /// Why the move may have stayed in the kabupaten.
  private static func doubt(_ place: MoveDestinations.Place, written: String) -> String {
    switch place {
    case .unclear: "tujuannya tidak dikenali dan mungkin di kabupaten ini"
    case .misspelled:
      "tujuannya tertulis «\(written)», mirip nama kabupaten ini dan mungkin salah tulis, jadi mungkin ia tidak pindah keluar"
    case .unstated, .elsewhere, .within, .desa: "daftar itu menyebut asalnya di luar kabupaten ini"
    }
  }
}
