import RollModel
import Testing

@testable import Readers

/// The same list sent twice is counted once; lists that share a few rows are both read.
struct ReissueTests {
  struct File: Sendable {
    var name: String
    var text: String
    var role = Role.roll
  }

  struct Example: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var files: [File]
    /// Names of the files that are left out.
    var leftOut: [String]
  }

  /// Made-up people `range`, in one kecamatan, as one of three exports.
  static func people(
    _ range: Range<Int>, kecamatan: String = "160205", form: Int = 0, cut: Bool = false
  ) -> String {
    let rows = range.map { n -> [String] in
      let day = 1 + n % 28
      let month = 1 + n / 28 % 12
      let year = 1950 + n / 336
      func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
      let serial = String(String(1000 + n % 9000).suffix(4))
      let nik = "\(kecamatan)\(two(day))\(two(month))\(two(year % 100))" + (cut ? serial.dropLast() + "0" : serial)
      let name = ["SITI", "AGUS", "WAYAN", "RINA", "BUDI"][n % 5] + " " + ["ROBI", "SA'DIAH", "DEWI"][n % 3]
      let desa = "\(kecamatan)2001"
      switch form {
      case 1: return [name, nik, "\(year)-\(two(month))-\(two(day))", "1", desa]
      case 2: return ["\(two(day))|\(two(month))|\(year)", "001", nik, name.lowercased(), desa]
      default: return [nik, name, "\(two(day))-\(two(month))-\(year)", "001", desa]
      }
    }
    let header = [
      ["nik", "nama", "tanggal_lahir", "tps", "kode_desa"], ["NAMA", "NIK", "TGL LAHIR", "TPS", "KODE_DESA"],
      ["tanggal lahir", "no tps", "nik", "nama lengkap", "kode wilayah"],
    ][form]
    let separator = [",", ";", "#"][form]
    return ([header] + rows).map { $0.joined(separator: separator) + "\n" }.joined()
  }

  /// Rows of another kecamatan, without their header.
  static func more(_ range: Range<Int>) -> String {
    let rows = people(range, kecamatan: "160206")
    return String(rows.drop { $0 != "\n" }.dropFirst())
  }

  static let examples: [Example] = [
    Example(
      testDescription: "five voters of the roll once more, as those who vote elsewhere",
      files: [File(name: "d.csv", text: people(0..<60)), File(name: "A-DPTb.csv", text: people(0..<5, form: 1))],
      leftOut: ["A-DPTb.csv"]),
    Example(
      testDescription: "five voters of the roll once more, under a name that does not say why",
      files: [File(name: "d.csv", text: people(0..<60)), File(name: "e.csv", text: people(0..<5, form: 1))],
      leftOut: []),
    Example(
      testDescription: "issue two, a few rows changed",
      files: [File(name: "jejawi.csv", text: people(0..<200)), File(name: "jejawi-2.csv", text: people(10..<205))],
      leftOut: ["jejawi.csv"]),
    Example(
      testDescription: "three issues, the last is used whatever the order of names",
      files: [
        File(name: "a-3.csv", text: people(0..<100)), File(name: "a (2).csv", text: people(0..<101)),
        File(name: "a.csv", text: people(0..<102)),
      ],
      leftOut: ["a (2).csv", "a.csv"]),
    Example(
      testDescription: "two formats, fifteen digits in one",
      files: [
        File(name: "x.csv", text: people(0..<60)), File(name: "y.txt", text: people(0..<61, form: 1, cut: true)),
      ],
      leftOut: ["x.csv"]),
    Example(
      testDescription: "the date in the name comes before the number",
      files: [
        File(name: "dps-2026-11-01.csv", text: people(0..<80)),
        File(name: "dps-2026-10-01-2.csv", text: people(0..<81, form: 2)),
      ],
      leftOut: ["dps-2026-10-01-2.csv"]),
    Example(
      testDescription: "a part of a larger file",
      files: [File(name: "desa.csv", text: people(30..<70, form: 1)), File(name: "semua.csv", text: people(0..<400))],
      leftOut: ["desa.csv"]),
    Example(
      testDescription: "newer parts of all of an older file",
      files: [
        File(name: "semua-2026-10-05.csv", text: people(0..<200) + more(200..<300)),
        File(name: "a-2026-10-19.csv", text: people(0..<195, form: 1)),
        File(name: "b-2026-10-19.csv", text: people(205..<300, kecamatan: "160206")),
      ],
      leftOut: ["semua-2026-10-05.csv"]),
    Example(
      testDescription: "older parts of a newer file",
      files: [
        File(name: "semua-2026-10-19.csv", text: people(0..<200) + more(200..<300)),
        File(name: "a-2026-10-05.csv", text: people(0..<195, form: 1)),
        File(name: "b-2026-10-05.csv", text: people(205..<300, kecamatan: "160206")),
      ],
      leftOut: ["a-2026-10-05.csv", "b-2026-10-05.csv"]),
    Example(
      testDescription: "a newer part of an older list of deaths",
      files: [
        File(name: "d.csv", text: people(0..<30)),
        File(name: "m-2026-10-05.csv", text: people(0..<100), role: .deaths),
        File(name: "m-2026-10-19.csv", text: people(0..<40), role: .deaths),
      ],
      leftOut: ["m-2026-10-19.csv"]),
    Example(
      testDescription: "a quarter in common: both are read",
      files: [File(name: "a.csv", text: people(0..<100)), File(name: "b.csv", text: people(75..<175))],
      leftOut: []),
    Example(
      testDescription: "three quarters in common: both are read",
      files: [File(name: "a.csv", text: people(0..<100)), File(name: "b.csv", text: people(25..<125))],
      leftOut: []),
    Example(
      testDescription: "the same names in another kecamatan",
      files: [
        File(name: "a.csv", text: people(0..<100)), File(name: "b.csv", text: people(0..<100, kecamatan: "160217")),
      ],
      leftOut: []),
    Example(
      testDescription: "few rows, one in ten differs",
      files: [File(name: "a.csv", text: people(0..<10)), File(name: "a-2.csv", text: people(1..<11))], leftOut: []),
    Example(
      testDescription: "few rows, the same",
      files: [File(name: "a.csv", text: people(0..<10)), File(name: "a-2.csv", text: people(0..<10, form: 1))],
      leftOut: ["a.csv"]),
    Example(
      testDescription: "the same in another role",
      files: [
        File(name: "a.csv", text: people(0..<100)),
        File(name: "b.csv", text: people(0..<100, form: 1), role: .residents),
      ],
      leftOut: []),
    Example(
      testDescription: "deaths told by two offices",
      files: [
        File(name: "a.csv", text: people(0..<50)),
        File(name: "m1.csv", text: "nama,tanggal lahir,tanggal meninggal,sumber\n" + deaths("akta"), role: .deaths),
        File(
          name: "m2.csv", text: "nama;tanggal lahir;tanggal meninggal;sumber\n" + deaths("desa", ";"), role: .deaths),
      ],
      leftOut: []),
    Example(
      testDescription: "deaths sent twice by one office",
      files: [
        File(name: "a.csv", text: people(0..<50)),
        File(name: "m1.csv", text: "nama,tanggal lahir,tanggal meninggal,sumber\n" + deaths("akta"), role: .deaths),
        File(
          name: "m2.csv", text: "nama;tanggal lahir;tanggal meninggal;sumber\n" + deaths("akta", ";"), role: .deaths),
      ],
      leftOut: ["m1.csv"]),
  ]

  static func deaths(_ source: String, _ separator: String = ",") -> String {
    (10..<40).map { n in
      ["SITI ROBI", "\(n % 18 + 10)-0\(n % 9 + 1)-19\(n + 20)", "\(n % 18 + 10)/01/2026", source]
        .joined(separator: separator) + "\n"
    }.joined()
  }

  @Test(arguments: examples) func usesEachListOnce(_ example: Example) throws {
    let folder = try CaseOnDisk()
    for file in example.files { try folder.add(file.name, file.role, file.text) }
    let data = try folder.read()
    let expected = example.files.map(\.name).filter { !example.leftOut.contains($0) }
    #expect(data.files.map(\.path).sorted() == expected.sorted())
    for name in example.leftOut {
      let notice = data.notices.first { $0.hasPrefix(name + ": ") }
      #expect(notice?.contains("tidak dibaca agar tidak terhitung dua kali") == true, "\(data.notices)")
    }
    #expect(data.notices.count == example.leftOut.count, "\(data.notices)")
    #expect(data.refusals.isEmpty && data.rejections.isEmpty)
  }

  @Test func newerPartsAreNamedByCount() throws {
    let folder = try CaseOnDisk()
    try folder.add("semua-2026-10-05.csv", .roll, Self.people(0..<200) + Self.more(200..<300))
    try folder.add("a-2026-10-19.csv", .roll, Self.people(0..<190))
    try folder.add("b-2026-10-19.csv", .roll, Self.people(200..<300, kecamatan: "160206"))
    let data = try folder.read()
    #expect(data.roll.count == 290)
    #expect(
      data.notices == [
        "semua-2026-10-05.csv: 96% orangnya ada juga di 2 berkas, di antaranya a-2026-10-19.csv. Yang dipakai berkas yang "
          + "tanggal di namanya lebih baru, dan 300 baris semua-2026-10-05.csv tidak dibaca agar tidak terhitung dua kali."
      ])
  }

  /// Neither the older list nor the newer part is used unsaid: somebody has to choose.
  @Test func aNewerPartOfSomeOfAnOlderFileStops() throws {
    let folder = try CaseOnDisk()
    try folder.add("semua-2026-10-05.csv", .roll, Self.people(0..<300) + Self.more(300..<400))
    try folder.add("a-2026-10-19.csv", .roll, Self.people(0..<298))
    do {
      _ = try folder.read()
      Issue.record("a part of the older list was used for all of it")
    } catch {
      let words = String(describing: error)
      #expect(words.contains("a-2026-10-19.csv lebih baru menurut tanggal di namanya daripada semua-2026-10-05.csv"))
      #expect(words.contains("tidak meliputi seluruh isinya"))
    }
  }

  @Test func theNoticeSaysHowManyRowsAndWhy() throws {
    let folder = try CaseOnDisk()
    try folder.add("jejawi.csv", .roll, Self.people(0..<200))
    try folder.add("jejawi-2.csv", .roll, Self.people(10..<205))
    #expect(
      try folder.read().notices == [
        "jejawi.csv: 95% orangnya ada juga di jejawi-2.csv. Keduanya daftar yang sama; yang dipakai jejawi-2.csv karena "
          + "nomor kirimannya lebih besar, dan 200 baris jejawi.csv tidak dibaca agar tidak terhitung dua kali."
      ])
  }

  @Test(arguments: [
    ("a.csv", 1), ("a-2.csv", 2), ("x/a_3.csv.gz", 3), ("a (12).xlsx", 12), ("a 4.xlsx", 4), ("a-2024.csv", 1),
    ("desa12.csv", 1), ("7.csv", 1), ("daftar_v1.csv", 1), ("daftar_v2.csv", 2), ("DPB IV 2026.xlsx", 4),
    ("dpb-iii.csv", 3),
    ("perbaikan 2.csv", 2), ("Desa V Suku.csv", 1),
  ]) func numberOfAnIssue(_ name: String, _ number: Int) { #expect(IssueName(name).number == number) }

  @Test(arguments: [
    ("daftar-oktober.csv", 10), ("daftar nov 2026.xlsx", 202_611), ("dpb-tw3-2025.csv", 202_509), ("TW IV.csv", 12),
    ("Triwulan II Tahun 2026.xlsx", 202_606), ("semester 1.csv", 6), ("des-jejawi.csv", 0), ("tw5.csv", 0),
    ("a.csv", 0),
    ("x/november/a.csv", 0),
  ]) func periodOfAnIssue(_ name: String, _ period: Int) { #expect(IssueName(name).period == period) }

  /// Without its date the later list is the one that its name says, not the one of more rows: a month's list has fewer where
  /// KPU took rows out.
  @Test(arguments: [
    ("dpb-oktober.csv", "dpb-november.csv"), ("tw3.csv", "tw4.csv"), ("daftar_v1.csv", "daftar_v2.csv"),
  ])
  func theLaterNameIsUsed(_ former: String, _ later: String) throws {
    let folder = try CaseOnDisk()
    try folder.add(former, .roll, Self.people(0..<200))
    try folder.add(later, .roll, Self.people(5..<200))
    let data = try folder.read()
    #expect(data.roll.count == 195)
    #expect(data.notices.first?.contains("yang dipakai \(later) karena") == true)
  }
}
