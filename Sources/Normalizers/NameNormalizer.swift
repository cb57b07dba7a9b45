import CIntrinsics
import RollModel

/// Names to core tokens: titles, patronym, pious and birth-order forms taken off, abbreviations spelled out.
///
/// A roll of a million names has some thousands of distinct words, so each distinct word as written is worked out once
/// and remembered; a name then is a split, one look-up a word, and a copy of numbers. One normalizer serves one thread,
/// piece after piece. Source of the method: matching page, section 1.1.
public struct NameNormalizer {
  /// Core tokens seen, numbered in order of arrival.
  public private(set) var tokens = StringTable()
  /// Core tokens of a name beyond these are left out.
  public static let maximumTokens = 12

  /// What a name says beside its tokens.
  public struct Marks: Sendable {
    public var count = 0
    public var isDeceased = false
    /// A father's name stands behind BIN or BINTI.
    public var namesFather = false
  }

  private struct Piece: BitwiseCopyable { var id: UInt32, kind: NameTables.Kind }

  /// A name in pieces, then parted: the core comes to stand first, the father's name after it.
  private typealias Line = UnsafeMutableBufferPointer<Piece>
  private static let longestLine = 64

  /// Words as written, and where their pieces start in `pieces` (one more entry than words).
  private var words = StringTable()
  private var firstPiece: [UInt32] = [0]
  private var pieces: [Piece] = []
  /// For each word that is one piece without a kind: its token, once a name was given it.
  private var ordinaryTokens: [UInt32] = []
  /// Spellings of pieces; the tables' own words come first.
  private var spellings: StringTable
  private var tokenOf: [UInt32]
  private var expandedTokenOf: [UInt32]
  private var patronym: [UInt32] = []
  private let prototype: NamePrototype

  public init() {
    prototype = .standard
    spellings = prototype.spellings
    tokenOf = Array(repeating: Self.unset, count: spellings.count)
    expandedTokenOf = tokenOf
  }

  /// Appends the numbers of the core tokens of `text`, padded, to `out`.
  public mutating func normalize(
    _ text: FieldBytes, encoding: TextDecoding.Encoding = .automatic, into out: inout [UInt32]
  ) -> Marks {
    if let letters = Self.plainLetters(text) {
      return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.shortName / 2) { written in
        let (count, isOrdinary) = split(text, letters, written)
        return normalize(written[..<count], isOrdinary, into: &out)
      }
    }
    let (clean, deceased) = Self.cleaned(text, encoding: encoding)
    var marks = withPaddedBytes(clean) { text in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: text.count / 2 + 1) { written in
        let (count, isOrdinary) = split(text, written)
        return normalize(written[..<count], isOrdinary, into: &out)
      }
    }
    marks.isDeceased = marks.isDeceased || deceased
    return marks
  }

  @inline(__always)
  private mutating func normalize(
    _ ids: Slice<UnsafeMutableBufferPointer<UInt32>>, _ isOrdinary: Bool, into out: inout [UInt32]
  ) -> Marks {
    guard isOrdinary else { return part(ids, into: &out) }
    for id in ids.prefix(Self.maximumTokens) {
      if ordinaryTokens[Int(id)] == Self.unset {
        ordinaryTokens[Int(id)] = token(pieces[Int(firstPiece[Int(id)])].id, expanded: true)
      }
      out.append(ordinaryTokens[Int(id)])
    }
    return Marks(count: min(ids.count, Self.maximumTokens))
  }

  /// Does a name that has words of the tables.
  private mutating func part(_ ids: Slice<UnsafeMutableBufferPointer<UInt32>>, into out: inout [UInt32]) -> Marks {
    withUnsafeTemporaryAllocation(of: Piece.self, capacity: Self.longestLine) { line in
      var marks = Marks()
      var count = 0
      for id in ids {
        for piece in pieces[Int(firstPiece[Int(id)])..<Int(firstPiece[Int(id) + 1])] where count < Self.longestLine {
          line[count] = piece
          count += 1
        }
      }
      let core = part(line, &count, &marks)
      let inCompany = core.count > 1
      marks.count = min(core.count, Self.maximumTokens)
      for i in core.prefix(Self.maximumTokens) {
        out.append(token(line[i].id, expanded: inCompany || !line[i].kind.contains(.onlyInCompany)))
      }
      return marks
    }
  }

  /// Moves the core pieces of the line to its front and gives their range; the father's name goes to `patronym`.
  private mutating func part(_ line: Line, _ count: inout Int, _ marks: inout Marks) -> Range<Int> {
    var kinds: UInt8 = 0
    for i in 0..<count { kinds |= line[i].kind.rawValue }
    if kinds == 0 { return 0..<count }
    patronym.removeAll(keepingCapacity: true)
    let whole = (0..<count).map { line[$0] }
    var inPatronym = false
    var kept = 0
    for i in 0..<count {
      let piece = whole[i]
      if piece.kind.contains(.deceased) { marks.isDeceased = true }
      if piece.kind.contains(.patronym) {
        if i > 0 && i < count - 1 {
          inPatronym = true
          continue
        }
        if i == count - 1 { continue }
      }
      if piece.kind.contains(.title), !piece.kind.contains(.initialInside) || i == 0 { continue }
      if inPatronym {
        patronym.append(piece.id)
      } else {
        line[kept] = piece
        kept += 1
      }
    }
    marks.namesFather = !patronym.isEmpty && kept > 0
    if kept > 2, line[0].kind.contains(.balineseArticle), line[1].kind.contains(.balineseName) { return 1..<kept }
    if kept > 0 { return 0..<kept }
    // Nothing is left of the name itself: the father's name, or at last the titles, have to stand for it.
    let rest = patronym.isEmpty ? whole.map(\.id) : patronym
    for (i, id) in rest.enumerated() { line[i] = Piece(id: id, kind: prototype.kind(id)) }
    patronym.removeAll(keepingCapacity: true)
    return 0..<rest.count
  }

  /// The core tokens and the father's name that a written name has: for tests and explanations, not for rows.
  public static func parts(_ text: String) -> (core: [String], patronym: [String], isDeceased: Bool) {
    var normalizer = NameNormalizer()
    var ids: [UInt32] = []
    let marks = withFieldBytes(text) { normalizer.normalize($0, into: &ids) }
    return (ids.map { normalizer.tokens[Int($0)] }, normalizer.patronym(in: text), marks.isDeceased)
  }

  /// The core tokens of a name.
  public mutating func core(of text: String) -> [String] {
    var ids: [UInt32] = []
    _ = withFieldBytes(text) { normalize($0, into: &ids) }
    return ids.map { tokens[Int($0)] }
  }

  /// The tokens of the father's name that a name gives behind BIN or BINTI.
  public mutating func patronym(in text: String) -> [String] {
    var ids: [UInt32] = []
    patronym.removeAll(keepingCapacity: true)
    _ = withFieldBytes(text) { normalize($0, into: &ids) }
    let expands = patronym.count > 1
    return patronym.map { id in
      // Numbered first: a new word changes the table.
      let number = token(id, expanded: expands || !prototype.kind(id).contains(.onlyInCompany))
      return tokens[Int(number)]
    }
  }

  private static let (unset, special) = (UInt32.max, UInt32.max - 1)

  /// The number of a piece in `tokens`, given on first use so that titles never become tokens.
  private mutating func token(_ id: UInt32, expanded: Bool) -> UInt32 {
    let known = expanded ? expandedTokenOf[Int(id)] : tokenOf[Int(id)]
    guard known == Self.unset else { return known }
    let spelling = expanded ? prototype.expansion(id) : id
    let number = UInt32(spellings.withBytes(Int(spelling)) { tokens.intern($0) })
    if expanded { expandedTokenOf[Int(id)] = number } else { tokenOf[Int(id)] = number }
    return number
  }

  /// Cuts the name into words and gives their count, and whether no table has anything to say of any of them.
  private mutating func split(
    _ text: FieldBytes, _ ids: UnsafeMutableBufferPointer<UInt32>
  ) -> (count: Int, isOrdinary: Bool) {
    var count = 0
    var isOrdinary = true
    var start = 0
    var i = 0
    while i <= text.count {
      if i == text.count || Self.isGap(text[i]) {
        if i > start {
          ids[count] = look(up: text.part(start..<i), &isOrdinary)
          count += 1
        }
        start = i + 1
      }
      i += 1
    }
    return (count, isOrdinary)
  }

  /// The same for a short name of which the bits of `letters` tell what parts no words.
  @inline(__always)
  private mutating func split(
    _ text: FieldBytes, _ letters: UInt64, _ ids: UnsafeMutableBufferPointer<UInt32>
  ) -> (count: Int, isOrdinary: Bool) {
    var count = 0
    var isOrdinary = true
    var left = letters
    while left != 0 {
      let start = left.trailingZeroBitCount
      // Adding the lowest bit of a run carries to the bit behind it.
      let end = (left &+ (left & (0 &- left))).trailingZeroBitCount
      left &= UInt64.max << UInt64(end)
      ids[count] = look(up: FieldBytes(rebasing: text[start..<end]), &isOrdinary)
      count += 1
    }
    return (count, isOrdinary)
  }

  /// The number of a word; `isOrdinary` stays true where no table has anything to say of it.
  @inline(__always)
  private mutating func look(up word: FieldBytes, _ isOrdinary: inout Bool) -> UInt32 {
    let known = words.count
    let id = words.intern(padded: UnsafeRawBufferPointer(word))
    if id == known {
      study(word)
      let first = Int(firstPiece[id])
      ordinaryTokens.append(pieces.count == first + 1 && pieces[first].kind.isEmpty ? Self.unset : Self.special)
    }
    isOrdinary = isOrdinary && ordinaryTokens[id] != Self.special
    return UInt32(id)
  }

  /// Works out a word that is new: `S.PD.` is the title SPD, `M.YUSUF` is two pieces.
  private mutating func study(_ word: FieldBytes) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count + 1) { letters in
      var length = 0
      for byte in word where byte.isLetter {
        letters[length] = byte.upper
        length += 1
      }
      if let title = prototype.title(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: letters[..<length]))) {
        pieces.append(Piece(id: title, kind: prototype.kind(title)))
        return
      }
      length = 0
      for byte in word {
        if byte.isLetter {
          letters[length] = byte.upper
          length += 1
        } else if byte == 46 {
          keep(letters, &length)
        }
      }
      keep(letters, &length)
    }
    firstPiece.append(UInt32(pieces.count))
  }

  private mutating func keep(_ letters: UnsafeMutableBufferPointer<UInt8>, _ length: inout Int) {
    guard length > 0 else { return }
    let id = UInt32(spellings.intern(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: letters[..<length]))))
    if Int(id) == tokenOf.count {
      tokenOf.append(Self.unset)
      expandedTokenOf.append(Self.unset)
    }
    pieces.append(Piece(id: id, kind: prototype.kind(id)))
    length = 0
  }

  /// Bytes of a name that is looked at as a whole.
  private static let shortName = 32

  /// Of a short name that has nothing that `cleaned` would change: by bit, the bytes that part no words. Else nil.
  @inline(__always)
  private static func plainLetters(_ text: FieldBytes) -> UInt64? {
    guard text.count <= shortName, let start = text.baseAddress else { return nil }
    var odd: UInt64 = 0
    let gaps = padan_name_masks32(start, &odd)
    let inside = (1 << UInt64(text.count)) - 1 as UInt64
    return odd & inside == 0 ? ~gaps & inside : nil
  }

  /// Whether the byte parts words: blanks, comma, hyphen, slash.
  @inline(__always)
  private static func isGap(_ byte: UInt8) -> Bool {
    byte <= 47 && (byte <= 32 || byte == 44 || byte == 45 || byte == 47)
  }

  /// Whether something is surely kept of the name: a Latin letter stands in it, and not in parentheses. Many names that
  /// this says nothing of have tokens all the same.
  public static func surelyHasTokens(_ text: FieldBytes) -> Bool {
    text.contains(where: \.isLetter) && !text.contains(40)
  }

  /// Accents folded, apostrophes out, parentheses and what stands in them out (but `(ALM)` is noted).
  private static func cleaned(_ text: FieldBytes, encoding: TextDecoding.Encoding) -> ([UInt8], Bool) {
    let folded = text.isASCII ? Array(text) : TextDecoding.folded(text, encoding: encoding)
    var out: [UInt8] = []
    var deceased = false
    var i = 0
    while i < folded.count {
      let byte = folded[i]
      if byte == 40, let close = folded[i...].firstIndex(of: 41) {
        let inside = folded[i..<close].filter(\.isLetter).map(\.upper)
        let word = NamePrototype.standard.find(inside)
        deceased = deceased || word.map { NamePrototype.standard.kind($0).contains(.deceased) } ?? false
        out.append(32)
        i = close
      } else if byte != 39, byte != 96 {
        out.append(byte)
      }
      i += 1
    }
    return (out, deceased)
  }
}
