import RollModel

/// The rows and the sums of one recap, and which sums are not those of any rows that they may be meant to sum up.
///
/// A sum stands for the area that it names, for the rows since a sum before it, or for all rows; where sums come first, for
/// the rows below. Of these readings one has to fit, in all of its numbers; where none does, the sum is told beside the
/// rows of the area that it names, else beside those whose sum is nearest.
struct RecapFile {
  /// A sum that does not fit.
  struct Fault {
    let key: AreaKey
    let sum: RecapSum
    let words: [String]
    /// What its total should be.
    let total: Int
    /// Physical lines from the first of its rows to the last, itself among them.
    let lines: ClosedRange<Int>
  }

  /// In order of line.
  private let rows: [OfficialCount]
  private let sums: [RecapSum]
  private let parts: [[String: Int]]

  init(_ rows: [OfficialCount], _ sums: [RecapSum]) {
    self.rows = rows.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
    self.sums = sums
    parts = self.rows.map { Dictionary(Self.parts($0), uniquingKeysWith: { a, _ in a }) }
  }

  func faults() -> [Fault] {
    /// For each sum: how many rows stand above it.
    let places = sums.map { sum in rows.firstIndex { $0.line > sum.count.line } ?? rows.count }
    return sums.indices.compactMap { number in
      let stated = Self.parts(sums[number].count)
      let named = inside(sums[number].count.key)
      var best = named.isEmpty ? nil : Reading(named, stated, self)
      let isNamed = best != nil
      if best?.isRight == true { return nil }
      for range in ranges(number, places) {
        for reading in [Reading(top(Array(range)), stated, self), Reading(bottom(Array(range)), stated, self)] {
          if reading.isRight { return nil }
          if !isNamed, best.map({ reading.gap < $0.gap }) ?? true { best = reading }
        }
      }
      guard let best else { return nil }
      return fault(sums[number], best)
    }
  }

  /// Rows that a sum may stand for, those most likely first.
  private func ranges(_ number: Int, _ places: [Int]) -> [Range<Int>] {
    let place = places[number]
    if places[0] == 0 {
      let next = places.dropFirst(number + 1).first { $0 > place } ?? rows.count
      return [place..<next, 0..<rows.count].filter { !$0.isEmpty }
    }
    var starts: [Int] = []
    for start in places[..<number].reversed() + [0] where start < place && !starts.contains(start) {
      starts.append(start)
    }
    // The nearest, and all: what lies between is seldom meant.
    let between = starts.dropFirst().dropLast()
    return (Array(starts.prefix(1)) + starts.dropFirst().suffix(1) + between.prefix(Self.mostStarts)).map { $0..<place }
  }

  private static let mostStarts = 40

  /// The rows in the area that a sum names; none where it names none.
  private func inside(_ key: AreaKey) -> [Int] {
    guard key != AreaKey() else { return [] }
    return top(rows.indices.filter { rows[$0].key != key && rows[$0].key.isInside(key) })
  }

  /// Rows that lie in none of the others.
  private func top(_ part: [Int]) -> [Int] {
    let keys = Set(part.map { rows[$0].key })
    return part.filter { number in !rows[number].key.above.contains(where: keys.contains) }
  }

  /// Rows in which none of the others lies.
  private func bottom(_ part: [Int]) -> [Int] {
    let above = Set(part.flatMap { rows[$0].key.above })
    return part.filter { !above.contains(rows[$0].key) }
  }

  /// What a sum says beside some of the rows.
  private struct Reading {
    let members: [Int]
    let differences: [(name: String, stated: Int, summed: Int)]
    let total: Int
    let gap: Int
    var isRight: Bool { differences.isEmpty }

    init(_ members: [Int], _ stated: [(name: String, value: Int)], _ file: RecapFile) {
      self.members = members
      total = members.reduce(0) { $0 + file.rows[$1].total }
      var differences: [(name: String, stated: Int, summed: Int)] = []
      for (name, value) in stated {
        let values = members.compactMap { file.parts[$0][name] }
        // A cell left empty is none, a column left empty is not known.
        guard !values.isEmpty else { continue }
        let summed = values.reduce(0, +)
        if summed != value { differences.append((name, value, summed)) }
      }
      self.differences = differences
      gap = differences.reduce(0) { $0 + abs($1.stated - $1.summed) }
    }
  }

  private func fault(_ sum: RecapSum, _ reading: Reading) -> Fault? {
    guard let first = reading.members.first, let last = reading.members.last else { return nil }
    let keys = reading.members.map { rows[$0].key }
    let levels = Set(keys.map(\.levelWord))
    let word = levels.count == 1 ? levels.first ?? "" : "wilayah"
    let level = word.isEmpty ? "kabupaten/kota" : word
    let words = reading.differences.map { name, stated, summed in
      "\(name.isEmpty ? "" : name + ": ")jumlah \(keys.count) \(level) \(summed), tertulis \(stated), "
        + "selisih \(signed(stated - summed))"
    }
    let lines = [rows[first].line, rows[last].line, sum.count.line]
    return Fault(
      key: sum.count.key == AreaKey() ? Self.common(keys) : sum.count.key, sum: sum, words: words,
      total: reading.total, lines: (lines.min() ?? 0)...(lines.max() ?? 0))
  }

  /// The smallest area in which all lie.
  private static func common(_ keys: [AreaKey]) -> AreaKey {
    guard let first = keys.first else { return AreaKey() }
    let parts = keys.map { AreaKey(kecamatan: $0.kecamatan, desa: $0.desa) }
    if first.desa != 0, parts.allSatisfy({ $0 == parts[0] }) { return parts[0] }
    return keys.allSatisfy { $0.kecamatan == first.kecamatan } ? AreaKey(kecamatan: first.kecamatan) : AreaKey()
  }

  /// The numbers of a row by name; that of the total has none.
  private static func parts(_ count: OfficialCount) -> [(name: String, value: Int)] {
    var parts: [(String, Int?)] = [("", count.total), ("laki-laki", count.men), ("perempuan", count.women)]
    if let changes = count.changes {
      let codes = TMSCode.allCases.compactMap { code in
        changes.struckByCode[code].map { ("TMS \(code.label)", $0) }
      }
      let named =
        [("sebelumnya", changes.before), ("baru", changes.new), ("TMS", changes.struck), ("ubah", changes.corrected)]
        + codes
      for (name, part) in named {
        parts += [(name, part.all), (name + " laki-laki", part.men), (name + " perempuan", part.women)]
      }
    }
    return parts.compactMap { name, value in value.map { (name, $0) } }
  }
}

extension AreaKey {
  /// The areas of a recap that one lies in, up to the whole.
  fileprivate var above: [AreaKey] {
    var found: [AreaKey] = []
    if tps != 0 { found.append(AreaKey(kecamatan: kecamatan, desa: desa)) }
    if desa != 0 { found.append(AreaKey(kecamatan: kecamatan)) }
    if self != AreaKey() { found.append(AreaKey()) }
    return found
  }

  fileprivate func isInside(_ key: AreaKey) -> Bool { above.contains(key) }
}
