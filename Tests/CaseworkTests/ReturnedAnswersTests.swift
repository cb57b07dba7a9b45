import Casework
import TestSupport
import Testing

/// Sheets as they come back: sorted, cut, retyped.
@Suite struct ReturnedAnswersTests {
  private static let sample = DrawnSample(directions: [
    .init(
      name: "daftar-ke-orang", source: "uji",
      kinds: [(SampleFrame.clean, 900, 3), ("meninggal", 100, 4)],
      rows: [
        .init(id: "UP-AAAAAAAAA1", kind: 0, tier: ""), .init(id: "UP-AAAAAAAAA2", kind: 0, tier: ""),
        .init(id: "UP-AAAAAAAAA3", kind: 0, tier: ""), .init(id: "GAWDQAF94SKH", kind: 1, tier: "pasti"),
        .init(id: "HAWDQAF94SK0", kind: 1, tier: "pasti"), .init(id: "JAWDQAF94SK1", kind: 1, tier: "kuat"),
        .init(id: "KAWDQAF94SK2", kind: 1, tier: "kuat"),
      ])
  ])
  private static let ids = Set(sample.directions[0].rows.map(\.id))

  private func answers(_ files: [String]) throws -> ReturnedAnswers {
    let scratch = try Scratch()
    let named = try files.enumerated().map { number, text in
      try scratch.write(text, to: "f\(number).csv")
      return (path: scratch["f\(number).csv"], name: "f\(number).csv")
    }
    return try ReturnedAnswers(named, ids: Self.ids)
  }

  @Test func idsAndAnswersAreReadAsPeopleWriteThem() throws {
    let read = try answers([
      """
      Uji petik;;;
      ;;;
      Catatan;ID  TEMUAN;Nama;hasil_verifikasi
      x;gawdqaf94skh;N;Benar
      ;HAWDQ AF94-SKO;N; TIDAK  BENAR.
      ;jawdqaf94ski;N;tidak ditemukan

      ;UP-AAAAAAAAA1;N;
      """
    ])
    #expect(read.answers == ["GAWDQAF94SKH": .right, "HAWDQAF94SK0": .wrong, "JAWDQAF94SK1": .notFound])
    #expect(read.tallies.map { [$0.accepted, $0.blank, $0.refused] } == [[3, 1, 0]])
  }

  @Test func everyOtherRowIsRefusedWithItsReason() throws {
    let read = try answers([
      "ID temuan,Hasil verifikasi\nGAWDQAF94SKH,benar\nBUKANCONTOH1,benar\n,benar\nHAWDQAF94SK0,SITI AMINAH\n"
        + "JAWDQAF94SK1,benar\n",
      "ID temuan,Hasil verifikasi\nJAWDQAF94SK1,tidak benar\nGAWDQAF94SKH,benar\nJAWDQAF94SK1,benar\n",
    ])
    #expect(read.answers == ["GAWDQAF94SKH": .right])
    let refused = read.refusals.map { "\($0.file):\($0.line) \($0.reason)" }
    #expect(refused.count == 6)
    #expect(refused.contains("f0.csv:3 ID temuan tidak ada di contoh ini"))
    #expect(refused.contains("f0.csv:4 ID temuan kosong"))
    #expect(refused.contains { $0.hasPrefix("f0.csv:5 Hasil verifikasi bukan") })
    #expect(refused.count { $0.contains("dijawab berbeda") } == 3)
    #expect(!refused.joined().contains("SITI"))
  }

  @Test func theSameFileTwiceCountsOnce() throws {
    let text = "ID temuan,Hasil verifikasi\nGAWDQAF94SKH,benar\nUP-AAAAAAAAA1,tidak benar\n"
    let (once, twice) = (try answers([text]), try answers([text, text]))
    #expect(once.answers == twice.answers && twice.refusals.isEmpty)
    let (a, b) = (SampleScore(Self.sample, once.answers), SampleScore(Self.sample, twice.answers))
    #expect(a.rules == b.rules && a.wholes == b.wholes)
  }

  @Test func otherFilesAreRefusedInOneSentence() throws {
    for text in ["a,b\n1,2\n", "ID temuan,Nama\nGAWDQAF94SKH,X\n", "%PDF-1.4", "\u{1F}\u{8B}"] {
      #expect(throws: ReturnedFault.self) { try answers([text]) }
    }
    #expect(throws: ReturnedFault.self) { try ReturnedAnswers([(path: "/tiada", name: "tiada")], ids: []) }
  }

  @Test func theScoreIsByRuleTierAndWhole() throws {
    let score = SampleScore(
      Self.sample,
      [
        "UP-AAAAAAAAA1": .right, "UP-AAAAAAAAA2": .wrong, "UP-AAAAAAAAA3": .notFound, "GAWDQAF94SKH": .right,
        "HAWDQAF94SK0": .right, "JAWDQAF94SK1": .wrong,
      ])
    let rules = score.rules.map { "\($0.rule) \($0.tier) \($0.count.drawn) \($0.count.right) \($0.count.wrong)" }
    #expect(rules == ["meninggal semua 4 2 1", "meninggal pasti 2 2 0", "meninggal kuat 2 0 1"])
    #expect(abs(score.rules[0].wrong.share - 1.0 / 3) < 1e-12)
    let whole = try #require(score.wholes.first)
    // Half of the clean rows, and of the others those whose finding is right.
    #expect(abs(whole.wrong.share - (0.9 * 0.5 + 0.1 * 2 / 3)) < 1e-12)
    #expect(abs(whole.worst - (0.9 * 2 / 3 + 0.1 * 2 / 3)) < 1e-12)
    #expect(whole.count.drawn == 7 && whole.count.notFound == 1 && whole.count.open == 1)
  }
}
