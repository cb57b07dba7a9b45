import Documents
import Foundation
import TestSupport
import Testing

/// Registers that cannot be written to, or that lost lines: nothing is sent by them.
@Suite struct RegisterLossTests {
  /// The program as somebody who may not do everything.
  private static func run(asNobody arguments: [String]) throws -> Binary.Result {
    let nobody = geteuid() == 0 ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] : []
    return try Binary.run(nobody + [Binary.path] + arguments, tool: "/usr/bin/env")
  }

  private static let mayTry =
    geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  /// A register that cannot be written to is found out before a letter is.
  @Test(.enabled(if: mayTry)) func noLetterIsWrittenWithoutItsLine() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    #expect(chmod(loop.files.scratch.path, 0o777) == 0)
    let opened = try Binary.run(["-R", "a+rwX", loop.folder], tool: "/bin/chmod")
    try #require(opened.status == 0)
    #expect(chmod(loop.folder + "/register.jsonl", 0o444) == 0)
    let before = try RunFiles.contents(of: loop.run("2026-11-21"))
    let told = try Self.run(asNobody: ["surat", loop.run("2026-11-21"), "--nomor", "26", "--tanggal", "2026-11-23"])
    #expect(told.status == 2)
    #expect(told.err.contains("register.jsonl tidak dapat dibuka: tidak ada izin"), "\(told.err)")
    #expect(!told.err.contains("Hapus"))
    #expect(try RunFiles.contents(of: loop.run("2026-11-21")) == before)
  }

  /// Several officers, or officers and a run, at one moment: nobody is told of a damage that is none.
  @Test func otherCommandsAtTheSameMomentAreNoLoss() async throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let run = loop.run("2026-11-21")
    let ids = Array(try loop.files.ids().prefix(32))
    try #require(ids.count == 32)
    for (number, id) in ids.enumerated() {
      try loop.files.scratch.write(LoopCase.decisions([id], "sah"), to: "d\(number).csv")
    }
    let decisions = ids.indices.map { ["putuskan", run, loop.files.scratch["d\($0).csv"], "--petugas", "ANI"] }
    let examinations = (0..<4).map { ["periksa", loop.folder, "--tanggal", "2026-11-2\(2 + $0)"] }
    for turn in 0..<8 {
      // More than there are processors: while one reads, others write.
      var together = Array(decisions[turn * 4..<turn * 4 + 4])
      if turn % 2 == 0 { together.append(examinations[turn / 2]) }
      try await withThrowingTaskGroup(of: Binary.Result.self) { group in
        for arguments in together { group.addTask { try Binary.run(arguments) } }
        for try await result in group { #expect(result.status == 0, "\(result.err)") }
      }
    }
    #expect(try loop.events().count { $0.text("jenis") == "keputusan" } == 32)
  }

  /// Runs of before tell that lines are gone: the run says so, and no letter is written from it.
  @Test(arguments: [false, true]) func lostLinesAreTold(_ isCut: Bool) throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let ids = Array(try loop.files.ids().prefix(2))
    try loop.decide("2026-11-21", LoopCase.decisions(ids, "tolak"))
    try loop.examine("2026-11-28")
    let whole = try loop.files.scratch.read("kasus/register.jsonl")
    if isCut {
      let lines = whole.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
      try loop.files.scratch.write(lines, to: "kasus/register.jsonl")
    } else {
      try FileManager.default.removeItem(atPath: loop.folder + "/register.jsonl")
    }
    let told = try Binary.run(["periksa", loop.folder, "--tanggal", "2026-12-05"])
    #expect(told.status == 2)
    let words = "register.jsonl bukan lagi yang dilihat hasil 2026-11-28 (3 baris, kini \(isCut ? 2 : 0))"
    #expect(told.err.contains(words), "\(told.err)")
    #expect(try loop.files.text("laporan.html", run: "2026-12-05").contains(words))
    let letter = try Binary.run(["surat", loop.run("2026-12-05"), "--konsep"])
    #expect(letter.status == 2 && letter.err.contains("bukan lagi register"), "\(letter.err)")
    // The copy is put back.
    try loop.files.scratch.write(whole, to: "kasus/register.jsonl")
    try loop.examine("2026-12-12")
    #expect(try loop.byID("2026-12-12")[ids[0]] == nil)
  }

  /// The register is lost in the week of a letter: what lies in the run's own folder and beside it tells.
  @Test(arguments: ["saksi", "surat", "sebelah"]) func aWeekThatIsLostIsTold(_ witness: String) throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    try loop.decide("2026-11-21", LoopCase.decisions(try loop.files.ids().prefix(2), "tolak"))
    let run = loop.run("2026-11-21")
    try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
    if witness == "sebelah" { try loop.examine("2026-11-28") }
    let files = FileManager.default
    try files.removeItem(atPath: loop.folder + "/register.jsonl")
    if witness != "surat" {
      for name in ["surat", "lampiran"] { try files.removeItem(atPath: run + "/" + name) }
    }
    if witness != "saksi" { try files.removeItem(atPath: run + "/register.saksi") }
    let letter = try Binary.run(["surat", run, "--nomor", "26", "--tanggal", "2026-11-23", "--kelas", "tms"])
    #expect(letter.status == 2, "\(witness)")
    let words = [
      "saksi": "bukan lagi register yang dilihat pemeriksaan ini (4 baris, kini 0)",
      "surat": "tidak memuat surat/saran-perbaikan-kpu-tms yang tersimpan di hasil 2026-11-21",
      "sebelah": "bukan lagi register yang dilihat hasil 2026-11-28 (4 baris, kini 0)",
    ]
    #expect(letter.err.contains(words[witness] ?? "?"), "\(letter.err)")
    try loop.files.scratch.write("id,putusan\n", to: "k.csv")
    let decided = try Binary.run(["putuskan", run, loop.files.scratch["k.csv"], "--petugas", "A"])
    #expect(decided.status == 2 && decided.err.contains("kembalikan salinan cadangan"), "\(decided.err)")
    let examined = try Binary.run(["periksa", loop.folder, "--tanggal", "2026-12-05"])
    #expect(examined.status == 2 && examined.err.contains("register.jsonl"), "\(examined.err)")
  }

  /// Refused findings are told apart from those that are gone of themselves.
  @Test func runsAreComparedByWhatTheOfficeClosed() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let ids = Array(try loop.files.ids().prefix(3))
    try loop.decide("2026-11-21", LoopCase.decisions(ids, "tolak"))
    try loop.examine("2026-11-28")
    let told = try Binary.run(["banding", loop.run("2026-11-21"), loop.run("2026-11-28"), "--ketat"])
    #expect(told.status == 0, "\(told.out)")
    #expect(told.out.contains("3 temuan lain dari hasil lama sudah ditolak atau ditarik kantor"), "\(told.out)")
  }

  /// Whoever two rules say is missing is one person of the page's headline.
  @Test func missingPersonsAreCountedOnce() throws {
    let loop = try LoopCase.sample(voters: 1500)
    try loop.examine("2026-11-21")
    let rules: Set<String> = [
      "tms-terbantah", "senama-dicoret", "pindah-hilang", "ganda-dicoret-keduanya", "pindah-masuk-belum",
      "belum-terdaftar", "hilang-tanpa-kode",
    ]
    let missing = try loop.rows("2026-11-21").filter { rules.contains($0["aturan"] ?? "") }
    let persons = Set(missing.map { [$0["nama"] ?? "", $0["tanggal_lahir"] ?? ""] })
    try #require(persons.count < missing.count, "somebody is named twice")
    let page = try loop.files.text("laporan.html")
    let count = try #require(page.firstMatch(of: #/<b>([0-9.]+)</b><span>orang yang mungkin terlewat/#)?.output.1)
    // Names that are written in two ways on two lists are known by their number.
    let shown = try #require(Int(count.filter { $0 != "." }))
    #expect(shown <= persons.count && shown < missing.count, "\(shown) \(persons.count) \(missing.count)")
  }

  /// A run folder that was copied elsewhere has no case there: no verb writes to what stands where it would be.
  @Test func aCopiedRunFoundsNoRegister() throws {
    let loop = try LoopCase.sample(voters: 400)
    try loop.examine("2026-11-21")
    let scratch = loop.files.scratch
    try FileManager.default.createDirectory(atPath: scratch["Dokumen/Salinan"], withIntermediateDirectories: true)
    let copy = scratch["Dokumen/Salinan/2026-11-21"]
    try FileManager.default.copyItem(atPath: loop.run("2026-11-21"), toPath: copy)
    try scratch.write(LoopCase.decisions([try loop.files.ids()[0]], "sah"), to: "d.csv")
    for arguments in [
      ["putuskan", copy, scratch["d.csv"], "--petugas", "ANI"], ["surat", copy, "--konsep"], ["lembar", copy],
      ["sampel", copy, "--ukuran", "5", "--petugas", "ANI"], ["hapus", copy, "--petugas", "ANI"],
    ] {
      let told = try Binary.run(arguments)
      #expect(told.status == 2, "\(arguments[0])")
      let words = "/Dokumen bukan folder kasus dari hasil "
      #expect(told.err.contains(words) && told.err.split(separator: "\n").count == 1, "\(arguments[0]): \(told.err)")
    }
    #expect(scratch.names("Dokumen") == ["Salinan"])
    // In its case it may be written to, even when the lists are gone.
    for name in scratch.names("kasus") where name != "hasil" {
      try FileManager.default.removeItem(atPath: loop.folder + "/" + name)
    }
    try scratch.write("wilayah: \"1602\"\n", to: "kasus/padan.yaml")
    let saved = try Binary.run(["putuskan", loop.run("2026-11-21"), scratch["d.csv"], "--petugas", "ANI"])
    #expect(saved.status == 0, "\(saved.err)")
  }
}
