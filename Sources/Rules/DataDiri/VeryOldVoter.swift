import RollModel

/// Lists voters above an age at which the field should look in: old is not dead.
///
/// Source: domain page, section 2, trap 8.
struct VeryOldVoter: VoterRule {
  static let card = RuleCard(
    id: "usia-lanjut",
    category: .dataDiri,
    severity: .check,
    authority: Authority.roll,
    summary: "Pemilih berusia sangat lanjut; daftar periksa untuk lapangan, bukan usulan TMS.",
    why: """
      Usia lanjut tidak berarti meninggal. Daftar ini hanya membantu petugas memastikan bahwa tanggal lahir benar dan \
      bahwa pemilih mendapat layanan yang diperlukan.
      """,
    verify: "Temui pemilih atau keluarganya; cocokkan tanggal lahir dengan KTP-el atau KK.",
    action: "Datangi untuk memastikan data; jangan diusulkan TMS karena usia.",
    examples: [
      Example(
        """
        ? | nama  | tanggal_lahir
        ! | MBAH  | 1925-11-21
          | NENEK | 1925-11-22
          | KAKEK | 1926-11-21
          | SAMAR | ****-01-01
          | ENTAH | 1925-**-**
        ! | PASTI | 1924-**-**
        """),
      Example(
        settings: ["usia": "90"],
        """
        ? | nama | tanggal_lahir
        ! | MBAH | 1935-11-21
          | PAK  | 1935-11-22
        """),
    ])

  static let limit = Setting("usia", 100, in: 60...150, "Pemilih di atas usia ini masuk daftar periksa.")
  static let settings: [any AnySetting] = [limit]
  static let threshold: Threshold? = .whole(limit, [95, 105, 110])
  static let fields = FieldNeed.of(.roll, .birthDate)

  private let limit: Int

  init(settings: RuleValues) { limit = settings[Self.limit] }

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let birth = voter.birth
    // A year before any that can be is a defect of the date, which has a rule of its own.
    guard birth.year >= ImplausibleBirthDate.earliest.standard, context.referenceDay.year - birth.year > limit else {
      return nil
    }
    guard let age = birth.age(on: context.referenceDay), age > limit, !voter.isStruck else { return nil }
    return context.finding(
      Self.card, on: voter, evidence: "tanggal lahir pada daftar pemilih",
      "berusia \(age) tahun pada tanggal acuan menurut tanggal lahir yang tercatat")
  }
}
