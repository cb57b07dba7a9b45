import RollModel

/// Flags a birth date that is no date, lies after the reference day or before the earliest plausible year.
struct ImplausibleBirthDate: VoterRule {
  static let card = RuleCard(
    id: "tanggal-lahir-tidak-wajar",
    category: .dataDiri,
    severity: .data,
    field: .birthDate,
    authority: Authority.roll,
    summary: "Tanggal lahir tidak ada pada kalender, sesudah tanggal acuan, atau terlalu lampau.",
    why: """
      Tanggal seperti 30 Februari, tahun lahir yang belum terjadi, atau tahun sebelum 1900 hampir selalu salah tulis. \
      Yang tertulis tetapi tidak terbaca sebagai tanggal disebut pula, dengan kata-kata itu. Bagian tanggal yang kosong \
      atau disamarkan tidak dinilai.
      """,
    verify: "Cocokkan tanggal lahir dengan KTP-el, KK, atau akta kelahiran.",
    action: "Perbaiki tanggal lahir menurut dokumen kependudukan.",
    examples: [
      Example(
        """
        ? | nama   | tanggal_lahir
        ! | ESOK   | 2027-01-01
        ! | BESOK  | 2026-11-22
          | KINI   | 2026-11-21
        ! | LAMPAU | 1899-12-31
          | ABAD   | 1900-01-01
        ! | GANJIL | 1990-02-30
        ! | TANGGUNG | 1999-02-29
          | KABISAT  | 2000-02-29
          | SAMAR  | ****-02-29
          | KOSONG |
          | SETENGAH | 1950-**-**
        """)
    ])

  static let earliest = Setting("tahun_terawal", 1900, in: 1800...2000, "Tahun lahir sebelum ini dianggap tidak wajar.")
  static let settings: [any AnySetting] = [earliest]
  static let fields = FieldNeed.of(.roll, .birthDate)

  private let earliestYear: Int

  init(settings: RuleValues) { earliestYear = settings[Self.earliest] }

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let birth = voter.birth
    let fault: Fault
    if !birth.isPossible || voter.codes.flags.contains(.impossibleBirth) {
      fault = voter.codes.flags.contains(.unreadBirth) ? .unread : .noDate
    } else if birth.year == 0 {
      return nil
    } else if birth.year < earliestYear {
      fault = .tooEarly
    } else if birth.year >= context.referenceDay.year, birth.isAfter(context.referenceDay) {
      fault = .future
    } else {
      return nil
    }
    guard !voter.isStruck else { return nil }
    return context.finding(
      Self.card, on: voter, evidence: "tanggal lahir pada daftar pemilih", .implausible(fault, earliestYear))
  }

  fileprivate enum Fault { case noDate, unread, tooEarly, future }
}

extension CalendarDay {
  /// Whether the day is later than `other` whatever its unknown parts are.
  fileprivate func isAfter(_ other: CalendarDay) -> Bool {
    CalendarDay(day: max(day, 1), month: max(month, 1), year: year) > other
  }
}

extension String {
  fileprivate static func implausible(_ fault: ImplausibleBirthDate.Fault, _ earliest: Int) -> String {
    switch fault {
    case .noDate: "tanggal lahir yang tertulis tidak ada pada kalender"
    case .unread: "tanggal lahir yang tertulis tidak terbaca sebagai tanggal"
    case .tooEarly: "tahun lahir tercatat sebelum \(earliest)"
    case .future: "tanggal lahir tercatat sesudah tanggal acuan"
    }
  }
}
