import Foundation
import TestSupport
import Testing

/// Areas of a province: names that several kabupaten share, and rows whose kabupaten is not known.
@Suite struct ProvinceAreaTests {
  private static let header = "nik,nkk,nama,tanggal_lahir,jenis_kelamin,rt,rw,tps"

  private static func voters(_ count: Int, from first: Int, _ area: String) -> String {
    (first..<(first + count)).map { number in
      let serial = String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
      let name = ["SITI", "AGUS", "WAYAN", "RINA", "BUDI"][number % 5] + " " + ["ROBI", "SARI", "DEWI"][number % 3]
      let day = 10 + number % 18
      return "160205\(day)0180\(serial),160205010112\(serial),\(name),\(day)-01-1980,L,1,1,1,\(area)\n"
    }.joined()
  }

  private static func counts(_ files: RunFiles) throws -> [String: String] {
    let areas = ProvinceCase.rows(try files.text("wilayah.csv"))
    return Dictionary(
      uniqueKeysWithValues: areas.filter { $0["tingkat"] != "tps" }
        .map {
          (
            "\($0["tingkat"] ?? "") \($0["kabupaten"] ?? "") \($0["kecamatan"] ?? "") \($0["desa"] ?? "")",
            $0["pemilih"] ?? ""
          )
        })
  }

  /// One desa in two kabupaten: by code in one file, by names in others, with the kabupaten in a column, in a folder, and in
  /// the plan.
  @Test func namesOfTwoKabupatenAreNeverMixed() throws {
    let files = try RunFiles.written([
      "padan.yaml":
        "wilayah: \"16\"\nsumber:\n  - { berkas: daftar-pemilih/c.csv, wilayah: \"1607\" }\n",
      "daftar-pemilih/a.csv": Self.header + ",kode_desa,kecamatan,desa\n"
        + Self.voters(7, from: 1, "1602052001,KOTA BARU,SUKAJADI"),
      "daftar-pemilih/b.csv": Self.header + ",KABUPATEN/KOTA,KECAMATAN,DESA\n"
        + Self.voters(5, from: 100, "KAB. OGAN KOMERING ILIR,Kota Baru,Sukajadi")
        + Self.voters(4, from: 200, "Muara Enim,Kota Baru,Sukajadi")
        + Self.voters(2, from: 300, "1603,Kota Baru,Sukajadi"),
      "daftar-pemilih/c.csv": Self.header + ",KECAMATAN,DESA\n" + Self.voters(3, from: 400, "Kota Baru,Sukajadi"),
      "daftar-pemilih/Kab. Lahat/kota-baru.csv": Self.header + ",KECAMATAN,DESA\n"
        + Self.voters(9, from: 500, "Kota Baru,Sukajadi"),
    ])
    let run = try files.examine()
    #expect(run.status == 0, "\(run.err)")
    let counts = try Self.counts(files)
    #expect(counts["provinsi Provinsi Sumatera Selatan  "] == "30")
    for (name, voters) in [("Ogan Komering Ilir", "12"), ("Muara Enim", "6"), ("Banyuasin", "3"), ("Lahat", "9")] {
      #expect(counts["kabupaten Kabupaten \(name)  "] == voters, "\(name): \(counts)")
      #expect(counts["kecamatan Kabupaten \(name) KOTA BARU "] == voters, "\(name): \(counts)")
      #expect(counts["desa Kabupaten \(name) KOTA BARU SUKAJADI"] == voters, "\(name): \(counts)")
    }
  }

  /// A row that names no kabupaten of the province is told with file, line and what to do, and counts for none.
  @Test func rowsOfNoKabupatenAreQuarantined() throws {
    let files = try RunFiles.written([
      "padan.yaml": "wilayah: \"16\"\nkarantina_maks: 0.5\n",
      "daftar-pemilih/a.csv": Self.header + ",kode_desa,kecamatan,desa\n"
        + Self.voters(20, from: 1, "1602052001,KOTA BARU,SUKAJADI") + Self.voters(20, from: 50, "1671012001,ILIR,ULU")
        + Self.voters(1, from: 100, "1699012001,ILIR,ULU") + Self.voters(1, from: 101, "3201012001,ILIR,ULU")
        + Self.voters(1, from: 102, ",KOTA BARU,SUKAJADI"),
      "daftar-pemilih/b.csv": Self.header + ",kabupaten,kecamatan,desa\n"
        + Self.voters(20, from: 200, "Palembang,Ilir,Ulu") + Self.voters(1, from: 250, "Bogor,Ilir,Ulu"),
    ])
    let run = try files.examine()
    #expect(run.status == 0, "\(run.err)")
    let rows = ProvinceCase.rows(try files.text("karantina.csv"))
    #expect(
      rows.map { [$0["berkas"], $0["baris"], $0["bidang"]] } == [
        ["daftar-pemilih/a.csv", "42", "kode_desa"], ["daftar-pemilih/a.csv", "43", "kode_desa"],
        ["daftar-pemilih/a.csv", "44", "kabupaten"], ["daftar-pemilih/b.csv", "22", "kabupaten"],
      ])
    let reasons = rows.map { $0["alasan"] ?? "" }
    #expect(reasons[0].contains("tidak dikenal di provinsi ini") && rows[0]["nilai"] == "1699")
    #expect(reasons[1].contains("di luar provinsi") && rows[1]["nilai"] == "3201")
    #expect(reasons[2].contains("tidak tertulis") && reasons[2].contains("'wilayah'"))
    #expect(try Self.counts(files)["provinsi Provinsi Sumatera Selatan  "] == "60")
    // A kabupaten that is younger than the program is one that the plan names.
    try files.scratch.write(
      "wilayah: \"16\"\nkarantina_maks: 0.5\nsumber:\n  - { berkas: daftar-pemilih/a.csv, wilayah: \"1699\" }\n",
      to: "kasus/padan.yaml")
    #expect(try Binary.run(["periksa", files.folder, "--tanggal", "2026-11-22"]).status == 0)
    let later = ProvinceCase.rows(try files.text("karantina.csv", run: "2026-11-22"))
    #expect(!later.contains { $0["nilai"] == "1699" })
  }

  @Test func aProvinceIsGuessedAndMadeUpTheSameWayTwice() throws {
    let scratch = try Scratch()
    for folder in ["a", "b"] {
      let made = try Binary.run([
        "contoh", scratch[folder], "--provinsi", "16", "--jumlah-kabupaten", "3", "--pemilih", "600", "--benih", "5",
      ])
      #expect(made.status == 0, "\(made.err)")
    }
    #expect(try RunFiles.contents(of: scratch["a"]) == RunFiles.contents(of: scratch["b"]))
    #expect(scratch.names("a/daftar-pemilih") == ["1601", "1602", "1603"])
    for code in scratch.names("a/daftar-pemilih") {
      let folders = ["a", "b"].map { scratch["\($0)/daftar-pemilih/\(code)"] }
      #expect(try RunFiles.contents(of: folders[0]) == RunFiles.contents(of: folders[1]))
    }
    try FileManager.default.removeItem(atPath: scratch["a/padan.yaml"])
    #expect(try Binary.run(["mulai", scratch["a"]]).status == 0)
    #expect(try scratch.read("a/padan.yaml").contains("wilayah: \"16\""))
    for wrong in [["--provinsi", "20"], ["--provinsi", "16", "--jumlah-kabupaten", "1"]] {
      #expect(try Binary.run(["contoh", scratch["c"]] + wrong).status == 64)
    }
    // A name that two kabupaten share is asked for by its code.
    #expect(try Binary.run(["periksa", scratch["b"], "--tanggal", "2026-11-21"]).status == 0)
    let sheets = try Binary.run(["lembar", scratch["b"] + "/hasil/2026-11-21", "--kecamatan", "Pedamaran"])
    #expect(sheets.status == 2 && sheets.err.contains("160103 (Kabupaten Ogan Komering Ulu)"), "\(sheets.err)")
  }

  /// Too many rows of no kabupaten stop the run with the file's name.
  @Test func aFileOfNoKabupatenStopsTheRun() throws {
    let files = try RunFiles.written([
      "padan.yaml": "wilayah: \"16\"\n",
      "daftar-pemilih/a.csv": Self.header + ",kecamatan,desa\n" + Self.voters(20, from: 1, "KOTA BARU,SUKAJADI"),
    ])
    let run = try files.examine()
    #expect(run.status == 2)
    #expect(
      run.err.contains("daftar-pemilih/a.csv: 20 dari 20 baris") && run.err.contains("kabupaten tidak tertulis"))
  }

  /// The record file of a province parts its rows by kabupaten, and a join finds them beside others.
  @Test func theRecordFileOfAProvinceIsParted() throws {
    let province = try ProvinceCase(voters: 1500)
    let scratch = province.files.scratch
    try scratch.write(Array("kunci sidik untuk uji: tiga puluh dua bait atau lebih".utf8), to: "kunci")
    #expect(
      try Binary.run(["contoh", scratch["lain"], "--pemilih", "400", "--kabupaten", "1801", "--bersih"]).status == 0)
    // One voter of 1603 stands on the roll of 1801 as well.
    let name = scratch.names("kasus/daftar-pemilih/1603")[0]
    let other = scratch.names("lain/daftar-pemilih")[0]
    var cells = try scratch.read("kasus/daftar-pemilih/1603/\(name)").split(separator: "\n")[3]
      .split(separator: ",", omittingEmptySubsequences: false)
    let home = try scratch.read("lain/daftar-pemilih/\(other)").split(separator: "\n")[1]
      .split(separator: ",", omittingEmptySubsequences: false)
    for place in [1, 2, 3] { cells[place] = home[place] }
    let path = "lain/daftar-pemilih/\(other)"
    try scratch.write(try scratch.read(path) + cells.joined(separator: ",") + "\n", to: path)
    for (folder, output) in [("kasus", "h-kasus"), ("lain", "h-lain")] {
      let run = try Binary.run([
        "periksa", scratch[folder], "--sidik", "--kunci", scratch["kunci"], "--keluaran", scratch[output], "--tanggal",
        "2026-11-21",
      ])
      #expect(run.status == 0, "\(run.err)")
    }
    let joined = try Binary.run([
      "gabung", scratch["h-kasus"], scratch["h-lain"], "--kunci", scratch["kunci"], "--memori", "512MiB", "--keluaran",
      scratch["gabungan"],
    ])
    #expect(joined.status == 0, "\(joined.err)")
    #expect(
      scratch.names("gabungan").filter { $0.hasPrefix("ganda-luar") }
        == (ProvinceCase.codes + ["1801"]).map { "ganda-luar-\($0).csv" })
    let list = ProvinceCase.rows(try scratch.read("gabungan/ganda-luar-1603.csv")).filter {
      $0["kabupaten_luar"] == "1801"
    }
    #expect(list.count == 1 && list[0]["berkas"] == "daftar-pemilih/1603/\(name)")
    // Taken back into the case, it stands beside what the province finds by itself.
    for code in ProvinceCase.codes {
      let file = "ganda-luar-\(code).csv"
      try scratch.write(try scratch.read("gabungan/\(file)"), to: "kasus/ganda-luar/\(file)")
    }
    #expect(try Binary.run(["periksa", scratch["kasus"], "--tanggal", "2026-11-22"]).status == 0)
    func across(_ text: String) -> [[String: String]] {
      ProvinceCase.rows(text).filter { $0["aturan"] == "ganda-antar-kabupaten" && $0["keyakinan"] != "kembar" }
    }
    let before = across(try scratch.read("h-kasus/temuan.csv"))
    let after = across(try province.files.text("temuan.csv", run: "2026-11-22"))
    #expect(
      after.count == before.count + 1
        && after.filter { $0["bukti"]?.contains("(1801)") == true || $0["bukti"]?.contains("1801") == true }.count == 1)
  }
}
