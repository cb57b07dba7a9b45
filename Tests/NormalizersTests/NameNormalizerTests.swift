import RollModel
import Testing

@testable import Normalizers

struct NameNormalizerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let written: String
    let core: String
    var patronym = ""
    var deceased = false
    var testDescription: String { written }
  }

  static let cases: [Case] = [
    Case(written: "MUHAMMAD YUSUF", core: "MUHAMMAD YUSUF"),
    Case(written: "m.yusuf", core: "MUHAMMAD YUSUF"),
    Case(written: "H. M. YUSUF, S.PD.", core: "MUHAMMAD YUSUF"),
    Case(written: "MOCHAMMAD", core: "MUHAMMAD"),
    Case(written: "MOEHAMAD ALI", core: "MUHAMMAD ALI"),
    Case(written: "M", core: "M"),
    Case(written: "ST", core: "ST"),
    Case(written: "ST. AMINAH", core: "SITI AMINAH"),
    Case(written: "NUR'AINI", core: "NURAINI"),
    Case(written: "BUDI (ALM)", core: "BUDI", deceased: true),
    Case(written: "BUDI ALMARHUM", core: "BUDI", deceased: true),
    Case(written: "BUDI (ALM", core: "BUDI", deceased: true),
    Case(written: "RINA (ISTRI ALI)", core: "RINA"),
    Case(written: "ALI BIN ABDUL HAMID", core: "ALI", patronym: "ABDUL HAMID"),
    Case(written: "ALI BIN", core: "ALI"),
    Case(written: "BIN ALI", core: "BIN ALI"),
    Case(written: "HJ. BINTI SALEH", core: "SALEH"),
    Case(written: "NI WAYAN SARI", core: "WAYAN SARI"),
    Case(written: "I MD. SUARDANA", core: "MUHAMMAD SUARDANA"),
    Case(written: "ANDI R", core: "ANDI R"),
    Case(written: "R. ANDI", core: "ANDI"),
    Case(written: "DRS", core: "DRS"),
    Case(written: "JOSÉ ALVÂREZ", core: "JOSE ALVAREZ"),
    Case(written: "NUR\u{2019}AINI", core: "NURAINI"),
    Case(written: "A B C D E F G H I J K L M N", core: "A B C D E F G H I J K L"),
    Case(written: "SITI-AMINAH/ANI", core: "SITI AMINAH ANI"),
    Case(written: "...", core: ""),
  ]

  @Test(arguments: cases) func takesOffWhatIsNoName(_ item: Case) {
    let parts = NameNormalizer.parts(item.written)
    #expect(parts.core.joined(separator: " ") == item.core)
    #expect(parts.patronym.joined(separator: " ") == item.patronym)
    #expect(parts.isDeceased == item.deceased)
  }

  /// Normalizing what was normalized changes nothing, but for names that begin with a word that is a title in first place.
  @Test(arguments: cases.map(\.core)) func isIdempotent(_ core: String) {
    #expect(NameNormalizer.parts(core).core.joined(separator: " ") == core)
  }

  @Test func readsWindows1252() {
    var normalizer = NameNormalizer()
    var ids: [UInt32] = []
    let bytes: [UInt8] = [74, 79, 83, 0xC9, 32, 78, 85, 82, 0x92, 65, 73, 78, 73]
    _ = withPaddedBytes(bytes) { normalizer.normalize($0, into: &ids) }
    #expect(ids.map { normalizer.tokens[Int($0)] } == ["JOSE", "NURAINI"])
  }

  /// A name of up to 32 bytes is cut by masks, a longer one byte by byte: blanks behind it choose between them.
  @Test(arguments: [1, 2, 3] as [UInt64]) func shortAndLongNamesAreCutAlike(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs = Array("ABDIMNU .,-/'`(\t".utf8)
    for _ in 0..<3_000 {
      let name = (0..<random.below(33)).map { _ in signs[random.below(signs.count)] }
      let long = name + [UInt8](repeating: 32, count: 33)
      var normalizer = NameNormalizer()
      var ids: [UInt32] = []
      let short = withPaddedBytes(name) { normalizer.normalize($0, into: &ids).count }
      #expect(withPaddedBytes(long) { normalizer.normalize($0, into: &ids).count } == short)
      #expect(Array(ids.prefix(short)) == Array(ids.dropFirst(short)), "\(String(decoding: name, as: UTF8.self))")
    }
  }

  /// What is promised of a name by a glance at it, on names of titles, signs, digits and parentheses alone.
  @Test(arguments: [4, 5, 6] as [UInt64]) func whatSurelyHasTokensHasSome(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "ALM", "H", "HJ.", "BIN", "BINTI", "DR", "S.PD", "(ALM)", "(BUDI)", "(", ")", "'", "`", "-", "/", ",", "7", " ",
      "I", "NI", "É", "И", "A",
    ]
    var normalizer = NameNormalizer()
    var sure = 0
    for _ in 0..<20_000 {
      let name = (0...random.below(5)).map { _ in parts[random.below(parts.count)] }.joined(separator: " ")
      var tokens: [UInt32] = []
      let (isSure, marks) = withFieldBytes(name) {
        (NameNormalizer.surelyHasTokens($0), normalizer.normalize($0, into: &tokens))
      }
      if isSure { sure += 1 }
      #expect(!isSure || marks.count > 0, "\(name)")
    }
    #expect(sure > 5_000 && sure < 20_000)
    #expect(!withFieldBytes("(BUDI)") { NameNormalizer.surelyHasTokens($0) })
  }

  @Test func numbersOneWordOnce() {
    var normalizer = NameNormalizer()
    var ids: [UInt32] = []
    for name in ["H. MUH ALI", "ALI MOHAMAD", "DRS. ALI"] {
      _ = withFieldBytes(name) { normalizer.normalize($0, into: &ids) }
    }
    #expect(ids == [0, 1, 1, 0, 1])
    #expect(normalizer.tokens.count == 2)
  }
}
