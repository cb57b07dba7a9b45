import RollModel
import Testing

/// Residents and people of the special list who are missing from the roll and stand on another list with errors.
@Suite struct AbsentElsewhereTests {
  private static let header =
    "nkk,nik,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,keterangan,kode_desa,tps\n"
  private static let names = ["SURYADI", "HARTONO", "MULYANA", "KARTIKA", "BUDIMAN", "SUPARMAN", "WIRANTO", "GUNARSO"]
  /// Voters beside those that a case is about.
  private static let others = (1...40).map { i in
    "16020501019\(i + 100)01,160205\(10 + i % 18)0\(1 + i % 9)7\(i % 10)00\(i + 10),\(names[i % 8]) \(names[(i / 8 + 3) % 8]),OKI,"
      + "19\(70 + i % 10)-0\(1 + i % 9)-\(10 + i % 18),S,L,JL MELATI,\(1 + i % 4),1,,1602052001,1\n"
  }.joined()

  /// A row of any list; lists of those who vote elsewhere and of the special list have no cards.
  private static func row(_ nik: String, _ name: String, _ birth: String = "1985-03-12", card: Bool = false) -> String {
    "\(card ? "1602050101010002" : ""),\(nik),\(name),OKI,\(birth),S,L,JL MAWAR,1,1,,1602052001,1\n"
  }

  private static let hendra = row("1602051203850001", "HENDRA LESMANA", card: true)

  /// What is told of a case with these lists.
  private struct Told: Equatable {
    let role: Role
    let tier: Tier
    let beside: Role?
    let isServed: Bool
    let isExplained: Bool

    init(_ role: Role, _ tier: Tier, beside: Role? = nil, isServed: Bool = false) {
      (self.role, self.tier, self.beside, self.isServed) = (role, tier, beside, isServed)
      isExplained = beside != nil
    }

    init(_ finding: Finding) {
      role = finding.rollReference.role
      tier = finding.tier
      let other = finding.counterpart?.role
      beside = other == .roll ? nil : other
      isServed = finding.explanation.hasPrefix("DPK pemilihan lalu")
      isExplained = finding.explanation.contains("mungkin orang ini sendiri")
    }
  }

  private static func told(
    roll: String = "", residents: String = hendra, moved: String = "", special: String = ""
  ) throws -> [Told] {
    let lists = ["penduduk": residents, "pindah-memilih": moved, "dpk": special].filter { !$0.value.isEmpty }
    var files = ["daftar-pemilih/a.csv": header + others + roll]
    for (folder, rows) in lists { files["\(folder)/a.csv"] = header + rows }
    return try OfficeCase(files).of("belum-terdaftar").map { Told($0) }.sorted { one, other in
      one.role == .residents && other.role != .residents
    }
  }

  /// A number with an error in its date, and a name with one: he is on another roll.
  @Test func whoSurelyVotesElsewhereIsNotMissing() throws {
    #expect(try Self.told() == [Told(.residents, .certain)])
    #expect(try Self.told(moved: Self.row("1602051203950001", "HENDRA LESMNA")) == [])
  }

  /// Without a number the row may be his or a brother's; the finding names it.
  @Test func whoMayVoteElsewhereIsForVerification() throws {
    let told = try Self.told(moved: Self.row("", "HENDRA LESMANNA"))
    #expect(told == [Told(.residents, .verify, beside: .movedVoters)])
  }

  /// The serial is what tells twins apart.
  @Test func anotherSerialMayBeATwins() throws {
    let told = try Self.told(moved: Self.row("1602051203850002", "HENDRI LESMANA"))
    #expect(told == [Told(.residents, .verify, beside: .movedVoters)])
  }

  /// A namesake of another date, and the twin who stands on the roll, are other people.
  @Test func whoIsSomebodyElseChangesNothing() throws {
    #expect(
      try Self.told(moved: Self.row("1602050907710003", "HENDRA LESMANA", "1971-07-09"))
        == [Told(.residents, .certain)])
    let twin = Self.row("1602051203850002", "HENDRI LESMANA", card: true)
    #expect(
      try Self.told(roll: twin, residents: Self.hendra + twin, moved: twin) == [Told(.residents, .certain)])
  }

  /// A row that one resident has for himself is nobody else's.
  @Test func oneRowIsOnePersons() throws {
    let twin = Self.row("1602051203850002", "HENDRI LESMANA", card: true)
    #expect(
      try Self.told(residents: Self.hendra + twin, moved: Self.row("1602051203850002", "HENDRI LESMANA"))
        == [Told(.residents, .certain)])
  }

  /// Who was served from the special list and is a resident is told once, by the resident's row, with the reason.
  @Test func whoStandsOnTwoListsIsToldOnce() throws {
    #expect(
      try Self.told(special: Self.row("1602051203950001", "HENDRA LESMNA"))
        == [Told(.residents, .certain, isServed: true)])
    #expect(
      try Self.told(special: Self.row("", "HENDRA LESMANNA"))
        == [Told(.residents, .certain), Told(.specialList, .verify, beside: .residents, isServed: true)])
    #expect(
      try Self.told(special: Self.row("1602050907710003", "GILANG RAMADAN", "1971-07-09"))
        == [Told(.residents, .certain), Told(.specialList, .certain, isServed: true)])
  }

  /// Who was served from the special list and votes elsewhere is on another roll, errors or not.
  @Test func whoWasServedMayVoteElsewhere() throws {
    let served = Self.row("1602051203850001", "HENDRA LESMANA")
    #expect(try Self.told(residents: "", special: served) == [Told(.specialList, .certain, isServed: true)])
    #expect(try Self.told(residents: "", moved: served, special: served) == [])
    #expect(
      try Self.told(residents: "", moved: Self.row("1602051203950001", "HENDRA LESMNA"), special: served) == [])
  }
}
