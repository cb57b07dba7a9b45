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
      dicoret karena meninggal, tidak cocok dengan satu pun baris daftar kematian, dan di desa yang sama ada orang \
      senama (atau yang namanya beda satu huruf) yang cocok dengan daftar itu tetapi masih tercatat sebagai pemilih. \
      Bila kecocokan itu sendiri perlu verifikasi, atau yang tercatat meninggal tidak ditemukan pada daftar pemilih \
      tetapi senama, sedesa, dan lain tanggal lahirnya, keyakinannya perlu-verifikasi.
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
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203850001 | SUMARNO | 1985-03-12    | L             | 1602052001 | 1
        ! | 1602051407500004 | SUMARTO | 1950-07-14    | L             | 1602052001 |
          | 1602051203860007 | SUMIRAN | 1986-03-12    | L             | 1602052001 | 1
        [kematian]
          | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051407500004 | SUMARTO | 1950-07-14    | L             | 1602052001
        """),
    ])

  static let lists = [Role.deaths]
  static let absentFrom = [Role.deaths]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let links = context.links(of: .deaths, relation: .samePerson, from: .verify)
    let told = Set(links.map(\.voter.row))
    let struck = context.struck(for: .deceased).filter { !told.contains($0.row) }
    guard !struck.isEmpty else { return [] }
    // Either side may have the name that led astray.
    var dead: [Int: [(name: String, link: ListLink)]] = [:]
    for link in links where !link.voter.isStruck && link.voter.areaNumber != 0 {
      for name in Set([link.voter.coreName, link.entry.coreName]) {
        dead[link.voter.areaNumber, default: []].append((name, link))
      }
    }
    let strangers = Self.strangers(to: struck, context)
    return struck.compactMap { voter in
      let name = voter.coreName
      let others = (dead[voter.areaNumber] ?? []).filter { $0.link.voter.sex == voter.sex || voter.sex == nil }
      let equal = others.filter { $0.name == name }.map(\.link)
      // A name alone is told apart by the surest death; one that a letter tells apart only by a sure one.
      let link =
        equal.first { $0.pair.tier >= .strong }
        ?? others.first { $0.link.pair.tier >= .strong && $0.name.isOneLetter(from: name) }?.link ?? equal.first
      guard let link else {
        let place = Place(desa: voter.areaNumber, name: name)
        guard let entry = strangers[place]?.first(where: { $0.isSomebodyElse(than: voter) }) else { return nil }
        var finding = context.finding(
          Self.card, on: voter, tier: .verify, evidence: ListEvidence.words(of: entry),
          "dicoret karena meninggal, tetapi tidak cocok dengan satu pun baris daftar kematian; yang tercatat meninggal "
            + "senama dan sedesa, tetapi lain tanggal lahirnya (baris pembanding)")
        finding.counterpart = RowReference(role: .deaths, row: entry.row)
        return finding
      }
      return context.finding(
        Self.card, resting: link.pair, on: voter, beside: link.voter, tier: min(link.pair.tier, .strong),
        evidence: link.evidence,
        "dicoret karena meninggal; yang tercatat meninggal orang senama (atau beda satu huruf) di desa itu, yang masih "
          + "terdaftar (baris pembanding)")
    }
  }

  /// Of the dead whom the list names and nobody on the roll is, those who bear the name of one of these voters.
  private static func strangers(to voters: [Voter], _ context: RuleContext) -> [Place: [Voter]] {
    guard let deaths = context.data.lists[.deaths] else { return [:] }
    let asked = Set(voters.map { Place(desa: $0.areaNumber, name: $0.coreName) })
    let desa = Set(asked.map(\.desa))
    let linked = Set((context.matches.links[.deaths] ?? []).map(\.b))
    var found: [Place: [Voter]] = [:]
    for row in 0..<deaths.count where desa.contains(deaths[row].areaNumber) && !linked.contains(row) {
      let place = Place(desa: deaths[row].areaNumber, name: deaths[row].coreName)
      if asked.contains(place) { found[place, default: []].append(deaths[row]) }
    }
    return found
  }

  private struct Place: Hashable {
    let desa: Int
    let name: String
  }
}

extension Voter {
  /// Whether sex or year of birth says that two people of one name are two.
  fileprivate func isSomebodyElse(than voter: Voter) -> Bool {
    birth.year != 0 && voter.birth.year != 0 && birth.year != voter.birth.year
      || sex != nil && voter.sex != nil && sex != voter.sex
  }
}

extension String {
  /// Whether one letter more, less, other or changed over with its neighbour makes one of the other; names of four letters
  /// or more.
  fileprivate func isOneLetter(from other: String) -> Bool {
    let (a, b) = (Array(utf8), Array(other.utf8))
    guard min(a.count, b.count) >= 4, abs(a.count - b.count) <= 1, a != b else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    if head + tail >= max(a.count, b.count) - 1 { return true }
    return a.count == b.count && head + tail == a.count - 2 && a[head] == b[head + 1] && a[head + 1] == b[head]
  }
}
