import RollModel
import Testing

@testable import Rules

/// Moves, service and rulings on a day that cannot be: the list says nothing certain of anybody then.
struct EventDayTests {
  private func found(_ list: String, _ rule: String, _ day: String, destination: String = "") throws -> [Finding] {
    let example = try ExampleCase(
      Example(
        """
        [daftar-pemilih]
        ? | nik              | nama               | tanggal_lahir | jenis_kelamin | kode_desa
          | 1602050808880052 | GANDRUNG PAMUNGKAS | 1988-08-08    | L             | 1602052001
          | 1602051407700004 | BURHANUDDIN        | 1970-07-14    | L             | 1602052002
        [\(list)]
          | nik              | nama               | tanggal_lahir | jenis_kelamin | kode_desa  | tanggal | sumber\(destination.isEmpty ? "" : " | tujuan")
          | 1602050808880052 | GANDRUNG PAMUNGKAS | 1988-08-08    | L             | 1602052001 | \(day)  | SK\(destination.isEmpty ? "" : " | " + destination)
        """), rule: rule)
    return examine(example).filter { $0.rule == rule }
  }

  struct List: Sendable {
    var role: String
    var rule: String
    var destination = ""
    var day: String
  }

  static let lists = [
    List(role: "pindah", rule: "pindah-domisili", day: "tanggal pindah"),
    List(role: "pindah", rule: "pindah-antar-desa", destination: "1602052002", day: "tanggal pindah"),
    List(role: "tni", rule: "tni", day: "tanggal pada daftar"),
    List(role: "polri", rule: "polri", day: "tanggal pada daftar"),
    List(role: "dicabut", rule: "hak-pilih-dicabut", day: "tanggal putusan"),
    List(role: "wna", rule: "wna", day: "tanggal pada daftar"),
  ]

  @Test(arguments: lists) func aDayThatCannotBeIsNamedAndVerified(_ list: List) throws {
    for (day, words) in [
      ("2027-10-01", "2027-10-01 sesudah tanggal acuan 2026-11-21"),
      ("1890-10-01", "1890-10-01 mendahului tanggal lahir"),
    ] {
      let findings = try found(list.role, list.rule, day, destination: list.destination)
      #expect(findings.map(\.tier) == [.verify], "\(list.rule) \(day)")
      #expect(findings.allSatisfy { $0.explanation.contains("\(list.day) \(words)") }, "\(findings.map(\.explanation))")
    }
  }

  @Test(arguments: lists) func aDayThatMayBeLeavesTheTier(_ list: List) throws {
    for day in ["2026-11-21", "1988-08-08", "2026-00-00"] {
      let findings = try found(list.role, list.rule, day, destination: list.destination)
      #expect(findings.map(\.tier) == [.certain], "\(list.rule) \(day)")
    }
  }

  /// Nobody comes before he was born, or later than the day that is asked for.
  @Test func anArrivalThatCannotBeIsVerified() throws {
    func arrived(_ day: String) throws -> [Finding] {
      let example = try ExampleCase(
        Example(
          """
          [daftar-pemilih]
          ? | nik              | nama        | tanggal_lahir | jenis_kelamin | kode_desa
            | 1602051407700004 | BURHANUDDIN | 1970-07-14    | L             | 1602052002
          [pindah]
            | nik              | nama         | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan     | tanggal | sumber
            | 1671050808880052 | GANDA PRATAMA | 1988-08-08   | L             | 1671052001 | 1602052002 | \(day) | SKPWNI
          """), rule: UnlistedArrival.card.id)
      return examine(example).filter { $0.rule == UnlistedArrival.card.id }
    }
    #expect(try arrived("2026-10-01").map(\.tier) == [.strong])
    let late = try arrived("2027-10-01")
    #expect(late.map(\.tier) == [.verify] && late.allSatisfy { $0.explanation.contains("sesudah tanggal acuan") })
  }
}
