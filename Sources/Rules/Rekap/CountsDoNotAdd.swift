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
      kecamatan di dalamnya. Tingkat dibandingkan di dalam satu berkas, dan antarberkas bila tiap wilayah hanya \
      disebut sekali; jumlah kabupaten dari desa hanya bila semua desa yang berpemilih disebut. Baris JUMLAH atau \
      TOTAL dibandingkan dengan baris wilayah yang disebutnya, atau dengan baris di atasnya: bagian itu saja, atau \
      seluruhnya. Pada rekapitulasi perubahan hal itu berlaku untuk setiap bagiannya, dan TMS sama dengan jumlah \
      kode-kodenya. Salah jumlah tidak menunjukkan siapa pemilihnya; itu kekeliruan menghitung atau menyalin. \
      Selisih yang dapat terjadi karena baris yang dikarantina hanya perlu-verifikasi.
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
    let found = (groups + Self.byFile(context.data.officialCounts.filter { $0.changes != nil })).flatMap { group in
      let sums = RecapLevels(group, context).sums
      return group.compactMap { official -> Finding? in
        let own = Self.byParts(official)
        let below = sums[official.key].flatMap { sum in Self.byLevel(official, sum).map { (sum, $0) } }
        guard !own.isEmpty || below != nil else { return nil }
        let unread = below.map { Self.unread(official, $0.0, beside: group, context) } ?? 0
        var finding = context.finding(
          Self.card, on: official.key, tier: own.isEmpty && unread > 0 ? .verify : .certain,
          evidence: context.path(official),
          (own + (below.map { [$0.1] } ?? [])).joined(separator: "; ") + .unread(unread, of: .officialCounts))
        finding.factHash = FactHash.count(official, in: context.data.lexicon.areas)
        return finding
      }
    }
    return found + sumRows(context)
  }

  /// Rows that a recap says are sums, and that are not those of its areas.
  private func sumRows(_ context: RuleContext) -> [Finding] {
    let counts = Dictionary(grouping: context.data.officialCounts, by: \.file)
    return Dictionary(grouping: context.data.recapSums, by: \.count.file).sorted { $0.key < $1.key }.flatMap {
      file, sums in
      let rows = counts[file] ?? []
      let faults = RecapFile(rows + context.data.unnumbered(beside: rows), sums).faults()
      let open = sums.filter { sum in
        !Self.byParts(sum.count).isEmpty && !faults.contains { $0.sum.count.line == sum.count.line }
      }
      return faults.map { fault in
        finding(fault.sum, on: fault.key, Self.byParts(fault.sum.count) + fault.words, fault, context)
      } + open.map { finding($0, on: $0.count.key, Self.byParts($0.count), nil, context) }
    }
  }

  private func finding(
    _ sum: RecapSum, on key: AreaKey, _ words: [String], _ fault: RecapFile.Fault?, _ context: RuleContext
  ) -> Finding {
    let path = context.data.files.indices.contains(sum.count.file) ? context.data.files[sum.count.file].path : ""
    let unread = context.data.rejections.count { rejection in
      rejection.file == path && fault?.lines.contains(rejection.line) == true
    }
    let doubt = unread == 0 ? "" : "; \(unread) baris di antaranya dikarantina dan tidak ikut dijumlahkan"
    var finding = context.finding(
      Self.card, on: key, tier: unread == 0 ? .certain : .verify, evidence: context.path(sum.count),
      "baris \(sum.label): " + words.joined(separator: "; ") + doubt)
    finding.factHash = sum.label.utf8.reduce(mixed(FactHash.count(sum.count, in: context.areas))) {
      mixed($0 ^ UInt64($1))
    }
    if let fault { finding.factHash = mixed(finding.factHash ^ UInt64(truncatingIfNeeded: fault.total)) }
    return finding
  }

  /// Rows that could not be read, of which one may be what the parts lack.
  private static func unread(
    _ official: OfficialCount, _ sum: RecapLevels.Sum, beside group: [OfficialCount], _ context: RuleContext
  ) -> Int {
    guard sum.total < official.total else { return 0 }
    let stations = AreaKey.stationWord, files = context.data.files
    return context.unread.parts(
      of: official.key, ofStations: sum.level == "wilayah" ? nil : sum.level == stations,
      in: Set(group.map(\.file).filter(files.indices.contains).map { files[$0].path }))
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

  /// What is written in one row, of which one part is the sum of others.
  private static func byParts(_ official: OfficialCount) -> [String] {
    [bySex(official)].compactMap { $0 } + (official.changes.map(byPart) ?? [])
  }

  private static func bySex(_ official: OfficialCount) -> String? {
    guard let men = official.men, let women = official.women, men + women != official.total else { return nil }
    return "laki-laki \(men) ditambah perempuan \(women) menjadi \(men + women), tertulis \(official.total)"
  }

  private static func byLevel(_ official: OfficialCount, _ sum: RecapLevels.Sum) -> String? {
    guard sum.total != official.total else { return nil }
    return "jumlah \(sum.parts) \(sum.level) di dalamnya \(sum.total), tertulis \(official.total)"
  }
}
