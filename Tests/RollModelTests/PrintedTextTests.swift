import RollModel
import Testing

struct PrintedTextTests {
  @Test(arguments: [
    ("SITI AMINAH", "SITI AMINAH"), ("SITI 1602056603990001", "SITI 160205******0001"), ("", ""),
    ("JL MERDEKA 12 RT 3", "JL MERDEKA 12 RT 3"),
    ("1602056603990001 & 1602056603990002", "160205******0001 & 160205******0002"),
    ("é 1602056603990001", "é 160205******0001"), ("12345678901", "12345678901"), ("123456789012", "123456**9012"),
  ])
  func longNumbersAreStarred(_ text: String, _ printed: String) {
    #expect(PrintedText.masked(text) == printed)
  }

  /// What an office counts by stays; a person's number that stands there does not.
  @Test(arguments: [
    ("017/LP/2026", "017/LP/2026"), ("2026110100000017", "2026110100000017"), ("1602056603990001", "160205******0001"),
  ])
  func numbersOfAnOfficeStay(_ text: String, _ printed: String) {
    #expect(PrintedText.maskedOfficeNumber(text) == printed)
  }
}
