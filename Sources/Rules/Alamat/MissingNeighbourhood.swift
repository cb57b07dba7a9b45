import RollModel

/// Flags a row without RT, or without RW where the desa uses RW.
struct MissingNeighbourhood: VoterRule {
  static let card = RuleCard(
    id: "rt-rw-kosong",
    category: .alamat,
    severity: .data,
    field: .rtRw,
    authority: Authority.roll,
    summary: "RT atau RW pemilih tidak terisi.",
    why: """
      Tanpa RT dan RW pemilih sukar didatangi saat coklit dan sukar ditempatkan pada TPS yang dekat. Berkas yang \
      memang tidak memuat kolom RT tidak dinilai, begitu pula RW di desa yang tidak memakai RW dan TPS lokasi khusus \
      (bernomor 901 ke atas). Yang tertulis tetapi tidak terbaca sebagai nomor disebut tidak terbaca.
      """,
    verify: "Cocokkan alamat dengan KTP-el atau KK.",
    action: "Lengkapi RT dan RW.",
    examples: [
      Example(
        """
        ? | nama | rt | rw | kode_desa
          | ANI  | 01 | 02 | 1602052001
        ! | ANA  |    | 02 | 1602052001
        ! | ANU  | 00 | 00 | 1602052001
        ! | ANO  | 03 |    | 1602052001
          | INA  | 03 | 01 | 1602052001
          | INU  | 04 | 01 | 1602052001
          | BAI  | 01 |    | 1602052002
          | BAO  | 02 |    | 1602052002
        ! | BAU  |    |    | 1602052002
        """),
      Example(
        """
        ? | nama | rt | rw | kode_desa  | tps
          | ANI  |    |    | 1602052001 | 901
        ! | ANA  |    |    | 1602052001 | 2
          | ANU  | 01 | 02 | 1602052001 | 2
        """),
      Example(
        """
        ? | nama | kode_desa
          | ANI  | 1602052001
          | ANA  | 1602052001
        """),
    ])

  static let fields = FieldNeed.of(.roll, .rt)

  let settings: RuleValues

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let noRT = voter.rt == 0
    let noRW = voter.rw == 0
    guard noRT || noRW, !voter.codes.flags.contains(.noRTColumn), !SpecialStation.contains(voter.tps) else {
      return nil
    }
    let missesRW = noRW && context.ledger.usesRW(voter.areaNumber)
    guard noRT || missesRW, !voter.isStruck else { return nil }
    let flags = voter.codes.flags
    let text = Self.words(
      rt: noRT ? flags.contains(.unreadRT) : nil, rw: missesRW ? flags.contains(.unreadRW) : nil)
    return context.finding(Self.card, on: voter, evidence: "alamat pada daftar pemilih", text)
  }
  /// - Parameters: whether something is written that is no number; nil for a number that the row has.
  private static func words(rt: Bool?, rw: Bool?) -> String {
    func state(_ isWritten: Bool) -> String { isWritten ? "tidak terbaca" : "tidak terisi" }
    if let rt, rt == rw { return "RT dan RW " + state(rt) }
    return [rt.map { "RT " + state($0) }, rw.map { "RW " + state($0) }].compactMap(\.self).joined(separator: ", ")
  }
}
