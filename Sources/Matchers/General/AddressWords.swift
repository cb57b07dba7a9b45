import Platform
import RollModel

/// The words of every record's address, numbered: street, number, desa, kecamatan, postcode, whatever the file joined.
///
/// Only general rolls have it. Records stand in the order of their `RecordSet`. About 40 bytes a record.
final class AddressWords: Sendable {
  let table: TokenTable
  /// -log2 of each word's share among the words of the roll.
  let bits: Storage<Float>
  /// 1 for a word of digits alone.
  let isNumber: Storage<UInt8>
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

  init(_ set: RecordSet, roll: Roll, lists: [Roll]) {
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
    func add(_ roll: Roll, _ row: Int, _ record: Int) {
      let columns = roll.columns
      var own = ofAddress[Int(columns.address[row])]
      if columns.rt[row] != 0 { own.append(UInt32(vocabulary.intern("RT\(columns.rt[row])"))) }
      if columns.rw[row] != 0 { own.append(UInt32(vocabulary.intern("RW\(columns.rw[row])"))) }
      own += ofArea[Int(columns.area[row])]
      all += own.prefix(Self.most)
      starts[record + 1] = UInt32(all.count)
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
    bits = Storage(vocabulary.count)
    isNumber = Storage(vocabulary.count)
    for word in 0..<vocabulary.count {
      let letters = vocabulary.utf8(word)
      bits[word] = Float(-log2(Double(max(1, held[word])) / total))
      isNumber[word] = letters.allSatisfy { (48...57).contains($0) } ? 1 : 0
      initials[Int(letters.first ?? 0)] += Double(held[word])
    }
    initialBits = initials.map { $0 > 0 ? Float(-log2($0 / total)) : 0 }
    let dated = (0..<set.rollCount).reduce(0) { $0 + (set.records[$1].hasFullDate ? 1 : 0) } * 2 > set.rollCount
    let table = TokenTable(vocabulary)
    let words = Storage(all + [0])
    pairs = WordPairs(
      rows: set.rollCount, vocabulary: vocabulary.count,
      words: { row in
        UnsafeBufferPointer(start: words.base + Int(starts[row]), count: Int(starts[row + 1] - starts[row]))
      },
      person: { Self.person(set, $0, dated: dated) })
    self.table = table
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

  private static func split(_ text: ArraySlice<UInt8>, _ vocabulary: inout StringTable) -> [UInt32] {
    text.split { !(48...57).contains($0) && !(65...90).contains($0) && !(97...122).contains($0) }.map { word in
      word.withUnsafeBytes { UInt32(vocabulary.intern($0)) }
    }
  }
}
