import RollModel

/// Flags an area where the roll codes fewer deaths than the lists of deaths tell.
struct DeathsBelowDeeds: RollRule {
  static let card = RuleCard(
    id: "kematian-di-bawah-akta",
    category: .rekap,
    severity: .coverage,
    authority: Authority.counts,
    summary: "Yang bertanda meninggal pada daftar pemilih lebih sedikit daripada kematian yang tercatat.",
    why: """
      Kematian yang tercatat pada akta, surat keterangan, atau laporan seharusnya tampak sebagai TMS meninggal. \
      Dihitung orangnya, bukan barisnya: yang tercatat meninggal menurut desa, dan yang bertanda meninggal sejak \
      daftar sebelumnya (tanpa daftar sebelumnya: semua), ditambah yang hilang dari daftar dan ada pada daftar \
      kematian. Orang yang tidak ada pada kedua daftar dihitung hanya bila meninggal sesudah daftar sebelumnya \
      (tanggal pada nama berkasnya, atau setelan bulan). Bila daftar pemilih tidak memuat satu kode TMS pun dan \
      tidak ada daftar sebelumnya, hanya yang masih terdaftar yang dihitung; bila kolom kodenya pun tidak ada, \
      aturan ini tidak diperiksa, kecuali daftar sebelumnya menunjukkan bahwa yang meninggal atau dicoret \
      dikeluarkan dari daftar. Keyakinannya pasti bila masa itu diketahui, dan selisih sebesar itu hanya sekali \
      dalam 1.000 terjadi secara kebetulan di antara dua jumlah yang sebenarnya sama; selain itu perlu verifikasi. \
      Disebut pula kematian yang diperkirakan menurut umur dan jenis kelamin pemilih dalam masa yang dicakup daftar \
      kematian, dengan selang 95%; tabelnya ada di Sources/Rules/Mortality/kematian.csv beserta sumbernya.
      """,
    verify: "Bandingkan dengan jumlah akta kematian dari Disdukcapil dan buku kematian desa.",
    action: "Minta KPU menjelaskan, menurut nama, kematian yang tercatat tetapi belum ditandai.",
    examples: [
      Example(
        settings: ["sekali_dalam": "20"],
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 4
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 |
          | 1602150407700004 | BURHANUDDIN    | 1970-07-04    | L             | 1602152002 | 1
          | 1602150503080008 | SEPTIAN        | 2008-03-05    | L             | 1602152002 |
        [kematian]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal_meninggal
          | 1602051203500011 | KASMAN         | 1950-03-12    | L             | 1602052001 | 2026-01-10
          | 1602051203500012 | DARSONO        | 1951-03-12    | L             | 1602052001 | 2026-01-11
          | 1602051203500013 | TOHIR          | 1952-03-12    | L             | 1602052001 | 2026-01-12
          | 1602051203500014 | RAMLAN         | 1953-03-12    | L             | 1602052001 | 2026-01-13
          | 1602051203500015 | SUKIRNO        | 1954-03-12    | L             | 1602052001 | 2026-01-14
          | 1602150407700004 | BURHANUDDIN    | 1970-07-04    | L             | 1602152002 | 2026-01-14
        """)
    ])

  private static let odds = Setting(
    "sekali_dalam", 1000, in: 20...100_000,
    "Wilayah disebut bila kebetulan hanya sekali dalam sekian akan membuat selisih sebesar itu.")
  private static let months = Setting(
    "bulan", 0, in: 0...120,
    "Masa antara kedua daftar, sekian bulan sampai tanggal acuan; 0: sejak tanggal pada nama berkas daftar sebelumnya.")
  static let lists = [Role.deaths]
  static let leavesOutMissingAreas = true
  static let settings: [any AnySetting] = [odds, months]
  static let threshold: Threshold? = .whole(odds, [40, 200, 10_000])

  /// Without codes, a column of them, or an earlier roll that shows who was taken off, nothing is known of the dead.
  static func withheld(in data: CaseData) -> UncheckedRule? {
    DeathMarks(data) == .hidden ? UncheckedRule(rule: card.id, untold: .remark, of: .roll) : nil
  }

  private let odds: Int
  private let months: Int

  init(settings: RuleValues) { (odds, months) = (settings[Self.odds], settings[Self.months]) }

  func findings(in context: RuleContext) -> [Finding] {
    guard let counts = months == 0 ? context.deathCounts : DeathCounts(context, months: months) else { return [] }
    return counts.levels.compactMap { key, count in
      // A province is told kabupaten by kabupaten.
      if context.areas.isProvince, key == AreaKey() { return nil }
      guard isBeyondChance(count.coded, below: count.told) else { return nil }
      // Deaths without a day may have been before the period.
      let isSure = !counts.since.isUnknown && isBeyondChance(count.coded, below: count.told - count.undated)
      return context.finding(
        Self.card, on: key, tier: isSure ? .certain : .verify, evidence: "daftar kematian; daftar pemilih",
        .few(count, counts))
    }
  }

  private func isBeyondChance(_ coded: Int, below told: Int) -> Bool {
    coded < told && BinomialTail.atMost(coded, of: coded + told, share: 0.5) * Double(odds) < 1
  }
}

extension String {
  fileprivate static let standingOnly =
    "; daftar pemilih tidak memuat satu kode TMS pun dan tidak ada daftar sebelumnya untuk dibandingkan, jadi yang sudah "
    + "tidak terdaftar tidak dihitung"

  fileprivate static func few(_ count: DeathCount, _ counts: DeathCounts) -> String {
    var text =
      "\(count.told) orang tercatat meninggal, \(count.coded) bertanda meninggal pada daftar pemilih: kurang "
      + "\(count.told - count.coded); \(count.standing) di antaranya cocok dengan pemilih yang belum bertanda"
    if counts.isOfStandingOnly { text += .standingOnly }
    if counts.since.isUnknown {
      text +=
        "; masa antara kedua daftar tidak diketahui (nama berkas daftar sebelumnya tidak bertanggal, setelan bulan tidak "
        + "diisi), jadi kematian sebelum masa itu mungkin ikut terhitung"
    } else {
      text += "; dihitung sejak \(counts.since)"
      if count.early > 0 { text += ", \(count.early) kematian sebelum itu tidak dihitung" }
      if count.undated > 0 { text += "; \(count.undated) tanpa tanggal meninggal" }
    }
    guard let years = counts.years else { return text }
    let expected = count.expectedYearly * years
    let reach = 1.96 * expected.squareRoot()
    let months = Int((years * 12).rounded())
    text +=
      "; menurut umur dan jenis kelamin pemilih diperkirakan \(Int(expected.rounded())) kematian dalam \(months) bulan "
      + "(selang 95% \(Int(Swift.max(0, expected - reach).rounded()))–\(Int((expected + reach).rounded())))"
    return text
  }
}
