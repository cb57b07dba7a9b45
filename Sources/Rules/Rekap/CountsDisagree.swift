import RollModel

/// Flags an area whose official count is not the count of the rows by name.
struct CountsDisagree: RollRule {
  static let card = RuleCard(
    id: "rekap-tidak-sama",
    category: .rekap,
    severity: .coverage,
    authority: Authority.counts,
    summary: "Jumlah pemilih pada rekapitulasi tidak sama dengan jumlah baris pada daftar pemilih.",
    why: """
      Rekapitulasi yang ditetapkan harus sama dengan daftar menurut nama, menurut TPS, desa, kecamatan, laki-laki, dan \
      perempuan. Yang dihitung adalah baris yang tidak ditandai TMS. Bila selisihnya tepat sebanyak baris TMS, itu \
      disebut aturan tms-dihitung. Selisih dapat juga timbul dari berkas yang tertinggal atau tanggal yang berbeda.
      """,
    verify: "Bandingkan berita acara, rekapitulasi, dan daftar menurut nama pada tanggal yang sama.",
    action: "Minta KPU menjelaskan selisih dan menunjukkan baris yang menjadi bedanya.",
    examples: [
      Example(
        """
        [daftar-pemilih]
          | nama | jenis_kelamin | kode_desa  | tps | keterangan
          | ANI  | P             | 1602052001 | 1   |
          | ANA  | P             | 1602052001 | 1   |
          | BUDI | L             | 1602052001 | 1   |
          | BONO | L             | 1602052001 | 2   |
          | BENI | L             | 1602052001 | 2   | 1
          | CICI | P             | 1602052002 | 1   |
        [rekap]
        ? | kode_desa  | tps | laki_laki | perempuan | jumlah
          | 1602052001 | 1   | 1         | 2         | 3
          | 1602052001 | 2   | 2         | 0         | 2
        ! | 1602052002 | 1   | 0         | 2         | 2
        ! | 1602052001 | 3   | 1         | 1         | 2
        ! | 1602052001 |     | 3         | 1         | 4
          | 1602052002 |     | 0         | 1         | 1
        """)
    ])

  static let lists = [Role.officialCounts]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let counts = context.counts else { return [] }
    return context.data.officialCounts.compactMap { official in
      let own = counts[official.key]
      guard !Self.agrees(official, own), !own.holdsStruck(official) else { return nil }
      var finding = context.finding(
        Self.card, on: official.key, evidence: "\(context.path(official)); daftar pemilih", .differing(official, own))
      finding.factHash = FactHash.count(official, in: context.data.lexicon.areas)
      return finding
    }
  }

  private static func agrees(_ official: OfficialCount, _ own: RollCount) -> Bool {
    guard official.total == own.voters else { return false }
    return !own.hasSexes || (official.men ?? own.men, official.women ?? own.women) == (own.men, own.women)
  }
}

extension RuleContext {
  /// Where a recap says its count: file and row.
  func path(_ count: OfficialCount) -> String {
    let path = data.files.indices.contains(count.file) ? data.files[count.file].path : Role.officialCounts.rawValue
    return "\(path) baris \(count.line)"
  }
}

extension String {
  fileprivate static func differing(_ official: OfficialCount, _ own: RollCount) -> String {
    let sexes = official.men != nil && official.women != nil && own.hasSexes
    let rows = sexes ? "\(own.voters) (L \(own.men), P \(own.women))" : "\(own.voters)"
    var difference = signed(official.total - own.voters)
    if sexes, let men = official.men, let women = official.women {
      difference += " (L \(signed(men - own.men)), P \(signed(women - own.women)))"
    }
    return "rekapitulasi menyebut \(official.words) pemilih, daftar menurut nama memuat \(rows): selisih \(difference)"
  }

  private static func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : value < 0 ? "−\(-value)" : "0" }
}
