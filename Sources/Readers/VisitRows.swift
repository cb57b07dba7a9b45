import Documents
import Normalizers
import RollModel

/// Coklit visits of one piece of one file.
struct VisitRows: RowTaker {
  var tally = RowTally()
  var log = VisitLog()
  var areas: AreaMemo
  var surveyors: NoteMemo
  var results: NoteMemo
  var nkkTally = NumberTally()
  private var sticker = CodeMemo { CodeText.sticker($0).number { $0 ? 2 : 1 } }
  private let dateForm: DateText.Form

  init(_ context: PieceContext, capacity: Int) {
    areas = AreaMemo(fixed: context.area, encoding: context.encoding)
    surveyors = NoteMemo(context.encoding)
    results = NoteMemo(context.encoding)
    dateForm = context.map.dateForms[.visitDate] ?? .automatic
  }

  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault? {
    if let fault = reader.fault(of: row) { return fault }
    func text(_ field: Field) -> FieldBytes { reader.value(reader.column(field), row) }
    let nkkText = text(.nkk)
    let (nkk, form) = IdentityNumber.read(nkkText)
    var (rt, rtOutcome) = SmallNumber.read(text(.rt))
    if rtOutcome == .unreadable { return RowFault(.rt, .notANumber, text(.rt)) }
    var (rw, rwOutcome) = SmallNumber.read(text(.rw))
    if rwOutcome == .unreadable { return RowFault(.rw, .notANumber, text(.rw)) }
    if reader.column(.rt) == RowReader.absent, reader.column(.rtRw) != RowReader.absent {
      let both = SmallNumber.pair(text(.rtRw))
      if both.outcome == .unreadable { return RowFault(.rtRw, .notANumber, text(.rtRw)) }
      (rt, rw, rtOutcome, rwOutcome) = (both.rt, both.rw, both.outcome, both.outcome)
    }
    let (tps, tpsOutcome) = SmallNumber.read(text(.tps))
    if tpsOutcome == .unreadable { return RowFault(.tps, .notANumber, text(.tps)) }
    if nkk.isMissing, rt == 0 {
      return RowFault(form == .malformed ? .nkk : .rt, form == .malformed ? .lettersInNumber : .emptyValue, nkkText)
    }
    let (date, outcome) = DateText.read(text(.visitDate), form: dateForm)
    if outcome == .notADate { return RowFault(.visitDate, .notADate, text(.visitDate)) }
    let mark = sticker.code(text(.sticker))
    if mark == CodeMemo.unknown { return RowFault(.sticker, .unknownCode, text(.sticker)) }
    guard
      let area = areas.number(
        code: text(.areaCode), kecamatanCode: text(.kecamatanCode), kecamatan: text(.kecamatan), desa: text(.desa))
    else { return RowFault(.areaCode, .badAreaCode, text(.areaCode)) }
    if rtOutcome == .repaired || rwOutcome == .repaired || tpsOutcome == .repaired { tally.repaired += 1 }
    nkkTally.note(nkk, form)
    log.nkk.append(nkk)
    log.area.append(area)
    log.rt.append(rt)
    log.rw.append(rw)
    log.tps.append(tps)
    log.date.append(date)
    log.sticker.append(mark)
    log.surveyor.append(surveyors.number(text(.surveyor)))
    log.result.append(results.number(text(.result)))
    log.line.append(UInt32(truncatingIfNeeded: row.line))
    return nil
  }
}
