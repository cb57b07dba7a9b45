import CIntrinsics
import Platform
import RollModel

/// What bounds read of one word, side by side: sixteen bytes.
struct WordSight: BitwiseCopyable, Sendable {
  /// `TokenTable.signatures`.
  let signature: UInt64
  /// -log2 of the word's share among the words of the roll.
  let bits: Float
  /// A word of digits alone.
  let isNumber: Bool
}

/// The words of every record's address, numbered: street, number, desa, kecamatan, postcode, whatever the file joined.
///
/// Only general rolls have it. Records stand in the order of their `RecordSet`. About 50 bytes a record.
final class AddressWords: Sendable {
  let table: TokenTable
  let sights: Storage<WordSight>
  /// By record: one bit a word, by its number. Addresses without a bit in common have no equal word.
  let marks: Storage<UInt64>
  /// -log2 of the share of words by first letter or digit.
  let initialBits: [Float]
  /// Which words come together in many people's addresses.
  let pairs: WordPairs
  /// Words on the roll.
  let total: Double
  private let starts: Storage<UInt32>
  private let words: Storage<UInt32>

  /// Words of one address beyond these are left out.
  static let most = 16

  init(_ set: RecordSet, roll: Roll, lists: [Roll], threads: Int = 1) {
    var vocabulary = StringTable()
    let lexicon = roll.lexicon
    let ofAddress = (0..<lexicon.addresses.count).map { Self.split(lexicon.addresses.utf8($0), &vocabulary) }
    let ofArea = lexicon.areas.entries.map { entry -> [UInt32] in
      let named = Self.split(Array((entry.desa + " " + entry.kecamatan).utf8)[...], &vocabulary)
      return named.isEmpty ? Self.split(Array(entry.code.description.utf8)[...], &vocabulary) : named
    }
    var all: [UInt32] = []
    let starts = Storage<UInt32>(set.count + 1)
    starts[0] = 0
    let marks = Storage<UInt64>(set.count)
    var (rt, rw) = (NumberedWords("RT"), NumberedWords("RW"))
    func add(_ roll: Roll, _ row: Int, _ record: Int) {
      let columns = roll.columns
      let start = all.count
      all += ofAddress[Int(columns.address[row])]
      if columns.rt[row] != 0 { all.append(rt.word(Int(columns.rt[row]), &vocabulary)) }
      if columns.rw[row] != 0 { all.append(rw.word(Int(columns.rw[row]), &vocabulary)) }
      all += ofArea[Int(columns.area[row])]
      if all.count - start > Self.most { all.removeSubrange((start + Self.most)...) }
      starts[record + 1] = UInt32(all.count)
      marks[record] = all[start...].reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
    for row in 0..<set.rollCount { add(roll, row, row) }
    let ofRoll = all.count
    for (part, list) in zip(set.lists, lists) {
      for (i, row) in part.rows.enumerated() { add(list, Int(row), part.start + i) }
    }
    var held = [Int](repeating: 0, count: vocabulary.count)
    for word in all[..<ofRoll] { held[Int(word)] += 1 }
    let total = Double(max(1, ofRoll))
    var initials = [Double](repeating: 0, count: 256)
    let table = TokenTable(vocabulary, threads: threads)
    sights = Storage(vocabulary.count)
    for word in 0..<vocabulary.count {
      let letters = vocabulary.utf8(word)
      sights[word] = WordSight(
        signature: table.signatures[word], bits: Float(-log2(Double(max(1, held[word])) / total)),
        isNumber: letters.allSatisfy { (48...57).contains($0) })
      initials[Int(letters.first ?? 0)] += Double(held[word])
    }
    initialBits = initials.map { $0 > 0 ? Float(-log2($0 / total)) : 0 }
    let dated = (0..<set.rollCount).reduce(0) { $0 + (set.records[$1].hasFullDate ? 1 : 0) } * 2 > set.rollCount
    all.append(0)
    let words = Storage(all)
    pairs = WordPairs(
      rows: set.rollCount, vocabulary: vocabulary.count,
      words: { row in
        UnsafeBufferPointer(start: words.base + Int(starts[row]), count: Int(starts[row + 1] - starts[row]))
      },
      person: { Self.person(set, $0, dated: dated) })
    self.table = table
    self.marks = marks
    self.words = words
    self.starts = starts
    self.total = total
  }

  /// Who a row is, for counting people: the name stands for the date in a roll without dates, and all unknown dates are
  /// one.
  private static func person(_ set: RecordSet, _ row: Int, dated: Bool) -> WordPairs.Person {
    let token = set.tokenPointer(row)
    let name = mixed((0..<set.tokenCount(row)).reduce(1 << 40) { $0 &+ set.table.codes[Int(token[$1])].skeletonHash })
    return WordPairs.Person(date: dated ? mixed(UInt64(set.records[row].birth)) : name, name: name)
  }

  /// The words of a record, in the order of the file.
  @inline(__always) func of(_ record: Int) -> UnsafeBufferPointer<UInt32> {
    let start = Int(starts[record])
    return UnsafeBufferPointer(start: words.base + start, count: Int(starts[record + 1]) - start)
  }

  /// Asks for what is known of a record before it is needed.
  @inline(__always) func prefetch(_ record: Int) {
    padan_prefetch(starts.base + record)
    padan_prefetch(marks.base + record)
  }

  /// Words such as RT3, looked up by their number.
  private struct NumberedWords {
    private let letters: String
    private var known: [UInt32?] = []

    init(_ letters: String) { self.letters = letters }

    mutating func word(_ number: Int, _ vocabulary: inout StringTable) -> UInt32 {
      while known.count <= number { known.append(nil) }
      let word = known[number] ?? UInt32(vocabulary.intern("\(letters)\(number)"))
      known[number] = word
      return word
    }
  }

  private static func split(_ text: ArraySlice<UInt8>, _ vocabulary: inout StringTable) -> [UInt32] {
    text.split { !(48...57).contains($0) && !(65...90).contains($0) && !(97...122).contains($0) }.map { word in
      word.withUnsafeBytes { UInt32(vocabulary.intern($0)) }
    }
  }
}
