import RollModel
import Testing

@testable import Readers

/// Lists in which two columns bear one title.
@Suite struct RepeatedHeaderTests {
  private static func read(_ header: String, _ row: (Int) -> String) throws -> CaseData {
    let disk = try CaseOnDisk()
    try disk.add("a.csv", .roll, header + "\n" + (0..<24).map { row($0) + "\n" }.joined())
    return try disk.read()
  }

  private static func nik(_ i: Int) -> String { "16020512038\(10 + i)001" }
  private static func nkk(_ i: Int) -> String { "16020501011\(10 + i / 3)001" }

  /// Family cards are shared: the other column is the person's, wherever it stands.
  @Test(arguments: [true, false]) func familyCardsUnderTheTitleOfNumbers(_ isCardFirst: Bool) throws {
    let data = try Self.read("NIK,NIK,NAMA,TANGGAL LAHIR") { i in
      (isCardFirst ? [Self.nkk(i), Self.nik(i)] : [Self.nik(i), Self.nkk(i)]).joined(separator: ",")
        + ",ORANG \(["SATU", "DUA"][i % 2]),12-03-1980"
    }
    #expect((0..<24).allSatisfy { data.roll[$0].nik.description == Self.nik($0) })
    #expect((0..<24).allSatisfy { data.roll[$0].nkk.description == Self.nkk($0) })
    #expect(data.notices.contains { $0.contains("kolom 1 dan 2 sama-sama berjudul «NIK»") }, "\(data.notices)")
  }

  /// Equal columns and empty ones are no question.
  @Test(arguments: ["", "ORANG SATU"]) func equalOrEmpty(_ first: String) throws {
    let data = try Self.read("NIK,NAMA,NAMA,TANGGAL LAHIR") { i in "\(Self.nik(i)),\(first),ORANG SATU,12-03-1980" }
    #expect(data.roll[0].coreName == "ORANG SATU" && data.roll.count == 24)
    #expect(data.notices.contains { $0.contains("sama-sama berjudul «NAMA»") }, "\(data.notices)")
  }

  /// Only one of two columns looks like what the title says.
  @Test func theOneThatLooksLikeIt() throws {
    let data = try Self.read("NIK,NAMA,TGL LAHIR,TGL LAHIR") { i in "\(Self.nik(i)),ORANG SATU,B,12-03-1980" }
    #expect(data.roll[0].birth == CalendarDay(day: 12, month: 3, year: 1980))
  }

  @Test(arguments: [
    ("NIK,NAMA,NAMA,TANGGAL LAHIR", "KEPALA SATU,ORANG DUA,12-03-1980", "NAMA"),
    ("NIK,NAMA,TGL LAHIR,TGL LAHIR", "ORANG SATU,12-03-1980,13-03-1980", "TGL LAHIR"),
  ])
  func whatIsOpenIsRefused(_ header: String, _ rest: String, _ title: String) throws {
    let error = #expect(throws: ReadingError.self) { try Self.read(header) { "\(Self.nik($0)),\(rest)" } }
    let words = error.map { "\($0)" } ?? ""
    #expect(words.contains("sama-sama berjudul «\(title)» dan isinya berbeda") && words.contains("judul yang berbeda"))
  }
}
