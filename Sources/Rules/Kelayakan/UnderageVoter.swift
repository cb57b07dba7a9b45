import RollModel

/// Flags a voter who is under 17 on the reference day and has never married.
///
/// Unknown parts of a birth date count as the earliest possible ones, so nobody is called too young by what is not
/// known. The tier falls where the row itself speaks against its date.
struct UnderageVoter: VoterRule {
  static let card = RuleCard(
    id: "di-bawah-umur",
    category: .kelayakan,
    tmsCode: .underage,
    severity: .tms,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Pemilih belum berusia 17 tahun dan belum pernah kawin pada tanggal acuan.",
    why: """
      Hak memilih ada pada WNI yang sudah berusia 17 tahun, sudah kawin, atau sudah pernah kawin. Yang sudah atau \
      pernah kawin tetap memenuhi syarat, berapa pun usianya.
      """,
    verify: "Cocokkan tanggal lahir dan status kawin dengan KTP-el, KK, atau akta kelahiran.",
    action: "Verifikasi tanggal lahir dan status kawin; bila benar belum memenuhi syarat, keluarkan dari daftar.",
    examples: [
      Example(
        asOf: "2024-11-27",
        """
        ? | nama | tanggal_lahir | status_kawin
        ! | RINA | 2009-05-05    | B
          | RINI | 2009-05-05    | S
          | RUNI | 2009-05-05    | P
          | RANI | 2007-11-27    | B
        ! | RENI | 2007-11-28    | B
          | RONI | ****-05-05    | B
          | RENO | 2007-**-**    | B
        ! | RINO | 2008-**-**    | B
        ! | RANO | 2009-05-05    |
        """),
      Example(
        asOf: "2025-02-28",
        """
        ? | nama | tanggal_lahir | status_kawin | keterangan
        ! | DINA | 2008-02-29    | B            |
          | DINI | 2008-02-28    | B            |
          | DANI | 2009-02-28    | B            | 3
        """),
    ])

  static let fields = FieldNeed.of(.roll, .birthDate)

  let settings: RuleValues

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let birth = voter.birth
    guard birth.year + 17 >= context.referenceDay.year, birth.year != 0 else { return nil }
    guard let age = birth.greatestAge(on: context.referenceDay), (0..<17).contains(age) else { return nil }
    guard voter.marital == .never || voter.marital == nil, !voter.isStruck else { return nil }
    let support = Support(voter, on: context.referenceDay)
    return context.finding(
      Self.card, on: voter, tier: support.tier, evidence: .record(support), .tooYoung(age, support))
  }

  /// What else the row says about the age.
  fileprivate struct Support {
    var maritalKnown: Bool
    var hasCard: Bool
    /// Whether the date in the NIK is the birth date; nil when the NIK does not show it.
    var numberAgrees: Bool?

    init(_ voter: Voter, on day: CalendarDay) {
      maritalKnown = voter.marital != nil
      hasCard = voter.codes.hasCard == true
      let difference = BirthInNumber(voter)
      numberAgrees = difference.comparesYear ? difference.disagreements.isDisjoint(with: .date) : nil
    }

    var tier: Tier {
      if !maritalKnown || hasCard || numberAgrees == false { return .verify }
      return numberAgrees == true ? .certain : .strong
    }
  }
}

extension String {
  fileprivate static func record(_ support: UnderageVoter.Support) -> String {
    var parts = ["tanggal lahir pada daftar pemilih"]
    if support.maritalKnown { parts.append("status belum kawin") }
    if support.numberAgrees == true { parts.append("tanggal pada NIK sama") }
    return parts.joined(separator: "; ")
  }

  fileprivate static func tooYoung(_ age: Int, _ support: UnderageVoter.Support) -> String {
    var text = "berusia \(age) tahun pada tanggal acuan"
    text += support.maritalKnown ? " dan berstatus belum kawin" : "; status kawin tidak tercatat"
    if support.hasCard { text += "; tercatat sudah memiliki KTP-el, jadi tanggal lahir perlu dicocokkan" }
    if support.numberAgrees == false { text += "; tanggal pada NIK berbeda, jadi tanggal lahir perlu dicocokkan" }
    return text
  }
}
