/// How a 64-bit key is shared out: hash above, record number below.
///
/// Below sixteen million records 33 bits of hash are sorted and compared: two keys that agree by chance only bring
/// one more pair to compare. Above, 44 bits, or what the record numbers leave.
struct KeyCut {
  let indexMask: UInt64
  let shift: Int
  let rounds: Int
  /// `shift`, as shifting wants it.
  let places: UInt64

  init(records: Int) {
    let isLarge = records >= 1 << 24
    var bits = 1
    while 1 << bits < records { bits += 1 }
    rounds = isLarge ? 4 : 3
    shift = isLarge ? max(20, bits) : 31
    places = UInt64(shift)
    indexMask = (1 << places) - 1
  }

  @inline(__always) func key(_ hash: UInt64, _ record: Int) -> UInt64 { hash & ~indexMask | UInt64(record) }
}
