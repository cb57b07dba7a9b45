import Casework
import RollModel
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// In a province a letter is judged on the rows of the kabupaten that was asked, and on no other's.
@Suite struct FollowUpProvinceTests {
  private static let header = "nkk,nik,nama,tempat_lahir,tanggal_lahir,jenis_kelamin,keterangan,kode_desa,tps\n"
  private static let (origin, destination) = ("1601012001", "1602052001")
  private static let moves =
    "nik,nama,tempat_lahir,tanggal_lahir,kode_desa,tujuan,sumber\n"
    + "1601011203850001,HENDRA LESMANA,BATURAJA,1985-03-12,1601012001,1602052001,SKPWNI\n"
  private static let deaths =
    "nik,nama,tempat_lahir,tanggal_lahir,kode_desa,tanggal_meninggal,sumber\n"
    + "1601011203850001,HENDRA LESMANA,BATURAJA,1985-03-12,1601012001,2026-01-05,akta kematian\n"

  /// The person of these tests, in a desa and with a code.
  private static func person(_ desa: String, _ code: String = "") -> String {
    "\(desa.prefix(6))0101200901,1601011203850001,HENDRA LESMANA,BATURAJA,1985-03-12,L,\(code),\(desa),1\n"
  }

  private static func others(_ desa: String) -> String {
    let names =
      desa == origin
      ? ["SURYADI", "HARTONO", "MULYANA", "KARTIKA", "BUDIMAN", "SUPARMAN", "WIRANTO", "GUNARSO"]
      : ["ROBIANTO", "JUMADI", "SLAMET", "WAHYUDI", "PRIYONO", "DARMAWAN", "SANUSI", "TUGIMIN"]
    return (1...40).map { i in
      "\(desa.prefix(6))01019\(i + 100)01,\(desa.prefix(6))\(10 + i % 18)0\(1 + i % 9)7\(i % 10)00\(i + 10),"
        + "\(names[i % 8]) \(names[(i / 8 + 3) % 8]),OKI,197\(i % 10)-0\(1 + i % 9)-\(10 + i % 18),L,,\(desa),1\n"
    }.joined()
  }

  private static func roll(_ desa: String, _ rows: String) -> String { header + rows + others(desa) }

  private static func week(_ old: String, _ new: String, _ lists: [String: String]) throws -> RunRecord {
    let files = [
      "padan.yaml": "wilayah: \"16\"\n", "daftar-pemilih/1601/a.csv": roll(origin, old),
      "daftar-pemilih/1602/b.csv": roll(destination, new),
    ]
    let office = try OfficeCase(files.merging(lists) { $1 })
    return RunRecord(
      toolVersion: "", data: office.data, matches: office.matches, findings: office.findings, areas: [],
      office: Office(), election: Election(referenceDay: CalendarDay(day: 21, month: 11, year: 2026)),
      visits: VisitPeriod(), cards: Rulebook.cards)
  }

  private typealias Ask = (kabupaten: Int, rule: String, label: String)

  /// A register with a letter for each ask, over the findings of a rule that a kabupaten's office acts on.
  private static func register(_ asks: [Ask], from first: RunRecord) throws -> Register {
    let key = KeyedHash(3, 4)
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let file = try RegisterFile(
      scratch["register.jsonl"], stamp: RegisterStamp(time: "t", officer: "RINA"), secret: key)
    let areas = first.data.lexicon.areas
    for ask in asks {
      let ids = first.findings.filter {
        $0.rule == ask.rule && areas.office(of: $0, in: first.data) == ask.kabupaten
      }.map(\.id)
      #expect(ids.count == 1, "\(ask)")
      let entries = LetterRegister.entries(Set(ids), first, key, threads: 2)
      let content = SentLetter.content(
        number: "25", day: "2026-11-22", kind: "saran-perbaikan", recipient: "KPU", run: "x",
        groups: [.init(label: ask.label, kecamatan: "K", entries: ids.compactMap { entries[$0] })])
      try file.append([
        RegisterEvent(.letter, by: RegisterStamp(time: "t", officer: "RINA"), findings: ids, content: content)
      ])
    }
    return file.register
  }

  private static func follow(_ asks: [Ask], from first: RunRecord, on second: RunRecord) throws -> [String] {
    let register = try register(asks, from: first)
    let letters = DecisionBook(register, needsTwo: false).letters
    let followUp = FollowUp(letters, register.key, on: second, doneBefore: [], threads: 2)
    // What two offices were asked of one person are two rows.
    #expect(followUp.totals.counts.values.reduce(0, +) == asks.count)
    return followUp.details.map { ($0.state?.rawValue ?? "") + ($0.reason.isEmpty ? "" : ": " + $0.reason) }
  }

  /// 1601 strikes who moved to 1602, and 1602 registers him.
  @Test func aMoveThatBothOfficesCarriedOut() throws {
    let lists = ["pindah/a.csv": Self.moves]
    let first = try Self.week(Self.person(Self.origin), "", lists)
    let ask: Ask = (1, "pindah-domisili", "TMS")
    let done = try Self.week("", Self.person(Self.destination), lists)
    #expect(try Self.follow([ask], from: first, on: done) == ["ditindaklanjuti"])
    let struck = try Self.week(Self.person(Self.origin, "4"), Self.person(Self.destination), lists)
    #expect(try Self.follow([ask], from: first, on: struck) == ["ditindaklanjuti"])
    let both = try Self.week(Self.person(Self.origin), Self.person(Self.destination), lists)
    #expect(try Self.follow([ask], from: first, on: both) == ["belum"])
  }

  /// A dead person on two rolls: the office that was told of the death strikes its row, the other does nothing.
  @Test func aDeadPersonOnTwoRolls() throws {
    let lists = ["kematian/a.csv": Self.deaths]
    let first = try Self.week(Self.person(Self.origin), Self.person(Self.destination), lists)
    let dead = try #require(first.findings.first { $0.rule == "meninggal" })
    let told = first.data.lexicon.areas.office(of: dead, in: first.data)
    let second = try Self.week(
      told == 1 ? "" : Self.person(Self.origin), told == 2 ? "" : Self.person(Self.destination), lists)
    let across = "ganda-antar-kabupaten"
    let settled =
      "tidak dapat dinilai: baris orang itu di kabupaten lain sudah keluar dan baris ini tinggal: tidak ada lagi yang diminta"
    let asks: [Ask] = [(told, "meninggal", "TMS"), (told, across, "TMS"), (3 - told, across, "TMS")]
    #expect(
      try Self.follow(asks, from: first, on: second) == ["ditindaklanjuti", "ditindaklanjuti", settled])
    #expect(try Self.follow(asks, from: first, on: first) == ["belum", "belum", "belum"])
  }

  /// 1602 was asked to register who moved there: that 1601 takes its code off is not that.
  @Test func anArrivalWhomTheOldOfficeTookBack() throws {
    let lists = ["pindah/a.csv": Self.moves]
    let first = try Self.week(Self.person(Self.origin, "4"), "", lists)
    let ask: Ask = (2, "pindah-masuk-belum", "MS")
    let back = try Self.week(Self.person(Self.origin), "", lists)
    #expect(try Self.follow([ask], from: first, on: back) == ["belum"])
    let registered = try Self.week(Self.person(Self.origin, "4"), Self.person(Self.destination), lists)
    #expect(try Self.follow([ask], from: first, on: registered) == ["ditindaklanjuti"])
  }

  /// Who was to be brought back and is registered in another kabupaten now is nobody's deed and nobody's debt.
  @Test func whoIsRegisteredElsewhere() throws {
    let lists = ["daftar-sebelumnya/1601/a.csv": Self.roll(Self.origin, Self.person(Self.origin))]
    let first = try Self.week("", "", lists)
    let ask: Ask = (1, "hilang-tanpa-kode", "MS")
    let elsewhere = try Self.week("", Self.person(Self.destination), lists)
    let state = try Self.follow([ask], from: first, on: elsewhere)
    #expect(state == ["tidak dapat dinilai: orangnya kini terdaftar di kabupaten lain"])
    let back = try Self.week(Self.person(Self.origin), "", lists)
    #expect(try Self.follow([ask], from: first, on: back) == ["ditindaklanjuti"])
  }

  /// Struck with code 2 for a row in another kabupaten, as the letter asked: no strike to be undone.
  @Test func aDoubleStruckInOneKabupaten() throws {
    let rules = { (record: RunRecord) in Set(record.findings.filter { $0.severity == .missing }.map(\.rule)) }
    #expect(rules(try Self.week(Self.person(Self.origin, "2"), Self.person(Self.destination), [:])).isEmpty)
    let both = try Self.week(Self.person(Self.origin, "2"), Self.person(Self.destination, "2"), [:])
    #expect(rules(both) == ["ganda-dicoret-keduanya"])
    #expect(rules(try Self.week(Self.person(Self.origin, "2"), "", [:])) == ["tms-terbantah"])
  }

  /// Who is gone where a letter asked for it is not asked back; where none did he is.
  @Test func goneAsAskedIsGoneWhereItWasAsked() throws {
    let first = try Self.week(Self.person(Self.origin), Self.person(Self.destination), [:])
    let register = try Self.register([(1, "ganda-antar-kabupaten", "TMS")], from: first)
    var second = try Self.week(
      "", "",
      [
        "daftar-sebelumnya/1601/a.csv": Self.roll(Self.origin, Self.person(Self.origin)),
        "daftar-sebelumnya/1602/b.csv": Self.roll(Self.destination, Self.person(Self.destination)),
      ])
    let gone = { (record: RunRecord) in
      record.findings.filter { $0.rule == "hilang-tanpa-kode" }
        .map { record.data.lexicon.areas.office(of: $0, in: record.data) }.sorted()
    }
    #expect(gone(second) == [1, 2])
    Binding(
      register, needsTwo: false, day: CalendarDay(day: 29, month: 11, year: 2026), doneBefore: [], threads: 2
    ).apply(to: &second)
    #expect(gone(second) == [2])
    #expect(second.history?.goneAsAsked == 1)
  }
}
