import RollModel
import Testing

@testable import Pipeline

/// What recaps write beside their areas: sums, a row of the whole kabupaten, areas left out, and names that nobody knows.
@Suite struct RecapSumTests {
  private struct Desa {
    let code: String
    let name: String
    let kecamatan: String
    let men: Int
    let women: Int
  }

  private static let desa = [
    Desa(code: "1602052001", name: "TANJUNG RANCING", kecamatan: "KAYUAGUNG", men: 6, women: 4),
    Desa(code: "1602052002", name: "SUKADANA", kecamatan: "KAYUAGUNG", men: 5, women: 5),
    Desa(code: "1602052003", name: "SIDAKERSA", kecamatan: "KAYUAGUNG", men: 3, women: 4),
    Desa(code: "1602172001", name: "LINGKIS", kecamatan: "JEJAWI", men: 4, women: 4),
    Desa(code: "1602172002", name: "TERUSAN MENANG", kecamatan: "JEJAWI", men: 7, women: 2),
    Desa(code: "1602172003", name: "MUARA BATUN", kecamatan: "JEJAWI", men: 2, women: 6),
  ]

  private static let roll: String = {
    var text = "nik,nama,tanggal_lahir,jenis_kelamin,kode_desa,desa,kecamatan,tps\n"
    var number = 0
    for desa in desa {
      for i in 0..<(desa.men + desa.women) {
        number += 1
        let isMan = i < desa.men
        let letters = [number % 26, number / 3 % 26, number / 7 % 26].map { String(UnicodeScalar(65 + UInt8($0))) }
        text +=
          "160205\(isMan ? 15 : 55)0170\(1000 + number),SU\(letters[0])A\(letters[1])O DAR\(letters[2])I,1970-01-15,"
          + "\(isMan ? "L" : "P"),\(desa.code),\(desa.name),\(desa.kecamatan),1\n"
      }
    }
    return text
  }()

  private static let header = "NO;KECAMATAN;DESA/KELURAHAN;JUMLAH TPS;L;P;L+P\n"

  private static func rows(_ part: ArraySlice<Desa>) -> String {
    part.map { ";\($0.kecamatan);\($0.name);1;\($0.men);\($0.women);\($0.men + $0.women)\n" }.joined()
  }

  private static func office(_ recap: String, named: String = "r", beside other: String? = nil) throws -> OfficeCase {
    var files = ["padan.yaml": "wilayah: \"1602\"\n", "daftar-pemilih/a.csv": roll, "rekap/\(named).csv": recap]
    if let other { files["rekap/z.csv"] = other }
    return try OfficeCase(files)
  }

  private static let rules = ["jumlah-tidak-menjumlah", "rekap-tidak-sama", "wilayah-tidak-dikenal"]

  private static func told(_ office: OfficeCase) -> [String] {
    rules.flatMap(office.of).map { "\($0.rule) \($0.evidence.split(separator: ";")[0]): \($0.explanation)" }
  }

  /// Sums of a kecamatan, by its name or in its own column, of pages, and of all; sums before their areas too.
  @Test(arguments: [
    ["JUMLAH KAYUAGUNG;;;3;14;13;27", "JUMLAH JEJAWI;;;3;13;12;25", "TOTAL;;;6;27;25;52"],
    [";KAYUAGUNG;JUMLAH;3;14;13;27", ";JEJAWI Total;;3;13;12;25", ";JUMLAH KABUPATEN;;6;27;25;52"],
    ["SUB JUMLAH;;;3;14;13;27", "SUB JUMLAH;;;3;13;12;25", "JUMLAH SELURUHNYA;;;6;27;25;52"],
    ["JUMLAH HALAMAN INI;;;3;14;13;27", "JUMLAH HALAMAN INI;;;3;13;12;25", "JUMLAH;;;6;;;52"],
  ])
  func sumsThatFit(_ sums: [String]) throws {
    let (first, second) = (Self.rows(Self.desa[..<3]), Self.rows(Self.desa[3...]))
    for text in [
      "\(first)\(sums[0])\n\(second)\(sums[1])\n\(sums[2])\n", "\(sums[0])\n\(first)\(sums[1])\n\(second)",
      "\(first)\(second)\(sums[2])\n",
    ] {
      let office = try Self.office(Self.header + text)
      #expect(office.data.rejections.isEmpty && office.data.officialCounts.count == 6)
      #expect(Self.told(office).isEmpty, "\(text): \(Self.told(office))")
    }
  }

  @Test func aSumThatIsNotThatOfItsRows() throws {
    let (first, second) = (Self.rows(Self.desa[..<3]), Self.rows(Self.desa[3...]))
    func told(_ sums: [String]) throws -> [Finding] {
      try Self.office("\(Self.header)\(first)\(sums[0])\n\(second)\(sums[1])\n\(sums[2])\n").of(
        "jumlah-tidak-menjumlah")
    }
    let kecamatan = try told(["JUMLAH KAYUAGUNG;;;3;14;13;27", "JUMLAH JEJAWI;;;3;14;12;26", "TOTAL;;;6;27;25;52"])
    #expect(
      kecamatan.count == 1 && kecamatan.allSatisfy { $0.evidence == "rekap/r.csv baris 9" && $0.tier == .certain })
    #expect(
      kecamatan.map(\.explanation) == [
        "baris JUMLAH JEJAWI: jumlah 3 desa 25, tertulis 26, selisih +1; laki-laki: jumlah 3 desa 13, tertulis 14, selisih +1"
      ])
    guard case .area(let key) = kecamatan.first?.subject else { return }
    #expect(key.kecamatan != 0 && key.desa == 0)
    let whole = try told(["JUMLAH;;;3;14;13;27", "JUMLAH;;;3;13;12;25", ";TOTAL;;6;27;25;9999"])
    #expect(
      whole.map(\.explanation) == [
        "baris TOTAL: laki-laki 27 ditambah perempuan 25 menjadi 52, tertulis 9999; jumlah 6 desa 52, tertulis 9999, "
          + "selisih +9947"
      ])
  }

  /// A sum that repeats the code of its desa, as one does who fills a column down.
  @Test func aSumBesideTheCodeOfItsDesa() throws {
    func told(_ sums: [String], beside other: String = "") throws -> [String] {
      let office = try Self.office(
        "KODE DESA;TPS;L;P;L+P\n1602052001;1;10;10;20\n1602052001;2;10;10;20\n\(sums[0])\n1602052002;1;5;5;10\n\(other)"
      )
      #expect(office.data.rejections.isEmpty && office.data.officialCounts.count == 3)
      return office.of("jumlah-tidak-menjumlah").map(\.explanation)
    }
    #expect(
      try told(["1602052001;JUMLAH;20;20;40"], beside: "1602052002;JUMLAH;5;5;10\n1602052002;TOTAL;25;25;50\n") == [])
    #expect(
      try told(["1602052001;JUMLAH;20;20;41"]) == [
        "baris JUMLAH: laki-laki 20 ditambah perempuan 20 menjadi 40, tertulis 41; jumlah 2 TPS 40, tertulis 41, selisih +1"
      ])
    #expect(
      try told(["1602052001;JUMLAH;21;20;41"]) == [
        "baris JUMLAH: jumlah 2 TPS 40, tertulis 41, selisih +1; laki-laki: jumlah 2 TPS 20, tertulis 21, selisih +1"
      ])
  }

  /// A row that could not be read is missing from the sum, so that nothing is sure.
  @Test func aSumOverARowInQuarantine() throws {
    let text = Self.rows(Self.desa[..<5]) + ";JEJAWI;MUARA BATUN;1;dua;6;8\nTOTAL;;;6;27;25;52\n"
    let found = try Self.office(Self.header + text).of("jumlah-tidak-menjumlah")
    #expect(
      found.count == 1 && found.allSatisfy { $0.tier == .verify && $0.explanation.contains("1 baris di antaranya") })
  }

  @Test func theSumOfAChangeRecap() throws {
    let header = "Desa;Kecamatan;Pemilih sebelumnya;Pemilih Baru;TMS;Pemilih sekarang\n"
    let text = header + "TANJUNG RANCING;KAYUAGUNG;8;3;1;10\nSUKADANA;KAYUAGUNG;9;2;1;10\n"
    #expect(try Self.office(text + "JUMLAH;;17;5;2;20\n").of("jumlah-tidak-menjumlah").isEmpty)
    let found = try Self.office(text + "JUMLAH;;17;5;9;20\n").of("jumlah-tidak-menjumlah")
    #expect(
      found.map(\.explanation) == ["baris JUMLAH: TMS: jumlah 2 desa 2, tertulis 9, selisih +7"])
  }

  /// One row of the kabupaten, beside the rows by name and beside a recap of its desa; other kabupaten are none of the case.
  @Test func theKabupatenByItself() throws {
    let (header, right) = ("KABUPATEN;L;P;L+P\n", "OGAN KOMERING ILIR;27;25;52\n")
    #expect(Self.told(try Self.office(header + right)).isEmpty)
    let wrong = try Self.office(
      header + "Kab. Ogan Komering Ilir;28;25;53\n", beside: Self.header + Self.rows(Self.desa[...]))
    #expect(
      Self.told(wrong) == [
        "jumlah-tidak-menjumlah rekap/r.csv baris 2: jumlah 6 desa di dalamnya 52, tertulis 53",
        "rekap-tidak-sama rekap/r.csv baris 2: rekapitulasi menyebut 53 (L 28, P 25) pemilih, daftar menurut nama memuat "
          + "52 (L 27, P 25): selisih +1 (L +1, P 0)",
      ])
    let province = try Self.office(header + "MUARA ENIM;5;5;10\n" + right + "JUMLAH;32;30;62\n")
    #expect(Self.told(province).isEmpty && province.data.officialCounts.count == 1)
    #expect(province.data.notices.contains { $0.contains("kabupaten/kota lain tidak dibandingkan") })
  }

  /// The kabupaten is not compared with a recap of some of its desa.
  @Test func theKabupatenBesideSomeDesa() throws {
    let office = try Self.office(
      "KABUPATEN;L;P;L+P\nOGAN KOMERING ILIR;27;25;52\n", beside: Self.header + Self.rows(Self.desa[..<2]))
    #expect(office.of("jumlah-tidak-menjumlah").isEmpty)
  }

  @Test func aDesaThatTheRecapLeavesOut() throws {
    let left = Self.rows(Self.desa[..<1]) + Self.rows(Self.desa[2...])
    #expect(
      Self.told(try Self.office(Self.header + left)) == [
        "wilayah-tidak-dikenal daftar wilayah: 10 pemilih di desa ini, yang tidak ada pada rekapitulasi per desa"
      ])
    let stations = Self.desa.filter { $0.name != "SUKADANA" }.map { "\($0.code),1,\($0.men),\($0.women)\n" }.joined()
    #expect(
      Self.told(try Self.office("kode_desa,tps,laki_laki,perempuan\n" + stations)) == [
        "wilayah-tidak-dikenal daftar wilayah: 10 pemilih di desa ini, yang tidak ada pada rekapitulasi per TPS"
      ])
    // A recap of one desa leaves nothing out.
    #expect(Self.told(try Self.office(Self.header + Self.rows(Self.desa[..<1]))).isEmpty)
    let kecamatan = "KECAMATAN;L;P;L+P\nKAYUAGUNG;14;13;27\n"
    #expect(Self.told(try Self.office(kecamatan)).isEmpty)
  }

  @Test func aNameThatTheRollDoesNotHave() throws {
    let text = Self.header + Self.rows(Self.desa[...]).replacing(";TERUSAN MENANG;", with: ";Desa Trs. Menang;")
    let office = try Self.office(text)
    #expect(
      Self.told(office) == [
        "wilayah-tidak-dikenal rekap/r.csv baris 6: TRS. MENANG pada rekapitulasi (9 pemilih) tidak dikenal: tidak ada desa "
          + "bernama itu pada daftar pemilih, jadi angkanya belum dibandingkan; desa yang tidak disebut rekapitulasi: "
          + "TERUSAN MENANG (9 pemilih)"
      ])
    #expect(office.of("wilayah-tidak-dikenal").allSatisfy { $0.tier == .verify })
  }
}
