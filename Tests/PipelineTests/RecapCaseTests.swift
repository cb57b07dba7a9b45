import RollModel
import Testing

@testable import Pipeline

/// Recaps against rolls, and coklit in totals: cases of the field with their right answers. Numbers are those of the page
/// of cases; all persons are made up.
@Suite struct RecapCaseTests {
  private static let header = "nkk,nik,nama,tanggal_lahir,jenis_kelamin,rt,keterangan,kode_desa,desa,kecamatan,tps\n"
  private static let area = "1602052001,TANJUNG RANCING,KAYUAGUNG"

  /// Voters from `first` on: men, then women; `tps` and code as told.
  private static func voters(_ first: Int, men: Int, women: Int, code: String = "", tps: Int = 1) -> String {
    (0..<(men + women)).map { i in
      let (number, isMan, day) = (first + i, i < men, 1 + (first + i) % 28)
      let written = Self.format(day + (isMan ? 0 : 40), 2)
      return "16020501019\(format(number, 5)),160205\(written)0170\(format(number, 4)),\(name(number)),"
        + "1970-01-\(format(day, 2)),\(isMan ? "L" : "P"),1,\(code),\(area),\(tps)\n"
    }.joined()
  }

  private static func format(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private static func name(_ number: Int) -> String {
    let letters = [number % 26, number / 26 % 26, number / 7 % 26].map { String(UnicodeScalar(65 + UInt8($0))) }
    return "SU\(letters[0])A\(letters[1])O DAR\(letters[2])I"
  }

  /// 57 stood on the earlier roll; 9 are new, 6 are struck: 60 are left.
  private static var rolls: [String: String] {
    [
      "daftar-sebelumnya/a.csv": header + voters(0, men: 30, women: 27),
      "daftar-pemilih/a.csv": header + voters(0, men: 3, women: 0, code: "1") + voters(3, men: 27, women: 24)
        + voters(54, men: 0, women: 3, code: "4") + voters(60, men: 5, women: 4),
    ]
  }

  private func texts(_ office: OfficeCase, _ rule: String) -> [String] { office.of(rule).map(\.explanation) }

  /// Case 25: men and women do not make the total, and the total is not the count of rows.
  @Test func case25CountsThatDoNotAdd() throws {
    let case25 = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header + Self.voters(0, men: 31, women: 30),
      "rekap/r.csv": "No;Desa;Kecamatan;Jumlah TPS;L;P;L+P\n1;TANJUNG RANCING;KAYUAGUNG;1;31;30;63\n",
    ])
    #expect(
      texts(case25, "jumlah-tidak-menjumlah") == ["laki-laki 31 ditambah perempuan 30 menjadi 61, tertulis 63"])
    #expect(texts(case25, "rekap-tidak-sama").count == 1)
    #expect(texts(case25, "rekap-tidak-sama").allSatisfy { $0.contains("selisih +2") })
  }

  /// Case 26: 57 + 9 − 6 is 60, and 61 is written; by name the rolls balance.
  @Test func case26BalanceBrokenByOne() throws {
    var files = Self.rolls
    let header =
      "Desa;Kecamatan;Pemilih sebelumnya L;Pemilih sebelumnya P;Pemilih Baru L;Pemilih Baru P;TMS L;TMS P;"
      + "Pemilih sekarang L;Pemilih sekarang P\n"
    files["rekap/r.csv"] = header + "TANJUNG RANCING;KAYUAGUNG;30;27;5;4;3;3;32;28\n"
    let right = try OfficeCase(files)
    #expect(right.of("neraca-pemilih").isEmpty && right.of("rekap-tidak-sama").isEmpty, "\(right.lines)")
    files["rekap/r.csv"] = header + "TANJUNG RANCING;KAYUAGUNG;30;27;5;4;3;3;33;28\n"
    let case26 = try OfficeCase(files)
    #expect(
      texts(case26, "neraca-pemilih") == [
        "rekap/r.csv baris 2: sebelumnya 57 (L 30, P 27) + baru 9 (L 5, P 4) − TMS 6 (L 3, P 3) = 60, "
          + "tertulis 61 (L 33, P 28): selisih +1 (L +1, P 0)"
      ])
    #expect(texts(case26, "rekap-tidak-sama").count == 1)
  }

  /// Case 27: the row of sums below the areas is no area, and is not counted twice.
  @Test(arguments: ["JUMLAH", "Total", "JUMLAH TOTAL", "JUMLAH SELURUHNYA"])
  func case27TheRowOfSums(_ word: String) throws {
    var files = Self.rolls
    for row in ["\(word);;57;9;6;60", ";\(word);57;9;6;60"] {
      files["rekap/r.csv"] =
        "No;Desa;Pemilih sebelumnya;Pemilih Baru;TMS;Pemilih sekarang\n1;TANJUNG RANCING;57;9;6;60\n" + row + "\n"
      let case27 = try OfficeCase(files)
      #expect(case27.data.officialCounts.count == 1 && case27.data.rejections.isEmpty)
      let rules = ["neraca-pemilih", "rekap-tidak-sama", "jumlah-tidak-menjumlah", "wilayah-tanpa-pemilih"]
      #expect(rules.allSatisfy { case27.of($0).isEmpty }, "\(case27.lines)")
    }
  }

  /// Bali, 12 September 2024: what is written is not earlier + new − struck, by −9 and by +246.
  @Test(arguments: [(-9, "−9"), (246, "+246")])
  func kabupatenThatDoNotClose(_ gap: Int, _ words: String) throws {
    var files = Self.rolls
    files["rekap/r.csv"] =
      "desa;kecamatan;kode_kecamatan;sebelumnya;baru;tms;jumlah\n;KAYUAGUNG;160205;57;9;6;\(60 + gap)\n"
    let found = texts(try OfficeCase(files), "neraca-pemilih")
    #expect(found.count == 1 && found[0].hasSuffix("selisih \(words)"), "\(found)")
  }

  /// A recap that closes and says of its parts what no row shows: one finding, all differences in it.
  @Test func partsThatDiffer() throws {
    var files = Self.rolls
    files["rekap/r.csv"] =
      "kode_desa,sebelumnya_l,sebelumnya_p,baru_l,baru_p,meninggal,pindah domisili,laki_laki,perempuan,jumlah\n"
      + "1602052001,30,27,6,5,4,4,32,28,60\n"
    let office = try OfficeCase(files)
    #expect(office.of("neraca-pemilih").isEmpty)
    #expect(
      texts(office, "rekap-tidak-sama") == [
        "baru 11 (L 6, P 5), menurut nama 9 (L 5, P 4): selisih +2 (L +1, P +1); TMS 8, menurut nama 6: selisih +2; "
          + "TMS meninggal 4, menurut nama 3: selisih +1; TMS pindah domisili 4, menurut nama 3: selisih +1"
      ])
  }

  /// Of a desa that does not balance the station is named where the row is gone; one who moved came and left.
  @Test func theStationOfADesaThatDoesNotBalance() throws {
    let office = try OfficeCase([
      "daftar-sebelumnya/a.csv": Self.header + Self.voters(0, men: 20, women: 20, tps: 1)
        + Self.voters(40, men: 20, women: 20, tps: 2) + Self.voters(80, men: 1, women: 0, tps: 2),
      "daftar-pemilih/a.csv": Self.header + Self.voters(0, men: 20, women: 20, tps: 1)
        + Self.voters(40, men: 2, women: 0, tps: 1) + Self.voters(42, men: 18, women: 20, tps: 2),
    ])
    let places = office.of("neraca-pemilih").compactMap { finding -> String? in
      guard case .area(let key) = finding.subject else { return nil }
      return "\(key.desa == 0 ? "-" : "desa") \(key.tps): \(finding.explanation.prefix { $0 != "=" })"
    }
    let words =
      "desa 2: sebelumnya 41 (L 21, P 20) + baru 0 (L 0, P 0) + masuk 0 (L 0, P 0) − keluar 2 (L 2, P 0) "
      + "− TMS 0 (L 0, P 0) "
    #expect(places.contains(words), "\(places)")
    #expect(!places.contains { $0.hasPrefix("desa 1") })
    #expect(places.count { $0.hasPrefix("desa") } == 2)
  }

  /// Form A1.DP-1 in totals: by desa, and where visits of the desa are known by name these count.
  @Test func coklitInTotals() throws {
    var files = ["daftar-pemilih/a.csv": Self.header + Self.voters(0, men: 30, women: 30)]
    files["coklit/a1.csv"] =
      "Kecamatan;Kelurahan/Desa;Jumlah KK;Sudah dicoklit dan tidak ditempel stiker;Belum dicoklit dan sudah ditempel stiker;Sudah dicoklit dan sudah ditempel stiker\n"
      + "KAYUAGUNG;TANJUNG RANCING;200;4;2;160\n"
    let totals = try OfficeCase(files)
    #expect(totals.data.rejections.isEmpty)
    #expect(
      texts(totals, "coklit-tanpa-stiker") == [
        "4 keluarga sudah dicoklit tetapi tidak ditempel stiker; angka ini dari jumlah tanpa nama (coklit/a1.csv baris 2)"
      ])
    #expect(
      texts(totals, "stiker-tanpa-coklit") == [
        "2 keluarga belum dicoklit tetapi sudah ditempel stiker; angka ini dari jumlah tanpa nama (coklit/a1.csv baris 2)"
      ])
    let coverage = texts(totals, "cakupan-coklit-rendah")
    #expect(coverage.count == 1 && coverage[0].hasPrefix("164 dari 200 keluarga didatangi"), "\(coverage)")
    #expect(totals.of("rt-belum-tercoklit").isEmpty && totals.of("kk-belum-coklit").isEmpty)
    files["coklit/bernama.csv"] =
      "nkk,kode_desa,rt,tps,tanggal_coklit,stiker\n1602050101900000,1602052001,1,1,2024-06-25,Ya\n"
    let named = try OfficeCase(files)
    #expect(named.of("coklit-tanpa-stiker").isEmpty && named.of("stiker-tanpa-coklit").isEmpty)
  }

  /// The form of 2018 and 2019 says by station who was not visited, of the households of the roll.
  @Test func coklitInTotalsByStation() throws {
    let office = try OfficeCase([
      "daftar-pemilih/a.csv": Self.header + Self.voters(0, men: 30, women: 30)
        + Self.voters(60, men: 30, women: 30, tps: 2),
      "coklit/a1.csv":
        "Kelurahan,Kecamatan,No TPS,rumah tidak dicoklit,rumah dicoklit tapi tidak ditempel stiker dan tidak diberi tanda bukti\n"
        + "TANJUNG RANCING,KAYUAGUNG,1,25,3\nTANJUNG RANCING,KAYUAGUNG,2,0,1\n",
    ])
    let places = office.of("cakupan-coklit-rendah").compactMap { finding -> String? in
      guard case .area(let key) = finding.subject else { return nil }
      return "\(key.tps): \(finding.explanation.prefix { $0 != "(" })"
    }
    #expect(places == ["0: 95 dari 120 keluarga didatangi ", "1: 35 dari 60 keluarga didatangi "], "\(places)")
    #expect(texts(office, "coklit-tanpa-stiker").allSatisfy { $0.hasPrefix("4 keluarga") })
  }

  /// Recaps that still count struck rows: told at the lowest level that holds them, once.
  @Test func struckRowsAreToldAtTheLowestRecapThatCountsThem() throws {
    let roll = Self.header + Self.voters(0, men: 3, women: 0, code: "1") + Self.voters(3, men: 27, women: 24)
    func told(_ recap: String) throws -> [String] {
      let office = try OfficeCase(["daftar-pemilih/a.csv": roll, "rekap/r.csv": recap])
      #expect(office.of("rekap-tidak-sama").isEmpty)
      return office.of("tms-dihitung").map { finding in
        guard case .area(let key) = finding.subject else { return "pemilih" }
        #expect(finding.explanation.contains("termasuk 3 yang bertanda TMS"))
        return key.desa != 0 ? "desa" : "kecamatan"
      }
    }
    let desa = "kode_desa;desa;kecamatan;kode_kecamatan;tps;L;P;L+P\n1602052001;TANJUNG RANCING;KAYUAGUNG;;;30;24;54\n"
    #expect(try told(desa) == ["desa"])
    // The kecamatan holds the same three rows.
    let above = ";;KAYUAGUNG;160205;;30;24;54\n"
    #expect(try told(desa + above) == ["desa"])
    // By station they are voters.
    #expect(try told(desa + "1602052001;TANJUNG RANCING;KAYUAGUNG;1;30;24;54\n") == ["pemilih", "pemilih", "pemilih"])
    let agreeing = desa.replacing("30;24;54", with: "27;24;51")
    #expect(try told(agreeing).isEmpty)
    #expect(try told(agreeing + above) == ["kecamatan"])
  }
}
