import Documents
import Normalizers
import RollModel

/// Takes the persons of one piece of one file, with what lies on the thread's desk.
struct PersonRows: RowTaker {
  var tally = RowTally()
  private var tallies: PersonTallies
  var records: [PersonRecord] = []
  var tokens: [UInt32] = []
  var words: WordMemory
  private var codes: CodeColumns
  let plan: PersonPlan
  /// Of rows that have no column of it; 0 where nothing says it.
  private(set) var station: UInt16
  let context: PieceContext
  /// The rows between persons that were last looked at.
  private var run: PageFoot.Run?
  /// Secondary fields of the row that could not be read; nil where such a field refuses the row.
  var unknown: [Field]?
  /// One of them holds a date although it is none of dates.
  private var holdsStrayDate = false

  /// Dates and numbers of the row of which something is written, and not all of it read, though no column holds another's
  /// value.
  var unread: [Field] = []

  private static let longestName = 300
  /// More unreadable fields than these are the mark of a row whose cells moved.
  private static let mostUnknown = 3

  init(_ context: PieceContext, _ desk: ReadingDesk, capacity: Int) {
    self.context = context
    words = desk.take(context.encoding)
    tallies = PersonTallies(areas: AreaMemo(context))
    codes = context.codes
    plan = PersonPlan(context)
    station = plan.station
    swap(&records, &desk.records)
    swap(&tokens, &desk.tokens)
    records.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    records.reserveCapacity(capacity)
    tokens.reserveCapacity(capacity * 2)
  }

  consuming func finish(_ desk: ReadingDesk) -> PersonTallies {
    desk.records = records
    desk.tokens = tokens
    desk.put(words)
    return tallies
  }

  mutating func enter(_ title: TitleArea) {
    tallies.areas.enter(title)
    if plan.tps == RowReader.absent { station = UInt16(clamping: context.station ?? title.station ?? 0) }
  }

  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault? {
    if let fault = reader.fault(of: row) { return fault }
    if !unread.isEmpty { unread = [] }
    var person = PersonRecord(offset: UInt64(row.offset), line: UInt32(truncatingIfNeeded: row.line))
    var flags = plan.always
    let firstToken = tokens.count
    do throws(RowFault) {
      let name = try readName(row, reader)
      let forms = try readNumbers(row, reader, &person, &flags)
      let place = try readDates(row, reader, &person, &flags)
      if person.nik.isMissing, person.birth.isUnknown || hasNoDate(row, reader),
        context.furniture.mayBe(row, name, &run)
      {
        throw RowFault(.name, .noName, name)
      }
      if plan.receipt != RowReader.absent, reader.value(plan.receipt, row).isEmpty {
        throw RowFault(.receipt, .emptyValue)
      }
      var codes = try readCodes(row, reader)
      let outcomes = try readStation(row, reader, &person, &flags)
      if unknown?.isEmpty == false, hasStrayMark(row, reader, mark: codes >> 4 & 31) {
        codes &= ~(31 << 4)
        try leave(.remark, .unknownCode, reader.value(plan.remark, row))
      }
      person.area = try readArea(row, reader)
      if plan.hasWords {
        try readWords(row, reader, name, place, &person, &flags)
      } else if context.readsWordsLate {
        try checkName(name)
      }
      if let unknown, unknown.count > (holdsStrayDate ? 1 : Self.mostUnknown) {
        tokens.removeSubrange(firstToken...)
        throw RowFault(unknown.first, .unknownCode)
      }
      // Nothing is left that could refuse the row.
      if outcomes.rt == .repaired || outcomes.rw == .repaired || outcomes.tps == .repaired {
        flags.insert(.repaired)
        tally.repair(
          row, [(.rt, person.rt, outcomes.rt), (.rw, person.rw, outcomes.rw), (.tps, person.tps, outcomes.tps)])
      }
      if !unread.isEmpty { tally.leaveUnknown(unread, of: row) }
      tallies.nik.note(person.nik, forms.nik)
      tallies.nkk.note(person.nkk, forms.nkk)
      person.codes = VoterCodes(bits: codes | UInt32(flags.rawValue) << 16)
      if let residents = context.residents, residents.place(of: row, reader).isMissing {
        // On no list of those who should go, and nobody to be put on the roll.
        person.codes.bits |= UInt32(TMSCode.unknownPerson.rawValue) << 4
      }
    } catch {
      return error
    }
    person.tokenEnd = UInt32(tokens.count)
    if plan.isKept { records.append(person) }
    return nil
  }

  // Each step is a function of its own: all in one are more than the compiler inlines into. Those that change nothing are
  // mutating all the same, since a copy of the taker counts references.

  /// Whether the birth date is a number of so few digits that a sum would be read as a day.
  private func hasNoDate(_ row: CSVRow, _ reader: borrowing RowReader) -> Bool {
    plan.birth != RowReader.absent && reader.value(plan.birth, row).count < 4
  }

  @inline(never)
  private mutating func readName(_ row: CSVRow, _ reader: borrowing RowReader) throws(RowFault) -> FieldBytes {
    let name = reader.value(plan.name, row)
    if name.isEmpty {
      guard canLackName(row, reader) else { throw RowFault(.name, .emptyValue) }
    } else {
      if name.count > Self.longestName { throw RowFault(.name, .tooLong, shown: "\(name.count) huruf") }
      if !name.contains(where: { $0.isLetter || $0 >= 128 }) { try leave(.name, .noName, name) }
    }
    return name
  }

  @inline(never)
  private mutating func readNumbers(
    _ row: CSVRow, _ reader: borrowing RowReader, _ person: inout PersonRecord, _ flags: inout VoterCodes.Flags
  ) throws(RowFault) -> (nik: IdentityNumber.Form, nkk: IdentityNumber.Form) {
    let nikText = reader.value(plan.nik, row)
    let (nik, nikForm) = IdentityNumber.read(nikText)
    if nikForm == .malformed {
      if Self.hasWord(nikText) { try leave(.nik, .lettersInNumber, nikText) }
      flags.insert(.malformedNIK)
    } else if nikForm == .empty {
      flags.insert(.missingNIK)
    }
    let nkkText = reader.value(plan.nkk, row)
    let (nkk, nkkForm) = IdentityNumber.read(nkkText)
    if nkkForm == .malformed {
      if Self.hasWord(nkkText) { try leave(.nkk, .lettersInNumber, nkkText) }
      flags.insert(.malformedNKK)
    }
    (person.nik, person.nkk) = (nik, nkk)
    return (nikForm, nkkForm)
  }

  /// Reads both dates, and gives the text of the place of birth.
  @inline(never)
  mutating func readDates(
    _ row: CSVRow, _ reader: borrowing RowReader, _ person: inout PersonRecord, _ flags: inout VoterCodes.Flags
  ) throws(RowFault) -> FieldBytes {
    var placeText = reader.value(plan.place, row)
    var birthText = reader.value(plan.birth, row)
    if plan.placeAndDate != RowReader.absent {
      let both = reader.value(plan.placeAndDate, row)
      let cut = DateText.start(inPlaceAndDate: both)
      placeText = both.part(0..<cut)
      birthText = both.part(cut..<both.count).trimmed
    }
    let (birth, birthOutcome) = DateText.read(birthText, form: plan.birthForm)
    if birthOutcome == .notADate { try leave(.birthDate, .notADate, birthText) }
    if birthOutcome == .impossible { unread.append(.birthDate) }
    if birthOutcome == .notADate || birthOutcome == .impossible {
      flags.insert(.impossibleBirth)
      if !DateText.isOnNoCalendar(birthText) { flags.insert(.unreadBirth) }
    }
    person.birth = birth
    if plan.event != RowReader.absent || plan.needsEvent {
      let eventText = reader.value(plan.event, row)
      let (event, eventOutcome) = DateText.read(eventText, form: plan.eventForm)
      if eventOutcome == .notADate { try leave(.eventDate, .notADate, eventText) }
      if plan.needsEvent, event.isUnknown { throw RowFault(.eventDate, .emptyValue, eventText) }
      person.event = event
      if eventOutcome == .impossible {
        unread.append(plan.eventField)
        if event.isUnknown, DateText.writesImpossibleYear(eventText) { flags.insert(.impossibleEventYear) }
      }
    }
    return placeText
  }

  /// The small codes, packed as in `VoterCodes`.
  @inline(never)
  private mutating func readCodes(_ row: CSVRow, _ reader: borrowing RowReader) throws(RowFault) -> UInt32 {
    let sex = try known(codes.sex.code(reader.value(plan.sex, row)), reader.value(plan.sex, row), .sex)
    let marital = try known(
      codes.marital.code(reader.value(plan.marital, row)), reader.value(plan.marital, row), .marital)
    let disability = try known(
      codes.disability.code(reader.value(plan.disability, row)), reader.value(plan.disability, row), .disability)
    let card = try known(codes.card.code(reader.value(plan.card, row)), reader.value(plan.card, row), .cardStatus)
    let mark =
      plan.remarkIsMark
      ? try known(codes.mark.code(reader.value(plan.remark, row)), reader.value(plan.remark, row), .remark) : 0
    return sex | marital << 2 | mark << 4 | disability << 9 | card << 12
  }

  @inline(__always)
  private mutating func known(_ code: UInt8, _ text: FieldBytes, _ field: Field) throws(RowFault) -> UInt32 {
    if code == CodeMemo.unknown {
      try leave(field, .unknownCode, text)
      return 0
    }
    return UInt32(code)
  }

  /// Leaves a field unknown where the row is read leniently, and refuses the row elsewhere.
  @inline(never)
  mutating func leave(_ field: Field, _ reason: RowFault.Reason, _ text: FieldBytes) throws(RowFault) {
    guard unknown != nil else { throw RowFault(field, reason, text) }
    unknown?.append(field)
    if !Self.dates.contains(field), text.count >= 8, DateText.read(text, form: .automatic).day.isComplete {
      holdsStrayDate = true
    }
  }

  private static let dates: Set<Field> = [.birthDate, .birthPlaceAndDate, .eventDate, .deathDate]

  mutating func takeLeniently(_ row: CSVRow, _ reader: borrowing RowReader) -> [Field]? {
    unknown = []
    holdsStrayDate = false
    defer { unknown = nil }
    guard take(row, reader) == nil else { return nil }
    if plan.remarkIsMark {
      let remark = reader.value(plan.remark, row)
      if CodeText.isBareMark(remark) {
        tally.bareMarks += 1
      } else if unknown?.contains(.remark) == true, remark.first?.isLetter == true {
        tally.letterMarks += 1
      }
    }
    return unknown
  }

  @inline(never)
  private mutating func readArea(_ row: CSVRow, _ reader: borrowing RowReader) throws(RowFault) -> UInt32 {
    let code = reader.value(plan.areaCode, row)
    let area = tallies.areas.number(
      code: code, kecamatanCode: reader.value(plan.kecamatanCode, row), kecamatan: reader.value(plan.kecamatan, row),
      desa: reader.value(plan.desa, row), kabupaten: reader.value(plan.kabupaten, row))
    if let area { return area }
    let fault = tallies.areas.fault
    guard fault == .badAreaCode else { throw kabupatenFault(fault, row, reader) }
    try leave(.areaCode, .badAreaCode, code)
    // What the row says of its area in words is left.
    let named = tallies.areas.number(
      code: .nothing, kecamatanCode: .nothing, kecamatan: reader.value(plan.kecamatan, row),
      desa: reader.value(plan.desa, row), kabupaten: reader.value(plan.kabupaten, row))
    if named == nil, context.scope != nil, ProvinceScope.binds(context.role) {
      throw kabupatenFault(tallies.areas.fault, row, reader)
    }
    return named ?? 0
  }

  /// Of a row that stands in no kabupaten of the province.
  private func kabupatenFault(
    _ reason: RowFault.Reason, _ row: CSVRow, _ reader: borrowing RowReader
  ) -> RowFault {
    let code = reader.value(plan.areaCode, row)
    guard code.isEmpty else {
      return RowFault(.areaCode, reason, shown: String(decoding: code.prefix(4), as: UTF8.self))
    }
    return RowFault(.kabupaten, reason)
  }

  /// Whether a row without a name still tells who is meant: a whole number on a roll of voters, whose rule on names finds it;
  /// a whole birth date and an address in a general roll.
  private func canLackName(_ row: CSVRow, _ reader: borrowing RowReader) -> Bool {
    // A complaint may be of a street or a station.
    if context.role == .complaints { return true }
    let isRoll = context.role == .roll || context.role == .previousRoll
    if isRoll, IdentityNumber.read(reader.value(plan.nik, row)).form == .full { return true }
    guard context.isGeneral, !reader.value(plan.address, row).isEmpty else { return false }
    return DateText.read(reader.value(plan.birth, row), form: plan.birthForm).day.isComplete
  }

  /// Three letters in a number that are no mask: the column holds something else.
  private static func hasWord(_ text: FieldBytes) -> Bool {
    text.count { $0.isLetter && !$0.isMask } >= 3
  }
}
