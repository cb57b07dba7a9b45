/// Unpacks deflate (RFC 1951), within a limit: for the check of what was just written, not for speed.
public enum Inflate {
  /// The unpacked bytes; throws `InflateError` when the stream is broken or holds more than `limit` bytes.
  public static func decompress(_ input: ArraySlice<UInt8>, limit: Int) throws(InflateError) -> [UInt8] {
    var decoder = InflateDecoder(input: input, limit: limit)
    try decoder.run()
    return decoder.output
  }
}

/// Why a packed stream could not be read.
public enum InflateError: Error, Equatable {
  case cutOff, badBlock, badCode, badDistance, badLength, tooLong
}

private struct InflateDecoder {
  private var input: ArraySlice<UInt8>
  private let limit: Int
  private var pending: UInt64 = 0
  private var width = 0
  private(set) var output: [UInt8] = []

  init(input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
  }

  mutating func run() throws(InflateError) {
    var isFinal = false
    while !isFinal {
      isFinal = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try decode(.fixedLiterals, .fixedDistances)
      case 2:
        let (literals, distances) = try readCodes()
        try decode(literals, distances)
      default: throw .badBlock
      }
    }
  }

  private mutating func take(_ count: Int) throws(InflateError) -> Int {
    while width < count {
      guard let byte = input.popFirst() else { throw .cutOff }
      pending |= UInt64(byte) << UInt64(width)
      width += 8
    }
    let value = Int(pending & (1 << UInt64(count) - 1))
    pending >>= UInt64(count)
    width -= count
    return value
  }

  private mutating func copyStored() throws(InflateError) {
    _ = try take(width & 7)
    let length = try take(16)
    guard try take(16) == ~length & 0xFFFF else { throw .badLength }
    guard output.count + length <= limit else { throw .tooLong }
    for _ in 0..<length { output.append(UInt8(try take(8))) }
  }

  private mutating func readCodes() throws(InflateError) -> (DecodingTable, DecodingTable) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let sent = try take(4) + 4
    var first = [UInt8](repeating: 0, count: 19)
    for symbol in CodeLengths.order[..<sent] { first[symbol] = UInt8(try take(3)) }
    let table = DecodingTable(first)
    var lengths: [UInt8] = []
    while lengths.count < literals + distances {
      let symbol = try read(table)
      guard symbol >= 16 else {
        lengths.append(UInt8(symbol))
        continue
      }
      let extra = try take(CodeLengths.extraBits(symbol))
      guard symbol != 16 || !lengths.isEmpty else { throw .badLength }
      let repeated = symbol == 16 ? lengths[lengths.count - 1] : 0
      lengths += Array(repeating: repeated, count: extra + (symbol == 18 ? 11 : 3))
    }
    guard lengths.count == literals + distances else { throw .badLength }
    return (DecodingTable(Array(lengths[..<literals])), DecodingTable(Array(lengths[literals...])))
  }

  private mutating func read(_ table: DecodingTable) throws(InflateError) -> Int {
    var code = 0
    for length in 1...15 {
      code = code << 1 | (try take(1))
      if let symbol = table.symbol(code, length) { return symbol }
    }
    throw .badCode
  }

  private mutating func decode(_ literals: DecodingTable, _ distances: DecodingTable) throws(InflateError) {
    while true {
      let symbol = try read(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        guard output.count < limit else { throw .tooLong }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw .badCode }
      let length = try readLength(symbol)
      let distance = try readDistance(try read(distances))
      guard distance <= output.count else { throw .badDistance }
      guard output.count + length <= limit else { throw .tooLong }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func readLength(_ symbol: Int) throws(InflateError) -> Int {
    if symbol < 265 { return symbol - 254 }
    if symbol == 285 { return 258 }
    let extra = (symbol - 261) / 4
    return 3 + (4 + (symbol - 265) & 3) << extra + (try take(extra))
  }

  private mutating func readDistance(_ symbol: Int) throws(InflateError) -> Int {
    if symbol < 4 { return symbol + 1 }
    guard symbol < 30 else { throw .badDistance }
    let extra = symbol / 2 - 1
    return 1 + (2 + symbol & 1) << extra + (try take(extra))
  }
}

/// Symbols by code and length, read bit by bit.
private struct DecodingTable {
  /// First code and first place in `sorted`, by length.
  private var firstCode = [Int](repeating: 0, count: 16)
  private var firstPlace = [Int](repeating: 0, count: 16)
  private var perLength = [Int](repeating: 0, count: 16)
  private var sorted: [Int] = []

  static let fixedLiterals = DecodingTable(HuffmanCode.fixedLiterals.lengths)
  static let fixedDistances = DecodingTable(HuffmanCode.fixedDistances.lengths)

  init(_ lengths: [UInt8]) {
    for length in lengths where length > 0 { perLength[Int(length)] += 1 }
    var code = 0
    for length in 1..<16 {
      code = (code + perLength[length - 1]) << 1
      firstCode[length] = code
      firstPlace[length] = sorted.count
      sorted += lengths.indices.filter { lengths[$0] == length }
    }
  }

  func symbol(_ code: Int, _ length: Int) -> Int? {
    let place = code - firstCode[length]
    guard place >= 0, place < perLength[length] else { return nil }
    return sorted[firstPlace[length] + place]
  }
}
