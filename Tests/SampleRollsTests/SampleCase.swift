import Foundation
import RollModel
import TestSupport

@testable import SampleRolls

/// A sample written to a scratch folder, with its files as plain lines and fields.
final class SampleCase {
  let folder: Scratch
  let summary: SampleSummary
  private var files: [String: [[String]]] = [:]

  static let day = CalendarDay(day: 21, month: 11, year: 2026)

  init(_ voters: Int, seed: UInt64 = 5, model: ErrorModel = .berat, threads: Int = 2) throws {
    folder = try Scratch()
    let sample = SampleKabupaten(voters: voters, seed: seed, model: model, referenceDay: Self.day, threads: threads)
    summary = try sample.write(to: folder.path)
  }

  /// Paths of all files inside the folder, sorted.
  func paths() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }.sorted()
  }

  func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + path)) }

  /// Fields of each physical line of a file; the header is line 1, so element 0.
  func lines(_ path: String) throws -> [[String]] {
    if let known = files[path] { return known }
    let isBarred = ["tni/", "polri/", "dicabut/"].contains { path.hasPrefix($0) }
    let delimiter: Character = path.contains("laporan-desa") ? ";" : isBarred ? "#" : ","
    let rows = try bytes(path).split(separator: 10).map { Self.fields($0, delimiter.asciiValue ?? 44) }
    files[path] = rows
    return rows
  }

  /// All rows of the files of a role, as dictionaries by header, with their place.
  func rows(of role: Role) throws -> [(path: String, line: Int, fields: [String: String])] {
    try paths().filter { $0.hasPrefix(role.rawValue + "/") }.flatMap { path in
      let all = try lines(path)
      return all.indices.dropFirst().map { line in
        (path, line + 1, Dictionary(uniqueKeysWithValues: zip(all[0], all[line])))
      }
    }
  }

  /// The row that a line of the truth names.
  func row(_ path: String, line: String) throws -> [String: String] {
    let all = try lines(path)
    guard let number = Int(line), (2...all.count).contains(number) else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(all[0], all[number - 1]))
  }

  /// Lines of the truth by rule.
  func truth() throws -> [String: [[String: String]]] {
    let all = try lines("kunci.csv")
    return Dictionary(
      grouping: all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(all[0], $0)) }, by: { $0["aturan"] ?? "" })
  }

  private static func fields(_ line: Data, _ delimiter: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    for byte in line {
      if byte == 34 {
        quoted.toggle()
      } else if byte == delimiter, !quoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }
}

/// A date written with any separator, day or year first.
func day(_ text: String) -> CalendarDay {
  let parts = text.split(whereSeparator: { "|-/".contains($0) }).compactMap { Int($0) }
  guard parts.count == 3 else { return CalendarDay() }
  return parts[0] > 31
    ? CalendarDay(day: parts[2], month: parts[1], year: parts[0])
    : CalendarDay(day: parts[0], month: parts[1], year: parts[2])
}
