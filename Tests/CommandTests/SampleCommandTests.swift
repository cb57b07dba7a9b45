import Documents
import Foundation
import TestSupport
import Testing

/// `padan sampel`: drawn twice, filled in by other programs, scored.
@Suite struct SampleCommandTests {
  private func drawn(_ files: RunFiles, _ arguments: [String]) throws -> [String: Data] {
    let run = files.folder + "/hasil/2026-11-21"
    let result = try Binary.run(["sampel", run] + arguments)
    try #require(result.status == 0, "\(result.err)")
    return try RunFiles.contents(of: run + "/sampel")
  }

  private func forget(_ files: RunFiles) throws {
    try FileManager.default.removeItem(atPath: files.folder + "/hasil/2026-11-21/sampel")
  }

  private func sample(_ files: [String: Data]) throws -> JSONValue {
    try JSONValue(Array(try #require(files["sampel.json"])))
  }

  private func ids(_ sample: JSONValue) -> [String] {
    sample.items("arah").flatMap { $0.items("baris").compactMap { $0.text("id") } }
  }

  @Test func aSeedDrawsTheSameAgain() throws {
    let files = try RunFiles.sample(voters: 1500, seed: 1602)
    _ = try files.examine()
    let first = try drawn(files, ["--ukuran", "80"])
    let seed = try #require(try sample(first).text("benih"))
    try forget(files)
    #expect(try drawn(files, ["--size", "80", "--benih", seed, "--utas", "1"]) == first)
    try forget(files)
    #expect(ids(try sample(drawn(files, ["--ukuran", "80", "--benih", "lain"]))) != ids(try sample(first)))
    for direction in try sample(first).items("arah") {
      #expect(direction.items("baris").count == 80)
      for list in ["kelas", "strata"] {
        #expect(direction.items(list).reduce(0) { $0 + ($1.number("contoh") ?? 0) } == 80)
      }
    }
    let manifest = try files.json("manifest.json")
    #expect(try sample(first).items("masukan").starts(with: manifest.items("masukan")))
    let again = try Binary.run(["sampel", files.folder + "/hasil/2026-11-21", "--ukuran", "80"])
    #expect(again.status == 2 && again.err.contains("sudah ada"))
  }

  /// Rows in another order are the same rows: the same people are drawn.
  @Test func theOrderOfRowsMeansNothing() throws {
    let files = try RunFiles.sample(voters: 1500, seed: 1602)
    _ = try files.examine()
    let first = try drawn(files, ["--ukuran", "60", "--benih", "x"])
    for role in ["daftar-pemilih", "penduduk"] {
      for name in files.scratch.names("kasus/" + role) {
        let lines = try files.scratch.read("kasus/\(role)/\(name)").split(
          separator: "\n", omittingEmptySubsequences: true)
        let text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
        try files.scratch.write(text, to: "kasus/\(role)/\(name)")
      }
    }
    try FileManager.default.removeItem(atPath: files.folder + "/hasil")
    _ = try files.examine()
    let second = try drawn(files, ["--ukuran", "60", "--benih", "x"])
    #expect(ids(try sample(first)).sorted() == ids(try sample(second)).sorted())
  }

  @Test func wrongUseIsSaid() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    for arguments in [
      [], ["--ukuran", "5", "--galat", "3%"], ["--galat", "0%"], ["--galat", "3"], ["--ukuran", "0"],
      ["--ukuran", "9", "--arah", "ke-atas"], ["--ukuran", "9", "--nilai", "a.csv"],
    ] { #expect(try Binary.run(["sampel", run] + arguments).status == 64, "\(arguments)") }
    let few = try Binary.run(["sampel", run, "--ukuran", "1"])
    #expect(few.status == 2 && few.err.contains("--ukuran 1 terlalu kecil"), "\(few.err)")
    let none = try Binary.run(["sampel", run, "--nilai", "a.csv"])
    #expect(none.status == 2 && none.err.contains("tarik contoh dahulu"), "\(none.err)")
    #expect(!files.scratch.names("kasus/hasil/2026-11-21").contains("sampel"))
  }

  @Test func returnedSheetsAreScoredBesideEachOther() throws {
    let files = try RunFiles.sample(voters: 1500, seed: 1602)
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    let names = ids(try sample(drawn(files, ["--ukuran", "70"])))
    let rows = names.enumerated().map { "\($1),\($0 % 10 == 0 ? "tidak benar" : "benar")" }
    try files.scratch.write(
      (["ID temuan,Hasil verifikasi"] + rows + ["XXXXXXXXXXXX,benar"]).joined(separator: "\n"), to: "isi.csv")
    let result = try Binary.run(["sampel", run, "--nilai", files.scratch["isi.csv"], "--json"])
    #expect(result.status == 0, "\(result.err)")
    let told = try JSONValue(Array(result.out.utf8))
    #expect(told.number("diterima") == 140 && told.number("ditolak") == 1)
    let score = try files.json("sampel/nilai.json")
    #expect(score.items("baris_ditolak").first?.text("alasan")?.contains("tidak ada di contoh") == true)
    for whole in score.items("arah") {
      #expect(whole.number("contoh") == 70)
      let (low, share, high) = (whole.number("batas_bawah"), whole.number("bagian_keliru"), whole.number("batas_atas"))
      #expect((low ?? 1) <= (share ?? 0) && (share ?? 1) <= (high ?? 0) && high != 1)
    }
    #expect(try Binary.run(["sampel", run, "--nilai", files.scratch["isi.csv"]]).out.contains("selang 95%"))
    #expect(files.scratch.names("kasus/hasil/2026-11-21/sampel").filter { $0.hasPrefix("nilai") }.count == 2)
    #expect(!files.scratch.names("kasus/hasil/2026-11-21/sampel").contains { $0.hasPrefix(".") })
  }

  /// Filled in through openpyxl, saved again by LibreOffice as XLSX and as ODS: all three say the same.
  @Test(
    .enabled(if: OtherPrograms.hasOpenpyxl && OtherPrograms.office != nil, "openpyxl or LibreOffice is not installed"))
  func sheetsComeBackFromOtherPrograms() throws {
    let files = try RunFiles.sample(voters: 1500, seed: 1602)
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    _ = try drawn(files, ["--ukuran", "70", "--arah", "daftar-ke-orang"])
    let filled = try OtherPrograms.python(
      Self.fill, [run + "/sampel/daftar-ke-orang.xlsx", files.scratch["isi.xlsx"]])
    #expect(filled.status == 0, "\(filled.err)")
    try OtherPrograms.convert(files.scratch["isi.xlsx"], to: "ods", in: files.scratch.path)
    try FileManager.default.createDirectory(atPath: files.scratch["lagi"], withIntermediateDirectories: true)
    try OtherPrograms.convert(files.scratch["isi.ods"], to: "xlsx", in: files.scratch["lagi"])
    try OtherPrograms.convert(files.scratch["isi.xlsx"], to: "pdf", in: files.scratch.path)
    #expect(files.scratch.names().contains("isi.pdf"))
    let told = try ["isi.xlsx", "isi.ods", "lagi/isi.xlsx"].map { name in
      let result = try Binary.run(["sampel", run, "--nilai", files.scratch[name], "--json"])
      #expect(result.status == 0, "\(name): \(result.err)")
      return try JSONValue(Array(result.out.utf8))
    }
    #expect(told[0].number("diterima") == 60 && told[0].number("belum_diisi") == 10)
    for other in told.dropFirst() {
      #expect(other["arah"] == told[0]["arah"] && other["aturan"] == told[0]["aturan"])
      #expect(other.number("ditolak") == 0)
    }
  }

  /// Every seventh row stays blank.
  private static let fill = """
    import openpyxl, sys
    book = openpyxl.load_workbook(sys.argv[1])
    n = 0
    for sheet in book:
        header = next(r for r in sheet.iter_rows() if r[0].value == 'No')
        column = [c.value for c in header].index('Hasil verifikasi')
        for r in sheet.iter_rows(min_row=header[0].row + 1):
            if r[0].value is None: continue
            n += 1
            if n % 7: r[column].value = ['benar', 'tidak benar', 'tidak ditemukan', 'benar', 'benar'][n % 5]
    book.save(sys.argv[2])
    """
}
