import CIntrinsics
import RollModel

/// By record, where it stands in the blocks of all passes: whom it meets, each once, with all the passes that bring the two
/// together.
///
/// Rows of one person share many words, so dozens of keys bring the same two; so do all the words of a desa's name. Gone
/// through block by block, rolls without numbers looked at each pair two or three times.
struct BlockIndex: Sendable {
  /// The entries of all passes, and where each pass ends.
  private let entries: Storage<UInt32>
  private let ends: [Int]
  /// Places of record `i` stand at `starts[i]..<starts[i + 1]`, in order; none where it is the last of its block.
  private let starts: Storage<UInt32>
  private let places: Storage<UInt32>

  init(_ passes: [PassBlocks], rollCount: Int) {
    let count = passes.reduce(0) { $0 + $1.count }
    precondition(count < 1 << 32, "places are numbered in 32 bits")
    let entries = Storage<UInt32>(count)
    var ends: [Int] = []
    var end = 0
    for pass in passes {
      (entries.base + end).update(from: pass.entries.base, count: pass.count)
      end += pass.count
      ends.append(end)
    }
    let starts = Storage<UInt32>(repeating: 0, count: rollCount + 2)
    for place in 0..<count where entries[place] < rollCount { starts[Int(entries[place]) + 2] += 1 }
    for record in 0..<rollCount { starts[record + 2] += starts[record + 1] }
    let places = Storage<UInt32>(Int(starts[rollCount + 1]))
    for place in 0..<count where entries[place] < rollCount {
      let record = Int(entries[place])
      places[Int(starts[record + 1])] = UInt32(place)
      starts[record + 1] += 1
    }
    self.entries = entries
    self.ends = ends
    self.starts = starts
    self.places = places
  }

  /// Whom one record meets. One per thread.
  struct Met: ~Copyable {
    /// By record: who met it last, and above 2^32 the passes that brought it.
    private let marks: Storage<UInt64>
    private(set) var records: [UInt32] = []

    init(records: Int) { marks = Storage(repeating: UInt64(UInt32.max), count: records) }

    func passes(_ record: Int) -> UInt32 { UInt32(truncatingIfNeeded: marks[record] >> 32) }

    /// Fills in those that record `a` meets behind it, in no order.
    mutating func meet(_ a: Int, in index: BlockIndex) {
      records.removeAll(keepingCapacity: true)
      var pass = 0
      for k in Int(index.starts[a])..<Int(index.starts[a + 1]) {
        var place = Int(index.places[k])
        while place >= index.ends[pass] { pass += 1 }
        let bit: UInt64 = 1 << UInt64(32 + pass)
        var entry: UInt32
        repeat {
          place += 1
          entry = index.entries[place]
          let b = entry & ~PassBlocks.last
          let mark = marks[Int(b)]
          if UInt32(truncatingIfNeeded: mark) == UInt32(a) {
            marks[Int(b)] = mark | bit
          } else {
            marks[Int(b)] = UInt64(a) | bit
            records.append(b)
          }
        } while entry & PassBlocks.last == 0
      }
    }
  }
}
