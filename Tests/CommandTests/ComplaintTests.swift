import Documents
import Foundation
import TestSupport
import Testing

/// The role `laporan`: what people told the posko.
@Suite struct ComplaintTests {
  private static let roll = """
    NIK,NAMA,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,KODE_DESA,DESA,TPS
    1602054101800001,SITI AMINAH,01|01|1980,P,JL MERDEKA NO 2,001,002,1602052001,CELIKAH,001
    1602050303900003,BUDI SANTOSO,03|03|1990,L,DUSUN II,004,001,1602052001,CELIKAH,002

    """

  /// Twelve complaints, seven of them by one person, one without a name.
  private static var complaints: String {
    var text = "Nomor,Tanggal,Kelompok,Nama,Alamat,Isi,Pelapor\n"
    let clusters = ["Belum terdata", "Salah penempatan TPS", "TMS belum dihapus (meninggal)", "lain-lain"]
    for i in 0..<12 {
      let name = i == 3 ? "" : ["SITI AMINAH", "RAHMAT HIDAYAT", "DEWI \(i)"][i % 3]
      text +=
        "LP-\(i),2026-11-0\(i % 9 + 1),\(clusters[i % 4]),\(name),DUSUN II,=isi \(i),\(i < 7 ? "Sdr. ANDI" : "ORANG \(i)")\n"
    }
    return text
  }

  @Test func complaintsAreCountedAndSearched() throws {
    let files = try RunFiles.written(["daftar-pemilih/roll.csv": Self.roll, "laporan/posko.csv": Self.complaints])
    let result = try files.examine()
    #expect(result.status == 0, "\(result.err)")
    let summary = try files.text("ringkasan.json")
    #expect(try Self.recap(files).map(\.[1]) == [3, 3, 3, 3])
    #expect(
      result.out.contains(
        "Laporan posko: 12 laporan (belum terdata 3, salah penempatan TPS 3, TMS belum dihapus 3, lain-lain 3); "))
    #expect(
      summary.contains("7 dari 12 laporan posko datang dari satu pelapor, yang pertama di laporan/posko.csv baris 2"))
    #expect(!summary.contains("ANDI"), "who reported is not named")
    #expect(try !files.text("temuan.csv").contains("laporan/posko.csv"), "nothing is found on a complaint")
    let found = try Binary.run(["cari", files.folder, "amina siti"])
    #expect(found.status == 0)
    #expect(found.out.contains("laporan/posko.csv") && found.out.contains("Laporan LP-0; Belum terdata; =isi 0"))
    let address = try Binary.run(["cari", files.folder, "dusun ii", "--json"])
    #expect(try JSONValue(Array(address.out.utf8)).number("cocok") == 13)
  }

  /// A person is found by number, by name and desa, or by name and birth date; a struck row is no longer on the roll, and
  /// whoever is said to be missing may be in a finding.
  @Test func complaintsAreLookedForOnTheRollAndInFindings() throws {
    let files = try RunFiles.sample(voters: 600)
    let loop = LoopCase(files: files)
    try loop.examine("2026-11-20")
    let rows = try loop.rows("2026-11-20")
    let dead = try #require(rows.first { $0["aturan"] == "meninggal" && $0["keyakinan"] == "pasti" })
    let missing = try #require(rows.first { $0["aturan"] == "belum-terdaftar" })
    let turned = (missing["nama"] ?? "").split(separator: " ").reversed().joined(separator: " ").lowercased()
    let (name, desa) = (dead["nama"] ?? "", dead["kode_desa"] ?? "")
    try files.scratch.write(
      """
      Nomor;Kelompok;Nama;Tanggal lahir;Kode desa;Isi;Pelapor
      1;TMS belum dihapus;\(name);;\(desa);;A
      2;TMS belum dihapus;\(name);1901-01-01;\(desa);;B
      3;TMS belum dihapus;\(name);;;;C
      4;TMS belum dihapus;\(name);\(dead["tanggal_lahir"] ?? "");;;D
      5;belum terdata;\(turned);;\(missing["kode_desa"] ?? "");;E
      6;belum terdata;ORANG YANG TIDAK ADA;;\(desa);;F
      7;lain-lain;;;;jalan rusak;G

      """, to: "kasus/laporan/posko.csv")
    try loop.examine("2026-11-21")
    #expect(
      try Self.recap(files) == [[0, 2, 2, 0, 1], [2, 4, 3, 2, 2], [3, 1, 0, 0, 0]])
    #expect(try files.text("laporan.html").contains("<h3>Laporan posko</h3>"))
    let complaints = try loop.rows("2026-11-21", "laporan-posko.csv")
    #expect(complaints.map { $0["dapat_dicari"] } == ["ya", "ya", "tidak", "ya", "ya", "ya", "tidak"])
    let (found, voter) = (dead["id"] ?? "", "\(dead["berkas"] ?? "") baris \(dead["baris"] ?? "")")
    for (complaint, isAbout) in zip(complaints, [true, false, false, true, false, false, false]) {
      #expect(complaint["temuan"]?.contains(found) == isAbout, "\(complaint["nomor"] ?? "")")
      #expect(complaint["pemilih"]?.contains(voter) == isAbout, "\(complaint["nomor"] ?? "")")
    }
    #expect(complaints[4]["temuan"]?.contains(missing["id"] ?? "") == true && complaints[4]["pemilih"]?.isEmpty == true)
  }

  /// Place of the cluster, complaints, those that can be looked for, on the roll, in findings.
  private static func recap(_ files: RunFiles) throws -> [[Int]] {
    let names = ["belum terdata", "salah penempatan TPS", "TMS belum dihapus", "lain-lain"]
    return try files.json("ringkasan.json").items("laporan_posko").map { line in
      [names.firstIndex(of: line.text("kelompok") ?? "") ?? -1]
        + ["laporan", "dapat_dicari", "di_daftar", "di_temuan"].map { Int(line.number($0) ?? -1) }
    }
  }

  @Test func aListWithoutNumbersIsRefused() throws {
    let files = try RunFiles.written([
      "daftar-pemilih/roll.csv": Self.roll, "laporan/posko.csv": "Nama,Alamat,Isi\nSITI,DUSUN II,tidak terdata\n",
    ])
    let result = try files.examine()
    #expect(result.status == 2)
    #expect(result.err.contains("laporan/posko.csv: kolom wajib nomor tidak ditemukan"), "\(result.err)")
  }

  @Test func thePoskosFileIsGuessed() throws {
    let scratch = try Scratch()
    try scratch.write(Self.roll, to: "masuk/dpb.csv")
    try scratch.write(Self.complaints, to: "masuk/aduan posko.csv")
    let result = try Binary.run(["mulai", scratch["masuk"]])
    #expect(result.status == 0, "\(result.err)")
    #expect(try scratch.read("masuk/padan.yaml").contains("peran: laporan"), "\(result.out)")
  }
}
