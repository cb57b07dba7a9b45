import CIntrinsics

/// Finds the voters who bear a full NIK that is a person's: a table of row numbers, open addressing, eight bytes or less a voter.
///
/// Used to settle at once the rows of a large list whose number and birth date, or number and a name token, stand on the
/// roll: all but a few percent of the residents. What is left is compared like the rows of any other list.
public struct NumberIndex: Sendable {
  /// A row number plus one; 0 is free.
  private let slots: Column<UInt32>
  private let mask: Int
  private let voters: RollColumns

  public init(_ voters: RollColumns) {
    self.voters = voters
    var size = 64
    while size < voters.nik.count * 2 { size *= 2 }
    mask = size - 1
    var column: Column<UInt32> = []
    let slots = column.extend(by: size)
    for row in 0..<voters.nik.count where voters.nik[row].isFull && !voters.nik[row].isPlaceholder {
      var slot = Self.slot(voters.nik[row]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(row + 1)
    }
    self.slots = column
  }

  /// The first voter with the person's NIK who also shares the birth date or a name token; nil when there is none.
  public func match(_ list: RollColumns, _ row: Int) -> Int? {
    first(list.nik[row]) { sharesBirth($0, list, row) || sharesToken($0, list, row) }
  }

  /// All voters with the person's NIK who also share the birth date or a name token.
  public func matches(_ list: RollColumns, _ row: Int) -> [Int] {
    var found: [Int] = []
    _ = first(list.nik[row]) { voter in
      if sharesBirth(voter, list, row) || sharesToken(voter, list, row) { found.append(voter) }
      return false
    }
    return found
  }

  /// Whether a voter has the person's NIK and whole birth date, so that no word of the row need be known.
  public func hasTwin(_ list: RollColumns, _ row: Int) -> Bool {
    first(list.nik[row]) { sharesBirth($0, list, row) } != nil
  }

  /// The first voter with the person's NIK and whole birth date who is as asked; nil when there is none.
  public func twin(_ list: RollColumns, _ row: Int, where isMeant: (Int) -> Bool) -> Int? {
    first(list.nik[row]) { sharesBirth($0, list, row) && isMeant($0) }
  }

  /// Whether any voter bears the number, whoever it is.
  public func holds(_ nik: NIK) -> Bool { first(nik) { _ in true } != nil }

  /// All voters who bear the number, whoever they are.
  public func all(_ nik: NIK) -> [Int] {
    var found: [Int] = []
    _ = first(nik) { voter in
      found.append(voter)
      return false
    }
    return found
  }

  /// Asks for the place where the number of a row would stand, for a look-up some rows later.
  @inline(__always) public func prefetch(_ list: RollColumns, _ row: Int) {
    slots.prefetch(Self.slot(list.nik[row]) & mask)
  }

  @inline(__always)
  private func first(_ nik: NIK, where isMeant: (Int) -> Bool) -> Int? {
    guard nik.isFull, !nik.isPlaceholder else { return nil }
    var slot = Self.slot(nik) & mask
    while slots[slot] != 0 {
      let voter = Int(slots[slot]) - 1
      if voters.nik[voter] == nik, isMeant(voter) { return voter }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func sharesBirth(_ voter: Int, _ list: RollColumns, _ row: Int) -> Bool {
    list.birth[row].isComplete && list.birth[row] == voters.birth[voter]
  }

  private func sharesToken(_ voter: Int, _ list: RollColumns, _ row: Int) -> Bool {
    let theirs = list.tokenStart[row]..<list.tokenStart[row + 1]
    return (voters.tokenStart[voter]..<voters.tokenStart[voter + 1]).contains { i in
      theirs.contains { voters.tokens[Int(i)] == list.tokens[Int($0)] }
    }
  }

  private static func slot(_ nik: NIK) -> Int { Int(truncatingIfNeeded: mixed(nik.bits) >> 20) }
}
