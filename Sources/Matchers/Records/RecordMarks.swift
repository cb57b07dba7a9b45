/// A set of records out of a known number of them: one bit a record.
struct RecordMarks {
  private let words: Storage<UInt64>

  init(_ count: Int) { words = Storage(repeating: 0, count: count / 64 + 1) }

  @inline(__always) func has(_ record: Int) -> Bool { words[record >> 6] >> UInt64(record & 63) & 1 != 0 }

  @inline(__always) mutating func mark(_ record: Int) { words[record >> 6] |= 1 << UInt64(record & 63) }
}
