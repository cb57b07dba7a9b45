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
    #expect(
      summary.contains(
        "Laporan posko: 12 laporan (belum terdata 3, salah penempatan TPS 3, TMS belum dihapus 3, lain-lain 3)."))
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
