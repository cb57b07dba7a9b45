import RollModel

/// Flags an area where earlier + new − struck is not now: by name between the two rolls, or on a change recap by itself.
///
/// A station is named only where its desa does not balance.
struct RollBalance: RollRule {
  static let card = RuleCard(
    id: "neraca-pemilih",
    category: .rekap,
    severity: .coverage,
    authority: Authority.counts,
    summary: "Pemilih sebelumnya ditambah pemilih baru dikurangi TMS tidak sama dengan pemilih sekarang.",
    why: """
      Setiap perubahan harus dapat ditelusuri: yang keluar bertanda TMS, yang masuk adalah pemilih baru atau \
      pindahan dari wilayah lain. Selisih timbul dari baris yang hilang tanpa tanda dan dari yang pernah dicoret \
      lalu muncul lagi; keduanya disebut menurut nama oleh aturan hilang-tanpa-kode dan tms-muncul-lagi. Perpindahan \
      di dalam kabupaten dihitung sebagai masuk dan keluar. Bila satu orang tercatat dua kali dan satu barisnya \
      hilang, itu juga disebut. TPS disebut hanya bila desanya tidak seimbang. Rekapitulasi perubahan (sebelumnya, \
      baru, TMS, sekarang) dihitung ulang barisnya: total, laki-laki, dan perempuan. Selisih yang dapat terjadi \
      karena baris yang dikarantina hanya perlu-verifikasi.
      """,
    verify: "Telusuri baris yang menjadi selisih pada kedua daftar.",
    action: "Minta KPU menjelaskan selisih menurut nama.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 |
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 4
          | 1602150407700004 | BURHANUDDIN    | 1970-07-04    | L             | 1602152002 |
          | 1602150503080008 | SEPTIAN        | 2008-03-05    | L             | 1602152002 |
        [daftar-sebelumnya]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 |
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 |
          | 1602150407700004 | BURHANUDDIN    | 1970-07-04    | L             | 1602152002 |
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 |
        """),
      Example(
        """
        [daftar-pemilih]
          | nama | kode_desa  | tps
          | ANI  | 1602052001 | 1
        [rekap]
        ? | kode_desa  | sebelumnya_l | sebelumnya_p | baru_l | baru_p | tms_l | tms_p | laki_laki | perempuan | jumlah
          | 1602052001 | 30           | 27           | 5      | 4      | 3     | 3     | 32        | 28        | 60
        ! | 1602052002 | 30           | 27           | 5      | 4      | 3     | 3     | 33        | 28        | 61
        ! | 1602052003 | 30           | 27           | 5      | 4      | 3     | 3     | 33        | 27        | 60
        """),
      Example(
        """
        [daftar-pemilih]
          | nama | kode_desa  | tps
          | ANI  | 1602052001 | 1
        [rekap]
        ? | kode_desa  | sebelumnya | baru | tms | jumlah
          | 1602052001 | 704285     | 246  | 9   | 704522
        ! | 1602052002 | 704285     | 246  | 9   | 704768
        """),
    ])

  static let lists = [Role.previousRoll]
  static let leavesOutMissingAreas = true
  static let needs = RollChanges.needs
  static let fields = FieldNeed.of(.roll, .areaCode)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    var found: [AreaKey: (tier: Tier, evidence: [String], words: [String])] = [:]
    if let changes = context.ledger.changes, let flows = context.ledger.flows {
      for (key, flow) in flows.levels where !flow.isBalanced {
        let (now, before) = (context.unread.count(of: .roll, in: key), context.unread.count(of: .previousRoll, in: key))
        // Who is gone may stand on a row that could not be read, and who is back on one of the earlier roll.
        let isExplained = flow.gone.all + flow.doubles.all <= now && flow.back.all <= before
        found[key] = (
          isExplained ? .verify : changes.isWhole ? .certain : .strong, ["daftar sebelumnya; daftar pemilih"],
          [
            flow.words + flows.rows(of: flow, in: context.data) + .unread(now, of: .roll)
              + .unread(before, of: .previousRoll)
          ]
        )
      }
    }
    for official in context.data.officialCounts {
      guard let words = official.openBalance else { continue }
      // What a recap says by itself is sure.
      found[official.key, default: (.certain, [], [])].tier = .certain
      found[official.key]?.evidence.append(context.path(official))
      found[official.key]?.words.append("\(context.path(official)): \(words)")
    }
    return found.sorted { $0.key < $1.key }.map { key, item in
      context.finding(
        Self.card, on: key, tier: item.tier, evidence: item.evidence.joined(separator: "; "),
        item.words.joined(separator: "; "))
    }
  }
}

extension OfficialCount {
  /// How a change recap does not close: in all, of men or of women; nil where it does, or leaves a part out.
  var openBalance: String? {
    guard let changes else { return nil }
    func gap(_ part: (WrittenCount) -> Int?, now: Int?) -> Int? {
      guard let before = part(changes.before), let new = part(changes.new), let struck = part(changes.struck), let now
      else { return nil }
      return now - (before + new - struck)
    }
    let gaps = [
      gap(\.all, now: total).map { ("", $0) }, gap(\.men, now: men).map { ("L ", $0) },
      gap(\.women, now: women).map { ("P ", $0) },
    ].compactMap { $0 }
    guard gaps.contains(where: { $0.1 != 0 }) else { return nil }
    let differences = gaps.map { $0.0 + signed($0.1) }
    let sexes = differences.count > 1 ? " (\(differences.dropFirst().joined(separator: ", ")))" : ""
    let sum = (changes.before.all ?? 0) + (changes.new.all ?? 0) - (changes.struck.all ?? 0)
    return "sebelumnya \(changes.before.words) + baru \(changes.new.words) − TMS \(changes.struck.words) = \(sum), "
      + "tertulis \(words): selisih \(differences[0])\(sexes)"
  }
}

extension WrittenCount {
  /// `212 (L 104, P 108)`, or the total alone.
  var words: String {
    let sexes = men.flatMap { men in women.map { " (L \(men), P \($0))" } } ?? ""
    return "\(all.map { "\($0)" } ?? "–")\(sexes)"
  }
}

/// `+3`, `−3` or `0`.
func signed(_ value: Int) -> String { value > 0 ? "+\(value)" : value < 0 ? "−\(-value)" : "0" }
