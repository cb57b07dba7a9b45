import RollModel

/// The blocks of one pass over a general roll and its lists.
struct GeneralBlocks: Sendable {
  let pass: Int
  /// Record numbers, block behind block; in a block those of the roll come first.
  var records: [UInt32] = []
  /// Where each block ends.
  var ends: [Int] = []
  /// By part (0 is the roll): keys made, and what was too large to compare.
  var keys: [Int]
  var skippedBlocks: [Int]
  var skippedRows: [Int]
}

/// Sorts the keys of each pass and cuts them into blocks; oversize ones go down a ladder, never dropped at once.
struct GeneralBlocker: Sendable {
  let inputs: GeneralInputs
  static let cap = 40
  /// What is still larger after the ladder is skipped and reported.
  static let hardLimit = 400

  /// One element a pass, in the order of `GeneralPass.all`.
  func run(threads: Int) -> [GeneralBlocks] {
    parallelMap(GeneralPass.all.count, threads: threads) { block($0) }
  }

  private func block(_ pass: Int) -> GeneralBlocks {
    let keys = GeneralKeys(inputs: inputs)
    let kind = GeneralPass.all[pass].kind
    var bits = 1
    while 1 << bits < inputs.set.count { bits += 1 }
    let indexMask: UInt64 = (1 << UInt64(bits)) - 1
    var all: [UInt64] = []
    var made: [UInt64] = []
    for i in 0..<inputs.set.count {
      keys.make(kind, i, into: &made)
      for key in made { all.append(key & ~indexMask | UInt64(i)) }
    }
    let sorted = Storage(all)
    RadixSort.sort44(sorted, count: all.count, shift: max(20, bits))
    let none = Array(repeating: 0, count: inputs.set.lists.count + 1)
    var result = GeneralBlocks(pass: pass, keys: none, skippedBlocks: none, skippedRows: none)
    for key in all { result.keys[part(UInt32(truncatingIfNeeded: key & indexMask))] += 1 }
    var i = 0
    while i < all.count {
      var j = i + 1
      while j < all.count, (sorted[j] ^ sorted[i]) & ~indexMask == 0 { j += 1 }
      if j - i > 1 {
        let members = (i..<j).map { UInt32(truncatingIfNeeded: sorted[$0] & indexMask) }.sorted()
        split(members, keys, step: 0, into: &result)
      }
      i = j
    }
    return result
  }

  private func part(_ record: UInt32) -> Int { (inputs.set.partIndex(Int(record)) ?? -1) + 1 }

  private func split(_ members: [UInt32], _ keys: GeneralKeys, step: Int, into result: inout GeneralBlocks) {
    guard members.count > 1, Int(members[0]) < inputs.set.rollCount else { return }
    if members.count <= Self.cap || step == GeneralKeys.ladderSteps {
      guard members.count <= Self.hardLimit else {
        for part in Set(members.map(part)) { result.skippedBlocks[part] += 1 }
        for member in members { result.skippedRows[part(member)] += 1 }
        return
      }
      result.records += members
      result.ends.append(result.records.count)
      return
    }
    let parted = members.map { (key: keys.ladder(step, Int($0)), record: $0) }.sorted { $0 < $1 }
    var i = 0
    while i < parted.count {
      var j = i + 1
      while j < parted.count, parted[j].key == parted[i].key { j += 1 }
      split(parted[i..<j].map(\.record), keys, step: step + 1, into: &result)
      i = j
    }
  }
}
