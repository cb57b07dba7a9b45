import Platform
import RollModel

// Parts of the design that are taken out of records, frequencies and kinds of tokens, once, before or after blocking.
// Nothing here does anything under the full design.

extension RecordSet {
  /// Before anything is counted.
  func leaveOut(_ design: Design) {
    guard design != .full else { return }
    if !design.contains(.shortForms) {
      for level in [TokenKind.vowelless, .ending] { table.kinds[level.rawValue] = TokenKind.none.rawByte }
    }
    if !design.contains(.likeTokens) {
      for level in 1..<TokenKind.none.rawValue { table.kinds[level] = TokenKind.none.rawByte }
    }
    for i in 0..<count {
      if !design.contains(.ownDates) { records[i].codes &= ~16 }
      let isWoman = records[i].nik / 100_000_000 % 100 > 40
      if !design.contains(.twinsOfTwoSexes), isWoman, records[i].numberDate != 0 { records[i].numberDate |= 1 << 17 }
    }
  }

  /// After `setBits`.
  func leavePlaces(_ design: Design, _ frequencies: Frequencies) {
    guard !design.contains(.placeGivenResidence) || !design.contains(.placeFrequency) else { return }
    for i in 0..<count {
      records[i].placeInAreaBits = frequencies.placeBits[Int(records[i].place)]
      records[i].placeInKecamatanBits = records[i].placeInAreaBits
    }
  }

  /// After blocking, which keeps its keys: a field that says nothing is no evidence.
  func hideFields(_ design: Design) {
    guard design != .full else { return }
    for i in 0..<count {
      if !design.contains(.birthplace) { records[i].place = Lexicon.nothing }
      if !design.contains(.residence) {
        records[i].area = 0
        records[i].address = Lexicon.nothing
      }
      if !design.contains(.familyCard) { records[i].nkk = 0 }
      if !design.contains(.sex) { records[i].codes &= ~3 }
      if !design.contains(.marital) { records[i].codes &= ~12 }
      if !design.contains(.number) {
        records[i].nik = 0
        records[i].numberDate = 0
      }
    }
  }

  private enum TokenKind: Int {
    case vowelless = 6
    case ending = 7
    case none = 8
    var rawByte: UInt8 { UInt8(rawValue) }
  }
}

extension Frequencies {
  /// Before the records' bits are set.
  func leaveOut(_ design: Design, _ set: RecordSet) {
    guard design != .full else { return }
    let vocabulary = set.table.count
    if !design.contains(.tokenFrequency) {
      let even = Self.evenBits((0..<vocabulary).map { tokenBits[$0 * Self.decades + Self.plainDecade] })
      for i in 0..<(vocabulary * Self.decades) { tokenBits[i] = even }
    }
    for t in 0..<vocabulary {
      let plain = tokenBits[t * Self.decades + Self.plainDecade]
      if !design.contains(.decades) { for d in 0..<Self.decades { tokenBits[t * Self.decades + d] = plain } }
      let most = (0..<Self.decades).reduce(0) { max($0, tokenBits[t * Self.decades + $1]) }
      sights[t] = TokenSight(signature: sights[t].signature, most: most)
      if !design.contains(.sexGivenName) { sexLean[t] = 0 }
    }
    if !design.contains(.chain) { pairs.forget() }
    if !design.contains(.spellingCaps) {
      nameCaps[0] = 100
      nameCaps[1] = 100
    }
    if !design.contains(.glueFloor) { nameCaps[2] = 23.25 }
    if !design.contains(.placeFrequency) {
      let even = Self.evenBits((0..<placeBits.capacity).map { placeBits[$0] })
      for i in 0..<placeBits.capacity { placeBits[i] = even }
    }
    if !design.contains(.commonDates) { for i in 0..<dateCount.capacity { dateCount[i] = 0 } }
    if !design.contains(.dateFrequency) {
      let year = Self.evenBits((1900..<2030).map { yearBits[$0] })
      for i in 0..<yearBits.capacity { yearBits[i] = year }
      for i in 0..<dayMonthBits.capacity { dayMonthBits[i] = Float(log2(365.25)) }
      for i in 0..<dateCount.capacity { dateCount[i] = 0 }
    }
  }

  /// -log2 of the chance that two draws from the shares behind `bits` agree: one value for all.
  private static func evenBits(_ bits: [Float]) -> Float {
    Float(-log2(bits.reduce(0) { $0 + exp2(-2 * Double($1)) }))
  }
}
