import RollModel
import Testing

@testable import Rules

/// Deaths whose day cannot be: the list says nothing certain of anybody then.
struct DeathDayTests {
  private func found(_ death: String, listBirth: String = "1988-08-08") throws -> Finding {
    let example = try ExampleCase(
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama              | tanggal_lahir | jenis_kelamin | kode_desa
        ! | 1602050808880052 | GANDRUNG PAMUNGKAS | 1988-08-08   | L             | 1602052001
        [kematian]
          | nik              | nama              | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal_meninggal | sumber
          | 1602050808880052 | GANDRUNG PAMUNGKAS | \(listBirth) | L             | 1602052001 | \(death)          | akta
        """), rule: "meninggal")
    return try #require(examine(example).first { $0.rule == "meninggal" })
  }

  @Test(arguments: ["2026-02-03", "0000-00-00", "1988-00-00", "2026-11-21", "2026-11-00"])
  func aDayThatMayBeLeavesTheTier(_ day: String) throws {
    let finding = try found(day)
    #expect(finding.tier == .certain && !finding.explanation.contains("keliru"))
  }

  @Test(arguments: [
    ("1980-01-01", "1980-01-01 mendahului tanggal lahir"), ("1988-08-07", "1988-08-07 mendahului tanggal lahir"),
    ("1987-00-00", "mendahului tanggal lahir"), ("2027-01-01", "2027-01-01 sesudah tanggal acuan 2026-11-21"),
    ("2026-11-22", "2026-11-22 sesudah tanggal acuan 2026-11-21"),
  ])
  func aDayThatCannotBeIsNamedAndVerified(_ day: String, _ words: String) throws {
    let finding = try found(day)
    #expect(finding.tier == .verify && finding.explanation.contains(words))
  }
}
