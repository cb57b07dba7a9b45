import RollModel

/// Flags a desa or kecamatan whose additions or removals between two rolls stand out among those of the others.
struct UnusualChange: RollRule {
  static let card = RuleCard(
    id: "perubahan-tidak-wajar",
    category: .rekap,
    severity: .coverage,
    authority: Authority.counts,
    summary:
      "Penambahan, pengurangan, atau perpindahan pemilih di wilayah ini jauh lebih besar daripada di wilayah lain.",
    why: """
      Dibandingkan bagian pemilih baru, yang keluar (dicoret atau hilang), dan yang masuk dari desa lain, terhadap daftar \
      sebelumnya. Yang lazim, p, adalah median bagian semua wilayah setingkat, tiap wilayah ditimbang menurut pemilihnya. \
      Simpangan x orang dari n pemilih diukur dalam galat sampel wilayah sebesar itu, pada akar bagian (arkus sinus), karena \
      di wilayah kecil kebetulan saja sudah menggeser bagiannya: r = 2√n (asin √(x/n) − asin √p). Galat itu dilebarkan s kali \
      bila wilayah berbeda lebih daripada kebetulan: s = median |r| / 0,6745, paling sedikit 1. Dengan median, beberapa \
      wilayah yang menonjol tidak mengubah ukurannya. \
      Disebut bila r/s lebih dari batas. Penyebab yang sah sering ada: pemekaran, perumahan baru, relokasi, \
      lokasi khusus. Kecamatan dinilai tanpa desanya yang sudah disebut. Wilayah dengan kurang dari 100 pemilih, dan kabupaten dengan kurang dari 8 wilayah, tidak dinilai.
      """,
    verify: "Tanyakan sebab perubahannya kepada PPS; ambil beberapa nama dari tiap golongan untuk uji petik.",
    action: "Minta KPU menjelaskan sebab perubahan, menurut nama.",
    examples: [
      Example(
        settings: ["batas": "3", "pemilih_terkecil": "2"],
        """
        [daftar-pemilih]
        ? | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602051203850001 | HENDRA  | 1985-03-12    | L             | 1602052001
        ! | 1602051203850002 | RATNA   | 1985-03-13    | L             | 1602052001
        ! | 1602051203850003 | BURHAN  | 1985-03-14    | L             | 1602052001
        ! | 1602051203850004 | SEPTIAN | 1985-03-15    | L             | 1602052001
        ! | 1602051203850005 | KASMAN  | 1985-03-16    | L             | 1602052001
        ! | 1602051203850006 | DARSONO | 1985-03-17    | L             | 1602052001
          | 1602051203860001 | TOHIR   | 1986-03-12    | L             | 1602052002
          | 1602051203860002 | RAMLAN  | 1986-03-13    | L             | 1602052002
          | 1602051203870001 | SUKIRNO | 1987-03-12    | L             | 1602052003
          | 1602051203870002 | MARYAM  | 1987-03-13    | L             | 1602052003
          | 1602051203880001 | SUHARTI | 1988-03-12    | L             | 1602052004
          | 1602051203880002 | WIRANTO | 1988-03-13    | L             | 1602052004
          | 1602051203890001 | GUNARSO | 1989-03-12    | L             | 1602052005
          | 1602051203890002 | MARWAN  | 1989-03-13    | L             | 1602052005
          | 1602051203900001 | GILANG  | 1990-03-12    | L             | 1602052006
          | 1602051203900002 | YOGA    | 1990-03-13    | L             | 1602052006
          | 1602051203910001 | ROHANA  | 1991-03-12    | L             | 1602052007
          | 1602051203910002 | JUWITA  | 1991-03-13    | L             | 1602052007
          | 1602051203920001 | LESMANA | 1992-03-12    | L             | 1602052008
          | 1602051203920002 | BAGUS   | 1992-03-13    | L             | 1602052008
        [daftar-sebelumnya]
          | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051203850001 | HENDRA  | 1985-03-12    | L             | 1602052001
          | 1602051203850002 | RATNA   | 1985-03-13    | L             | 1602052001
          | 1602051203860001 | TOHIR   | 1986-03-12    | L             | 1602052002
          | 1602051203860002 | RAMLAN  | 1986-03-13    | L             | 1602052002
          | 1602051203870001 | SUKIRNO | 1987-03-12    | L             | 1602052003
          | 1602051203870002 | MARYAM  | 1987-03-13    | L             | 1602052003
          | 1602051203880001 | SUHARTI | 1988-03-12    | L             | 1602052004
          | 1602051203880002 | WIRANTO | 1988-03-13    | L             | 1602052004
          | 1602051203890001 | GUNARSO | 1989-03-12    | L             | 1602052005
          | 1602051203890002 | MARWAN  | 1989-03-13    | L             | 1602052005
          | 1602051203900001 | GILANG  | 1990-03-12    | L             | 1602052006
          | 1602051203900002 | YOGA    | 1990-03-13    | L             | 1602052006
          | 1602051203910001 | ROHANA  | 1991-03-12    | L             | 1602052007
          | 1602051203910002 | JUWITA  | 1991-03-13    | L             | 1602052007
          | 1602051203920001 | LESMANA | 1992-03-12    | L             | 1602052008
          | 1602051203920002 | BAGUS   | 1992-03-13    | L             | 1602052008
        """)
    ])

  private static let limit = Setting(
    "batas", 5, in: 2...20,
    "Simpangan baku yang harus dilampaui sebelum wilayah disebut; cara mengukurnya ada pada halaman aturan.")
  private static let smallest = Setting(
    "pemilih_terkecil", 100, in: 1...100_000,
    "Wilayah dengan lebih sedikit pemilih pada daftar sebelumnya tidak dinilai.")
  static let settings: [any AnySetting] = [limit, smallest]
  static let threshold: Threshold? = .whole(limit, [4, 6, 8])

  static let lists = [Role.previousRoll]
  static let leavesOutMissingAreas = true
  static let needs = RollChanges.needs
  static let fields = FieldNeed.of(.roll, .areaCode)

  private let limit: Int
  private let smallest: Int

  init(settings: RuleValues) {
    limit = settings[Self.limit]
    smallest = settings[Self.smallest]
  }

  func findings(in context: RuleContext) -> [Finding] {
    guard let flows = context.ledger.flows else { return [] }
    let levels = flows.levels.filter { ($0.key.kecamatan != 0 || $0.key.desa != 0) && $0.key.tps == 0 }
    let villages = levels.filter { $0.key.desa != 0 }
    return Self.kinds.flatMap { kind in
      let counted = villages.map { Area($0.key, kind.count($0.flow), of: $0.flow.before.all) }
      let found = standingOut(counted, kind, context)
      // A kecamatan is looked at without the desa that stand out by themselves.
      let told = Set(found.map(\.key))
      var kecamatan = levels.filter { $0.key.desa == 0 }
        .map { Area($0.key, kind.count($0.flow), of: $0.flow.before.all) }
      for area in counted where told.contains(area.key) {
        guard let place = kecamatan.firstIndex(where: { $0.key.kecamatan == area.key.kecamatan }) else { continue }
        kecamatan[place].count = max(0, kecamatan[place].count - area.count)
        kecamatan[place].cases -= area.cases
      }
      return found.map(\.finding) + standingOut(kecamatan, kind, context).map(\.finding)
    }
  }

  private struct Area {
    let key: AreaKey
    var count: Int
    var cases: Int

    init(_ key: AreaKey, _ count: Int, of cases: Int) { (self.key, self.count, self.cases) = (key, count, cases) }
  }

  private struct Kind {
    let number: UInt64
    let name: String
    let count: @Sendable (RollFlow) -> Int
  }

  private static let kinds = [
    Kind(number: 1, name: "pemilih baru", count: { $0.new.all }),
    Kind(number: 2, name: "pemilih yang keluar (dicoret atau hilang)", count: { $0.struck.all + $0.gone.all }),
    Kind(number: 3, name: "pemilih yang masuk dari wilayah lain", count: { $0.came.all }),
  ]

  /// Of areas whose new voters are told to stand out: how many more they are than usual, at most, in areas of their size.
  static func excess(_ findings: [Finding], in context: RuleContext) -> [AreaKey: Int] {
    var excess: [AreaKey: Int] = [:]
    for finding in findings where finding.rule == card.id {
      guard case .area(let key) = finding.subject, finding.tier >= .verify,
        finding.factHash == mixed(FactHash.area(key, in: context.areas) ^ kinds[0].number)
      else { continue }
      excess[key] = 0
    }
    guard !excess.isEmpty, let flows = context.ledger.flows else { return [:] }
    let levels = flows.levels.filter { ($0.key.kecamatan != 0 || $0.key.desa != 0) && $0.key.tps == 0 }
    for isDesa in [true, false] {
      let areas = levels.filter { ($0.key.desa != 0) == isDesa }.map {
        Area($0.key, $0.flow.new.all, of: $0.flow.before.all)
      }
      guard let rates = RobustRates(areas.map { (min($0.count, $0.cases), $0.cases) }, leastCases: smallest.standard)
      else { continue }
      for area in areas where excess[area.key] != nil {
        excess[area.key] = max(0, area.count - rates.usual(of: area.cases).upperBound)
      }
    }
    // What a desa of a kecamatan tells is not told again.
    for key in excess.keys where key.desa == 0 {
      for (part, more) in excess where part.desa != 0 && part.kecamatan == key.kecamatan {
        excess[key] = max(0, (excess[key] ?? 0) - more)
      }
    }
    return excess
  }

  private func standingOut(
    _ areas: [Area], _ kind: Kind, _ context: RuleContext
  ) -> [(key: AreaKey, finding: Finding)] {
    let counted = areas.map { (count: min($0.count, $0.cases), cases: $0.cases) }
    guard let rates = RobustRates(counted, leastCases: smallest) else { return [] }
    return zip(areas, counted).compactMap { area, counted in
      guard counted.cases >= smallest else { return nil }
      let deviation = rates.deviation(counted.count, of: counted.cases)
      guard deviation > Double(limit) else { return nil }
      let usual = rates.usual(of: counted.cases)
      let count = area.count
      var finding = context.finding(
        Self.card, on: area.key, tier: deviation > Double(2 * limit) ? .certain : .strong,
        evidence: "daftar sebelumnya; daftar pemilih",
        "\(kind.name): \(count) dari \(counted.cases) pada daftar sebelumnya "
          + "(\(Percent.text(count, of: counted.cases))); lazimnya \(Percent.text(rates.rate)), untuk wilayah sebesar ini "
          + "\(usual.lowerBound)–\(usual.upperBound) (selang 95% antarwilayah)")
      // An area may stand out in more than one way.
      finding.factHash = mixed(finding.factHash ^ kind.number)
      return (area.key, finding)
    }
  }
}
