import RollModel

/// Who of the earlier roll is who on this one.
///
/// By number with birth date or a word of the name; of the rest by whole name and birth date, where that names one voter and
/// not everything else speaks against it.
/// Numbers that lost their last digit serve with the birth date; masked ones tell too little, and nothing is compared.
package struct RollChanges: Sendable {
  /// By row of the earlier roll that is no `CaseData.stayed`: row of the roll; -1 where nobody is found.
  let now: [Int32]
  /// By row of the roll: whether somebody of the earlier roll is this voter, but for those who had left for another desa.
  let wasThere: [Bool]
  /// By row of the roll: whether an unstruck row of the earlier roll is this voter.
  private let kept: [Bool]
  /// Unstruck rows of the earlier roll whose voter another unstruck row is already: a double of which one row is gone.
  let doubles: Set<Int>
  /// Rows of the earlier roll that nobody is found for, but somebody of the same birth date and desa bears a word of the
  /// name, or the number stands on the roll: not surely gone.
  let doubtful: Set<Int>
  /// Whether both rolls show all digits.
  let isWhole: Bool

  /// What rules that rest on this need of the numbers.
  static let needs = [NumberNeed(.roll, .nik, .kept), NumberNeed(.previousRoll, .nik, .kept)]

  /// Nil without an earlier roll, or where numbers are hidden.
  package init?(_ data: CaseData, threads: Int) {
    guard let previous = data.lists[.previousRoll], previous.count + data.stayed.count > 0 else { return nil }
    let states: [SourceFile.NumberState] = [data.roll.nikState, previous.nikState]
    guard states.allSatisfy({ $0 == .full || $0 == .truncated }) else { return nil }
    isWhole = states.allSatisfy { $0 == .full }
    let isStayed =
      data.stayed.count > 0 ? data.stayed.isStayed : [Bool](repeating: false, count: data.roll.count)
    var now = [Int32](repeating: -1, count: previous.count)
    var doubtful: Set<Int> = []
    let numbers = isWhole ? data.numbers ?? NumberIndex(data.roll.columns) : nil
    var isTaken = isStayed
    Self.joinNumbers(previous, data.roll, numbers, &isTaken, &now, &doubtful)
    let left = now.indices.filter { now[$0] < 0 }
    Self.joinNames(left, previous, data, numbers, threads: threads, &isTaken, &now, &doubtful)
    var kept = isStayed
    var doubles: Set<Int> = []
    for (row, voter) in now.enumerated() where voter >= 0 && !previous[row].isStruck {
      if kept[Int(voter)] { doubles.insert(row) }
      kept[Int(voter)] = true
    }
    var wasThere = kept
    for (row, voter) in now.enumerated()
    where voter >= 0 && !Self.hadLeft(previous[row], standing: data.roll[Int(voter)]) { wasThere[Int(voter)] = true }
    self.now = now
    self.doubtful = doubtful
    self.doubles = doubles
    self.wasThere = wasThere
    self.kept = kept
  }

  /// Whether the voter stood on the earlier roll unstruck: a duplicate struck there leaves its other row, which is
  /// nobody's return.
  func isKept(_ voter: Int) -> Bool { kept[voter] }

  /// Whether the earlier roll struck a row as moved and its voter stands in another desa now: what that code is for, so that
  /// he is new there and back from nowhere.
  static func hadLeft(_ before: Voter, standing now: Voter) -> Bool {
    before.mark == .moved && before.areaNumber != 0 && now.areaNumber != 0 && before.areaNumber != now.areaNumber
  }

  /// Of voters who may be the person of a row: one whom no other row is, then one who was not moved on to another row, then
  /// one of the same desa, then the first.
  private static func best(_ found: [Int], _ isTaken: [Bool], _ previous: Roll, _ row: Int, _ roll: Roll) -> Int? {
    guard found.count > 1 else { return found.first }
    let area = previous.columns.area[row]
    return found.min { a, b in
      let (x, y) = (isTaken[a] ? 1 : 0, isTaken[b] ? 1 : 0)
      if x != y { return x < y }
      let (u, v) = (roll[a].hasMovedOn ? 1 : 0, roll[b].hasMovedOn ? 1 : 0)
      if u != v { return u < v }
      let (s, t) = (roll.columns.area[a] == area ? 0 : 1, roll.columns.area[b] == area ? 0 : 1)
      return s != t ? s < t : a < b
    }
  }

  /// Number, and the birth date or a word of the name; where only the number agrees, somebody else may be meant. Rows that
  /// are not struck are asked first, so that a double that was struck is not taken for the row that was left.
  ///
  /// - Parameter numbers: nil where a roll lost the last digit: then fifteen serve.
  private static func joinNumbers(
    _ previous: Roll, _ roll: Roll, _ numbers: NumberIndex?, _ isTaken: inout [Bool], _ now: inout [Int32],
    _ doubtful: inout Set<Int>
  ) {
    let join =
      numbers == nil
      ? NumberJoin(roll.columns.nik, asking: Array(previous.columns.nik), least: SharedDigits.kept.count) : nil
    let rows =
      (0..<previous.count).filter { !previous[$0].isStruck } + (0..<previous.count).filter { previous[$0].isStruck }
    for row in rows {
      let earlier = previous[row]
      let alike = join?.matches(previous.columns.nik[row]).map(\.place) ?? []
      let meant =
        numbers?.matches(previous.columns, row)
        ?? alike.filter {
          earlier.birth.isComplete && roll[$0].birth == earlier.birth || earlier.sharesWord(with: roll[$0])
        }
      if let one = best(meant, isTaken, previous, row, roll) {
        now[row] = Int32(one)
        isTaken[one] = true
      } else if !alike.isEmpty {
        doubtful.insert(row)
      }
    }
  }

  /// Whole name and birth date, and what speaks for somebody all the same. Of several voters of one name and day those
  /// serve that no other row is: in the desa any of them, elsewhere the only one.
  private static func joinNames(
    _ left: [Int], _ previous: Roll, _ data: CaseData, _ numbers: NumberIndex?, threads: Int, _ isTaken: inout [Bool],
    _ now: inout [Int32], _ doubtful: inout Set<Int>
  ) {
    let asked = left.filter { previous.columns.birth[$0].isComplete }
    let names = RowKeys(asked) { previous.columns.nameKey($0) }
    let places = RowKeys(asked) { previous.columns.placeKey($0) }
    let columns = data.roll.columns
    // Few days of birth are asked for, so that most voters are passed over at one look.
    let births = RowKeys(asked) { mixed(UInt64(previous.columns.birth[$0].bits)) }
    let cuts = pieces(of: data.roll.count, size: 1 << 15)
    let found = parallelMap(cuts.count, threads: threads) { k -> [(row: Int, voter: Int, isNamed: Bool)] in
      var found: [(row: Int, voter: Int, isNamed: Bool)] = []
      for voter in cuts[k] where births.mayHave(mixed(UInt64(columns.birth[voter].bits))) {
        for row in names.rows(columns.nameKey(voter)) where previous[row].hasName(of: data.roll[voter]) {
          found.append((row, voter, !previous[row].isStrange(to: data.roll[voter])))
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
      let all = named[row] ?? []
      // The place that a voter left serves where the new one is somebody's already.
      let standing = all.filter { !data.roll[$0].hasMovedOn }
      let found = standing.contains { !isTaken[$0] } ? standing : all
      let here = found.filter { columns.area[$0] == previous.columns.area[row] }
      let free = found.filter { !isTaken[$0] }
      let one =
        here.first { !isTaken[$0] } ?? (here.count == 1 ? here.first : nil) ?? (free.count == 1 ? free.first : nil)
        ?? (found.count == 1 ? found.first : nil)
      if let one {
        now[row] = Int32(one)
        isTaken[one] = true
      } else if !found.isEmpty {
        doubtful.insert(row)
      } else if let numbers, numbers.holds(previous.columns.nik[row]) {
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
  private var marks = [Bool](repeating: false, count: 1 << 18)

  init(_ asked: [Int], key: (Int) -> UInt64) {
    for row in asked {
      let key = key(row)
      rows[key, default: []].append(row)
      marks[Int(key & 0x3FFFF)] = true
    }
  }

  /// False where no row has the key.
  @inline(__always) func mayHave(_ key: UInt64) -> Bool { marks[Int(key & 0x3FFFF)] }
  @inline(__always) func rows(_ key: UInt64) -> [Int] { marks[Int(key & 0x3FFFF)] ? rows[key] ?? [] : [] }
}

extension Voter {
  /// Whether all that two rows of one name and birth date say besides is different, the number by more than a slip: one-word
  /// names and birthdays put at New Year meet by chance, within a desa too.
  fileprivate func isStrange(to other: Voter) -> Bool {
    let (place, theirs) = (roll.columns.place[row], other.roll.columns.place[other.row])
    return nik.contradicts(other.nik) && !nik.isNear(other.nik) && nkk.contradicts(other.nkk) && !nkk.isNear(other.nkk)
      && place != 0 && theirs != 0 && place != theirs
  }

  /// Whether the person stands in another row, and this is the place that the roll moved the voter from.
  fileprivate var hasMovedOn: Bool { codes.flags.contains(.movedOn) }

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
