import Documents
import Foundation
import TestSupport
import Testing

/// A case of a whole province: counts, letters and persons on two rolls, by the built binary.
@Suite struct ProvinceTests {
  @Test func everyKabupatenIsCounted() throws {
    let province = try ProvinceCase()
    let areas = ProvinceCase.rows(try province.files.text("wilayah.csv"))
    #expect(areas.filter { $0["tingkat"] == "provinsi" }.map { $0["kode"] } == ["16"])
    let parts = areas.filter { $0["tingkat"] == "kabupaten" }
    #expect(parts.map { $0["kode"] } == ProvinceCase.codes)
    for column in ["pemilih", "kk", "tms_jumlah", "tms_ganda", "belum_terdaftar", "catatan_data"] {
      let sum = parts.reduce(0) { $0 + (Int($1[column] ?? "") ?? -1) }
      #expect("\(sum)" == areas[0][column], "\(column)")
      for part in parts {
        let inside = areas.filter { $0["tingkat"] == "kecamatan" && $0["kode"]?.hasPrefix(part["kode"] ?? "-") == true }
        #expect("\(inside.reduce(0) { $0 + (Int($1[column] ?? "") ?? -1) })" == part[column], "\(column)")
      }
    }
    #expect(parts.allSatisfy { (Double($0["indeks"] ?? "") ?? 0) > 0 })
    #expect(parts[1]["kabupaten"] == "Kabupaten Ogan Komering Ilir")
    let accounts = ProvinceCase.rows(try province.files.text("neraca.csv")).filter { $0["tingkat"] == "kabupaten" }
    #expect(accounts.map { $0["kode"] } == ProvinceCase.codes)
    #expect(zip(accounts, parts).allSatisfy { "\((Int($0["sekarang_l"] ?? "") ?? 0))" == $1["laki_laki"] })
    let summary = try province.files.json("ringkasan.json").items("kabupaten")
    #expect(summary.map { $0.text("kode") ?? "" } == ProvinceCase.codes)
    let page = try province.files.text("laporan.html")
    for name in ["Ogan Komering Ulu", "Musi Rawas"] { #expect(page.contains("Kecamatan di Kabupaten \(name)")) }
  }

  /// Who stands on two rolls is told to both offices, from its own side, and is no double of either.
  @Test func personsOnTwoRollsAreFoundAndOnlyThey() throws {
    let province = try ProvinceCase()
    let truth = try province.truth()
    let planted = Set(truth.filter { $0["aturan"] == "ganda-antar-kabupaten" }.map(ProvinceCase.pair))
    #expect(planted.count > 20)
    let findings = try province.findings()
    let across = findings.filter { $0["aturan"] == "ganda-antar-kabupaten" && $0["keyakinan"] != "kembar" }
    let sure = across.filter { ["pasti", "kuat"].contains($0["keyakinan"]) }
    let told = Set(sure.map(ProvinceCase.pair))
    #expect(Double(told.intersection(planted).count) >= 0.95 * Double(told.count), "precision")
    #expect(Double(Set(across.map(ProvinceCase.pair)).intersection(planted).count) >= 0.9 * Double(planted.count))
    let certain = across.filter { $0["keyakinan"] == "pasti" }
    #expect(!certain.isEmpty && certain.allSatisfy { planted.contains(ProvinceCase.pair($0)) })
    // Each pair from both sides, each side naming the other kabupaten.
    for (pair, sides) in Dictionary(grouping: sure, by: ProvinceCase.pair) {
      #expect(sides.count == 2, "\(pair)")
      #expect(Set(sides.map { $0["berkas"] ?? "" }).count == 2 && Set(sides.map { $0["id"] ?? "" }).count == 2)
      for (own, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
        #expect(own.kabupaten != other.kabupaten)
        #expect(own["penjelasan"]?.contains("(\(other.kabupaten))") == true)
        #expect(own["bukti"]?.contains("(\(other.kabupaten))") == true)
      }
    }
    for finding in findings where finding["aturan"] == "ganda" || finding["aturan"] == "kemungkinan-kembar" {
      let folders = ["berkas", "berkas_pembanding"].map { finding[$0]?.split(separator: "/")[1] }
      #expect(folders[0] == folders[1], "a double within one kabupaten")
    }
    let twins = Set(
      truth.filter { $0["jenis"] == "kembar" && $0["catatan"] == "antar-kabupaten" }.map(ProvinceCase.pair))
    #expect(told.isDisjoint(with: twins))
  }

  /// A twin who lives in another kabupaten has the next number and a card of his own: listed, asked of nobody.
  @Test func twinsInTwoKabupatenAreHeldBack() throws {
    func roll(_ code: String, _ person: String) -> String {
      let rows = (10..<70).map { number in
        "\(code)\(10 + number % 18)017500\(number),\(code)01011200\(number),WARGA \(["A", "B", "C"][number % 3])\(number),"
          + "1975-01-\(10 + number % 18),KAYUAGUNG,L,\(code)2001,1\n"
      }
      return "nik,nkk,nama,tanggal_lahir,tempat_lahir,jenis_kelamin,kode_desa,tps\n" + rows.joined()
        + "\(person),\(code)2001,1\n"
    }
    let files = try RunFiles.written([
      "padan.yaml": "wilayah: \"16\"\n",
      "daftar-pemilih/a.csv": roll(
        "160205", "1602051203850001,1602050101120901,HASAN ZULKARNAEN MAHESA,1985-03-12,KAYUAGUNG,L"),
      "daftar-pemilih/b.csv": roll(
        "160301", "1602051203850002,1603010101120901,HUSEN ZULKARNAEN MAHESA,1985-03-12,KAYUAGUNG,L"),
    ])
    #expect(try files.examine().status == 0)
    let found = ProvinceCase.rows(try files.text("temuan.csv")).filter {
      $0["aturan"] == "ganda-antar-kabupaten" && $0["nama"]?.contains("ZULKARNAEN") == true
    }
    #expect(
      found.allSatisfy { $0["keyakinan"] == "kembar" && $0["penjelasan"]?.contains("kemungkinan kembar") == true })
    #expect(!found.isEmpty)
  }

  /// What is found of each kabupaten is what its own office finds when it has its lists alone.
  @Test func aKabupatenHasTheFindingsOfItsOwnOffice() throws {
    let province = try ProvinceCase()
    let scratch = province.files.scratch
    for role in scratch.names("kasus") where scratch.names("kasus/\(role)").contains("1604") {
      for name in scratch.names("kasus/\(role)/1604") {
        try scratch.write(try scratch.read("kasus/\(role)/1604/\(name)"), to: "satu/\(role)/\(name)")
      }
    }
    let plan = try scratch.read("kasus/padan.yaml").replacing("\"16\"", with: "\"1604\"")
    try scratch.write(plan, to: "satu/padan.yaml")
    let run = try Binary.run(["periksa", scratch["satu"], "--tanggal", "2026-11-21"])
    #expect(run.status == 0, "\(run.err)")
    let alone = ProvinceCase.rows(try scratch.read("satu/hasil/2026-11-21/temuan.csv"))
    let together = try province.findings().filter { $0.kabupaten == "1604" }
    // Rules that weigh nothing and look at one row, one card or one area.
    for rule in [
      "di-bawah-umur", "tms-muncul-lagi", "cakupan-coklit-rendah", "kk-coklit-tanpa-pemilih", "neraca-pemilih",
    ] {
      let ids = [alone, together].map { rows in
        // The whole of the one is a part of the other.
        Set(rows.filter { $0["aturan"] == rule && $0["kode_desa"] != "1604" }.map { $0["id"] ?? "" })
      }
      #expect(ids[0] == ids[1] && !ids[0].isEmpty, "\(rule)")
    }
  }
}
