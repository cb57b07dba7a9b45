import RollModel

/// Flags an area whose official count is not the count of the rows by name, or whose change recap says of the parts what
/// the two rolls do not show.
struct CountsDisagree: RollRule {
  static let card = RuleCard(
    id: "rekap-tidak-sama",
    category: .rekap,
    severity: .coverage,
    authority: Authority.counts,
    summary: "Jumlah pemilih pada rekapitulasi tidak sama dengan jumlah baris pada daftar pemilih.",
    why: """
      Rekapitulasi yang ditetapkan harus sama dengan daftar menurut nama, menurut TPS, desa, kecamatan, laki-laki, \
      dan perempuan. Yang dihitung adalah baris yang tidak ditandai TMS. Bila selisihnya tepat sebanyak baris TMS, \
      itu disebut aturan tms-dihitung. Wilayah yang namanya tidak dikenal disebut aturan wilayah-tidak-dikenal. \
      Selisih dapat juga timbul dari berkas yang tertinggal atau tanggal yang berbeda. Pada rekapitulasi perubahan, \
      sebelumnya, baru, dan TMS (seluruhnya dan per kode) dibandingkan dengan kedua daftar menurut nama; yang dapat \
      dihitung dengan dua cara, seperti pemilih yang berpindah desa, tidak dipersoalkan. Selisih yang dapat terjadi \
      karena baris yang dikarantina hanya perlu-verifikasi.
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
        """),
      Example(
        """
        [daftar-pemilih]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 |
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 1
          | 1602050407700004 | BURHANUDDIN    | 1970-07-04    | L             | 1602052001 |
          | 1602061203850001 | HENDRI KUSUMA  | 1985-03-12    | L             | 1602062001 |
          | 1602064508900003 | RETNO SUSANTI  | 1990-08-05    | P             | 1602062001 | 1
          | 1602060407700004 | BAHARUDIN      | 1970-07-04    | L             | 1602062001 |
        [daftar-sebelumnya]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 |
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 |
          | 1602061203850001 | HENDRI KUSUMA  | 1985-03-12    | L             | 1602062001 |
          | 1602064508900003 | RETNO SUSANTI  | 1990-08-05    | P             | 1602062001 |
        [rekap]
        ? | kode_desa  | sebelumnya_l | sebelumnya_p | baru_l | baru_p | tms_1 | tms_4 | laki_laki | perempuan | jumlah
          | 1602052001 | 1            | 1            | 1      | 0      | 1     | 0     | 2         | 0         | 2
        ! | 1602062001 | 1            | 1            | 1      | 0      | 0     | 1     | 2         | 0         | 2
        """),
    ])

  static let lists = [Role.officialCounts]
  static let leavesOutMissingAreas = true
  static let fields = FieldNeed.of(.roll, .areaCode)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let counts = context.counts else { return [] }
    let officials = context.data.officialCounts
    let flows = officials.contains { $0.changes != nil } ? context.ledger.flows?.byArea ?? [:] : [:]
    var found: [AreaKey: [(official: OfficialCount, words: [String])]] = [:]
    /// Areas whose differences rows that could not be read do not make.
    var sure: Set<AreaKey> = []
    // A name that the roll does not have is told by wilayah-tidak-dikenal.
    for official in officials
    where !counts.isNameless(official.key, in: context.areas)
      && !context.ledger.missing.touches(official.key, in: context.areas)
    {
      let own = counts[official.key]
      var words: [String] = []
      let unread = context.unread.count(of: .roll, in: official.key)
      if !Self.agrees(official, own), !own.holdsStruck(official) {
        words.append(.differing(official, own))
        if !own.mayMiss(official, unread) { sure.insert(official.key) }
      }
      if let changes = official.changes, let flow = flows[official.key] {
        let named = NamedChanges(changes, flow, coded: counts.coded(official.key), hasSexes: own.hasSexes)
        words += named.differences
        if named.widest > unread + context.unread.count(of: .previousRoll, in: official.key) {
          sure.insert(official.key)
        }
      }
      if !words.isEmpty { found[official.key, default: []].append((official, words)) }
    }
    return found.sorted { $0.key < $1.key }.map { key, items in
      let paths = items.map { context.path($0.official) }
      let compared = items.contains { flows[$0.official.key] != nil } ? "daftar sebelumnya; " : ""
      let words =
        items.count == 1 ? items[0].words : zip(paths, items).map { "\($0): " + $1.words.joined(separator: "; ") }
      let unread =
        String.unread(context.unread.count(of: .roll, in: key), of: .roll)
        + (compared.isEmpty ? "" : .unread(context.unread.count(of: .previousRoll, in: key), of: .previousRoll))
      var finding = context.finding(
        Self.card, on: key, tier: sure.contains(key) ? .certain : .verify,
        evidence: (paths + [compared + "daftar pemilih"]).joined(separator: "; "),
        words.joined(separator: "; ") + unread)
      let hashes = items.map { FactHash.count($0.official, in: context.data.lexicon.areas) }
      finding.factHash = hashes.dropFirst().reduce(hashes[0]) { mixed($0 ^ $1) }
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
}
