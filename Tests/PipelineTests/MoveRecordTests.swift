import RollModel
import Testing

@testable import Rules

/// Lists of moves that tell of arrivals, and several records of one person.
@Suite struct MoveRecordTests {
  private static let header = "nik,nama,tanggal_lahir,kode_desa,desa,kecamatan,tps\n"
  private static let others =
    "1602052404610010,MARWAN SALEH,1961-04-24,1602052002,CELIKAH,KAYU AGUNG,1\n"
    + "1602172505620011,TOHIR BASRI,1962-05-25,1602172001,LINGKIS,JEJAWI,1\n"
  private static let parman = "1602052303600009,PARMAN HIDAYAT,1960-03-23"

  /// What is said of Parman Hidayat of Tanjung Rancing by a list of moves, and by the same in a file of another name.
  private static func said(
    _ columns: String, _ cells: [String], file: String = "p.csv", isOnRoll: Bool = true, person: String = parman
  ) throws -> [String] {
    let row = isOnRoll ? person + ",1602052001,TANJUNG RANCING,KAYU AGUNG,1\n" : ""
    let found = try OfficeCase([
      "padan.yaml": "wilayah: \"1602\"\n",
      "daftar-pemilih/a.csv": header + row
        + "1602052303600019,ROHMAN SAIDI,1960-03-13,1602052001,TANJUNG RANCING,KAYU AGUNG,1\n" + others,
      "pindah/\(file)": "nik,nama,tanggal_lahir,\(columns)\n"
        + cells.map { person + "," + $0 + "\n" }.joined(),
    ]).findings
    return found.filter { $0.rule.hasPrefix("pindah") }.map { "\($0.rule) \($0.tier.label)" }
  }

  @Test(arguments: [
    ("desa_tujuan,kecamatan_tujuan,tanggal_datang", "TANJUNG RANCING,KAYU AGUNG,2026-03-02"),
    ("alamat_asal,tujuan,tanggal", "KOTA PALEMBANG,DESA TANJUNG RANCING KEC. KAYU AGUNG,2026-03-02"),
    ("kab/kota asal,desa,kecamatan", "PALEMBANG,TANJUNG RANCING,KAYU AGUNG"),
    ("asal,tujuan", "KAB. OGAN ILIR,Kab. Ogan Komering Ilir"), ("asal,tanggal", "KOTA PALEMBANG,2026-03-02"),
    ("desa asal,kecamatan asal,desa tujuan,kecamatan tujuan", "CELIKAH,KAYU AGUNG,TANJUNG RANCING,KAYU AGUNG"),
  ])
  func whoArrivedAndIsRegisteredThereIsNotProposed(_ columns: String, _ cells: String) throws {
    #expect(try Self.said(columns, [cells]) == [])
  }

  @Test func aFileOfArrivalsSaysWhereTheyCameTo() throws {
    let row = ["TANJUNG RANCING,KAYU AGUNG,2026-03-02"]
    #expect(try Self.said("desa,kecamatan,tanggal", row, file: "pindah-datang 2026.csv") == [])
    #expect(try Self.said("desa,kecamatan,tanggal", row, file: "surat masuk.csv") == ["pindah-domisili pasti"])
    #expect(try Self.said("desa,kecamatan,tanggal", row) == ["pindah-domisili pasti"])
    let there = ["CELIKAH,KAYU AGUNG,2026-03-02"]
    #expect(
      try Self.said("desa,kecamatan,tanggal", there, file: "Pindah Masuk.csv") == ["pindah-antar-desa pasti"])
  }

  @Test func whoNeverLeftTheDesaIsTold() throws {
    #expect(
      try Self.said("desa,kecamatan,tujuan", ["TANJUNG RANCING,KAYU AGUNG,Desa Tanjung Rancing Kec. Kayu Agung"])
        == ["pindah-antar-desa pasti"])
    #expect(
      try Self.said("asal,tujuan", ["KEL. TANJUNG RANCING KEC. KAYU AGUNG,Desa Tanjung Rancing Kec. Kayu Agung"])
        == ["pindah-antar-desa pasti"])
  }

  @Test func whoCameFromOutsideToAnotherDesaIsVerified() throws {
    #expect(
      try Self.said("asal,tujuan", ["KOTA PALEMBANG,Desa Celikah Kec. Kayu Agung"])
        == ["pindah-antar-desa perlu-verifikasi"])
    #expect(try Self.said("asal,tujuan", ["KOTA PALEMBANG,KOTA JAMBI"]) == ["pindah-domisili perlu-verifikasi"])
  }

  private static let out = "TANJUNG RANCING,KAYU AGUNG,KOTA PALEMBANG,"
  private static let back = "ILIR BARAT,KOTA PALEMBANG,Desa Tanjung Rancing Kec. Kayu Agung Kab. Ogan Komering Ilir,"

  @Test(arguments: [parman, ",PARMAN HIDAYAT,1960-03-23", "1602052303******,PARMAN HIDAYAT,1960-03-23"])
  func ofTwoRecordsTheLaterCounts(_ person: String) throws {
    func said(_ out: String, _ back: String) throws -> [String] {
      try Self.said("desa,kecamatan,tujuan,tanggal", [Self.out + out, Self.back + back], person: person)
    }
    #expect(try said("2024-05-02", "2026-06-02") == [])
    #expect(try said("2026-05-02", "2024-06-02") == ["pindah-domisili pasti"])
    #expect(try said("", "2024-06-02") == ["pindah-domisili perlu-verifikasi"])
    #expect(try said("2024-05-02", "") == ["pindah-domisili perlu-verifikasi"])
    #expect(try said("2024-05-02", "2024-05-02") == ["pindah-domisili perlu-verifikasi"])
  }

  @Test func whoCameAndLeftAgainIsNotMissing() throws {
    func said(_ out: String, _ back: String) throws -> [String] {
      try Self.said("desa,kecamatan,tujuan,tanggal", [Self.out + out, Self.back + back], isOnRoll: false)
    }
    #expect(try said("2026-05-02", "2024-06-02") == [])
    #expect(try said("2024-05-02", "2026-06-02") == ["pindah-masuk-belum kuat"])
    #expect(try said("", "2026-06-02") == ["pindah-masuk-belum perlu-verifikasi"])
  }
}
