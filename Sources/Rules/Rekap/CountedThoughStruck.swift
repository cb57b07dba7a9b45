import RollModel

/// Flags a voter whom the roll strikes and whom the official count of the station counts all the same.
struct CountedThoughStruck: RollRule {
  static let card = RuleCard(
    id: "tms-dihitung",
    category: .rekap,
    severity: .check,
    authority: Authority.counts,
    summary: "Pemilih bertanda TMS masih terhitung dalam rekapitulasi TPS-nya.",
    why: """
      Pemilih yang ditandai TMS tidak lagi dihitung. Bila jumlah resmi sebuah TPS tepat sama dengan semua baris termasuk \
      yang bertanda TMS, laki-laki dan perempuan pula, tanda itu belum diterapkan. Selisih lain adalah urusan aturan \
      rekap-tidak-sama.
      """,
    verify: "Bandingkan rekapitulasi TPS dengan daftar yang sudah dikurangi pemilih TMS.",
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
        """)
    ])

  static let lists = [Role.officialCounts]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let counts = context.counts else { return [] }
    let stations = context.data.officialCounts.filter { $0.key.tps != 0 }
    var seen: Set<AreaKey> = []
    return stations.filter { counts[$0.key].holdsStruck($0) && seen.insert($0.key).inserted }.flatMap { official in
      (counts.struck[official.key] ?? []).map { row in
        let voter = context.roll[row]
        return context.finding(
          Self.card, on: voter, evidence: "\(context.path(official)); daftar pemilih",
          .counted(official, voter.mark?.label ?? "", counts[official.key].struck))
      }
    }
  }
}

extension String {
  fileprivate static func counted(_ official: OfficialCount, _ reason: String, _ struck: Int) -> String {
    "ditandai TMS (\(reason)), tetapi jumlah resmi \(PlaceWords.words(official.key)) sebanyak \(official.words) sama dengan "
      + "semua baris termasuk \(struck) yang bertanda TMS"
  }
}
