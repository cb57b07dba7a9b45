import RollModel

/// Lists people who moved to a desa of the kabupaten, or within it, and stand on no row of the roll.
struct UnlistedArrival: RollRule {
  static let card = RuleCard(
    id: "pindah-masuk-belum",
    category: .daftarKhusus,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Orang yang pindah ke desa di kabupaten ini tidak ditemukan pada daftar pemilih.",
    why: """
      Yang pindah masuk, dan yang dicoret di desa asalnya karena pindah di dalam kabupaten, harus terdaftar di desa \
      tujuan. Yang disebut hanya yang memenuhi syarat pada tanggal acuan dan yang desa tujuannya tertulis pada \
      daftar pindah. Yang menurut catatan pindah yang lebih baru sudah pergi lagi tidak disebut. Yang juga ada pada \
      daftar penduduk disebut oleh aturan belum-terdaftar, dengan alasan pindah masuk. Yang NIK-nya ada pada baris \
      yang dikarantina (lihat karantina.csv) hanya perlu-verifikasi, dengan berkas dan barisnya.
      """,
    verify: "Datangi alamat barunya; cocokkan surat pindah dengan KTP-el atau KK.",
    action: "Verifikasi; bila memenuhi syarat dan belum terdaftar, usulkan masuk daftar pemilih di desa tujuan.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 |
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | 4
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052002 |
        [pindah]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan         | sumber
        ! | 1602051407700004 | BURHANUDDIN    | 1970-07-14    | L             |            | 1602052002     | SKPWNI
        ! | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | 1602052002     | SKPWNI
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 | 1602052002     | SKPWNI
          | 1602051407710006 | SUTRISNO       | 1971-07-14    | L             |            | KOTA PALEMBANG | SKPWNI
          | 1602051407120007 | GILANG RAMADAN | 2012-07-14    | L             |            | 1602052002     | SKPWNI
        """)
    ])

  static let lists = [Role.moves]
  static let leavesOutMissingAreas = true
  static let absentFrom = [Role.roll]
  static let fields = FieldNeed.of(.moves, .destination)

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    guard let moves = context.data.lists[.moves] else { return [] }
    let links = Dictionary((context.matches.links[.moves] ?? []).map { ($0.b, $0.a) }, uniquingKeysWith: { a, _ in a })
    let others = SamePersons(context)
    // Who of the list is on no row that counts, with the desa that he went to.
    let arrived: [(entry: Voter, there: Int, origin: Int?)] = (0..<moves.count).compactMap { row in
      let entry = moves[row]
      let origin = links[row]
      if let origin, !context.roll[origin].isStruck || others.isStanding(origin) { return nil }
      guard entry.isEligible(on: context.referenceDay),
        case .desa(let there) = context.ledger.destinations.place(of: entry), !context.ledger.missing.contains(there)
      else {
        return nil
      }
      return (entry, there, origin)
    }
    let entries = arrived.map(\.entry)
    let holders = StandingHolders(entries, context.roll)
    let settled = StandingNamesakes(arrived.map { ($0.entry, $0.there) }, context.roll)
    // A roll that hides numbers hides birth years too.
    let isWhole = context.shows(NumberNeed(.roll, .nik, .all))
    let listed = NamedElsewhere(entries, in: context.data, on: [.residents])
    let later = LaterMoves(entries, of: moves, context.ledger.destinations)
    let named = NamedElsewhere(entries, in: context.data, on: NamedElsewhere.roles.filter { $0 != .moves })
    var told: Set<UInt64> = []
    return arrived.compactMap { entry, there, origin in
      guard listed.place(of: entry) == nil, !settled.has(entry, in: there), told.insert(FactHash.person(entry)).inserted
      else { return nil }
      let since = later.answer(entry)
      if since == .left { return nil }
      let isOnRoll = holders.bearNumber(of: entry)
      let isTold = entry.nik.isFull || entry.nik.isMissing && isWhole && !holders.bearNameAndBirth(of: entry)
      let isPlain = entry.birth.isComplete && isTold && !isOnRoll && since == .stayed
      let desa = context.data.lexicon.areas[there].desaWords
      var finding = Finding(
        card: Self.card, tier: isPlain ? .strong : .verify,
        subject: .person(RowReference(role: .moves, row: entry.row)),
        counterpart: origin.map { RowReference(role: .roll, row: $0) },
        evidence: ListEvidence.words(of: entry) + "; tujuan: desa \(desa)",
        explanation: .arrived(in: desa, wasStruck: origin != nil, numberIsUsed: isOnRoll),
        factHash: FactHash.person(entry))
      if since == .notTold { finding.explanation += .contradictedMove }
      finding.doubtDay(of: entry, births: [entry.birth], on: context.referenceDay)
      // The office of the new desa is asked, and its officers go there.
      if there != entry.areaNumber { finding.place = there }
      if let place = named.place(of: entry) { finding.holdBack(.named(on: place.role)) }
      return finding
    }
  }
}

extension String {
  fileprivate static func arrived(in desa: String, wasStruck: Bool, numberIsUsed: Bool) -> String {
    var text = "pindah masuk: tercatat pindah ke desa \(desa), tetapi tidak ditemukan pada daftar pemilih"
    if wasStruck { text += "; baris lamanya sudah dicoret" }
    if numberIsUsed { text += "; NIK-nya dipakai baris lain pada daftar" }
    return text
  }

  fileprivate static func named(on role: Role) -> String {
    "orang ini juga ada pada daftar \(role.rawValue); tidak diusulkan sebelum verifikasi faktual"
  }
}
