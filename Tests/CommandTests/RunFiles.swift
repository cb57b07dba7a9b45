import Documents
import Foundation
import TestSupport
import Testing

/// A made-up case on disk, and what runs left in it.
struct RunFiles {
  let scratch: Scratch
  var folder: String { scratch["kasus"] }

  /// A kabupaten of `voters` with every list; the same seed gives the same files.
  static func sample(voters: Int = 400, seed: Int = 11) throws -> RunFiles {
    let scratch = try Scratch()
    let result = try Binary.run(["contoh", scratch["kasus"], "--pemilih", "\(voters)", "--benih", "\(seed)"])
    try #require(result.status == 0, "\(result.err)")
    return RunFiles(scratch: scratch)
  }

  /// A case of hand-written files, by path inside it.
  static func written(_ files: [String: String]) throws -> RunFiles {
    let scratch = try Scratch()
    for (name, text) in files { try scratch.write(text, to: "kasus/" + name) }
    return RunFiles(scratch: scratch)
  }

  /// Runs `periksa` on a fixed day.
  func examine(_ more: [String] = [], killAfter: Double? = nil) throws -> Binary.Result {
    try Binary.run(["periksa", folder, "--tanggal", "2026-11-21"] + more, killAfter: killAfter)
  }

  var runs: [String] { scratch.names("kasus/hasil") }

  func text(_ file: String, run: String = "2026-11-21") throws -> String {
    try scratch.read("kasus/hasil/\(run)/\(file)")
  }

  /// `rincian.jsonl`, however it is packed.
  func details(run: String = "2026-11-21") throws -> String {
    let path = OwnFile.path(folder + "/hasil/\(run)/rincian.jsonl")
    guard let content = OwnFile.read(path) else { throw CocoaError(.fileReadNoSuchFile) }
    return String(decoding: content.bytes, as: UTF8.self)
  }

  func json(_ file: String, run: String = "2026-11-21") throws -> JSONValue {
    try JSONValue(Array(try text(file, run: run).utf8))
  }

  /// Bytes of every file of a folder by name.
  static func contents(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return files
  }

  func contents(run: String) throws -> [String: Data] { try Self.contents(of: folder + "/hasil/" + run) }

  /// The findings of a rule, by column of `temuan.csv`.
  func findings(of rule: String, run: String = "2026-11-21") throws -> [[String: String]] {
    try ListTable(folder + "/hasil/\(run)/temuan.csv").rows.filter { $0["aturan"] == rule }
  }

  /// Ids of the findings, sorted.
  func ids(run: String = "2026-11-21") throws -> [String] {
    try text("temuan.csv", run: run).split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
    }.sorted()
  }
}

extension RunFiles {
  /// A roll of clean rows, `count` of them.
  static func roll(_ count: Int, header: String = rollHeader, separator: String = ",") -> String {
    var lines = [header]
    for number in 1...count {
      let serial = String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
      let day = 1 + number % 28
      let two = day < 10 ? "0\(day)" : "\(day)"
      let name = ["SITI", "AGUS", "WAYAN", "RINA", "BUDI"][number % 5] + " " + ["ROBI", "SARI", "DEWI"][number % 3]
      let sex = number % 2 == 0 ? "L" : "P"
      let date = sex == "P" ? "\(day + 40)" : two
      let cells = [
        "160205\(date)0180\(serial)", "160205010112\(serial)", name, "KAYUAGUNG", "\(two)-01-1980", "S", sex, "DUSUN I",
        "1", "2", "1602052001", "1",
      ]
      lines.append(cells.joined(separator: separator))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static let rollHeader =
    "nik,nkk,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,kode_desa,tps"
}
