import CIntrinsics

/// Cuts bytes into rows and fields: RFC 4180, and what spreadsheets and databases make of it.
///
/// A quote opens a field only at its start; anything between the closing quote and the next delimiter is kept as text. Rows
/// end at a line feed, at one behind a carriage return or two, and at a carriage return alone: pieces of old and new files
/// are pasted together. Only where the row, read on over a carriage return, is a whole one does that stand in a cell.
/// Looks at 64 bytes at a time; a field that needs no unescaping is a view of the input. Never fails: what is no CSV comes
/// out as odd rows, for the reader to refuse. O(bytes).
public struct CSVScanner: ~Copyable {
  public static let maximumFields = 512
  /// How far ahead bytes are asked for: what processors fetch of themselves ends with each page.
  private static let ahead = 1024
  /// How far a row may go on over carriage returns in its cells, in bytes, and over how many of them.
  private static let longestBroken = 1 << 14
  private static let mostBroken = 8

  private let base: UnsafePointer<UInt8>
  private let end: Int
  private let dialect: CSVDialect
  /// One mask more than are kept: the delimiters under a mask are stored without counting them first.
  private let fields: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  private var scratch: [UnsafeMutablePointer<UInt8>] = []
  /// Start of the 64 bytes under `hits`.
  private var block: Int
  private var hits = Hits()
  /// Where the next row starts.
  public private(set) var position: Int
  /// Line breaks passed, those in quotes included.
  public private(set) var lines = 0

  /// The hits in 64 bytes that are not yet used, the first byte in the lowest bit.
  private struct Hits {
    var delimiters: UInt64 = 0
    /// Line feeds, carriage returns and quotes.
    var others: UInt64 = 0

    /// The delimiters before the first of the others.
    @inline(__always)
    var leading: UInt64 { delimiters & ((others & (0 &- others)) &- 1) }

    /// Forgets the first `count` bytes, 0...64.
    @inline(__always)
    mutating func drop(_ count: Int) {
      let rest = UInt64.max << UInt64(count)
      delimiters &= rest
      others &= rest
    }
  }

  /// Scans `bytes` from `start`, which must begin a row. The bytes outlive the scanner and 64 more can be read behind them.
  public init(_ file: borrowing FileBytes, from start: Int, dialect: CSVDialect) {
    base = file.base
    end = file.count
    self.dialect = dialect
    fields = .allocate(capacity: Self.maximumFields + 64)
    position = start
    block = start - 64
  }

  deinit {
    fields.deallocate()
    for area in scratch { area.deallocate() }
  }

  /// The row at `position`; nil at the end of the bytes.
  public mutating func next() -> CSVRow? {
    guard position < end else { return nil }
    if !scratch.isEmpty { dropScratch() }
    let rowStart = position
    let rowLine = lines
    var start = position
    var count = 0
    var closing = -1
    var block = self.block
    var hits = self.hits
    while true {
      while hits.delimiters | hits.others == 0 {
        block += 64
        if block >= end {
          store(&count, start, end, closing)
          self.block = block
          self.hits = hits
          position = end
          return row(count, rowStart, rowLine)
        }
        hits = look(at: block)
      }
      var leading = hits.leading
      hits.delimiters ^= leading
      if closing >= 0, leading != 0 {
        let hit = block + leading.trailingZeroBitCount
        leading &= leading - 1
        store(&count, start, hit, closing)
        start = hit + 1
        closing = -1
      }
      cut(leading, block, &count, &start)
      guard hits.others != 0 else { continue }
      let hit = block + hits.others.trailingZeroBitCount
      hits.others &= hits.others - 1
      if base[hit] != CSVDialect.quote {
        var next = hit + 1
        if base[hit] == 10 {
          // That of a carriage return at the end of the block before.
          if hit < start { continue }
        } else if base[next] == 10 {
          next += 1
          hits.others &= hits.others &- 1
        } else {
          guard LineEnds.isAlone(base + hit) else { continue }
          if isInCell(hit, behind: count) {
            lines += 1
            continue
          }
        }
        store(&count, start, hit, closing)
        lines += 1
        self.block = block
        self.hits = hits
        position = next
        return row(count, rowStart, rowLine)
      }
      guard hit == start, closing < 0, let close = closingQuote(hit) else { continue }
      lines += close.lines
      var next = close.at + 1
      if !close.isEscaped, next < end, base[next] == dialect.delimiter {
        // The common quoted field: nothing to take out of it, nothing behind it.
        store(&count, hit + 1, close.at, -1)
        next += 1
        start = next
      } else {
        closing = close.at
      }
      // Go on behind it: the hits before were inside the field.
      if next - block <= 64 {
        hits.drop(next - block)
      } else {
        block = next - 64
        hits = Hits()
      }
    }
  }

  @inline(__always)
  private func look(at block: Int) -> Hits {
    var hits = Hits()
    padan_prefetch(base + block + Self.ahead)
    hits.delimiters = padan_marks64(base + block, dialect.delimiter, &hits.others)
    if end - block < 64 {
      let inside = (1 << UInt64(end - block)) - 1 as UInt64
      hits.delimiters &= inside
      hits.others &= inside
    }
    return hits
  }

  private func row(_ count: Int, _ offset: Int, _ line: Int) -> CSVRow {
    CSVRow(
      fields: UnsafeBufferPointer(start: fields, count: min(count, Self.maximumFields)), count: count, offset: offset,
      line: line)
  }

  /// Keeps the fields that end at the delimiters under a mask; the first begins at `start`.
  @inline(__always)
  private func cut(_ delimiters: UInt64, _ block: Int, _ count: inout Int, _ start: inout Int) {
    var left = delimiters
    if count > Self.maximumFields {
      count += left.nonzeroBitCount
      if left != 0 { start = block + 64 - left.leadingZeroBitCount }
      return
    }
    // Kept out of memory while the loop runs.
    var field = fields + count
    var from = base + start
    let blockStart = base + block
    while left != 0 {
      let hit = blockStart + left.trailingZeroBitCount
      left &= left &- 1
      field.pointee = UnsafeBufferPointer(start: from, count: hit - from)
      field += 1
      from = hit + 1
    }
    count = field - fields
    start = from - base
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
    let content = UnsafeBufferPointer(start: base + start, count: closing - start)
    if stop == closing + 1, !content.contains(CSVDialect.quote) { return content }
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

  /// Where the quote that opens at `open` is closed, how many line breaks lie between and whether doubled quotes do; nil
  /// when none closes it.
  private func closingQuote(_ open: Int) -> (at: Int, lines: Int, isEscaped: Bool)? {
    let limit = min(end, open + CSVDialect.longestQuotedField)
    var breaks = 0
    var isEscaped = false
    var at = open + 1
    while at < limit {
      var hits: UInt64 = 0
      _ = padan_marks64(base + at, CSVDialect.quote, &hits)
      if limit - at < 64 { hits &= (1 << UInt64(limit - at)) - 1 }
      var next = at + 64
      while hits != 0 {
        let hit = at + hits.trailingZeroBitCount
        hits &= hits - 1
        if base[hit] != CSVDialect.quote {
          if base[hit] == 10 || LineEnds.isAlone(base + hit) { breaks += 1 }
        } else if hit + 1 < end, base[hit + 1] == CSVDialect.quote {
          isEscaped = true
          next = hit + 2
          break
        } else {
          return (hit, breaks, isEscaped)
        }
      }
      at = next
    }
    return nil
  }

  /// Whether the carriage return at `at`, alone outside of quotes and behind `count` fields, stands in a cell: the row is a
  /// whole one if it is read on to a later line break. O(bytes up to it).
  @inline(never)
  private func isInCell(_ at: Int, behind count: Int) -> Bool {
    var fields = count + 1
    guard fields < dialect.width else { return false }
    let limit = min(end, at + Self.longestBroken)
    var breaks = 0
    var place = at + 1
    while place < limit, fields <= dialect.width {
      switch base[place] {
      case dialect.delimiter:
        fields += 1
        if base[place + 1] == CSVDialect.quote, let close = closingQuote(place + 1) { place = close.at }
      case 10: return fields == dialect.width
      case 13 where LineEnds.isAlone(base + place):
        if fields == dialect.width { return true }
        breaks += 1
        if breaks == Self.mostBroken { return false }
      default: break
      }
      place += 1
    }
    return place == end && fields == dialect.width
  }

  private mutating func dropScratch() {
    for area in scratch { area.deallocate() }
    scratch.removeAll(keepingCapacity: true)
  }
}
