import RollModel
import TestSupport
import Testing

@testable import Readers

/// Fields of which each part has a column of its own: a birth date in three, an area's code in four.
@Suite struct ColumnPartsTests {
  private static let unknown = CalendarDay().description

  private static func births(_ role: Role, _ lines: [String]) throws -> (dates: [String], data: CaseData) {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", role, lines.joined(separator: "\n") + "\n")
    if role != .roll { try folder.add("roll.csv", .roll, "nik,nama\n1602171203800001,BUDI\n") }
    let data = try folder.read()
    let list = role == .roll ? data.roll : data.lists[role] ?? data.roll
    return ((0..<list.count).map { list[$0].birth.description }, data)
  }

  struct Written: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [String]
    let dates: [String]
  }

  static let written: [Written] = [
    Written(
      testDescription: "bare", lines: ["nik;nama;TGL;BLN;THN;alamat", "1602171203800001;BUDI;12;3;1980;X"],
      dates: ["1980-03-12"]),
    Written(
      testDescription: "in other order",
      lines: ["nik;nama;tempat lahir;THN;BLN;TGL", "1602171203800001;BUDI;LINGKIS;1980;03;12"], dates: ["1980-03-12"]),
    Written(
      testDescription: "with the word for birth",
      lines: ["nik;nama;TGL LAHIR;BLN LAHIR;THN LAHIR", "1602171203800001;BUDI;12;3;1980"], dates: ["1980-03-12"]),
    Written(
      testDescription: "months by name and Roman number, decimals, what is not told",
      lines: [
        "nik;nama;tanggal;bulan;tahun", "1602171203800001;BUDI;12;Maret;1980", "1602175203810002;ANI;12;VIII;1981",
        "1602171203820003;ALI;12.0;3.0;1982.0", "1602171203830004;UMAR;;;1983", "1602171203840005;SITI;-;3;1984",
        "1602171203850006;RINA;;;", "1602171203860007;DEWI;31;2;1986",
      ],
      dates: ["1980-03-12", "1981-08-12", "1982-03-12", "1983-**-**", "1984-03-**", unknown, "1986-**-**"]),
    Written(
      testDescription: "the whole date beside the numbers of its month and year",
      lines: ["nik;nama;TGL_LAHIR;BLN_LAHIR;THN_LAHIR", "1602171203800001;BUDI;12 Maret 1980;3;1980"],
      dates: ["1980-03-12"]),
    Written(
      testDescription: "under a merged title",
      lines: [
        "DAFTAR PENDUDUK;;;;;;", "NO;NIK;NAMA;TANGGAL LAHIR;;;ALAMAT", ";;;TGL;BLN;THN;",
        "1;1602171203800001;BUDI;12;3;1980;X",
      ],
      dates: ["1980-03-12"]),
    Written(
      testDescription: "under a merged title beside the place",
      lines: [
        "NO;NIK;NAMA;TEMPAT LAHIR;LAHIR;;;ALAMAT", ";;;;TGL;BLN;THN;", "1;1602171203800001;BUDI;LINGKIS;12;3;1980;X",
      ],
      dates: ["1980-03-12"]),
    Written(
      testDescription: "place and date under one title",
      lines: [
        "NO;NIK;NAMA;TEMPAT DAN TANGGAL LAHIR;;;;ALAMAT", ";;;TEMPAT;TGL;BLN;THN;",
        "1;1602171203800001;BUDI;LINGKIS;12;3;1980;X",
      ],
      dates: ["1980-03-12"]),
    Written(
      testDescription: "under a title in the row above",
      lines: [";;;LAHIR;;;", "NO;NIK;NAMA;TGL;BLN;THN;ALAMAT", "1;1602171203800001;BUDI;12;3;1980;X"],
      dates: ["1980-03-12"]),
    Written(
      testDescription: "of marriage, by the title in the row above",
      lines: [";;;PERKAWINAN;;;", "NO;NIK;NAMA;TGL;BLN;THN;ALAMAT", "1;1602171203800001;BUDI;12;3;2004;X"],
      dates: [unknown]),
    Written(
      testDescription: "of marriage, by a title in the upper row",
      lines: ["NO;NIK;NAMA;NIKAH;;;ALAMAT", ";;;TGL;BLN;THN;", "1;1602171203800001;BUDI;12;3;2004;X"], dates: [unknown]),
    Written(
      testDescription: "of birth and of marriage",
      lines: [
        "NO;NIK;NAMA;KAWIN;;;LAHIR;;", ";;;TGL;BLN;THN;TGL;BLN;THN", "1;1602171203800001;BUDI;12;3;2004;1;2;1980",
      ],
      dates: ["1980-02-01"]),
    Written(
      testDescription: "of something else beside a birth date",
      lines: ["nik;nama;tanggal lahir;TGL;BLN;THN", "1602171203800001;BUDI;12-03-1980;5;6;2004"], dates: ["1980-03-12"]),
  ]

  @Test(arguments: written) func aBirthDateInThreeColumns(_ item: Written) throws {
    let (dates, data) = try Self.births(.roll, item.lines)
    #expect(dates == item.dates, "\(data.notices) \(data.rejections)")
    #expect(data.rejections.isEmpty)
  }

  @Test func whatIsNotUsedIsTold() throws {
    let (_, data) = try Self.births(
      .roll, [";;;PERKAWINAN;;;", "NO;NIK;NAMA;TGL;BLN;THN;ALAMAT", "1;1602171203800001;BUDI;12;3;2004;X"])
    #expect(data.notices.count { $0.contains("tidak dikenal dan tidak dipakai") } == 3, "\(data.notices)")
  }

  @Test func yearsOfTwoDigitsAreSeen() throws {
    let rows = (10...29).map { "16021712038000\($0);ORANG A\($0);12;3;\($0 + 50)" }
    let (dates, data) = try Self.births(.roll, ["nik;nama;TGL;BLN;THN"] + rows)
    #expect(dates.first == "1960-03-12" && dates.last == "1979-03-12", "\(dates)")
    #expect(data.notices.contains { $0.contains("«TGL» dibaca dengan tahun dua angka") }, "\(data.notices)")
  }

  /// A death's columns are no birth date.
  @Test(arguments: [
    ("NO;NIK;NAMA;TANGGAL LAHIR;MENINGGAL;;", ";;;;TGL;BLN;THN", "1;1602171203800001;BUDI;01-02-1980;12;3;2024"),
    ("NO;NIK;NAMA;LAHIR;;;KEMATIAN", ";;;TGL;BLN;THN;TANGGAL", "1;1602171203800001;BUDI;1;2;1980;12-03-2024"),
    (";;;;TANGGAL MENINGGAL;;", "NO;NIK;NAMA;TTL;TGL;BLN;THN", "1;1602171203800001;BUDI;LINGKIS, 01-02-1980;12;3;2024"),
    ("", "NO;NIK;NAMA;TANGGAL LAHIR;TGL;BLN;THN", "1;1602171203800001;BUDI;01-02-1980;12;3;2024"),
  ])
  func aDeathDateInThreeColumns(_ upper: String, _ lower: String, _ row: String) throws {
    let (dates, data) = try Self.births(.deaths, [upper, lower, row].filter { !$0.isEmpty })
    #expect(dates == ["1980-02-01"], "\(data.notices)")
    #expect(data.lists[.deaths].map { $0[0].event.description } == "2024-03-12", "\(data.notices)")
  }

  @Test func whoseDateItIsMayBeUnknown() throws {
    let (dates, data) = try Self.births(.deaths, ["NIK;NAMA;TGL;BLN;THN", "1602171203800001;BUDI;12;3;2024"])
    #expect(dates == [Self.unknown] && data.lists[.deaths].map { $0[0].event.isUnknown } == true)
    #expect(data.notices.contains { $0.contains("kolom «TGL» tidak dikenal dan tidak dipakai") }, "\(data.notices)")
  }

  // MARK: Areas

  private static let siak = "NO_PROP,NO_KAB,NO_KEC,NO_KEL,NIK,NAMA_LGKP\n"
  private static let roll =
    "nik,nama,kode_desa,desa,kecamatan\n1602171203800001,BUDI,1602112004,LINGKIS,JEJAWI\n"
    + "1602175203810002,ANI,1602111001,JEJAWI,JEJAWI\n"

  /// A case of the roll above and one list.
  private static func read(_ role: Role, _ text: String) throws -> CaseData {
    let folder = try CaseOnDisk()
    try folder.add("roll.csv", .roll, roll)
    try folder.add("daftar.csv", role, text)
    return try folder.read()
  }

  private static func residents(_ rows: String, header: String = siak) throws -> CaseData {
    try read(.residents, header + rows)
  }

  @Test(arguments: [
    ("16,2,11,2004", "1602112004"), ("16,02,11,2004", "1602112004"), ("16.0,2.0,11.0,2004.0", "1602112004"),
    ("16,1602,160211,1602112004", "1602112004"), ("16,2,11,1001", "1602111001"), ("16,2,11,", "1602110000"),
    ("16,2,11,0", "1602110000"), ("16,2,,2004", ""),
  ])
  func theNumbersOfAnAreaAreItsCode(_ numbers: String, _ code: String) throws {
    let data = try Self.residents("\(numbers),1602171203800001,BUDI\n")
    let area = data.lists[.residents]?[0].area
    #expect(area.map { $0.code.isUnknown ? "" : $0.code.description } == AreaCode(code).map(\.description) ?? "")
    #expect(code.hasSuffix("2004") == (area?.desa == "LINGKIS"))
    #expect(data.notices.isEmpty && data.rejections.isEmpty, "\(data.notices) \(data.rejections)")
  }

  @Test func aCodeThatNothingElseKnowsIsTold() throws {
    let data = try Self.residents(
      "16,2,11,2009,1602171203800001,BUDI\n16,2,11,2009,1602171203800003,ALI\n16,2,11,2004,1602175203810002,ANI\n")
    #expect((0..<3).compactMap { data.lists[.residents]?[$0].area.code.description }.sorted().last == "1602112009")
    #expect(data.notices.count == 1 && data.notices[0].contains("tidak dikenal daftar lain: 1602112009 (2 baris)."))
    #expect(data.notices[0].contains("«NO_PROP», «NO_KAB», «NO_KEC», «NO_KEL»"))
  }

  /// A number that is none is no area, and the row stays.
  @Test func whatIsNoNumberIsLeftUnknown() throws {
    let data = try Self.residents("16,2,11,LINGKIS,1602171203800001,BUDI\n16,2,11,2004,1602175203810002,ANI\n")
    #expect(data.lists[.residents]?.count == 2 && data.lists[.residents]?[0].area.code.isUnknown == true)
  }

  @Test func aColumnOfTheWholeCodeGoesFirst() throws {
    let data = try Self.residents(
      "16,2,11,9,1602112004,1602171203800001,BUDI\n", header: "NO_PROP,NO_KAB,NO_KEC,NO_KEL,kode_desa,NIK,NAMA\n")
    #expect(data.lists[.residents]?[0].area.desa == "LINGKIS" && data.notices.isEmpty, "\(data.notices)")
  }

  @Test func aListOfAreasMayHaveNumbersToo() throws {
    let folder = try CaseOnDisk()
    try folder.add("roll.csv", .roll, "nik,nama,kode_desa\n1602171203800001,BUDI,1602112004\n")
    try folder.add(
      "w.csv", .areas,
      "NO_PROP,NAMA_PROP,NO_KAB,NAMA_KAB,NO_KEC,NAMA_KEC,NO_KEL,NAMA_KEL\n"
        + "16,SUMATERA SELATAN,2,OGAN KOMERING ILIR,11,JEJAWI,2004,LINGKIS\n")
    let data = try folder.read()
    #expect(data.roll[0].area.desa == "LINGKIS" && data.roll[0].area.kecamatan == "JEJAWI", "\(data.notices)")
    #expect(data.expectedAreas.count == 1)
  }

  /// What is printed of the row, and what is sought.
  @Test func joinedTextIsWhatIsRead() throws {
    let (_, data) = try Self.births(.roll, ["nik;nama;TGL;BLN;THN", "1602171203800001;BUDI;2;3;1980"])
    #expect(data.roll.text(.birthDate, row: 0) == "02-03-1980")
  }

  // MARK: Destinations

  @Test(arguments: [
    "TUJUAN", "ALAMAT TUJUAN", "TUJUAN PINDAH",
  ])
  func aDestinationUnderATitle(_ title: String) throws {
    for filled in [false, true] {
      let upper = "NO;NIK;NAMA;TANGGAL LAHIR;DESA;\(title)" + String(repeating: filled ? ";\(title)" : ";", count: 3)
      let data = try Self.read(
        .moves,
        "\(upper)\n;;;;;DESA;KECAMATAN;KABUPATEN;PROVINSI\n"
          + "1;1602171203800001;BUDI;12-03-1980;LINGKIS;SUKARAJA;ILIR BARAT;PALEMBANG;SUMATERA SELATAN\n")
      let moves = try #require(data.lists[.moves])
      #expect(
        moves[0].text(.destination)
          == "DESA SUKARAJA, KECAMATAN ILIR BARAT, KAB/KOTA PALEMBANG, PROVINSI SUMATERA SELATAN")
      #expect(moves[0].area.desa == "LINGKIS" && moves[0].birth.description == "1980-03-12", "\(data.notices)")
      #expect(data.notices.isEmpty, "\(data.notices)")
    }
  }

  /// Cells merged over both rows may be written in both: the lower row then seems to know the own area.
  @Test func aDestinationUnderATitleBesideRepeatedHeaders() throws {
    let data = try Self.read(
      .moves,
      "NIK;NAMA;TGL LAHIR;TUJUAN;TUJUAN;TUJUAN\nNIK;NAMA;TGL LAHIR;DESA;KECAMATAN;KABUPATEN\n"
        + "1602171203800001;BUDI;12-03-1980;SUKARAJA;ILIR BARAT;PALEMBANG\n")
    let moves = try #require(data.lists[.moves])
    #expect(moves[0].text(.destination) == "DESA SUKARAJA, KECAMATAN ILIR BARAT, KAB/KOTA PALEMBANG")
    #expect(moves[0].area.desa == "")
  }

  /// Where the list also says where they came from.
  @Test func originAndDestinationUnderTitles() throws {
    let data = try Self.read(
      .moves,
      "NIK;NAMA;TGL LAHIR;TEMPAT LAHIR;ASAL;;TUJUAN;\n;;;;DESA;KECAMATAN;DESA;KABUPATEN\n"
        + "1602171203800001;BUDI;12-03-1980;LINGKIS;LINGKIS;JEJAWI;SUKARAJA;PALEMBANG\n")
    let moves = try #require(data.lists[.moves])
    #expect(moves[0].text(.destination) == "DESA SUKARAJA, KAB/KOTA PALEMBANG", "\(data.notices)")
    #expect(moves[0].area.desa == "LINGKIS" && data.notices.isEmpty, "\(data.notices)")
  }

  /// Who votes elsewhere stays on the own desa.
  @Test func aDestinationOfMovedVotersIsNotTheirs() throws {
    let data = try Self.read(
      .movedVoters,
      "NIK;NAMA;TGL LAHIR;TPS;TUJUAN;\n;;;;DESA;KECAMATAN\n1602171203800001;BUDI;12-03-1980;1;SUKARAJA;JEJAWI\n")
    #expect(data.lists[.movedVoters]?[0].area.desa == "" && data.notices.isEmpty, "\(data.notices)")
  }
}
