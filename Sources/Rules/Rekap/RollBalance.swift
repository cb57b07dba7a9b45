import RollModel

/// Flags a desa, and the kabupaten, whose rolls do not balance: earlier + new − struck is not this roll.
struct RollBalance: RollRule {
  static let card = RuleCard(
    id: "neraca-pemilih",
    category: .rekap,
    severity: .coverage,
    authority: Authority.counts,
    summary: "Daftar sebelumnya ditambah pemilih baru dikurangi TMS tidak sama dengan daftar ini.",
    why: """
      Setiap perubahan harus dapat ditelusuri: yang keluar bertanda TMS, yang masuk adalah pemilih baru atau pindahan dari \
      wilayah lain. Selisih timbul dari baris yang hilang tanpa tanda dan dari yang pernah dicoret lalu muncul lagi; \
      keduanya disebut menurut nama oleh aturan hilang-tanpa-kode dan tms-muncul-lagi. Perpindahan di dalam kabupaten \
      dihitung sebagai masuk dan keluar.
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
        """)
    ])

  static let needs = RollChanges.needs

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let previous = context.data.lists[.previousRoll], let changes = context.ledger.changes else { return [] }
    let sheets = BalanceSheet.byArea(previous, context.roll, changes, areas: context.data.lexicon.areas.count)
    var whole = BalanceSheet()
    for sheet in sheets { whole.add(sheet) }
    // Within the whole nobody comes or leaves.
    (whole.came, whole.left) = (.init(), .init())
    let tier: Tier = changes.isWhole ? .certain : .strong
    var findings: [Finding] = []
    if !whole.isBalanced {
      findings.append(
        context.finding(
          Self.card, on: AreaKey(), tier: tier, evidence: "daftar sebelumnya; daftar pemilih", whole.words))
    }
    for (area, sheet) in sheets.enumerated() where area > 0 && !sheet.isBalanced {
      let key = AreaKey(kecamatan: context.data.lexicon.areas[area].kecamatanNumber, desa: area)
      findings.append(
        context.finding(Self.card, on: key, tier: tier, evidence: "daftar sebelumnya; daftar pemilih", sheet.words))
    }
    return findings
  }
}

/// Voters of an area between two rolls.
private struct BalanceSheet {
  struct Count {
    var men = 0
    var women = 0
    var all: Int { men + women }
    mutating func add(_ isMan: Bool) { if isMan { men += 1 } else { women += 1 } }
  }

  var before = Count()
  var new = Count()
  var struck = Count()
  var gone = Count()
  var back = Count()
  /// Came from another area of the case, and left for one.
  var came = Count()
  var left = Count()

  /// By number of the desa; 0 is that of rows without one. O(rows).
  static func byArea(_ previous: Roll, _ roll: Roll, _ changes: RollChanges, areas: Int) -> [BalanceSheet] {
    var sheets = [BalanceSheet](repeating: BalanceSheet(), count: areas)
    for row in 0..<previous.count {
      let before = previous[row]
      let isMan = before.sex == .male
      let here = before.areaNumber
      let now = Int(changes.now[row])
      let isKept = now >= 0 && !roll[now].isStruck
      let there = now >= 0 ? roll[now].areaNumber : here
      if before.isStruck {
        if isKept, !changes.isKept(now) { sheets[there].back.add(isMan) }
        continue
      }
      sheets[here].before.add(isMan)
      if now < 0 { sheets[here].gone.add(isMan) } else if !isKept { sheets[here].struck.add(isMan) }
      guard isKept, there != here else { continue }
      sheets[here].left.add(isMan)
      sheets[there].came.add(isMan)
    }
    for row in 0..<roll.count where !changes.wasThere[row] {
      let voter = roll[row]
      if !voter.isStruck { sheets[voter.areaNumber].new.add(voter.sex == .male) }
    }
    return sheets
  }

  mutating func add(_ part: BalanceSheet) {
    for count in [\BalanceSheet.before, \.new, \.struck, \.gone, \.back] as [WritableKeyPath<BalanceSheet, Count>] {
      self[keyPath: count].men += part[keyPath: count].men
      self[keyPath: count].women += part[keyPath: count].women
    }
  }

  var isBalanced: Bool { gone.all == 0 && back.all == 0 }

  var words: String {
    let moved = came.all + left.all > 0 ? " + masuk \(came.all) − keluar \(left.all)" : ""
    let expected = before.all + new.all + came.all - left.all - struck.all
    let now = expected - gone.all + back.all
    var causes: [String] = []
    if gone.all > 0 { causes.append("\(gone.all) hilang tanpa kode (L \(gone.men), P \(gone.women))") }
    if back.all > 0 { causes.append("\(back.all) pernah dicoret muncul lagi (L \(back.men), P \(back.women))") }
    return "sebelumnya \(before.all) + baru \(new.all)\(moved) − TMS \(struck.all) = \(expected), daftar ini \(now): "
      + causes.joined(separator: ", ")
  }
}
