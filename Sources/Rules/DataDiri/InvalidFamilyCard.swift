import RollModel

/// Flags a row whose family card number is missing or cannot be one.
struct InvalidFamilyCard: VoterRule {
  static let card = RuleCard(
    id: "nkk-tidak-valid",
    category: .dataDiri,
    severity: .data,
    field: .nkk,
    authority: Authority.roll,
    summary: "NKK kosong atau tidak mengikuti bentuk baku NKK.",
    why: """
      NKK terdiri atas 16 angka: kode wilayah, tanggal penerbitan, dan nomor urut. Tanpa NKK yang benar keluarga tidak \
      dapat disatukan dalam satu TPS dan kunjungan coklit tidak dapat dicocokkan. Kekeliruan penulisan bukan alasan TMS. \
      Berkas yang tidak memuat NKK tidak dinilai; pada NKK yang disamarkan hanya angka yang tampak yang diperiksa.
      """,
    verify: "Cocokkan NKK dengan kartu keluarga.",
    action: "Lengkapi atau perbaiki NKK menurut kartu keluarga.",
    examples: [
      Example(
        """
        ? | nkk              | nama
          | 1602050512100001 | SITI
        ! | 160205051210001  | SUTI
        ! |                  | SATI
        ! | 1602054512100001 | SOTI
        ! | 1602050513100001 | SETI
        ! | 1602050512100000 | SATU
        ! | 9902050512100001 | SITA
          | 1602053112100001 | SATO
          | 1602050512****** | SAMAR
        ! | 1602050013****** | SUMAR
        """)
    ])

  static let needs = [NumberNeed(.roll, .nkk, SharedDigits(bits: 0))]

  let settings: RuleValues

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let nkk = voter.nkk
    let isMalformed = voter.codes.flags.contains(.malformedNKK)
    guard isMalformed || nkk.isMissing || nkk.hasCardDefect, !voter.isStruck else { return nil }
    // A file without the column says nothing.
    if !isMalformed, nkk.isMissing, context.roll.files[voter.fileNumber].nkkState == .absent { return nil }
    let text: String = isMalformed ? .notSixteenDigits : nkk.isMissing ? .missing : .defect
    return context.finding(Self.card, on: voter, evidence: "NKK pada daftar pemilih", text)
  }
}

extension NIK {
  /// Of a family card, whose day of issue is a plain day: the visible digits of region, date or serial cannot be.
  fileprivate var hasCardDefect: Bool { hasVisibleDefect || visiblePrefix >= 8 && dayDigits > 40 }

  /// Digits seven and eight as they stand.
  private var dayDigits: UInt64 { number / 100_000_000 % 100 }
}

extension String {
  fileprivate static let notSixteenDigits = "NKK yang tertulis bukan 16 angka"
  fileprivate static let missing = "NKK kosong"
  fileprivate static let defect = "bentuk NKK tidak baku: kode wilayah, tanggal, atau nomor urutnya tidak mungkin"
}
