import Normalizers
import RollModel
import Synchronization

/// What one thread has learned of the words of names, places, addresses and evidence: each spelling is worked out once
/// a thread, not once a piece.
///
/// Numbers count within the memory. Each piece lists the words that it met, in order of arrival, so that the case
/// numbers them in the order of its rows whatever thread read which piece.
struct WordMemory: Sendable {
  let number: Int
  let encoding: TextDecoding.Encoding
  var names = NameNormalizer()
  var places: TextMemo
  var addresses: TextMemo
  var evidence: NoteMemo

  /// The kinds of words, in the order of `tables`.
  static let kinds = 4

  init(number: Int, encoding: TextDecoding.Encoding, addresses kind: LetterText.Kind) {
    self.number = number
    self.encoding = encoding
    places = TextMemo(.place, encoding)
    addresses = TextMemo(kind, encoding)
    evidence = NoteMemo(encoding)
  }

  /// The spellings of a kind: tokens, places, addresses, evidence.
  func table(_ kind: Int) -> StringTable {
    switch kind {
    case 0: names.tokens
    case 1: places.reduced
    case 2: addresses.reduced
    default: evidence.notes
    }
  }
}

/// The words that a piece has met, each once, in order of arrival.
struct WordList: Sendable {
  private(set) var words: [UInt32] = []
  private var isMet: [Bool] = []

  /// Notes a word of the piece's memory. O(1).
  @inline(__always)
  mutating func note(_ word: UInt32) {
    if Int(word) < isMet.count {
      if isMet[Int(word)] { return }
      isMet[Int(word)] = true
      words.append(word)
    } else {
      meetFirst(word)
    }
  }

  @inline(never)
  private mutating func meetFirst(_ word: UInt32) {
    isMet.append(contentsOf: repeatElement(false, count: max(Int(word) + 1, isMet.count * 2, 1024) - isMet.count))
    isMet[Int(word)] = true
    words.append(word)
  }

  /// Lets go of what only the reading of the piece needed.
  mutating func finish() { isMet = [] }
}

/// The memories of a case: a thread takes one for a piece and puts it back.
final class WordShelf: Sendable {
  private let memories = Mutex<[WordMemory?]>([])
  /// What is kept of an address.
  private let addresses: LetterText.Kind

  init(addresses: LetterText.Kind) { self.addresses = addresses }

  /// A memory of the encoding that nobody uses, or a new one; the caller has it for itself.
  func take(_ encoding: TextDecoding.Encoding) -> WordMemory {
    memories.withLock { memories in
      for k in memories.indices where memories[k]?.encoding == encoding {
        if let found = memories[k].take() { return found }
      }
      memories.append(nil)
      return WordMemory(number: memories.count - 1, encoding: encoding, addresses: addresses)
    }
  }

  func put(_ memory: consuming WordMemory) {
    let number = memory.number
    let back = consume memory
    memories.withLock { $0[number] = back }
  }

  var count: Int { memories.withLock { $0.count } }

  /// The spellings of a kind in memory `number`; only while no piece is read.
  func table(_ kind: Int, of number: Int) -> StringTable? { memories.withLock { $0[number]?.table(kind) } }
}
