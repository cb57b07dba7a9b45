import RollModel

/// The roll, its earlier edition, and the truth that can be read off the roll's own rows.
extension Scribe {
  mutating func writeRoll() {
    var nextCopy = 0
    var person = 0
    let persons = village.persons
    let homes = copies.filter { $0.household >= 0 }
    let guests = copies.filter { $0.household < 0 }
    for household in village.households.indices {
      while person < persons.count, Int(persons[person].household) == household {
        if persons[person].isVoter { writeVoter(person) }
        person += 1
      }
      for copy in homes where Int(copy.household) == household { writeCopy(copy, into: household) }
      let end = Double(household + 1) / Double(village.households.count)
      while nextCopy < guests.count, guests[nextCopy].position < end {
        writeCopy(guests[nextCopy], into: household)
        nextCopy += 1
      }
    }
    linkHousemates()
  }

  private mutating func writeVoter(_ index: Int) {
    let person = village.persons[index]
    var random = random(index, .roll)
    var record = trueRecord(index)
    if person.numberOwner >= 0 { record.number = number(of: Int(person.numberOwner)) }
    world.model.registration.apply(to: &record, added: familyWord(index), &random)
    let rollID = 160_000_000 + 2 * place.firstVoter + index
    let wasThere = !person.marks.contains(.newOnRoll) && !person.marks.contains(.underage) && !isRecent(index)
    if wasThere {
      let (row, sink) = newRow(.previousRoll)
      if comesBack(index) { record.mark = 1 } else { changes.before.add(record.sex) }
      writer.write(record, .previousRoll, to: sink, serial: row + 1, rollID: rollID)
      record.mark = 0
    }
    plant(index, in: &record, &random)
    plantOddities(index, in: &record)
    rollRow[index] = Int32(write(record, rollID: rollID, issued: household(of: index).card))
    count(record, wasThere: wasThere && !comesBack(index))
    noteStrike(of: index, record, row: Int(rollRow[index]))
    if comesBack(index) {
      note("tms-muncul-lagi", Int(rollRow[index]))
      isOutOfBalance = true
      unbalancedStations.insert(Int(record.tps))
    }
    depart(index, record)
    if let group = group(of: index) {
      groupRows.append(
        GroupRow(group: group, file: .roll, row: Int(rollRow[index]), isStruck: record.mark == 2))
    }
  }

  /// In a province: lets a voter of whom nothing else is planted stand on the roll of another kabupaten too.
  private mutating func depart(_ index: Int, _ record: Record) {
    guard let rates = plan.guests, record.mark == 0, record.tps < 900, village.persons[index].marks.isEmpty,
      group(of: index) == nil, !comesBack(index), !isRecent(index), !namesakes.contains(index),
      !Self.isOddity(index, desa: desa, plan), village.persons[index].numberOwner < 0
    else { return }
    let household = Int(village.persons[index].household)
    guard let kind = rates.kind(person: lot(index, 0x6E5), household: lot(household, 0x6E6)) else { return }
    departures.append(
      Departure(
        kind: kind, record: trueRecord(index), place: Places(plan)[Int(village.persons[index].place)],
        household: desa << 24 | household, row: Int(rollRow[index])))
  }

  /// Counts a row of the roll for the recap of changes.
  private mutating func count(_ record: Record, wasThere: Bool) {
    let isStruck = record.mark != 0 && record.mark != 8
    if isStruck {
      if wasThere { changes.struck[Int(record.mark)].add(record.sex) }
      changes.doubtful += 1
    } else {
      changes.now.add(record.sex)
      if !wasThere { changes.new.add(record.sex) }
      if record.mark == 8 { changes.doubtful += 1 }
    }
  }

  /// One in two thousand voters was struck as dead on the earlier roll.
  private func comesBack(_ index: Int) -> Bool {
    village.persons[index].marks.isEmpty && group(of: index) == nil
      && Self.comesBack(index, desa: desa, plan)
  }

  /// In one desa of twenty one voter in eight is new on this roll.
  private func isRecent(_ index: Int) -> Bool { isSwollen && lot(index, 0x4E3) % 8 == 0 && !comesBack(index) }

  static func comesBack(_ index: Int, desa: Int, _ plan: SamplePlan) -> Bool {
    !plan.isClean && mixed(plan.seed ^ 0xBAC ^ UInt64(desa) << 32 ^ UInt64(index)) % 2000 == 0
  }

  private mutating func writeCopy(_ copy: Copy, into household: Int) {
    var record = copy.record
    let host = village.households[household]
    if copy.household < 0 {
      record.rt = Village.rt(host.rt)
      record.rw = Village.rw(host.rt)
      record.street = host.street
      record.house = UInt16(1 + mixed(record.card) % 120)
    }
    record.tps = host.tps
    let rollID = copy.guest < 0 ? 560_000_000 + Int(copy.group) : 760_000_000 + Int(copy.guest)
    let wasThere = copy.position > 0.3
    if wasThere {
      let (row, sink) = newRow(.previousRoll)
      changes.before.add(record.sex)
      writer.write(record, .previousRoll, to: sink, serial: row + 1, rollID: rollID)
    }
    if copy.isStruck { record.mark = 2 }
    let row = write(record, rollID: rollID, issued: copy.issuedCard)
    count(record, wasThere: wasThere)
    guard copy.guest < 0 else {
      arrivals.append((Int(copy.guest), row))
      return
    }
    let note = world.model.duplicateKinds.kinds[Int(copy.kind)].name
    groupRows.append(GroupRow(group: copy.group, file: .roll, row: row, note: note, isStruck: copy.isStruck))
  }

  /// - Parameter issued: the family's card, which the row may show with a fault.
  private mutating func write(_ record: Record, rollID: Int, issued: UInt64) -> Int {
    let (row, sink) = newRow(.roll)
    writer.write(record, .roll, to: sink, serial: row + 1, rollID: rollID)
    // Code 8 moves a voter and removes nobody.
    if record.mark != 0, record.mark != 8 {
      struck[Int(record.tps), default: ([], 0)].rows.append(row)
      if record.sex == .male { struck[Int(record.tps)]?.men += 1 }
      if stations[Int(record.tps)] == nil { stations[Int(record.tps)] = (0, 0) }
    } else if record.sex == .male {
      stations[Int(record.tps), default: (0, 0)].men += 1
    } else {
      stations[Int(record.tps), default: (0, 0)].women += 1
    }
    if record.mark == 1 { deaths.coded += 1 }
    guard record.mark == 0 || record.mark == 8 else { return row }
    noteDefects(of: record, row: row)
    if record.card != 0 {
      cards[record.card, default: []].append(
        CardRow(row: row, tps: record.tps, birth: record.birth, rt: record.rt, rw: record.rw, issued: issued))
    }
    return row
  }

  /// Writes the planted errors of one row.
  private func plant(_ index: Int, in record: inout Record, _ random: inout SeededGenerator) {
    let marks = village.persons[index].marks
    if marks.contains(.badNumber) { Self.spoilNumber(of: &record, &random) }
    if marks.contains(.badBirth) {
      record.birth = random.pick([
        CalendarDay(day: 31, month: 2, year: 1971), CalendarDay(day: 12, month: 5, year: plan.referenceDay.year + 3),
        CalendarDay(day: 4, month: 9, year: 1879), CalendarDay(day: 31, month: 11, year: 1988),
        CalendarDay(day: 30, month: 2, year: 1990),
      ])
    }
    if marks.contains(.noNeighbourhood) { (record.rt, record.rw) = (0, 0) }
    record.mark = strike(of: index)
    if marks.contains(.otherStation), hasHousemates(index), village.stationCount > 1, record.tps < 900 {
      record.tps = record.tps % UInt16(village.stationCount) + 1
    }
  }

  /// Defects of writing, on voters of whom nothing else is planted: a name that is none, no address, an unknown code.
  private func plantOddities(_ index: Int, in record: inout Record) {
    guard village.persons[index].marks.isEmpty, group(of: index) == nil else { return }
    switch Self.oddity(index, desa: desa, plan) {
    case 0: record.name = Name([Word("-")])
    case 1: record.name = Name([Word("TES"), Word("TES")])
    case 2, 3: record.addressStyle = Record.noAddress
    case 4, 5: record.disability = 9
    case 6, 7: record.card = 0
    default: break
    }
  }

  private static func oddity(_ index: Int, desa: Int, _ plan: SamplePlan) -> UInt64 {
    plan.isClean ? .max : mixed(plan.seed ^ 0x0DD ^ UInt64(desa) << 32 ^ UInt64(index)) % 2400
  }

  static func isOddity(_ index: Int, desa: Int, _ plan: SamplePlan) -> Bool { oddity(index, desa: desa, plan) < 8 }

  private static func spoilNumber(of record: inout Record, _ random: inout SeededGenerator) {
    let number = record.number
    record.numberForm = .full
    switch random.below(6) {
    case 0: record.numberForm = .fifteenDigits
    case 1: record.numberForm = .letter
    case 2: record.number = number / 10_000 * 10_000
    case 3: record.number = number - number / 1_000_000 % 100 * 1_000_000 + 13 * 1_000_000
    case 4: record.number = number - number / 100_000_000 % 100 * 100_000_000
    default: record.number = number % 100_000_000_000_000 + 9_900_000_000_000_000
    }
  }

  /// What rules of one row must find, read off the row as it was written.
  private mutating func noteDefects(of record: Record, row: Int) {
    let birth = record.birth
    let today = plan.referenceDay
    let canBe = birth.isPossible && birth <= today
    if !canBe || birth.year < 1900 { note("tanggal-lahir-tidak-wajar", row) }
    if canBe, birth.year >= 1900, let age = birth.age(on: today) {
      if age < 17, record.marital == .never { note("di-bawah-umur", row) }
      if age > 100 { note("usia-lanjut", row) }
    }
    switch record.numberForm {
    case .fifteenDigits, .letter: note("nik-tidak-valid", row)
    case .full: if !NIK(number: record.number).hasValidForm { note("nik-tidak-valid", row) }
    case .missing: note("nik-tidak-valid", row)
    }
    if disagrees(record) { note("nik-beda-tanggal-lahir", row) }
    if record.rt == 0, record.tps < 900 { note("rt-rw-kosong", row) }
    if Self.isOdd(record.name) { note("nama-tidak-wajar", row) }
    if record.addressStyle == Record.noAddress, record.tps < 900 { note("alamat-kosong", row) }
    if record.disability == 9 { note("kode-tidak-dikenal", row) }
    if !record.hasCard { note("belum-ktp-el", row) }
    if record.card == 0, record.tps < 900 { note("pemilih-tanpa-kk-coklit", row) }
    let card = NIK(number: record.card)
    if record.card == 0 || !card.hasValidForm || record.card / 100_000_000 % 100 > 40 { note("nkk-tidak-valid", row) }
  }

  private static let titles = Set(Word.table("H HJ IR DR DRS H. HJ. IR. DR. DRS. SPD AMD SSOS SKEP MPD"))

  /// A sign alone, the planted words, or one letter with or without a dot.
  private static func isOdd(_ name: Name) -> Bool {
    if name.count == 2, name.first == Word("TES"), name.last == Word("TES") { return true }
    // What titles and a father's name leave of it.
    let own = name.all.prefix { $0 != Word("BIN") && $0 != Word("BINTI") }.filter { !titles.contains($0) }
    if own.count < name.all.filter({ !titles.contains($0) }).count, own.first?.count ?? 0 < 3 { return false }
    guard own.count == 1 else { return own.isEmpty && name.count == 1 && name.first.count == 1 }
    let letters = own[0].bytes.filter { $0 >= 65 }
    return letters.count <= 1 || letters.count >= 3 && Set(letters).count == 1 || own[0] == Word("NAMA")
  }

  mutating func note(_ rule: StaticString, _ row: Int) {
    truth.append(TruthEntry(kind: .row, rule: rule, file: .roll, row: row, areaCode: place.code))
  }

  /// Whether two others of the household are voters, so that one row at another station is the smaller part.
  private func hasHousemates(_ index: Int) -> Bool {
    let household = village.persons[index].household
    return village.persons[max(0, index - 9)..<min(village.persons.count, index + 10)].count {
      $0.isVoter && $0.household == household
    } > 2
  }

  /// Twins and copied numbers: pairs of rows of two people.
  private mutating func linkHousemates() {
    for (i, person) in village.persons.enumerated() where person.isVoter {
      if person.isYoungerTwin, rollRow[i - 1] >= 0 {
        truth.append(
          TruthEntry(
            kind: .twins, rule: "kemungkinan-kembar", file: .roll, row: Int(rollRow[i - 1]), otherFile: .roll,
            otherRow: Int(rollRow[i]),
            note: person.homeApart >= 0 ? "beda KK" : person.numberOwner >= 0 ? "NIK tersalin" : ""))
      }
      if person.numberOwner >= 0, rollRow[Int(person.numberOwner)] >= 0 {
        truth.append(
          TruthEntry(
            kind: .pair, rule: "nik-sama-orang-berbeda", file: .roll, row: Int(rollRow[Int(person.numberOwner)]),
            otherFile: .roll, otherRow: Int(rollRow[i]), note: person.isYoungerTwin ? "kembar" : ""))
      }
    }
    noteSplitCards()
  }

  /// Rows of one card at several stations, planted or because a number was misread as another's: noted is the eldest where
  /// the fewest stand.
  private mutating func noteSplitCards() {
    for (_, rows) in cards.sorted(by: { $0.key < $1.key }) where rows.count > 1 {
      let parts = Dictionary(grouping: rows, by: \.tps).values
        .sorted { ($1.count, $0[0].tps) < ($0.count, $1[0].tps) }
      guard parts.count > 1, let eldest = parts.last?.min(by: { $0.birth < $1.birth }) else { continue }
      note("kk-beda-tps", eldest.row)
    }
  }
}
