import CIntrinsics

/// Compresses bytes to the deflate format (RFC 1951), made for speed: four earlier places are tried, and for a short
/// match the next position.
///
/// Pieces that were compressed apart, all but the last with `isLast: false`, may be put one after another: each ends
/// on a byte border. The same input gives the same bytes.
public enum Deflate {
  /// O(length). Each block is coded as whichever is smallest: with codes of its own, with the fixed codes, or stored.
  public static func compress(_ input: UnsafeRawBufferPointer, isLast: Bool = true) -> [UInt8] {
    var encoder = DeflateEncoder(capacity: input.count / 3 + 1024)
    encoder.encode(input, isLast: isLast)
    return encoder.bytes
  }
}

/// Symbols of a block before they are coded: a literal as its byte; a match as length << 16 | distance.
private struct DeflateEncoder: ~Copyable {
  static let tokensPerBlock = 1 << 15
  static let hashBits = 12
  static let window = 32_768
  static let longest = 258
  /// A match of so many bytes is taken without looking for a longer one at the next position.
  static let goodLength = 32

  private var bits: BitWriter
  private let tokens: UnsafeMutablePointer<UInt32>
  /// By hash of four bytes, the places where they stood last, the latest first. One place a hash made tables a fifth
  /// larger; eight save another twentieth for half the time again.
  private let lastSeen: UnsafeMutablePointer<SIMD4<Int32>>
  private static let nowhere = SIMD4<Int32>(repeating: Int32.min)
  /// How often each symbol occurs in the block.
  private let literals = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 286)
  private let distances = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 30)

  init(capacity: Int) {
    bits = BitWriter(capacity: capacity)
    // One more: a literal may come before the last match.
    tokens = .allocate(capacity: Self.tokensPerBlock + 1)
    lastSeen = .allocate(capacity: 1 << Self.hashBits)
    lastSeen.initialize(repeating: Self.nowhere, count: 1 << Self.hashBits)
  }

  deinit {
    tokens.deallocate()
    lastSeen.deallocate()
    literals.deallocate()
    distances.deallocate()
  }

  var bytes: [UInt8] { bits.bytes }

  mutating func encode(_ input: UnsafeRawBufferPointer, isLast: Bool) {
    // Positions are 32 bits wide; longer input is cut into runs that do not look behind their start.
    var start = 0
    repeat {
      let end = min(input.count, start + 1 << 30)
      if start > 0 { lastSeen.update(repeating: Self.nowhere, count: 1 << Self.hashBits) }
      encodeRun(UnsafeRawBufferPointer(rebasing: input[start..<end]), isLast: isLast && end == input.count)
      start = end
    } while start < input.count
    if !isLast { bits.writeStoredHeader(length: 0, isFinal: false) }
    bits.alignToByte()
  }

  private mutating func encodeRun(_ input: UnsafeRawBufferPointer, isLast: Bool) {
    guard input.count > 0 else {
      if isLast { bits.writeStoredHeader(length: 0, isFinal: true) }
      return
    }
    var position = 0
    while position < input.count {
      let start = position
      let count = tokenize(input, &position)
      let source = UnsafeRawBufferPointer(rebasing: input[start..<position])
      writeBlock(count, source, isFinal: isLast && position == input.count)
    }
  }

  /// Fills `tokens` from `position` on and counts symbols; returns the number of tokens.
  private func tokenize(_ input: UnsafeRawBufferPointer, _ position: inout Int) -> Int {
    literals.initialize(repeating: 0)
    distances.initialize(repeating: 0)
    literals[256] = 1
    let (tokens, literals, distances) = (tokens, literals, distances)
    let n = input.count
    let hashable = n - 8
    var count = 0
    var i = position
    while i < n, count < Self.tokensPerBlock {
      var (length, distance) = i <= hashable ? match(input, i, longerThan: 0) : (0, 0)
      if length > 0, length < Self.goodLength, i < hashable {
        let next = match(input, i &+ 1, longerThan: length &+ 1)
        if next.length > 0 {
          tokens[count] = UInt32(input[i])
          count += 1
          literals[Int(input[i])] &+= 1
          i += 1
          (length, distance) = next
        }
      }
      if length > 0 {
        tokens[count] = UInt32(truncatingIfNeeded: length << 16 | distance)
        count += 1
        literals[Self.lengthSymbol(length)] &+= 1
        distances[Self.distanceSymbol(distance)] &+= 1
        let end = i + length
        if end <= hashable {
          remember(input, end - 1)
          if length > 12 { remember(input, i + length / 2) }
        }
        i = end
        continue
      }
      let byte = input[i]
      tokens[count] = UInt32(byte)
      count += 1
      literals[Int(byte)] &+= 1
      i += 1
    }
    position = i
    return count
  }

  /// The longest match of what stands at `place` with one of the places remembered for it, which remember it too; length 0
  /// where none is longer than asked.
  @inline(__always)
  private func match(
    _ input: UnsafeRawBufferPointer, _ place: Int, longerThan least: Int
  ) -> (length: Int, distance: Int) {
    let word = input.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    let places = remember(word, place)
    var found = (length: 0, distance: 0)
    var longest = least
    for k in 0..<4 {
      let before = Int(places[k])
      guard before >= 0, place &- before <= Self.window, place &+ longest < input.count else { break }
      // A longer match has the next byte too.
      guard input[before &+ longest] == input[place &+ longest] else { continue }
      guard input.loadUnaligned(fromByteOffset: before, as: UInt32.self) == word else { continue }
      let agreeing = Self.matchLength(input, before, place)
      if agreeing > longest {
        found = (agreeing, place &- before)
        longest = agreeing
      }
    }
    return found
  }

  @inline(__always)
  private func remember(_ input: UnsafeRawBufferPointer, _ at: Int) {
    _ = remember(input.loadUnaligned(fromByteOffset: at, as: UInt32.self), at)
  }

  /// Notes that `word` stands at `place`; returns where words of its hash stood before, the latest first.
  @inline(__always)
  private func remember(_ word: UInt32, _ place: Int) -> SIMD4<Int32> {
    let slot = Self.slot(word)
    let places = lastSeen[slot]
    lastSeen[slot] = SIMD4(Int32(truncatingIfNeeded: place), places[0], places[1], places[2])
    return places
  }

  @inline(__always)
  private static func slot(_ word: UInt32) -> Int { Int((word &* 0x9E37_79B1) >> UInt32(32 - hashBits)) }

  /// How far the bytes at `a` and `b` agree, at most 258. The first four are known to.
  @inline(__always)
  private static func matchLength(_ input: UnsafeRawBufferPointer, _ a: Int, _ b: Int) -> Int {
    let most = min(longest, input.count - b)
    var length = 4
    if let start = input.baseAddress?.assumingMemoryBound(to: UInt8.self) {
      while length + 16 <= most {
        let agreeing = Int(padan_agreeing16(start + a + length, start + b + length))
        if agreeing < 16 { return length + agreeing }
        length += 16
      }
    }
    while length + 8 <= most {
      let x = input.loadUnaligned(fromByteOffset: a + length, as: UInt64.self).littleEndian
      let y = input.loadUnaligned(fromByteOffset: b + length, as: UInt64.self).littleEndian
      if x != y { return length + (x ^ y).trailingZeroBitCount >> 3 }
      length += 8
    }
    while length < most, input[a + length] == input[b + length] { length += 1 }
    return length
  }

  @inline(__always)
  static func lengthSymbol(_ length: Int) -> Int {
    let l = length - 3
    if l < 8 { return 257 + l }
    if length == longest { return 285 }
    let extra = 61 - l.leadingZeroBitCount
    return 261 + extra * 4 + (l >> extra & 3)
  }

  @inline(__always)
  static func distanceSymbol(_ distance: Int) -> Int {
    let d = distance - 1
    if d < 4 { return d }
    let top = 63 - d.leadingZeroBitCount
    return top * 2 + (d >> (top - 1) & 1)
  }

  private mutating func writeBlock(_ count: Int, _ source: UnsafeRawBufferPointer, isFinal: Bool) {
    let literals = Array(literals)
    let distances = Array(distances)
    let literalCode = HuffmanCode(counts: literals, limit: 15)
    let distanceCode = HuffmanCode(counts: distances, limit: 15)
    let header = CodeLengths(literalCode.lengths, distanceCode.lengths)
    let own = header.cost + literalCode.cost(literals) + distanceCode.cost(distances)
    let fixed = HuffmanCode.fixedLiterals.cost(literals) + HuffmanCode.fixedDistances.cost(distances)
    // Extra bits are the same in both; a stored block has neither.
    let stored = (source.count + 5 * (source.count / 65_535 + 1)) * 8
    bits.reserve(min(count * 6, source.count * 2 + 64) + source.count / 8 + 1024)
    if stored < min(own, fixed) + extraBits {
      bits.writeStored(source, isFinal: isFinal)
    } else if fixed <= own {
      bits.write(isFinal ? 3 : 2, 3)
      writeTokens(count, HuffmanCode.fixedLiterals, HuffmanCode.fixedDistances)
    } else {
      bits.write(isFinal ? 5 : 4, 3)
      header.write(to: &bits)
      writeTokens(count, literalCode, distanceCode)
    }
  }

  private var extraBits: Int {
    var sum = 0
    for symbol in 265..<285 { sum += Int(literals[symbol]) * ((symbol - 261) / 4) }
    for symbol in 4..<30 { sum += Int(distances[symbol]) * (symbol / 2 - 1) }
    return sum
  }

  private mutating func writeTokens(_ count: Int, _ literalCode: HuffmanCode, _ distanceCode: HuffmanCode) {
    let codes = TokenCodes(literalCode, distanceCode)
    var cursor = bits.cursor
    codes.literals.withUnsafeBufferPointer { literals in
      codes.lengths.withUnsafeBufferPointer { lengths in
        codes.distances.withUnsafeBufferPointer { distances in
          for k in 0..<count {
            let token = tokens[k]
            if token < 256 {
              let code = literals[Int(token)]
              cursor.put(code.bits, code.width)
            } else {
              let near = lengths[Int(token >> 16)]
              let distance = Int(token & 0xFFFF)
              let symbol = Self.distanceSymbol(distance)
              let far = distances[symbol]
              let extra = max(0, symbol >> 1 &- 1)
              let rest = UInt64(truncatingIfNeeded: (distance &- 1) & (1 << extra &- 1))
              let value = near.bits | (far.bits | rest << far.shift) << near.shift
              cursor.put(value, near.width &+ far.width &+ extra)
            }
          }
          cursor.put(literals[256].bits, literals[256].width)
        }
      }
    }
    bits.cursor = cursor
  }
}

/// What each token of a block is written as.
private struct TokenCodes {
  struct Code {
    var bits: UInt64
    var width: Int
    var shift: UInt64 { UInt64(truncatingIfNeeded: width) }
  }

  /// By byte, and for the end of the block.
  let literals: [Code]
  /// By length of a match, with the extra bits.
  let lengths: [Code]
  /// By symbol, without the extra bits.
  let distances: [Code]

  init(_ literalCode: HuffmanCode, _ distanceCode: HuffmanCode) {
    literals = (0...256).map { Code(bits: UInt64(literalCode.codes[$0]), width: Int(literalCode.lengths[$0])) }
    lengths = (0...DeflateEncoder.longest).map { length in
      guard length >= 3 else { return Code(bits: 0, width: 0) }
      let symbol = DeflateEncoder.lengthSymbol(length)
      let width = Int(literalCode.lengths[symbol])
      let extra = symbol >= 265 && symbol < 285 ? (symbol - 261) / 4 : 0
      let rest = UInt64((length - 3) & (1 << extra - 1))
      return Code(bits: UInt64(literalCode.codes[symbol]) | rest << UInt64(width), width: width + extra)
    }
    distances = distanceCode.codes.indices.map {
      Code(bits: UInt64(distanceCode.codes[$0]), width: Int(distanceCode.lengths[$0]))
    }
  }
}

extension HuffmanCode {
  /// The codes that both sides know (RFC 1951, 3.2.6).
  static let fixedLiterals = HuffmanCode(
    lengths: Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
      + Array(repeating: 8, count: 8))
  static let fixedDistances = HuffmanCode(lengths: Array(repeating: 5, count: 30))
}
