import Testing

@testable import Reports

@Suite struct LetterMarkupTests {
  /// A value stands on one line, whatever it brings along, and never begins a block.
  @Test(arguments: [
    ("Kayu Agung", "Kayu Agung"), (" Kayu  Agung ", "Kayu Agung"), ("a\tb\nc", "a b c"), ("::isi", "isi"), ("", ""),
    ("Dé\u{0}sa", "Désa"),
  ])
  func valuesAreOneLine(_ text: String, _ plain: String) { #expect(LetterMarkup.plain(text) == plain) }
}
