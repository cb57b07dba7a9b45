/// Up to fifteen bytes of text in one 128-bit value: what names are made of, without an allocation.
///
/// Byte `i` of the text lies in bits `8 * i`, the length in the top byte.
struct Word: Hashable, Sendable, BitwiseCopyable {
  var bits: UInt128

  static let capacity = 15
  static let empty = Word(bits: 0)

  init(bits: UInt128) { self.bits = bits }

  /// The first fifteen bytes of `bytes`.
  init(_ bytes: some Collection<UInt8>) {
    var bits: UInt128 = 0
    var length: UInt128 = 0
    for byte in bytes.prefix(Self.capacity) {
      bits |= UInt128(byte) << (8 * length)
      length += 1
    }
    self.bits = bits | length << 120
  }

  init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

  var count: Int { Int(bits >> 120) }
  var isEmpty: Bool { bits == 0 }
  var text: UInt128 { bits & ~(UInt128(255) << 120) }
  var bytes: [UInt8] { (0..<count).map { self[$0] } }

  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> (8 * UInt128(index))) }

  var first: UInt8 { self[0] }
  var last: UInt8 { count == 0 ? 0 : self[count - 1] }

  /// Both texts in one word; the first alone where both together are too long.
  func joined(_ other: Word) -> Word {
    let length = count
    guard length + other.count <= Self.capacity else { return self }
    return Word(bits: text | other.text << (8 * UInt128(length)) | UInt128(length + other.count) << 120)
  }

  /// Words of a table written as one text, parted by blanks; `-` is the empty word.
  static func table(_ text: String) -> [Word] {
    text.split(whereSeparator: \.isWhitespace).map { $0 == "-" ? .empty : Word($0) }
  }
}

/// A person's name as up to seven words, titles and particles included.
struct Name: Sendable {
  private var words: InlineArray<7, Word> = InlineArray(repeating: .empty)
  private(set) var count = 0

  static let capacity = 7

  init() {}
  init(_ words: [Word]) { for word in words { append(word) } }

  subscript(index: Int) -> Word {
    get { words[index] }
    set { words[index] = newValue }
  }

  var first: Word { words[0] }
  var last: Word { count == 0 ? .empty : words[count - 1] }
  var all: [Word] { (0..<count).map { words[$0] } }

  /// Adds a word at the end; an eighth word and an empty one are left out.
  mutating func append(_ word: Word) {
    guard count < Self.capacity, !word.isEmpty else { return }
    words[count] = word
    count += 1
  }

  mutating func insert(_ word: Word, at index: Int) {
    guard count < Self.capacity, !word.isEmpty else { return }
    var i = count
    while i > index {
      words[i] = words[i - 1]
      i -= 1
    }
    words[index] = word
    count += 1
  }

  mutating func remove(at index: Int) {
    for i in index..<(count - 1) { words[i] = words[i + 1] }
    count -= 1
    words[count] = .empty
  }
}
