import RollModel

/// Reads a record file: its head and words at once, its records block by block.
package struct RecordFileReader {
  package let path: String
  package let head: RecordHead
  /// Names the content under the key.
  package let mark: String
  /// Emptied when they are merged with those of other files.
  var tokens: StringTable
  /// Number 0 is "nothing written".
  var places: StringTable
  private let tokenCount: Int
  private let placeCount: Int
  private let key: RecordKey
  /// Blocks before the records.
  private let firstRecords: Int

  package init(_ path: String, key: RecordKey) throws(JoiningFault) {
    self.path = path
    self.key = key
    var reader = try SealedReader(path, key: key)
    let foreign = JoiningFault("\(path) tidak berisi sidik yang dikenal; buat ulang dengan 'padan periksa --sidik'.")
    guard let order = try reader.block(), order.count == 16 else { throw foreign }
    let counts = (0..<4).map { Int(SealedFile.value(order[($0 * 4)..<($0 * 4 + 4)], as: UInt32.self)) }
    guard 1 + counts.reduce(0, +) == reader.blocks else { throw foreign }
    var parts: [[UInt8]] = []
    for count in counts.prefix(3) {
      var bytes: [UInt8] = []
      for _ in 0..<count { bytes += try reader.block() ?? [] }
      parts.append(bytes)
    }
    guard let head = RecordHead(parts[0]), let tokens = Self.words(parts[1]), let places = Self.words(parts[2]) else {
      throw foreign
    }
    self.head = head
    self.tokens = tokens
    self.places = places
    tokenCount = tokens.count
    placeCount = max(1, places.count)
    mark = reader.salt.map { IdentityHash.text(UInt64($0)).suffix(2) }.joined()
    firstRecords = 1 + counts.prefix(3).reduce(0, +)
  }

  private static func words(_ bytes: [UInt8]) -> StringTable? {
    var table = StringTable()
    var at = 0
    while at < bytes.count {
      let end = at + 1 + Int(bytes[at])
      guard end <= bytes.count else { return nil }
      let number = table.count
      guard bytes.withUnsafeBytes({ table.intern(UnsafeRawBufferPointer(rebasing: $0[(at + 1)..<end])) }) == number
      else { return nil }
      at = end
    }
    return table
  }

  /// Calls `body` with each record and its words' numbers in this file, in order; every block is checked on the way.
  func forEachRow(_ body: (RecordRow, UnsafeBufferPointer<UInt32>) throws(JoiningFault) -> Void) throws(JoiningFault) {
    var reader = try SealedReader(path, key: key)
    for _ in 0..<firstRecords { _ = try reader.block() }
    var words = [UInt32](repeating: 0, count: RecordRow.mostWords)
    var rows = 0
    while let block = try reader.block() {
      let fault = JoiningFault("\(path) tidak berisi sidik yang dikenal; buat ulang dengan 'padan periksa --sidik'.")
      var at = 0
      while at < block.count {
        guard at + RecordRow.bytes <= block.count else { throw fault }
        let row = block.withUnsafeBytes { RecordRow($0, at: at) }
        let count = Int(row.words)
        at += RecordRow.bytes
        guard count <= RecordRow.mostWords, at + count * 4 <= block.count, Int(row.place) < placeCount,
          Int(row.area) < head.areas.count, Int(row.file) < head.files.count
        else { throw fault }
        block.withUnsafeBytes { bytes in for k in 0..<count { words[k] = bytes.raw(at + k * 4) } }
        for k in 0..<count where Int(words[k]) >= tokenCount { throw fault }
        at += count * 4
        rows += 1
        let result = words.withUnsafeBufferPointer { buffer -> Result<Void, JoiningFault> in
          do throws(JoiningFault) {
            try body(row, UnsafeBufferPointer(rebasing: buffer[..<count]))
            return .success(())
          } catch { return .failure(error) }
        }
        try result.get()
      }
    }
    guard rows == head.rows else {
      throw JoiningFault(
        "\(path) berisi \(rows) baris, sedangkan kepalanya menyebut \(head.rows); buat ulang sidik itu.")
    }
  }
}
