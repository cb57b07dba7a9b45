/// The head of a block with codes of its own: the lengths of both codes, run-length coded (RFC 1951, 3.2.7).
struct CodeLengths {
  /// Symbol 0...18, with the value of its extra bits.
  private var symbols: [(symbol: Int, extra: Int)] = []
  private let literalCount: Int
  private let distanceCount: Int
  private let code: HuffmanCode
  private let sent: Int

  init(_ literals: [UInt8], _ distances: [UInt8]) {
    literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
    distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
    let lengths = literals[..<literalCount] + distances[..<distanceCount]
    symbols = Self.runs(Array(lengths))
    var counts = [UInt32](repeating: 0, count: 19)
    for entry in symbols { counts[entry.symbol] += 1 }
    code = HuffmanCode(counts: counts, limit: 7)
    let order = code
    sent = max(4, (Self.order.lastIndex { order.lengths[$0] > 0 } ?? 0) + 1)
  }

  /// Bits that the head takes.
  var cost: Int {
    14 + sent * 3 + symbols.reduce(0) { $0 + Int(code.lengths[$1.symbol]) + Self.extraBits($1.symbol) }
  }

  func write(to bits: inout BitWriter) {
    bits.write(UInt64(literalCount - 257), 5)
    bits.write(UInt64(distanceCount - 1), 5)
    bits.write(UInt64(sent - 4), 4)
    for symbol in Self.order[..<sent] { bits.write(UInt64(code.lengths[symbol]), 3) }
    for (symbol, extra) in symbols {
      bits.write(UInt64(code.codes[symbol]), Int(code.lengths[symbol]))
      bits.write(UInt64(extra), Self.extraBits(symbol))
    }
  }

  static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  static func extraBits(_ symbol: Int) -> Int {
    switch symbol {
    case 16: 2
    case 17: 3
    case 18: 7
    default: 0
    }
  }

  private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, extra: Int)] {
    var result: [(symbol: Int, extra: Int)] = []
    var i = 0
    while i < lengths.count {
      let value = lengths[i]
      var run = 1
      while i + run < lengths.count, lengths[i + run] == value { run += 1 }
      i += run
      if value != 0 {
        result.append((Int(value), 0))
        run -= 1
      }
      while run >= 3 {
        let taken = min(run, value == 0 ? 138 : 6)
        result.append(value != 0 ? (16, taken - 3) : taken <= 10 ? (17, taken - 3) : (18, taken - 11))
        run -= taken
      }
      for _ in 0..<run { result.append((Int(value), 0)) }
    }
    return result
  }
}
