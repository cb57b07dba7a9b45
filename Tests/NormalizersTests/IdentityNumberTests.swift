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
    Case(written: "=\"1602051203800001\"", read: "1602051203800001", form: .full),
    Case(written: "nan", read: "", form: .empty),
    Case(written: "NULL", read: "", form: .empty),
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
    Case(written: "1602054505090000.", read: "1602054505090000", form: .rounded),
    Case(written: "0000000000000000.", read: "", form: .empty),
    Case(written: "1602054505090001.", read: "1602054505090001", form: .full),
    Case(written: "160205450509000.", read: "", form: .malformed),
    Case(written: "160205######0001", read: "160205******0001", form: .masked),
    Case(written: "******120380****", read: "", form: .masked),
    Case(written: "1602**1203**0001", read: "1602********0001", form: .masked),
    Case(written: "******1203800001", read: "******1203800001", form: .masked),
    Case(written: "1602-0512-03**-****", read: "1602051203******", form: .masked),
    Case(written: "1602.0512.03XX.XXXX", read: "1602051203******", form: .masked),
    Case(written: "1602-0512-03--", read: "", form: .malformed),
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
    (10, 0, 11, 0, .masked), (0, 0, 0, 3, .truncated), (0, 0, 0, 0, .absent), (2, 0, 0, 3, .truncated),
  ])
  func decidesTheStateOfAFile(
    _ full: Int, _ zeros: Int, _ masked: Int, _ power: Int, _ state: SourceFile.NumberState
  ) {
    var tally = NumberTally()
    (tally.full, tally.endingInZero, tally.masked, tally.power) = (full, zeros, masked, power)
    #expect(tally.state == state)
  }

  /// Members of a family bear one number: that it ends in 0 is one sign, not as many as there are members.
  @Test(arguments: [
    (["1602051001000000", "1602051001000000", "1602051001000000", "1602051001000001", "1602051001000001"], false),
    (["1602051001000010", "1602051001000020", "1602051001000030", "1602051001000001", "1602051001000001"], true),
  ])
  func countsAFamilyOnce(_ numbers: [String], _ isTruncated: Bool) {
    var tally = NumberTally()
    for text in numbers {
      let read = withFieldBytes(text) { IdentityNumber.read($0) }
      tally.note(read.number, read.form)
    }
    #expect(tally.state == (isTruncated ? .truncated : .full))
  }

  struct Column: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var texts = 0
    var textsInZero = 0
    var exact = 0
    let rounded: Int
    let isLost: Bool
    let state: SourceFile.NumberState
  }

  /// Columns of text cells and of number cells, of which those that end in 0 bear a mark.
  @Test(arguments: [
    Column(testDescription: "four cut numbers", rounded: 4, isLost: true, state: .truncated),
    Column(testDescription: "one cut number", rounded: 1, isLost: true, state: .truncated),
    Column(testDescription: "exact numbers", exact: 900, rounded: 100, isLost: false, state: .full),
    Column(
      testDescription: "exact numbers, more of 0 by chance", exact: 880, rounded: 120, isLost: false, state: .full),
    Column(testDescription: "a few exact numbers", exact: 4, rounded: 1, isLost: false, state: .full),
    Column(
      testDescription: "texts and a few cut numbers", texts: 900, textsInZero: 90, rounded: 30, isLost: true,
      state: .full),
    Column(
      testDescription: "texts and many cut numbers", texts: 400, textsInZero: 40, rounded: 600, isLost: true,
      state: .truncated),
    Column(testDescription: "cut numbers among exact ones", exact: 900, rounded: 400, isLost: true, state: .full),
    Column(
      testDescription: "no number cell ends in 0", texts: 10, textsInZero: 1, rounded: 0, isLost: false, state: .full),
  ])
  func tellsCutNumberCellsFromExactOnes(_ column: Column) {
    var tally = NumberTally()
    let form = { (text: String) in withFieldBytes(text) { IdentityNumber.read($0) } }
    func note(_ text: String, _ times: Int) {
      let read = form(text)
      for _ in 0..<times { tally.note(read.number, read.form) }
    }
    note("1602054505090007", column.texts - column.textsInZero + column.exact)
    note("1602054505090010", column.textsInZero)
    note("1602054505090000.", column.rounded)
    #expect(tally.hasLostDigits == column.isLost)
    #expect(tally.state == column.state)
    #expect(tally.written == column.texts + column.exact + column.rounded)
  }

  /// What a mask shows is used, what it hides is not.
  @Test(arguments: [
    ("1602055203******", Sex.female as Sex?, [NIK.Defect]()), ("160205**********", nil, []),
    ("******1213800001", .male, [.month]), ("99**********0001", nil, [.province]),
    ("9902051203******", .male, [.province]), ("************0000", nil, [.serial]),
    ("1602057203******", .female, [.day]),
  ])
  func usesTheVisibleDigits(_ text: String, _ sex: Sex?, _ defects: [NIK.Defect]) {
    let number = withFieldBytes(text) { IdentityNumber.read($0) }.number
    #expect(number.sex == sex)
    #expect(number.defects == defects)
    #expect(number.hasVisibleDefect == !defects.isEmpty)
  }
}
