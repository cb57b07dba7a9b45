import RollModel

/// Flags a desa whose roll names an RT, a station, or the desa itself, that the lists of areas or the recaps do not have, and
/// an area that a recap names and nobody knows.
struct UnknownArea: RollRule {
  static let card = RuleCard(
    id: "wilayah-tidak-dikenal",
    category: .rekap,
    severity: .check,
    authority: Authority.roll,
    summary: "Daftar pemilih memuat desa, TPS, atau RT yang tidak ada pada daftar wilayah atau rekapitulasi.",
    why: """
      Desa dan RT dibandingkan dengan daftar wilayah, TPS dengan rekapitulasi per TPS. RT yang tidak ada menandakan \
      nomor yang salah tulis, pemekaran, atau alamat lama; TPS yang tidak ada menandakan pemilih yang tidak \
      terhitung. Disebut pula TPS pada rekapitulasi yang tidak mempunyai pemilih, desa atau kecamatan yang tidak ada \
      pada rekapitulasi yang menyebut sebagian besar wilayah lain, dan nama pada rekapitulasi yang tidak dikenal \
      (perlu verifikasi: angkanya tidak dibandingkan sebelum namanya disamakan). Satu temuan untuk satu desa dan \
      satu tingkat, dengan jumlah pemilihnya. RT dengan sedikit pemilih dianggap salah tulis dan tidak disebut. Yang \
      mungkin disebut pada baris yang dikarantina, atau tanpa nomor yang terbaca (TPS 1A), hanya perlu-verifikasi.
      """,
    verify: "Cocokkan dengan daftar RT dari pemerintah desa dan daftar TPS dari PPS.",
    action: "Betulkan nomor RT atau TPS pada daftar pemilih, atau lengkapi daftar wilayah.",
    examples: [
      Example(
        settings: ["pemilih_terkecil": "2"],
        """
        [daftar-pemilih]
        ? | nama | kode_desa  | rt | rw | tps
        ! | ANI  | 1602052001 | 1  | 1  | 1
        ! | ANA  | 1602052001 | 9  | 1  | 1
        ! | BAI  | 1602052001 | 9  | 1  | 1
          | CAI  | 1602052002 | 1  | 1  | 1
          | DAI  | 1602052002 | 8  | 1  | 1
        ! | ANU  | 1602052003 | 1  | 1  | 1
        ! | ANO  | 1602052004 | 1  | 1  | 2
        [wilayah]
          | kode_desa  | rt | rw | jumlah_kk
          | 1602052001 | 1  | 1  | 10
          | 1602052002 | 1  | 1  | 10
          | 1602052004 | 1  | 1  | 10
        [rekap]
          | kode_desa  | tps | laki_laki | perempuan | jumlah
          | 1602052004 | 1   | 0         | 0         | 0
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nama | kode_desa  | tps
          | ANI  | 1602052001 | 1
          | ANA  | 1602052002 | 1
        ! | BAI  | 1602052003 | 1
        [rekap]
          | kode_desa  | tps | jumlah
          | 1602052001 |     | 1
          | 1602052002 |     | 1
        """),
    ])

  private static let least = Setting(
    "pemilih_terkecil", 3, in: 1...1000, "RT yang tidak dikenal dengan lebih sedikit pemilih dari ini tidak disebut.")
  static let settings: [any AnySetting] = [least]
  static let threshold: Threshold? = .whole(least, [1, 5, 10])

  private let least: Int

  init(settings: RuleValues) { least = settings[Self.least] }

  func findings(in context: RuleContext) -> [Finding] {
    villages(context) + neighbourhoods(context) + stations(context) + recaps(context)
  }

  /// Areas that recaps leave out, and names in them that the roll does not have.
  private func recaps(_ context: RuleContext) -> [Finding] {
    let names = RecapNames(context)
    let missing = names.surelyMissing.map { area in
      let level = area.key.desa == 0 ? "kecamatan ini, yang" : "desa ini, yang"
      let kinds = area.kinds.isEmpty ? "" : " " + area.kinds.joined(separator: " dan ")
      return finding(
        5, area.key, "\(area.voters) pemilih di \(level) tidak ada pada rekapitulasi\(kinds)", context,
        unread: context.unread.parts(of: area.key, ofStations: nil), of: .officialCounts)
    }
    return missing
      + names.unknown.map { key, counts in
        let total = counts.filter { $0.key.tps == 0 }.map(\.total).max() ?? counts.reduce(0) { $0 + $1.total }
        let level = key.desa == 0 ? "kecamatan" : "desa"
        let candidates = names.candidates(for: key).map { "\(context.areas.name(of: $0.key)) (\($0.voters) pemilih)" }
        let hint =
          candidates.isEmpty
          ? "" : "; \(level) yang tidak disebut rekapitulasi: " + candidates.joined(separator: ", ")
        var finding = finding(
          6, key,
          "\(context.areas.name(of: key)) pada rekapitulasi (\(total) pemilih) tidak dikenal: tidak ada \(level) bernama itu "
            + "pada daftar pemilih, jadi angkanya belum dibandingkan\(hint)", context)
        finding.tier = .verify
        finding.evidence = counts.map(context.path).joined(separator: "; ")
        return finding
      }
  }

  /// Desa that the list lacks although it names others of the kecamatan.
  private func villages(_ context: RuleContext) -> [Finding] {
    let listed = Set(context.data.expectedAreas.map(\.key.desa))
    let areas = context.data.lexicon.areas
    let kecamatan = Set(listed.filter { $0 != 0 }.map { areas[$0].kecamatanNumber })
    return context.ledger.villages.compactMap { village in
      guard village.summary.voters > 0, !listed.contains(village.key.desa), kecamatan.contains(village.key.kecamatan)
      else { return nil }
      return finding(
        1, village.key, "\(village.summary.voters) pemilih di desa ini, yang tidak ada pada daftar wilayah", context,
        unread: context.unread.count(of: .areas, in: village.key), of: .areas)
    }
  }

  private func neighbourhoods(_ context: RuleContext) -> [Finding] {
    let unknown = context.ledger.neighbourhoods.filter {
      !$0.isListed && $0.summary.voters >= least && context.ledger.listsNeighbourhoods($0.key.desa)
    }
    return Self.byDesa(unknown).map { key, places in
      finding(
        2, key, "RT yang tidak ada pada daftar wilayah: " + Self.words(places), context,
        unread: context.unread.count(of: .areas, in: key), of: .areas)
    }
  }

  /// Stations that the recaps of the desa lack, and those that they have without a voter.
  private func stations(_ context: RuleContext) -> [Finding] {
    let counts = context.data.officialCounts.filter { $0.key.tps != 0 }
    let counted = Set(counts.map { AreaKey(desa: $0.key.desa, tps: $0.key.tps) })
    let desa = Set(counts.map(\.key.desa))
    let unknown = context.ledger.stations.filter {
      $0.summary.voters > 0 && desa.contains($0.key.desa) && !context.unread.names($0.key)
        && !counted.contains(AreaKey(desa: $0.key.desa, tps: $0.key.tps))
    }
    let peopled = Set(
      context.ledger.stations.filter { $0.summary.voters > 0 }.map { AreaKey(desa: $0.key.desa, tps: $0.key.tps) })
    let voting = Set(context.ledger.stations.filter { $0.summary.voters > 0 }.map(\.key.desa))
    let empty = Dictionary(
      grouping: counts.filter {
        $0.total > 0 && voting.contains($0.key.desa)
          && !peopled.contains(AreaKey(desa: $0.key.desa, tps: $0.key.tps))
      }, by: { AreaKey(kecamatan: $0.key.kecamatan, desa: $0.key.desa) })
    return Self.byDesa(unknown).map { key, places in
      var finding = finding(
        3, key, "TPS yang tidak ada pada rekapitulasi: " + Self.words(places), context,
        unread: context.unread.stationsWithoutNumber(in: key), of: .officialCounts)
      let unnumbered = context.data.unnumberedCounts.count { $0.key.desa == key.desa }
      if unnumbered > 0 {
        finding.tier = .verify
        finding.explanation += "; \(unnumbered) baris rekapitulasi desa ini menyebut TPS yang nomornya tidak terbaca"
      }
      return finding
    }
      + empty.sorted { $0.key < $1.key }.map { key, counts in
        let places = counts.map { "\(PlaceWords.words($0.key)) (\($0.total) menurut rekapitulasi)" }
        let unread = context.unread.count(of: .roll, in: key)
        return finding(
          4, key, "TPS tanpa pemilih pada daftar ini: " + places.joined(separator: ", "), context,
          unread: counts.reduce(0) { $0 + $1.total } <= unread ? unread : 0)
      }
  }

  /// `unread`: how many rows of the list could not be read on which the area may be.
  private func finding(
    _ level: UInt64, _ key: AreaKey, _ words: String, _ context: RuleContext, unread: Int = 0, of role: Role = .roll
  ) -> Finding {
    var finding = context.finding(
      Self.card, on: key, tier: unread == 0 ? .certain : .verify,
      evidence: "daftar wilayah; rekapitulasi; daftar pemilih", words + .unread(unread, of: role))
    // One desa may lack an area of each level.
    finding.factHash = mixed(finding.factHash ^ level)
    return finding
  }

  private static func byDesa(_ places: [AreaFacts]) -> [(key: AreaKey, places: [AreaFacts])] {
    Dictionary(grouping: places) { AreaKey(kecamatan: $0.key.kecamatan, desa: $0.key.desa) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func words(_ places: [AreaFacts]) -> String {
    places.map { "\(PlaceWords.words($0.key)) (\($0.summary.voters) pemilih)" }.joined(separator: ", ")
  }
}
