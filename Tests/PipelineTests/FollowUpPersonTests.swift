import Casework
import RollModel
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// A person is followed up, not a row: whoever may still stand on the roll is never called done.
@Suite struct FollowUpPersonTests {
  private typealias Weeks = FollowUpClassTests
  /// Name and number written otherwise.
  private static let mended = Weeks.dead.replacing("KASMAN EFENDI", with: "KASMANH EFFENDI")
    .replacing("1602050101500001", with: "1602050101500009")

  private static func state(_ rows: [String], silent: Bool = false) throws -> [String] {
    var second = try Weeks.week(rows)
    if silent { second.findings = [] }
    return try Weeks.follow("meninggal", as: "TMS", from: try Weeks.week(Weeks.all), on: second)
  }

  /// The rule finds him again under what he is called now; without it, his household alone tells of him.
  @Test func aNameAndANumberThatWereMended() throws {
    #expect(try Self.state([Self.mended, Weeks.wrong]) == ["belum"])
    #expect(
      try Self.state([Self.mended, Weeks.wrong], silent: true)
        == [
          "tidak dapat dinilai: nama dan NIK-nya tidak ada lagi, tetapi di KK yang sama ada baris dengan tanggal lahir itu"
        ])
  }

  @Test func aNumberThatWasMendedInAnotherDesa() throws {
    let moved = Weeks.dead.replacing("1602052001,1", with: "1602052002,1")
      .replacing("1602050101500001", with: "1602050101500009")
    #expect(try Self.state([moved, Weeks.wrong], silent: true) == ["belum"])
    // Another family card as well: a namesake, or he.
    let other = moved.replacing("1602050101010001", with: "1602050101010077")
    #expect(
      try Self.state([other, Weeks.wrong], silent: true)
        == [
          "tidak dapat dinilai: baris dengan nama dan tanggal lahir itu masih ada, dengan NIK, KK, atau desa yang lain"
        ])
  }

  /// A twin of one household who stays is nobody's second row.
  @Test func aTwinWhoStays() throws {
    let twin = Weeks.dead.replacing("KASMAN EFENDI", with: "HASAN BASRI")
      .replacing("1602050101500001", with: "1602050101500002")
    let first = try Weeks.week([twin] + Weeks.all)
    let second = try Weeks.week([twin, Weeks.wrong])
    #expect(try Weeks.follow("meninggal", as: "TMS", from: first, on: second) == ["ditindaklanjuti"])
  }

  /// What the run itself finds of the person stands above a count of rows.
  @Test func aFindingThatIsStillThere() throws {
    var second = try Weeks.week(Weeks.all)
    let first = second
    let place = try #require(second.findings.firstIndex { $0.rule == "meninggal" })
    second.findings[place].id = "BARU"
    second.data = try Weeks.week(Weeks.all).data
    #expect(try Weeks.follow("meninggal", as: "TMS", from: first, on: second) == ["belum"])
  }

  /// Last quarter's roll becomes the earlier one: who was missing from it is missing still.
  @Test func whoIsGoneFromBothRolls() throws {
    let earlier = Weeks.roll(Weeks.all + [Weeks.missing])
    func week(_ rows: [String], earlier: String) throws -> RunRecord {
      let office = try OfficeCase(["daftar-pemilih/a.csv": Weeks.roll(rows), "daftar-sebelumnya/a.csv": earlier])
      var record = try Weeks.week(rows)
      (record.data, record.findings) = (office.data, office.findings)
      return record
    }
    let rule = "hilang-tanpa-kode"
    let first = try week(Weeks.all, earlier: earlier)
    let same = try week(Weeks.all, earlier: Weeks.roll(Weeks.all))
    #expect(try Weeks.follow(rule, as: "MS", from: first, on: same) == ["belum"])
    let back = try week(Weeks.all + [Weeks.missing], earlier: Weeks.roll(Weeks.all))
    #expect(try Weeks.follow(rule, as: "MS", from: first, on: back) == ["ditindaklanjuti"])
  }
}
