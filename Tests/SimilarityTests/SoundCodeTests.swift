import Similarity
import Testing

struct SoundCodeTests {
  @Test(
    "old and new spellings have one sound",
    arguments: [
      ("SOEKARNO", "SUKARNO"), ("DJOKO", "JOKO"), ("TJIPTO", "CIPTO"), ("SJAHRIR", "SYAHRIR"), ("ACHMAD", "AHMAD"),
      ("NJOMAN", "NYOMAN"), ("FITRI", "PITRI"), ("ZAENAL", "JAINAL"), ("DHANI", "DANI"), ("IWAN", "IUAN"),
    ])
  func alike(a: String, b: String) {
    #expect(SoundCode.form(of: Array(a.utf8)) == SoundCode.form(of: Array(b.utf8)))
  }

  @Test("different names keep different sounds", arguments: [("BUDI", "BADI"), ("SITI", "SUTI"), ("A", "I")])
  func unlike(a: String, b: String) {
    #expect(SoundCode.form(of: Array(a.utf8)) != SoundCode.form(of: Array(b.utf8)))
  }

  @Test("skeletons", arguments: [("SUPARNO", "SPRN"), ("AI", "A"), ("MUHAMMAD", "MD"), ("HASAN", "SN")])
  func skeleton(name: String, expected: String) {
    let form = SoundCode.form(of: Array(name.utf8))
    #expect(String(decoding: SoundCode.skeleton(ofForm: form), as: UTF8.self) == expected)
  }

  @Test(
    "levels of two tokens",
    arguments: [
      ("SITI", "SITI", TokenLevel.exact), ("SITI", "S", .initial), ("II", "I", .none), ("IX", "XI", .none),
      ("VII", "VIII", .none), ("XXXVIII", "XXXVII", .none), ("VIVI", "V", .initial), ("IDA", "I", .initial),
      ("XXI", "XXII", .none), ("ACHMAD", "AHMAD", .phonetic),
      ("SUPARNO", "SUPARMO", .typo), ("NURHAYATI", "NORHAYETI", .typos), ("ABD", "ABDURRAHMAN", .vowelless),
      ("SURA", "SURATMINI", .short),
      ("NGADIMAN", "NGDMN", .vowelless), ("WAGIMAN", "MAN", .ending), ("BUDI", "SRI", .none), ("EKO", "AKO", .none),
    ])
  func levels(a: String, b: String, expected: TokenLevel) {
    let distance = AlignmentDistance()
    let spellings = TokenSpellings([Array(a.utf8), Array(b.utf8)])
    let x = spellings[0]
    let y = spellings[1]
    #expect(distance.level(x, y) == expected)
    #expect(distance.level(y, x) == expected)
  }
}
