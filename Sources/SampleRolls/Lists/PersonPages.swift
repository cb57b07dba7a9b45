import RollModel

/// Lists that name persons: the dead, those who left, who may not vote, residents, the special list, signs of life.
extension Scribe {
  mutating func writePersons() {
    defer {
      if isOutOfBalance {
        for station in [0] + unbalancedStations.sorted() { noteArea("neraca-pemilih", station) }
      }
    }
    for index in village.persons.indices {
      let person = village.persons[index]
      let mark = person.outside
      if person.marks.contains(.dead) || mark == .deadOutside { writeDeath(index) }
      if plan.isClean, mark == .deadOutside { writeEarlierDead(index) }
      if plan.isClean, arrived(index) { writeArrival(index) }
      if person.marks.contains(.moved) || mark == .movedOutside || trace(of: index) == .listed { writeMove(index) }
      if person.marks.contains(.soldier) || mark == .soldierOutside { write(index, .soldiers, "tni") }
      if person.marks.contains(.police) { write(index, .police, "polri") }
      if person.marks.contains(.foreigner) { write(index, .foreigners, "wna") }
      if person.marks.contains(.revoked) { write(index, .revoked, "hak-pilih-dicabut") }
      if person.marks.contains(.servedVoter) || mark == .servedOutside { writeServed(index) }
      if person.marks.contains(.lifeSign), !plan.isClean || strike(of: index) == 0 { writeLifeSign(index) }
      writeMovedVoter(index)
      writeResident(index)
      if mark == .absentResident, index % 3 == 0 {
        let (row, sink) = newRow(.previousRoll)
        let rollID = 160_000_000 + 2 * place.firstVoter + index
        writer.write(trueRecord(index), .previousRoll, to: sink, serial: row + 1, rollID: rollID)
        truth.append(
          TruthEntry(kind: .row, rule: "hilang-tanpa-kode", file: .previousRoll, row: row, areaCode: place.code))
        isOutOfBalance = true
        unbalancedStations.insert(Int(trueRecord(index).tps))
        changes.before.add(trueRecord(index).sex)
        changes.gone.add(trueRecord(index).sex)
        changes.doubtful += 2
      }
    }
  }

  // MARK: - Deaths

  private mutating func writeDeath(_ index: Int) {
    let list = world.model.deathList
    var random = random(index, .deathCertificates)
    let sawSince = village.persons[index].marks.contains(.lifeSign)
    let event = before(sawSince ? 420 + random.below(300) : 40 + random.below(700))
    let first: ListFile = random.chance(0.45) ? .deathCertificates : .deathReports
    let filed = writeDeath(index, first, event, &random)
    // A voter's death counts where he is a voter, another's where it is filed.
    // Who was struck on the earlier roll is nobody whom this one would have to strike.
    if !plan.isClean || rollRow[index] >= 0 { deaths.told[rollRow[index] >= 0 ? desa : filed, default: 0] += 1 }
    if random.chance(list.toldTwice) {
      let second: ListFile = first == .deathReports ? .deathCertificates : .deathReports
      writeDeath(index, second, event, &random)
    }
  }

  /// Returns the desa that the death is filed under.
  @discardableResult
  private mutating func writeDeath(
    _ index: Int, _ file: ListFile, _ event: CalendarDay, _ random: inout SeededGenerator
  ) -> Int {
    let list = world.model.deathList
    var record = trueRecord(index)
    world.model.deaths.apply(to: &record, added: familyWord(index), &random)
    if random.chance(list.relativesNumber), let other = housemate(of: index) { record.number = number(of: other) }
    if random.chance(list.noDate) {
      record.birth = CalendarDay()
    } else if random.chance(list.yearOnly) {
      record.birth = CalendarDay(year: record.birth.year)
    }
    if random.chance(list.otherDesa) { record.desa = random.pick(Array(plan.desaOf[place.kecamatan])) }
    let evidence: StaticString =
      file == .deathCertificates
      ? "akta kematian" : random.pick(["surat keterangan desa", "laporan RT", "laporan keluarga"])
    let (row, sink) = newRow(file)
    let layout: Layout = file == .deathCertificates ? .deathCertificates : .deathReports
    writer.write(record, layout, to: sink, serial: row + 1, event: event, evidence: evidence)
    link(index, "meninggal", file, row)
    return record.desa
  }

  private func housemate(of index: Int) -> Int? {
    let persons = village.persons
    return [index - 1, index + 1].first {
      persons.indices.contains($0) && persons[$0].household == persons[index].household
    }
  }

  // MARK: - Other lists

  private mutating func write(_ index: Int, _ file: ListFile, _ rule: StaticString) {
    var random = random(index, file)
    var record = trueRecord(index)
    world.model.otherLists.apply(to: &record, added: familyWord(index), &random)
    let (row, sink) = newRow(file)
    let layout: Layout = file == .foreigners ? .persons : .barred
    writer.write(
      record, layout, to: sink, serial: row + 1, event: before(20 + random.below(900)),
      evidence: Self.evidence(file))
    link(index, rule, file, row)
  }

  /// Of those who left the roll or never stood on it half went to a desa of the kabupaten; of voters a quarter, and a few
  /// moved within their desa.
  private mutating func writeMove(_ index: Int) {
    let person = village.persons[index]
    var random = random(index, .moves)
    var record = trueRecord(index)
    world.model.otherLists.apply(to: &record, added: familyWord(index), &random)
    let isSingle = person.isVoter && group(of: index) == nil && trace(of: index) == nil
    let lot = lot(index, 0x60A) % 16
    var destination = Destination.town(1 + random.below(Gazetteer.towns.count - 1))
    if plan.isClean {
      // Who is struck left the kabupaten; who came has a row of his own.
    } else if isSingle && lot < 4 || person.outside == .movedOutside && lot < 8 {
      destination = .desa((desa + 1 + random.below(max(1, plan.desa.count - 1))) % plan.desa.count)
    } else if isSingle && lot == 4 {
      destination = .desa(desa)
    }
    let (row, sink) = newRow(.moves)
    writer.write(
      record, .moves, to: sink, serial: row + 1, event: before(20 + random.below(900)), evidence: "SKPWNI",
      destination: destination)
    guard trace(of: index) == nil else { return }
    if case .town = destination { return link(index, "pindah-domisili", .moves, row) }
    link(index, "pindah-antar-desa", .moves, row)
    if !person.isVoter {
      truth.append(
        TruthEntry(kind: .row, rule: "pindah-masuk-belum", file: .moves, row: row, areaCode: place.code))
    }
  }

  private static func evidence(_ file: ListFile) -> StaticString {
    switch file {
    case .soldiers: "surat Kodim"
    case .police: "surat Polres"
    case .foreigners: "data imigrasi"
    default: "putusan inkrah"
    }
  }

  private mutating func writeServed(_ index: Int) {
    var random = random(index, .special)
    var record = trueRecord(index)
    world.model.otherLists.apply(to: &record, added: familyWord(index), &random)
    let (row, sink) = newRow(.special)
    writer.write(record, .special, to: sink, serial: row + 1)
    if village.persons[index].marks.contains(.servedVoter) { link(index, "dpk-tidak-murni", .special, row) }
    if village.persons[index].outside == .servedOutside {
      servedBeside[Int(record.tps), default: 0] += 1
      truth.append(TruthEntry(kind: .row, rule: "dpk-murni", file: .special, row: row, areaCode: place.code))
      if !isResident(index) {
        truth.append(TruthEntry(kind: .row, rule: "belum-terdaftar", file: .special, row: row, areaCode: place.code))
      }
    }
  }

  private mutating func writeLifeSign(_ index: Int) {
    var random = random(index, .lifeSigns)
    var record = trueRecord(index)
    world.model.otherLists.apply(to: &record, added: familyWord(index), &random)
    let (row, sink) = newRow(.lifeSigns)
    let evidence: StaticString = random.pick(["daftar hadir pemilih", "perekaman KTP-el", "kunjungan petugas"])
    writer.write(
      record, .lifeSigns, to: sink, serial: row + 1, event: before(1 + random.below(300)), evidence: evidence)
  }

  /// One in 300 voters asked to vote elsewhere; of the residents who are not on the roll one in ten is on another roll.
  private mutating func writeMovedVoter(_ index: Int) {
    guard votesElsewhere(index) else { return }
    var random = random(index, .movedVoters)
    var record = trueRecord(index)
    world.model.otherLists.apply(to: &record, added: familyWord(index), &random)
    let (row, sink) = newRow(.movedVoters)
    writer.write(record, .special, to: sink, serial: row + 1)
  }

  private func votesElsewhere(_ index: Int) -> Bool {
    let person = village.persons[index]
    let chance = person.outside == .absentResident ? 10 : person.isVoter && person.marks.isEmpty ? 300 : 0
    return chance > 0 && mixed(plan.seed ^ 0xD9B ^ UInt64(desa) << 32 ^ UInt64(index)) % UInt64(chance) == 0
  }

  /// Whether somebody stands on the list of residents, and as what.
  private mutating func writeResident(_ index: Int) {
    let person = village.persons[index]
    switch person.outside {
    case nil:
      for mark in [Mark.dead, .moved, .foreigner, .underage, .youngMarried, .notResident, .veryOld]
      where person.marks.contains(mark) { return }
      if let trace = trace(of: index), trace != .stayed { return }
    case .absentResident, .minor: break
    case .servedOutside: if !isResident(index) { return }
    default: return
    }
    var random = random(index, .residents)
    var record = trueRecord(index)
    world.model.residents.apply(to: &record, added: familyWord(index), &random)
    if person.outside == .minor { (record.hasCard, record.birth) = (false, person.birth) }
    let (row, sink) = newRow(.residents)
    writer.write(record, .residents, to: sink, serial: row + 1)
    guard person.outside == .absentResident || person.outside == .servedOutside, !votesElsewhere(index) else { return }
    truth.append(
      TruthEntry(
        kind: .row, rule: "belum-terdaftar", file: .residents, row: row, areaCode: place.code, rw: record.rw,
        rt: record.rt))
  }

  /// Two in five of those who were served from the special list are on no list of residents.
  private func isResident(_ servedOutside: Int) -> Bool { servedOutside % 5 >= 2 }

  // MARK: - Shared

  /// Notes that a list row tells of a person; the pair with the roll row is the truth.
  private mutating func link(_ index: Int, _ rule: StaticString, _ file: ListFile, _ row: Int) {
    guard village.persons[index].isVoter else { return }
    if let group = group(of: index) {
      groupRows.append(GroupRow(group: group, rule: rule, file: file, row: row))
    } else {
      truth.append(
        TruthEntry(
          kind: .pair, rule: rule, file: .roll, row: Int(rollRow[index]), otherFile: file, otherRow: row,
          areaCode: place.code))
    }
  }

  /// The day so many days before the reference day.
  func before(_ days: Int) -> CalendarDay { CalendarDay(ordinal: (plan.referenceDay.ordinal ?? 739_000) - days) }
}
