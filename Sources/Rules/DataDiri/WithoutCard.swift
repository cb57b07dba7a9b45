import RollModel

/// Flags a voter whom the roll shows without a KTP-el: a check-list for recording.
struct WithoutCard: VoterRule {
  static let card = RuleCard(
    id: "belum-ktp-el",
    category: .dataDiri,
    severity: .data,
    field: .cardStatus,
    authority: Authority.roll,
    summary: "Pemilih tercatat belum memiliki atau belum merekam KTP-el.",
    why: """
      Pemilih tanpa KTP-el tetap terdaftar, tetapi memerlukan dokumen saat memilih. Daftar ini untuk mendorong perekaman; \
      bukan alasan TMS. Daftar yang tidak memuat status KTP-el tidak dinilai.
      """,
    verify: "Cocokkan status perekaman dengan Disdukcapil.",
    action: "Sampaikan jumlah per desa kepada Disdukcapil untuk perekaman.",
    examples: [
      Example(
        """
        ? | nama | status_ktp_el
          | ANI  | S
        ! | ANA  | B
          | ANU  |
        ! | INA  | B
        """)
    ])

  static let fields = FieldNeed.of(.roll, .cardStatus)

  let settings: RuleValues

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    guard voter.codes.hasCard == false, !voter.isStruck else { return nil }
    return context.finding(
      Self.card, on: voter, evidence: "status KTP-el pada daftar pemilih", "belum KTP-el")
  }
}
