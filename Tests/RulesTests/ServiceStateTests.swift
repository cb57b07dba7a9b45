import RollModel
import Testing

@testable import Rules

/// Soldiers and police who have retired: entitled, so never proposed to go.
struct ServiceStateTests {
  private static let day = CalendarDay(day: 21, month: 11, year: 2026)

  private static func state(_ text: String, _ event: String = "") -> String {
    switch ServiceState(text, event: CalendarDay(iso: event) ?? CalendarDay(), on: day) {
    case .serving: "serving"
    case .retired(let since): "retired \(since)"
    case .unclear: "unclear"
    }
  }

  @Test(arguments: [
    ("Kodim", "", "serving"), ("PURNAMA SARI", "", "serving"), ("SK pensiun", "2020-04-01", "retired 2020-04-01"),
    ("PENSIUN TMT 01-04-2020", "", "retired 2020-04-01"), ("SERMA (PURN)", "", "retired "),
    ("Purnawirawan", "", "retired "), ("PENSIUN, PENSIUN 2023-04-01", "", "retired 2023-04-01"),
    ("SK 12-03-2020 pensiun TMT 1 Januari 2021", "", "retired 2021-01-01"), ("pensiun 2019", "", "retired 2019-**-**"),
    ("PENSIUN TMT 21-11-2026", "", "retired 2026-11-21"), ("PENSIUN TMT 22-11-2026", "", "serving"),
    ("AKTIF PENSIUN 2031-05-01", "", "serving"), ("pensiun 2026", "", "unclear"),
    ("SK pensiun", "2027-01-01", "serving"),
    ("PERSIAPAN PENSIUN", "", "serving"), ("belum pensiun", "2020-01-01", "unclear"), ("MPP", "", "serving"),
    ("AKTIF, SERMA (PURN)", "", "unclear"), ("TIDAK AKTIF, PENSIUN", "", "retired "),
    ("SK pensiun no 1234/2027", "2020-01-01", "retired 2020-01-01"),
  ])
  func wordsAndDaysAreReadTogether(_ text: String, _ event: String, _ state: String) {
    #expect(Self.state(text, event) == state)
  }

  private func found(_ rows: String) throws -> [Finding] {
    let example = try ExampleCase(
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama            | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602051203650001 | SUPRIYADI WIRA  | 1965-03-12    | L             | 1602052001
          | 1602051407700004 | BURHANUDDIN     | 1970-07-14    | L             | 1602052001
        [tni]
          | nik              | nama            | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal    | sumber
        \(rows)
        """), rule: "tni")
    return examine(example).filter { $0.rule == "tni" }
  }

  private func row(_ day: String, _ source: String) -> String {
    "  | 1602051203650001 | SUPRIYADI WIRA  | 1965-03-12    | L             | 1602052001 | \(day) | \(source)"
  }

  @Test func aRetireeIsNotProposed() throws {
    #expect(try found(row("2020-04-01", "Kodim")).map(\.tier) == [.certain])
    #expect(try found(row("2020-04-01", "SK pensiun")).isEmpty)
    #expect(try found(row("2027-04-01", "SK pensiun")).map(\.tier) == [.certain])
  }

  @Test func ofTwoRowsTheLaterCountsAndWithoutDaysTheFieldAsks() throws {
    let retired = row("2024-04-01", "SK pensiun")
    #expect(try found(row("2019-04-01", "Kodim") + "\n" + retired).isEmpty)
    for serving in [row("", "Kodim"), row("2025-04-01", "Kodim")] {
      let findings = try found(retired + "\n" + serving)
      #expect(findings.map(\.tier) == [.verify])
      #expect(findings.allSatisfy { $0.explanation.contains("menyebut orang ini pensiun") })
    }
  }

  @Test func anUnclearRetirementIsVerified() throws {
    let findings = try found(row("", "pensiun 2026"))
    #expect(findings.map(\.tier) == [.verify])
    #expect(findings.allSatisfy { $0.explanation.contains("tidak jelas apakah sudah berlaku") })
  }
}
