import Reports
import RollModel
import Testing

@testable import Pipeline
@testable import Rules

/// Whether a roll on which nobody bears a code tells what became of the dead. All persons are made up.
@Suite struct DeathMarkTests {
  private static func person(_ number: Int, _ name: String) -> String {
    "16020512038500\(number),\(name),1985-03-12,L,1602052001"
  }

  /// Twelve dead whom neither roll has.
  private static let strangers = (0..<12).map { person(40 + $0, "SU\(letter($0)) TO\(letter($0))") }
  /// Twelve dead who stand on the roll.
  private static let standing = (0..<12).map { person(60 + $0, "DAR\(letter($0)) NI\(letter($0))") }
  private static func letter(_ i: Int) -> String { String(UnicodeScalar(65 + UInt8(i))) + "AM" }

  private static func office(
    _ dead: [String], column: Bool, earlier: [String]? = nil
  ) throws -> (rule: [Finding], unchecked: [UncheckedRule], thresholds: [String]) {
    let header = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa"
    func roll(_ rows: [String]) -> String {
      ([header + (column ? ",keterangan" : "")] + rows.map { $0 + (column ? "," : "") }).joined(separator: "\n") + "\n"
    }
    let voters = standing + [person(20, "BURHANUDDIN"), person(21, "SUTRISNO")]
    var files = [
      "daftar-pemilih/a.csv": roll(voters),
      "kematian/c.csv": ([header + ",tanggal_meninggal"] + dead.map { $0 + ",2026-03-15" }).joined(separator: "\n")
        + "\n",
    ]
    if let earlier { files["daftar-sebelumnya/dpt-20260101.csv"] = roll(voters + earlier) }
    let office = try OfficeCase(files)
    let day = try #require(CalendarDay(iso: "2026-11-21"))
    let result = Examination(
      data: office.data, matches: office.matches, election: Election(referenceDay: day), visits: VisitPeriod()
    ).run()
    return (
      office.of("kematian-di-bawah-akta").filter {
        if case .area(let key) = $0.subject { key.desa != 0 } else { false }
      },
      Examination.unchecked(office.data, RuleSettings(), VisitPeriod()).filter { $0.rule == "kematian-di-bawah-akta" },
      result.thresholds.map(\.rule)
    )
  }

  @Test func anEmptyColumnBesideAnEarlierRollIsJudged() throws {
    let case1 = try Self.office(Self.strangers, column: true, earlier: [])
    #expect(case1.rule.map(\.tier) == [.certain] && case1.unchecked.isEmpty)
    #expect(case1.thresholds.contains("kematian-di-bawah-akta"))
    // Who stood on the earlier roll and is gone was dealt with.
    let gone = try Self.office(Self.strangers, column: true, earlier: Self.strangers)
    #expect(gone.rule.isEmpty && gone.unchecked.isEmpty)
  }

  @Test func withoutAnEarlierRollOnlyWhoStandsIsTold() throws {
    #expect(try Self.office(Self.strangers, column: true).rule.isEmpty)
    let found = try Self.office(Self.standing + Self.strangers, column: true)
    #expect(found.rule.map(\.tier) == [.verify] && found.unchecked.isEmpty)
    #expect(found.rule.first?.explanation.hasPrefix("12 orang tercatat meninggal, 0 bertanda") == true)
    #expect(found.rule.first?.explanation.contains("yang sudah tidak terdaftar tidak dihitung") == true)
  }

  @Test func withoutAColumnTheRuleIsNotChecked() throws {
    for earlier in [nil, []] as [[String]?] {
      let hidden = try Self.office(Self.standing + Self.strangers, column: false, earlier: earlier)
      #expect(hidden.rule.isEmpty && hidden.unchecked.map(\.field) == [.remark])
      #expect(!hidden.thresholds.contains("kematian-di-bawah-akta"))
      #expect(
        UncheckedWords(hidden.unchecked, .pdpb).lines == [
          "Kolom keterangan tidak ada atau kosong pada semua berkas daftar-pemilih: kematian-di-bawah-akta. "
            + "Minta daftar pemilih yang memuat kode TMS kepada KPU."
        ])
    }
  }

  /// One of the dead was taken off since the earlier roll: so the dead are taken off, and those who stand are left.
  @Test func rowsTakenOffTellAsMuchAsCodes() throws {
    let judged = try Self.office(
      Self.standing + [Self.strangers[0]], column: false, earlier: [Self.strangers[0]])
    #expect(judged.rule.map(\.tier) == [.certain] && judged.unchecked.isEmpty)
  }
}
