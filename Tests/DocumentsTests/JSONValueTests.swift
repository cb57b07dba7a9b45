import Documents
import RollModel
import Testing

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("null", JSONValue.null),
    (" true ", .boolean(true)),
    ("-12.5e1", .number(-125)),
    ("0", .number(0)),
    (#""a\"\\\/\n\u0041\ud83d\ude00é""#, .string("a\"\\/\nA😀é")),
    ("[]", .array([])),
    ("[1, [2], {}]", .array([.number(1), .array([.number(2)]), .object([])])),
    (
      #"{"a":1,"b":{"c":[false]}}"#,
      .object([
        .init(key: "a", value: .number(1)),
        .init(key: "b", value: .object([.init(key: "c", value: .array([.boolean(false)]))])),
      ])
    ),
  ])
  func reads(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONValue(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\"}", 4), ("01", 0), ("1.", 0), ("\"a", 0), ("\"\n\"", 1), ("tru", 0),
    ("[1] x", 4), ("\"\\ud83d\"", 7), ("\"\\u00g0\"", 3), ("+1", 0), ("nan", 0),
  ])
  func refusesWithThePlace(_ text: String, _ offset: Int) {
    #expect(throws: JSONError(offset: offset)) { try JSONValue(Array(text.utf8)) }
  }

  @Test func nestingHasALimit() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError(offset: 64)) { try JSONValue(Array(deep.utf8)) }
  }

  /// What the writer writes, the reader reads.
  @Test func writtenTextsAreReadBack() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let scalars = (0..<generator.below(12)).compactMap { _ in Unicode.Scalar(UInt32(generator.below(0x2FF))) }
      let text = String(String.UnicodeScalarView(scalars))
      let number = Double(generator.below(2_000_000) - 1_000_000) / 64
      var json = JSONWriter(indented: generator.below(2) == 0)
      json.object { json in
        json.string(text, text)
        json.number("n", number)
      }
      let value = try JSONValue(json.out.bytes)
      #expect(value.text(text) == text || text == "n")
      #expect(value.number("n") == number || text == "n")
    }
  }
}
