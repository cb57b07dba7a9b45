import RollModel

/// The tables as numbers: their words are the first of every normalizer's spellings.
struct NamePrototype: Sendable {
  let spellings: StringTable
  let kinds: [NameTables.Kind]
  let expansions: [UInt32]
  let longestTitle: Int

  static let standard = NamePrototype(.standard)

  init(_ tables: NameTables) {
    var spellings = StringTable()
    let words = tables.words + Set(tables.expansions.values).subtracting(tables.words).sorted()
    for word in words { _ = spellings.intern(word) }
    kinds = words.map { tables.kinds[$0] ?? [] }
    expansions = words.enumerated().map { id, word in
      UInt32(tables.expansions[word].flatMap { spellings.find($0) } ?? id)
    }
    self.spellings = spellings
    longestTitle = words.filter { tables.kinds[$0]?.contains(.title) ?? false }.map(\.utf8.count).max() ?? 0
  }

  func kind(_ id: UInt32) -> NameTables.Kind { Int(id) < kinds.count ? kinds[Int(id)] : [] }
  func expansion(_ id: UInt32) -> UInt32 { Int(id) < expansions.count ? expansions[Int(id)] : id }
  /// The number of a word that is a title; nil for all others.
  func title(_ word: UnsafeRawBufferPointer) -> UInt32? {
    guard word.count <= longestTitle, let id = spellings.find(word) else { return nil }
    return kinds[id].contains(.title) ? UInt32(id) : nil
  }

  func find(_ word: [UInt8]) -> UInt32? { word.withUnsafeBytes { spellings.find($0) }.map(UInt32.init) }
}
