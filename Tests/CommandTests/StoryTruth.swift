import Foundation
import TestSupport

/// What is true of a generated kabupaten, by rows of the roll that keep their number while lines move.
struct StoryTruth {
  /// `rule|a|b` for pairs, `rule|a` for rows and for either row of a pair.
  private var facts: Set<String> = []
  private var rules: Set<String> = []
  /// Rows of the roll that something is wrong with.
  private(set) var wrong: Set<Int> = []
  /// Rows of the earlier roll by `file:line`, as numbers of this one.
  private var earlier: [String: Int] = [:]

  /// Rules whose findings say that a row must go.
  static let gone: Set<String> = [
    "ganda", "meninggal", "tni", "polri", "wna", "hak-pilih-dicabut", "pindah-domisili", "pindah-antar-desa",
    "di-bawah-umur", "tms-muncul-lagi",
  ]

  /// - Parameter folder: the case as it was made.
  init(_ folder: String, _ roll: StoryRoll) throws {
    let numbers = roll.numbers(ending: "csv")
    for row in try ListTable(folder + "/kunci.csv").rows where row["jenis"] != "wilayah" {
      let rule = row["aturan"] ?? ""
      let sides = [("berkas", "baris"), ("berkas_pembanding", "baris_pembanding")].map { file, line in
        Self.token((row[file] ?? "") + ":" + (row[line] ?? ""), numbers)
      }
      rules.insert(rule)
      facts.formUnion(["\(rule)|\(sides[0])|\(sides[1])", "\(rule)|\(sides[1])|\(sides[0])"])
      for side in sides { facts.insert("\(rule)|\(side)") }
      if Self.gone.contains(rule) { wrong.formUnion(sides.compactMap { Int($0) }) }
    }
    let byNumber = Dictionary(
      roll.files.flatMap(\.rows).filter { $0.cells["NIK"]?.isEmpty == false }.map { ($0.cells["NIK"] ?? "", $0.number) }
    ) { first, _ in first }
    let old = folder + "/daftar-sebelumnya/"
    for name in try FileManager.default.contentsOfDirectory(atPath: old) {
      for (place, row) in try ListTable(old + name).rows.enumerated() {
        earlier["daftar-sebelumnya/\(name):\(place + 2)"] = byNumber[row["NIK"] ?? ""]
      }
    }
  }

  /// A row of the roll by its number, any other by file and line.
  private static func token(_ place: String, _ numbers: [String: Int]) -> String {
    numbers[place].map(String.init) ?? place
  }

  /// Whether a finding of a run is true; nil for rules that have no truth. Numbers that two rows share are wrong on one.
  ///
  /// - Parameters:
  ///   - numbers: rows of the roll by file and line on the day of the run.
  ///   - removed: rows that KPU took out without a code.
  ///   - wronglyStruck: rows that KPU struck and should not have.
  func judges(
    _ finding: [String: String], _ numbers: [String: Int], removed: Set<Int>, wronglyStruck: Set<Int>
  ) -> Bool? {
    let rule = finding["aturan"] ?? ""
    let a = Self.token((finding["berkas"] ?? "") + ":" + (finding["baris"] ?? ""), numbers)
    let b = Self.token(
      (finding["berkas_pembanding"] ?? "") + ":" + (finding["baris_pembanding"] ?? ""), numbers)
    switch rule {
    case "hilang-tanpa-kode":
      // Who had to go is rightly gone; who had not, is missed.
      guard let number = earlier[a] else { return facts.contains("\(rule)|\(a)") }
      return facts.contains("\(rule)|\(a)") || removed.contains(number) && !wrong.contains(number)
    case "senama-dicoret", "tms-terbantah":
      return facts.contains("\(rule)|\(a)") || Int(a).map(wronglyStruck.contains) == true
    case "nik-sama-orang-berbeda": return true
    case "ganda": return facts.contains("\(rule)|\(a)|\(b)")
    default: return rules.contains(rule) ? facts.contains("\(rule)|\(a)") : nil
    }
  }
}
