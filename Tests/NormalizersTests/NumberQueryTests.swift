import Normalizers
import Testing

@Suite struct NumberQueryTests {
  private static func worth(_ asked: String, _ written: String) -> Int {
    guard let query = NumberQuery(asked) else { return -1 }
    return withFieldBytes(written) { query.worth(of: $0) }
  }

  @Test(arguments: [
    ("1602197110720001", "1602197110720001", 1000), ("1602 1971 1072 0001", "16.0219.711072.0001", 1000),
    ("'1602197110720001", "'1602197110720001", 1000), ("1602197110720001", "1602197110720002", 850),
    ("1602197110720001", "1602197110270001", 850), ("1602197110720001", "160219711072001", 800),
    ("1602197110720001", "16021971107200011", 800), ("1602197110720001", "160219******0001", 600),
    ("71107200", "1602197110720001", 800), ("16021971", "160219******0001", 0), ("1602197110720001", "", 0),
    ("1602197110720001", "1602197110720112", 0), ("1602197110720001", "3602197110720002", 0),
    ("1602197110720001", "160219******0002", 0), ("1602197110720001", "****************", 0),
    ("1602197110720001", "SITI", 0),
  ])
  func worths(_ asked: String, _ written: String, _ worth: Int) {
    #expect(Self.worth(asked, written) == worth, "\(asked) in \(written)")
  }

  @Test(arguments: ["1602", "1602197", "16021971107200011", "siti aminah", "1602x97110720001", "21-09-1972", ""])
  func whatIsNoNumber(_ text: String) { #expect(NumberQuery(text) == nil) }
}
