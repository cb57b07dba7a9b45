import RollModel

/// Lists voters whom the roll strikes for a reason that its own record, or a later sign of life, speaks against.
struct StruckAgainstRecord: RollRule {
  static let card = RuleCard(
    id: "tms-terbantah",
    category: .kelayakan,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Pemilih dicoret dengan alasan yang terbantah oleh datanya sendiri atau oleh bukti hidup.",
    why: """
      Pemilih yang tercoret keliru kehilangan hak pilih. Yang disebut: dicoret karena di bawah umur padahal pada \
      tanggal acuan sudah 17 tahun atau sudah pernah kawin; dicoret karena meninggal padahal ada bukti hidup yang \
      cocok dengannya; dicoret karena pindah padahal masih tercatat sebagai penduduk desa itu atau hanya pindah di \
      dalamnya; dicoret karena ganda padahal tidak ada baris lain yang mirip pada daftar ini (atau dalam daftar \
      kabupaten/kota lain, menurut ganda-luar), atau hanya baris yang mungkin saudara kembarnya. Bukti hidup tanpa \
      tanggal tetap disebut, sebab tanggal pencoretan tidak ada pada daftar. Yang diminta adalah pemeriksaan ulang, \
      bukan pemulihan langsung.
      """,
    verify: "Cocokkan tanggal lahir dan status kawin dengan KTP-el; datangi orangnya.",
    action: "Minta KPU memeriksa kembali pencoretan dan memulihkan pemilih bila keliru.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | status_kawin | jenis_kelamin | kode_desa  | keterangan
        ! | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | B            | L             | 1602052001 | 3
          | 1602050503100003 | GILANG RAMADAN | 2010-03-05    | B            | L             | 1602052001 | 3
        ! | 1602054503100004 | WULAN SAFITRI  | 2010-03-05    | S            | P             | 1602052001 | 3
        ! | 1602051407700005 | BURHANUDDIN    | 1970-07-14    | S            | L             | 1602052001 | 1
          | 1602054807710006 | ROHANA         | 1971-07-08    | S            | P             | 1602052001 | 1
          | 1602050503810007 | SUTRISNO       | 1981-03-05    | S            | L             | 1602052001 |
        ! | 1602054107820008 | MARYAM         | 1982-07-01    | S            | P             | 1602052001 | 4
          | 1602054207830009 | SUHARTI        | 1983-07-02    | S            | P             | 1602052001 | 4
        ! | 1602050307840010 | WIRANTO        | 1984-07-03    | S            | L             | 1602052001 | 2
          | 1602050407850011 | GUNARSO        | 1985-07-04    | S            | L             | 1602052001 | 2
          | 1602050407850011 | GUNARSO        | 1985-07-04    | S            | L             | 1602052002 |
        [penduduk]
          | nik              | nama           | tanggal_lahir | status_kawin | jenis_kelamin | kode_desa
          | 1602054107820008 | MARYAM         | 1982-07-01    | S            | P             | 1602052001
          | 1602054207830009 | SUHARTI        | 1983-07-02    | S            | P             | 1602052002
        [bukti-hidup]
          | nik              | nama           | tanggal_lahir | kode_desa  | tanggal    | sumber
          | 1602051407700005 | BURHANUDDIN    | 1970-07-14    | 1602052001 | 2026-10-01 | daftar hadir
          | 1602050503810007 | SUTRISNO       | 1981-03-05    | 1602052001 | 2026-10-01 | daftar hadir
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tps | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1   | 2
        ! | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 2   | 2
        [ganda-luar]
          | pasangan         | kunci_baris      | relasi     | keyakinan | peluang | kabupaten_luar | kode_desa_luar
          | 00000000000000a1 | 966ed3461012c313 | satu-orang | pasti     | 0.9999  | 1671           | 1671031004
        """),
    ])

  static let absentFrom = [Role.roll]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let others = SamePersons(context)
    return context.struck(for: .underage).compactMap { Self.ofAge($0, context) } + Self.living(context)
      + Self.residing(context, others) + Self.single(context, others)
  }

  private static func ofAge(_ voter: Voter, _ context: RuleContext) -> Finding? {
    let age = voter.birth.age(on: context.referenceDay)
    let isMarried = voter.marital == .married || voter.marital == .formerly
    guard let reason = (age ?? 0) >= 17 ? age.map({ "berusia \($0) tahun" }) : isMarried ? "tercatat pernah kawin" : nil
    else { return nil }
    return context.finding(
      card, on: voter, tier: (age ?? 0) >= 17 ? .certain : .verify, evidence: "data pada daftar pemilih",
      "dicoret karena di bawah umur, padahal \(reason) pada tanggal acuan \(context.referenceDay)")
  }

  private static func living(_ context: RuleContext) -> [Finding] {
    // Signs of life are as many as an office likes; few of them are of someone who was struck.
    context.links(of: .signsOfLife, relation: .samePerson, from: .strong) { $0.mark == .deceased }.map { link in
      let when = link.entry.event.isUnknown ? "" : " tertanggal \(link.entry.event)"
      return context.finding(
        card, resting: link.pair, on: link.voter, beside: link.entry, tier: link.pair.tier, evidence: link.evidence,
        "dicoret karena meninggal, padahal ada bukti hidup\(when)")
    }
  }

  /// Struck as moved: a list of residents, or of moves, has them in the desa still.
  private static func residing(_ context: RuleContext, _ others: SamePersons) -> [Finding] {
    let moved = context.struck(for: .moved).filter { $0.areaNumber != 0 && !others.isStanding($0.row) }
    let leaving = NamedElsewhere(moved, in: context.data, on: [.moves])
    let staying = NamedElsewhere(moved, in: context.data, on: [.residents])
    return moved.compactMap { voter in
      let left = leaving.place(of: voter)
      let entry = left.flatMap { context.data.lists[.moves]?[$0.row] }
      let isWithin = entry.map { context.ledger.destinations.place(of: $0) == .desa(voter.areaNumber) } ?? false
      let place = isWithin ? left : staying.place(of: voter)
      guard isWithin || left == nil, let place, let other = context.data.lists[place.role]?[place.row],
        isWithin || other.areaNumber == voter.areaNumber && !other.isStruck
      else { return nil }
      let neverLeft = entry.map { context.ledger.destinations.origin(of: $0) == .desa(voter.areaNumber) } ?? false
      var finding = context.finding(
        card, on: voter, tier: place.digits == 16 ? .certain : .verify,
        evidence: isWithin ? "daftar pindah" : "data penduduk",
        "dicoret karena pindah domisili, padahal "
          + (isWithin
            ? "menurut daftar pindah \(neverLeft ? "hanya pindah di dalam desa (kode 8)" : "datang ke desa ini")"
            : "masih tercatat sebagai penduduk desa ini"))
      finding.counterpart = RowReference(role: place.role, row: place.row)
      return finding
    }
  }

  /// Struck as a duplicate of nobody, or of nobody but a twin.
  private static func single(_ context: RuleContext, _ others: SamePersons) -> [Finding] {
    context.struck(for: .duplicate).filter { !others.isRepeated($0.row) }.map { voter in
      let hasTwin = others.mayHaveTwin(voter.row)
      return context.finding(
        card, on: voter, tier: voter.nik.isFull && voter.birth.isComplete && !hasTwin ? .strong : .verify,
        evidence: "data pada daftar pemilih",
        "dicoret karena ganda, padahal "
          + (hasTwin
            ? "satu-satunya baris yang mirip pada daftar ini mungkin saudara kembarnya"
            : "tidak ada baris lain pada daftar ini yang cocok dengannya"))
    }
  }
}
