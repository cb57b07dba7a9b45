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

  @Test func aWrongGuessChangesNothing() {
    var guessed = StringTable()
    var plain = StringTable()
    for (turn, word) in Self.words(4, 5_000).enumerated() {
      let number = plain.intern(word)
      let guess = Array(word.utf8).withUnsafeBytes { bytes in
        guessed.count == 0 ? guessed.intern(bytes) : guessed.intern(bytes, likely: turn % guessed.count)
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
