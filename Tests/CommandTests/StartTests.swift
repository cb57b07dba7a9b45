import Documents
import Foundation
import TestSupport
import Testing

/// `padan mulai` on folders of files that nobody named.
@Suite struct StartTests {
  @Test func everyLayoutIsKnown() throws {
    let scratch = try Scratch()
    for file in OfficeFolder.files { try scratch.write(file.text, to: "kasus/" + file.name) }
    let result = try Binary.run(["mulai", "kasus", "--json"], in: scratch.path)
    #expect(result.status == 0, "\(result.err)")
    let json = try JSONValue(Array(result.out.utf8))
    #expect(json.text("wilayah") == "1602")
    let guesses = json.items("berkas")
    #expect(guesses.count == OfficeFolder.files.count)
    for file in OfficeFolder.files {
      let guess = guesses.first { $0.text("berkas") == file.name }
      #expect(guess?.text("peran") == file.role, "\(file.name) \(guess?.text("masalah") ?? "")")
      let fields = (guess?.items("kolom") ?? []).compactMap { $0.text("bidang") }.filter { !$0.isEmpty }
      #expect(fields == file.fields, "\(file.name)")
    }
    let examined = try Binary.run(["periksa", "kasus", "--tanggal", "2026-11-21"], in: scratch.path)
    #expect(examined.status == 0, "\(examined.err)")
    #expect(!examined.out.contains("tidak dikenal"), "\(examined.out)")
    let summary = try JSONValue(Array(try scratch.read("kasus/hasil/2026-11-21/ringkasan.json").utf8))
    let files = summary.items("sumber")
    #expect(files.count == OfficeFolder.files.count)
    for file in files { #expect(file.number("baris_dikarantina") == 0, "\(file.text("berkas") ?? "")") }
  }

  @Test func nothingOfAnyoneIsShown() throws {
    let scratch = try Scratch()
    for file in OfficeFolder.files { try scratch.write(file.text, to: "kasus/" + file.name) }
    let result = try Binary.run(["mulai", scratch["kasus"]])
    let yaml = try scratch.read("kasus/padan.yaml")
    for text in [result.out, yaml] {
      for word in OfficeFolder.given + OfficeFolder.family { #expect(!text.contains(word), "\(word)") }
      #expect(text.firstRange(of: /[0-8][0-9]{15}/) == nil)
    }
  }

  @Test func aPlanIsNeverOverwritten() throws {
    let scratch = try Scratch()
    try scratch.write("nama,nik\nA,1\n", to: "kasus/dpt.csv")
    try scratch.write("wilayah: \"1602\"\n", to: "kasus/padan.yaml")
    let result = try Binary.run(["init", scratch["kasus"]])
    #expect(result.status == 2)
    #expect(result.err.contains("sudah ada dan tidak ditimpa"))
    #expect(result.err.split(separator: "\n").count == 1 && result.out.isEmpty)
    #expect(try scratch.read("kasus/padan.yaml") == "wilayah: \"1602\"\n")
  }

  @Test(arguments: [(["tidak-ada"], "tidak ada."), (["kosong"], "tidak berisi berkas"), (["satu.csv"], "bukan folder")])
  func whatIsNoFolderOfFiles(_ arguments: [String], _ says: String) throws {
    let scratch = try Scratch()
    try scratch.write("", to: "kosong/.tersembunyi")
    try scratch.write("nama\nA\n", to: "satu.csv")
    let result = try Binary.run(["mulai"] + arguments, in: scratch.path)
    #expect(result.status == 2)
    #expect(result.err.contains(says), "\(result.err)")
  }

  /// What cannot be guessed is said, and stands in the plan as comments; what can be is used.
  @Test func whatIsUnknownIsLeftOut() throws {
    let scratch = try Scratch()
    try scratch.write(RunFiles.roll(30), to: "kasus/x \"1\": [a].csv")
    try scratch.write("%PDF-1.7\n", to: "kasus/surat.pdf")
    try scratch.write("a,b\nx y,z\nq,r\n", to: "kasus/catatan.csv")
    let result = try Binary.run(["mulai", scratch["kasus"]])
    #expect(result.status == 0)
    #expect(result.out.contains("1 dari 3 berkas dikenali"), "\(result.out)")
    #expect(result.out.contains("surat.pdf: ternyata berkas PDF"))
    let yaml = try scratch.read("kasus/padan.yaml")
    #expect(yaml.contains("  # - berkas: \"catatan.csv\""))
    #expect(try Binary.run(["periksa", scratch["kasus"]]).status == 0)
  }

  /// Folders named as an office names them, and rolls of two months.
  @Test func foldersAndDatesDecide() throws {
    let scratch = try Scratch()
    try scratch.write(RunFiles.roll(40), to: "kasus/kiriman/20261101.csv")
    try scratch.write(
      RunFiles.roll(39, header: RunFiles.rollHeader.split(separator: ",").joined(separator: ";"), separator: ";"),
      to: "kasus/kiriman/20260801.csv")
    try scratch.write("nama,nik,tanggal\nSITI ROBI,,2026-01-02\n", to: "kasus/Data Kematian/a.csv")
    try scratch.write("nama,nik,tanggal\nSITI ROBI,,2026-01-02\n", to: "kasus/tni/b.csv")
    let result = try Binary.run(["mulai", scratch["kasus"], "--json"])
    let guesses = try JSONValue(Array(result.out.utf8)).items("berkas")
    #expect(
      guesses.map { "\($0.text("berkas") ?? "") \($0.text("peran") ?? "")" } == [
        "Data Kematian/a.csv kematian", "kiriman/20260801.csv daftar-sebelumnya", "kiriman/20261101.csv daftar-pemilih",
        "tni/b.csv tni",
      ])
    #expect(try Binary.run(["periksa", scratch["kasus"]]).status == 0)
  }

  /// One kecamatan sent twice: the rows of the newer are counted, and the report says so.
  @Test func aReissueIsCountedOnce() throws {
    let files = try RunFiles.written([
      "daftar-pemilih/kya.csv": RunFiles.roll(60),
      "daftar-pemilih/kya-2.csv": RunFiles.roll(
        58, header: RunFiles.rollHeader.split(separator: ",").joined(separator: ";"), separator: ";"),
    ])
    let result = try files.examine()
    #expect(result.status == 0, "\(result.err)")
    #expect(result.out.contains("58 pemilih; 58 baris dibaca = 58 dipakai + 0 dikarantina."), "\(result.out)")
    let notice = "daftar-pemilih/kya.csv: 96% orangnya ada juga di daftar-pemilih/kya-2.csv."
    #expect(result.out.contains(notice))
    #expect(try files.text("ringkasan.json").contains(notice))
    #expect(try files.text("laporan.html").contains("96% orangnya ada juga di"))
  }

  /// A link that leads out of the folder is named and not followed.
  @Test func linksOutAreNamed() throws {
    let scratch = try Scratch()
    try scratch.write(RunFiles.roll(30), to: "luar/dpt.csv")
    try scratch.write(RunFiles.roll(30), to: "kasus/pemilih.csv")
    try FileManager.default.createSymbolicLink(
      atPath: scratch["kasus/x.csv"], withDestinationPath: scratch["luar/dpt.csv"])
    let result = try Binary.run(["mulai", scratch["kasus"]])
    #expect(result.status == 0)
    #expect(result.out.contains("x.csv: tautan ke luar folder kasus"))
    #expect(result.out.contains("1 dari 2 berkas dikenali"))
  }

  /// The plan asks for what the stage has: quarters and patterns of names in the continuous update, coklit and the lock of
  /// Sidalih in an election. The last election's DPT tells nothing.
  @Test(arguments: [
    (["PDPB TW III.csv"], "pdpb", "menurut nama PDPB TW III.csv"),
    (["DPT Pilkada 2024.csv"], "pdpb", "tidak ada berkas yang hanya ada pada tahapan"),
    (["DPS Kayu Agung.csv"], "pemilu", "karena ada DPS Kayu Agung.csv"),
    (["KWK DPSHP.csv"], "pilkada", "karena ada KWK DPSHP.csv"),
  ])
  func thePlanFitsTheStage(_ names: [String], _ kind: String, _ reason: String) throws {
    let scratch = try Scratch()
    let roll = try #require(OfficeFolder.files.first { $0.role == "daftar-pemilih" })
    for name in names { try scratch.write(roll.text, to: "kasus/" + name) }
    let result = try Binary.run(["mulai", "kasus"], in: scratch.path)
    #expect(result.status == 0, "\(result.err)")
    let yaml = try scratch.read("kasus/padan.yaml")
    #expect(yaml.contains("\n  jenis: \(kind)   # pdpb, pemilu, atau pilkada; \(reason)"), "\(yaml)")
    #expect(yaml.contains("triwulan") == (kind == "pdpb") && yaml.contains("\"*TW*.xlsx\"") == (kind == "pdpb"))
    #expect(yaml.contains("# coklit:") == (kind != "pdpb") && yaml.contains("kunci_sidalih") == (kind != "pdpb"))
    // What is proposed in comments is a plan too.
    let filled = yaml.replacing("\n# jadwal:", with: "\njadwal:").replacing("\n# coklit:", with: "\ncoklit:")
      .replacing("\n#   ", with: "\n  ")
    try scratch.write(filled, to: "kasus/padan.yaml")
    let examined = try Binary.run(["periksa", "kasus", "--tanggal", "2026-11-21"], in: scratch.path)
    #expect(examined.status == 0, "\(examined.err)")
  }
}
