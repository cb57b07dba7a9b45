import RollModel
import Testing

@testable import Rules

/// Where lists of moves say that people went: inside the kabupaten nobody loses the vote.
@Suite struct DestinationTests {
  private static let header = "nik,nama,tanggal_lahir,kode_desa,desa,kecamatan,tps\n"
  private static let roll =
    header + "1602052303600009,PARMAN HIDAYAT,1960-03-23,1602052001,TANJUNG RANCING,KAYU AGUNG,1\n"
    + "1602052404610010,MARWAN SALEH,1961-04-24,1602052002,CELIKAH,KAYU AGUNG,1\n"
    + "1602172505620011,TOHIR BASRI,1962-05-25,1602172001,LINGKIS,JEJAWI,1\n"
    + "1602172606630012,RAMLAN HUSIN,1963-06-26,1602172002,KOTA BARU,JEJAWI,1\n"
    + "1602182707640013,SAMSUL BAHRI,1964-07-27,1602182001,SUKAMAJU,LEMPUING,1\n"
    + "1602192808650014,YUSUF EFENDI,1965-08-28,1602192001,SUKAMAJU,MESUJI,1\n"
  private static let plan = "wilayah: \"1602\"\n"

  private static func moved(_ columns: String, _ cells: String) throws -> OfficeCase {
    try OfficeCase([
      "padan.yaml": plan, "daftar-pemilih/a.csv": roll,
      "pindah/p.csv": "nik,nama,tanggal_lahir,kode_desa,\(columns)\n"
        + "1602052303600009,PARMAN HIDAYAT,1960-03-23,1602052001,\(cells)\n",
    ])
  }

  /// What is said of the voter, the tier, and the desa that the words name.
  private static func said(_ columns: String, _ cells: String) throws -> String {
    let findings = try moved(columns, cells).findings.filter { $0.rule.hasPrefix("pindah") }
    return findings.map { "\($0.rule) \($0.tier.label) \($0.explanation.contains("CELIKAH") ? "CELIKAH" : "-")" }
      .joined(separator: "; ")
  }

  @Test(arguments: [
    "CELIKAH", "Celikah RT 02 RW 01", "Kel. Celikah Kec. Kayu Agung", "\"CELIKAH, KAYU AGUNG\"", "Celikah - Kayu Agung",
    "DESA CELIKAH KAB. OGAN KOMERING ILIR", "CELIKAH KAYU AGUNG OGAN KOMERING ILIR SUMATERA SELATAN", "1602052002",
    "\"Jl. Palembang No. 5 RT 02, Kel/Desa Celikah, Kab/Kota OKI\"", "\"Dusun III, Desa Celikah, Kec. Kayu Agung\"",
    "16.02.05.2002 CELIKAH",
  ])
  func aDesaOfTheKabupatenIsInside(_ text: String) throws {
    #expect(try Self.said("tujuan", text) == "pindah-antar-desa pasti CELIKAH")
  }

  @Test(arguments: [
    "Kab. Ogan Komering Ilir", "KEC. JEJAWI", "Kab/Kota Ogan Komering Ilir", "OKI", "KEC. KOTA KAYU AGUNG", "1602",
    "16.02.17", "SUKAMAJU", "Desa Sungai Menang Kec. Jejawi", "DALAM KABUPATEN", "ANTAR KECAMATAN",
    "\"Perumnas Lama, Celikah\"", "Desa Celikah Kec. Jejawi",
  ])
  func whereTheDesaIsNotToldItIsVerified(_ text: String) throws {
    let findings = try Self.moved("tujuan", text).findings.filter { $0.rule.hasPrefix("pindah") }
    #expect(findings.map(\.rule) == ["pindah-antar-desa"] && findings.map(\.tier) == [.verify])
    #expect(findings.allSatisfy { $0.explanation.contains("tanpa desa tujuan yang terbaca") })
  }

  @Test(arguments: [
    "KOTA PALEMBANG", "PALEMBANG", "CELIKAH PALEMBANG", "\"Desa Celikah, Kab. Muara Enim\"", "KAB. MESUJI",
    "\"Kab. Musi Sebelah, Kec. Sebelah, Desa Celikah\"", "MALAYSIA", "KAB. MUBA", "\"SUKAMAJU, JAWA BARAT\"",
    "LUAR KAB. OKI", "1671011001", "KAB. OGAN ILIR", "ANTAR PROVINSI",
  ])
  func anotherKabupatenIsOutside(_ text: String) throws {
    #expect(try Self.said("tujuan", text) == "pindah-domisili pasti -")
  }

  /// What may be a desa that no file of the case has is no certain move out of the kabupaten.
  @Test(arguments: [
    "\"Celikah, Sukarami\"", "Desa Sungai Menang", "Kel. Sukajadi Kec. Sukarami", "JL MERDEKA NO 5",
  ])
  func anUnknownDestinationIsVerified(_ text: String) throws {
    #expect(try Self.said("tujuan", text) == "pindah-domisili perlu-verifikasi -")
    let found = try Self.moved("tujuan", text).of("pindah-domisili")
    #expect(found.allSatisfy { $0.explanation.contains("tujuannya tidak dikenali") })
  }

  /// Columns of one destination are read together, each with the level that its header states.
  @Test func columnsOfADestinationAreJoined() throws {
    let four = "ALAMAT TUJUAN,DESA/KEL TUJUAN,KECAMATAN TUJUAN,KAB/KOTA TUJUAN,PROVINSI TUJUAN"
    let inside = "pindah-antar-desa pasti CELIKAH"
    #expect(try Self.said(four, "JL X,CELIKAH,KAYU AGUNG,OGAN KOMERING ILIR,SUMATERA SELATAN") == inside)
    #expect(try Self.said(four, "JL X,,KAYU AGUNG,OGAN KOMERING ILIR,") == "pindah-antar-desa perlu-verifikasi -")
    #expect(try Self.said(four, "JL X,CELIKAH,ILIR BARAT,PALEMBANG,SUMATERA SELATAN") == "pindah-domisili pasti -")
    #expect(try Self.said("KAB TUJUAN,KEC TUJUAN,DESA TUJUAN", "OKI,Kec. Kayu Agung,Kel. Celikah") == inside)
    #expect(try Self.said("KECAMATAN TUJUAN", "KAYU AGUNG") == "pindah-antar-desa perlu-verifikasi -")
    #expect(try Self.said("ALAMAT TUJUAN", "Kel. Celikah Kec. Kayu Agung") == inside)
  }

  /// A misspelled name of the kabupaten itself leads to no certain move out of it.
  @Test(arguments: [
    "KAB OGAN KOMERING ILR", "OGAN KOMERING ILR", "Kab. Ogan Komring Ilir", "KAB. OGAN KOMERING",
    "\"KAB. OGAN KOMERING I\"",
    "\"Desa Sungai Menang, Kab. Ogan Komering Ilr\"", "OGAN KOMERING ILR SUMATERA SELATAN",
    "Desa Sungai Menang Kab Ogan Komernig Ilir Prov. Sumatera Selatan",
  ])
  func aMisspelledNameOfTheKabupatenIsVerified(_ text: String) throws {
    let found = try Self.moved("tujuan", text).findings.filter { $0.rule.hasPrefix("pindah") }
    #expect(found.map(\.rule) == ["pindah-domisili"] && found.map(\.tier) == [.verify], "\(found.map(\.explanation))")
    #expect(found.allSatisfy { $0.explanation.contains("mirip nama kabupaten ini dan mungkin salah tulis") })
  }

  @Test func aMisspelledNameInAColumnOfItsOwnIsVerified() throws {
    let four = "DESA/KEL TUJUAN,KECAMATAN TUJUAN,KAB/KOTA TUJUAN"
    #expect(try Self.said(four, "X,Y,OGAN KOMERING ILR") == "pindah-domisili perlu-verifikasi -")
    #expect(try Self.said(four, "CELIKAH,KAYU AGUNG,OGAN KOMERING ILR").contains("pasti") == false)
  }

  /// What is nearer to another kabupaten is that one.
  @Test(arguments: [
    "KAB OGAN ILIR", "KAB OGAN ILR", "KAB OGAN KOMERING ULU", "OGAN KOMERING UL", "Kab. Ogan Komering Ulu Timur",
    "KAB OGAN KOMERING UULU", "KAB OGAN KOMERING ILU", "\"Ogan Komering Ilr, Kota Palembang\"", "KOTA PALEMBNG",
    "\"Jl. Ogan Komering Ilr, Kota Palembang\"",
  ])
  func aNameOfAnotherKabupatenStaysOutside(_ text: String) throws {
    #expect(try Self.said("tujuan", text) == "pindah-domisili pasti -")
  }

  /// A row of some list that names a desa of another kabupaten does not make it one of the case.
  @Test(arguments: [
    ("kematian/k.csv", "nik,nama,tanggal_lahir,kode_desa,desa,kecamatan,tanggal_meninggal\n"),
    ("pindah/datang.csv", "nik,nama,tanggal_lahir,kode_desa,desa,kecamatan,tanggal\n"),
  ])
  func aDesaElsewhereThatAListNamesStaysOutside(_ file: String, _ header: String) throws {
    let row = "1601012808650014,SOLEHAN,1965-08-28,1601012001,BATURAJA PERMAI,BATURAJA TIMUR,2026-10-01\n"
    func said(_ text: String) throws -> String {
      let office = try OfficeCase([
        "padan.yaml": Self.plan, "daftar-pemilih/a.csv": Self.roll, file: header + row,
        "pindah/p.csv": "nik,nama,tanggal_lahir,kode_desa,tujuan\n"
          + "1602052303600009,PARMAN HIDAYAT,1960-03-23,1602052001,\(text)\n",
      ])
      let found = office.findings.filter { $0.rule.hasPrefix("pindah") && !$0.rule.hasSuffix("belum") }
      return found.map { "\($0.rule) \($0.tier.label)" }.joined(separator: "; ")
    }
    for text in [
      "1601012001", "1601012009", "KAB. OGAN KOMERING ULU", "Desa Baturaja Permai Kec. Baturaja Timur Kab. OKU",
      "16.01.01",
      "Desa Celikah Kec. Kayu Agung Kab. Ogan Komering Ulu",
    ] {
      #expect(try said(text) == "pindah-domisili pasti", "\(text)")
    }
    // Without its kabupaten nobody knows.
    #expect(try said("Desa Baturaja Permai") == "pindah-domisili perlu-verifikasi")
    #expect(try said("1602052002") == "pindah-antar-desa pasti")
  }

  /// Nor does a desa that only a list of people from anywhere names, without its code.
  @Test func aDesaThatOnlyDeedsNameIsUnclear() throws {
    let office = try OfficeCase([
      "padan.yaml": Self.plan, "daftar-pemilih/a.csv": Self.roll,
      "kematian/k.csv": "nik,nama,tanggal_lahir,desa,kecamatan,tanggal_meninggal\n"
        + "1601012808650014,SOLEHAN,1965-08-28,BATURAJA PERMAI,BATURAJA TIMUR,2026-10-01\n",
      "pindah/p.csv": "nik,nama,tanggal_lahir,kode_desa,tujuan\n"
        + "1602052303600009,PARMAN HIDAYAT,1960-03-23,1602052001,Desa Baturaja Permai Kec. Baturaja Timur\n",
    ])
    #expect(office.of("pindah-domisili").map(\.tier) == [.verify])
    #expect(office.of("pindah-antar-desa").isEmpty)
  }

  /// Where the plan names no kabupaten, or not that of the roll, the roll says which is the case's own.
  @Test(arguments: ["", "wilayah: \"1603\"\n"])
  func theRollSaysWhichKabupatenIsOwn(_ plan: String) throws {
    func said(_ text: String) throws -> [String] {
      let office = try OfficeCase([
        "padan.yaml": plan + "pemilihan: {jenis: pdpb}\n", "daftar-pemilih/a.csv": Self.roll,
        "kematian/k.csv": "nik,nama,tanggal_lahir,kode_desa,tanggal_meninggal\n"
          + "1601012808650014,SOLEHAN,1965-08-28,1601012001,2026-10-01\n",
        "pindah/p.csv": "nik,nama,tanggal_lahir,kode_desa,tujuan\n"
          + "1602052303600009,PARMAN HIDAYAT,1960-03-23,1602052001,\(text)\n",
      ])
      return office.findings.filter { $0.rule.hasPrefix("pindah") }.map { "\($0.rule) \($0.tier.label)" }
    }
    #expect(try said("1602052002") == ["pindah-antar-desa pasti"])
    #expect(try said("Kab. Ogan Komering Ilir") == ["pindah-antar-desa perlu-verifikasi"])
    #expect(try said("1601012001") == ["pindah-domisili pasti"])
  }
}
