import RollModel

/// Lists pairs that the twin guard holds back: one family card, one birth date, two people or one.
struct PossibleTwins: PairRule {
  static let card = RuleCard(
    id: "kemungkinan-kembar",
    category: .ganda,
    severity: .check,
    authority: Authority.roll,
    summary: "Dua baris dalam satu KK dengan tanggal lahir sama: kemungkinan kembar, atau satu orang dengan dua NIK.",
    why: """
      Anak kembar berbagi KK, tanggal lahir, dan sering pula sebagian nama, dengan nomor urut NIK yang berdekatan. \
      Pasangan seperti ini tidak pernah diusulkan sebagai ganda; daftar ini hanya untuk dipastikan di lapangan.
      """,
    verify: "Tanyakan kepada keluarga apakah memang dua orang; cocokkan dengan KK.",
    action: "Pastikan di lapangan; bila dua orang, keduanya tetap memenuhi syarat.",
    examples: [
      Example(
        """
        ? | nkk              | nik              | nama        | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602050101100001 | 1602051203020001 | ANDI SAPUTRA | 2002-03-12   | L | 1602052001 | 1
        ! | 1602050101100001 | 1602051203020002 | ANDA SAPUTRA | 2002-03-12   | L | 1602052001 | 1
          | 1602050101100001 | 1602051203050003 | ANDRE SAPUTRA | 2005-03-12  | L | 1602052001 | 1
          | 1602050101100009 | 1602051407700004 | BURHANUDDIN  | 1970-07-14   | L | 1602052001 | 1
        """)
    ])

  static let relation = PairRelation.possibleTwins

  let settings: RuleValues

  func check(_ view: PairView, in context: RuleContext) -> Finding? {
    guard !view.subject.isStruck, !view.other.isStruck else { return nil }
    return context.finding(
      Self.card, resting: view.pair, on: view.subject, beside: view.other, tier: .twin,
      evidence: Agreement(view.subject, view.other).words, .twins(view.pair))
  }
}

extension String {
  fileprivate static func twins(_ pair: Pair) -> String {
    "kemungkinan kembar; tidak diusulkan sebagai ganda" + (pair.words.isEmpty ? "" : "; " + pair.words)
  }
}
