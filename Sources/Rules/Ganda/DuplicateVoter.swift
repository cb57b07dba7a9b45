import RollModel

/// Flags the row that should go of two rows that are taken to be one person.
struct DuplicateVoter: PairRule {
  static let card = RuleCard(
    id: "ganda",
    category: .ganda,
    tmsCode: .duplicate,
    severity: .tms,
    authority: Authority.roll,
    summary: "Satu orang tercatat pada dua baris atau lebih dalam daftar pemilih.",
    why: """
      Temuan berdiri pada baris yang diusulkan keluar; baris pembandingnya tetap, sehingga hak memilih orang itu tidak \
      hilang. Derajat K-1: nama, NIK, dan tanggal lahir sama. K-2: sebagian elemen berbeda, tetapi jelas orang yang \
      sama. K-3: hanya satu kunci yang sama. Orang yang senama dan bertanggal lahir sama memang ada: jumlah yang \
      diperkirakan karena kebetulan disebut di samping temuan. Anak kembar tidak dihitung sebagai ganda. Bila kedua \
      baris tidak ber-NIK, keyakinannya paling tinggi kuat. Urutan penentu baris yang dipertahankan: baris yang belum \
      bertanda TMS; TPS keluarganya menurut KK; NIK tetap di atas NIK sementara; sumber yang lebih baru; dan bila \
      semuanya sama, isi barisnya, tidak pernah urutan berkas. Bila satu baris ada di TPS lokasi khusus, program tidak \
      memilih. Baris berkode 8 (TPS tidak sesuai) yang orangnya terdaftar sekali lagi tanpa kode adalah baris lamanya: \
      tidak dihitung sebagai pemilih dan bukan ganda.
      """,
    verify: "Datangi kedua alamat; cocokkan kedua baris dengan KTP-el dan KK.",
    action: "Verifikasi; bila satu orang, pertahankan satu baris di TPS tempat tinggalnya.",
    examples: [
      Example(
        """
        ? | nkk              | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602050101100001 | 1602051203850001 | HENDRA LESMANA | 1985-03-12  | L | 1602052001 | 1
        ! | 1602050101200002 | 1602051203850001 | HENDRA LESMANA | 1985-03-12  | L | 1602052002 | 1
        ! | 1602050101100003 | 1602054508900003 | RATNA JUWITA   | 1990-08-05  | P | 1602052001 | 2
        ! | 1602050101200004 | 1602054508900003 | RATNA JUWITTA  | 1990-08-05  | P | 1602052002 | 1
          | 1602050101100005 | 1602054508910004 | RATNA DEWI     | 1991-08-05  | P | 1602052001 | 2
          | 1602050101100006 | 1602051203750002 | HENDRA LESMANA | 1975-03-12  | L | 1602052001 | 2
        """)
    ])

  static let relation = PairRelation.samePerson

  let settings: RuleValues

  func check(_ view: PairView, in context: RuleContext) -> Finding? {
    guard view.pair.tier >= .verify, !view.subject.isStruck, !view.other.isStruck else { return nil }
    let agreement = Agreement(view.subject, view.other)
    // Without a number on either side nothing tells the person from a namesake born on the same day.
    let isUnnumbered = view.subject.nik.isMissing && view.other.nik.isMissing
    var finding = context.finding(
      Self.card, resting: view.pair, on: view.subject, beside: view.other,
      tier: isUnnumbered ? min(view.pair.tier, .strong) : view.pair.tier,
      grade: view.pair.grade ?? agreement.grade, evidence: agreement.words,
      .twice(view.pair, besideNumber: agreement.number))
    let special = [view.subject, view.other].filter { SpecialStation.contains($0.tps) }
    if special.count == 1 { finding.holdBack(.specialStation(special[0].tps)) }
    return finding
  }
}

extension String {
  fileprivate static func specialStation(_ tps: Int) -> String {
    "satu dari kedua baris ada di TPS lokasi khusus (\(PlaceWords.padded(tps))); baris mana yang dipertahankan ditentukan "
      + "di lapangan"
  }

  fileprivate static func twice(_ pair: Pair, besideNumber: Bool) -> String {
    let words = pair.words.isEmpty ? "dua baris mungkin satu orang" : pair.words
    return [words, pair.subjectReason, Namesakes.words(pair.expectedNamesakes, besideNumber: besideNumber) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
