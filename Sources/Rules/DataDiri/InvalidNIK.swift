import RollModel

/// Flags a row whose NIK is missing or cannot be a NIK.
struct InvalidNIK: VoterRule {
  static let card = RuleCard(
    id: "nik-tidak-valid",
    category: .dataDiri,
    severity: .data,
    field: .nik,
    authority: Authority.roll,
    summary: "NIK kosong atau tidak mengikuti bentuk baku NIK.",
    why: """
      NIK terdiri atas 16 angka: kode wilayah pendaftaran pertama, tanggal lahir (tanggal ditambah 40 bagi perempuan), \
      dan nomor urut yang dimulai dari 0001. Tanpa NIK yang benar, pemilih sukar dipadankan. Kekeliruan penulisan \
      bukan alasan TMS. Pada NIK yang disamarkan hanya angka yang tampak yang diperiksa.
      """,
    verify: "Cocokkan NIK dengan KTP-el atau KK.",
    action: "Perbaiki NIK menurut KTP-el atau KK.",
    examples: [
      Example(
        """
        ? | nik              | nama
          | 1602054505900001 | SITI
        ! | 160205450590001  | SUTI
        ! |                  | SATI
        ! | 1602057505900001 | SOTI
        ! | 1602054513900001 | SETI
        ! | 1602054505900000 | SATU
        ! | 9902054505900001 | SITA
          | 1602053112900001 | SATO
        ! | 1602053212900001 | SUTO
          | 1602050512****** | SAMAR
        ! | 1602050013****** | SUMAR
        ! | 99************** | SEMAR
        """)
    ])

  static let fields = FieldNeed.of(.roll, .nik)

  let settings: RuleValues

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let flags = voter.codes.flags
    let nik = voter.nik
    let isAbsent = nik.isMissing && flags.isDisjoint(with: [.noNIKColumn, .malformedNIK])
    let isMalformed = flags.contains(.malformedNIK)
    guard isAbsent || isMalformed || nik.hasVisibleDefect, !voter.isStruck else { return nil }
    let text: String =
      isMalformed ? .notSixteenDigits : isAbsent ? .missing : nik.isTemporary ? .temporary : .defects(nik.defects)
    return context.finding(Self.card, on: voter, evidence: "NIK pada daftar pemilih", text)
  }
}

extension String {
  fileprivate static let notSixteenDigits = "NIK yang tertulis bukan 16 angka"
  fileprivate static let missing = "NIK kosong"
  fileprivate static let temporary = "NIK sementara: angka 0 di depan kode wilayah"

  fileprivate static func defects(_ defects: [NIK.Defect]) -> String {
    let words = defects.map { defect in
      switch defect {
      case .province: "kode provinsi tidak dikenal"
      case .day: "angka tanggal di luar 01–31 dan 41–71"
      case .month: "angka bulan di luar 01–12"
      case .serial: "nomor urut 0000"
      }
    }
    return "bentuk NIK tidak baku: " + words.joined(separator: ", ")
  }
}
