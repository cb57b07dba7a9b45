import Documents
import Foundation
import TestSupport
import Testing

/// A made-up province on disk, and what `periksa` says of it.
struct ProvinceCase {
  let files: RunFiles
  static let codes = ["1601", "1602", "1603", "1604", "1605"]

  /// Five kabupaten with their lists and persons on two rolls, examined.
  init(voters: Int = 6000, seed: Int = 3) throws {
    let scratch = try Scratch()
    let made = try Binary.run([
      "contoh", scratch["kasus"], "--provinsi", "16", "--jumlah-kabupaten", "5", "--pemilih", "\(voters)", "--benih",
      "\(seed)",
    ])
    try #require(made.status == 0, "\(made.err)")
    files = RunFiles(scratch: scratch)
    let run = try files.examine()
    try #require(run.status == 0, "\(run.err)")
  }

  var run: String { files.folder + "/hasil/2026-11-21" }

  /// Rows of a CSV file as cells by column; none of these files quotes a line break.
  static func rows(_ text: String) -> [[String: String]] {
    var lines = text.split(separator: "\n").map { cells(String($0)) }
    let header = lines.removeFirst()
    return lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for letter in line {
      if letter == "\"" {
        isQuoted.toggle()
      } else if letter == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(letter)
      }
    }
    return cells
  }

  func findings() throws -> [[String: String]] { Self.rows(try files.text("temuan.csv")) }
  func truth() throws -> [[String: String]] { Self.rows(try files.scratch.read("kasus/kunci.csv")) }

  /// Both rows of a pair, whichever comes first.
  static func pair(_ row: [String: String]) -> Set<String> {
    [
      "\(row["berkas"] ?? "") \(row["baris"] ?? "")",
      "\(row["berkas_pembanding"] ?? "") \(row["baris_pembanding"] ?? "")",
    ]
  }

  /// The text of all sheets of a workbook.
  static func sheets(_ path: String) throws -> String {
    let zip = try ZipReader(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    return (1...40).compactMap { zip["xl/worksheets/sheet\($0).xml"]?.text }.joined()
      + (zip["xl/sharedStrings.xml"]?.text ?? "")
  }
}

extension [String: String] {
  /// First four digits of the desa's code.
  var kabupaten: String { String((self["kode_desa"] ?? "").prefix(4)) }
  var isProposed: Bool {
    ["pasti", "kuat"].contains(self["keyakinan"] ?? "") && self["tindakan"]?.hasPrefix("Jangan diusulkan") == false
  }
}
