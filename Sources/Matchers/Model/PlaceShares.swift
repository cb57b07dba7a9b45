import Glibc
import RollModel

/// How common each place of birth is among the people of one area, for areas and places that occur together.
///
/// Open addressing by (area, place). A place that nobody of the area has counts as one of its people.
struct PlaceShares: Sendable {
  private let keys: Storage<UInt64>
  private let counts: Storage<UInt32>
  private let totals: [UInt32: Int]
  private let mask: Int

  /// `group` names the area of a record; 0 is none. Counts the roll alone.
  init(_ set: RecordSet, group: (MatchRecord) -> UInt32) {
    var size = 1 << 12
    var keys = Storage<UInt64>(repeating: .max, count: size)
    var counts = Storage<UInt32>(repeating: 0, count: size)
    var totals: [UInt32: Int] = [:]
    var held = 0
    var lastGroup: UInt32 = 0
    var inGroup = 0
    for row in 0..<set.rollCount {
      let record = set.records[row]
      let area = group(record)
      guard area != 0, record.place != Lexicon.nothing else { continue }
      if area != lastGroup {
        totals[lastGroup, default: 0] += inGroup
        lastGroup = area
        inGroup = 0
      }
      inGroup += 1
      let key = UInt64(area) << 32 | UInt64(record.place)
      let slot = Self.slot(key, keys, size - 1)
      if keys[slot] == .max {
        keys[slot] = key
        held += 1
      }
      counts[slot] += 1
      if held * 2 > size {
        (keys, counts) = Self.grown(keys, counts, size)
        size *= 4
      }
    }
    totals[lastGroup, default: 0] += inGroup
    self.keys = keys
    self.counts = counts
    self.totals = totals
    mask = size - 1
  }

  /// -log2 of the share of `place` in the area.
  func bits(group: UInt32, place: UInt32) -> Float {
    guard group != 0, place != Lexicon.nothing, let total = totals[group] else { return 0 }
    let slot = Self.slot(UInt64(group) << 32 | UInt64(place), keys, mask)
    return -log2f(Float(max(1, counts[slot])) / Float(max(1, total)))
  }

  private static func slot(_ key: UInt64, _ keys: Storage<UInt64>, _ mask: Int) -> Int {
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private static func grown(
    _ keys: Storage<UInt64>, _ counts: Storage<UInt32>, _ size: Int
  ) -> (Storage<UInt64>, Storage<UInt32>) {
    let larger = Storage<UInt64>(repeating: .max, count: size * 4)
    let moved = Storage<UInt32>(repeating: 0, count: size * 4)
    for i in 0..<size where keys[i] != .max {
      let slot = Self.slot(keys[i], larger, size * 4 - 1)
      larger[slot] = keys[i]
      moved[slot] = counts[i]
    }
    return (larger, moved)
  }
}
