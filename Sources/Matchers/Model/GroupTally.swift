/// Counts equal values within one small group of records after another, without sorting.
///
/// Open addressing. A slot belongs to the group whose number it bears, so nothing is cleared between groups, and a small
/// group keeps to the front of the table, which stays in the nearest caches.
struct GroupTally: ~Copyable {
  private struct Slot: BitwiseCopyable {
    var value: UInt64
    var kind: UInt32
    var group: UInt32
    var count: Int
  }

  private let slots: Storage<Slot>
  private var mask = 0
  private var group: UInt32 = 0

  /// `most`: different values in the largest group.
  init(most: Int) {
    slots = Storage(repeating: Slot(value: 0, kind: 0, group: 0, count: 0), count: Self.size(most))
  }

  /// Starts a group of at most `values` different values; of fewer than 2^32 groups.
  mutating func begin(values: Int) {
    mask = Self.size(values) - 1
    group &+= 1
    precondition(mask < slots.capacity, "a group is no larger than was said")
  }

  /// Counts a value of one kind in the group that was begun last; returns how often it was there before.
  @inline(__always) func count(_ value: UInt64, kind: UInt32) -> Int {
    let slot = slot(value, kind)
    guard slot.pointee.group == group else {
      slot.pointee = Slot(value: value, kind: kind, group: group, count: 1)
      return 0
    }
    slot.pointee.count &+= 1
    return slot.pointee.count &- 1
  }

  /// How often a value was counted in the group that was begun last.
  @inline(__always) func held(_ value: UInt64, kind: UInt32) -> Int {
    let slot = slot(value, kind)
    return slot.pointee.group == group ? slot.pointee.count : 0
  }

  /// The slot that holds the value, or the free one where it would stand.
  @inline(__always) private func slot(_ value: UInt64, _ kind: UInt32) -> UnsafeMutablePointer<Slot> {
    let hash = (value ^ UInt64(kind) << 40) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: hash &>> 32) & mask
    while true {
      let slot = slots.base + place
      if slot.pointee.group != group || slot.pointee.value == value && slot.pointee.kind == kind { return slot }
      place = (place &+ 1) & mask
    }
  }

  /// A power of two, at most half of it full.
  private static func size(_ values: Int) -> Int {
    var size = 16
    while size < values * 2 { size *= 2 }
    return size
  }
}
