/// Writes one JSON text, member by member, in the order of the calls.
///
/// Commas, quotes and escapes are its work; nothing else can be written than well-formed JSON as long as every
/// `begin` has its `end`. With `indented`, one member a line, two blanks a level. `<` is escaped, so that the text may
/// stand inside a page.
public struct JSONWriter: ~Copyable {
  public var out: ByteWriter
  private let indented: Bool
  private var depth = 0
  private var isFirst = true

  public init(indented: Bool = false, capacity: Int = 4096) {
    self.indented = indented
    out = ByteWriter(capacity: capacity)
  }

  public mutating func object(_ key: String? = nil, _ members: (inout JSONWriter) throws -> Void) rethrows {
    try nest(key, 123, 125, members)
  }

  public mutating func array(_ key: String? = nil, _ items: (inout JSONWriter) throws -> Void) rethrows {
    try nest(key, 91, 93, items)
  }

  public mutating func string(_ key: String? = nil, _ value: String) {
    begin(key)
    out.append(json: value)
  }

  public mutating func string(_ key: String? = nil, utf8: UnsafeRawBufferPointer) {
    begin(key)
    out.append(json: utf8)
  }

  /// A string without any character that needs an escape, as `body` writes it.
  @inline(__always)
  public mutating func plainString(_ key: String? = nil, _ body: (inout ByteWriter) -> Void) {
    begin(key)
    out.append(34)
    body(&out)
    out.append(34)
  }

  public mutating func integer(_ key: String? = nil, _ value: Int) {
    begin(key)
    out.append(integer: value)
  }

  public mutating func boolean(_ key: String? = nil, _ value: Bool) {
    begin(key)
    out.append(value ? "true" : "false")
  }

  public mutating func null(_ key: String? = nil) {
    begin(key)
    out.append("null")
  }

  /// The shortest digits that give the same number back; what is not finite becomes null.
  public mutating func number(_ key: String? = nil, _ value: Double?) {
    begin(key)
    out.append(json: value)
  }

  /// A number with a fixed count of decimals.
  public mutating func number(_ key: String? = nil, _ value: Double, decimals: Int) {
    begin(key)
    if value.isFinite { out.append(fixed: value, decimals: decimals) } else { out.append("null") }
  }

  /// Ends a text that stands on its own, with a line end.
  public mutating func newLine() {
    out.append(10)
    isFirst = true
  }

  /// Forgets what was written and keeps the memory, for another text.
  public mutating func restart() {
    out.removeAll()
    isFirst = true
  }

  private mutating func nest(
    _ key: String?, _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    begin(key)
    out.append(open)
    depth += 1
    isFirst = true
    try body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    out.append(close)
    isFirst = false
  }

  mutating func begin(_ key: String?) {
    if !isFirst { out.append(44) }
    if depth > 0 { breakLine() }
    isFirst = false
    guard let key else { return }
    out.append(json: key)
    out.append(58)
    if indented { out.append(32) }
  }

  private mutating func breakLine() {
    guard indented else { return }
    out.append(10)
    for _ in 0..<depth { out.append("  ") }
  }
}

extension ByteWriter {
  /// A JSON string with its quotes. Control characters, quote, backslash and `<` are escaped.
  public mutating func append(json text: UnsafeRawBufferPointer) {
    append(34)
    append(jsonContent: text)
    append(34)
  }

  /// What stands between the quotes of a JSON string.
  public mutating func append(jsonContent text: UnsafeRawBufferPointer) {
    var start = 0
    while true {
      let i = text.place(from: start) {
        $0.below(32) | $0.equal(34) | $0.equal(92) | $0.equal(60) != 0
      } match: {
        Self.needsJSONEscape($0)
      }
      append(UnsafeRawBufferPointer(rebasing: text[start..<i]))
      guard i < text.count else { break }
      append(jsonEscape: text[i])
      start = i + 1
    }
  }

  @inline(__always)
  static func needsJSONEscape(_ byte: UInt8) -> Bool { byte < 32 || byte == 34 || byte == 92 || byte == 60 }

  public mutating func append(json text: String) {
    var text = text
    text.withUTF8 { append(json: UnsafeRawBufferPointer($0)) }
  }

  public mutating func append(json number: Double?) {
    guard let number, number.isFinite else {
      append("null")
      return
    }
    if number == number.rounded(), abs(number) < 1e15 {
      append(integer: Int(number))
    } else {
      append(text: String(number))
    }
  }

  private mutating func append(jsonEscape byte: UInt8) {
    switch byte {
    case 34: append("\\\"")
    case 92: append("\\\\")
    case 10: append("\\n")
    case 13: append("\\r")
    case 9: append("\\t")
    default:
      append("\\u00")
      append(hexDigit(byte >> 4))
      append(hexDigit(byte & 15))
    }
  }

  private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
