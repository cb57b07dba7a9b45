import RollModel

/// Flags a row whose NIK carries another birth date or sex than the row itself.
///
/// A defect of data, never a reason to strike: about one row in ten disagrees on the date, and a NIK is not issued
/// anew. Source: domain page, section 2, trap 3.
struct NIKDisagreesWithBirth: VoterRule {
  static let card = RuleCard(
    id: "nik-beda-tanggal-lahir",
    category: .dataDiri,
    severity: .data,
    field: .birthDate,
    authority: Authority.roll,
    summary: "Tanggal lahir atau jenis kelamin yang terkandung dalam NIK berbeda dengan yang tercatat.",
    why: """
      Angka ke-7 sampai ke-12 NIK memuat tanggal lahir, dengan tambahan 40 pada tanggal bagi perempuan. Perbedaan \
      adalah cacat data, bukan alasan TMS: NIK berlaku seumur hidup dan tidak diterbitkan ulang walaupun data lain \
      dibetulkan. Pada NIK yang disamarkan hanya angka yang tampak yang dibandingkan.
      """,
    verify: "Cocokkan NIK, tanggal lahir, dan jenis kelamin dengan KTP-el atau KK.",
    action: "Perbaiki elemen data yang keliru; pemilih tetap memenuhi syarat.",
    examples: [
      Example(
        """
        ? | nik              | nama   | tanggal_lahir | jenis_kelamin
          | 1602054505900001 | SITI   | 1990-05-05    | P
        ! | 1602054505900002 | SUTI   | 1990-05-06    | P
        ! | 1602054505900003 | SATI   | 1990-05-05    | L
        ! | 1602050503900004 | BUDI   | 1990-03-04    | L
          | 1602050503900005 | BADI   | ****-03-05    | L
        ! | 1602050503900006 | BIDI   | ****-04-05    | L
          | 1602050503900007 | BODI   |               |
          | 160205050390**** | BEDI   | 1990-03-05    | L
          | 1602050503****** | BANDI  | 1991-03-05    | L
        ! | 1602050503****** | BENDI  | 1991-03-06    | L
          | 1602052902000001 | KABISAT | 2000-02-29   | L
        ! | 1602050512900008 | TUKAR  | 1990-05-12    | L
        """)
    ])

  /// Day and month; the year is compared where it shows.
  static let needs = [NumberNeed(.roll, .nik, SharedDigits(bits: 0b1111 << 6))]
  static let fields = FieldNeed.of(.roll, .birthDate)

  let settings: RuleValues

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let number = BirthInNumber(voter)
    guard !number.disagreements.isEmpty, !voter.isStruck else { return nil }
    return context.finding(
      Self.card, on: voter, evidence: "NIK dan data diri",
      number.isSwapped && number.disagreements.isDisjoint(with: [.year, .sex])
        ? Self.swapped : Self.words[number.disagreements.rawValue])
  }

  private static let swapped = "hari dan bulan tertukar"

  /// A few words for each combination of parts, made once: a tenth of a roll is found by this rule.
  private static let words: [String] = (0..<16).map { raw in
    let parts = BirthInNumber.Parts(rawValue: raw)
    let date = [(BirthInNumber.Parts.day, "hari"), (.month, "bulan"), (.year, "tahun")]
    let names = date.filter { parts.contains($0.0) }.map(\.1) + (parts.contains(.sex) ? ["jenis kelamin"] : [])
    return "beda " + names.joined(separator: " dan ")
  }
}
