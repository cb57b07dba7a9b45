import RollModel

/// Distinct 64-bit keys numbered from 0 in order of arrival: open addressing, linear probing.
struct KeyIndex: Sendable {
  private var slots: [UInt32]
  private(set) var keys: [UInt64] = []

  /// Room for about `expected` keys before the first growth.
  init(expected: Int = 16) {
    var size = 32
    while size < expected * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  var count: Int { keys.count }

  /// The number of `key`, given one if it is new. O(1) on average.
  mutating func number(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: mixed(key)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// Whether `key` is new; then it is given a number.
  mutating func insert(_ key: UInt64) -> Bool {
    let before = keys.count
    return number(of: key) == before
  }

  func find(_ key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: mixed(key)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = Array(repeating: 0, count: size)
    for (number, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: mixed(key)) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}

/// Row numbers sorted by desa, in row order within one: a counting sort. O(rows + areas).
struct RowsByArea: Sendable {
  private let starts: [Int]
  private let rows: [UInt32]

  init(_ areas: UnsafeBufferPointer<UInt32>, areaCount: Int) {
    var next = Array(repeating: 0, count: areaCount + 1)
    for area in areas { next[Int(area) + 1] += 1 }
    for area in 0..<areaCount { next[area + 1] += next[area] }
    starts = next
    rows = [UInt32](unsafeUninitializedCapacity: areas.count) { buffer, filled in
      for (row, area) in areas.enumerated() {
        buffer[next[Int(area)]] = UInt32(row)
        next[Int(area)] += 1
      }
      filled = areas.count
    }
  }

  subscript(area: Int) -> ArraySlice<UInt32> { rows[starts[area]..<starts[area + 1]] }
}
