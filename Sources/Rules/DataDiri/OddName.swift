import RollModel

/// Flags a row whose name is none: empty, a single letter, or a word that stands for no name.
struct OddName: VoterRule {
  static let card = RuleCard(
    id: "nama-tidak-wajar",
    category: .dataDiri,
    severity: .data,
    field: .name,
    authority: Authority.roll,
    summary: "Nama tidak terisi, hanya satu huruf, atau bukan nama.",
    why: """
      Baris tanpa nama yang benar tidak dapat dipadankan dengan daftar mana pun dan tidak dapat dipanggil di TPS. Nama satu \
      kata sah; yang disebut di sini hanya isian kosong, satu huruf, huruf yang sama berulang, dan kata seperti TES atau \
      TANPA NAMA. Pemiliknya tetap pemilih.
      """,
    verify: "Cocokkan nama dengan KTP-el atau KK.",
    action: "Perbaiki nama menurut KTP-el.",
    examples: [
      Example(
        """
        ? | nik              | nama
          | 1602054505900001 | ANI
        ! | 1602054505900002 |
        ! | 1602054505900003 | X
        ! | 1602054505900004 | TES TES
        ! | 1602054505900005 | XXXX
        ! | 1602054505900006 | TANPA NAMA
          | 1602054505900007 | I MADE
          | 1602054505900008 | ADAM
        """)
    ])

  let settings: RuleValues

  /// Words that stand where no name was known.
  private static let placeholders: Set<String> = [
    "TES", "TEST", "TESTING", "COBA", "NONAME", "NN", "NAMA", "TANPA", "KOSONG", "DUMMY", "NULL",
  ]

  func check(_ voter: Voter, in context: RuleContext) -> Finding? {
    let tokens = voter.tokens
    // Two words or more of which the first is a common one: no name of a placeholder begins so.
    if tokens.count > 2 { return nil }
    guard let fault = Self.fault(tokens, context.data.lexicon.tokens), !voter.isStruck else { return nil }
    return context.finding(Self.card, on: voter, evidence: "nama pada daftar pemilih", fault)
  }

  private static func fault(_ tokens: some Collection<UInt32>, _ words: StringTable) -> String? {
    guard let first = tokens.first else { return "nama tidak terisi" }
    if tokens.count == 1, words.withBytes(Int(first), { $0.count }) == 1 { return "nama hanya satu huruf" }
    // Long words are names; a look at their bytes would cost more than all else.
    guard words.withBytes(Int(first), { isSuspect($0) }) else { return nil }
    let all = tokens.map { words[Int($0)] }
    if all.allSatisfy({ placeholders.contains($0) }) {
      return "nama berupa kata pengganti: " + all.joined(separator: " ")
    }
    return all.allSatisfy(isRepeated) ? "nama berupa huruf yang sama berulang" : nil
  }

  /// Starts as a placeholder does, or repeats its first letter.
  private static func isSuspect(_ word: UnsafeRawBufferPointer) -> Bool {
    guard word.count >= 2, word.count <= 7 else { return false }
    return word[0] == word[1] || [67, 68, 75, 78, 84].contains(word[0])
  }

  private static func isRepeated(_ word: String) -> Bool { word.utf8.count >= 3 && Set(word.utf8).count == 1 }
}
