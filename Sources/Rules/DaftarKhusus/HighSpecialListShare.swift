import RollModel

/// Flags a desa or station where many who voted from the special list are on no roll: its list was incomplete.
///
/// Only *DPK murni* counts, those whom matching does not find on the roll. Source: domain page, section 1.
struct HighSpecialListShare: AreaRule {
  static let card = RuleCard(
    id: "wilayah-dpk-tinggi",
    category: .daftarKhusus,
    severity: .coverage,
    authority: Authority.roll,
    summary: "Banyak pemilih daftar khusus di wilayah ini yang memang tidak terdaftar.",
    why: """
      Pemilih DPK (pada Pilkada sampai 2020: DPTb) yang tidak ditemukan pada daftar pemilih menunjukkan wilayah yang \
      daftarnya kurang lengkap. Yang sudah terdaftar tidak dihitung. Ambangnya adalah setelan, bukan ketentuan hukum. \
      Bagian disebut dengan selang Wilson 95%; wilayah kecil ditarik ke bagian kecamatannya. Keyakinannya pasti bila \
      wilayah yang tepat di ambang hanya satu kali dalam 1.000 akan tampak setinggi itu, perlu verifikasi bila satu kali \
      dalam 40.
      """,
    verify: "Bandingkan nama pemilih daftar khusus dengan daftar pemilih terbaru; cari sebab mereka terlewat.",
    action: "Utamakan wilayah ini dalam pemutakhiran; daftarkan pemilih daftar khusus yang memenuhi syarat.",
    examples: [
      Example(
        settings: ["ambang": "0.03", "minimal": "2"],
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 1
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052002 | 1
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052002 | 1
        [dpk]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps
          | 1602052009990007 | BAGUS PRAKOSO  | 1999-09-20    | L             | 1602052001 | 1
          | 1602054503800008 | WULAN SAFITRI  | 1980-03-05    | P             | 1602052001 | 1
          | 1602051207820011 | TEGUH SANTOSO  | 1982-07-12    | L             | 1602052001 | 1
          | 1602054211910012 | KARTIKA HANDAYANI | 1991-11-02 | P             | 1602052001 | 1
          | 1602051906880013 | BUDIMAN        | 1988-06-19    | L             | 1602052001 | 1
          | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052002 | 1
          | 1602050503810009 | GILANG RAMADAN | 1981-03-05    | L             | 1602052002 | 1
        """)
    ])

  static let limit = Setting(
    "ambang", 0.02, in: 0...1,
    "Bagian pemilih daftar khusus murni, dari mereka dan pemilih terdaftar bersama, yang mulai dilaporkan.")
  static let least = Setting("minimal", 3, in: 1...1000, "Jumlah pemilih daftar khusus murni yang mulai dilaporkan.")
  static let lists = [Role.specialList]
  static let leavesOutMissingAreas = true
  static let settings: [any AnySetting] = [limit, least]
  static let threshold: Threshold? = .share(limit, [0.02, 0.05, 0.1])

  static let levels = [AreaLevel.desa, .station]
  static let fields = FieldNeed.of(.roll, .areaCode)

  private let threshold: Double
  private let least: Int

  init(settings: RuleValues) {
    threshold = settings[Self.limit]
    least = settings[Self.least]
  }

  func check(_ area: AreaFacts, in context: RuleContext) -> Finding? {
    let genuine = area.summary.specialListGenuine
    guard genuine >= least else { return nil }
    // Voters of the special list stand beside the roll, not on it.
    let whole = area.summary.voters + genuine
    let around = context.ledger.kecamatan(of: area.key)?.specialListShare ?? 0
    let claim = ShareClaim(genuine, of: whole, kecamatan: around, beyond: .above, threshold)
    guard let tier = claim.tier else { return nil }
    // Until 2020 the law of the Pilkada called them DPTb; since 2024 DPTb are voters who moved.
    let isOlder = context.election.kind == .pilkada && context.referenceDay.year <= 2020
    let name = isOlder ? "DPTb (pemilih tambahan)" : "DPK"
    return context.finding(
      Self.card, on: area.key, tier: tier, evidence: "daftar \(name); daftar pemilih",
      .high(area.summary, name, claim.interval))
  }
}

extension AreaFacts {
  /// Share of those who are on no list among all who may be voters here.
  fileprivate var specialListShare: Double {
    Double(summary.specialListGenuine) / Double(max(1, summary.voters + summary.specialListGenuine))
  }
}

extension String {
  fileprivate static func high(_ area: AreaSummary, _ name: String, _ interval: WilsonInterval) -> String {
    let whole = area.voters + area.specialListGenuine
    return "\(area.specialListGenuine) dari \(area.specialListVoters) pemilih \(name) tidak ditemukan pada daftar "
      + "pemilih: \(Percent.text(area.specialListGenuine, of: whole)) dari \(whole) pemilih (selang 95% "
      + "\(interval.words))"
  }
}
