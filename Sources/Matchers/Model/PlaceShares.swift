import Platform
import RollModel

/// How common each place of birth is among the people of one area, for areas and places that occur together.
///
/// Open addressing by (area, place). A place that nobody of the area has counts as one of its people.
struct PlaceShares: Sendable {
  private let keys: Storage<UInt64>
  /// By slot: -log2 of the share.
  private let bits: Storage<Float>
  /// By area: -log2 of the share of a place that nobody has; 0 where nobody states a place.
  private let rarest: Storage<Float>

  init(_ counts: PlaceCounts) {
    keys = counts.keys
    bits = Storage(repeating: 0, count: counts.keys.capacity)
    rarest = Storage(counts.totals.map { $0 > 0 ? -log2f(1 / Float($0)) : 0 })
    for slot in 0..<keys.capacity where keys[slot] != PlaceCounts.free {
      let total = counts.totals[Int(keys[slot] >> 32)]
      bits[slot] = -log2f(Float(counts.counts[slot]) / Float(total))
    }
  }

  /// -log2 of the share of `place` in the area; 0 is no area.
  @inline(__always) func bits(group: UInt32, place: UInt32) -> Float {
    guard group != 0, place != Lexicon.nothing, Int(group) < rarest.capacity else { return 0 }
    let slot = PlaceCounts.slot(PlaceCounts.key(group, place), keys)
    return keys[slot] == PlaceCounts.free ? rarest[Int(group)] : bits[slot]
  }
}

/// People of the roll by area and place of birth, where both are written.
struct PlaceCounts {
  fileprivate private(set) var keys = Storage<UInt64>(repeating: free, count: 1 << 12)
  /// By slot of `keys`.
  fileprivate private(set) var counts = Storage<UInt32>(repeating: 0, count: 1 << 12)
  /// By area: people who state a place.
  fileprivate private(set) var totals: [Int]
  private var held = 0

  fileprivate static let free = UInt64.max

  /// By desa. A desa's people are counted by place first, so that the table is asked once for each of its places.
  init(_ set: RecordSet, areas: Int, places: Int) {
    self.init(areas: areas)
    add(set, places: places)
  }

  /// Nobody yet.
  init(areas: Int) { totals = Array(repeating: 0, count: areas) }

  /// Adds the people of one more roll.
  mutating func add(_ set: RecordSet, places: Int) {
    let here = Storage<UInt32>(repeating: 0, count: places)
    var seen: [UInt32] = []
    set.forEachDesa { area, rows in
      guard area != 0 else { return }
      for row in rows {
        let place = set.records[row].place
        if here[Int(place)] == 0 { seen.append(place) }
        here[Int(place)] &+= 1
      }
      for place in seen {
        if place != Lexicon.nothing { add(area, place, here[Int(place)]) }
        here[Int(place)] = 0
      }
      seen.removeAll(keepingCapacity: true)
    }
  }

  /// The same people by larger areas: `group` names the one that holds an area, 0 is none.
  init(_ parts: PlaceCounts, groups: Int, group: (UInt32) -> UInt32) {
    totals = Array(repeating: 0, count: groups)
    for slot in 0..<parts.keys.capacity where parts.keys[slot] != Self.free {
      let whole = group(UInt32(truncatingIfNeeded: parts.keys[slot] >> 32))
      if whole != 0 { add(whole, UInt32(truncatingIfNeeded: parts.keys[slot]), parts.counts[slot]) }
    }
  }

  private mutating func add(_ area: UInt32, _ place: UInt32, _ people: UInt32) {
    let key = Self.key(area, place)
    let slot = Self.slot(key, keys)
    if keys[slot] == Self.free {
      keys[slot] = key
      held += 1
    }
    counts[slot] += people
    totals[Int(area)] += Int(people)
    if held * 2 > keys.capacity { grow() }
  }

  private mutating func grow() {
    let larger = Storage<UInt64>(repeating: Self.free, count: keys.capacity * 4)
    let moved = Storage<UInt32>(repeating: 0, count: keys.capacity * 4)
    for i in 0..<keys.capacity where keys[i] != Self.free {
      let slot = Self.slot(keys[i], larger)
      larger[slot] = keys[i]
      moved[slot] = counts[i]
    }
    keys = larger
    counts = moved
  }

  @inline(__always) fileprivate static func key(_ area: UInt32, _ place: UInt32) -> UInt64 {
    UInt64(area) << 32 | UInt64(place)
  }

  /// The slot that holds the key, or the free one where it would stand.
  @inline(__always) fileprivate static func slot(_ key: UInt64, _ keys: Storage<UInt64>) -> Int {
    let mask = keys.capacity &- 1
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while keys[slot] != free, keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }
}
