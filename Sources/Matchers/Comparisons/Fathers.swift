import Platform
import RollModel
import Similarity

/// How far two fathers' names agree.
enum FatherLevel: Int8 {
  case same = 0
  /// A word in common, or one that is alike.
  case alike = 1
  case different = 2
}

/// Compares fathers' names, where both rows of a kept pair give one: in a column of their own, or behind BIN and BINTI.
///
/// Names are read from the files again, for the pairs that a scan kept: rolls seldom have them, and a roll without pays
/// one look at its flags. u of an equal name is that name's share among the fathers of the roll; u of names that are
/// alike is counted on pairs of strangers. Both rest on a sample of the roll chosen by content, so that the order of rows
/// changes nothing. m is learned as of every other field.
struct Fathers: Sendable {
  private let roll: Roll
  private let lists: [Roll]
  /// Share of each name among the sampled fathers, in eighths of a bit: -log2.
  private let eighths: [String: UInt8]
  private let rare: UInt8
  private let alike: UInt8
  private let different: UInt8

  /// Fathers whose names are counted.
  private static let sample = 1 << 12
  /// Pairs of strangers on which likeness is counted.
  private static let strangers = 1 << 12
  /// Fewer fathers than these teach nothing.
  private static let fewest = 20

  /// Nil where the roll, or every list and the roll's own rows, name too few fathers to be compared.
  init?(_ roll: Roll, _ lists: [ListInput], threads: Int) {
    let holders = Self.holders(roll)
    guard holders.count >= Self.fewest else { return nil }
    self.roll = roll
    self.lists = lists.map(\.roll)
    let chosen = Self.chosen(holders, roll)
    let cuts = pieces(of: chosen.count, size: 1 << 10)
    let names = parallelMap(cuts.count, threads: threads) { k in roll.fathers(of: Array(chosen[cuts[k]])) }
      .flatMap { $0 }.filter { !$0.isEmpty }.sorted()
    guard names.count >= Self.fewest else { return nil }
    let total = Double(names.count)
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    eighths = counts.mapValues { Self.eighths(Double($0) / total) }
    rare = Self.eighths(0.5 / total)
    var random = UInt64(names.count)
    var likeness = 0
    var unlike = 0
    for _ in 0..<Self.strangers {
      random = mixed(random &+ 0x9E37_79B9)
      let one = names[Int(random % UInt64(names.count))]
      let other = names[Int(random >> 32 % UInt64(names.count))]
      switch Self.level(one, other) {
      case .same: continue
      case .alike: likeness += 1
      case .different: unlike += 1
      }
    }
    alike = Self.eighths(Double(likeness + 1) / Double(Self.strangers))
    different = Self.eighths(Double(unlike + 1) / Double(Self.strangers))
  }

  private static func holders(_ roll: Roll) -> [Int] {
    var rows: [Int] = []
    roll.columns.codes.withUnsafeBufferPointer { codes in
      for row in codes.indices where codes[row].flags.contains(.namesFather) { rows.append(row) }
    }
    return rows
  }

  /// About as many rows as the sample holds, by what the rows say.
  private static func chosen(_ rows: [Int], _ roll: Roll) -> [Int] {
    let every = UInt64(max(1, rows.count / sample))
    guard every > 1 else { return rows }
    let columns = roll.columns
    return rows.filter {
      mixed(columns.nik[$0].number ^ UInt64(columns.birth[$0].bits) << 20 ^ columns.nkk[$0].number) % every == 0
    }
  }

  private static func eighths(_ share: Double) -> UInt8 { UInt8(min(255, (-8 * log2(share)).rounded())) }

  /// Sets the level of the fathers' names in every pair whose rows both give one; `part` is the list of the second rows,
  /// nil for pairs within the roll.
  func see(_ pairs: inout [Comparison], part: RecordSet.ListPart?, threads: Int) {
    let other = part.flatMap { part in lists.first { $0.role == part.role } } ?? roll
    let told = Self.told(pairs, roll.columns.codes, other.columns.codes, part, threads: threads)
    guard !told.isEmpty else { return }
    let cuts = pieces(of: told.count, size: 1 << 9)
    let seen = parallelMap(cuts.count, threads: threads) { k in
      let rows = told[cuts[k]]
      return zip(roll.fathers(of: rows.map(\.a)), other.fathers(of: rows.map(\.b))).map { compare($0, $1) }
    }
    for (told, found) in zip(told, seen.joined()) {
      guard let found else { continue }
      pairs[told.at].fatherLevel = found.level.rawValue
      pairs[told.at].fatherEighths = found.eighths
    }
  }

  /// Pairs of which both rows name a father, with these rows.
  private static func told(
    _ pairs: [Comparison], _ codes: Column<VoterCodes>, _ others: Column<VoterCodes>, _ part: RecordSet.ListPart?,
    threads: Int
  ) -> [(at: Int, a: Int, b: Int)] {
    guard others.contains(where: { $0.flags.contains(.namesFather) }) else { return [] }
    let cuts = pieces(of: pairs.count, size: 1 << 14)
    return parallelMap(cuts.count, threads: threads) { k in
      var told: [(at: Int, a: Int, b: Int)] = []
      for at in cuts[k] where codes[Int(pairs[at].a)].flags.contains(.namesFather) {
        let b = part.map { Int($0.rows[Int(pairs[at].b) - $0.start]) } ?? Int(pairs[at].b)
        if others[b].flags.contains(.namesFather) { told.append((at, Int(pairs[at].a), b)) }
      }
      return told
    }.flatMap { $0 }
  }

  private func compare(_ one: String, _ other: String) -> (level: FatherLevel, eighths: UInt8)? {
    guard !one.isEmpty, !other.isEmpty else { return nil }
    let level = Self.level(one, other)
    switch level {
    case .same: return (level, eighths[one] ?? rare)
    // What is alike is never rarer than what is equal.
    case .alike: return (level, min(alike, eighths[one] ?? rare, eighths[other] ?? rare))
    case .different: return (level, different)
    }
  }

  static func level(_ one: String, _ other: String) -> FatherLevel {
    if one == other { return .same }
    let a = one.utf8.split(separator: 32)
    let b = other.utf8.split(separator: 32)
    let spellings = TokenSpellings((a + b).map { Array($0) })
    let distance = AlignmentDistance()
    for i in a.indices {
      for j in b.indices where distance.level(spellings[i], spellings[a.count + j]) != .none { return .alike }
    }
    return .different
  }
}
