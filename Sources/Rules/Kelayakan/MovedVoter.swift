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
      haknya: bila daftar pindah menyebut desa tujuannya, ia disebut oleh aturan pindah-antar-desa.
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
        """)
    ])

  static let role = Role.moves

  let settings: RuleValues

  func check(_ link: ListLink, in context: RuleContext) -> Finding? {
    if context.isAtDestination(link) { return nil }
    if case .desa(let there) = context.ledger.destinations.place(of: link.entry), !context.isElsewhere(there, link) {
      return nil
    }
    return context.finding(Self.card, on: link, "cocok dengan catatan pindah")
  }
}

extension RuleContext {
  /// Whether a desa that a move led to lies in another kabupaten of the province than the voter.
  func isElsewhere(_ there: Int, _ link: ListLink) -> Bool {
    areas[there].kabupatenNumber != link.voter.area.kabupatenNumber
  }

  /// Whether the voter stands in another kabupaten of the province than the one that he left.
  func isAtDestination(_ link: ListLink) -> Bool {
    let (origin, now) = (link.entry.area.kabupatenNumber, link.voter.area.kabupatenNumber)
    return origin != 0 && now != 0 && origin != now
  }
}
