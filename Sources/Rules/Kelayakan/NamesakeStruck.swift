import RollModel

/// Lists voters struck as dead of whom no list tells a death, while a namesake of the desa is told to have died.
struct NamesakeStruck: RollRule {
  static let card = RuleCard(
    id: "senama-dicoret",
    category: .kelayakan,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Pemilih dicoret karena meninggal, padahal yang tercatat meninggal adalah orang lain yang senama.",
    why: """
      Kematian sering dicatat dengan nama dan alamat saja, sehingga yang dicoret dapat keliru orang. Yang disebut: \
      dicoret karena meninggal, tidak cocok dengan satu pun baris daftar kematian, dan di desa yang sama ada orang senama \
      yang cocok dengan daftar itu tetapi masih tercatat sebagai pemilih.
      """,
    verify: "Datangi orang yang dicoret; cocokkan tanggal lahir pada akta kematian dengan kedua pemilih yang senama.",
    action: "Minta KPU memeriksa siapa yang meninggal, dan memulihkan yang masih hidup.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203850001 | SUMARNO | 1985-03-12    | L             | 1602052001 | 1
        ! | 1602051407500004 | SUMARNO | 1950-07-14    | L             | 1602052001 |
          | 1602054508900003 | RATNA   | 1990-08-05    | P             | 1602052001 | 1
          | 1602051203860007 | SUMARNO | 1986-03-12    | L             | 1602052002 | 1
        [kematian]
          | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051407500004 | SUMARNO | 1950-07-14    | L             | 1602052001
        """)
    ])

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let links = context.links(of: .deaths, relation: .samePerson, from: .verify)
    let told = Set(links.map(\.voter.row))
    let struck = context.struck(for: .deceased).filter { !told.contains($0.row) }
    guard !struck.isEmpty else { return [] }
    let dead = Dictionary(
      grouping: links.filter { $0.pair.tier >= .strong && !$0.voter.isStruck && $0.voter.areaNumber != 0 },
      by: { Place(desa: $0.voter.areaNumber, name: $0.voter.coreName) })
    return struck.compactMap { voter in
      let place = Place(desa: voter.areaNumber, name: voter.coreName)
      guard let link = dead[place]?.first(where: { $0.voter.sex == voter.sex || voter.sex == nil }) else { return nil }
      return context.finding(
        Self.card, resting: link.pair, on: voter, beside: link.voter, tier: min(link.pair.tier, .strong),
        evidence: link.evidence,
        "dicoret karena meninggal, tetapi tidak ada pada daftar kematian; yang tercatat meninggal adalah orang senama di "
          + "desa yang sama, yang masih tercatat sebagai pemilih (baris pembanding)")
    }
  }

  private struct Place: Hashable {
    let desa: Int
    let name: String
  }
}
