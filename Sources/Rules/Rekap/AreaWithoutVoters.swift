import RollModel

/// Flags a desa, RW or RT of the `wilayah` list that has no voter on the roll.
///
/// A desa without any voter is one finding, whatever stands below it.
struct AreaWithoutVoters: RollRule {
  static let card = RuleCard(
    id: "wilayah-tanpa-pemilih",
    category: .rekap,
    severity: .coverage,
    authority: Authority.roll,
    summary: "Wilayah yang ada pada daftar wilayah tidak mempunyai pemilih pada daftar pemilih.",
    why: """
      Wilayah yang berpenduduk tetapi tanpa pemilih menandakan berkas yang tertinggal, nomor RT yang berubah, atau \
      wilayah yang belum didata. RT dan RW tidak dinilai di desa yang daftar pemilihnya tidak memuat RT.
      """,
    verify: "Pastikan kepada pemerintah desa bahwa wilayah itu ada dan berpenduduk; periksa kelengkapan berkas.",
    action: "Lengkapi daftar pemilih wilayah ini, atau betulkan daftar wilayah.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nama | kode_desa  | rt | rw
          | ANI  | 1602052001 | 1  | 1
          | ANA  | 1602052001 | 2  | 1
          | BAI  | 1602052002 | 1  |
          | CAI  | 1602052003 |    |
        [wilayah]
        ? | kode_desa  | rt | rw | jumlah_kk
          | 1602052001 | 1  | 1  | 10
          | 1602052001 | 2  |    | 10
        ! | 1602052001 | 3  | 1  | 10
        ! | 1602052001 |    | 2  | 10
          | 1602052001 |    | 1  | 10
          | 1602052002 | 1  | 5  | 10
          | 1602052003 | 1  | 1  | 10
        ! | 1602052004 |    |    | 10
          | 1602052004 | 1  | 1  | 10
        """)
    ])

  static let lists = [Role.areas]
  static let fields = FieldNeed.of(.roll, .areaCode)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    var inhabited: Set<AreaKey> = []
    var desaWithRT: Set<Int> = []
    for place in context.ledger.neighbourhoods where place.summary.voters > 0 {
      desaWithRT.insert(place.key.desa)
      inhabited.insert(AreaKey(desa: place.key.desa, rw: place.key.rw))
    }
    let empty = context.ledger.villages.filter { $0.isListed && $0.summary.voters == 0 }.map(\.key)
    let rts = context.ledger.neighbourhoods.filter { place in
      place.isListed && place.summary.voters == 0 && desaWithRT.contains(place.key.desa)
    }.map(\.key)
    let rws = Set(context.data.expectedAreas.map(\.key)).filter { key in
      key.rt == 0 && key.rw != 0 && desaWithRT.contains(key.desa) && context.ledger.usesRW(key.desa)
        && !inhabited.contains(AreaKey(desa: key.desa, rw: key.rw))
    }.map { AreaKey(kecamatan: context.data.lexicon.areas[$0.desa].kecamatanNumber, desa: $0.desa, rw: $0.rw) }
    let names = names(context.data.expectedAreas)
    return (empty + rts + rws.sorted()).map { key in
      let name = names[AreaKey(desa: key.desa, rw: key.rw, rt: key.rt)] ?? ""
      let unread = context.unread.countTold(of: .roll, in: key)
      return context.finding(
        Self.card, on: key, tier: unread == 0 ? .certain : .verify, evidence: "daftar wilayah; daftar pemilih",
        .empty(key, name) + .unread(unread, of: .roll))
    }
  }

  private func names(_ areas: [ExpectedArea]) -> [AreaKey: String] {
    var names: [AreaKey: String] = [:]
    for area in areas where !area.name.isEmpty {
      let key = AreaKey(desa: area.key.desa, rw: area.key.rw, rt: area.key.rt)
      names[key] = min(names[key] ?? area.name, area.name)
    }
    return names
  }
}

extension String {
  fileprivate static func empty(_ key: AreaKey, _ name: String) -> String {
    let label = PlaceWords.words(key) + (name.isEmpty ? "" : " (\(name))")
    return "\(label) ada pada daftar wilayah, tetapi tidak ada pemilihnya pada daftar pemilih"
  }
}
