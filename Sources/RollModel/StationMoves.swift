extension RollColumns {
  /// Finds the rows of voters whom the roll moved to another station: the old row bears code 8, and the person stands once
  /// more without a code.
  ///
  /// Code 8 moves a voter and removes nobody, so that a lone row that bears it is a voter; beside the new row it is the
  /// place that the voter left. One person are rows of one whole number with the birth date and a word of the name, or the
  /// whole name; where a number is hidden, cut or missing, whole name, birth date and family card must agree.
  /// Where words were not read yet, number, birth date and sex serve. O(rows) where any row bears the code.
  public mutating func markStationMoves() {
    let old = codes.indices.filter { codes[$0].hasMark && codes[$0].mark == .wrongStation }
    guard !old.isEmpty else { return }
    for (old, new) in pairs(old, key: numberKey, isOne: areOneByNumber) + pairs(old, key: birthKey, isOne: areOneByCard)
    {
      codes[old].insert(.movedOn)
      codes[new].insert(.movedHere)
    }
  }

  /// Old rows, each with a row without a code that has the same key and is the same person.
  private func pairs(
    _ old: [Int], key: (Int) -> UInt64?, isOne: (_ old: Int, _ new: Int) -> Bool
  ) -> [(old: Int, new: Int)] {
    var rows: [UInt64: [Int]] = [:]
    for row in old { if let key = key(row) { rows[key, default: []].append(row) } }
    guard !rows.isEmpty else { return [] }
    let mayBe = KeyFilter(rows.keys)
    var found: [(old: Int, new: Int)] = []
    for new in codes.indices where !codes[new].hasMark {
      guard let key = key(new), mayBe.mayHold(key) else { continue }
      for old in rows[key] ?? [] where isOne(old, new) { found.append((old, new)) }
    }
    return found
  }

  private func numberKey(_ row: Int) -> UInt64? {
    nik[row].isPlaceholder ? nil : SharedDigits.all.key(nik[row])
  }

  private func birthKey(_ row: Int) -> UInt64? { birth[row].isComplete ? UInt64(birth[row].bits) : nil }

  private func areOneByNumber(_ old: Int, _ new: Int) -> Bool {
    guard haveOneSex(old, new) else { return false }
    let (words, others) = (words(old), words(new))
    let isBornAlike = birth[old].isComplete && birth[old] == birth[new]
    if words.isEmpty || others.isEmpty { return isBornAlike }
    return isBornAlike && words.contains { others.contains($0) } || words.elementsEqual(others)
  }

  /// Two whole numbers are a matter of `areOneByNumber`.
  private func areOneByCard(_ old: Int, _ new: Int) -> Bool {
    guard !(nik[old].isFull && nik[new].isFull), !nik[old].contradicts(nik[new]), haveOneSex(old, new),
      !nkk[old].isPlaceholder, case .same(let digits) = nkk[old].agreement(with: nkk[new]),
      digits >= SharedDigits.kept.count
    else { return false }
    let words = words(old)
    return !words.isEmpty && words.elementsEqual(self.words(new))
  }

  /// Not where both tell a sex and another.
  private func haveOneSex(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (codes[a].sexBits, codes[b].sexBits)
    return x == y || x == 0 || y == 0
  }

  private func words(_ row: Int) -> Slice<Column<UInt32>> {
    tokens[Int(tokenStart[row])..<Int(tokenStart[row + 1])]
  }
}

extension VoterCodes {
  /// The roll itself says that the row is no voter: its code removes, or moved the voter to another row.
  public var isStruck: Bool {
    guard hasMark, let mark else { return false }
    return mark.removes || flags.contains(.movedOn)
  }

  fileprivate mutating func insert(_ flag: Flags) { bits |= UInt32(flag.rawValue) << 16 }
}

extension Voter {
  /// The roll itself already says that the row should go, so proposing it again is moot.
  @inlinable public var isStruck: Bool { codes.hasMark && codes.isStruck }
}
