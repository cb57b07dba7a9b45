import RollModel

/// Flags a voter whom the roll strikes and whom the official count of the station counts all the same, and a desa,
/// kecamatan or kabupaten whose count holds struck rows that no recap below it tells of.
struct CountedThoughStruck: RollRule {
  static let card = RuleCard(
    id: "tms-dihitung",
    category: .rekap,
    severity: .check,
    authority: Authority.counts,
    summary: "Pemilih bertanda TMS masih terhitung dalam rekapitulasi TPS atau wilayahnya.",
    why: """
      Pemilih yang ditandai TMS tidak lagi dihitung. Bila jumlah resmi sebuah TPS tepat sama dengan semua baris \
      termasuk yang bertanda TMS, laki-laki dan perempuan pula, tanda itu belum diterapkan. Bila yang demikian \
      jumlah sebuah desa, kecamatan, atau kabupaten, wilayahnya yang disebut, kecuali rekapitulasi di bawahnya sudah \
      menyebut semua baris itu. Selisih lain adalah urusan aturan rekap-tidak-sama.
      """,
    verify: "Bandingkan rekapitulasi dengan daftar yang sudah dikurangi pemilih TMS.",
    action: "Minta KPU mengeluarkan pemilih bertanda TMS dari jumlah, atau mencabut tandanya bila keliru.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nama | jenis_kelamin | kode_desa  | tps | keterangan
          | ANI  | P             | 1602052001 | 1   |
        ! | ANA  | P             | 1602052001 | 1   | 1
        ! | BUDI | L             | 1602052001 | 1   | 4
          | BONO | L             | 1602052001 | 2   |
          | BENI | L             | 1602052001 | 2   | 1
        [rekap]
          | kode_desa  | tps | laki_laki | perempuan | jumlah
          | 1602052001 | 1   | 1         | 2         | 3
          | 1602052001 | 2   | 1         | 0         | 1
        """),
      Example(
        """
        [daftar-pemilih]
          | nama | jenis_kelamin | kode_desa  | tps | keterangan
          | ANI  | P             | 1602052001 | 1   |
          | ANA  | P             | 1602052001 | 1   | 1
          | BUDI | L             | 1602052001 | 2   | 4
          | BONO | L             | 1602052002 | 1   |
          | BENI | L             | 1602052002 | 1   | 1
          | CICI | P             | 1602052003 | 1   |
          | CACA | P             | 1602052003 | 1   | 1
        [rekap]
        ? | kode_desa  | tps | laki_laki | perempuan | jumlah
        ! | 1602052001 |     | 1         | 2         | 3
          | 1602052002 |     | 1         | 0         | 1
          | 1602052003 | 1   | 0         | 2         | 2
          | 1602052003 |     | 0         | 2         | 2
        """),
    ])

  static let lists = [Role.officialCounts]
  static let fields = FieldNeed.of(.roll, .areaCode)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let counts = context.counts else { return [] }
    var seen: Set<AreaKey> = []
    let holding = context.data.officialCounts.filter { counts[$0.key].holdsStruck($0) && seen.insert($0.key).inserted }
    /// By area: how many of its struck rows a recap of it or of an area below tells of.
    var told: [AreaKey: Int] = [:]
    var findings: [Finding] = []
    for official in Self.lowestFirst(holding, context.areas) {
      let struck = counts[official.key].struck
      let rest = struck - (told[official.key] ?? 0)
      guard rest > 0 else { continue }
      let above = sequence(first: official.key) { context.areas.above($0) }
      for key in above { told[key, default: 0] += rest }
      let evidence = "\(context.path(official)); daftar pemilih"
      // As many voters as are struck may stand on rows that could not be read.
      let unread = context.unread.count(of: .roll, in: official.key)
      let tier: Tier = counts[official.key].mayMiss(official, unread) ? .verify : .certain
      guard official.key.tps != 0 else {
        var finding = context.finding(
          Self.card, on: official.key, tier: tier, evidence: evidence,
          .held(official, counts.struckByCode(official.key), struck) + .unread(unread, of: .roll))
        finding.factHash = FactHash.count(official, in: context.areas)
        findings.append(finding)
        continue
      }
      findings += (counts.struck[official.key] ?? []).map { row in
        let voter = context.roll[row]
        return context.finding(
          Self.card, on: voter, tier: tier, evidence: evidence,
          .counted(official, voter.mark?.label ?? "", struck) + .unread(unread, of: .roll))
      }
    }
    return findings
  }

  private static func lowestFirst(_ counts: [OfficialCount], _ areas: AreaTable) -> [OfficialCount] {
    let deep = counts.map { count in (count, sequence(first: count.key) { areas.above($0) }.reduce(0) { n, _ in n + 1 })
    }
    return deep.sorted { ($1.1, $0.0.key) < ($0.1, $1.0.key) }.map(\.0)
  }
}

extension String {
  fileprivate static func counted(_ official: OfficialCount, _ reason: String, _ struck: Int) -> String {
    "ditandai TMS (\(reason)), tetapi jumlah resmi \(PlaceWords.words(official.key)) sebanyak \(official.words) sama dengan "
      + "semua baris termasuk \(struck) yang bertanda TMS"
  }

  fileprivate static func held(_ official: OfficialCount, _ byCode: [TMSCode: Int], _ struck: Int) -> String {
    let reasons = TMSCode.allCases.compactMap { code in byCode[code].map { "\(code.label) \($0)" } }
    return
      "rekapitulasi menyebut \(official.words) pemilih, sama dengan semua baris daftar menurut nama termasuk \(struck) "
      + "yang bertanda TMS (\(reasons.joined(separator: ", "))), yang tidak lagi dihitung"
  }
}
