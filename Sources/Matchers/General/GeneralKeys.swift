import RollModel

/// Makes the keys of one record in one pass over a general roll, from contents alone.
struct GeneralKeys: Sendable {
  let set: RecordSet
  let addresses: AddressWords

  /// Of a longer address the rarest words make keys.
  static let mostWords = 8
  /// The most keys that one record can make in one pass.
  static let most = NameComparator.longest * mostWords

  /// Writes the keys of record `i` to `out`, each once, and returns their number.
  func make(_ kind: Pass.General, _ i: Int, _ x: MatchRecord, _ out: UnsafeMutablePointer<UInt64>) -> Int {
    let birth = UInt64(x.birth)
    var keys = Keys(kind: kind, out: out)
    switch kind {
    case .birth:
      guard x.hasFullDate else { return 0 }
      let swapped = UInt64(min(x.day, x.month)) | UInt64(max(x.day, x.month)) << 5 | UInt64(x.year) << 10
      keys.add(swapped, 0)
    case .headPair:
      for p in 0..<heads(i) { for q in (p + 1)..<max(heads(i), p + 1) { keys.addBoth(head(i, p), head(i, q)) } }
    case .headWord:
      withRarestWords(i) { words in for p in 0..<heads(i) { for word in words { keys.add(head(i, p), word) } } }
    case .wordPair:
      withRarestWords(i) { words in
        for p in 0..<words.count { for q in (p + 1)..<max(words.count, p + 1) { keys.addBoth(words[p], words[q]) } }
      }
    case .dayMonthHead: if x.hasDayMonth { for p in 0..<heads(i) { keys.add(birth & 511, head(i, p)) } }
    case .monthYearHead: if x.month != 0, x.year != 0 { for p in 0..<heads(i) { keys.add(birth >> 5, head(i, p)) } }
    case .dayYearHead:
      if x.day != 0, x.year != 0 {
        for p in 0..<heads(i) { keys.add(birth & 31 | (birth >> 9) << 5, head(i, p)) }
      }
    case .name: if set.tokenCount(i) > 0 { keys.add(name(i), 0) }
    case .nameYear: if set.tokenCount(i) > 0, x.year != 0 { keys.add(name(i), UInt64(x.year)) }
    }
    return keys.count
  }

  /// Keys as they are made.
  private struct Keys {
    let kind: Pass.General
    let out: UnsafeMutablePointer<UInt64>
    var count = 0

    mutating func add(_ a: UInt64, _ b: UInt64) {
      let key = mixed(mixed(a &+ kind.rawValue &* 0xC2B2_AE3D_27D4_EB4F) ^ (b &* 0x1656_67B1_9E37_79F9))
      for k in 0..<count where out[k] == key { return }
      out[count] = key
      count += 1
    }

    mutating func addBoth(_ a: UInt64, _ b: UInt64) { add(min(a, b), max(a, b)) }
  }

  /// What an oversize block is split by, one step after another.
  static let ladderSteps = 4

  func ladder(_ step: Int, _ x: UnsafePointer<MatchRecord>) -> UInt64 {
    let i = x - UnsafePointer(set.records.base)
    switch step {
    case 0: return UInt64(x.pointee.year)
    case 1: return name(i)
    case 2: return UInt64(x.pointee.dayMonth)
    default: return addresses.of(i).reduce(0) { $0 &+ mixed(hash($1)) }
    }
  }

  private func heads(_ i: Int) -> Int { min(NameComparator.longest, set.tokenCount(i)) }

  /// First three letters of the sound skeleton of a name token, packed.
  private func head(_ i: Int, _ token: Int) -> UInt64 {
    UInt64(set.table.codes[Int(set.tokenPointer(i)[token])].head3)
  }

  /// A hash of the skeletons of all name tokens, in any order.
  private func name(_ i: Int) -> UInt64 {
    let token = set.tokenPointer(i)
    var sum: UInt64 = 0
    for k in 0..<set.tokenCount(i) { sum &+= set.table.codes[Int(token[k])].skeletonHash }
    return mixed(sum)
  }

  /// Lends the hashes of the rarest words of an address; ties by content.
  private func withRarestWords(_ i: Int, _ body: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
    let words = addresses.of(i)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: AddressWords.most) { hashes in
      for (k, word) in words.enumerated() { hashes[k] = hash(word) }
      guard words.count > Self.mostWords else {
        return body(UnsafeMutableBufferPointer(rebasing: hashes[..<words.count]))
      }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: AddressWords.most) { bits in
        for (k, word) in words.enumerated() {
          let own = (bits: addresses.sights[Int(word)].bits, hash: hashes[k])
          var place = k
          while place > 0, (bits[place - 1], hashes[place - 1]) < own {
            (bits[place], hashes[place]) = (bits[place - 1], hashes[place - 1])
            place -= 1
          }
          (bits[place], hashes[place]) = own
        }
      }
      body(UnsafeMutableBufferPointer(rebasing: hashes[..<Self.mostWords]))
    }
  }

  private func hash(_ word: UInt32) -> UInt64 { addresses.table.codes[Int(word)].spellingHash }
}
