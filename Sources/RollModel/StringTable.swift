/// Distinct byte strings numbered from 0 in order of arrival: a dictionary from text to a small number and back.
///
/// Open addressing over the first sixteen bytes kept inline; a longer string compares its tail as well. One look-up
/// costs a hash and, almost always, one comparison of two words. Not shared between threads while it grows.
public struct StringTable: Sendable {
  public var count: Int { entries.count }
  /// An id plus one in the low bits that `mask` has, and in all others those of the string's hash: most strings that only
  /// share a slot are told apart without a look at them. At most half of the slots are taken, so that ids fit.
  private var slots: [UInt32]
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// A string's first sixteen bytes and where all of it stands: what a look-up reads lies side by side.
  private struct Entry: BitwiseCopyable {
    var low: UInt64
    var high: UInt64
    var start: UInt32
    var length: UInt32
    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  public init() { slots = Array(repeating: 0, count: 1 << 10) }

  /// The same for a text behind whose start sixteen bytes can be read, whatever its length: no branch hangs on it.
  @inline(__always)
  public mutating func intern(padded text: UnsafeRawBufferPointer) -> Int {
    let (a, b) = Self.head(padded: text)
    return number(text, a, b, Self.hash(text, a, b))
  }

  /// The number of the string in `text`, added if it is new. O(length).
  public mutating func intern(_ text: UnsafeRawBufferPointer) -> Int {
    let (a, b) = Self.head(text)
    return number(text, a, b, Self.hash(text, a, b))
  }

  @inline(__always)
  private mutating func number(_ text: UnsafeRawBufferPointer, _ a: UInt64, _ b: UInt64, _ hash: UInt64) -> Int {
    let place = look(text, a, b, hash)
    return place.id >= 0 ? place.id : add(text, a, b, place.slot)
  }

  /// The same, when the string is often the one numbered `likely`: asked first, without a hash.
  @inline(__always)
  public mutating func intern(padded text: UnsafeRawBufferPointer, likely: Int) -> Int {
    let (a, b) = Self.head(padded: text)
    if likely < entries.count, isString(likely, a, b, text) { return likely }
    return number(text, a, b, Self.hash(text, a, b))
  }

  @inline(__always)
  private func isString(_ id: Int, _ a: UInt64, _ b: UInt64, _ text: UnsafeRawBufferPointer) -> Bool {
    let entry = entries[id]
    return entry.low == a && entry.high == b && Int(entry.length) == text.count
      && (text.count <= 16 || matchesTail(Int(entry.start), text))
  }

  /// Adds every string of `other` in its order and returns their numbers here. O(bytes of `other`).
  public mutating func add(_ other: StringTable) -> [UInt32] {
    other.bytes.withUnsafeBytes { all in
      other.entries.map { entry in
        let text = UnsafeRawBufferPointer(rebasing: all[entry.range])
        let place = look(text, entry.low, entry.high, Self.hash(text, entry.low, entry.high))
        return UInt32(place.id >= 0 ? place.id : add(text, entry.low, entry.high, place.slot))
      }
    }
  }

  /// The number of `text`, or -1 and the empty slot where it belongs.
  @inline(__always)
  private func look(_ text: UnsafeRawBufferPointer, _ a: UInt64, _ b: UInt64, _ hash: UInt64) -> (id: Int, slot: Int) {
    slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        let mask = slots.count - 1
        let tag = Self.tag(hash, mask)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
          let id = (Int(slots[slot]) & mask) - 1
          guard slots[slot] & ~UInt32(truncatingIfNeeded: mask) == tag else {
            slot = (slot + 1) & mask
            continue
          }
          let entry = entries[id]
          if entry.low == a, entry.high == b, Int(entry.length) == text.count,
            text.count <= 16 || matchesTail(Int(entry.start), text)
          {
            return (id, slot)
          }
          slot = (slot + 1) & mask
        }
        return (-1, slot)
      }
    }
  }

  public mutating func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
  }

  /// The number of `text`, or nil if it was never added.
  public func find(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { find(UnsafeRawBufferPointer($0)) }
  }

  public func find(_ text: UnsafeRawBufferPointer) -> Int? {
    let (a, b) = Self.head(text)
    let id = look(text, a, b, Self.hash(text, a, b)).id
    return id >= 0 ? id : nil
  }

  public subscript(id: Int) -> String { String(decoding: bytes[entries[id].range], as: UTF8.self) }

  public func utf8(_ id: Int) -> ArraySlice<UInt8> { bytes[entries[id].range] }

  /// Lends the bytes of a string without a copy or a count of references.
  public func withBytes<Result>(_ id: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[entries[id].range])) }
  }

  /// A hash of the string's content: the same in every run and whatever its number is.
  public func contentHash(_ id: Int) -> UInt64 {
    let entry = entries[id]
    return bytes.withUnsafeBytes { all in
      Self.hash(UnsafeRawBufferPointer(rebasing: all[entry.range]), entry.low, entry.high)
    }
  }

  /// Compares what lies behind the first sixteen bytes, eight at a time; the last load may overlap the one before.
  private func matchesTail(_ start: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    bytes.withUnsafeBytes { all in
      let n = text.count
      var i = 16
      while i < n {
        let at = min(i, n - 8)
        let theirs = all.loadUnaligned(fromByteOffset: start + at, as: UInt64.self)
        guard theirs == text.loadUnaligned(fromByteOffset: at, as: UInt64.self) else { return false }
        i = at + 8
      }
      return true
    }
  }

  @inline(never)
  private mutating func add(_ text: UnsafeRawBufferPointer, _ a: UInt64, _ b: UInt64, _ slot: Int) -> Int {
    precondition(bytes.count + text.count < Int(UInt32.max), "a string table holds at most 4 GiB of text")
    entries.append(Entry(low: a, high: b, start: UInt32(bytes.count), length: UInt32(text.count)))
    bytes.append(contentsOf: text)
    let mask = slots.count - 1
    slots[slot] = UInt32(entries.count) | Self.tag(Self.hash(text, a, b), mask)
    if entries.count * 2 >= slots.count { grow() }
    return entries.count - 1
  }

  private mutating func grow() {
    let mask = slots.count * 4 - 1
    var larger = [UInt32](repeating: 0, count: mask + 1)
    for id in 0..<count {
      let hash = contentHash(id)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = UInt32(id + 1) | Self.tag(hash, mask)
    }
    slots = larger
  }

  /// The bits of a hash that a slot keeps beside an id.
  @inline(__always)
  private static func tag(_ hash: UInt64, _ mask: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~UInt32(truncatingIfNeeded: mask)
  }

  @inline(__always)
  private static func head(padded text: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    guard let start = text.baseAddress else { return (0, 0) }
    let bits = UInt64(truncatingIfNeeded: min(text.count, 16) * 8)
    return (
      start.loadUnaligned(as: UInt64.self) & (UInt64.max >> (64 - min(bits, 64))),
      start.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & (UInt64.max >> (128 - max(bits, 64)))
    )
  }

  @inline(__always)
  private static func head(_ text: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    let n = text.count
    if n >= 16 {
      return (text.loadUnaligned(as: UInt64.self), text.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
    if n > 8 {
      // The last eight bytes, moved down so that only those behind the first eight are left.
      let last = text.loadUnaligned(fromByteOffset: n - 8, as: UInt64.self)
      return (text.loadUnaligned(as: UInt64.self), last >> UInt64(128 - 8 * n))
    }
    return (partial(text, from: 0), 0)
  }

  /// The bytes from `start` as a number, the first lowest; at most eight of them. Never reads outside the text.
  @inline(__always)
  private static func partial(_ text: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    let n = text.count - start
    if n >= 8 { return text.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
    if n >= 4 {
      // Two overlapping loads; the shared bytes agree.
      let first = UInt64(text.loadUnaligned(fromByteOffset: start, as: UInt32.self))
      let last = UInt64(text.loadUnaligned(fromByteOffset: start + n - 4, as: UInt32.self))
      return first | last << UInt64(8 * (n - 4))
    }
    var word: UInt64 = 0
    var i = text.count
    while i > start {
      i -= 1
      word = word << 8 | UInt64(text[i])
    }
    return word
  }

  @inline(__always)
  private static func hash(_ text: UnsafeRawBufferPointer, _ a: UInt64, _ b: UInt64) -> UInt64 {
    var h = (a ^ UInt64(text.count)) &* 0x9E37_79B9_7F4A_7C15
    h = (h ^ (h >> 32) ^ b) &* 0xD6E8_FEB8_6659_FD93
    var i = 16
    while i < text.count {
      let end = min(i + 8, text.count)
      h = (h ^ (h >> 32) ^ partial(UnsafeRawBufferPointer(rebasing: text[0..<end]), from: i)) &* 0xD6E8_FEB8_6659_FD93
      i = end
    }
    return h ^ (h >> 32)
  }
}
