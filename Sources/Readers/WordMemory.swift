import Normalizers
import RollModel

/// What one thread has learned of the words of names, places, addresses and evidence: each spelling is worked out once
/// a thread, not once a piece.
///
/// Numbers count within the memory, in order of arrival, and every word is that of a row that is used. So the case can
/// number piece by piece what is new, in the order of its rows, whatever thread read which piece.
struct WordMemory {
  let encoding: TextDecoding.Encoding
  var names = NameNormalizer()
  var places: TextMemo
  var addresses: TextMemo
  var evidence: NoteMemo
  var tokenNumbers = CaseNumbers()
  /// The empty word is number 0 here and in the case.
  var placeNumbers = CaseNumbers(known: [Lexicon.nothing])
  var addressNumbers = CaseNumbers(known: [Lexicon.nothing])
  var evidenceNumbers = CaseNumbers(known: [Lexicon.nothing])

  init(_ encoding: TextDecoding.Encoding, addresses kind: LetterText.Kind) {
    self.encoding = encoding
    places = TextMemo(.place, encoding)
    addresses = TextMemo(kind, encoding)
    evidence = NoteMemo(encoding)
  }

  /// Numbers the words that are new since the last time, each kind in order of arrival.
  mutating func settle(_ lexicon: inout Lexicon) {
    tokenNumbers.settle(names.tokens, &lexicon.tokens)
    placeNumbers.settle(places.reduced, &lexicon.places)
    addressNumbers.settle(addresses.reduced, &lexicon.addresses)
    evidenceNumbers.settle(evidence.notes, &lexicon.notes)
  }
}

/// The case's numbers for the words of a memory.
struct CaseNumbers {
  /// By word of the memory.
  private var numbers: [UInt32]

  init(known: [UInt32] = []) { numbers = known }

  subscript(word: UInt32) -> UInt32 { numbers[Int(word)] }

  fileprivate mutating func settle(_ words: StringTable, _ strings: inout StringTable) {
    for word in numbers.count..<words.count {
      numbers.append(UInt32(words.withBytes(word) { strings.intern($0) }))
    }
  }
}

/// What one thread keeps from piece to piece: its memories of words, and the room in which rows wait until they stand in
/// their columns. Belongs to one thread at a time.
final class ReadingDesk: @unchecked Sendable {
  /// The persons of the piece that was read last, and their tokens.
  var records: [PersonRecord] = []
  var tokens: [UInt32] = []
  /// One for each encoding; the last is the one that the piece read last was read with.
  private var memories: [WordMemory] = []
  /// What is kept of an address.
  private let addresses: LetterText.Kind

  init(isGeneral: Bool) { addresses = isGeneral ? .words : .address }

  /// The memory of the encoding; the caller has it for itself until it is put back.
  func take(_ encoding: TextDecoding.Encoding) -> WordMemory {
    guard let place = memories.firstIndex(where: { $0.encoding == encoding }) else {
      return WordMemory(encoding, addresses: addresses)
    }
    return memories.remove(at: place)
  }

  func put(_ memory: consuming WordMemory) { memories.append(memory) }

  /// Forgets the memory put back last: it holds words of rows that are read again from another place.
  func forget() { memories.removeLast() }

  /// The memory by which the words of the rows are numbered.
  var memory: WordMemory {
    _read { yield memories[memories.count - 1] }
    _modify { yield &memories[memories.count - 1] }
  }
}
