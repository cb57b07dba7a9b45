/// What an officer says of a finding.
package enum DecisionWord: String, Sendable, CaseIterable {
  case valid = "sah"
  case rejected = "tolak"
  case check = "perlu cek"

  /// Reads a decision of the page or a result from the field, however it is spaced and capitalised; one with a question mark
  /// is none.
  init?(_ text: String) {
    let words = ReturnedColumns.plain(text)
    guard !Self.isDoubted(text), let word = Self.spellings[words] else { return nil }
    self = word
  }

  /// Whether whoever wrote it asks rather than tells.
  static func isDoubted(_ text: String) -> Bool { text.contains { "?？؟".contains($0) } }

  private static let spellings: [String: DecisionWord] = [
    "sah": .valid, "tolak": .rejected, "ditolak": .rejected, "perlu cek": .check,
    // What the field found.
    "benar": .valid, "tidak benar": .rejected, "tidak ditemukan": .check,
  ]

  static let allowed = "sah, tolak, perlu cek, benar, tidak benar, atau tidak ditemukan"
}
