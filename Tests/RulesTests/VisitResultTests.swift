import RollModel
import Testing

@testable import Rules

/// The column `hasil` of coklit decides before a date does.
struct VisitResultTests {
  @Test(arguments: [
    ("BELUM", false), ("belum dicoklit", false), ("Belum sempat dikunjungi", false), ("tidak di coklit", false),
    ("stiker tanpa kunjungan", false), ("Sudah", true), ("Sudah dicoklit", true), ("sesuai", true),
    ("tidak sesuai", true), ("sudah dicoklit, belum ditempel stiker", true), ("belum stiker, sudah dicoklit", true),
    ("rumah kosong", nil), ("tidak ada di rumah", nil), ("", nil), ("meninggal", nil),
  ])
  func wordsTellOfAVisitOrOfNone(_ result: String, _ answer: Bool?) {
    #expect(VisitResult.tellsOfVisit(result) == answer)
  }

  private func found(_ day: String, _ result: String) throws -> Set<String> {
    let example = try ExampleCase(
      Example(
        """
        [daftar-pemilih]
        ? | nkk              | nama | kode_desa  | rt | rw
          | 1602050512100001 | ANI  | 1602052001 | 1  | 1
          | 1602050512100003 | BAI  | 1602052001 | 1  | 1
        [coklit]
          | nkk              | kode_desa  | rt | rw | tanggal_coklit | stiker | hasil
          | 1602050512100003 | 1602052001 | 1  | 1  | 2024-06-25     | Ya     | sesuai
          | 1602050512100001 | 1602052001 | 1  | 1  | \(day)         | Ya     | \(result)
        """))
    return Set(examine(example).map(\.rule)).intersection(["stiker-tanpa-coklit", "kk-belum-tercoklit"])
  }

  @Test func aResultDecidesBeforeTheDate() throws {
    #expect(try found("2024-07-05", "BELUM").contains("stiker-tanpa-coklit"))
    #expect(try found("", "Sudah dicoklit").isEmpty)
    #expect(try found("", "").contains("stiker-tanpa-coklit"))
    #expect(try found("", "rumah kosong").contains("stiker-tanpa-coklit"))
    #expect(try found("2024-07-05", "rumah kosong").isEmpty)
  }
}
