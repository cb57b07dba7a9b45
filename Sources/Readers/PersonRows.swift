import Documents
import Normalizers
import RollModel

/// What a piece of a file needs to know of the file.
struct PieceContext: Sendable {
  let map: ColumnMap
  let role: Role
  let encoding: TextDecoding.Encoding
  let area: AreaCode?
  let delimiter: UInt8
  /// For rows that are put right.
  let tests: CellTests
  /// The roll bears no identity numbers: addresses keep their words, and a name may be empty where the rest tells who.
  let isGeneral: Bool
  /// Worked out once a file; each piece starts from a copy.
  let codes: CodeColumns

  init(_ opened: OpenedFile, codeTable: CodeTable, isGeneral: Bool) {
    self.isGeneral = isGeneral
    map = opened.map
    role = opened.source.role
    encoding = opened.encoding
    area = opened.source.area
    let table = opened.source.codeTable ?? codeTable
    codes = CodeColumns(table)
    delimiter = opened.dialect.delimiter
    tests = CellTests(opened.map, role: opened.source.role, table: table)
  }
}

/// Takes the rows of a piece one by one.
protocol RowTaker {
  /// What is left when all rows are taken.
  associatedtype Rows = Self
  /// `capacity`: about how many rows there will be.
  init(_ context: PieceContext, _ desk: ReadingDesk, capacity: Int)
  var tally: RowTally { get set }
  /// Uses a row, or says why not; a row that is not used leaves no trace.
  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault?
  /// Puts back on the desk what was taken from it.
  consuming func finish(_ desk: ReadingDesk) -> Rows
}

extension RowTaker where Rows == Self {
  consuming func finish(_ desk: ReadingDesk) -> Self { self }
}

/// A person's row while its piece is read; numbers of words count within the thread's memory, the line from where the
/// piece starts.
struct PersonRecord: BitwiseCopyable {
  var nik: NIK
  var nkk: NIK
  var offset: UInt64
  var birth: CalendarDay
  var event: CalendarDay
  /// Where the row's tokens end.
  var tokenEnd: UInt32
  var place: UInt32
  var address: UInt32
  var area: UInt32
  var evidence: UInt32
  var line: UInt32
  var codes: VoterCodes
  var rt: UInt16
  var rw: UInt16
  var tps: UInt16
}

/// What the rows of a piece tell beside themselves; the rows are left on the thread's desk.
struct PersonTallies {
  var areas: AreaMemo
  var nik = NumberTally()
  var nkk = NumberTally()
}

/// Takes the persons of one piece of one file, with what lies on the thread's desk.
struct PersonRows: RowTaker {
  var tally = RowTally()
  private var tallies: PersonTallies
  private var records: [PersonRecord] = []
  private var tokens: [UInt32] = []
  private var words: WordMemory
  private var codes: CodeColumns
  private let plan: Plan
  private let context: PieceContext

  private static let longestName = 300

  /// Where each field stands, looked up once.
  private struct Plan: Sendable {
    var name = 0, nik = 0, nkk = 0, place = 0, birth = 0, placeAndDate = 0, marital = 0, sex = 0, address = 0, rt = 0
    var rw = 0, rtRw = 0, disability = 0, card = 0, remark = 0, tps = 0, areaCode = 0, desa = 0, kecamatan = 0
    var kecamatanCode = 0, event = 0, evidence = 0
    var birthForm = DateText.Form.automatic, eventForm = DateText.Form.automatic
    var always: VoterCodes.Flags = []
    var needsEvent = false
    /// Off for a roll that nothing is compared with: its rows are checked and counted, its words left as they are.
    var readsWords = true
    var remarkIsMark = true
  }

  init(_ context: PieceContext, _ desk: ReadingDesk, capacity: Int) {
    self.context = context
    words = desk.take(context.encoding)
    tallies = PersonTallies(areas: AreaMemo(fixed: context.area, encoding: context.encoding))
    codes = context.codes
    plan = Self.plan(context)
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

  private static func plan(_ context: PieceContext) -> Plan {
    let reader = RowReader(context.map)
    var plan = Plan()
    plan.name = reader.column(.name)
    plan.nik = reader.column(.nik)
    plan.nkk = reader.column(.nkk)
    plan.place = reader.column(.birthPlace)
    plan.birth = reader.column(.birthDate)
    plan.placeAndDate = plan.birth == RowReader.absent ? reader.column(.birthPlaceAndDate) : RowReader.absent
    plan.marital = reader.column(.marital)
    plan.sex = reader.column(.sex)
    plan.address = reader.column(.address)
    plan.rt = reader.column(.rt)
    plan.rw = reader.column(.rw)
    plan.rtRw = plan.rt == RowReader.absent ? reader.column(.rtRw) : RowReader.absent
    plan.disability = reader.column(.disability)
    plan.card = reader.column(.cardStatus)
    plan.remark = reader.column(.remark)
    plan.tps = reader.column(.tps)
    plan.areaCode = reader.column(.areaCode)
    plan.desa = reader.column(.desa)
    plan.kecamatan = reader.column(.kecamatan)
    plan.kecamatanCode = reader.column(.kecamatanCode)
    let death = context.role == .deaths ? reader.column(.deathDate) : RowReader.absent
    plan.event = death == RowReader.absent ? reader.column(.eventDate) : death
    plan.evidence = reader.column(.evidence)
    plan.birthForm = context.map.dateForms[.birthDate] ?? context.map.dateForms[.birthPlaceAndDate] ?? .automatic
    plan.eventForm = context.map.dateForms[.deathDate] ?? context.map.dateForms[.eventDate] ?? .automatic
    plan.needsEvent = context.role == .signsOfLife
    plan.readsWords = context.role != .previousRoll
    if plan.nik == RowReader.absent { plan.always.insert(.noNIKColumn) }
    if plan.rt == RowReader.absent, plan.rtRw == RowReader.absent { plan.always.insert(.noRTColumn) }
    let isRoll: Set<Role> = [.roll, .previousRoll, .residents, .specialList]
    plan.remarkIsMark = isRoll.contains(context.role)
    if !plan.remarkIsMark, plan.evidence == RowReader.absent { plan.evidence = plan.remark }
    return plan
  }

  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault? {
    if let fault = reader.fault(of: row) { return fault }
    let name = reader.value(plan.name, row)
    if name.isEmpty {
      guard canLackName(row, reader) else { return RowFault(.name, .emptyValue) }
    } else {
      if name.count > Self.longestName { return RowFault(.name, .tooLong, shown: "\(name.count) huruf") }
      if !name.contains(where: { $0.isLetter || $0 >= 128 }) { return RowFault(.name, .noName, name) }
    }
    var flags = plan.always
    var repaired = false

    let nikText = reader.value(plan.nik, row)
    let (nik, nikForm) = IdentityNumber.read(nikText)
    if nikForm == .malformed {
      if Self.hasWord(nikText) { return RowFault(.nik, .lettersInNumber, nikText) }
      flags.insert(.malformedNIK)
    } else if nikForm == .empty {
      flags.insert(.missingNIK)
    }
    let nkkText = reader.value(plan.nkk, row)
    let (nkk, nkkForm) = IdentityNumber.read(nkkText)
    if nkkForm == .malformed {
      if Self.hasWord(nkkText) { return RowFault(.nkk, .lettersInNumber, nkkText) }
      flags.insert(.malformedNKK)
    }

    var placeText = reader.value(plan.place, row)
    var birthText = reader.value(plan.birth, row)
    if plan.placeAndDate != RowReader.absent {
      let both = reader.value(plan.placeAndDate, row)
      let cut = DateText.start(inPlaceAndDate: both)
      placeText = both.part(0..<cut)
      birthText = both.part(cut..<both.count).trimmed
    }
    let (birth, birthOutcome) = DateText.read(birthText, form: plan.birthForm)
    if birthOutcome == .notADate { return RowFault(.birthDate, .notADate, birthText) }
    if birthOutcome == .impossible { flags.insert(.impossibleBirth) }
    let eventText = reader.value(plan.event, row)
    let (event, eventOutcome) = DateText.read(eventText, form: plan.eventForm)
    if eventOutcome == .notADate { return RowFault(.eventDate, .notADate, eventText) }
    if plan.needsEvent, event.isUnknown { return RowFault(.eventDate, .emptyValue, eventText) }

    let sex = codes.sex.code(reader.value(plan.sex, row))
    if sex == CodeMemo.unknown { return RowFault(.sex, .unknownCode, reader.value(plan.sex, row)) }
    let marital = codes.marital.code(reader.value(plan.marital, row))
    if marital == CodeMemo.unknown { return RowFault(.marital, .unknownCode, reader.value(plan.marital, row)) }
    let disability = codes.disability.code(reader.value(plan.disability, row))
    if disability == CodeMemo.unknown { return RowFault(.disability, .unknownCode, reader.value(plan.disability, row)) }
    let card = codes.card.code(reader.value(plan.card, row))
    if card == CodeMemo.unknown { return RowFault(.cardStatus, .unknownCode, reader.value(plan.card, row)) }
    let mark = plan.remarkIsMark ? codes.mark.code(reader.value(plan.remark, row)) : CodeMemo.empty
    if mark == CodeMemo.unknown { return RowFault(.remark, .unknownCode, reader.value(plan.remark, row)) }

    var (rt, rtOutcome) = SmallNumber.read(reader.value(plan.rt, row))
    if rtOutcome == .unreadable { return RowFault(.rt, .notANumber, reader.value(plan.rt, row)) }
    var (rw, rwOutcome) = SmallNumber.read(reader.value(plan.rw, row))
    if rwOutcome == .unreadable { return RowFault(.rw, .notANumber, reader.value(plan.rw, row)) }
    if plan.rtRw != RowReader.absent {
      let both = SmallNumber.pair(reader.value(plan.rtRw, row))
      if both.outcome == .unreadable { return RowFault(.rtRw, .notANumber, reader.value(plan.rtRw, row)) }
      (rt, rw, rtOutcome, rwOutcome) = (both.rt, both.rw, both.outcome, both.outcome)
    }
    let (tps, tpsOutcome) = SmallNumber.read(reader.value(plan.tps, row))
    if tpsOutcome == .unreadable { return RowFault(.tps, .notANumber, reader.value(plan.tps, row)) }
    repaired = rtOutcome == .repaired || rwOutcome == .repaired || tpsOutcome == .repaired

    let code = reader.value(plan.areaCode, row)
    guard
      let area = tallies.areas.number(
        code: code, kecamatanCode: reader.value(plan.kecamatanCode, row),
        kecamatan: reader.value(plan.kecamatan, row), desa: reader.value(plan.desa, row))
    else { return RowFault(.areaCode, .badAreaCode, code) }

    var place = Lexicon.nothing
    var address = Lexicon.nothing
    var note = Lexicon.nothing
    if plan.readsWords {
      let firstToken = tokens.count
      let marks = words.names.normalize(name, encoding: context.encoding, into: &tokens)
      guard marks.count > 0 || name.isEmpty else {
        tokens.removeSubrange(firstToken...)
        return RowFault(.name, .noName, name)
      }
      for at in firstToken..<tokens.count { words.tokenNumbers.note(tokens[at]) }
      place = words.places.number(placeText)
      address = words.addresses.number(reader.value(plan.address, row))
      note = words.evidence.number(reader.value(plan.evidence, row))
      words.placeNumbers.note(place)
      words.addressNumbers.note(address)
      words.evidenceNumbers.note(note)
      if marks.isDeceased { flags.insert(.deceasedInName) }
    }
    if repaired {
      flags.insert(.repaired)
      tally.repair(row, [(.rt, rt, rtOutcome), (.rw, rw, rwOutcome), (.tps, tps, tpsOutcome)])
    }
    tallies.nik.note(nik, nikForm)
    tallies.nkk.note(nkk, nkkForm)
    let low = UInt32(sex) | UInt32(marital) << 2 | UInt32(mark) << 4 | UInt32(disability) << 9 | UInt32(card) << 12
    records.append(
      PersonRecord(
        nik: nik, nkk: nkk, offset: UInt64(row.offset), birth: birth, event: event, tokenEnd: UInt32(tokens.count),
        place: place, address: address, area: area, evidence: note, line: UInt32(truncatingIfNeeded: row.line),
        codes: VoterCodes(bits: low | UInt32(flags.rawValue) << 16), rt: rt, rw: rw, tps: tps))
    return nil
  }

  /// Whether a row without a name still tells who is meant: a whole birth date and an address, in a general roll.
  private func canLackName(_ row: CSVRow, _ reader: borrowing RowReader) -> Bool {
    guard context.isGeneral, !reader.value(plan.address, row).isEmpty else { return false }
    return DateText.read(reader.value(plan.birth, row), form: plan.birthForm).day.isComplete
  }

  /// Three letters in a number that are no mask: the column holds something else.
  private static func hasWord(_ text: FieldBytes) -> Bool {
    text.count { $0.isLetter && !$0.isMask } >= 3
  }
}
