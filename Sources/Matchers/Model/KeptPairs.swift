import CIntrinsics

/// Remembers where a kept pair stands, so that a later pass that brings it again only leaves its mark.
///
/// Direct-mapped and forgetful: a pair that was pushed out is compared again and merged at the end, so what is kept
/// never depends on it. True pairs come in about six passes; their marks gather here and not at the pair, which by then
/// is far from any cache. 4 MiB; one per thread.
struct KeptPairs: ~Copyable {
  /// One remembered pair: its place among the kept, and the passes that brought it.
  struct Entry: BitwiseCopyable {
    fileprivate var key: UInt64 = .max
    fileprivate(set) var place: UInt32 = 0
    fileprivate(set) var passes: UInt32 = 0

    fileprivate var isUsed: Bool { key != .max }
    /// The higher record of the pair.
    var b: Int { Int(key & 0xFFFF_FFFF) }
  }

  private let entries = Storage<Entry>(repeating: Entry(), count: slots)
  private static let slots = 1 << 18

  /// Asks for the pair's slot ahead of `mark`: the table is larger than the nearest caches.
  @inline(__always) func prefetch(_ a: Int, _ b: Int) {
    padan_prefetch(entries.base + Self.slot(Self.key(a, b)))
  }

  /// Marks the pair with a pass that brought it again; false when it is not remembered. O(1).
  @inline(__always) func mark(_ a: Int, _ b: Int, _ pass: UInt32) -> Bool {
    let key = Self.key(a, b)
    let entry = entries.base + Self.slot(key)
    guard entry.pointee.key == key else { return false }
    entry.pointee.passes |= pass
    return true
  }

  /// Remembers a pair that is kept at `place`; returns the one that it pushes out.
  @inline(__always) func remember(_ a: Int, _ b: Int, at place: Int, _ pass: UInt32) -> Entry? {
    let key = Self.key(a, b)
    let entry = entries.base + Self.slot(key)
    let before = entry.pointee
    entry.pointee = Entry(key: key, place: UInt32(truncatingIfNeeded: place), passes: pass)
    return before.isUsed ? before : nil
  }

  /// The pairs that no other pushed out.
  var remembered: [Entry] { (0..<Self.slots).filter { entries[$0].isUsed }.map { entries[$0] } }

  @inline(__always) private static func key(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: a) << 32 | UInt64(truncatingIfNeeded: b)
  }

  @inline(__always) private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 46)
  }
}
