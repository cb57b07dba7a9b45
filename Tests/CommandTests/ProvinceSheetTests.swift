import Documents
import Foundation
import TestSupport
import Testing

/// Sheets and samples of a province say the kabupaten: two desa of one name and kecamatan lie in two of them, without codes.
@Suite struct ProvinceSheetTests {
  private static func voters(_ kabupaten: Int) -> String {
    let rows = (10..<50).map { i in
      "160\(kabupaten)01\(10 + i % 18)017500\(i),160\(kabupaten)01010112\(1000 + i),"
        + "\(["SITI", "AGUS", "WAYAN"][i % 3]) \(["SARI", "DEWI"][i % 2])\(kabupaten)\(i),1975-01-\(10 + i % 18),L,1,1,1"
    }
    let twice = "1601011203850001,1601010101120901,HENDRA LESMANA,1985-03-12,L,1,1,2"
    return
      (["nik,nkk,nama,tanggal_lahir,jenis_kelamin,rt,rw,tps,kecamatan,desa"]
      + (rows + [twice]).map { $0 + ",SUKAMAJU,MEKAR SARI" }).joined(separator: "\n") + "\n"
  }

  @Test func theKabupatenIsSaid() throws {
    let files = try RunFiles.written([
      "padan.yaml": "wilayah: \"16\"\n",
      "daftar-pemilih/1601/a.csv": Self.voters(1), "daftar-pemilih/1602/b.csv": Self.voters(2),
      "rekap/r.csv": "kabupaten,kecamatan,desa,jumlah\nOGAN KOMERING ULU,SUKAMAJU,MEKAR SARI,50\n"
        + "OGAN KOMERING ILIR,SUKAMAJU,MEKAR SARI,51\n",
    ])
    #expect(try files.examine().status == 0)
    let run = files.folder + "/hasil/2026-11-21"
    let findings = ProvinceCase.rows(try files.text("temuan.csv"))
    let counts = findings.filter { $0["aturan"] == "rekap-tidak-sama" }.map { $0["penjelasan"] ?? "" }.sorted()
    #expect(counts.count == 2)
    #expect(counts.contains { $0.hasSuffix("; di Kabupaten Ogan Komering Ulu (1601)") })
    #expect(counts.contains { $0.hasSuffix("; di Kabupaten Ogan Komering Ilir (1602)") })

    let sheets = try Binary.run(["lembar", run])
    #expect(sheets.status == 0, "\(sheets.err)")
    let names = ["1601-ogan-komering-ulu-mekar-sari.xlsx", "1602-ogan-komering-ilir-mekar-sari.xlsx"]
    #expect(files.scratch.names("kasus/hasil/2026-11-21/lembar").filter { $0.hasSuffix("xlsx") } == names)
    let (own, other) = ("Kabupaten Ogan Komering Ulu", "Kabupaten Ogan Komering Ilir")
    let sheet = try ProvinceCase.sheets(run + "/lembar/" + names[0])
    #expect(sheet.contains("Desa/Kelurahan MEKAR SARI, Kecamatan SUKAMAJU, \(own)"))
    // The pair is known by what the sheet says of the other row, for it has no number.
    #expect(sheet.contains("desa MEKAR SARI, kecamatan SUKAMAJU, \(other)"))
    #expect(sheet.contains("desa dan TPS, yang disebut") && !sheet.contains("nomor pasangannya"))

    let sample = try Binary.run(["sampel", run, "--ukuran", "20", "--arah", "daftar-ke-orang"])
    #expect(sample.status == 0, "\(sample.err)")
    let book = run + "/sampel/daftar-ke-orang.xlsx"
    let parts = try ZipReader(Array(try Data(contentsOf: URL(fileURLWithPath: book))))
    let tabs = parts["xl/workbook.xml"]?.text ?? ""
    #expect(tabs.contains("\"1601 SUKAMAJU\"") && tabs.contains("\"1602 SUKAMAJU\""), "\(tabs)")
    let text = try ProvinceCase.sheets(book)
    for kabupaten in [own, other] { #expect(text.contains("Kecamatan SUKAMAJU, \(kabupaten)")) }
  }
}
