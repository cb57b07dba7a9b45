import RollModel
import TestSupport
import Testing

@testable import Rules

/// Who was struck or gone between two rolls, and why.
@Suite struct StruckVoterTests {
  private static let files = [
    "daftar-pemilih/a.csv": """
    nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,keterangan
    1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,
    1602054508900003,RATNA JUWITA,1990-08-05,P,1602052001,4
    1602051407700004,BURHANUDDIN,1970-07-14,L,1602052002,1
    1602055105800005,SURYATI,1980-05-11,P,1602052001,8
    1602050101600006,KARSO,1960-01-01,L,1602052001,
    1602050202610012,BARU DICORET,1961-02-02,L,1602052001,1

    """,
    "daftar-sebelumnya/a.csv": """
    nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,keterangan
    1602051203850001,HENDRA LESMANA,1985-03-12,L,1602052001,
    1602054508900003,RATNA JUWITA,1990-08-05,P,1602052001,
    1602051407700004,BURHANUDDIN,1970-07-14,L,1602052001,
    1602055105800005,SURYATI,1980-05-11,P,1602052001,
    1602050101600006,KARSO,1960-01-01,L,1602052001,
    1602050101600006,KARSO,1960-01-01,L,1602052001,
    1602054807710007,ROHANA,1971-07-08,P,1602052001,
    1602050503400008,WIYONO,1940-03-05,L,1602052001,
    1602050503400009,SUDAH DICORET,1941-03-05,L,1602052001,1

    """,
    "kematian/a.csv": """
    nik,nama,tanggal_lahir,kode_desa
    1602050503400008,WIYONO,1940-03-05,1602052001

    """,
  ]

  @Test func everyOneHasAReason() throws {
    let data = try OfficeCase(Self.files).data
    let struck = try #require(StruckVoters(data, threads: 1))
    let found = struck.rows.map { row in
      "\(data.voter(row.reference)?.text(.name) ?? ""): \(row.reason.words)"
    }.sorted()
    #expect(
      found == [
        "BURHANUDDIN: meninggal", "KARSO: hilang tanpa kode; orang ini tercatat dua kali, baris lainnya masih ada",
        "RATNA JUWITA: pindah domisili", "ROHANA: hilang tanpa kode; sebabnya tidak diketahui",
        "WIYONO: hilang tanpa kode; tercatat pada daftar kematian",
      ])
  }

  /// What the sheets list is what the balance of the roll counts.
  @Test func theyAreAsManyAsTheFlowsCount() throws {
    let data = try OfficeCase(Self.files).data
    let struck = try #require(StruckVoters(data, threads: 1))
    let changes = try #require(RollChanges(data, threads: 1))
    let whole = try #require(RollFlows(data, changes).levels.first { $0.key == AreaKey() }).flow
    #expect(struck.rows.count == whole.struck.all + whole.gone.all + whole.doubles.all)
  }

  @Test func withoutAnEarlierRollThereIsNoList() throws {
    var files = Self.files
    files["daftar-sebelumnya/a.csv"] = nil
    #expect(StruckVoters(try OfficeCase(files).data, threads: 1) == nil)
  }
}
