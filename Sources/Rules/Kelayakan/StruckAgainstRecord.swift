import RollModel

/// Lists voters whom the roll strikes for a reason that its own record, or a later sign of life, speaks against.
struct StruckAgainstRecord: RollRule {
  static let card = RuleCard(
    id: "tms-terbantah",
    category: .kelayakan,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Pemilih dicoret dengan alasan yang terbantah oleh datanya sendiri atau oleh bukti hidup.",
    why: """
      Pemilih yang tercoret keliru kehilangan hak pilih. Yang disebut: dicoret karena di bawah umur padahal pada tanggal \
      acuan sudah 17 tahun atau sudah pernah kawin; dicoret karena meninggal padahal ada bukti hidup yang cocok dengannya. \
      Bukti hidup tanpa tanggal tetap disebut, sebab tanggal pencoretan tidak ada pada daftar. Yang diminta adalah \
      pemeriksaan ulang, bukan pemulihan langsung.
      """,
    verify: "Cocokkan tanggal lahir dan status kawin dengan KTP-el; datangi orangnya.",
    action: "Minta KPU memeriksa kembali pencoretan dan memulihkan pemilih bila keliru.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | status_kawin | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | B            | L             | 1602052001 | 3
          | 1602050503100003 | GILANG RAMADAN | 2010-03-05    | B            | L             | 1602052001 | 3
        ! | 1602054503100004 | WULAN SAFITRI  | 2010-03-05    | S            | P             | 1602052001 | 3
        ! | 1602051407700005 | BURHANUDDIN    | 1970-07-14    | S            | L             | 1602052001 | 1
          | 1602054807710006 | ROHANA         | 1971-07-08    | S            | P             | 1602052001 | 1
          | 1602050503810007 | SUTRISNO       | 1981-03-05    | S            | L             | 1602052001 |
        [bukti-hidup]
          | nik              | nama           | tanggal_lahir | kode_desa  | tanggal    | sumber
          | 1602051407700005 | BURHANUDDIN    | 1970-07-14    | 1602052001 | 2026-10-01 | daftar hadir
          | 1602050503810007 | SUTRISNO       | 1981-03-05    | 1602052001 | 2026-10-01 | daftar hadir
        """)
    ])

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    // Signs of life are as many as an office likes; few of them are of someone who was struck.
    let signs = context.links(of: .signsOfLife, relation: .samePerson, from: .strong) { $0.mark == .deceased }
    let alive = Dictionary(signs.map { ($0.voter.row, $0) }, uniquingKeysWith: { first, _ in first })
    let roll = context.roll
    // Few rows bear a mark.
    return roll.columns.codes.indices.filter { roll.columns.codes[$0].hasMark }.compactMap { row in
      let voter = roll[row]
      switch voter.mark {
      case .underage: return Self.ofAge(voter, context)
      case .deceased: return alive[row].map { Self.living($0, context) }
      default: return nil
      }
    }
  }

  private static func ofAge(_ voter: Voter, _ context: RuleContext) -> Finding? {
    let age = voter.birth.age(on: context.referenceDay)
    let isMarried = voter.marital == .married || voter.marital == .formerly
    guard let reason = (age ?? 0) >= 17 ? age.map({ "berusia \($0) tahun" }) : isMarried ? "tercatat pernah kawin" : nil
    else { return nil }
    return context.finding(
      card, on: voter, tier: (age ?? 0) >= 17 ? .certain : .verify, evidence: "data pada daftar pemilih",
      "dicoret karena di bawah umur, padahal \(reason) pada tanggal acuan \(context.referenceDay)")
  }

  private static func living(_ link: ListLink, _ context: RuleContext) -> Finding {
    let when = link.entry.event.isUnknown ? "" : " tertanggal \(link.entry.event)"
    return context.finding(
      card, resting: link.pair, on: link.voter, beside: link.entry, tier: link.pair.tier, evidence: link.evidence,
      "dicoret karena meninggal, padahal ada bukti hidup\(when)")
  }
}
