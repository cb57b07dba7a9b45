import RollModel
import Testing

@testable import Readers

/// Columns of dates in which a spreadsheet exchanged day and month where it could.
@Suite struct ExchangedDatesTests {
  /// Born on every day of March to May 1980 in turn.
  private static func days(_ count: Int) -> [(day: Int, month: Int)] {
    (0..<count).map { ($0 * 7 % 28 + 1, $0 % 3 + 3) }
  }

  private static func padded(_ value: Int) -> String { (value < 10 ? "0" : "") + "\(value)" }

  /// - Parameter cell: how the file writes a day.
  private static func read(
    _ days: [(day: Int, month: Int)], nik: Bool, _ form: String? = nil, _ cell: ((day: Int, month: Int)) -> String
  ) throws -> CaseData {
    let disk = try CaseOnDisk()
    let rows = days.enumerated().map { index, date in
      let number = nik ? "160205\(padded(date.day))\(padded(date.month))80\(1000 + index)" : ""
      return "VOTER \(index % 10),\(number),\(cell(date)),1602052001\n"
    }
    try disk.add("dpt.csv", .roll, "nama,nik,tanggal_lahir,kode_desa\n" + rows.joined())
    disk.set(0) { $0.dateForm = form }
    return try disk.read()
  }

  private static func exchanged(_ date: (day: Int, month: Int)) -> String {
    date.day <= 12
      ? "1980-\(padded(date.day))-\(padded(date.month))" : "\(padded(date.day))/\(padded(date.month))/1980"
  }

  private static func births(_ data: CaseData) -> [[Int]] {
    (0..<data.roll.count).map { [data.roll[$0].birth.day, data.roll[$0].birth.month] }
  }

  private static func note(_ data: CaseData) -> String? { data.notices.first { $0.contains("menukar hari dan bulan") } }

  @Test(arguments: [true, false]) func areTurnedBack(_ nik: Bool) throws {
    let days = Self.days(60)
    // What no calendar has stays text, and tells nothing.
    let data = try Self.read(days, nik: nik, nil) { $0 == (15, 4) ? "00/00/1980" : Self.exchanged($0) }
    #expect(Self.births(data) == days.map { $0 == (15, 4) ? [0, 0] : [$0.day, $0.month] })
    #expect(
      Self.note(data)?.contains("«tanggal_lahir»") == true && Self.note(data)?.contains("ditukar kembali") == true)
  }

  /// A few are told of only, unless numbers bear them out.
  @Test func fewAreDoubted() throws {
    let days = Self.days(12)
    let doubted = try Self.read(days, nik: false, nil, Self.exchanged)
    #expect(Self.note(doubted)?.contains("terlalu sedikit") == true)
    #expect(Self.births(doubted)[0] == [3, 1])
    #expect(Self.births(try Self.read(days, nik: true, nil, Self.exchanged)) == days.map { [$0.day, $0.month] })
  }

  /// Some dates and some texts, as people type them; a form that is stated; dates that the numbers bear out.
  @Test func othersStay() throws {
    let days = Self.days(60)
    let mixed = try Self.read(days, nik: false) { date in
      (date.day + date.month) % 2 == 0
        ? "1980-\(Self.padded(date.month))-\(Self.padded(date.day))"
        : "\(Self.padded(date.day))/\(Self.padded(date.month))/1980"
    }
    #expect(Self.births(mixed) == days.map { [$0.day, $0.month] } && Self.note(mixed) == nil)
    let stated = try Self.read(days, nik: false, "YYYY-MM-DD", Self.exchanged)
    #expect(Self.births(stated)[0] == [3, 1] && Self.note(stated) == nil)
    let borne = try Self.read(days, nik: true) { date in
      date.day <= 12
        ? "1980-\(Self.padded(date.month))-\(Self.padded(date.day))"
        : "\(Self.padded(date.day))/\(Self.padded(date.month))/1980"
    }
    #expect(Self.births(borne) == days.map { [$0.day, $0.month] } && Self.note(borne) == nil)
  }
}
