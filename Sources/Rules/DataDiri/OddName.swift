import RollModel

/// Flags a row whose name is none: empty, a single letter, or a word that stands for no name.
struct OddName: RollRule {
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

  /// A form of address and no name behind it, or two words that together stand for none.
  private static let phrases: Set<String> = [
    "NY", "TN", "BAYI NY", "MR X", "MRS X", "NO NAME", "TIDAK DIKETAHUI", "TIDAK ADA", "TIDAK TERISI", "BELUM ADA",
    "BELUM DIKETAHUI",
  ]
  private static let firstWords = Set(phrases.compactMap { $0.split(separator: " ").first.map(String.init) })

  func findings(in context: RuleContext) -> [Finding] {
    let words = context.data.lexicon.tokens
    // A roll has some thousands of words: each is judged once.
    let isSuspect = (0..<words.count).map { Self.isSuspect(words[$0]) }
    let roll = context.roll
    let (starts, tokens) = (roll.columns.tokenStart, roll.columns.tokens)
    var found: [Finding] = []
    for row in 0..<roll.count {
      let start = Int(starts[row])
      let count = Int(starts[row + 1]) - start
      if count > 2 || count > 0 && !isSuspect[Int(tokens[start])] { continue }
      let voter = roll[row]
      guard !voter.isStruck, let fault = Self.fault(voter.tokens.map { words[Int($0)] }) else { continue }
      found.append(context.finding(Self.card, on: voter, evidence: "nama pada daftar pemilih", fault))
    }
    return found
  }

  private static func fault(_ names: [String]) -> String? {
    guard let first = names.first else { return "nama tidak terisi" }
    if names.count == 1, first.utf8.count == 1 { return "nama hanya satu huruf" }
    if names.allSatisfy({ placeholders.contains($0) }) || phrases.contains(names.joined(separator: " ")) {
      return "nama berupa kata pengganti: " + names.joined(separator: " ")
    }
    return names.allSatisfy(isRepeated) ? "nama berupa huruf yang sama berulang" : nil
  }

  private static func isSuspect(_ word: String) -> Bool {
    word.utf8.count == 1 || placeholders.contains(word) || firstWords.contains(word) || isRepeated(word)
  }

  private static func isRepeated(_ word: String) -> Bool {
    word.utf8.count >= 3 && word.utf8.allSatisfy { $0 == word.utf8.first }
  }
}
