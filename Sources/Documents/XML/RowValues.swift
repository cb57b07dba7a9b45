#if OfficeFiles
  /// The values of one row, by column, in one run of bytes that is used again for the next.
  struct RowValues {
    enum Outcome { case taken, repeated, tooLong }

    private var bytes: [UInt8] = []
    private var starts: [Int] = []
    private var lengths: [Int] = []
    private var serials: [Int] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func addColumn() {
      starts.append(0)
      lengths.append(0)
      serials.append(0)
    }

    mutating func removeAll() {
      bytes.removeAll(keepingCapacity: true)
      for column in lengths.indices { lengths[column] = 0 }
    }

    /// Keeps the first value of a column; more of the same element's text is added to it with a blank between.
    mutating func set(_ column: Int, _ value: UnsafeBufferPointer<UInt8>, _ serial: Int) -> Outcome {
      guard !value.isEmpty else { return .taken }
      let former = lengths[column]
      guard former == 0 || serials[column] == serial else { return .repeated }
      guard former + value.count < XMLTable.longestValue, bytes.count + former + value.count < XMLTable.longestRow
      else {
        return .tooLong
      }
      let start = bytes.count
      if former > 0 {
        bytes.append(contentsOf: bytes[starts[column]..<starts[column] + former])
        bytes.append(32)
      }
      bytes.append(contentsOf: value)
      (starts[column], lengths[column], serials[column]) = (start, bytes.count - start, serial)
      return .taken
    }

    /// All columns with delimiters between.
    func write(to text: GrowingBytes) {
      bytes.withUnsafeBufferPointer { bytes in
        for column in lengths.indices {
          if column > 0 { text.append(GrowingBytes.delimiter) }
          guard lengths[column] > 0 else { continue }
          text.append(cell: UnsafeBufferPointer(rebasing: bytes[starts[column]..<starts[column] + lengths[column]]))
        }
      }
    }
  }

  /// The values that open elements around the rows have, innermost last.
  struct SurroundingValues {
    struct Value {
      let node: Int
      /// Depth of the element that has it.
      let owner: Int
      var bytes: [UInt8]
    }

    private(set) var all: [Value] = []

    mutating func removeAll() { all.removeAll(keepingCapacity: true) }

    /// A later value of the same place takes the earlier one's.
    mutating func set(_ node: Int, _ owner: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      guard !bytes.isEmpty else { return }
      if let known = all.lastIndex(where: { $0.node == node && $0.owner == owner }) {
        all[known].bytes = Array(bytes)
      } else if all.count < XMLTable.mostColumns {
        all.append(Value(node: node, owner: owner, bytes: Array(bytes)))
      }
    }

    /// Drops the values of an element that was closed.
    mutating func drop(from depth: Int) {
      while let last = all.last, last.owner >= depth { all.removeLast() }
    }
  }

  extension UnsafeBufferPointer<UInt8> {
    /// Without blanks and control bytes at both ends.
    var trimmedOfBlanks: Self {
      var (start, end) = (0, count)
      while start < end, self[start] <= 32 { start += 1 }
      while end > start, self[end - 1] <= 32 { end -= 1 }
      return Self(rebasing: self[start..<end])
    }
  }

  extension GrowingBytes {
    /// Unit separator: between cells of text that another format was turned into.
    static let delimiter: UInt8 = 0x1F

    /// A cell of converted text: control bytes become blanks, and one that begins with a quote is quoted.
    func append(cell: UnsafeBufferPointer<UInt8>) {
      guard let first = cell.first else { return }
      guard first == CSVDialect.quote else { return append(clean: cell) }
      append(first)
      for byte in cell {
        if byte == CSVDialect.quote { append(byte) }
        append(byte < 32 || byte == 127 ? 32 : byte)
      }
      append(first)
    }
  }
#endif
