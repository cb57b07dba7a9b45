import RollModel
import Testing

@testable import Rules

/// What the evidence of a pair says: what agrees, and what speaks against it.
struct AgreementTests {
  private func words(_ other: String) throws -> String {
    let example = try ExampleCase(
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama  | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051203650001 | USMAN | 1965-03-12    | L             | 1602052001
        [kematian]
          | nik              | nama  | tanggal_lahir | jenis_kelamin | kode_desa
          | \(other)
        """))
    let list = try #require(example.data.lists[.deaths])
    return Agreement(example.data.roll[0], list[0]).words
  }

  @Test func whatDiffersIsNamedBehindWhatAgrees() throws {
    #expect(
      try words("1602055208710009 | USMAN | 1971-08-12 | P | 1602052001")
        == "nama sama; desa sama; NIK berbeda; tanggal lahir berbeda; jenis kelamin berbeda")
    #expect(
      try words("1602051203650001 | USMAN | 1965-03-12 | L | 1602052001")
        == "NIK sama; nama sama; tanggal lahir sama; desa sama")
  }

  @Test func whatOneSideDoesNotTellDiffersInNothing() throws {
    #expect(try words(" | USMAN | 1965-00-00 | | 1602052001") == "nama sama; desa sama")
    #expect(try words(" | USMAN | 1966-00-00 | | 1602052001") == "nama sama; desa sama; tanggal lahir berbeda")
    #expect(
      try words("1602051203****** | USMAN | 1965-03-12 | | ")
        == "NIK sama pada 10 angka yang diketahui; nama sama; tanggal lahir sama")
    #expect(try words("1602051303****** | USMAN | 1965-03-12 | | ") == "nama sama; tanggal lahir sama; NIK berbeda")
  }
}
