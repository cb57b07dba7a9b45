import RollModel

/// Names to core tokens: titles, patronym, pious and birth-order forms taken off, abbreviations spelled out.
///
/// A roll of a million names has some thousands of distinct words, so each distinct word as written is worked out once
/// and remembered; a name then is a split, one look-up a word, and a copy of numbers. One normalizer belongs to one
/// piece of one file. Source of the method: matching page, section 1.1.
package struct NameNormalizer {
  /// Core tokens seen, numbered in order of arrival.
  package private(set) var tokens = StringTable()
  /// Core tokens of a name beyond these are left out.
  package static let maximumTokens = 12

  /// What a name says beside its tokens.
  package struct Marks: Sendable {
    package var count = 0
    package var isDeceased = false
  }

  private struct Piece { var id: UInt32, kind: NameTables.Kind }

  /// Words as written, and where their pieces start in `pieces` (one more entry than words).
  private var words = StringTable()
  private var firstPiece: [UInt32] = [0]
  private var pieces: [Piece] = []
  /// Spellings of pieces; the tables' own words come first.
  private var spellings: StringTable
  private var tokenOf: [UInt32]
  private var expandedTokenOf: [UInt32]
  private var line: [Piece] = []
  private var core: [UInt32] = []
  private var coreKinds: [NameTables.Kind] = []
  private var patronym: [UInt32] = []
  private let prototype: Prototype

  package init() {
    prototype = .standard
    spellings = prototype.spellings
    tokenOf = Array(repeating: Self.unset, count: spellings.count)
    expandedTokenOf = tokenOf
  }

  /// Appends the numbers of the core tokens of `text` to `out`.
  package mutating func normalize(
    _ text: FieldBytes, encoding: TextDecoding.Encoding = .automatic, into out: inout [UInt32]
  ) -> Marks {
    line.removeAll(keepingCapacity: true)
    var marks = Marks()
    if Self.isPlain(text) {
      split(text)
    } else {
      let (clean, deceased) = Self.cleaned(text, encoding: encoding)
      marks.isDeceased = deceased
      clean.withUnsafeBufferPointer { split($0) }
    }
    sort(&marks)
    let expandsAlone = core.count > 1
    marks.count = min(core.count, Self.maximumTokens)
    for (id, kind) in zip(core, coreKinds).prefix(Self.maximumTokens) {
      out.append(token(id, expanded: expandsAlone || !kind.contains(.onlyInCompany)))
    }
    return marks
  }

  /// Parts the pieces of the line into core name and patronym.
  private mutating func sort(_ marks: inout Marks) {
    core.removeAll(keepingCapacity: true)
    coreKinds.removeAll(keepingCapacity: true)
    patronym.removeAll(keepingCapacity: true)
    var inPatronym = false
    let last = line.count - 1
    for (i, piece) in line.enumerated() {
      if !piece.kind.isEmpty {
        if piece.kind.contains(.deceased) { marks.isDeceased = true }
        if piece.kind.contains(.patronym) {
          if i > 0 && i < last {
            inPatronym = true
            continue
          }
          if i == last { continue }
        }
        if piece.kind.contains(.title), !piece.kind.contains(.initialInside) || i == 0 { continue }
      }
      if inPatronym {
        patronym.append(piece.id)
      } else {
        core.append(piece.id)
        coreKinds.append(piece.kind)
      }
    }
    if core.count > 2, coreKinds[0].contains(.balineseArticle), coreKinds[1].contains(.balineseName) {
      core.removeFirst()
      coreKinds.removeFirst()
    }
    guard core.isEmpty else { return }
    core = patronym.isEmpty ? line.map(\.id) : patronym
    coreKinds = core.map { prototype.kind($0) }
    patronym.removeAll(keepingCapacity: true)
  }

  /// The core token and the father's name that a written name has: for tests and explanations, not for rows.
  package static func parts(_ text: String) -> (core: [String], patronym: [String], isDeceased: Bool) {
    var normalizer = NameNormalizer()
    var ids: [UInt32] = []
    let marks = withFieldBytes(text) { normalizer.normalize($0, into: &ids) }
    let expands = normalizer.patronym.count > 1
    let father = normalizer.patronym.map { id in
      let alone = normalizer.prototype.kind(id).contains(.onlyInCompany) && !expands
      let number = normalizer.token(id, expanded: !alone)
      return normalizer.tokens[Int(number)]
    }
    return (ids.map { normalizer.tokens[Int($0)] }, father, marks.isDeceased)
  }

  private static let unset = UInt32.max

  /// The number of a piece in `tokens`, given on first use so that titles never become tokens.
  private mutating func token(_ id: UInt32, expanded: Bool) -> UInt32 {
    let known = expanded ? expandedTokenOf[Int(id)] : tokenOf[Int(id)]
    guard known == Self.unset else { return known }
    let spelling = expanded ? prototype.expansion(id) : id
    let bytes = spellings.utf8(Int(spelling))
    let number = UInt32(bytes.withUnsafeBytes { tokens.intern($0) })
    if expanded { expandedTokenOf[Int(id)] = number } else { tokenOf[Int(id)] = number }
    return number
  }

  private mutating func split(_ text: FieldBytes) {
    var start = 0
    for i in 0...text.count {
      if i < text.count {
        let byte = text[i]
        guard byte <= 32 || byte == 44 || byte == 45 || byte == 47 else { continue }
      }
      if i > start { look(up: text.part(start..<i)) }
      start = i + 1
    }
  }

  private mutating func look(up word: FieldBytes) {
    let known = words.count
    let id = words.intern(UnsafeRawBufferPointer(word))
    if id == known { study(word) }
    for piece in pieces[Int(firstPiece[id])..<Int(firstPiece[id + 1])] { line.append(piece) }
  }

  /// Works out a word that is new: `S.PD.` is the title SPD, `M.YUSUF` is two pieces.
  private mutating func study(_ word: FieldBytes) {
    let letters = word.filter(\.isLetter).map(\.upper)
    if let title = prototype.find(letters), prototype.kind(title).contains(.title) {
      pieces.append(Piece(id: title, kind: prototype.kind(title)))
    } else {
      let kept = word.filter { $0.isLetter || $0 == 46 }.map(\.upper)
      for part in kept.split(separator: 46) {
        let id = UInt32(part.withUnsafeBytes { spellings.intern($0) })
        if Int(id) == tokenOf.count {
          tokenOf.append(Self.unset)
          expandedTokenOf.append(Self.unset)
        }
        pieces.append(Piece(id: id, kind: prototype.kind(id)))
      }
    }
    firstPiece.append(UInt32(pieces.count))
  }

  /// Whether the name has nothing that `cleaned` would change.
  private static func isPlain(_ text: FieldBytes) -> Bool {
    for byte in text where byte == 39 || byte == 96 || byte == 40 || byte >= 128 { return false }
    return true
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
        let word = Prototype.standard.find(inside)
        deceased = deceased || word.map { Prototype.standard.kind($0).contains(.deceased) } ?? false
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

/// The tables as numbers: their words are the first of every normalizer's spellings.
private struct Prototype: Sendable {
  let spellings: StringTable
  let kinds: [NameTables.Kind]
  let expansions: [UInt32]

  static let standard = Prototype(.standard)

  init(_ tables: NameTables) {
    var spellings = StringTable()
    let words = tables.words + Set(tables.expansions.values).subtracting(tables.words).sorted()
    for word in words { _ = spellings.intern(word) }
    kinds = words.map { tables.kinds[$0] ?? [] }
    expansions = words.enumerated().map { id, word in
      UInt32(tables.expansions[word].flatMap { spellings.find($0) } ?? id)
    }
    self.spellings = spellings
  }

  func kind(_ id: UInt32) -> NameTables.Kind { Int(id) < kinds.count ? kinds[Int(id)] : [] }
  func expansion(_ id: UInt32) -> UInt32 { Int(id) < expansions.count ? expansions[Int(id)] : id }
  func find(_ word: [UInt8]) -> UInt32? { spellings.find(String(decoding: word, as: UTF8.self)).map(UInt32.init) }
}
