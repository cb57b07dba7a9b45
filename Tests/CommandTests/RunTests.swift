import Documents
import Foundation
import RollModel
import TestSupport
import Testing

/// One run, from a folder of files to a run folder.
@Suite struct RunTests {
  static let promised = [
    "catatan-data.csv", "catatan-wilayah.csv", "karantina.csv", "laporan.html", "manifest.json", "model.json",
    "neraca.csv", "pasangan.csv", "perbaikan.csv", "rincian.jsonl" + OwnFile.suffix, "ringkasan.json",
    "temuan.csv", "temuan.xlsx", "wilayah.csv",
  ]

  @Test func aRunFolderHoldsWhatIsPromised() throws {
    let files = try RunFiles.sample()
    let result = try files.examine()
    #expect(result.status == 0, "\(result.err)")
    #expect(result.err.isEmpty)
    #expect(result.out.contains("baris dibaca = "))
    #expect(try files.contents(run: "2026-11-21").keys.sorted() == Self.promised)
    for name in Self.promised {
      let path = files.folder + "/hasil/2026-11-21/" + name
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
    let header = try files.text("temuan.csv").split(separator: "\n").first.map(String.init)
    #expect(
      header
        == "id,aturan,kategori,kode_tms,keyakinan,bobot,peluang,derajat,kode_desa,kecamatan,desa,tps,rt,rw,nkk,nik,nama,"
        + "tanggal_lahir,berkas,baris,berkas_pembanding,baris_pembanding,bukti,tindakan,penjelasan")
  }

  /// What a register says of a finding has columns of its own, behind those of every run.
  @Test func aRegisterAddsItsColumns() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let first = try files.text("temuan.csv").split(separator: "\n").first.map(String.init)
    let letter = try Binary.run(["surat", files.folder + "/hasil/2026-11-21"])
    #expect(letter.status == 0, "\(letter.err)")
    let again = try Binary.run(["periksa", files.folder, "--tanggal", "2026-11-28"])
    #expect(again.status == 0, "\(again.err)")
    let text = try files.scratch.read("kasus/hasil/2026-11-28/temuan.csv")
    #expect(text.split(separator: "\n").first.map(String.init) == (first ?? "") + ",keputusan,surat")
    let names = files.scratch.names("kasus/hasil/2026-11-28")
    #expect(names.contains("tindak-lanjut.csv"))
  }

  @Test func everyRowIsAccountedFor() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let summary = try files.json("ringkasan.json")
    #expect(!summary.items("sumber").isEmpty)
    for source in summary.items("sumber") {
      let used = try #require(source.number("baris_dipakai"))
      let held = try #require(source.number("baris_dikarantina"))
      #expect(source.number("baris_dibaca") == used + held, "\(source.text("berkas") ?? "")")
    }
    let stages = summary["waktu"]?.items("tahap").compactMap { $0.text("nama") } ?? []
    #expect(stages.first == "baca")
    #expect(stages.contains { $0.hasPrefix("padan: ") })
    #expect(stages.suffix(2) == ["periksa", "tulis"])
  }

  @Test func theManifestNamesEveryInputAndOutput() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let manifest = try files.json("manifest.json")
    let inputs = manifest.items("masukan").compactMap { $0.text("berkas") }
    #expect(inputs.first == "padan.yaml")
    #expect(inputs.contains { $0.hasPrefix("daftar-pemilih/") })
    #expect(inputs.contains { $0.hasPrefix("coklit/") })
    #expect(
      manifest.items("keluaran").compactMap { $0.text("berkas") }.sorted()
        == Self.promised.filter { $0 != "manifest.json" })
    for output in manifest.items("keluaran") {
      let name = try #require(output.text("berkas"))
      let sum = try sha256(files.folder + "/hasil/2026-11-21/" + name)
      #expect(output.text("sha256") == sum, "\(name)")
    }
    #expect(manifest.text("kasus") == "../..")
  }

  @Test func theSameInputGivesTheSameBytesOnAnyNumberOfThreads() throws {
    let files = try RunFiles.sample()
    for threads in ["1", "2", "4"] { #expect(try files.examine(["--utas", threads]).status == 0) }
    #expect(files.runs == ["2026-11-21", "2026-11-21-2", "2026-11-21-3"])
    let first = try files.contents(run: "2026-11-21")
    for run in ["2026-11-21-2", "2026-11-21-3"] {
      for (name, bytes) in try files.contents(run: run) where !["ringkasan.json", "manifest.json"].contains(name) {
        #expect(bytes == first[name], "\(name) of \(run)")
      }
      #expect(
        try Self.withoutTimes(files.json("ringkasan.json", run: run)) == Self.withoutTimes(files.json("ringkasan.json"))
      )
    }
  }

  @Test func shuffledRowsGiveTheSameFindings() throws {
    let files = try RunFiles.sample(voters: 600)
    _ = try files.examine()
    var generator = SeededGenerator(seed: 5)
    let roles = ["daftar-pemilih", "kematian", "pindah", "penduduk", "coklit", "dpk", "bukti-hidup"]
    for role in roles {
      for name in files.scratch.names("kasus/" + role) {
        let file = "kasus/\(role)/\(name)"
        var lines = try files.scratch.read(file).split(separator: "\n")
        let header = lines.removeFirst()
        lines.shuffle(using: &generator)
        try files.scratch.write(([header] + lines).joined(separator: "\n") + "\n", to: file)
      }
    }
    #expect(try files.examine().status == 0)
    #expect(try files.ids(run: "2026-11-21-2") == files.ids())
    #expect(try !files.ids().isEmpty)
    let compared = try Binary.run(
      ["banding", files.folder + "/hasil/2026-11-21", files.folder + "/hasil/2026-11-21-2", "--ketat"])
    #expect(compared.status == 0, "\(compared.out)")
  }

  @Test func noNumberOfAVoterLeavesUnmasked() throws {
    let files = try RunFiles.sample()
    let result = try files.examine()
    let roll = try files.scratch.names("kasus/daftar-pemilih").map {
      try files.scratch.read("kasus/daftar-pemilih/" + $0)
    }.joined()
    let numbers = Set(Self.numbers(roll))
    #expect(numbers.count > 300)
    var outputs = ["out": result.out, "err": result.err]
    for name in Self.promised where name != "temuan.xlsx" { outputs[name] = try files.text(name) }
    for (name, text) in outputs {
      let found = Self.numbers(text)
      #expect(found.allSatisfy { !numbers.contains($0) }, "\(name)")
    }
  }

  @Test func jsonIsOneObjectALine() throws {
    let files = try RunFiles.sample(voters: 100)
    let result = try files.examine(["--json"])
    let objects = try result.out.split(separator: "\n").map { try JSONValue(Array($0.utf8)) }
    #expect(objects.last?.text("peristiwa") == "selesai")
    #expect(objects.dropLast().allSatisfy { $0.text("peristiwa") == "kemajuan" })
    #expect(objects.last?.text("hasil")?.hasSuffix("/hasil/2026-11-21") == true)
    let failed = try Binary.run(["periksa", "tidak/ada", "--json"])
    let failure = try JSONValue(Array(failed.out.utf8.dropLast()))
    #expect(failure.text("peristiwa") == "gagal")
    #expect(failure.number("status") == 2)
  }

  @Test func findingsMayFailTheCommand() throws {
    let files = try RunFiles.sample()
    #expect(try files.examine(["--gagal-jika", "perlu-verifikasi"]).status == 1)
    #expect(try files.examine(["--fail-if", "pasti"]).status == 1)
    #expect(try files.examine(["--gagal-jika", "yakin"]).status == 64)
    let clean = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(3)])
    #expect(try clean.examine(["--gagal-jika", "pasti"]).status == 0)
  }

  /// Runs of exactly sixteen digits.
  private static func numbers(_ text: String) -> [String] {
    text.utf8.split { !(48...57).contains($0) }.filter { $0.count == 16 }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func withoutTimes(_ value: JSONValue) -> [JSONValue.Member] {
    guard case .object(let members) = value else { return [] }
    return members.filter { $0.key != "waktu" }
  }

  private func sha256(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.prefix(64))
  }
}
