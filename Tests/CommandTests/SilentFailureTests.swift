import Documents
import Foundation
import TestSupport
import Testing

/// Whatever fails, and whatever was typed or handed in: no NIK, NKK, name or birth date of anyone stands in what is said.
@Suite struct SilentFailureTests {
  /// What may not be said again: values of every list of a case.
  private static func values(_ folder: String) throws -> Set<String> {
    var found: Set<String> = []
    let roles = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      !$0.contains(".") && $0 != "hasil"
    }
    for role in roles {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(role)") {
        for row in try ListTable("\(folder)/\(role)/\(name)").rows {
          for (column, cell) in row {
            let column = column.lowercased()
            let isName = column.hasPrefix("nama") && cell.count >= 8 && cell.contains(" ")
            let isNumber = (column == "nik" || column == "nkk") && cell.count >= 12
            let isDate = column.contains("lahir") && column.contains("tanggal") && cell.count == 10
            if isName || isNumber || isDate { found.insert(cell) }
            if isDate { found.insert(cell.map { "|/".contains($0) ? "-" : $0 }.reduce("") { $0 + String($1) }) }
          }
        }
      }
    }
    return found
  }

  /// One thing that goes wrong.
  private struct Failure {
    let what: String
    let verb: [String]
    /// Its status; nil where a verb says something of single rows and goes on.
    var status: Int32? = 2
  }

  @Test func nobodyIsNamed() throws {
    let files = try RunFiles.sample()
    #expect(try files.examine().status == 0)
    let values = try Self.values(files.folder)
    #expect(values.count > 1000)
    let run = files.folder + "/hasil/2026-11-21"
    for verb in [["lembar", run], ["sampel", run, "--ukuran", "30"], ["surat", run, "--tanggal", "2026-11-22"]] {
      try #require(try Binary.run(verb).status == 0)
    }
    var said = 0
    for failure in try Self.failures(files, run) {
      let result = try Binary.run(failure.verb)
      if let status = failure.status { #expect(result.status == status, "\(failure.what): \(result.err)") }
      let text = result.out + result.err
      #expect(!text.isEmpty, "\(failure.what)")
      said += 1
      let isSilent = !values.contains { text.contains($0) }
      #expect(isSilent, "\(failure.what)")
    }
    #expect(said > 45)
  }

  /// A person of the roll.
  private static func person(_ files: RunFiles) throws -> [String: String] {
    let name = try #require(files.scratch.names("kasus/daftar-pemilih").first)
    return try #require(
      try ListTable(files.folder + "/daftar-pemilih/" + name).rows.first {
        ($0["NIK"] ?? "").count == 16 && ($0["NAMA_PEMILIH"] ?? "").count > 8
      })
  }

  private static func failures(_ files: RunFiles, _ run: String) throws -> [Failure] {
    let person = try person(files)
    let (nik, name) = (person["NIK"] ?? "", person["NAMA_PEMILIH"] ?? "")
    let scratch = files.scratch
    let roll = try #require(scratch.names("kasus/daftar-pemilih").first)
    let rollText = try scratch.read("kasus/daftar-pemilih/" + roll)
    let rows = rollText.drop { $0 != "\n" }.dropFirst()
    try scratch.write(String(rows), to: "tanpa-judul.csv")
    try scratch.write("id,putusan,catatan\n\(nik),sah,\(name)\n\(name),\(nik),x\n", to: "geser.csv")
    try scratch.write("ID temuan,Hasil verifikasi\n\(nik),benar\n\(name),\(name)\n", to: "contoh.csv")
    try scratch.write("[{\"id\":\"\(nik)\",\"putusan\":\"\(name)\"", to: "putus.json")
    try scratch.write([80, 75, 3, 4] + Array(rows.utf8.prefix(900)), to: "rusak.xlsx")
    try scratch.write("::isi\n{{\(name)}}\n::rekap\n", to: "templat/surat.mustache")
    var failures: [Failure] = []
    for file in ["tanpa-judul.csv", "geser.csv", "putus.json", "rusak.xlsx", "tidak-ada.csv"] {
      failures.append(
        Failure(what: "putuskan \(file)", verb: ["putuskan", run, scratch[file], "--petugas", "RINA"], status: nil))
    }
    for file in ["tanpa-judul.csv", "contoh.csv", "geser.csv", "rusak.xlsx", "tidak-ada.csv"] {
      failures.append(Failure(what: "sampel \(file)", verb: ["sampel", run, "--nilai", scratch[file]]))
      failures.append(Failure(what: "nilai \(file)", verb: ["nilai", run, scratch[file]]))
    }
    for typed in [nik, name] {
      failures += [
        Failure(what: "jelaskan", verb: ["jelaskan", run, typed]),
        Failure(
          what: "batal", verb: ["putuskan", run, "--petugas", "RINA", "--batal", typed, "--alasan", "salah"]),
        Failure(what: "surat --temuan", verb: ["surat", run, "--temuan", typed, "--konsep"]),
        Failure(what: "surat --jenis penarikan", verb: ["surat", run, "--jenis", "penarikan", "--temuan", typed]),
        Failure(what: "cari", verb: ["cari", scratch["tidak-ada"], typed]),
      ]
    }
    failures += [
      Failure(what: "surat", verb: ["surat", run]),
      Failure(what: "surat --templat", verb: ["surat", run, "--konsep", "--templat", scratch["templat"]]),
      Failure(what: "lembar", verb: ["lembar", run]), Failure(what: "sampel", verb: ["sampel", run, "--ukuran", "9"]),
      Failure(what: "banding", verb: ["banding", run, scratch.path]),
      Failure(what: "hapus", verb: ["hapus", files.folder + "/daftar-pemilih"]),
      Failure(what: "usage", verb: ["lembar", run, "--kecamatan", "X", nik], status: 64),
      Failure(what: "usage", verb: ["surat", run, "--tanggal", nik], status: 64),
      Failure(what: "usage", verb: ["sampel", run, "--ukuran", nik], status: nil),
    ]
    return failures + (try spoiledCases(files, roll, String(rows), nik, name)) + (try spoiledRuns(files, nik, name))
  }

  /// Copies of the case, each with one thing wrong, under `periksa`, `mulai` and `cari`.
  private static func spoiledCases(
    _ files: RunFiles, _ roll: String, _ rows: String, _ nik: String, _ name: String
  ) throws -> [Failure] {
    let header = "NIK,NAMA_PEMILIH,TANGGAL_LAHIR,KODE_DESA\n"
    let cells = rows.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let shifted = cells.map { ($0.dropFirst(5) + $0.prefix(5)).joined(separator: ",") }.joined(separator: "\n")
    let plan = try files.scratch.read("kasus/padan.yaml")
    let spoiled: [(what: String, file: String, text: String, status: Int32?)] = [
      ("no header", "daftar-pemilih/\(roll)", rows, 2),
      ("shifted", "daftar-pemilih/\(roll)", header + shifted, nil),
      ("no name", "daftar-pemilih/\(roll)", rows.replacing(",", with: ";"), 2),
      ("quotes", "daftar-pemilih/\(roll)", header + "\"" + rows, nil),
      ("a list without header", "kematian/akta-kematian.csv", rows, nil),
      ("a workbook that is none", "kematian/a.xlsx", "PK\u{3}\u{4}" + rows, 2),
      ("JSON", "kematian/a.json", "[{\"nik\":\"\(nik)\",\"nama\":\"\(name)\",}", 2),
      ("plan: key", "padan.yaml", plan + "\(nik): \(nik)\n", 64),
      ("plan: date", "padan.yaml", plan + "jadwal: { pleno: \(nik) }\n", 64),
      ("plan: rule", "padan.yaml", plan.replacing("aturan: {}", with: "aturan: { \"\(nik)\": {} }"), 64),
      ("plan: file", "padan.yaml", plan.replacing("sumber: []", with: "sumber: [ { berkas: \"\(nik)\" } ]"), 2),
      ("register", "register.jsonl", "{\"urut\":1,\"isi\":{\"nama\":\"\(name)\",\"nik\":\"\(nik)\"}}\n", 2),
    ]
    var failures: [Failure] = []
    for (place, item) in spoiled.enumerated() {
      let folder = files.scratch["rusak-\(place)"]
      try FileManager.default.copyItem(atPath: files.folder, toPath: folder)
      try? FileManager.default.removeItem(atPath: folder + "/register.jsonl")
      try files.scratch.write(item.text, to: "rusak-\(place)/\(item.file)")
      let run = folder + "/hasil/2026-11-21"
      failures += [
        Failure(
          what: "periksa: \(item.what)", verb: ["periksa", folder, "--tanggal", "2026-11-28"], status: item.status),
        Failure(what: "mulai: \(item.what)", verb: ["mulai", folder], status: nil),
        Failure(what: "surat: \(item.what)", verb: ["surat", run, "--konsep"], status: nil),
        Failure(
          what: "cari: \(item.what)", verb: ["cari", folder, "QWXZ QWXZ QWXZ"],
          status: nil),
      ]
    }
    return failures
  }

  /// Copies of the case whose run is no longer what was written.
  private static func spoiledRuns(_ files: RunFiles, _ nik: String, _ name: String) throws -> [Failure] {
    var failures: [Failure] = []
    for (place, file) in ["temuan.csv", "manifest.json", "rincian.jsonl", "ringkasan.json"].enumerated() {
      let folder = "hasil-\(place)"
      try FileManager.default.copyItem(atPath: files.folder, toPath: files.scratch[folder])
      let run = files.scratch[folder] + "/hasil/2026-11-21"
      for extra in ["surat", "lampiran", "lembar", "sampel"] {
        try? FileManager.default.removeItem(atPath: run + "/" + extra)
      }
      let text = try file == "rincian.jsonl" ? files.details() : files.text(file)
      try? FileManager.default.removeItem(atPath: OwnFile.path(run + "/" + file))
      try files.scratch.write(
        "\(nik),\(name)\n" + text.prefix(text.count / 2), to: "\(folder)/hasil/2026-11-21/\(file)")
      for verb in [
        ["surat", run], ["lembar", run], ["sampel", run, "--ukuran", "30"], ["jelaskan", run, "AAAAAAAAAAAA"],
      ] {
        failures.append(Failure(what: "\(verb[0]): \(file)", verb: verb, status: nil))
      }
      failures += [
        Failure(
          what: "banding: \(file)", verb: ["banding", run, files.folder + "/hasil/2026-11-21", "--json"], status: nil),
        Failure(what: "nilai: \(file)", verb: ["nilai", run, files.folder + "/kunci.csv"], status: nil),
        Failure(what: "hapus: \(file)", verb: ["hapus", run], status: nil),
      ]
    }
    return failures
  }
}
