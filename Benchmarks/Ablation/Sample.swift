import Foundation
import Matchers
import Readers
import RollModel
import SampleRolls

/// One made-up case in memory, and what was planted in it.
struct Sample {
  let model: String
  let seed: UInt64
  let data: CaseData
  /// Pairs of rows of one person, smaller first, and of voter and death row.
  let duplicates: Set<[Int]>
  let deaths: Set<[Int]>

  /// Makes the case in `folder`, reads the roll and the deaths, and removes the folder.
  init(
    in folder: URL, model: ErrorModel, name: String, seed: UInt64, voters: Int, numbers: NumberWriting = .penuh,
    threads: Int
  ) throws {
    self.model = name
    self.seed = seed
    let day = CalendarDay(day: 21, month: 11, year: 2026)
    _ = try SampleKabupaten(
      voters: voters, seed: seed, model: model, referenceDay: day, numbers: numbers, threads: threads
    ).write(to: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    var sources: [Source] = []
    for role in [Role.roll, .deaths] {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + role.rawValue).sorted()
      for file in files {
        let name = role.rawValue + "/" + file
        sources.append(Source(path: folder.path + "/" + name, name: name, role: role))
      }
    }
    data = try CaseReader(options: ReadingOptions(threads: threads)).read(sources)
    (duplicates, deaths) = try Self.truth(folder.path + "/kunci.csv", data)
  }

  private static func truth(_ path: String, _ data: CaseData) throws -> (Set<[Int]>, Set<[Int]>) {
    var rows: [String: Int] = [:]
    for roll in [data.roll] + [data.lists[.deaths]].compactMap({ $0 }) {
      for i in 0..<roll.count { rows["\(roll[i].file.path):\(roll[i].line)"] = i }
    }
    var duplicates = Set<[Int]>()
    var deaths = Set<[Int]>()
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
      let f = line.split(separator: ",", omittingEmptySubsequences: false)
      guard f[0] == "pasangan", let a = rows["\(f[2]):\(f[3])"], let b = rows["\(f[4]):\(f[5])"] else { continue }
      if f[1] == "ganda" { duplicates.insert([min(a, b), max(a, b)]) }
      if f[1] == "meninggal" { deaths.insert([a, b]) }
    }
    return (duplicates, deaths)
  }
}
