import RollModel
import Similarity

/// The person whom a row of a returned sheet names beside its id: where the id names somebody else, columns were sorted
/// without it, and the answer is about another person.
package struct RowPerson: Sendable, Equatable {
  /// As the sheet writes them; empty where it does not.
  var name = ""
  var number = ""

  /// Whether the row cannot be about a finding's person: no word of the name is like one of the person's, or digits that both
  /// numbers show differ in more places than a slip of the pen does.
  func contradicts(name other: String, number shown: String) -> Bool {
    !Self.mayBeOne(name, other) || Self.differing(number, shown) > Self.slips
  }

  /// Name and masked number, as they may be said again.
  var words: String { Self.words(name, number) }

  static func words(_ name: String, _ number: String) -> String {
    let digits = String(number.filter { $0.isNumber || $0 == "*" })
    let masked = digits.count < numberLength ? "" : digits.contains("*") ? digits : NIK.mask(digits)
    return [PlainNote.label(name), masked].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static let slips = 2
  private static let numberLength = 16

  /// In how many places digits that both show differ; 0 where one is no number of sixteen places.
  private static func differing(_ a: String, _ b: String) -> Int {
    let (a, b) = (a.filter { !$0.isWhitespace }, b.filter { !$0.isWhitespace })
    guard a.count == numberLength, b.count == numberLength else { return 0 }
    return zip(a, b).count { $0.isNumber && $1.isNumber && $0 != $1 }
  }

  /// Loosely: a word in common, however it is spelt, or the same letters parted in another way. Titles and initials tell
  /// nobody from anybody, and a name without a word tells nothing.
  private static func mayBeOne(_ a: String, _ b: String) -> Bool {
    let (own, other) = (nameWords(a), nameWords(b))
    guard !own.isEmpty, !other.isEmpty else { return true }
    return isAlike(own.flatMap(\.self), other.flatMap(\.self))
      || own.contains { word in other.contains { isAlike(word, $0) || isShort(word, of: $0) || isShort($0, of: word) } }
  }

  /// Capital letters, word by word; marks within a word part nothing.
  private static func nameWords(_ text: String) -> [[UInt8]] {
    text.uppercased().split(whereSeparator: { $0.isWhitespace || ",/.()".contains($0) }).map { word in
      word.utf8.filter { (65...90).contains($0) }
    }.filter { $0.count > 2 && !titles.contains(String(decoding: $0, as: UTF8.self)) }
  }

  private static let titles: Set<String> = ["BIN", "BINTI", "ALM", "ALMH", "HAJI", "DRS"]

  /// `MUH` of `MUHAMMAD`.
  private static func isShort(_ a: [UInt8], of b: [UInt8]) -> Bool { a.count < b.count && b.starts(with: a) }

  /// One edit in every four letters.
  private static func isAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let distance = AlignmentDistance()
    return a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { distance(a, $0) } } <= min(a.count, b.count) / 4
  }
}
