import Testing

@testable import Casework

/// A row whose id belongs to somebody else is known by its name and number; a name that was mended is the same person's.
@Suite struct RowPersonTests {
  private static let number = "160205******0001"

  @Test(arguments: [
    ("SITI AMINAH", "SITI AMINAH"), ("siti  aminah", "SITI AMINAH"), ("Siti Aminnah", "SITI AMINAH"),
    ("AMINAH", "SITI AMINAH"), ("SITIAMINAH", "SITI AMINAH"), ("SUTRISNA", "SUTRISNO"), ("KHOLIMAH", "KHOLIMA'H"),
    ("MUH ALI", "MUHAMMAD RIDWAN"), ("", "SITI AMINAH"), ("-", "SITI AMINAH"), ("H. M.", "SITI AMINAH"),
    ("SITI AMINAH, S.Pd", "SITI AMINAH"),
  ]) func namesThatMayBeOne(_ written: String, _ name: String) {
    #expect(!RowPerson(name: written, number: "").contradicts(name: name, number: Self.number))
  }

  @Test(arguments: [
    ("BUDI SANTOSO", "SITI AMINAH"), ("AHMAD BIN YUSUF", "KARTO BIN SALEH"), ("RINA", "WATI"),
  ]) func namesOfTwo(_ written: String, _ name: String) {
    #expect(RowPerson(name: written, number: Self.number).contradicts(name: name, number: Self.number))
  }

  @Test(arguments: [
    ("160205******0001", false), ("1602051203850001", false), ("160205******0101", false), ("", false),
    ("1,60205E+15", false), ("160217******1234", true), ("1602171203859876", true),
  ]) func numbersThatAreShown(_ number: String, _ isOther: Bool) {
    #expect(
      RowPerson(name: "SITI AMINAH", number: number).contradicts(name: "SITI ROHANA", number: Self.number) == isOther)
  }

  /// No number is said again whole.
  @Test func wordsMaskNumbers() {
    #expect(RowPerson(name: "SITI", number: "1602051203850001").words == "SITI, 160205******0001")
    #expect(!RowPerson(name: "SITI 1602051203850001", number: "").words.contains("1602051203850001"))
  }
}
