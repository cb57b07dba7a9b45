import Casework
import RollModel
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// What counts as done, for each class of a letter.
@Suite struct FollowUpClassTests {
  static let header =
    "nkk,nik,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,keterangan,kode_desa,tps\n"
  static let names = ["SURYADI", "HARTONO", "MULYANA", "KARTIKA", "BUDIMAN", "SUPARMAN", "WIRANTO", "GUNARSO"]
  static let others = (1...40).map { i in
    "16020501019\(i + 100)01,160205\(10 + i % 18)0\(1 + i % 9)7\(i % 10)00\(i + 10),\(names[i % 8]) \(names[(i / 8 + 3) % 8]),OKI,"
      + "197\(i % 10)-0\(1 + i % 9)-\(10 + i % 18),S,L,JL MELATI,\(1 + i % 4),1,,1602052001,1\n"
  }.joined()
  static let dead =
    "1602050101010001,1602050101500001,KASMAN EFENDI,OKI,1950-01-01,S,L,JL MAWAR,1,1,,1602052001,1"
  /// The same person twice.
  static let twice =
    "1602050101010009,1602051203850002,RUDI HERMANTO,OKI,1985-03-12,S,L,JL MAWAR,1,1,,1602052001,2"
  /// A number whose day cannot be.
  static let wrong =
    "1602050101010008,1602059903850003,TOHIR BASRI,OKI,1985-03-14,S,L,JL MAWAR,1,1,,1602052001,1"
  static let missing =
    "1602050101010001,1602050101700001,AGUS SALAM,OKI,1970-01-01,S,L,JL MAWAR,1,1,,1602052001,1"

  static let residents = "nkk,nik,nama,tempat_lahir,tanggal_lahir,jenis_kelamin,alamat,rt,rw,kode_desa\n"
  static let resident =
    "1602050101010001,1602050101700001,AGUS SALAM,OKI,1970-01-01,L,JL MAWAR,1,1,1602052001\n"
  static let otherResident =
    "1602050101010002,1602050202720004,SALIM BAGUS,OKI,1972-02-02,L,JL MAWAR,1,1,1602052001\n"
  static let deaths =
    "nik,nama,tempat_lahir,tanggal_lahir,kode_desa,tanggal_meninggal,sumber\n"
    + "1602050101500001,KASMAN EFENDI,OKI,1950-01-01,1602052001,2026-01-05,akta kematian\n"

  static func roll(_ rows: [String]) -> String { header + rows.map { $0 + "\n" }.joined() + others }

  static func week(_ rows: [String], residents list: String? = resident + otherResident) throws -> RunRecord {
    var files = ["daftar-pemilih/a.csv": roll(rows), "kematian/a.csv": deaths]
    if let list { files["penduduk/a.csv"] = residents + list }
    let office = try OfficeCase(files)
    return RunRecord(
      toolVersion: "", data: office.data, matches: MatchResults(), findings: office.findings, areas: [],
      office: Office(), election: Election(referenceDay: CalendarDay(day: 21, month: 11, year: 2026)),
      visits: VisitPeriod(), cards: Rulebook.cards)
  }

  /// A letter over one rule's findings of a week, followed up on another: the states and reasons.
  static func follow(
    _ rule: String, as label: String, from first: RunRecord, on second: RunRecord, doneBefore: Bool = false
  ) throws -> [String] {
    let ids = first.findings.filter { $0.rule == rule }.map(\.id)
    #expect(!ids.isEmpty, "\(rule)")
    let key = KeyedHash(3, 4)
    let entries = LetterRegister.entries(Set(ids), first, key, threads: 2)
    let scratch = try Scratch()
    let stamp = RegisterStamp(time: "t", officer: "RINA")
    let file = try RegisterFile(scratch["register.jsonl"], stamp: stamp, secret: key)
    let content = SentLetter.content(
      number: "25", day: "2026-11-22", kind: "saran-perbaikan", recipient: "KPU", run: "x",
      groups: [.init(label: label, kecamatan: "K", entries: ids.compactMap { entries[$0] })])
    try file.append([RegisterEvent(.letter, by: stamp, findings: ids, content: content)])
    let letters = DecisionBook(file.register, needsTwo: false).letters
    let done = doneBefore ? Set(ids.map { FollowUp.Key(letter: letters[0].place, id: $0) }) : []
    let followUp = FollowUp(letters, file.register.key, on: second, doneBefore: done, threads: 2)
    let lines = followUp.lines(answers: [:], on: CalendarDay(day: 29, month: 11, year: 2026))
    #expect(lines.map(\.days) == [7])
    #expect(lines.map(\.sent) == [ids.count])
    return followUp.details.map { ($0.state?.rawValue ?? "") + ($0.reason.isEmpty ? "" : ": " + $0.reason) }
  }

  static let all = [dead, twice, twice, wrong]

  @Test func aRowThatWasToGo() throws {
    let first = try Self.week(Self.all)
    func state(_ rows: [String], doneBefore: Bool = false) throws -> [String] {
      try Self.follow("meninggal", as: "TMS", from: first, on: try Self.week(rows), doneBefore: doneBefore)
    }
    #expect(try state(Self.all) == ["belum"])
    #expect(try state([Self.twice, Self.wrong]) == ["ditindaklanjuti"])
    #expect(try state(Self.all, doneBefore: true) == ["muncul lagi"])
    let struck = Self.dead.replacing(",1,1,,1602052001", with: ",1,1,1,1602052001")
    #expect(try state([struck, Self.wrong]) == ["ditindaklanjuti"])
    // Mended, moved and in small letters, the row still stands.
    #expect(try state([Self.dead.replacing("KASMAN EFENDI", with: "KASMAN EFFENDY")]) == ["belum"])
    #expect(try state([Self.dead.replacing("1602050101500001", with: "1602050101500009")]) == ["belum"])
    #expect(try state([Self.dead.replacing("1602052001,1", with: "1602052002,1")]) == ["belum"])
  }

  /// Of two rows alike one was to go: it is gone when there is one less.
  @Test func aRowThatStandsTwice() throws {
    let first = try Self.week(Self.all)
    let one = try Self.week([Self.dead, Self.twice, Self.wrong])
    #expect(try Self.follow("ganda", as: "TMS", from: first, on: first) == ["belum"])
    #expect(try Self.follow("ganda", as: "TMS", from: first, on: one) == ["ditindaklanjuti"])
  }

  /// KPU keeps the row that was to go, and takes the other out: the person stands once, which is what was asked.
  @Test func aDoubleThatIsUndoneTheOtherWay() throws {
    let moved = Self.twice.replacing("1602051203850002", with: "1602051203850007")
    let first = try Self.week([Self.dead, Self.twice, moved, Self.wrong])
    let states = try [[Self.twice], [moved], [Self.twice, moved]].map { rows in
      try Self.follow("ganda", as: "TMS", from: first, on: try Self.week([Self.dead] + rows + [Self.wrong]))
    }
    #expect(states == [["ditindaklanjuti"], ["ditindaklanjuti"], ["belum"]])
  }

  @Test func aPersonWhoWasMissing() throws {
    let first = try Self.week(Self.all, residents: Self.resident)
    func state(_ rows: [String], _ list: String?) throws -> [String] {
      try Self.follow("belum-terdaftar", as: "MS", from: first, on: try Self.week(rows, residents: list))
    }
    #expect(try state(Self.all, Self.resident) == ["belum"])
    #expect(try state(Self.all + [Self.missing], Self.resident) == ["ditindaklanjuti"])
    #expect(try state(Self.all, nil) == ["tidak dapat dinilai: daftar penduduk tidak ada"])
    #expect(
      try state(Self.all, Self.otherResident) == ["tidak dapat dinilai: orangnya tidak lagi ada di daftar penduduk"])
    // On the roll, whatever became of the list.
    #expect(try state(Self.all + [Self.missing], nil) == ["ditindaklanjuti"])
  }

  @Test func aFieldThatWasToBeCorrected() throws {
    let first = try Self.week(Self.all)
    func state(_ rows: [String]) throws -> [String] {
      try Self.follow("nik-tidak-valid", as: "ubah", from: first, on: try Self.week(rows))
    }
    #expect(try state(Self.all) == ["belum"])
    #expect(try state([Self.wrong.replacing("1602059903850003", with: "1602051403850003")]) == ["ditindaklanjuti"])
    // Another wrong number is no correction, though the finding has another id.
    #expect(try state([Self.wrong.replacing("1602059903850003", with: "1602059803850003")]) == ["belum"])
    #expect(try state([Self.dead]) == ["tidak dapat dinilai: barisnya tidak lagi ada di daftar pemilih"])
  }

  /// A roll that lost its numbers and dates shows nobody gone; one that lost its numbers alone does by the dates.
  @Test func aRollThatShowsLess() throws {
    let first = try Self.week(Self.all)
    func state(_ rows: [String], _ hidden: Set<Int>) throws -> [String] {
      let lines = Self.roll(rows).split(separator: "\n").enumerated().map { number, line in
        line.split(separator: ",", omittingEmptySubsequences: false).enumerated()
          .map { number > 0 && hidden.contains($0) ? "" : $1 }.joined(separator: ",") + "\n"
      }
      var second = first
      let office = try OfficeCase(["daftar-pemilih/a.csv": lines.joined()])
      (second.data, second.findings) = (office.data, office.findings)
      return try Self.follow("meninggal", as: "TMS", from: first, on: second)
    }
    #expect(try state(Self.all, [0, 1]) == ["belum"])
    #expect(try state([Self.wrong], [0, 1]) == ["ditindaklanjuti"])
    #expect(try state([Self.wrong], [4]) == ["ditindaklanjuti"])
    #expect(
      try state(Self.all, [0, 1, 4])
        == ["tidak dapat dinilai: daftar pemilih kini tanpa NIK utuh dan tanpa tanggal lahir"])
  }

  /// A rule that made no claim says nothing by its silence.
  @Test func aRuleThatWasNotRun() throws {
    let first = try Self.week(Self.all, residents: Self.resident)
    var second = try Self.week(Self.all, residents: Self.resident)
    second.findings.removeAll { $0.rule == "belum-terdaftar" }
    #expect(try Self.follow("belum-terdaftar", as: "MS", from: first, on: second) == ["ditindaklanjuti"])
    second.unchecked = [
      UncheckedRule(rule: "belum-terdaftar", file: "penduduk/a.csv", column: "nik", reason: "disamarkan")
    ]
    #expect(
      try Self.follow("belum-terdaftar", as: "MS", from: first, on: second)
        == ["tidak dapat dinilai: aturan belum-terdaftar tidak diperiksa pada sebagian berkas"])
    second.unchecked = []
    second.cards = []
    #expect(
      try Self.follow("belum-terdaftar", as: "MS", from: first, on: second)
        == ["tidak dapat dinilai: aturan belum-terdaftar tidak dijalankan"])
  }

  /// Nothing of a file that is not there is called done.
  @Test func aDesaWithoutItsRoll() throws {
    let first = try Self.week(Self.all)
    let other = Self.header + Self.others.replacing("1602052001", with: "1602052002")
    let office = try OfficeCase(["daftar-pemilih/a.csv": other])
    var second = first
    second.data = office.data
    second.findings = office.findings
    #expect(
      try Self.follow("meninggal", as: "TMS", from: first, on: second)
        == ["tidak dapat dinilai: daftar pemilih desa itu tidak ada"])
    // Nor is anyone of that desa still missing, or missing again.
    let week = try Self.week(Self.all, residents: Self.resident)
    for doneBefore in [false, true] {
      #expect(
        try Self.follow("belum-terdaftar", as: "MS", from: week, on: second, doneBefore: doneBefore)
          == ["tidak dapat dinilai: daftar pemilih desa itu tidak ada"])
    }
  }

  /// Whose row was to go to another desa has gone there; any other row that moved still stands.
  @Test func aRowThatWasToMove() throws {
    var first = try Self.week(Self.all)
    let moved = try Self.week([Self.dead.replacing("1602052001,1", with: "1602052002,1"), Self.wrong])
    #expect(try Self.follow("meninggal", as: "TMS", from: first, on: moved) == ["belum"])
    first = Self.renaming("meninggal", "pindah-antar-desa", first)
    #expect(try Self.follow("pindah-antar-desa", as: "TMS", from: first, on: moved) == ["ditindaklanjuti"])
    let both = try Self.week([Self.dead, Self.dead.replacing("1602052001,1", with: "1602052002,1")])
    #expect(try Self.follow("pindah-antar-desa", as: "TMS", from: first, on: both) == ["belum"])
  }

  /// Whose row was to go to another station of its desa is found where it was no more, and the list still tells of him.
  @Test func aRowThatWasToMoveWithinItsDesa() throws {
    let rule = "pindah-antar-desa"
    var first = Self.renaming("meninggal", rule, try Self.week(Self.all))
    for place in first.findings.indices where first.findings[place].rule == rule {
      first.findings[place].tmsCode = .wrongStation
    }
    let moved = [Self.dead.replacing("1602052001,1", with: "1602052001,2"), Self.wrong]
    #expect(
      try Self.follow(rule, as: "TMS", from: first, on: Self.renaming("meninggal", rule, Self.week(moved))) == ["belum"]
    )
    var second = try Self.week(moved)
    second.findings = []
    #expect(try Self.follow(rule, as: "TMS", from: first, on: second) == ["ditindaklanjuti"])
    // The same silence where the row was to go to another desa says nothing.
    #expect(
      try Self.follow(rule, as: "TMS", from: Self.renaming("meninggal", rule, Self.week(Self.all)), on: second)
        == ["belum"])
  }

  /// Who was struck wrongly and still is, is not on the roll again because nothing speaks for him any more.
  @Test func aVoterWhoIsStillStruck() throws {
    let struck = Self.dead.replacing(",1,1,,1602052001", with: ",1,1,2,1602052001")
    // As a letter has it: the row is struck, and a finding stands on it.
    var first = Self.renaming("meninggal", "ganda-dicoret-keduanya", try Self.week(Self.all))
    first.data = try Self.week([struck] + Self.all.dropFirst()).data
    var second = try Self.week([struck, Self.wrong])
    second.findings = []
    #expect(try Self.follow("ganda-dicoret-keduanya", as: "MS", from: first, on: second) == ["belum"])
    second = try Self.week([Self.dead, Self.wrong])
    second.findings = []
    #expect(try Self.follow("ganda-dicoret-keduanya", as: "MS", from: first, on: second) == ["ditindaklanjuti"])
    // The next list leaves struck rows out: nobody is on it who was not.
    second = try Self.week([Self.wrong])
    second.findings = []
    #expect(try Self.follow("ganda-dicoret-keduanya", as: "MS", from: first, on: second) == ["belum"])
  }

  static func renaming(_ rule: String, _ other: String, _ record: RunRecord) -> RunRecord {
    var record = record
    for place in record.findings.indices where record.findings[place].rule == rule {
      record.findings[place].rule = other
    }
    return record
  }
}
