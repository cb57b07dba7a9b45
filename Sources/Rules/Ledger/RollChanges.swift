import RollModel

/// Who of the earlier roll is who on this one.
///
/// By number with birth date or a word of the name; of the rest by whole name and birth date, where that names one voter.
/// Numbers that lost their last digit serve with the birth date; masked ones tell too little, and nothing is compared.
package struct RollChanges: Sendable {
  /// By row of the earlier roll: row of the roll; -1 where nobody is found.
  let now: [Int32]
  /// By row of the roll: whether somebody of the earlier roll is this voter.
  let wasThere: [Bool]
  /// By row of the roll: whether an unstruck row of the earlier roll is this voter.
  private let kept: [Bool]
  /// Rows of the earlier roll that nobody is found for, but somebody of the same birth date and desa bears a word of the
  /// name, or the number stands on the roll: not surely gone.
  let doubtful: Set<Int>
  /// Whether both rolls show all digits.
  let isWhole: Bool

  /// What rules that rest on this need of the numbers.
  static let needs = [NumberNeed(.roll, .nik, .kept), NumberNeed(.previousRoll, .nik, .kept)]

  /// Nil without an earlier roll, or where numbers are hidden.
  package init?(_ data: CaseData, threads: Int) {
    guard let previous = data.lists[.previousRoll], previous.count > 0 else { return nil }
    let states: [SourceFile.NumberState] = [data.roll.nikState, previous.nikState]
    guard states.allSatisfy({ $0 == .full || $0 == .truncated }) else { return nil }
    var now = [Int32](repeating: -1, count: previous.count)
    var doubtful: Set<Int> = []
    isWhole = states.allSatisfy { $0 == .full }
    if let index = data.numbers, isWhole {
      let cuts = pieces(of: previous.count, size: 1 << 15)
      now = parallelMap(cuts.count, threads: threads) { k in
        cuts[k].map { row in
          index.prefetch(previous.columns, min(row + 16, previous.count - 1))
          return Int32(index.match(previous.columns, row) ?? -1)
        }
      }.flatMap { $0 }
    } else {
      Self.joinCut(previous, data.roll, &now, &doubtful)
    }
    let left = now.indices.filter { now[$0] < 0 }
    Self.joinNames(left, previous, data, threads: threads, &now, &doubtful)
    self.now = now
    self.doubtful = doubtful
    var wasThere = [Bool](repeating: false, count: data.roll.count)
    var kept = wasThere
    for (row, voter) in now.enumerated() where voter >= 0 {
      wasThere[Int(voter)] = true
      if !previous[row].isStruck { kept[Int(voter)] = true }
    }
    self.wasThere = wasThere
    self.kept = kept
  }

  /// Whether the voter stood on the earlier roll unstruck: a duplicate struck there leaves its other row, which is
  /// nobody's return.
  func isKept(_ voter: Int) -> Bool { kept[voter] }

  /// Fifteen digits, and the birth date or a word of the name; where only the digits agree, somebody else may be meant.
  private static func joinCut(_ previous: Roll, _ roll: Roll, _ now: inout [Int32], _ doubtful: inout Set<Int>) {
    let join = NumberJoin(roll.columns.nik, asking: previous.columns.nik, least: SharedDigits.kept.count)
    for row in 0..<previous.count {
      let places = join.matches(previous.columns.nik[row]).map(\.place)
      let earlier = previous[row]
      let one = places.first {
        earlier.birth.isComplete && roll[$0].birth == earlier.birth || earlier.sharesWord(with: roll[$0])
      }
      if let one { now[row] = Int32(one) } else if !places.isEmpty { doubtful.insert(row) }
    }
  }

  /// Whole name and birth date, and what speaks for somebody all the same.
  private static func joinNames(
    _ left: [Int], _ previous: Roll, _ data: CaseData, threads: Int, _ now: inout [Int32], _ doubtful: inout Set<Int>
  ) {
    let asked = left.filter { previous.columns.birth[$0].isComplete }
    let names = RowKeys(asked) { previous.columns.nameKey($0) }
    let places = RowKeys(asked) { previous.columns.placeKey($0) }
    let columns = data.roll.columns
    let cuts = pieces(of: data.roll.count, size: 1 << 15)
    let found = parallelMap(cuts.count, threads: threads) { k -> [(row: Int, voter: Int, isNamed: Bool)] in
      var found: [(row: Int, voter: Int, isNamed: Bool)] = []
      for voter in cuts[k] {
        for row in names.rows(columns.nameKey(voter)) where previous[row].hasName(of: data.roll[voter]) {
          found.append((row, voter, true))
        }
        for row in places.rows(columns.placeKey(voter)) where previous[row].sharesWord(with: data.roll[voter]) {
          found.append((row, voter, false))
        }
      }
      return found
    }.flatMap { $0 }
    var named: [Int: [Int]] = [:]
    for hit in found {
      if hit.isNamed { named[hit.row, default: []].append(hit.voter) } else { doubtful.insert(hit.row) }
    }
    for row in left {
      let found = named[row] ?? []
      let here = found.filter { columns.area[$0] == previous.columns.area[row] }
      if let one = here.count == 1 ? here.first : found.count == 1 ? found.first : nil {
        now[row] = Int32(one)
      } else if !found.isEmpty {
        doubtful.insert(row)
      } else if let numbers = data.numbers, numbers.holds(previous.columns.nik[row]) {
        doubtful.insert(row)
      }
    }
    doubtful = doubtful.filter { now[$0] < 0 }
  }
}

/// Rows by a key of theirs, asked by many that have none.
private struct RowKeys: Sendable {
  private var rows: [UInt64: [Int]] = [:]
  /// A mark for the low bits of every key, so that most askings end at one look.
  private var marks = [Bool](repeating: false, count: 1 << 20)

  init(_ asked: [Int], key: (Int) -> UInt64) {
    for row in asked {
      let key = key(row)
      rows[key, default: []].append(row)
      marks[Int(key & 0xFFFFF)] = true
    }
  }

  @inline(__always) func rows(_ key: UInt64) -> [Int] { marks[Int(key & 0xFFFFF)] ? rows[key] ?? [] : [] }
}

extension Voter {
  /// Whether a word of the name is one of the other's.
  fileprivate func sharesWord(with other: Voter) -> Bool { tokens.contains { other.tokens.contains($0) } }
}

extension RollColumns {
  /// Of the words of a name in their order and the birth date.
  @inline(__always) fileprivate func nameKey(_ row: Int) -> UInt64 {
    var hash = UInt64(birth[row].bits)
    for token in Int(tokenStart[row])..<Int(tokenStart[row + 1]) { hash = mixed(hash ^ UInt64(tokens[token]) << 24) }
    return mixed(hash)
  }

  /// Of the birth date and the desa.
  @inline(__always) fileprivate func placeKey(_ row: Int) -> UInt64 {
    mixed(UInt64(birth[row].bits) ^ UInt64(area[row]) << 32)
  }
}
