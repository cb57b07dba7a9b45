import Testing

@testable import Documents

struct CellNumberTests {
  static let numbers: [(String, String)] = [
    ("0", "0"), ("7", "7"), ("-7", "-7"), ("1602054505090001", "1602054505090001"),
    ("1602054505090000", "1602054505090000."), ("1602054505090001.0", "1602054505090001"),
    ("1.60205450509E15", "1602054505090000."), ("1.602054505090001E+15", "1602054505090001"),
    ("1.60205450509E+15", "1602054505090000."), ("999999999999990", "999999999999990"), ("12.50", "12.5"),
    ("0.05", "0.05"), ("-0.5", "-0.5"), ("5E-3", "0.005"), ("0.30000000000000004", "0.3"),
    ("11.999999999999998", "12"), ("1E2", "100"), ("1E20", "100000000000000000000."), ("007", "7"), ("0.0", "0"),
    ("1E999", "1E999"), ("x", "x"), ("1.2.3", "1.2.3"), ("", ""), ("-", "-"), ("99999999999999.96", "100000000000000"),
  ]

  @Test(arguments: numbers) func writesPlainDecimals(_ text: String, _ shown: String) {
    var number = CellNumber()
    let out = GrowingBytes(limit: 1 << 12)
    Array(text.utf8).withUnsafeBufferPointer { number.append($0, to: out) }
    #expect(String(decoding: out.bytes, as: UTF8.self) == shown)
  }

  static let days: [(String, Bool, String?)] = [
    ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "1900-02-29"), ("61", false, "1900-03-01"),
    ("29292", false, "1980-03-12"), ("29292.75", false, "1980-03-12"), ("29291.99999999", false, "1980-03-12"),
    ("36585", false, "2000-02-29"), ("45292", false, "2024-01-01"), ("45657", false, "2024-12-31"),
    ("2958465", false, "9999-12-31"), ("2958466", false, nil), ("0", false, nil), ("0.5", false, nil),
    ("-1", false, nil), ("x", false, nil), ("0", true, "1904-01-01"), ("27830", true, "1980-03-12"),
  ]

  @Test(arguments: days) func writesDays(_ text: String, _ startsIn1904: Bool, _ shown: String?) {
    let out = GrowingBytes(limit: 1 << 12)
    let isDay = Array(text.utf8).withUnsafeBufferPointer {
      CellNumber.append(day: $0, startsIn1904: startsIn1904, to: out)
    }
    #expect((isDay ? String(decoding: out.bytes, as: UTF8.self) : nil) == shown)
  }

  static let escapes: [(String, String)] = [
    ("a_x000D_b", "a b"), ("_x005F_x000D_", "_x000D_"), ("a_b", "a_b"), ("_x00G0_", "_x00G0_"), ("_x0041", "_x0041"),
    ("SITI_x00E9_", "SITIé"),
  ]

  @Test(arguments: escapes) func undoesEscapes(_ text: String, _ shown: String) {
    let out = GrowingBytes(limit: 1 << 12)
    Array(text.utf8).withUnsafeBufferPointer { out.append(clean: $0) }
    out.unescape(from: 0)
    #expect(String(decoding: out.bytes, as: UTF8.self) == shown)
  }

  #if OfficeFiles
    static let formats: [(String, Bool)] = [
      ("General", false), ("0.00", false), ("dd/mm/yyyy", true), ("[$-421]dd mmmm yyyy;@", true), ("mmm", true),
      ("hh:mm", false), ("[h]:mm:ss", false), ("\"hari\" 0", false), ("[Red]0", false), ("\\d0", false), ("0_d", false),
      ("yyyy", true), ("0;dd", false),
    ]

    @Test(arguments: formats) func knowsFormatsOfDays(_ format: String, _ isDate: Bool) {
      #expect(CellStyles.isDate(format: format.utf8) == isDate)
    }
  #endif
}
