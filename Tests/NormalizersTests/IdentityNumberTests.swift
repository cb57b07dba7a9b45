import RollModel
import Testing

@testable import Normalizers

struct IdentityNumberTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let written: String
    let read: String
    let form: IdentityNumber.Form
    var testDescription: String { written }
  }

  static let cases: [Case] = [
    Case(written: "1602051203800001", read: "1602051203800001", form: .full),
    Case(written: "'1602051203800001", read: "1602051203800001", form: .full),
    Case(written: "1602051203800001.0", read: "1602051203800001", form: .full),
    Case(written: "160205 120380 0001", read: "1602051203800001", form: .full),
    Case(written: "1602.0512.0380.0001", read: "1602051203800001", form: .full),
    Case(written: "1602-0512-0380-0001", read: "1602051203800001", form: .full),
    Case(written: "1602051203******", read: "1602051203******", form: .masked),
    Case(written: "160205xxxxxxXXXX", read: "160205**********", form: .masked),
    Case(written: "160205------0001", read: "160205******0001", form: .masked),
    Case(written: "160205****", read: "160205**********", form: .masked),
    Case(written: "************0001", read: "************0001", form: .masked),
    Case(written: "****************", read: "", form: .masked),
    Case(written: "1.60205120380001E+15", read: "160205120380001*", form: .power),
    Case(written: "1,60205E+15", read: "160205**********", form: .power),
    Case(written: "160205120380000", read: "", form: .malformed),
    Case(written: "16020512038000011", read: "", form: .malformed),
    Case(written: "BUDI", read: "", form: .malformed),
    Case(written: "16O2051203800001", read: "", form: .malformed),
    Case(written: "-", read: "", form: .empty),
    Case(written: "0", read: "", form: .empty),
    Case(written: "0000000000000000", read: "", form: .empty),
    Case(written: "", read: "", form: .empty),
  ]

  @Test(arguments: cases) func readsWhatOfficesWrite(_ item: Case) {
    let (number, form) = withFieldBytes(item.written) { IdentityNumber.read($0) }
    #expect(number.description == item.read)
    #expect(form == item.form)
  }

  /// A number written out again reads as itself.
  @Test(arguments: cases.filter { $0.form == .full || $0.form == .masked }.map(\.read).filter { !$0.isEmpty })
  func isIdempotent(_ text: String) {
    #expect(withFieldBytes(text) { IdentityNumber.read($0) }.number.description == text)
  }

  @Test(arguments: [
    (90, 4, 0, 0, SourceFile.NumberState.full), (100, 51, 0, 0, .truncated), (4, 4, 0, 0, .full),
    (10, 0, 11, 0, .masked), (0, 0, 0, 3, .truncated), (0, 0, 0, 0, .absent),
  ])
  func decidesTheStateOfAFile(
    _ full: Int, _ zeros: Int, _ masked: Int, _ power: Int, _ state: SourceFile.NumberState
  ) {
    var tally = NumberTally()
    (tally.full, tally.endingInZero, tally.masked, tally.power) = (full, zeros, masked, power)
    #expect(tally.state == state)
  }
}
