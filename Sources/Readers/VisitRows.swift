import Documents
import Normalizers
import RollModel

/// A visit's row while its piece is read; numbers of words count within the piece, the line from where the piece starts.
struct VisitRecord: BitwiseCopyable {
  var nkk: NIK
  var date: CalendarDay
  var area: UInt32
  var surveyor: UInt32
  var result: UInt32
  var line: UInt32
  var rt: UInt16
  var rw: UInt16
  var tps: UInt16
  var sticker: UInt8
}

/// Coklit visits of one piece of one file.
struct VisitRows: RowTaker {
  var tally = RowTally()
  var records: [VisitRecord] = []
  var areas: AreaMemo
  var surveyors: NoteMemo
  var results: NoteMemo
  var nkkTally = NumberTally()
  private var sticker = CodeMemo { CodeText.sticker($0).number { $0 ? 2 : 1 } }
  private let plan: Plan
  /// Secondary fields of the row that could not be read; nil where such a field refuses the row.
  private var unknown: [Field]?

  /// Where each field stands, looked up once.
  private struct Plan: Sendable {
    let nkk, rt, rw, rtRw, tps, date, sticker, areaCode, kecamatanCode, kecamatan, kabupaten, desa, surveyor,
      result: Int
    let dateForm: DateText.Form

    init(_ context: PieceContext) {
      let map = context.map
      let reader = RowReader(map)
      nkk = reader.column(.nkk)
      rt = reader.column(.rt)
      rw = reader.column(.rw)
      rtRw = rt == RowReader.absent ? reader.column(.rtRw) : RowReader.absent
      tps = reader.column(.tps)
      date = reader.column(.visitDate)
      sticker = reader.column(.sticker)
      areaCode = reader.column(.areaCode)
      kecamatanCode = reader.column(.kecamatanCode)
      kecamatan = reader.column(.kecamatan)
      kabupaten = context.scope == nil ? RowReader.absent : reader.column(.kabupaten)
      desa = reader.column(.desa)
      surveyor = reader.column(.surveyor)
      result = reader.column(.result)
      dateForm = map.dateForms[.visitDate] ?? .automatic
    }
  }

  init(_ context: PieceContext, _ desk: ReadingDesk, capacity: Int) {
    areas = AreaMemo(context)
    surveyors = NoteMemo(context.encoding)
    results = NoteMemo(context.encoding)
    plan = Plan(context)
    records.reserveCapacity(capacity)
  }

  mutating func enter(_ title: TitleArea) { areas.enter(title) }

  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault? {
    if let fault = reader.fault(of: row) { return fault }
    let nkkText = reader.value(plan.nkk, row)
    let (nkk, form) = IdentityNumber.read(nkkText)
    let texts = (rt: reader.value(plan.rt, row), rw: reader.value(plan.rw, row))
    let numbers = Neighbourhood.read(rt: texts.rt, rw: texts.rw)
    var (rt, rtOutcome) = numbers.rt
    var (rw, rwOutcome) = numbers.rw
    if rtOutcome == .unreadable { return RowFault(.rt, .notANumber, texts.rt) }
    if rwOutcome == .unreadable { return RowFault(.rw, .notANumber, texts.rw) }
    if plan.rtRw != RowReader.absent {
      let both = SmallNumber.pair(reader.value(plan.rtRw, row))
      if both.outcome == .unreadable { return RowFault(.rtRw, .notANumber, reader.value(plan.rtRw, row)) }
      (rt, rw, rtOutcome, rwOutcome) = (both.rt, both.rw, both.outcome, both.outcome)
    }
    let (tps, tpsOutcome) = SmallNumber.read(reader.value(plan.tps, row))
    if tpsOutcome == .unreadable { return RowFault(.tps, .notANumber, reader.value(plan.tps, row)) }
    if nkk.isMissing, rt == 0 {
      return RowFault(form == .malformed ? .nkk : .rt, form == .malformed ? .lettersInNumber : .emptyValue, nkkText)
    }
    let (date, outcome) = DateText.read(reader.value(plan.date, row), form: plan.dateForm)
    if outcome == .notADate { return RowFault(.visitDate, .notADate, reader.value(plan.date, row)) }
    var mark = sticker.code(reader.value(plan.sticker, row))
    if mark == CodeMemo.unknown {
      guard unknown != nil else { return RowFault(.sticker, .unknownCode, reader.value(plan.sticker, row)) }
      unknown?.append(.sticker)
      mark = CodeMemo.empty
    }
    guard
      let area = areas.number(
        code: reader.value(plan.areaCode, row), kecamatanCode: reader.value(plan.kecamatanCode, row),
        kecamatan: reader.value(plan.kecamatan, row), desa: reader.value(plan.desa, row),
        kabupaten: reader.value(plan.kabupaten, row))
    else { return RowFault(.areaCode, areas.fault, reader.value(plan.areaCode, row)) }
    if rtOutcome == .repaired || rwOutcome == .repaired || tpsOutcome == .repaired {
      tally.repair(row, [(.rt, rt, rtOutcome), (.rw, rw, rwOutcome), (.tps, tps, tpsOutcome)])
    }
    if outcome == .impossible { tally.leaveUnknown([.visitDate], of: row) }
    nkkTally.note(nkk, form)
    records.append(
      VisitRecord(
        nkk: nkk, date: date, area: area, surveyor: surveyors.number(reader.value(plan.surveyor, row)),
        result: results.number(reader.value(plan.result, row)), line: UInt32(truncatingIfNeeded: row.line), rt: rt,
        rw: rw, tps: tps, sticker: mark))
    return nil
  }

  mutating func takeLeniently(_ row: CSVRow, _ reader: borrowing RowReader) -> [Field]? {
    unknown = []
    defer { unknown = nil }
    return take(row, reader) == nil ? unknown : nil
  }
}
