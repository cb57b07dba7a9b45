import TestSupport
import Testing

/// Identity numbers are compared in one place (`SharedDigits`), never as bits elsewhere.
@Suite struct NumberTests {
  /// Where bits of a number may be looked at outside of `RollModel` and `Matchers`, and why.
  static let allowed: [String: String] = [
    "Sources/Rules/Frame/FactHash.swift": "a hash of what a finding is about, compared with no other number",
    "Sources/Joining/RecordFile.swift": "a number as it is stored, compared with no other",
    "Sources/Joining/PartFile.swift": "the same on its way to a part",
    "Sources/Joining/Joiner.swift": "a sample chosen by card",
    "Sources/Rules/Ledger/VisitIndex.swift": "the key of a card number, whose shape the ledger minds",
    "Sources/Rules/Ledger/MisreadCards.swift": "asks for that key's digits",
  ]

  @Test func numbersAreComparedOnSharedDigitsOnly() throws {
    let comparing: [Regex<Substring>] = [
      #/\.(?:nik|nkk)(?:\[[^\]]*\])?\)? *[!=]= (?!nil)/#, #/[!=]= *\w[\w.\[\]]*\.(?:nik|nkk)\b/#,
      #/\b(?:nik|nkk)\.(?:bits|number)\b/#, #/\[NIK *: /#, #/Set<NIK>/#, #/by: *\\\.(?:nik|nkk)\b/#,
    ]
    let files = try Sources.swiftFiles(under: "Sources").filter {
      !["RollModel", "Matchers", "SampleRolls"].contains(SourceTree.module(of: $0)) && Self.allowed[$0] == nil
    }
    #expect(files.count > 100)
    for file in files {
      for line in try SourceTree.code(file) {
        for pattern in comparing { #expect(line.firstMatch(of: pattern) == nil, "\(file): \(line)") }
      }
    }
  }
}
