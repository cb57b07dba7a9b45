import RollModel
import Testing

/// The table of words against a dictionary.
@Suite struct StringTableTests {
  /// Words of 0 to 56 bytes over four letters: many come again, and many share their first sixteen bytes.
  private static func words(_ seed: UInt64, _ count: Int) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let length = Int.random(in: 0...(Bool.random(using: &random) ? 3 : 40), using: &random)
      let front = Bool.random(using: &random) ? "AAAAAAAAAAAAAAAA" : ""
      return front + String((0..<length).map { _ in "ABCD".randomElement(using: &random) ?? "A" })
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func numbersWordsAsADictionaryDoes(seed: UInt64) {
    var table = StringTable()
    var known: [String: Int] = [:]
    for word in Self.words(seed, 20_000) {
      let number = known[word] ?? known.count
      known[word] = number
      #expect(table.intern(word) == number)
    }
    #expect(table.count == known.count)
    for (word, number) in known {
      #expect(table[number] == word)
      #expect(table.find(word) == number)
    }
    #expect(table.find("TIDAK ADA") == nil)
  }

  /// Gives the bytes of a word with others behind them.
  private static func withPadding<Result>(
    _ word: String, _ turn: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let bytes = Array(word.utf8)
    return (bytes + [UInt8](repeating: UInt8(turn & 255), count: 16)).withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[..<bytes.count]))
    }
  }

  @Test func whatStandsBehindAWordDoesNotCount() {
    var padded = StringTable()
    var plain = StringTable()
    for (turn, word) in Self.words(7, 5_000).enumerated() {
      #expect(Self.withPadding(word, turn) { padded.intern(padded: $0) } == plain.intern(word))
    }
  }

  @Test func aWrongGuessChangesNothing() {
    var guessed = StringTable()
    var plain = StringTable()
    for (turn, word) in Self.words(4, 5_000).enumerated() {
      let number = plain.intern(word)
      let guess = Self.withPadding(word, turn) { bytes in
        guessed.intern(padded: bytes, likely: turn % max(guessed.count, 1))
      }
      #expect(guess == number)
    }
    #expect(guessed.count == plain.count)
  }

  @Test func addsAnotherTableWithItsNumbers() {
    var first = StringTable()
    var second = StringTable()
    for word in Self.words(5, 3_000) { _ = first.intern(word) }
    for word in Self.words(6, 3_000) { _ = second.intern(word) }
    let numbers = first.add(second)
    for id in 0..<second.count { #expect(first[Int(numbers[id])] == second[id]) }
  }
}
