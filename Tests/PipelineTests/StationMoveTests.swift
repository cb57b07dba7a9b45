import RollModel
import Testing

@testable import Pipeline
@testable import Rules

/// Voters whom the roll moved to another station: the old row bears code 8, and the new one none. All persons are made up.
@Suite struct StationMoveTests {
  private static let header = "nkk,nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,tps,keterangan\n"

  private static func row(
    _ nik: String = "1602051203850001", _ name: String = "HENDRA LESMANA", tps: Int, _ code: String = "",
    nkk: String = "1602050101100001", birth: String = "1985-03-12"
  ) -> String { "\(nkk),\(nik),\(name),\(birth),L,1602052001,\(tps),\(code)\n" }

  private static let others =
    row("1602051407700004", "BURHANUDDIN", tps: 1, nkk: "1602050101100002", birth: "1970-07-14")
    + row("1602051506720006", "SUTRISNO", tps: 2, nkk: "1602050101100003", birth: "1972-06-15")

  private static func office(
    _ rows: String..., earlier: String? = nil, with lists: [String: String] = [:]
  ) throws -> OfficeCase {
    var files = lists
    files["daftar-pemilih/a.csv"] = header + rows.joined() + others
    if let earlier { files["daftar-sebelumnya/b.csv"] = header + earlier + others }
    return try OfficeCase(files)
  }

  private static func voters(_ office: OfficeCase, tps: Int = 0) -> Int? {
    office.summaries.first { $0.key.desa != 0 && $0.key.tps == tps && $0.key.rt == 0 && $0.key.rw == 0 }?.voters
  }

  @Test func theOldRowIsNoVoterAndNoDouble() throws {
    let office = try Self.office(
      Self.row(tps: 1, "8"), Self.row(tps: 2), earlier: Self.row(tps: 1),
      with: [
        "rekap/tps.csv":
          "kode_desa,tps,laki_laki,perempuan,jumlah\n1602052001,1,1,0,1\n1602052001,2,2,0,2\n",
        "rekap/perubahan.csv":
          "kode_desa,sebelumnya,baru,tms,tms_8,jumlah\n1602052001,3,1,1,1,3\n",
      ])
    #expect([Self.voters(office), Self.voters(office, tps: 1), Self.voters(office, tps: 2)] == [3, 1, 2])
    #expect(office.of("ganda").isEmpty && office.of("rekap-tidak-sama").isEmpty && office.of("neraca-pemilih").isEmpty)
    #expect(office.of("kk-beda-tps").isEmpty)
    let account = try #require(office.accounts.first)
    #expect(account.before.all == 3 && account.now.all == 3 && account.new.allSatisfy { $0.all == 0 })
    #expect(account.struck.isEmpty)
  }

  @Test func aLoneRowIsAVoterStill() throws {
    let office = try Self.office(Self.row(tps: 1, "8"), earlier: Self.row(tps: 1))
    #expect([Self.voters(office), Self.voters(office, tps: 1)] == [3, 2])
    // Two rows that both bear the code are no new row of each other.
    #expect(try Self.voters(Self.office(Self.row(tps: 1, "8"), Self.row(tps: 2, "8"))) == 4)
  }

  /// What was struck on the earlier roll already is neither a voter of it nor gone from this one.
  @Test func theEarlierRollHasOldRowsToo() throws {
    let both = Self.row(tps: 1, "8") + Self.row(tps: 2)
    for now in [both, Self.row(tps: 2)] {
      let office = try Self.office(now, earlier: both)
      let account = try #require(office.accounts.first)
      #expect(account.before.all == 3 && account.now.all == 3 && account.gone.all == 0 && account.back.all == 0)
      #expect(office.findings.allSatisfy { !["hilang-tanpa-kode", "tms-muncul-lagi"].contains($0.rule) })
    }
  }

  /// Of two rows of the earlier roll, one was struck with the code.
  @Test func aDoubleThatWasStruckIsNotGone() throws {
    let office = try Self.office(
      Self.row(tps: 1, "8"), Self.row(tps: 2), earlier: Self.row(tps: 1) + Self.row(tps: 2))
    let account = try #require(office.accounts.first)
    #expect(account.struck == [.wrongStation: SexCount(men: 1)] && account.gone.all == 0 && account.now.all == 3)
  }

  /// A number that hides digits needs name, birth date and family card beside it.
  @Test(arguments: [
    ("16020512********", "1602050101100001", 3), ("16020512********", "1602050101100009", 4),
    ("16020599********", "1602050101100001", 4),
    ("", "1602050101100001", 3), ("1602051203850007", "1602050101100001", 4),
  ])
  func hiddenNumbersNeedTheCard(_ row: (nik: String, nkk: String, voters: Int)) throws {
    let office = try Self.office(Self.row(row.nik, tps: 1, "8"), Self.row(tps: 2, nkk: row.nkk))
    #expect(Self.voters(office) == row.voters)
  }

  /// A twin's number miswritten as the brother's: two people, of whom one moved.
  @Test func anotherNameIsAnotherVoter() throws {
    let office = try Self.office(Self.row(tps: 1, "8"), Self.row("1602051203850001", "HARDI SUSANTO", tps: 2))
    #expect(Self.voters(office) == 4)
  }

  @Test func whoWasMovedIsNotProposedToMove() throws {
    let move = [
      "pindah/c.csv": "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,tujuan,sumber\n"
        + "1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,1602052001,surat RT\n"
    ]
    // The list's record is found to be the new row, whichever of the two is closer to it.
    for number in ["1602051203850001", ""] {
      let office = try Self.office(Self.row(number, tps: 1, "8"), Self.row(tps: 2), with: move)
      #expect(office.of("pindah-antar-desa").isEmpty)
    }
    #expect(try Self.office(Self.row(tps: 1), with: move).of("pindah-antar-desa").count == 1)
  }
}
