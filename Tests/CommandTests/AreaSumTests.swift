import Foundation
import TestSupport
import Testing

/// The rows of `wilayah.csv` of every level add up, and say what the findings say.
@Suite struct AreaSumTests {
  private static func rows(_ files: RunFiles, _ name: String) throws -> [[String: String]] {
    try LoopCase(files: files).rows("2026-11-21", name)
  }

  private static func sum(_ rows: [[String: String]], _ level: String, _ column: String) -> Int {
    rows.filter { $0["tingkat"] == level }.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
  }

  private static func roll(_ change: (inout [String]) -> Void) throws -> RunFiles {
    var lines = RunFiles.roll(120).split(separator: "\n").map(String.init)
    change(&lines)
    return try RunFiles.written(["daftar-pemilih/a.csv": lines.joined(separator: "\n") + "\n"])
  }

  /// A voter of whom no list says where they are stands in a row of their own at every level.
  @Test(arguments: ["99", "", "9999999999"]) func whoHasNoArea(_ code: String) throws {
    let files = try Self.roll { $0[5] = $0[5].replacing("1602052001", with: code) }
    let result = try files.examine()
    #expect(result.status == 0 && result.out.contains("1 dari 120 pemilih tidak menyebut desa"), "\(result.out)")
    let rows = try Self.rows(files, "wilayah.csv")
    for level in ["kabupaten", "kecamatan", "desa", "tps"] {
      #expect(Self.sum(rows, level, "pemilih") == 120, "\(level)")
    }
    #expect(rows.filter { $0["kecamatan"] == "TIDAK DIKETAHUI" }.map { $0["pemilih"] } == ["1", "1", "1"])
    #expect(rows.first?["kode"] == "1602")
    let repairs = try files.text("perbaikan.csv")
    #expect(repairs.contains("daftar-pemilih/a.csv,6,kode_desa,") == !code.isEmpty, "\(repairs)")
  }

  /// One desa of another kabupaten does not take the code away from the case.
  @Test func theCodeOfMostDesa() throws {
    let files = try Self.roll { lines in
      for place in 30..<60 { lines[place] = lines[place].replacing("1602052001", with: "1602042001") }
      lines[5] = lines[5].replacing("1602052001", with: "3273011001")
    }
    #expect(try files.examine().status == 0)
    let rows = try Self.rows(files, "wilayah.csv")
    #expect(rows.first?["kode"] == "1602")
    #expect(!rows.contains { $0["kecamatan"] == "TIDAK DIKETAHUI" })
  }

  /// Who may be on no roll is counted where the findings stand.
  @Test func whoMayBeOnNoRoll() throws {
    let files = try RunFiles.sample(voters: 2000, seed: 2)
    #expect(try files.examine().status == 0)
    let found = try Self.rows(files, "temuan.csv").filter { $0["aturan"] == "belum-terdaftar" }
    try #require(found.count > 5)
    let rows = try Self.rows(files, "wilayah.csv")
    for level in ["kabupaten", "kecamatan", "desa", "tps"] {
      #expect(Self.sum(rows, level, "belum_terdaftar") == found.count, "\(level)")
    }
    for row in rows where row["tingkat"] == "desa" && row["kecamatan"] != "TIDAK DIKETAHUI" {
      #expect(row["belum_terdaftar"] == String(found.count { $0["kode_desa"] == row["kode"] }), "\(row["desa"] ?? "")")
    }
  }
}
