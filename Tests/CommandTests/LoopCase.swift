import Casework
import Documents
import Foundation
import TestSupport
import Testing

/// A made-up case that goes through weeks: runs, letters, decisions, and a roll that changes between them.
struct LoopCase {
  let files: RunFiles
  var folder: String { files.folder }

  static func sample(voters: Int = 900, seed: Int = 5) throws -> LoopCase {
    LoopCase(files: try RunFiles.sample(voters: voters, seed: seed))
  }

  /// One whose roll writes its numbers whole (`penuh`), cut to fifteen digits (`terpotong`) or masked (`tersamar`).
  static func sample(voters: Int, numbers: String) throws -> LoopCase {
    let scratch = try Scratch()
    let made = try Binary.run([
      "contoh", scratch["kasus"], "--pemilih", "\(voters)", "--benih", "5", "--nik", numbers,
    ])
    try #require(made.status == 0, "\(made.err)")
    return LoopCase(files: RunFiles(scratch: scratch))
  }

  func run(_ day: String) -> String { folder + "/hasil/" + day }

  @discardableResult
  func examine(_ day: String, _ more: [String] = []) throws -> Binary.Result {
    let result = try Binary.run(["periksa", folder, "--tanggal", day] + more)
    try #require(result.status == 0, "\(result.err)")
    return result
  }

  @discardableResult
  func letter(_ day: String, number: String, on sent: String, _ more: [String] = []) throws -> Binary.Result {
    // Of rows of the roll alone, which the tests then change.
    let result = try Binary.run(["surat", run(day), "--nomor", number, "--tanggal", sent, "--kelas", "tms"] + more)
    try #require(result.status == 0, "\(result.err)")
    return result
  }

  /// Hands in a file with this text; the result as JSON.
  @discardableResult
  func decide(
    _ day: String, _ text: String, by officer: String = "RINA", file: String = "keputusan.csv",
    on: String = "2026-11-23"
  ) throws -> JSONValue {
    try files.scratch.write(text, to: file)
    let result = try Binary.run([
      "putuskan", run(day), files.scratch[file], "--petugas", officer, "--tanggal", on, "--json",
    ])
    try #require(result.status == 0, "\(result.err)")
    return try JSONValue(Array(result.out.utf8))
  }

  static func decisions(_ ids: some Sequence<String>, _ word: String) -> String {
    "id,putusan,catatan\n" + ids.map { "\($0),\(word),\n" }.joined()
  }

  /// Rows of a CSV file of a run, by column.
  func rows(_ day: String, _ file: String = "temuan.csv") throws -> [[String: String]] {
    let bytes = FileBytes(Array(try files.text(file, run: day).utf8))
    var scanner = CSVScanner(bytes, from: 0, dialect: CSVDialect(delimiter: 44))
    guard let header = scanner.next()?.fields.map({ String(decoding: $0, as: UTF8.self) }) else { return [] }
    var rows: [[String: String]] = []
    while let row = scanner.next() {
      rows.append(
        Dictionary(uniqueKeysWithValues: zip(header, row.fields.map { String(decoding: $0, as: UTF8.self) })))
    }
    return rows
  }

  func byID(_ day: String) throws -> [String: [String: String]] {
    Dictionary(uniqueKeysWithValues: try rows(day).map { ($0["id"] ?? "", $0) })
  }

  /// Lines of the register, parsed.
  func events() throws -> [JSONValue] {
    try files.scratch.read("kasus/register.jsonl").split(separator: "\n").map { try JSONValue(Array($0.utf8)) }
  }

  /// Ids in the letters of the register, in their order.
  func letterIDs() throws -> [String] {
    try events().filter { $0.text("jenis") == "surat" }.flatMap { event in
      event.items("temuan").compactMap { if case .string(let id) = $0 { id } else { nil } }
    }
  }

  /// Writes the register anew as earlier versions wrote it, chained and sealed.
  func rewriteRegister(without pattern: Regex<Substring>) throws {
    var before = ""
    var lines: [String] = []
    for line in try files.scratch.read("kasus/register.jsonl").split(separator: "\n") {
      let isFirst = before.isEmpty
      var text = String(line).replacing(pattern, with: "")
      if !isFirst { text = text.replacing(/,"sebelum":".*$/, with: ",\"sebelum\":\"\(before)\"") }
      if !isFirst { text += ",\"segel\":\"\(SHA256Text.of(Array(text.utf8)))\"}" }
      before = SHA256Text.of(Array(text.utf8))
      lines.append(text + "\n")
    }
    try files.scratch.write(lines.joined(), to: "kasus/register.jsonl")
    // What runs remember of the register that was.
    for run in files.runs { try? FileManager.default.removeItem(atPath: self.run(run) + "/register.saksi") }
  }

  private static func cells(_ line: String) -> [String] {
    let bytes = FileBytes(Array(line.utf8))
    var scanner = CSVScanner(bytes, from: 0, dialect: CSVDialect(delimiter: 44))
    return scanner.next()?.fields.map { String(decoding: $0, as: UTF8.self) } ?? []
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Changes rows of the roll: `change` is given the cells of the row that a finding stands on; nil takes the row out.
  func editRoll(
    _ findings: [[String: String]], _ change: (_ number: Int, _ cells: [String: String]) -> [String: String]?
  ) throws {
    for (file, found) in Dictionary(grouping: findings.enumerated(), by: { $0.element["berkas"] ?? "" }) {
      var lines = try files.scratch.read("kasus/" + file).split(separator: "\n", omittingEmptySubsequences: false)
        .map { Optional(String($0)) }
      let header = Self.cells(lines[0] ?? "")
      for (number, finding) in found {
        let place = (Int(finding["baris"] ?? "") ?? 0) - 1
        let cells = Self.cells(lines[place] ?? "")
        try #require(cells.count == header.count, "a plain row")
        let changed = change(number, Dictionary(uniqueKeysWithValues: zip(header, cells)))
        lines[place] = changed.map { changed in header.map { Self.quoted(changed[$0] ?? "") }.joined(separator: ",") }
      }
      try files.scratch.write(lines.compactMap(\.self).joined(separator: "\n"), to: "kasus/" + file)
    }
  }
}
