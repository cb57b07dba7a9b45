import RollModel

/// Lists residents who may vote and whom the roll does not seem to hold, each with the reason why it may have missed him.
struct UnlistedResident: RollRule {
  static let card = RuleCard(
    id: "belum-terdaftar",
    category: .daftarKhusus,
    severity: .missing,
    authority: [Authority.votersRight] + Authority.roll,
    summary: "Penduduk yang memenuhi syarat tidak ditemukan pada daftar pemilih.",
    why: """
      Pemilih yang terlewat sama beratnya dengan pemilih yang tidak memenuhi syarat. Yang disebut hanya penduduk \
      yang sudah berusia 17 tahun, atau sudah atau pernah kawin, pada tanggal acuan; yang belum 17 tahun selalu \
      perlu verifikasi status kawinnya. Tiap temuan menyebut satu alasan, yang pertama cocok: purnawirawan TNI/Polri \
      (tercatat pensiun pada daftar TNI atau Polri), pindah masuk (daftar pindah menyebut desa di kabupaten ini \
      sebagai tujuannya, atau barisnya di desa lain sudah dicoret karena pindah), dilayani sebagai DPK pada \
      pemilihan lalu, genap 17 tahun dalam beberapa bulan sebelum tanggal acuan, penduduk ber-KTP-el, atau penduduk. \
      Yang dilayani sebagai DPK dan tidak ada pada daftar penduduk juga disebut. Yang tercatat pada daftar kematian, \
      pindah, TNI, Polri, WNA, atau hak pilih dicabut ditahan sampai diverifikasi, kecuali yang pindah masuk dan \
      purnawirawan yang NIK-nya sama pada 16 angka. Nama lama aturan ini: calon-daftar-khusus. Baris pembanding \
      adalah pemilih yang paling mirip, untuk memastikan bahwa ia memang orang lain. Bila baris itu mungkin orang \
      ini sendiri dengan NIK orang lain, misalnya saudara kembarnya, temuan selalu perlu verifikasi dan \
      mengatakannya. Begitu pula bila baris daftar pindah-memilih, atau baris penduduk bagi yang dilayani sebagai \
      DPK, mungkin orang ini dengan NIK, nama, atau tanggal lahir yang salah tulis; yang NIK-nya hanya berbeda satu \
      angka pada wilayah atau tanggal tidak disebut. Yang NIK-nya ada pada baris yang dikarantina (lihat \
      karantina.csv) hanya perlu-verifikasi, dengan berkas dan barisnya.
      """,
    verify: "Cari kembali pada daftar pemilih dengan NIK dan nama; pastikan tempat tinggal dan status dengan KTP-el.",
    action: "Verifikasi; bila memenuhi syarat, usulkan masuk daftar.",
    examples: [
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001
        [penduduk]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | status_kawin | kode_desa
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | S            | 1602052001
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | S            | 1602052001
        ! | 1602052009990007 | BAGUS PRAKOSO  | 1999-09-20    | L             | B            | 1602052001
        ! | 1602054503100008 | WULAN SAFITRI  | 2010-03-05    | P             | S            | 1602052001
          | 1602050503100009 | GILANG RAMADAN | 2010-03-05    | L             | B            | 1602052001
          | 1602052211090010 | SEPTIAN NUGROHO | 2009-11-22   | L             | B            | 1602052001
        ! | 1602052111090011 | KARTIKA PUTRA  | 2009-11-21    | L             | B            | 1602052001
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001
        [penduduk]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | status_kawin | kode_desa
        ! | 1602052009650007 | BAGUS PRAKOSO  | 1965-09-20    | L             | S            | 1602052001
        ! | 1602050503880009 | GILANG RAMADAN | 1988-03-05    | L             | S            | 1602052001
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | S            | 1602052001
        [tni]
          | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | sumber
          | 1602052009650007 | BAGUS PRAKOSO  | 1965-09-20    | L             | 1602052001 | SK pensiun
        [dpk]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602050503880009 | GILANG RAMADAN | 1988-03-05    | L             | 1602052001
        ! | 1602054503890010 | WULAN SAFITRI  | 1989-03-05    | P             | 1602052001
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001
        """),
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | 1602052001 |
          | 1602054807710005 | ROHANA         | 1971-07-08    | P             | 1602052001 | 4
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052001 | 4
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | 1602052002 |
        [penduduk]
        ? | nik              | nama           | tanggal_lahir | jenis_kelamin | status_kawin | kode_desa
          | 1602051203850001 | HENDRA LESMANA | 1985-03-12    | L             | S            | 1602052001
        ! | 1602054807710005 | ROHANA         | 1971-07-08    | P             | S            | 1602052002
          | 1602054508900003 | RATNA JUWITA   | 1990-08-05    | P             | S            | 1602052002
        """),
    ])

  private static let months = Setting(
    "bulan_pemula", 12, in: 1...60,
    "Bulan sebelum tanggal acuan; yang genap 17 tahun di dalamnya disebut pemilih pemula.")
  static let lists = [Role.residents]
  static let leavesOutMissingAreas = true
  static let absentFrom = [Role.roll]
  static let settings: [any AnySetting] = [months]

  private let months: Int

  init(settings: RuleValues) { months = settings[Self.months] }

  func findings(in context: RuleContext) -> [Finding] {
    let residents = residents(context)
    let told = residents.compactMap { finding in
      if case .person(let resident) = finding.subject { resident.row } else { nil }
    }
    return residents + served(context, told: Set(told)) + moved(context, told: Set(told))
  }

  /// Residents whose row of another desa is struck as moved, and who are not told as absent.
  private func moved(_ context: RuleContext, told: Set<Int>) -> [Finding] {
    let moved = MovedResidents(context).all.filter {
      !told.contains($0.resident.row) && !context.ledger.missing.contains($0.resident.areaNumber)
    }
    let named = NamedElsewhere(
      moved.map(\.resident), in: context.data, on: NamedElsewhere.roles.filter { $0 != .moves })
    return moved.map { moved in
      var finding = Finding(
        card: Self.card, tier: moved.isPlain ? .strong : .verify,
        subject: .person(RowReference(role: .residents, row: moved.resident.row)),
        counterpart: RowReference(role: .roll, row: moved.struck.row), evidence: .evidence(moved.resident),
        explanation: .notFound(moved.resident, .movedIn, on: context.referenceDay)
          + "; baris lamanya di desa \(moved.struck.area.desaWords) sudah dicoret karena pindah",
        factHash: FactHash.person(moved.resident))
      if let place = named.place(of: moved.resident) { finding.holdBack(.named(place)) }
      return finding
    }
  }

  /// Those who were served from the special list and whom no list of residents names. `told`: residents who are told.
  private func served(_ context: RuleContext, told: Set<Int>) -> [Finding] {
    guard let list = context.data.lists[.specialList], let absent = context.absent(of: list) else { return [] }
    let persons = absent.map { list[$0.row] }
    let listed = NamedElsewhere(persons, in: context.data, on: [.residents])
    let named = NamedElsewhere(persons, in: context.data)
    let votingElsewhere = NamedElsewhere(persons, in: context.data, on: [.movedVoters])
    return absent.compactMap { person in
      let voter = list[person.row]
      guard person.tier >= .verify, !voter.isStruck, voter.isEligible(on: context.referenceDay),
        listed.place(of: voter) == nil, votingElsewhere.place(of: voter) == nil, person.sureRow(on: .movedVoters) == nil
      else { return nil }
      // Who is surely one of the residents told is told once.
      if let resident = person.sureRow(on: .residents), told.contains(resident) { return nil }
      return finding(person, voter, .servedLastTime, named.place(of: voter), context)
    }
  }

  private func finding(
    _ person: AbsentPerson, _ voter: Voter, _ reason: Reason, _ place: NamedElsewhere.Place?, _ context: RuleContext
  ) -> Finding {
    let elsewhere = person.elsewhere.map { RowReference(role: $0.role, row: $0.row) }
    let nearest = (person.perhaps ?? person.nearest.first?.row).map { RowReference(role: .roll, row: $0) }
    let absence = 1 - person.probabilityOnRoll.value
    // Under seventeen the right to vote rests on one letter, and a wrong letter is commoner than a married child.
    let isOfAge = voter.birth.age(on: context.referenceDay).map { $0 >= 17 } ?? false
    var finding = Finding(
      card: Self.card, tier: isOfAge ? person.tier : min(person.tier, .verify),
      subject: .person(RowReference(role: voter.roll.role, row: person.row)), counterpart: elsewhere ?? nearest,
      probability: Probability(absence * (1 - (person.elsewhere?.probability.value ?? 0))), evidence: .evidence(voter),
      explanation: .notFound(voter, reason, on: context.referenceDay)
        + (person.elsewhere.map { .compared(on: $0.role) }
          ?? .compared(hasNearest: nearest != nil, mayBeHimself: person.perhaps != nil)),
      factHash: FactHash.person(voter))
    if let place, !(reason == .retired && place.digits == 16), reason != .movedIn { finding.holdBack(.named(place)) }
    return finding
  }

  private func residents(_ context: RuleContext) -> [Finding] {
    guard let residents = context.data.lists[.residents], let absent = context.absent(of: residents) else { return [] }
    let persons = absent.map { residents[$0.row] }
    let named = NamedElsewhere(persons, in: context.data)
    let served = NamedElsewhere(persons, in: context.data, on: [.specialList])
    let servedUnderErrors = Set((context.matches.absent[.specialList] ?? []).compactMap { $0.sureRow(on: .residents) })
    let votingElsewhere = NamedElsewhere(persons, in: context.data, on: [.movedVoters])
    return absent.compactMap { person in
      let resident = residents[person.row]
      guard person.tier >= .verify, !resident.isStruck, person.sureRow(on: .movedVoters) == nil else { return nil }
      guard resident.isEligible(on: context.referenceDay), votingElsewhere.place(of: resident) == nil else {
        return nil
      }
      let place = named.place(of: resident)
      let isRetired = place.map { $0.role.isService && $0.tellsOfRetirement(in: context) } ?? false
      let reason: Reason =
        isRetired
        ? .retired
        : place.map { context.cameHere($0) } ?? false
          ? .movedIn
          : served.place(of: resident) != nil || servedUnderErrors.contains(person.row)
            ? .servedLastTime
            : resident.cameOfAge(within: months, before: context.referenceDay)
              ? .cameOfAge : resident.codes.hasCard == true ? .withCard : .resident
      return finding(person, resident, reason, place, context)
    }
  }
}

/// Why the roll may have missed a resident; the raw value is the word that the finding begins with.
private enum Reason: String {
  case retired = "purnawirawan TNI/Polri"
  case movedIn = "pindah masuk"
  case servedLastTime = "DPK pemilihan lalu"
  case cameOfAge = "genap 17 tahun"
  case withCard = "penduduk ber-KTP-el"
  case resident = "penduduk"
}

extension RuleContext {
  /// Persons of a list whom the roll does not hold, but for those of areas of which it has no row.
  fileprivate func absent(of list: Roll) -> [AbsentPerson]? {
    matches.absent[list.role]?.filter { !ledger.missing.contains(list[$0.row].areaNumber) }
  }

  /// Whether the place is a row of the list of moves that leads to a desa of the kabupaten, or into it.
  fileprivate func cameHere(_ place: NamedElsewhere.Place) -> Bool {
    guard place.role == .moves, let entry = data.lists[.moves]?[place.row] else { return false }
    switch ledger.destinations.place(of: entry) {
    case .desa, .within: return true
    case .unstated, .elsewhere, .unclear, .misspelled: return false
    }
  }
}

extension Role {
  fileprivate var isService: Bool { self == .military || self == .police }
}

extension NamedElsewhere.Place {
  /// Whether the list says of the person that the service has ended.
  fileprivate func tellsOfRetirement(in context: RuleContext) -> Bool {
    guard let entry = context.data.lists[role]?[row] else { return false }
    if case .retired = ServiceState(entry, on: context.referenceDay) { return true }
    return false
  }
}

extension Voter {
  /// Whether the seventeenth birthday lies in the months up to `day`.
  fileprivate func cameOfAge(within months: Int, before day: CalendarDay) -> Bool {
    guard birth.isComplete, let age = birth.age(on: day), age >= 17 else { return false }
    return (day.year - birth.year - 17) * 12 + day.month - birth.month - (birth.day > day.day ? 1 : 0) < months
  }
}

extension String {
  fileprivate static func evidence(_ resident: Voter) -> String {
    if resident.roll.role == .specialList { return "DPK pemilihan lalu" }
    return resident.codes.hasCard == true ? "data penduduk; memiliki KTP-el" : "data penduduk"
  }

  fileprivate static func notFound(_ resident: Voter, _ reason: Reason, on day: CalendarDay) -> String {
    var text = "\(reason.rawValue): tidak ditemukan pada daftar; "
    if let age = resident.birth.age(on: day), age >= 17 {
      text += "usia \(age) tahun"
    } else {
      let isMarried = resident.marital != nil && resident.marital != .never
      text += "memenuhi syarat karena " + (isMarried ? "sudah atau pernah kawin" : "memiliki KTP-el")
    }
    return text
  }

  /// What the row beside the finding is.
  fileprivate static func compared(hasNearest: Bool, mayBeHimself: Bool) -> String {
    if mayBeHimself {
      return
        "; baris pembanding mungkin orang ini sendiri yang tertulis dengan NIK orang lain, misalnya saudara kembarnya: "
        + "cocokkan KTP-el keduanya"
    }
    return hasNearest ? "; baris pembanding: pemilih paling mirip" : ""
  }

  /// The same of a row of another list that may be the person himself.
  fileprivate static func compared(on role: Role) -> String {
    let who = role == .movedVoters ? "orang ini sendiri, yang memilih di tempat lain" : "orang ini sendiri"
    return "; baris pembanding pada daftar \(role.rawValue) mungkin \(who): cocokkan KTP-el"
  }

  fileprivate static func named(_ place: NamedElsewhere.Place) -> String {
    let what = place.digits == 16 ? "NIK ini" : place.digits > 0 ? "NIK ini (pada \(place.digits) angka)" : "orang ini"
    return "\(what) juga ada pada daftar \(place.role.rawValue); tidak diusulkan sebelum verifikasi faktual"
  }
}
