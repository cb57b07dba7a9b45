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
      dihitung sebagai masuk dan keluar. Bila satu orang tercatat dua kali dan satu barisnya hilang, itu juga disebut.
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

  static let lists = [Role.previousRoll]
  static let needs = RollChanges.needs

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let changes = context.ledger.changes else { return [] }
    let flows = RollFlows(context.data, changes)
    let tier: Tier = changes.isWhole ? .certain : .strong
    return flows.levels.compactMap { key, flow in
      guard !flow.isBalanced else { return nil }
      return context.finding(
        Self.card, on: key, tier: tier, evidence: "daftar sebelumnya; daftar pemilih",
        flow.words + flows.rows(of: flow, in: context.data))
    }
  }
}
