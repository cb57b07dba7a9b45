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
      sekali. Pada rekapitulasi perubahan hal itu berlaku untuk setiap bagiannya, dan TMS sama dengan jumlah kode-kodenya. \
      Salah jumlah tidak menunjukkan siapa pemilihnya; itu kekeliruan menghitung atau menyalin.
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
        """),
      Example(
        """
        [daftar-pemilih]
          | nama | kode_desa  | tps
          | ANI  | 1602052001 | 1
        [rekap]
        ? | kode_desa  | sebelumnya | baru_l | baru_p | baru | tms | tms_1 | tms_4 | jumlah
          | 1602052001 | 57         | 5      | 4      | 9    | 6   | 5     | 1     | 60
        ! | 1602052002 | 57         | 5      | 4      | 8    | 6   | 5     | 1     | 59
        ! | 1602052003 | 57         | 5      | 4      | 9    | 7   | 5     | 1     | 59
        """),
    ])

  static let lists = [Role.officialCounts]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    // A recap of changes beside one of counts names every area again, and is one by itself.
    let counts = context.data.officialCounts.filter { $0.changes == nil }
    let isOnce = Set(counts.map(\.key)).count == counts.count
    let groups = isOnce ? [counts] : Self.byFile(counts)
    return (groups + Self.byFile(context.data.officialCounts.filter { $0.changes != nil })).flatMap { group in
      let sums = Self.sums(group, context.data.lexicon.areas)
      return group.compactMap { official -> Finding? in
        let faults =
          ([Self.bySex(official), sums[official.key].flatMap { Self.byLevel(official, $0) }].compactMap { $0 })
          + (official.changes.map(Self.byPart) ?? [])
        guard !faults.isEmpty else { return nil }
        var finding = context.finding(
          Self.card, on: official.key, evidence: context.path(official), faults.joined(separator: "; "))
        finding.factHash = FactHash.count(official, in: context.data.lexicon.areas)
        return finding
      }
    }
  }

  private static func byFile(_ counts: [OfficialCount]) -> [[OfficialCount]] {
    Dictionary(grouping: counts, by: \.file).sorted { $0.key < $1.key }.map(\.value)
  }

  /// Parts of a change recap whose men and women, or whose codes, do not make their total.
  private static func byPart(_ changes: RecapChanges) -> [String] {
    let parts =
      [("sebelumnya", changes.before), ("baru", changes.new), ("TMS", changes.struck), ("ubah", changes.corrected)]
      + TMSCode.allCases.compactMap { code in changes.struckByCode[code].map { ("TMS \(code.label)", $0) } }
    var faults = parts.compactMap { name, count -> String? in
      guard let men = count.men, let women = count.women, let total = count.total, men + women != total else {
        return nil
      }
      return "\(name): laki-laki \(men) ditambah perempuan \(women) menjadi \(men + women), tertulis \(total)"
    }
    // One code alone is no list of them.
    if changes.struckByCode.count > 1, let sum = changes.sumOfCodes.all, let struck = changes.struck.all,
      sum != struck
    {
      faults.append("TMS: jumlah kodenya \(sum), tertulis \(struck)")
    }
    return faults
  }

  private struct Sum {
    var total = 0
    var parts = 0
    var level = ""
  }

  /// By area: the sum of what is counted in the level just below it.
  private static func sums(_ counts: [OfficialCount], _ areas: AreaTable) -> [AreaKey: Sum] {
    var sums: [AreaKey: Sum] = [:]
    for official in counts {
      let key = official.key
      let (above, level): (AreaKey, String)
      if key.tps != 0 {
        (above, level) = (AreaKey(kecamatan: key.kecamatan, desa: key.desa), "TPS")
      } else if key.desa != 0 {
        (above, level) = (AreaKey(kecamatan: key.kecamatan), "desa")
      } else if key.kecamatan != 0 {
        (above, level) = (AreaKey(kabupaten: areas.kabupaten(of: key)), "kecamatan")
      } else if key.kabupaten != 0 {
        (above, level) = (AreaKey(), "kabupaten/kota")
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
