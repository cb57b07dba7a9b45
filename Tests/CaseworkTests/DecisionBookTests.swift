import Documents
import RollModel
import TestSupport
import Testing

@testable import Casework

/// How findings stand after what officers said of them.
@Suite struct DecisionBookTests {
  static let key = KeyedHash(1, 2)

  static func facts(_ change: [String: String] = [:]) -> DecisionFacts {
    let cells = ["keyakinan": "kuat", "bukti": "akta", "nama": "SITI", "rt": "001"].merging(change) { $1 }
    return DecisionFacts(key) { cells[$0] ?? "" }
  }

  private static func decision(
    _ id: String, _ word: DecisionWord, by officer: String, _ facts: DecisionFacts = facts()
  ) -> RegisterEvent {
    let opinion = Opinion(
      word: word, officer: officer, day: "2026-11-24", rule: "meninggal", facts: facts, remarks: .init())
    return RegisterEvent(
      .decision, by: RegisterStamp(time: "t", officer: "KANTOR"), findings: [id],
      content: opinion.content(recordedBy: "KANTOR"))
  }

  private static func letter(_ ids: [String]) -> RegisterEvent {
    let entries = ids.map {
      LetterEntry(
        id: $0, rule: "meninggal", marks: PersonMarks(number: 5, person: 6), rows: PersonCounts(number: 1, person: 1),
        desa: "1602052001", list: .deaths)
    }
    return RegisterEvent(
      .letter, by: RegisterStamp(time: "t", officer: "KANTOR"), findings: ids,
      content: SentLetter.content(
        number: "25/X", day: "2026-11-22", kind: "saran-perbaikan", recipient: "KPU", run: "2026-11-21",
        groups: [.init(label: "TMS", kecamatan: "KAYU AGUNG", entries: entries)]))
  }

  /// Through the file and back, so that what is written is what is read.
  private static func book(_ events: [RegisterEvent], needsTwo: Bool = false) throws -> DecisionBook {
    let scratch = try Scratch()
    let file = try RegisterFile(
      scratch["register.jsonl"], stamp: RegisterStamp(time: "t", officer: "KANTOR"), secret: key)
    try file.append(events)
    return DecisionBook(file.register, needsTwo: needsTwo)
  }

  @Test func theLastWordOfAnOfficerCounts() throws {
    let book = try Self.book([
      Self.decision("A", .valid, by: "RINA"), Self.decision("A", .rejected, by: "  rina "),
      Self.decision("B", .check, by: "RINA"), Self.decision("B", .valid, by: "BUDI"),
    ])
    #expect(book.standing(of: "A") == .rejected(Self.facts(), day: "2026-11-24"))
    #expect(book.standing(of: "B") == .valid)
    #expect(book.standing(of: "C") == .undecided)
  }

  @Test func officersWhoContradictEachOtherDecideNothing() throws {
    let book = try Self.book([Self.decision("A", .valid, by: "RINA"), Self.decision("A", .rejected, by: "BUDI")])
    #expect(book.standing(of: "A").word == "bertentangan")
    #expect(book.conflicts.map(\.id) == ["A"])
    #expect(book.conflicts[0].opinions.map(\.officer) == ["RINA", "BUDI"])
    let settled = try Self.book([
      Self.decision("A", .valid, by: "RINA"), Self.decision("A", .rejected, by: "BUDI"),
      Self.decision("A", .valid, by: "BUDI"),
    ])
    #expect(settled.standing(of: "A") == .valid)
  }

  @Test func twoOfficersWhereTwoAreAskedFor() throws {
    let once = [Self.decision("A", .valid, by: "RINA"), Self.decision("A", .valid, by: "rina")]
    #expect(try Self.book(once, needsTwo: true).standing(of: "A") == .waiting)
    #expect(try Self.book(once).standing(of: "A") == .valid)
    let twice = once + [Self.decision("A", .valid, by: "BUDI")]
    #expect(try Self.book(twice, needsTwo: true).standing(of: "A") == .valid)
  }

  /// Who rejected other facts does not contradict who confirms these.
  @Test func arejectionIsOfItsFacts() throws {
    let now = Self.facts(["bukti": "akta lain"])
    let book = try Self.book([
      Self.decision("A", .rejected, by: "RINA"), Self.decision("A", .valid, by: "BUDI", now),
    ])
    #expect(book.standing(of: "A") == .valid)
    #expect(Self.facts().changes(to: now) == ["buktinya berubah"])
    #expect(Self.facts().changes(to: Self.facts(["keyakinan": "pasti", "rt": "002"])).count == 2)
    #expect(Self.facts().changes(to: Self.facts(["nama": "'siti"])).isEmpty)
  }

  @Test func aWithdrawalTakesDecisionsAndLettersBack() throws {
    let stamp = RegisterStamp(time: "t", officer: "KANTOR")
    let taken = { (id: String) in
      RegisterEvent(
        .withdrawal, by: stamp, findings: [id],
        content: [.init("tanggal", "2026-11-25"), JSONValue.Member(key: "fakta", value: Self.facts().json)])
    }
    let book = try Self.book([
      Self.letter(["A", "B"]), Self.decision("A", .valid, by: "RINA"), Self.decision("C", .valid, by: "RINA"),
      taken("A"), taken("C"),
    ])
    #expect(book.standing(of: "A") == .withdrawn(Self.facts(), day: "2026-11-25"))
    #expect(book.standing(of: "C") == .undecided)
    #expect(book.letters.map(\.withdrawn) == [["A"]])
    #expect(book.letters[0].ids == ["A", "B"])
    #expect(book.letters[0].groups[0].entries[0].list == .deaths)
  }

  @Test func rejectedSharesAreCounted() throws {
    let book = try Self.book([
      Self.decision("A", .valid, by: "R"), Self.decision("B", .rejected, by: "R"),
      Self.decision("C", .rejected, by: "R"),
      Self.decision("D", .check, by: "R"), Self.decision("E", .valid, by: "R"), Self.decision("E", .rejected, by: "S"),
      Self.decision("F", .rejected, by: "R", Self.facts(["keyakinan": "pasti"])),
    ])
    #expect(book.rejectedShares.map(\.tier) == [.strong, .certain])
    #expect(book.rejectedShares.map(\.rejected) == [2, 1])
    #expect(book.rejectedShares.map(\.decided) == [3, 1])
    // By hand: 2 of 3, z = 1.96.
    #expect(abs(book.rejectedShares[0].interval.lower - 0.2077) < 0.0001)
    #expect(abs(book.rejectedShares[0].interval.upper - 0.9385) < 0.0001)
  }
}
