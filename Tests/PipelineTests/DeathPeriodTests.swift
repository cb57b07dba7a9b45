import RollModel
import Testing

@testable import Pipeline

/// Deeds count against the roll for the time between the earlier roll and this one.
@Suite struct DeathPeriodTests {
  private static let header = "nik,nama,tanggal_lahir,jenis_kelamin,keterangan,kode_desa\n"

  private static func voters(_ count: Int, code: String = "") -> String {
    (0..<count).map { i in
      let mark = i == 0 ? code : ""
      return "16020515017\(i % 10)\(1000 + i)0,\(name(i)) DARSONO,197\(i % 10)-01-15,L,\(mark),1602052001\n"
    }.joined()
  }

  private static func name(_ i: Int) -> String {
    ["A", "B"].map {
      "\($0)\(String(UnicodeScalar(65 + UInt8(i % 26))))\(String(UnicodeScalar(65 + UInt8(i / 5 % 26))))"
    }
    .joined()
  }

  /// Deeds of people who stand on neither roll.
  private static func deeds(_ count: Int, on day: String) -> String {
    "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,tanggal_meninggal,sumber\n"
      + (0..<count).map { i in
        "16021204014\(i % 10)\(2000 + i)0,\(name(i + 7)) LAMAWI,1940-01-04,L,1602052001,\(day),akta kematian\n"
      }.joined()
  }

  private static func found(_ deeds: String, earlier: String, settings: String = "") throws -> [Finding] {
    try OfficeCase([
      "padan.yaml": "wilayah: \"1602\"\n\(settings)", "daftar-pemilih/a.csv": header + voters(40, code: "1"),
      "daftar-sebelumnya/\(earlier).csv": header + voters(40), "kematian/k.csv": deeds,
    ]).of("kematian-di-bawah-akta")
  }

  @Test func oldDeedsOfPeopleOnNeitherRoll() throws {
    #expect(try Self.found(Self.deeds(25, on: "2019-05-01"), earlier: "dps-2026-06-30").isEmpty)
    #expect(
      try Self.found(
        Self.deeds(25, on: "2019-05-01"), earlier: "a", settings: "aturan: { kematian-di-bawah-akta: { bulan: 6 } }\n"
      ).isEmpty)
    let late = try Self.found(Self.deeds(25, on: "2026-08-01"), earlier: "dps-2026-06-30")
    #expect(!late.isEmpty && late.allSatisfy { $0.tier == .certain && $0.explanation.contains("sejak 2026-06-30") })
  }

  /// Where nothing tells when the earlier roll was made, or when people died, the lack is not sure, and that is said.
  @Test func aPeriodThatNobodyTells() throws {
    let unknown = try Self.found(Self.deeds(25, on: "2019-05-01"), earlier: "a")
    #expect(
      !unknown.isEmpty
        && unknown.allSatisfy {
          $0.tier == .verify && $0.explanation.contains("masa antara kedua daftar tidak diketahui")
        })
    let undated = try Self.found(Self.deeds(25, on: ""), earlier: "dps-2026-06-30")
    #expect(
      !undated.isEmpty
        && undated.allSatisfy { $0.tier == .verify && $0.explanation.contains("25 tanpa tanggal meninggal") })
  }
}
