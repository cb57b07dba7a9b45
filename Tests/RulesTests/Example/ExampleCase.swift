import RollModel
import Rules

/// A case built from an example: every section as the roll or list that readers would have made of it.
struct ExampleCase {
  let table: ExampleTable
  let data: CaseData
  let election: Election
  let visits: VisitPeriod
  let settings: RuleSettings
  let settingFaults: [RuleSettings.Fault]

  init(_ example: Example, rule: String = "") throws {
    table = try ExampleTable(example.table)
    var election = Election(referenceDay: CalendarDay(iso: example.asOf) ?? CalendarDay())
    var visits = VisitPeriod()
    var own: [String: String] = [:]
    for (key, value) in example.settings {
      switch key {
      case "kapasitas_tps": election.stationCapacity = Int(value) ?? 0
      case "coklit_mulai": visits.first = CalendarDay(iso: value) ?? CalendarDay()
      case "coklit_selesai": visits.last = CalendarDay(iso: value) ?? CalendarDay()
      case "ambang_cakupan": visits.coverageThreshold = Double(value) ?? 0
      default: own[key] = value
      }
    }
    self.election = election
    self.visits = visits
    (settings, settingFaults) = RuleSettings.reading(own.isEmpty ? [:] : [rule: own])
    var builder = CaseBuilder(table)
    data = try builder.data()
  }
}

/// Makes the columns of an example's sections.
private struct CaseBuilder {
  private let table: ExampleTable
  private var lexicon = Lexicon()
  /// Desa codes in order; a code's place is its area number.
  private let codes: [String]
  private let kecamatan: [String]

  init(_ table: ExampleTable) {
    self.table = table
    let written = Set(table.sections.flatMap(\.rows).map { $0.text(.areaCode) }).filter { !$0.isEmpty }
    let codes = [""] + written.sorted()
    let kecamatan = [""] + Set(written.map { String($0.prefix(6)) }).sorted()
    self.codes = codes
    self.kecamatan = kecamatan
    // Number 0 is the empty string.
    _ = lexicon.places.intern("")
    _ = lexicon.addresses.intern("")
    _ = lexicon.notes.intern("")
    lexicon.areas = AreaTable(
      entries: codes.map { code in
        AreaTable.Entry(
          code: AreaCode(code) ?? AreaCode(number: 0), desa: code.isEmpty ? "" : "Desa \(code.suffix(4))",
          kecamatan: code.isEmpty ? "" : "Kecamatan \(code.prefix(6).suffix(2))",
          kecamatanNumber: kecamatan.firstIndex(of: String(code.prefix(6))) ?? 0)
      },
      kecamatanNames: kecamatan.map { $0.isEmpty ? "" : "Kecamatan \($0.suffix(2))" },
      kecamatanCodes: kecamatan.map { AreaCode($0) ?? AreaCode(number: 0) }, kabupatenName: "Kabupaten")
  }

  mutating func data() throws -> CaseData {
    var columns: [Role: (columns: RollColumns, section: ExampleTable.Section)] = [:]
    for section in table.sections where section.role.isPersons {
      columns[section.role] = (self.columns(section), section)
    }
    let visits = visits()
    let rolls = columns.mapValues { item in
      Roll(
        role: item.section.role, lexicon: lexicon, files: [file(item.section)], columns: item.columns,
        texts: [ExampleTexts(rows: item.section.rows)])
    }
    // A value behind a question mark is one that no table knows.
    let repairs = table.sections.enumerated().flatMap { number, section in
      section.rows.enumerated().flatMap { line, row in
        row.cells.filter { $0.value.hasPrefix("?") }.keys.sorted { $0.rawValue < $1.rawValue }.map { field in
          Repair(file: UInt32(number), line: UInt32(line + 2), field: field, deed: .leftUnknown)
        }
      }
    }
    guard let roll = rolls[.roll] else { throw ExampleTable.Fault(line: "[daftar-pemilih]") }
    var data = CaseData(
      lexicon: lexicon, roll: roll, lists: rolls.filter { $0.key != .roll }, visits: visits,
      expectedAreas: expectedAreas(), officialCounts: officialCounts(), files: table.sections.map { file($0) })
    data.outside = outside()
    data.repairs = repairs
    data.visitTotals = visitTotals()
    return data
  }

  private func file(_ section: ExampleTable.Section) -> SourceFile {
    var file = SourceFile(path: section.role.rawValue + "/contoh.csv", role: section.role, format: "csv", bytes: 0)
    file.rowsRead = section.rows.count
    file.rowsUsed = section.rows.count
    if !section.fields.contains(.nkk) { file.nkkState = .absent }
    // The day that a list of deaths was made on, as a file's name would say it.
    if section.role == .deaths, let first = section.rows.first { file.issued = day(first, [.eventDate]) }
    return file
  }

  private mutating func columns(_ section: ExampleTable.Section) -> RollColumns {
    var columns = RollColumns()
    for (number, row) in section.rows.enumerated() {
      let nik = row.text(.nik)
      let written = row.text(.birthDate)
      let birth = CalendarDay(iso: written)
      var flags: VoterCodes.Flags = []
      if !section.fields.contains(.nik) { flags.insert(.noNIKColumn) } else if nik.isEmpty { flags.insert(.missingNIK) }
      if !nik.isEmpty, nik.count != 16 { flags.insert(.malformedNIK) }
      if !section.fields.contains(.rt) { flags.insert(.noRTColumn) }
      if !written.isEmpty, birth == nil { flags.insert(.impossibleBirth) }
      let nkk = row.text(.nkk)
      if !nkk.isEmpty, nkk.count != 16 { flags.insert(.malformedNKK) }
      columns.nik.append(Self.number(nik))
      columns.nkk.append(Self.number(row.text(.nkk)))
      columns.birth.append(birth ?? CalendarDay())
      columns.tokens += row.text(.name).split(separator: " ").map { UInt32(lexicon.tokens.intern(String($0))) }
      columns.tokenStart.append(UInt32(columns.tokens.count))
      columns.place.append(Lexicon.nothing)
      columns.address.append(UInt32(lexicon.addresses.intern(row.text(.address))))
      columns.area.append(UInt32(area(row)))
      columns.rt.append(UInt16(row.text(.rt)) ?? 0)
      columns.rw.append(UInt16(row.text(.rw)) ?? 0)
      columns.tps.append(UInt16(row.text(.tps)) ?? 0)
      columns.codes.append(
        VoterCodes(
          sex: Sex.allCases.first { $0.code == row.text(.sex) },
          marital: MaritalStatus.allCases.first { $0.code == row.text(.marital) },
          mark: Int(row.text(.remark)).flatMap { CodeTable.since2023.code($0) },
          hasCard: ["S": true, "B": false][row.text(.cardStatus)], flags: flags))
      columns.event.append(day(row, [.deathDate, .eventDate]))
      columns.evidence.append(UInt32(lexicon.notes.intern(row.text(.evidence))))
      columns.file.append(0)
      columns.line.append(UInt32(number + 2))
      columns.offset.append(UInt64(number))
    }
    return columns
  }

  private mutating func visits() -> VisitLog {
    var log = VisitLog()
    for section in table.sections where section.role == .visits && !Self.isTotals(section) {
      log.files = [file(section)]
      for (number, row) in section.rows.enumerated() {
        log.nkk.append(Self.number(row.text(.nkk)))
        log.area.append(UInt32(area(row)))
        log.rt.append(UInt16(row.text(.rt)) ?? 0)
        log.rw.append(UInt16(row.text(.rw)) ?? 0)
        log.tps.append(UInt16(row.text(.tps)) ?? 0)
        log.date.append(day(row, [.visitDate]))
        log.sticker.append(["Tidak": 1, "Ya": 2][row.text(.sticker)] ?? 0)
        log.surveyor.append(Lexicon.nothing)
        log.result.append(UInt32(lexicon.notes.intern(row.text(.result))))
        log.file.append(0)
        log.line.append(UInt32(number + 2))
      }
    }
    return log
  }

  private static func isTotals(_ section: ExampleTable.Section) -> Bool {
    section.role == .visits && VisitTotal.fields.contains { section.fields.contains($0) }
  }

  private func visitTotals() -> [VisitTotal] {
    table.sections.enumerated().filter { Self.isTotals($1) }.flatMap { file, section in
      section.rows.enumerated().map { number, row in
        var key = key(row)
        key.tps = Int(row.text(.tps)) ?? 0
        return VisitTotal(key: key, file: file, line: number + 2) { Int(row.text($0)) }
      }
    }
  }

  private func outside() -> [OutsidePair] {
    table.sections.filter { $0.role == .outside }.flatMap(\.rows).enumerated().map { number, row in
      OutsidePair(
        pair: IdentityHash.read(row.text(.pairID).utf8) ?? 0, rowHash: IdentityHash.read(row.text(.rowHash).utf8) ?? 0,
        relation: PairRelation(label: row.text(.relation)) ?? .samePerson,
        tier: Tier(label: row.text(.tier)) ?? .verify, weight: MatchWeight(0),
        probability: Probability(Double(row.text(.probability)) ?? 0),
        otherKabupaten: AreaCode(row.text(.otherArea)) ?? AreaCode(number: 0), otherName: "",
        otherDesa: AreaCode(row.text(.otherDesa)) ?? AreaCode(number: 0), otherStation: 0, namesakes: 0, population: 0,
        agreement: "", line: number + 2)
    }
  }

  private func expectedAreas() -> [ExpectedArea] {
    table.sections.filter { $0.role == .areas }.flatMap(\.rows).enumerated().map { number, row in
      ExpectedArea(
        key: key(row), name: row.text(.areaName), households: Int(row.text(.households)) ?? 0, file: 0,
        line: number + 2)
    }
  }

  private func officialCounts() -> [OfficialCount] {
    let rows = table.sections.enumerated().filter { $1.role == .officialCounts }.flatMap { file, section in
      section.rows.map { (file, $0) }
    }
    return rows.enumerated().map { number, item in
      let (file, row) = item
      var key = key(row)
      key.tps = Int(row.text(.tps)) ?? 0
      return OfficialCount(
        key: key, men: Int(row.text(.men)), women: Int(row.text(.women)), total: Int(row.text(.total)) ?? 0,
        changes: RecapChanges { Int(row.text($0)) }, file: file, line: number + 2)
    }
  }

  private func key(_ row: ExampleTable.Row) -> AreaKey {
    let area = area(row)
    return AreaKey(
      kecamatan: lexicon.areas[area].kecamatanNumber, desa: area, rw: Int(row.text(.rw)) ?? 0,
      rt: Int(row.text(.rt)) ?? 0)
  }

  private func area(_ row: ExampleTable.Row) -> Int { codes.firstIndex(of: row.text(.areaCode)) ?? 0 }

  private func day(_ row: ExampleTable.Row, _ fields: [Field]) -> CalendarDay {
    fields.lazy.compactMap { CalendarDay(iso: row.text($0)) }.first ?? CalendarDay()
  }

  /// Sixteen digits with one hidden run; anything else is no number.
  private static func number(_ text: String) -> NIK {
    guard text.count == 16 else { return NIK() }
    let digits = Array(text.utf8)
    let start = digits.firstIndex(of: 42) ?? 0
    let length = digits.count { $0 == 42 }
    let value = digits.reduce(UInt64(0)) { $0 * 10 + ($1 == 42 ? 0 : UInt64($1 - 48)) }
    return NIK(number: value, hiddenStart: start, hiddenLength: length)
  }
}

private struct ExampleTexts: RowTexts {
  let rows: [ExampleTable.Row]
  func text(_ field: Field, at offset: Int) -> String { rows[offset].text(field) }
}
