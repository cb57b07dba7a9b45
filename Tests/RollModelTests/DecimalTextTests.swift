import RollModel
import Testing

@Suite struct DecimalTextTests {
  @Test(
    arguments: [
      ("0,2", 0.2), ("0.2", 0.2), ("-1,5", -1.5), ("7", 7), (" 95 ", 95), ("1000,25", 1000.25),
      ("", nil), (",", nil), ("1.000,5", nil), ("1,2,3", nil), ("0x1", nil), ("inf", nil), ("nan", nil),
      ("1e-3", 0.001),
      ("1-", nil), ("1 0", nil), ("lima", nil), ("١", nil),
    ] as [(String, Double?)])
  func numbersAreReadWithCommaAndPoint(_ text: String, _ value: Double?) { #expect(DecimalText.read(text) == value) }
}
