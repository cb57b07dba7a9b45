import RollModel

/// Flags an official count whose parts do not add up to it: men and women, or the areas of the level below.
struct CountsDoNotAdd: RollRule {
  static let card = RuleCard(
    id: "jumlah-tidak-menjumlah",
    category: .rekap,
    severity: .coverage,
    authority: Authority.counts,
    summary: "Angka rekapitulasi tidak menjumlah: laki-laki dan perempuan, atau tingkat di bawahnya.",
    why: """
      Jumlah sebuah wilayah harus sama dengan laki-laki ditambah perempuan, dan dengan jumlah semua TPS, desa, atau \
      kecamatan di dalamnya. Tingkat dibandingkan di dalam satu berkas, dan antarberkas bila tiap wilayah hanya disebut \
      sekali. Salah jumlah tidak menunjukkan siapa pemilihnya; itu kekeliruan menghitung atau menyalin.
      """,
    verify: "Hitung ulang lembar rekapitulasi; cocokkan dengan berita acara tiap tingkat.",
    action: "Minta KPU membetulkan rekapitulasi.",
    examples: [
      Example(
        """
        [daftar-pemilih]
          | nama | kode_desa  | tps
          | ANI  | 1602052001 | 1
        [rekap]
        ? | kode_desa  | tps | laki_laki | perempuan | jumlah
          | 1602052001 | 1   | 10        | 12        | 22
        ! | 1602052001 | 2   | 10        | 12        | 23
          | 1602052001 |     |           |           | 45
        ! | 1602052002 |     |           |           | 31
          | 1602052002 | 1   | 15        | 15        | 30
          | 1602052003 |     | 7         | 8         | 15
        """)
    ])

  static let lists = [Role.officialCounts]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let counts = context.data.officialCounts
    let isOnce = Set(counts.map(\.key)).count == counts.count
    let groups = isOnce ? [counts] : Dictionary(grouping: counts, by: \.file).sorted { $0.key < $1.key }.map(\.value)
    return groups.flatMap { group in
      let sums = Self.sums(group)
      return group.compactMap { official -> Finding? in
        let faults = [Self.bySex(official), sums[official.key].flatMap { Self.byLevel(official, $0) }].compactMap { $0 }
        guard !faults.isEmpty else { return nil }
        var finding = context.finding(
          Self.card, on: official.key, evidence: context.path(official), faults.joined(separator: "; "))
        finding.factHash = FactHash.count(official, in: context.data.lexicon.areas)
        return finding
      }
    }
  }

  private struct Sum {
    var total = 0
    var parts = 0
    var level = ""
  }

  /// By area: the sum of what is counted in the level just below it.
  private static func sums(_ counts: [OfficialCount]) -> [AreaKey: Sum] {
    var sums: [AreaKey: Sum] = [:]
    for official in counts {
      let key = official.key
      let (above, level): (AreaKey, String)
      if key.tps != 0 {
        (above, level) = (AreaKey(kecamatan: key.kecamatan, desa: key.desa), "TPS")
      } else if key.desa != 0 {
        (above, level) = (AreaKey(kecamatan: key.kecamatan), "desa")
      } else if key.kecamatan != 0 {
        (above, level) = (AreaKey(), "kecamatan")
      } else {
        continue
      }
      sums[above, default: Sum()].total += official.total
      sums[above]?.parts += 1
      sums[above]?.level = level
    }
    return sums
  }

  private static func bySex(_ official: OfficialCount) -> String? {
    guard let men = official.men, let women = official.women, men + women != official.total else { return nil }
    return "laki-laki \(men) ditambah perempuan \(women) menjadi \(men + women), tertulis \(official.total)"
  }

  private static func byLevel(_ official: OfficialCount, _ sum: Sum) -> String? {
    guard sum.total != official.total else { return nil }
    return "jumlah \(sum.parts) \(sum.level) di dalamnya \(sum.total), tertulis \(official.total)"
  }
}
