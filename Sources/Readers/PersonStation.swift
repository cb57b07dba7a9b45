import Documents
import Normalizers
import RollModel

/// RT, RW and TPS of a row, and the marks that stand in their place.
extension PersonRows {
  @inline(never)
  mutating func readStation(
    _ row: CSVRow, _ reader: borrowing RowReader, _ person: inout PersonRecord, _ flags: inout VoterCodes.Flags
  ) throws(RowFault) -> (rt: SmallNumber.Outcome, rw: SmallNumber.Outcome, tps: SmallNumber.Outcome) {
    let texts = (rt: reader.value(plan.rt, row), rw: reader.value(plan.rw, row))
    var (rt, rw) = Neighbourhood.read(rt: texts.rt, rw: texts.rw)
    if rt.outcome == .unreadable { try leave(.rt, .notANumber, texts.rt) }
    if rw.outcome == .unreadable { try leave(.rw, .notANumber, texts.rw) }
    if plan.rtRw != RowReader.absent {
      let text = reader.value(plan.rtRw, row)
      let both = SmallNumber.pair(text)
      if both.outcome == .unreadable { try leave(.rtRw, .notANumber, text) }
      (rt, rw) = ((both.rt, both.outcome), (both.rw, both.outcome))
    }
    if rt.outcome == .unreadable { flags.insert(.unreadRT) }
    if rw.outcome == .unreadable { flags.insert(.unreadRW) }
    let tpsText = reader.value(plan.tps, row)
    let tps = SmallNumber.read(tpsText)
    if tps.outcome == .unreadable { try leave(.tps, .notANumber, tpsText) }
    // No station has the number 0.
    if tps.outcome == .empty, station == 0, tpsText.contains(where: \.isDigit) { unread.append(.tps) }
    (person.rt, person.rw, person.tps) = (rt.value, rw.value, station == 0 ? tps.value : station)
    return (rt.outcome, rw.outcome, tps.outcome)
  }

  /// Whether the mark of a row that holds other unreadable codes may be its station: a bare number while the cell of the
  /// station is empty, as in a row whose cells moved to the left. A voter does not leave the roll on that.
  ///
  /// - Parameter mark: the number of the TMS reason, 0 for none.
  func hasStrayMark(_ row: CSVRow, _ reader: borrowing RowReader, mark: UInt32) -> Bool {
    guard mark != 0, plan.tps != RowReader.absent, reader.value(plan.tps, row).isEmpty else { return false }
    return reader.value(plan.remark, row).allSatisfy(\.isDigit)
  }
}
