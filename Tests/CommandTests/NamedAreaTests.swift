import Documents
import Foundation
import TestSupport
import Testing

/// Rolls that name their desa and give no code: the plan says where the case lies.
@Suite struct NamedAreaTests {
  @Test(arguments: [
    ("1101", "KIP", "Ketua Panwaslih Aceh"), ("1602", "KPU", "Ketua Bawaslu Provinsi Sumatera Selatan"),
  ])
  func thePlanTellsTheProvince(_ code: String, _ commission: String, _ copy: String) throws {
    let voters = (10..<40).map { number in
      "\(code)05\(number % 18 + 10)01750\(number)01,WARGA\(["AN", "UN", "IN"][number % 3]),1975-01-\(number % 18 + 10),L,SATU,DUA,1\n"
    }.joined()
    let files = try RunFiles.written([
      "padan.yaml": "wilayah: \"\(code)\"\npemilihan: { tanggal_acuan: 2026-11-21 }\n",
      "daftar-pemilih/a.csv": "nik,nama,tanggal_lahir,jenis_kelamin,kecamatan,desa,tps\n" + voters
        + "\(code)051407700004,BURHANUDDIN,1970-07-14,L,SATU,DUA,1\n",
      "kematian/k.csv":
        "nik,nama,tanggal_lahir,tanggal_meninggal,sumber\n\(code)051407700004,BURHANUDDIN,1970-07-14,2026-01-02,akta\n",
    ])
    let run = try files.examine()
    #expect(run.status == 0, "\(run.err)")
    let whole = try #require(ProvinceCase.rows(try files.text("wilayah.csv")).first { $0["tingkat"] == "kabupaten" })
    #expect(whole["kode"] == code)
    let letter = try Binary.run(["surat", files.folder + "/hasil/2026-11-21", "--konsep"])
    #expect(letter.status == 0, "\(letter.err)")
    let name = try #require(
      files.scratch.names("kasus/hasil/2026-11-21/surat").first { $0.hasSuffix(".docx") })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: files.folder + "/hasil/2026-11-21/surat/" + name))
    let text = try ZipReader(Array(bytes))["word/document.xml"]?.text ?? ""
    #expect(text.contains("Yth. Ketua \(commission)") && text.contains(copy))
  }
}
