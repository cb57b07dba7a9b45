import RollModel

/// Lists pairs that the twin guard holds back: one birth date, and one family card or numbers issued one after the other;
/// two people or one.
struct PossibleTwins: PairRule {
  static let card = RuleCard(
    id: "kemungkinan-kembar",
    category: .ganda,
    severity: .check,
    authority: Authority.roll,
    summary: """
      Dua baris bertanggal lahir sama, dalam satu KK atau dengan NIK yang terbit berurutan: kemungkinan kembar, atau satu \
      orang dengan dua NIK.
      """,
    why: """
      Anak kembar berbagi tanggal lahir dan sering pula sebagian nama, dengan nomor urut NIK yang berdekatan. Selama \
      serumah mereka berbagi KK; yang sudah menikah atau pindah punya KK sendiri, tetapi NIK-nya tetap. Pada KK yang \
      berbeda, pasangan masuk daftar ini bila wilayah dan tanggal dalam kedua NIK sama, nomor urutnya berselisih paling \
      banyak dua atau NIK-nya laki-laki dan perempuan, dan namanya lain walau satu huruf. Pasangan seperti ini tidak \
      pernah diusulkan sebagai ganda; daftar ini hanya untuk dipastikan di lapangan.
      """,
    verify: "Tanyakan kepada keluarga apakah memang dua orang; cocokkan dengan KK masing-masing.",
    action: "Pastikan di lapangan; bila dua orang, keduanya tetap memenuhi syarat.",
    examples: [
      Example(
        """
        ? | nkk              | nik              | nama        | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602050101100001 | 1602051203020001 | ANDI SAPUTRA | 2002-03-12   | L | 1602052001 | 1
        ! | 1602050101100001 | 1602051203020002 | ANDA SAPUTRA | 2002-03-12   | L | 1602052001 | 1
          | 1602050101100001 | 1602051203050003 | ANDRE SAPUTRA | 2005-03-12  | L | 1602052001 | 1
          | 1602050101100009 | 1602051407700004 | BURHANUDDIN  | 1970-07-14   | L | 1602052001 | 1
        """),
      Example(
        """
        ? | nkk              | nik              | nama                    | tempat_lahir | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602050101100001 | 1602054303900001 | SEPTI WULANDARI LESTARI | PEDAMARAN    | 1990-03-03    | P             | 1602052001 | 1
        ! | 1602050706120003 | 1602054303900002 | SEPTA WULANDARI LESTARI | PEDAMARAN    | 1990-03-03    | P             | 1602052001 | 2
          | 1602050101100009 | 1602051407700004 | BURHANUDDIN             | KAYU AGUNG   | 1970-07-14    | L             | 1602052001 | 1
          | 1602050101100010 | 1602055407710004 | ROHANA                  | PALEMBANG    | 1971-07-14    | P             | 1602052001 | 1
          | 1602050101100011 | 1602051508720003 | SUTRISNO                | JAMBI        | 1972-08-15    | L             | 1602052001 | 1
        """),
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
