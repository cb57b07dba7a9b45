import RollModel
import Testing

@testable import Readers

/// Lines under the list of a printed sheet, and persons that must not be taken for them.
@Suite struct PageFootTests {
  private static let header = "No.;Nomor KK;NIK;Nama;Tempat Lahir;Tanggal Lahir;Jenis Kelamin;Alamat;RT;RW"

  private static func voters(_ count: Int, from first: Int = 1) -> [String] {
    (first..<first + count).map { n in
      "\(n);16020501011\(10_000 + n);160205120385\(1000 + n);WARGA;LINGKIS;12-03-1985;L;DUSUN I;1;2"
    }
  }

  /// Cells by column, in a row as wide as the header.
  private static func row(_ cells: [Int: String]) -> String {
    (0..<10).map { cells[$0] ?? "" }.joined(separator: ";")
  }

  private static func read(_ lines: [String], pieceSize: Int? = nil) throws -> CaseData {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, ([header] + lines).joined(separator: "\n") + "\n")
    return try folder.read { if let pieceSize { $0.pieceSize = pieceSize } }
  }

  static let feet: [[[Int: String]]] = [
    // A table of who signs, in the columns of names and of places.
    [[:], [3: "NAMA", 4: "JABATAN", 5: "TANDA TANGAN"], [3: "SUPARMAN", 4: "KETUA"], [3: "KARTO", 4: "ANGGOTA"]],
    [[:], [3: "LAKI-LAKI", 4: "17"], [3: "PEREMPUAN", 4: "15"], [3: "JUMLAH", 4: "32"]],
    [[:], [3: "LAKI-LAKI", 5: "17"], [3: "PEREMPUAN", 8: "15"], [6: "L", 8: "17"]],
    [[0: "Mengetahui,", 3: "Ketua PPS"], [3: "SUPARMAN"]],
    [
      [:], [1: "PANITIA PEMUNGUTAN SUARA"], [1: "1. SUPARMAN", 2: "Ketua"], [1: "2. WARSITI", 2: "Anggota"],
      [1: "Ditetapkan di Lingkis tanggal 21-11-2026"], [1: "L", 2: "165"], [1: "P", 2: "133"],
    ],
    // The office under the name, and two who sign beside each other.
    [[:], [5: "Lingkis, 21 November 2026"], [3: "SUPARMAN", 7: "WARSITI"], [3: "Ketua", 7: "Anggota"]],
    [[3: "JUMLAH", 4: "32"], [3: "(SUPARMAN)"], [3: "NIP. 197001011990031001"]],
    [
      [:], [0: "No", 3: "NAMA", 7: "TANDA TANGAN"], [0: "1", 3: "SUPARMAN", 4: "KETUA", 7: "1. ......"],
      [0: "2", 3: "WARSITI", 4: "ANGGOTA", 7: "2. ......"],
    ],
    [[3: "Laki-laki : 17 orang"], [3: "Perempuan : 15 orang"], [3: "Total : 32 orang"]],
    [[:], [3: "Plt. Kepala Desa Lingkis"], [:], [3: "SUTRISNO"]],
  ]

  /// As offices other than those of an election close their lists, with and without a blank row.
  static let officeFeet: [[[Int: String]]] = [
    [
      [3: "Kayuagung, 2 Maret 2026"], [3: "Kepala Dinas Kependudukan dan Pencatatan Sipil"], [:],
      [3: "Drs. H. SUPARMAN, M.Si"], [3: "Pembina Tk. I"], [3: "NIP. 197001011990031001"],
    ],
    [[3: "Kayuagung, ........ 2026"], [3: "Direktur RSUD Kayuagung"], [:], [3: "dr. SUPARMAN"]],
    [[3: "Kapolres Ogan Komering Ilir"], [:], [3: "SUPARMAN, S.I.K."], [3: "AKBP NRP 75010101"]],
    [[3: "Kepala KUA Kecamatan Jejawi"], [3: "t.t.d."], [3: "SUPARMAN"]],
    [[3: "Dandim 0402/OKI"], [3: "Letkol Inf SUPARMAN"]],
    [[3: "Dibuat oleh,"], [3: "Operator SIAK"], [3: "SUPARMAN"], [3: "Tembusan:"], [3: "1. Ketua KPU"]],
    [[3: "Direktur RSUD"]], [[:], [3: "Kapolsek"]], [[3: "Kepala Dinas"]], [[3: "Jejawi, 02-03-2026"]],
    [[3: "Sumber: Disdukcapil Kabupaten OKI"]], [[3: "*) data sementara"]],
    [[3: "Catatan: data sampai Februari 2026"]],
    [[:], [3: "Keterangan:"], [3: "1. Meninggal dunia"], [3: "2) Ganda"], [3: "S = Sudah kawin"]],
  ]

  @Test(arguments: feet + officeFeet) func theLinesUnderAListAreNoVoters(_ foot: [[Int: String]]) throws {
    let data = try Self.read(Self.voters(30) + foot.map(Self.row))
    #expect(data.roll.count == 30 && data.rejections.isEmpty, "\(data.rejections)")
    #expect(data.files[0].rowsOfFurniture == foot.count { !$0.isEmpty })
  }

  /// Worksheets that were saved as text end in blank rows.
  @Test func blankRowsBehindTheFoot() throws {
    let foot = Self.feet[0]
    let data = try Self.read(Self.voters(30) + foot.map(Self.row) + Array(repeating: Self.row([:]), count: 500))
    #expect(data.roll.count == 30 && data.files[0].rowsOfFurniture == 3)
  }

  /// Many names by themselves are a list, whatever stands above them; and each row is looked at a few times only.
  @Test func aLongListOfNamesIsNoFoot() throws {
    let names = (0..<5000).map { _ in Self.row([3: "ROHANA"]) }
    let data = try Self.read(Self.voters(30) + [Self.row([:]), Self.row([3: "Mengetahui"])] + names)
    #expect(data.roll.count == 5030 && data.files[0].rowsOfFurniture == 1)
  }

  /// On every page, before the header of the next; whatever pieces the file is cut into.
  @Test(arguments: [nil, 256, 700, 1500] as [Int?]) func theLinesUnderEveryPage(_ pieceSize: Int?) throws {
    var lines: [String] = []
    for page in 0..<4 {
      if page > 0 { lines.append(Self.header) }
      lines += Self.voters(10, from: page * 10 + 1)
      for foot in Self.feet { lines += foot.map(Self.row) }
    }
    let data = try Self.read(lines, pieceSize: pieceSize)
    #expect(data.roll.count == 40 && data.rejections.isEmpty)
    #expect(data.files[0].rowsOfFurniture == 3 + 4 * Self.feet.joined().count { !$0.isEmpty })
  }

  /// Several desa below each other under one header.
  @Test(arguments: [nil, 256, 700] as [Int?]) func theLinesAboveATitle(_ pieceSize: Int?) throws {
    var lines: [String] = []
    for (page, desa) in ["LINGKIS", "AIR ITAM", "MUARA BATUN"].enumerated() {
      if page > 0 { lines += [Self.row([0: "KECAMATAN : JEJAWI"]), Self.row([0: "DESA/KELURAHAN : " + desa])] }
      lines += Self.voters(10, from: page * 10 + 1)
      for foot in Self.feet { lines += foot.map(Self.row) }
    }
    let data = try Self.read(lines, pieceSize: pieceSize)
    #expect(data.roll.count == 30 && data.rejections.isEmpty)
    #expect(data.files[0].rowsOfFurniture == 4 + 3 * Self.feet.joined().count { !$0.isEmpty })
  }

  /// Names that are words of an office, and names by themselves, where no foot of a page begins.
  @Test(arguments: [
    [3: "KETUA"], [3: "ANGGOTA", 7: "DUSUN II"], [3: "HALIMAH"], [3: "HALIMAH", 7: "DUSUN II"], [3: "DESAK MADE"],
    [3: "ROHANA", 7: "JL. MERDEKA"], [0: "16", 3: "LURAH", 6: "P"], [3: "SAKSI", 9: "4"], [3: "PANITIA", 6: "L"],
    [1: "1602050101119999", 3: "KETUA"], [3: "ROHANA", 4: "KETUA"], [3: "KETUA", 5: "12-03-1985"], [3: "KAPOL"],
    [3: "KADIN"], [3: "SUMBER REJEKI"], [3: "MARET"], [3: "DIREKTUR"], [3: "*SUPARMAN"], [3: "YANG LI"],
    [3: "KASI"], [0: "16", 3: "ROHANA", 7: "KEPALA DESA"], [0: "16", 3: "KEPALA"],
  ]) func personsStay(_ voter: [Int: String]) throws {
    let middle = try Self.read(Self.voters(15) + [Self.row(voter)] + Self.voters(15, from: 17))
    #expect(middle.roll.count == 31 && middle.files[0].rowsOfFurniture == 0)
    let last = try Self.read(Self.voters(15) + [Self.row(voter)])
    #expect(last.roll.count == 16 && last.files[0].rowsOfFurniture == 0)
  }

  /// The last of a list, right above its foot, and one who was written under it.
  @Test(arguments: [[3: "ROHANA"], [0: "31", 3: "ROHANA"], [3: "ROHANA", 7: "DUSUN II"]])
  func theLastOfAListStays(_ voter: [Int: String]) throws {
    for foot in Self.feet + Self.officeFeet {
      let data = try Self.read(Self.voters(30) + ([voter] + foot).map(Self.row))
      #expect(data.roll.count == 31 && data.files[0].rowsOfFurniture == foot.count { !$0.isEmpty }, "\(foot)")
    }
  }

  @Test(arguments: [
    [0: "31", 3: "ROHANA"], [3: "ROHANA", 7: "DUSUN II"], [3: "ROHANA", 6: "P"], [3: "ROHANA", 9: "2"],
  ])
  func whoIsWrittenUnderTheSumStays(_ voter: [Int: String]) throws {
    let sign: [Int: String] = [3: "Mengetahui"]
    let data = try Self.read(
      Self.voters(30) + [[3: "JUMLAH", 4: "30"], [:], voter, sign, [3: "SUPARMAN"]].map(Self.row))
    #expect(data.roll.count == 31 && data.files[0].rowsOfFurniture == 3)
  }

  /// Lists of few columns, without numbers and birth dates of persons.
  @Test(arguments: [
    "No;Nama;Alamat", "No;Nama Almarhum;Alamat;Tanggal Meninggal", "No;Nama;Pangkat;Kesatuan;Alamat",
  ]) func theLinesUnderAListOfNames(_ header: String) throws {
    let width = header.split(separator: ";").count
    let persons = (1...12).map { "\($0);WARGA;DUSUN I\(String(repeating: ";03-01-2026", count: width - 3))" }
    for foot in [
      ["Kayuagung, 2 Maret 2026", "Kepala Dinas", "SUPARMAN"], ["Sumber: RSUD"], ["SUPARMAN", "NIP. 19700101"],
    ] {
      let lines = foot.map { ";\($0)" + String(repeating: ";", count: width - 2) }
      let folder = try CaseOnDisk()
      try folder.add("a.csv", .roll, ([Self.header] + Self.voters(3)).joined(separator: "\n") + "\n")
      try folder.add(
        "b.csv", .deaths, ([header] + persons + [lines.count == 2 ? ";" : ""] + lines).joined(separator: "\n"))
      let file = try folder.read().files[1]
      #expect(file.rowsUsed == 12 && file.rowsOfFurniture == foot.count, "\(header): \(foot)")
    }
  }
}
