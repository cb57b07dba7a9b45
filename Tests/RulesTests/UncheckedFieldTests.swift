import RollModel
import Testing

@testable import Rules

/// A rule with nothing to work on says so: a silence is no clean bill.
struct UncheckedFieldTests {
  private func unchecked(_ sections: String, _ settings: [String: String] = [:]) throws -> [UncheckedRule] {
    let example = try ExampleCase(Example(settings: settings, sections))
    return Examination.unchecked(example.data, example.settings, example.visits)
  }

  /// Rules that a field of a list keeps silent.
  private func rules(_ role: Role, _ field: Field, _ sections: String) throws -> Set<String> {
    Set(try unchecked(sections).filter { $0.missing == role && $0.field == field }.map(\.rule))
  }

  private static let bare = """
    [daftar-pemilih]
      | nik              | nama
      | 1602051203850001 | HENDRA LESMANA
      | 1602054508900003 | RATNA JUWITA
    """
  private static let full = """
    [daftar-pemilih]
      | nik              | nama           | tanggal_lahir | kode_desa  | tps | rt | alamat  | status_ktp_el
      | 1602051203850001 | HENDRA LESMANA |               | 1602052001 | 1   |    | DUSUN 1 | S
      | 1602054508900003 | RATNA JUWITA   | 1990-08-05    |            |     |    |         |
    """

  @Test func columnsOfTheRollThatNoRowTells() throws {
    let birth = try rules(.roll, .birthDate, Self.bare)
    #expect(
      birth.isSuperset(of: ["di-bawah-umur", "usia-lanjut", "tanggal-lahir-tidak-wajar", "nik-beda-tanggal-lahir"]))
    #expect(try rules(.roll, .tps, Self.bare).isSuperset(of: ["tps-melebihi-kapasitas", "kk-beda-tps"]))
    #expect(try rules(.roll, .areaCode, Self.bare).isSuperset(of: ["tps-melebihi-kapasitas", "kk-beda-tps"]))
    #expect(try rules(.roll, .cardStatus, Self.bare) == ["belum-ktp-el"])
    #expect(try rules(.roll, .rt, Self.bare) == ["rt-rw-kosong"])
    #expect(try rules(.roll, .address, Self.bare) == ["alamat-kosong"])
    #expect(try rules(.roll, .nik, "[daftar-pemilih]\n | nama\n | HENDRA LESMANA") == ["nik-tidak-valid"])
    #expect(
      try unchecked(Self.bare).contains { $0.rule == "nkk-tidak-valid" && $0.file == "daftar-pemilih/contoh.csv" })
  }

  /// One row that tells is enough; empty cells of RT are findings.
  @Test func aColumnThatSomeRowTellsIsChecked() throws {
    #expect(try unchecked(Self.full).allSatisfy { $0.missing != .roll })
  }

  @Test func columnsOfListsThatNoRowTells() throws {
    let visits = Self.full + "\n[coklit]\n | nkk | kode_desa\n | 1602050101100001 | 1602052001"
    #expect(try rules(.visits, .sticker, visits) == ["stiker-tanpa-coklit", "coklit-tanpa-stiker"])
    #expect(try rules(.visits, .tps, visits) == ["salah-tps"])
    #expect(try rules(.visits, .visitDate, visits) == ["coklit-di-luar-jadwal"])
    #expect(try rules(.visits, .areaCode, visits).isEmpty)
    let moves = Self.full + "\n[pindah]\n | nik | nama\n | 1602051203850001 | HENDRA LESMANA"
    #expect(try rules(.moves, .destination, moves) == ["pindah-antar-desa", "pindah-masuk-belum"])
  }

  @Test func visitsWithoutAPeriodInThePlan() throws {
    let visits =
      Self.full + "\n[coklit]\n | nkk | kode_desa | tanggal_coklit\n | 1602050101100001 | 1602052001 | 2024-07-01"
    let open = try unchecked(visits).filter { $0.file == "padan.yaml" }
    #expect(open.map(\.rule) == ["coklit-di-luar-jadwal"] && open.allSatisfy { $0.column.contains("coklit.mulai") })
    let set = try unchecked(visits, ["coklit_mulai": "2024-06-24", "coklit_selesai": "2024-07-24"])
    #expect(set.allSatisfy { $0.rule != "coklit-di-luar-jadwal" })
  }
}
