import RollModel
import Testing

@testable import Rules

/// Whom deaths are counted against.
struct DeathCountTests {
  private func whole(_ table: String) throws -> DeathCount {
    let example = try ExampleCase(Example(table))
    let ledger = AreaLedger(
      AreaGroundwork(example.data, threads: 1), RollComparison(example.data, threads: 1), data: example.data,
      matches: MatchResults(),
      referenceDay: example.election.referenceDay)
    let context = RuleContext(
      data: example.data, matches: MatchResults(), election: example.election, visits: example.visits, ledger: ledger)
    return try #require(DeathCounts(context)?.levels.first?.count)
  }

  @Test func rowsStruckForAnotherReasonDieNowhere() throws {
    func expected(_ last: String) throws -> Double {
      try whole(
        """
        [daftar-pemilih]
        ? | nama  | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
          | AMIR  | 1940-02-03    | L             | 1602052001 |
          | BADRI | 1940-02-03    | L             | 1602052001 | 1
          \(last)
        [kematian]
          | nama  | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal_meninggal
          | CATUR | 1930-02-03    | L             | 1602052001 | 2026-01-14
        """
      ).expectedYearly
    }
    let young = try expected("| DULAH | 2009-02-03    | L             | 1602052001 | 4")
    #expect(try expected("| DULAH | 1930-02-03    | L             | 1602052001 | 4") == young)
    #expect(try expected("| DULAH | 1930-02-03    | L             | 1602052001 |") > young)
  }

  /// A registry's list and a village's own of the same dead, with and without numbers.
  @Test func whomTwoOfficesListDiedOnce() throws {
    let count = try whole(
      """
      [daftar-pemilih]
      ? | nik              | nama             | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        | 1602051203850001 | HENDRA           | 1985-03-12    | L             | 1602052001 | 1
      [kematian]
        | nik              | nama             | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal_meninggal
        |                  | DARSONO SALIM    |               | L             | 1602052001 | 2026-01-10
        | 1602051203500012 | DARSONO SALIM    | 1951-03-12    | L             | 1602052001 | 2026-01-11
        |                  | DARSONO SALIM    |               | L             | 1602052002 | 2026-01-11
        |                  | TOHIR            | 1952-03-12    | L             | 1602052001 | 2026-01-12
        | 1602051203520013 | TOHIR            | 1952-04-12    | L             | 1602052001 | 2026-01-12
        | 1602051203530014 | TOHIR            | 1953-04-12    | L             | 1602052001 | 2026-01-12
      """)
    // Darsono of the other desa is another, and of Tohir there are three.
    #expect(count.told == 5)
  }

  @Test func whoWasStruckOnTheEarlierRollIsSettled() throws {
    let count = try whole(
      """
      [daftar-pemilih]
      ? | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        | 1602051203850001 | HENDRA  | 1985-03-12    | L             | 1602052001 |
        | 1602051203850002 | BADRI   | 1985-03-12    | L             | 1602052001 | 1
      [daftar-sebelumnya]
        | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa  | keterangan
        | 1602051203850001 | HENDRA  | 1985-03-12    | L             | 1602052001 |
        | 1602051203500011 | KASMAN  | 1950-03-12    | L             | 1602052001 | 1
        | 1602051203500012 | DARSONO | 1951-03-12    | L             | 1602052001 | 1
        | 1602051203500013 | TOHIR   | 1952-03-12    | L             | 1602052001 | 4
      [kematian]
        | nik              | nama    | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal_meninggal
        | 1602051203500011 | KASMAN  | 1950-03-12    | L             | 1602052001 | 2026-01-10
        |                  | DARSONO | 1951-03-12    | L             | 1602052001 | 2026-01-11
        | 1602051203500013 | TOHIR   | 1952-03-12    | L             | 1602052001 | 2026-01-12
        | 1602051203500014 | RAMLAN  | 1953-03-12    | L             | 1602052001 | 2026-01-13
      """)
    // Those whom the earlier roll had as dead are no deaths that this one lacks; the other two are.
    #expect(count.told == 2)
  }
}
