import Foundation
import TestSupport
import Testing

/// Who came to a desa that has a name and no code: counted, asked for and visited there, not where he came from.
@Suite struct ArrivalTests {
  private static let header = "nik,nama,tanggal_lahir,jenis_kelamin,kecamatan,desa,tps,keterangan\n"

  private static func voters(_ area: String, _ first: Int) -> String {
    (first..<(first + 30)).map { number in
      let day = 10 + number % 18
      return
        "160205\(day)017500\(10 + number),\(["AGUS", "BUDI", "WAYAN"][number % 3]) NOMOR\(number),1975-01-\(day),L,\(area),1,\n"
    }.joined()
  }

  private static func examined(wilayah: String, kabupaten: (String, String)) throws -> RunFiles {
    try RunFiles.written([
      "padan.yaml": "wilayah: \"\(wilayah)\"\npemilihan: { tanggal_acuan: 2026-11-21 }\n",
      "daftar-pemilih\(kabupaten.0)/a.csv": header + voters("KAYU AGUNG,SUKAJADI", 0),
      "daftar-pemilih\(kabupaten.1)/b.csv": header + voters("JEJAWI,LINGKIS", 40),
      "pindah/p.csv":
        "nik,nama,tanggal_lahir,jenis_kelamin,kabupaten,kecamatan,desa,tujuan,sumber\n"
        + "1602051407700004,BURHANUDDIN,1970-07-14,L,\(kabupaten.0.dropFirst()),KAYU AGUNG,SUKAJADI,\"LINGKIS, JEJAWI\",SKPWNI\n",
    ])
  }

  /// The workbooks of a part of the run folder that tell of a finding.
  private static func books(_ files: RunFiles, _ part: String, with id: String) throws -> [String] {
    try files.scratch.names("kasus/hasil/2026-11-21/" + part).filter { $0.hasSuffix(".xlsx") }
      .filter { try ProvinceCase.sheets(files.folder + "/hasil/2026-11-21/" + part + "/" + $0).contains(id) }
  }

  @Test func inAKabupatenTheNewDesaIsMeant() throws {
    let files = try Self.examined(wilayah: "1602", kabupaten: ("", ""))
    let run = try files.examine()
    #expect(run.status == 0, "\(run.err)")
    let arrival = try #require(
      ProvinceCase.rows(try files.text("temuan.csv")).first { $0["aturan"] == "pindah-masuk-belum" })
    #expect((arrival["kecamatan"], arrival["desa"], arrival["tps"]) == ("JEJAWI", "LINGKIS", ""))
    let folder = files.folder + "/hasil/2026-11-21"
    let letters = try Binary.run(["surat", folder, "--per-kecamatan", "--konsep"])
    #expect(letters.status == 0, "\(letters.err)")
    let id = arrival["id"] ?? "-"
    let annexes = try Self.books(files, "lampiran", with: id).filter { $0.contains("ppk") }
    #expect(annexes.count == 1 && annexes[0].contains("jejawi"), "\(annexes)")
    let sheets = try Binary.run(["lembar", folder])
    #expect(sheets.status == 0, "\(sheets.err)")
    #expect(try Self.books(files, "lembar", with: id) == ["lingkis.xlsx"])
  }

  @Test func inAProvinceTheNewOfficeIsAsked() throws {
    let files = try Self.examined(wilayah: "16", kabupaten: ("/Kab. Ogan Komering Ilir", "/Kab. Lahat"))
    let run = try files.examine()
    #expect(run.status == 0, "\(run.err)")
    let letters = try Binary.run(["surat", files.folder + "/hasil/2026-11-21", "--per-kabupaten", "--konsep"])
    #expect(letters.status == 0, "\(letters.err)")
    let arrival = try #require(
      ProvinceCase.rows(try files.text("temuan.csv")).first { $0["aturan"] == "pindah-masuk-belum" })
    let annexes = try Self.books(files, "lampiran", with: arrival["id"] ?? "-")
    #expect(annexes.count == 1 && annexes[0].contains("lahat"), "\(annexes)")
  }
}
