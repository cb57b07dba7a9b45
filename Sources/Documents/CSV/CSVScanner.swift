import CIntrinsics

/// Cuts bytes into rows and fields: RFC 4180, and what spreadsheets and databases make of it.
///
/// A quote opens a field only at its start; anything between the closing quote and the next delimiter is kept as text.
/// Looks at 64 bytes at a time; a field that needs no unescaping is a view of the input. Never fails: what is no CSV comes
/// out as odd rows, for the reader to refuse. O(bytes).
package struct CSVScanner: ~Copyable {
  package static let maximumFields = 512

  private let base: UnsafePointer<UInt8>
  private let end: Int
  private let dialect: CSVDialect
  private let fields: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  private var scratch: [UnsafeMutablePointer<UInt8>] = []
  /// Start of the 64 bytes under `mask`, and the hits in them not yet used.
  private var block: Int
  private var mask: UInt64 = 0
  /// Where the next row starts.
  package private(set) var position: Int
  /// Line breaks passed, those in quotes included.
  package private(set) var lines = 0

  /// Scans `bytes` from `start`, which must begin a row. The bytes outlive the scanner and 64 more can be read behind them.
  package init(_ file: borrowing FileBytes, from start: Int, dialect: CSVDialect) {
    base = file.base
    end = file.count
    self.dialect = dialect
    fields = .allocate(capacity: Self.maximumFields)
    position = start
    block = start - 64
  }

  deinit {
    fields.deallocate()
    for area in scratch { area.deallocate() }
  }

  /// The row at `position`; nil at the end of the bytes.
  package mutating func next() -> CSVRow? {
    guard position < end else { return nil }
    if !scratch.isEmpty { dropScratch() }
    let rowStart = position
    let rowLine = lines
    let delimiter = dialect.delimiter
    let newline = dialect.newline
    var start = position
    var count = 0
    var closing = -1
    var block = self.block
    var mask = self.mask
    while true {
      while mask == 0 {
        block += 64
        if block >= end {
          store(&count, start, end, closing)
          self.block = block
          self.mask = 0
          position = end
          return row(count, rowStart, rowLine)
        }
        mask = padan_mask64(base + block, delimiter, newline, CSVDialect.quote)
        if end - block < 64 { mask &= (1 << UInt64(end - block)) - 1 }
      }
      let hit = block + mask.trailingZeroBitCount
      mask &= mask - 1
      let byte = base[hit]
      if byte == delimiter {
        store(&count, start, hit, closing)
        start = hit + 1
        closing = -1
      } else if byte == newline {
        let last = hit > start && newline == 10 && base[hit - 1] == 13 ? hit - 1 : hit
        store(&count, start, last, closing)
        lines += 1
        self.block = block
        self.mask = mask
        position = hit + 1
        return row(count, rowStart, rowLine)
      } else if hit == start, closing < 0, let (close, breaks) = closingQuote(hit) {
        closing = close
        lines += breaks
        // Go on behind the closing quote: the hits before it were inside the field.
        let next = close + 1
        block = next - 64
        mask = 0
      }
    }
  }

  private func row(_ count: Int, _ offset: Int, _ line: Int) -> CSVRow {
    CSVRow(
      fields: UnsafeBufferPointer(start: fields, count: min(count, Self.maximumFields)), count: count, offset: offset,
      line: line)
  }

  /// Keeps the field `start..<stop`; `closing` is where its closing quote stands, -1 when it is not quoted.
  @inline(__always)
  private mutating func store(_ count: inout Int, _ start: Int, _ stop: Int, _ closing: Int) {
    if count < Self.maximumFields {
      fields[count] =
        closing < 0
        ? UnsafeBufferPointer(start: base + start, count: stop - start) : unquoted(start + 1, closing, stop)
    }
    count += 1
  }

  /// The content between the quotes, doubled quotes single, and what follows the closing one.
  private mutating func unquoted(_ start: Int, _ closing: Int, _ stop: Int) -> UnsafeBufferPointer<UInt8> {
    var hasQuote = false
    for i in start..<closing where base[i] == CSVDialect.quote {
      hasQuote = true
      break
    }
    if !hasQuote, stop == closing + 1 { return UnsafeBufferPointer(start: base + start, count: closing - start) }
    let area = UnsafeMutablePointer<UInt8>.allocate(capacity: stop - start + 64)
    scratch.append(area)
    var length = 0
    var i = start
    while i < stop {
      defer { i += 1 }
      if i == closing { continue }
      area[length] = base[i]
      length += 1
      if i < closing, base[i] == CSVDialect.quote { i += 1 }
    }
    (area + length).initialize(repeating: 0, count: 64)
    return UnsafeBufferPointer(start: area, count: length)
  }

  /// Where the quote that opens at `open` is closed, and how many line breaks lie between; nil when none closes it.
  private func closingQuote(_ open: Int) -> (Int, Int)? {
    let limit = min(end, open + CSVDialect.longestQuotedField)
    var breaks = 0
    var at = open + 1
    while at < limit {
      var hits = padan_mask64(base + at, CSVDialect.quote, dialect.newline, CSVDialect.quote)
      if limit - at < 64 { hits &= (1 << UInt64(limit - at)) - 1 }
      var next = at + 64
      while hits != 0 {
        let hit = at + hits.trailingZeroBitCount
        hits &= hits - 1
        if base[hit] != CSVDialect.quote {
          breaks += 1
        } else if hit + 1 < end, base[hit + 1] == CSVDialect.quote {
          next = hit + 2
          break
        } else {
          return (hit, breaks)
        }
      }
      at = next
    }
    return nil
  }

  private mutating func dropScratch() {
    for area in scratch { area.deallocate() }
    scratch.removeAll(keepingCapacity: true)
  }
}
