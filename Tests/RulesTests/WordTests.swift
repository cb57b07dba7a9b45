import RollModel
import Testing

@testable import Rules

/// Small pieces of text and form that rules share.
struct WordTests {
  @Test(arguments: [
    ("akta kematian", "akta kematian"), ("AKTA KEMATIAN NO. 12", "AKTA KEMATIAN NO. 12".lowercased()),
    ("Akte", "akta kematian: Akte"), ("surat ket. desa", "surat keterangan: surat ket. desa"),
    ("laporan warga", "laporan warga"), ("", "bukti tidak disebut pada daftar"), ("lain", "lain"),
    ("Dukcapil", "daftar instansi: Dukcapil"), ("kartu", "kartu"),
    ("laporan NIK 1602051203450001", "laporan NIK 160205******0001"),
  ])
  func evidenceIsNamedByItsKind(_ written: String, _ words: String) throws {
    let example = try ExampleCase(
      Example(
        """
        ? | nama
          | A
        [kematian]
          | nama | sumber
          | A    | \(written)
        """))
    let list = try #require(example.data.lists[.deaths])
    #expect(ListEvidence.words(of: list[0]).lowercased() == words.lowercased())
  }

  @Test(arguments: [
    ("NY", true), ("NO NAME", true), ("MR X", true), ("NY SITI", false), ("NO", false), ("X ADAM", false),
  ])
  func wordsThatStandForNoName(_ name: String, _ isOdd: Bool) throws {
    let example = try ExampleCase(
      Example(
        """
        ? | nik              | nama
          | 1602054505900001 | \(name)
        """), rule: "nama-tidak-wajar")
    #expect(examine(example).contains { $0.rule == "nama-tidak-wajar" } == isOdd)
  }

  @Test(arguments: [(0.02, "2%"), (0.9471, "94,7%"), (1, "100%"), (0, "0%"), (0.005, "0,5%")])
  func sharesAreWrittenWithAComma(_ share: Double, _ text: String) { #expect(Percent.text(share) == text) }

  @Test(arguments: [(0.001, nil), (0.02, "0,02"), (1.5, "1,50"), (2, "2"), (0.996, "1")])
  func namesakesArePrintedFromHalfAHundredth(_ expected: Double, _ number: String?) {
    let words = Namesakes.words(expected)
    if let number { #expect(words?.contains("diperkirakan \(number) pemilih") == true) } else { #expect(words == nil) }
  }

  @Test func theCheapTestOfANIKFindsWhatTheFullOneFinds() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<100_000 {
      var number: UInt64 = 0
      for bound in [10, 10, 10, 10, 10, 10, 8, 10, 2, 10, 10, 10, 2, 2, 2, 2] {
        number = number * 10 + UInt64(random.below(bound))
      }
      let hidden = random.below(3) == 0 ? random.below(17) : 0
      let shown = (0..<hidden).reduce(number) { number, _ in number / 10 }
      let nik = NIK(
        number: (0..<hidden).reduce(shown) { number, _ in number * 10 }, hiddenStart: 16 - hidden, hiddenLength: hidden)
      #expect(nik.hasVisibleDefect == !nik.defects.isEmpty, "\(nik)")
    }
  }

  @Test(arguments: [
    (["1602051203450001", "BUDI", "1945-03-12", "1"], ["1602051203450001", "BUDI", "1945-03-12", "2"], "K-1"),
    (["1602051203450001", "BUDI", "1945-03-12", "1"], ["1602051203450001", "BUDY", "1945-03-12", "2"], "K-2"),
    (["1602051203450001", "BUDI", "1945-03-12", "1"], ["1602051203450001", "BUDY", "1946-03-12", "2"], "K-3"),
    (["1602051203450001", "BUDI", "1945-03-12", "1"], ["1602051203450002", "BUDI", "1945-03-12", "2"], "K-3"),
    (["1602051203450001", "BUDI", "1945-03-12", "1"], ["1602051203450002", "BUDI", "1945-03-12", "1"], "K-2"),
  ])
  func duplicatesAreGradedByWhatAgrees(_ a: [String], _ b: [String], _ grade: String) throws {
    let rows = [a, b].map { " | \($0[0]) | \($0[1]) | \($0[2]) | 160205010110000\($0[3])" }
    let example = try ExampleCase(
      Example((["? | nik | nama | tanggal_lahir | nkk"] + rows).joined(separator: "\n")))
    #expect(Agreement(example.data.roll[0], example.data.roll[1]).grade.rawValue == grade)
  }
}
