import Platform
import RollModel
import Similarity

/// The spellings of places of birth, for edit distances.
final class PlaceSpellings: Sendable {
  let letters: [[UInt8]]
  let masks: [UInt32]

  init(_ places: StringTable) {
    letters = (0..<places.count).map { Array(places.utf8($0)) }
    masks = letters.map { $0.reduce(0) { $0 | 1 << UInt32($1 & 31) } }
  }
}

/// Levels of two places of birth: 0 same, 1 within two edits (five letters or more), 2 different; remembered by number.
struct PlaceComparator: ~Copyable {
  private let spellings: PlaceSpellings
  private let memo: Storage<UInt64>
  private let distance = AlignmentDistance()
  private static let slots = 1 << 13

  init(_ spellings: PlaceSpellings) {
    self.spellings = spellings
    memo = Storage(repeating: .max, count: Self.slots)
  }

  /// Level and chance (bits); level -1 when a side has no place. Symmetric. Source: matching page, 4.5 with C6.
  ///
  /// People of one desa were mostly born in it, so an equal place is taken at its share among those who live where both
  /// live: counting it and the residence as independent called namesakes of one village one person.
  @inline(__always) func compare(
    _ x: MatchRecord, _ y: MatchRecord, _ frequencies: Frequencies
  ) -> (level: Int8, chance: Float) {
    let a = x.place
    let b = y.place
    guard a != Lexicon.nothing, b != Lexicon.nothing else { return (-1, 0) }
    if a == b {
      if x.area != 0, x.area == y.area { return (0, min(x.placeInAreaBits, y.placeInAreaBits)) }
      if x.kecamatan != 0, x.kecamatan == y.kecamatan {
        return (0, min(x.placeInKecamatanBits, y.placeInKecamatanBits))
      }
      return (0, frequencies.placeBits[Int(a)])
    }
    guard isMisspelling(min(a, b), max(a, b)) else { return (2, 0) }
    let p = frequencies.placeBits[Int(a)]
    let q = frequencies.placeBits[Int(b)]
    // u = max(60 × the rarer share, 0.05 × the commoner one).
    return (1, max(0, min(max(p, q) - 5.9069, min(p, q) + 4.3219)))
  }

  @inline(__always) private func isMisspelling(_ a: UInt32, _ b: UInt32) -> Bool {
    let difference = spellings.masks[Int(a)] ^ spellings.masks[Int(b)]
    if difference.nonzeroBitCount > 4 { return false }
    let key = UInt64(a) << 33 | UInt64(b) << 1
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (Self.slots - 1)
    let held = memo[slot]
    if held & ~1 == key { return held & 1 == 1 }
    let x = spellings.letters[Int(a)]
    let y = spellings.letters[Int(b)]
    let near = min(x.count, y.count) >= 5 && abs(x.count - y.count) <= 2 && distance(x, y) <= 2
    memo[slot] = key | (near ? 1 : 0)
    return near
  }
}
