import Documents
import Foundation
import TestSupport
import Testing

/// Lists and rolls that give ages in place of birth dates: an age tells namesakes, fathers and sons apart.
@Suite struct StatedAgesTests {
  private static let first = [
    "AGUS", "BUDI", "DEDI", "EKO", "FAJAR", "GUNTUR", "HENDRA", "IWAN", "JOKO", "KUSNO", "LUKMAN", "MARNO", "NUGROHO",
    "OKTA", "PRIYO", "RUDI", "SLAMET", "TONO", "UNTUNG", "WAHYU",
  ]
  private static let second = [
    "SANTOSO", "WIJAYA", "PURNOMO", "LESMANA", "HARTONO", "SAPUTRA", "KURNIA", "MAULANA", "PRATAMA", "SUSILO",
  ]

  /// A voter of a desa of two hundred names, each borne by six people of one desa or another.
  private struct Man {
    let name: String
    let year: Int
    let rt: Int
    let desa: Int

    init(_ i: Int) {
      name = StatedAgesTests.first[i % 20] + " " + StatedAgesTests.second[i / 20 % 10]
      year = 1938 + (i * 37 + i / 200 * 11) % 64
      rt = i % 12 + 1
      desa = i * 7 / 5 % 3 + 1
    }

    var code: String { "160205200\(desa)" }
  }

  private static let men = (0..<1200).map(Man.init)

  private static func written(_ lists: [String: String], ages: Bool = false) throws -> RunFiles {
    var roll = ages ? "NAMA,UMUR,JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,TPS\n" : ""
    if !ages { roll = "NKK,NIK,NAMA,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,TPS\n" }
    for (i, man) in men.enumerated() {
      let place = "L,JL MAWAR,\(man.rt),1,\(man.code),1\n"
      if ages {
        roll += "\(man.name),\(2026 - man.year),\(place)"
      } else {
        let (day, month) = (i % 28 + 1, i % 12 + 1)
        let number = String(format: "160205%02d%02d%02d%04d", day, month, man.year % 100, i)
        let card = String(format: "160205010114%04d", i)
        roll += "\(card),\(number),\(man.name),\(man.year)-\(String(format: "%02d-%02d", month, day)),\(place)"
      }
    }
    return try RunFiles.written(lists.merging(["daftar-pemilih/dpb.csv": roll]) { $1 })
  }

  /// Village heads know name, age, RT and desa.
  @Test(arguments: ["UMUR", "TAHUN LAHIR"])
  func theDeadOfAVillageList(_ column: String) throws {
    // Of two namesakes of a desa, who stand six hundred rows apart, now the one and now the other.
    let dead = (0..<30).map { 20 * $0 + 3 + $0 % 2 * 600 }
    var list = "NAMA,\(column),L/P,RT,RW,KODE_DESA,TGL_MENINGGAL,SUMBER\n"
    for i in dead {
      let man = Self.men[i]
      let told = column == "UMUR" ? 2026 - man.year : man.year
      list += "\(man.name),\(told),L,\(man.rt),1,\(man.code),2026-10-05,Laporan desa\n"
    }
    let files = try Self.written(["kematian/desa.csv": list])
    #expect(try files.examine().status == 0)
    let found = try files.findings(of: "meninggal")
    let right = found.filter { finding in
      let man = Self.men[(Int(finding["baris"] ?? "") ?? 2) - 2]
      let row = dead[(Int(finding["baris_pembanding"] ?? "") ?? 2) - 2]
      return man.name == Self.men[row].name && abs(man.year - Self.men[row].year) <= 1
    }
    // Two of one name and nearly one age in the desa are told apart by nobody.
    #expect(right.count >= 27 && found.count == right.count, "\(right.count) of \(found.count)")
    #expect(found.allSatisfy { $0["penjelasan"]?.contains(column == "UMUR" ? "umur" : "tahun lahir") == true })
    #expect(found.allSatisfy { $0["keyakinan"] == "perlu-verifikasi" })
  }

  /// A roll for observers has neither numbers nor dates: father and son of one name and one house are two voters.
  @Test func fathersAndSonsOfARollWithAges() throws {
    let more =
      "SUHERMAN PRAYITNO,63,L,JL MELATI,4,1,1602052001,1\nSUHERMAN PRAYITNO,29,L,JL MELATI,4,1,1602052001,1\n"
      + "KASMIRAN WIDODO,51,L,JL MELATI,5,1,1602052001,1\nKASMIRAN WIDODO,52,L,JL MELATI,5,1,1602052001,1\n"
    let files = try Self.written([:], ages: true)
    let roll = try files.scratch.read("kasus/daftar-pemilih/dpb.csv")
    try files.scratch.write(roll + more, to: "kasus/daftar-pemilih/dpb.csv")
    #expect(try files.examine().status == 0)
    let doubles = try files.findings(of: "ganda")
    #expect(doubles.contains { $0["nama"] == "KASMIRAN WIDODO" })
    #expect(!doubles.contains { $0["nama"] == "SUHERMAN PRAYITNO" && $0["keyakinan"] != "perlu-verifikasi" })
    #expect(!doubles.contains { $0["keyakinan"] == "pasti" })
  }

  /// Where a roll has no numbers, a name alone, or one day of other years, is ground for no more than a look in the field.
  @Test(arguments: [
    ("NAMA,UMUR", "SUHERMAN PRAYITNO,52", "NAMA,TANGGAL LAHIR", "SUHERMAN PRAYITNO,08-05-1977", "perlu-verifikasi"),
    (
      "NAMA,TANGGAL LAHIR", "SUHERMAN PRAYITNO,29-07-1963", "NAMA,TANGGAL LAHIR", "SUHERMAN PRAYITNO,29-07-1988",
      "perlu-verifikasi"
    ),
    (
      "NAMA,TANGGAL LAHIR", "SUHERMAN PRAYITNO,29-07-1988", "NAMA,TANGGAL LAHIR", "SUHERMAN PRAYITNO,29-07-1988", "kuat"
    ),
  ])
  func aListBesideARollWithoutNumbers(
    _ header: String, _ voter: String, _ listHeader: String, _ soldier: String, _ most: String
  ) throws {
    var roll = header + ",JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,TPS\n"
    for (i, man) in Self.men.enumerated() {
      let birth = header.hasSuffix("UMUR") ? "\(2026 - man.year)" : "\(i % 28 + 1)-\(i % 12 + 1)-\(man.year)"
      roll += "\(man.name),\(birth),L,JL MAWAR,\(man.rt),1,\(man.code),1\n"
    }
    roll += voter + ",L,JL MELATI,4,1,1602052001,1\n"
    let files = try RunFiles.written([
      "daftar-pemilih/dpb.csv": roll, "tni/tni.csv": listHeader + ",STATUS\n" + soldier + ",AKTIF\n",
    ])
    #expect(try files.examine().status == 0)
    let tiers = try files.findings(of: "tni").map { $0["keyakinan"] ?? "" }
    if most == "kuat" {
      #expect(tiers == ["kuat"] || tiers == ["pasti"])
    } else {
      #expect(tiers.allSatisfy { $0 == most })
    }
  }
}
