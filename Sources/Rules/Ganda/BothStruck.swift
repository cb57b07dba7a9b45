import RollModel

/// Lists people who stood on the roll twice and of whom every row was struck as a duplicate.
struct BothStruck: RollRule {
  static let card = RuleCard(
    id: "ganda-dicoret-keduanya",
    category: .ganda,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Satu orang tercatat ganda, dan semua barisnya dicoret.",
    why: """
      Dari baris yang ganda satu harus tinggal. Bila semuanya dicoret sebagai ganda, orang itu kehilangan hak pilih. \
      Temuan berdiri pada baris yang sebaiknya dipertahankan; baris pembandingnya yang lain. Yang menurut ganda-luar \
      terdaftar di kabupaten/kota lain tidak disebut.
      """,
    verify: "Datangi kedua alamat; tanyakan di mana ia tinggal menurut KTP-el.",
    action: "Minta KPU memulihkan satu baris, di TPS tempat tinggalnya.",
    examples: [
      Example(
        """
        ? | nkk              | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps | keterangan
        ! | 1602050101100001 | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1   | 2
        ! | 1602050101200002 | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052002 | 1   | 2
          | 1602050101100003 | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 2   | 2
          | 1602050101200004 | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052002 | 1   |
          | 1602050101100005 | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602052001 | 2   | 1
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps | keterangan
          | 1602050101100001 | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1   | 2
          | 1602050101200002 | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052002 | 1   | 2
        [ganda-luar]
          | pasangan         | kunci_baris      | relasi     | keyakinan | peluang | kabupaten_luar | kode_desa_luar
          | 00000000000000a1 | 966ed3461012c313 | satu-orang | pasti     | 0.9999  | 1671           | 1671031004
        """),
    ])

  static let absentFrom = [Role.roll]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let others = SamePersons(context)
    let pairs = context.matches.duplicates.filter { pair in
      pair.relation == .samePerson && context.isStruckAsDouble(pair.a)
        && context.isStruckAsDouble(pair.b) && !others.isStanding(pair.a) && !others.isStanding(pair.b)
    }
    var told: Set<Int> = []
    // One person, one finding: of more than two rows the first pair tells.
    return pairs.sorted { ($0.b, $0.a) < ($1.b, $1.a) }.compactMap { pair in
      guard told.isDisjoint(with: [pair.a, pair.b]) else { return nil }
      told.formUnion([pair.a, pair.b])
      let gone = pair.subject
      let kept = gone == pair.a ? pair.b : pair.a
      return context.finding(
        Self.card, resting: pair, on: context.roll[kept], beside: context.roll[gone],
        // That both were struck as doubles speaks for a pair that would be too weak by itself.
        tier: pair.tier >= .verify ? max(pair.tier, .strong) : .verify,
        grade: pair.grade, evidence: Agreement(context.roll[kept], context.roll[gone]).words,
        "kedua baris dicoret karena ganda, dan tidak ada baris lain atas namanya yang masih berlaku")
    }
  }
}

extension RuleContext {
  fileprivate func isStruckAsDouble(_ row: Int) -> Bool {
    roll.columns.codes[row].hasMark && roll[row].mark == .duplicate
  }
}
