import RollModel
import Testing

@testable import Readers

/// Number columns that lost digits, as files hold them: what is kept, and what the file is said to be.
struct WeakColumnTests {
  struct Written: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// NIK and NKK of the rows.
    let rows: [(nik: String, nkk: String)]
    let nik: SourceFile.NumberState
    let nkk: SourceFile.NumberState
    /// The first row's NIK as it is kept, and the last row's.
    let first: String
    let last: String
    let lost: Int
  }

  /// `count` numbers with the serials `serials`, each with `suffix`.
  private static func numbers(_ serials: [Int], _ suffix: String = "") -> [String] {
    serials.map { "160217120380" + String(repeating: "0", count: 4 - String($0).count) + String($0) + suffix }
  }

  private static func pairs(_ nik: [String], _ nkk: [String]) -> [(nik: String, nkk: String)] {
    nik.indices.map { (nik[$0], nkk[$0 % nkk.count]) }
  }

  static let files: [Written] = [
    Written(
      testDescription: "three number cells, cut", rows: pairs(numbers([120, 130, 140], "."), numbers([11, 12, 13])),
      nik: .truncated, nkk: .full, first: "160217120380012*", last: "160217120380014*", lost: 3),
    Written(
      testDescription: "number cells of a program",
      rows: pairs(
        numbers(Array(1...9)) + numbers([10], ".") + numbers(Array(11...19)) + numbers([20], "."), numbers([5])),
      nik: .full, nkk: .full, first: "1602171203800001", last: "1602171203800020", lost: 0),
    Written(
      testDescription: "texts with some cut number cells",
      rows: pairs(numbers(Array(1...60)) + numbers([70, 80, 90, 100], "."), numbers([5])),
      nik: .full, nkk: .full, first: "1602171203800001", last: "160217120380010*", lost: 4),
    Written(
      testDescription: "texts among many cut number cells",
      rows: pairs(numbers([10, 11, 12]) + numbers([70, 80, 90, 100, 110], "."), numbers([5])),
      nik: .truncated, nkk: .full, first: "160217120380001*", last: "160217120380011*", lost: 8),
    Written(
      testDescription: "cut card numbers beside whole NIK",
      rows: pairs(numbers(Array(1...9)), numbers([10, 20, 30], ".")),
      nik: .full, nkk: .truncated, first: "1602171203800001", last: "1602171203800009", lost: 0),
    Written(
      testDescription: "powers of ten", rows: pairs(["1.60217120380012E+15", "1.60217120380013E+15"], numbers([5])),
      nik: .truncated, nkk: .full, first: "160217120380012*", last: "160217120380013*", lost: 2),
    Written(
      testDescription: "texts of which nearly all end in 0",
      rows: pairs(numbers([10, 20, 30, 40, 50, 61]), numbers([5])),
      nik: .truncated, nkk: .full, first: "160217120380001*", last: "160217120380006*", lost: 6),
  ]

  @Test(arguments: files) func settlesByColumnAndCell(_ item: Written) throws {
    let folder = try CaseOnDisk()
    let rows = item.rows.map { "BUDI,\($0.nik),\($0.nkk)" }
    try folder.add("a.csv", .roll, "Nama,No NIK,NKK\n" + rows.joined(separator: "\n") + "\n")
    let roll = try folder.read().roll
    let file = roll.files[0]
    #expect(file.nikState == item.nik)
    #expect(file.nkkState == item.nkk)
    #expect(roll[0].nik.description == item.first)
    #expect(roll[roll.count - 1].nik.description == item.last)
    #expect(file.nikColumn.header == "NIK" || file.nikColumn.header == "No NIK")
    #expect(file.nikColumn.lost == item.lost)
    #expect((0..<roll.count).allSatisfy { !roll[$0].nik.isRounded && !roll[$0].nkk.isRounded })
  }

  @Test func visitsSettleToo() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, "nama,nik\nANI,1602175203800011\n")
    try folder.add("c.csv", .visits, "nkk,rt,rw\n1602171203800010.,1,1\n1602171203800020.,1,1\n")
    let visits = try folder.read().visits
    #expect(visits.nkk.map(\.description) == ["160217120380001*", "160217120380002*"])
    #expect(visits.files[0].nkkState == .truncated)
  }

  @Test func aMaskSaysWhatItShows() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, "nama,nik\nANI,1602175203******\nBUDI,160217xxxxxx0001\n")
    let file = try folder.read().roll.files[0]
    #expect(file.nikState == .masked)
    #expect(file.nikColumn.masked == 2)
    #expect(file.nikColumn.shown == 0b1111_0011_1111_1111)
  }
}
