/// A JSON text that was read: members keep their order, and of equal keys the first counts.
public enum JSONValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Reads one text that fills `bytes` (RFC 8259: UTF-8, no trailing commas); nesting beyond 64 is refused.
  public init(_ bytes: some Collection<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.document()
  }

  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string member; nil for a member that is missing or no string.
  public func text(_ key: String) -> String? {
    guard case .string(let text)? = self[key] else { return nil }
    return text
  }

  public func number(_ key: String) -> Double? {
    guard case .number(let number)? = self[key] else { return nil }
    return number
  }

  public func items(_ key: String) -> [JSONValue] {
    guard case .array(let items)? = self[key] else { return [] }
    return items
  }
}

/// A text that is no JSON, and the byte at which it stops being so.
public struct JSONError: Error, Sendable, Equatable {
  public let offset: Int

  public init(offset: Int) { self.offset = offset }
}

private struct JSONParser {
  let bytes: [UInt8]
  var at = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value()
    skipBlanks()
    guard at == bytes.count else { throw JSONError(offset: at) }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try items())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, [32, 9, 10, 13].contains(byte) { at += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    guard depth <= 64 else { throw JSONError(offset: at) }
    at += 1
  }

  private mutating func members() throws(JSONError) -> [JSONValue.Member] {
    try enter()
    defer { depth -= 1 }
    var members: [JSONValue.Member] = []
    if take("}") { return members }
    repeat {
      skipBlanks()
      let key = try string()
      guard take(":") else { throw JSONError(offset: at) }
      members.append(JSONValue.Member(key: key, value: try value()))
    } while take(",")
    guard take("}") else { throw JSONError(offset: at) }
    return members
  }

  private mutating func items() throws(JSONError) -> [JSONValue] {
    try enter()
    defer { depth -= 1 }
    var items: [JSONValue] = []
    if take("]") { return items }
    repeat { items.append(try value()) } while take(",")
    guard take("]") else { throw JSONError(offset: at) }
    return items
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let end = at + word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[at..<end].elementsEqual(expected) else { throw JSONError(offset: at) }
    at = end
    return value
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = at
    while let byte = peek, (48...57).contains(byte) || [43, 45, 46, 69, 101].contains(byte) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    let startsWell = digits.first?.isNumber == true
    let isPlain = startsWell && !(digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true)
    guard isPlain, !text.hasSuffix("."), let number = Double(text) else { throw JSONError(offset: start) }
    return number
  }

  private mutating func string() throws(JSONError) -> String {
    let start = at
    guard peek == UInt8(ascii: "\"") else { throw JSONError(offset: at) }
    at += 1
    var content: [UInt8] = []
    while let byte = peek {
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw JSONError(offset: start) }
        return text
      case UInt8(ascii: "\\"): content += try escape()
      case 0..<32: throw JSONError(offset: at - 1)
      default: content.append(byte)
      }
    }
    throw JSONError(offset: start)
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    guard let byte = peek else { throw JSONError(offset: at) }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"): return try scalar()
    default: throw JSONError(offset: at - 1)
    }
  }

  /// The character of `\uXXXX`, or of a pair of such escapes beyond the basic plane.
  private mutating func scalar() throws(JSONError) -> [UInt8] {
    let first = try unit()
    var code = UInt32(first)
    if (0xD800..<0xDC00).contains(first) {
      guard at + 1 < bytes.count, bytes[at] == 92, bytes[at + 1] == 117 else { throw JSONError(offset: at) }
      at += 2
      let second = try unit()
      guard (0xDC00..<0xE000).contains(second) else { throw JSONError(offset: at) }
      code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw JSONError(offset: at) }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func unit() throws(JSONError) -> UInt16 {
    guard at + 4 <= bytes.count, bytes[at..<at + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw JSONError(offset: at) }
    at += 4
    return unit
  }
}
