import RollModel
import Rules
import TestSupport
import Testing

@testable import Reports

/// The law that letters and cards cite.
@Suite struct LawTests {
  struct Letter: CustomTestStringConvertible {
    let kind: ElectionKind
    let day: String
    let cites: [String]
    let not: [String]
    var testDescription: String { "\(kind) \(day)" }
  }

  @Test(arguments: [
    Letter(
      kind: .pdpb, day: "2025-06-30", cites: ["Nomor 29 Tahun 2025 tentang", "Pasal 8 ayat (3) huruf g", "Pasal 18"],
      not: ["Pengawas Pemilihan Umum Nomor 1 Tahun 2025", "Nomor 5 Tahun 2022"]),
    Letter(
      kind: .pdpb, day: "2025-09-03", cites: ["Nomor 29 Tahun 2025"],
      not: ["Pengawas Pemilihan Umum Nomor 1 Tahun 2025"]),
    Letter(
      kind: .pdpb, day: "2025-09-04",
      cites: [
        "Badan Pengawas Pemilihan Umum Nomor 1 Tahun 2025 tentang Pengawasan Pemutakhiran Data Pemilih Berkelanjutan"
      ],
      not: ["Nomor 5 Tahun 2022"]),
    Letter(
      kind: .pemilu, day: "2023-05-01",
      cites: [
        "Nomor 4 Tahun 2023 tentang Pengawasan Pemutakhiran Data", "Nomor 5 Tahun 2022 tentang", "Pasal 18",
        "Nomor 7 Tahun 2022 tentang Penyusunan Daftar Pemilih",
      ], not: ["Nomor 10 Tahun 2024"]),
    Letter(
      kind: .pilkada, day: "2024-08-20",
      cites: [
        "terakhir dengan Undang-Undang Nomor 6 Tahun 2020", "Nomor 10 Tahun 2024 tentang", "Pasal 21",
        "Nomor 6 Tahun 2024 tentang", "Nomor 799 Tahun 2024", "Nomor 89 Tahun 2024", "Nomor 80 Tahun 2024",
      ], not: ["Nomor 8 Tahun 2020", "Nomor 9 Tahun 2024", "antara lain"]),
  ])
  func lettersCiteWhatHoldsOnTheirDay(_ letter: Letter) throws {
    let day = try #require(CalendarDay(iso: letter.day))
    let law = LetterLaw.citations(letter.kind, on: day).map(\.text).joined(separator: "\n")
    for words in letter.cites { #expect(law.contains(words), "\(words)") }
    for words in letter.not { #expect(!law.contains(words), "\(words)") }
    #expect(law.contains(letter.kind == .pilkada ? "Undang-Undang Nomor 1 Tahun 2015" : "Nomor 7 Tahun 2023"))
  }

  /// Rolls of earlier elections are read too; the acts of their time are for the office to name.
  @Test(arguments: [
    (ElectionKind.pilkada, "2020-10-12"), (.pemilu, "2018-12-10"), (.pdpb, "2022-09-30"),
  ])
  func aLetterOfEarlierYearsCitesNoLaterAct(_ kind: ElectionKind, _ day: String) throws {
    let day = try #require(CalendarDay(iso: day))
    let lines = LetterWords.law(kind, on: day)
    #expect(lines == ["[isi: peraturan yang berlaku pada \(IndonesianDate.long(day))]."])
  }

  @Test func everyActHasItsSourceAndTitle() {
    for act in Act.all { #expect(!act.source.isEmpty && act.title.contains("Nomor") && !act.title.hasSuffix(".")) }
    #expect(Set(Act.all.map(\.short)).count == Act.all.count)
    #expect(LetterLaw.table.flatMap(\.citations).allSatisfy { Act.all.contains($0.act) })
  }

  /// Coklit is a stage of an election; the continuous update has its own regulation, and no coklit.
  @Test func cardsCiteKnownActsOnly() {
    for card in Rulebook.cards {
      for line in card.authority {
        #expect(Act.all.contains { line == $0.short || line.hasPrefix($0.short + " Pasal ") }, "\(card.id): \(line)")
      }
      if card.category == .coklit {
        #expect(card.authority.contains { $0.hasPrefix("Perbawaslu 4/2023") })
        #expect(card.authority.contains("Perbawaslu 10/2024 Pasal 14"))
        #expect(!card.authority.contains { $0.contains("1/2025") })
      }
    }
  }
}
