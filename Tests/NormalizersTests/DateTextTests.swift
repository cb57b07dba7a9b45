import RollModel
import Testing

@testable import Normalizers

struct DateTextTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let written: String
    let read: String
    var outcome = DateText.Outcome.read
    var form = DateText.Form.automatic
    var testDescription: String { written }
  }

  static let cases: [Case] = [
    Case(written: "12|03|1980", read: "1980-03-12"),
    Case(written: "12-03-1980", read: "1980-03-12"),
    Case(written: "12/03/1980", read: "1980-03-12"),
    Case(written: "12.03.1980", read: "1980-03-12"),
    Case(written: "1|3|1980", read: "1980-03-01"),
    Case(written: "1980-03-12", read: "1980-03-12"),
    Case(written: "1980/03/12", read: "1980-03-12"),
    Case(written: "1980-03-12 00:00:00", read: "1980-03-12"),
    Case(written: "1980-03-12T07:00:00", read: "1980-03-12"),
    Case(written: "19800312", read: "1980-03-12"),
    Case(written: "12031980", read: "1980-03-12"),
    Case(written: "29292", read: "1980-03-12"),
    Case(written: "29292.0", read: "1980-03-12"),
    Case(written: "12 Maret 1980", read: "1980-03-12"),
    Case(written: "12-Mar-1980", read: "1980-03-12"),
    Case(written: "7 AGUSTUS 1975", read: "1975-08-07"),
    Case(written: "12-III-1980", read: "1980-03-12"),
    Case(written: "7 xii 1975", read: "1975-12-07"),
    Case(written: "7 XIII 1975", read: "", outcome: .impossible),
    Case(written: "1980", read: "1980-**-**"),
    Case(written: "tahun 1980", read: "1980-**-**"),
    Case(written: "Th. 1980", read: "1980-**-**"),
    Case(written: "46 tahun", read: "", outcome: .impossible),
    Case(written: "umur 1980", read: "", outcome: .impossible),
    Case(written: "tidak tahu", read: "", outcome: .empty),
    Case(written: "Tidak Diketahui", read: "", outcome: .empty),
    Case(written: "TIDAK ADA", read: "", outcome: .empty),
    Case(written: "lupa", read: "", outcome: .empty),
    Case(written: "belum ada", read: "", outcome: .empty),
    Case(written: "KAYU AGUNG", read: "", outcome: .notADate),
    Case(written: "12|03|****", read: "****-03-12"),
    Case(written: "**|**|1980", read: "1980-**-**"),
    Case(written: "12|03|----", read: "****-03-12"),
    Case(written: "--/--/1980", read: "1980-**-**"),
    Case(written: "xx-xx-1980", read: "1980-**-**"),
    Case(written: "12-XX-1980", read: "1980-**-12"),
    Case(written: "##/03/1980", read: "1980-03-**"),
    Case(written: "12|03|19**", read: "****-03-12"),
    Case(written: "1*|03|1980", read: "1980-03-**"),
    Case(written: "1980-**-**", read: "1980-**-**"),
    Case(written: "1203****", read: "****-03-12"),
    Case(written: "****1980", read: "1980-**-**"),
    Case(written: "198003**", read: "1980-03-**"),
    Case(written: "**031980", read: "1980-03-**"),
    Case(written: "1980****", read: "1980-**-**"),
    Case(written: "00|00|1980", read: "1980-**-**"),
    Case(written: "00-00-0000", read: "", outcome: .read),
    Case(written: "12|03|0000", read: "****-03-12"),
    Case(written: "29-02-2000", read: "2000-02-29"),
    Case(written: "-", read: "", outcome: .empty),
    Case(written: "", read: "", outcome: .empty),
    Case(written: "NaT", read: "", outcome: .empty),
    Case(written: "30|02|1985", read: "1985-**-**", outcome: .impossible),
    Case(written: "31-04-1985", read: "1985-**-**", outcome: .impossible),
    Case(written: "03/25/1980", read: "1980-**-**", outcome: .impossible),
    Case(written: "03/25/1980", read: "1980-03-25", form: .monthFirst),
    Case(written: "12-03-80", read: "", outcome: .impossible),
    Case(written: "12-03-80", read: "1980-03-12", form: .shortYear),
    Case(written: "12-03-12", read: "2012-03-12", form: .shortYear),
    Case(written: "12-03-80", read: "1980-03-12", form: .shortBirthYear),
    Case(written: "12-03-05", read: "2005-03-12", form: .shortBirthYear),
    Case(written: "12-03-26", read: "****-03-12", form: .shortBirthYear),
    Case(written: "19081931", read: "1931-08-19"),
    Case(written: "20042026", read: "2026-04-20"),
    Case(written: "19801231", read: "1980-12-31"),
    Case(written: "19800000", read: "1980-**-**"),
    Case(written: "PALEMBANG", read: "", outcome: .notADate),
    Case(written: "S", read: "", outcome: .notADate),
    Case(written: "99999999999999999999", read: "", outcome: .impossible),
    Case(written: "12|03", read: "", outcome: .impossible),
  ]

  /// Dates of ten signs that are read at once, as the reader of all forms reads them.
  @Test(arguments: [1, 2, 3] as [UInt64]) func tenSignsAreReadAsBySlowReader(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var found = 0
    for _ in 0..<20_000 {
      var text = Array((random.below(2) == 0 ? "dd|mm|yyyy" : "yyyy-mm-dd").utf8)
      let separator = Array("|-/.: ".utf8)[random.below(6)]
      for i in text.indices {
        text[i] = text[i] > 96 ? UInt8(48 + random.below(random.below(4) == 0 ? 10 : 3)) : separator
      }
      if random.below(8) == 0 { text[random.below(10)] = Array("*x/:0-9".utf8)[random.below(7)] }
      guard let day = withPaddedBytes(text, { DateText.tenCharacters($0) }) else { continue }
      found += 1
      let slow = withPaddedBytes(text) { DateText.readSlowly($0, form: .automatic) }
      #expect(slow.day == day, "\(String(decoding: text, as: UTF8.self))")
    }
    #expect(found > 300)
  }

  @Test(arguments: cases) func readsEveryForm(_ item: Case) {
    let (day, outcome) = withFieldBytes(item.written) { DateText.read($0, form: item.form) }
    #expect(day.description == item.read)
    #expect(outcome == item.outcome || (day.isUnknown && item.outcome == .read && outcome == .empty))
  }

  @Test func everyDayOfACenturyReadsBack() {
    var day = CalendarDay(day: 1, month: 1, year: 1920).ordinal ?? 0
    while day < CalendarDay(day: 1, month: 1, year: 2020).ordinal ?? 0 {
      let date = CalendarDay(ordinal: day)
      let (read, outcome) = withFieldBytes(date.description) { DateText.read($0) }
      #expect(read == date && outcome == .read)
      day += 17
    }
  }

  @Test(arguments: [
    ("KAYU AGUNG, 12-03-1980", "12-03-1980"), ("PALEMBANG 12|03|1980", "12|03|1980"), ("PALEMBANG", ""),
    ("OKI,KAYU AGUNG,01/02/1990", "01/02/1990"),
  ])
  func findsTheDateBehindThePlace(_ written: String, _ date: String) {
    let found = withFieldBytes(written) { text in
      String(decoding: text.part(DateText.start(inPlaceAndDate: text)..<text.count).trimmed, as: UTF8.self)
    }
    #expect(found == date)
  }

  /// Only of a whole date with a year of four digits can it be said that no calendar has it, in any order of its parts.
  @Test(arguments: [
    ("31-02-1980", true), ("15|13|1980", true), ("45/08/1980", true), ("1980-13-45", true), ("31 Februari 1980", true),
    ("45131980", true), ("25|03|1980", false), ("03/25/1980", false), ("17/08/80", false), ("46 tahun", false),
    ("tahun 1980", false), ("12", false), ("KAYU AGUNG", false), ("31 DESA 1980", false), ("1602051203800001", false),
    ("", false),
  ])
  func knowsWhatNoCalendarHas(_ written: String, _ isOnNone: Bool) {
    #expect(withFieldBytes(written) { DateText.isOnNoCalendar($0) } == isOnNone)
  }
}
