import Documents
import Foundation
import TestSupport
import Testing

/// Identity numbers that slipped into other columns: no output but the annex prints them whole.
@Suite struct PrintedNumberTests {
  private static let number = "1602056603990001"
  private static let header =
    "kode_desa,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,disabilitas,status_ktp_el,"
    + "keterangan,tps\n"

  private static func row(
    _ k: Int, name: String = "", address: String = "JL A", place: String = "X", disability: String = "",
    card: String = "S"
  ) -> String {
    "1602052001,16020501011000\(10 + k),16020510018000\(10 + k),\(name.isEmpty ? "WARGA KE \(k)" : name),\(place),"
      + "10-01-1980,S,L,\(address),001,001,\(disability),\(card),,001\n"
  }

  private static func files() throws -> RunFiles {
    let (n, plain) = (number, (0..<60).map { row($0) }.joined())
    let odd =
      row(60, name: "BUDI SANTOSO \(n)") + row(61, name: "AGUS SALIM", address: "JL B NIK \(n)")
      + row(62, name: "CITRA DEWI", disability: n) + row(63, name: "RATNA SARI", card: n)
      + row(64, name: "UMAR HASAN", place: "KAYU \(n)")
    let dead = [60, 61].map {
      "16020510018000\(10 + $0),\($0 == 60 ? "BUDI SANTOSO" : "AGUS SALIM"),10-01-1980,01-05-2026\n"
    }
    return try RunFiles.written([
      "padan.yaml": "wilayah: \"1602\"\npemilihan: { tanggal_acuan: 2026-11-21 }\n",
      "daftar-pemilih/a.csv": header + plain + odd,
      "kematian/k.csv": "nik,nama,tanggal_lahir,tanggal_meninggal\n" + dead.joined(),
      "laporan/l.csv": "nomor,tanggal,kelompok,nama,alamat,isi,pelapor\n"
        + "\(n),2026-11-01,TMS,BUDI SANTOSO,JL A,NIK \(n),A\n2026110100000017,2026-11-01,TMS,AGUS SALIM,JL B,B,C\n",
    ])
  }

  @Test(arguments: [[], ["--semua-di-temuan", "--jsonl"]])
  func noOutputPrintsThem(_ more: [String]) throws {
    let files = try Self.files()
    let run = files.folder + "/hasil/2026-11-21"
    try #require(try files.examine(more).status == 0)
    for words in [["lembar", run], ["sampel", run, "--ukuran", "60"]] {
      let result = try Binary.run(words)
      #expect(result.status == 0, "\(result.err)")
    }
    for folder in [run, run + "/lembar", run + "/sampel"] {
      for (name, bytes) in try RunFiles.contents(of: folder) {
        #expect(!(try Self.texts(name, bytes).contains { $0.contains(Self.number) }), "\(name)")
      }
    }
    #expect(try files.text("temuan.csv").contains("BUDI SANTOSO 160205******0001"))
    let complaints = try files.text("laporan-posko.csv")
    #expect(complaints.contains("160205******0001") && complaints.contains("2026110100000017"))
    let notes = try files.text(more.isEmpty ? "catatan-data.csv" : "temuan.csv")
    #expect(notes.contains("disabilitas «160205******0001»") && notes.contains("status_ktp_el «160205******0001»"))
  }

  /// `cari` masks them too, and finds the finding of a person whose name bears one.
  @Test func theSearchMasksThem() throws {
    let files = try Self.files()
    try #require(try files.examine().status == 0)
    for more in [[], ["--json"]] {
      for words in [["budi santoso"], ["jl b"]] {
        let result = try Binary.run(["cari", files.folder] + words + more)
        #expect(result.status == 0 && !result.out.contains(Self.number), "\(result.out)")
      }
    }
    let found = try Binary.run(["cari", files.folder, "budi santoso"]).out
    #expect(found.contains("BUDI SANTOSO 160205******0001") && found.contains("meninggal"), "\(found)")
  }

  /// What a file says, one text for each sheet of a workbook.
  private static func texts(_ name: String, _ bytes: Data) throws -> [String] {
    guard name.hasSuffix(".xlsx") else { return [String(decoding: bytes, as: UTF8.self)] }
    let zip = try ZipReader(Array(bytes))
    let parts = ["xl/sharedStrings.xml"] + (1...20).map { "xl/worksheets/sheet\($0).xml" }
    return parts.compactMap { zip[$0]?.text }
  }
}
