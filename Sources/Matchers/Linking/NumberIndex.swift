import CIntrinsics
import RollModel

/// Finds the voters who bear a full NIK: a table of row numbers, open addressing, eight bytes or less a voter.
///
/// Used to settle at once the rows of a large list whose number and birth date, or number and a name token, stand on the
/// roll: all but a few percent of the residents. What is left goes through blocking like any other list.
struct NumberIndex: Sendable {
  private let slots: Storage<UInt32>
  private let mask: Int
  private let roll: Roll

  init(_ roll: Roll) {
    self.roll = roll
    var size = 64
    while size < roll.count * 2 { size *= 2 }
    mask = size - 1
    slots = Storage(repeating: 0, count: size)
    for row in 0..<roll.count where roll.columns.nik[row].isFull {
      var slot = Self.slot(roll.columns.nik[row]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(row + 1)
    }
  }

  /// The first voter with the person's NIK who also shares the birth date or a name token; nil when there is none.
  func match(_ list: Roll, _ row: Int) -> Int? {
    let nik = list.columns.nik[row]
    guard nik.isFull else { return nil }
    var slot = Self.slot(nik) & mask
    while slots[slot] != 0 {
      let voter = Int(slots[slot]) - 1
      if roll.columns.nik[voter] == nik, agrees(voter, list, row) { return voter }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Asks for the place where the number of a row would stand, for a look-up some rows later.
  @inline(__always) func prefetch(_ list: Roll, _ row: Int) {
    padan_prefetch(slots.base + (Self.slot(list.columns.nik[row]) & mask))
  }

  /// Whether any voter bears the number, whoever it is.
  func holds(_ nik: NIK) -> Bool {
    guard nik.isFull else { return false }
    var slot = Self.slot(nik) & mask
    while slots[slot] != 0 {
      if roll.columns.nik[Int(slots[slot]) - 1] == nik { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  private func agrees(_ voter: Int, _ list: Roll, _ row: Int) -> Bool {
    let birth = list.columns.birth[row]
    if birth.isComplete, birth == roll.columns.birth[voter] { return true }
    let mine = roll.columns.tokenStart[voter]..<roll.columns.tokenStart[voter + 1]
    let theirs = list.columns.tokenStart[row]..<list.columns.tokenStart[row + 1]
    for i in mine {
      for j in theirs where roll.columns.tokens[Int(i)] == list.columns.tokens[Int(j)] { return true }
    }
    return false
  }

  private static func slot(_ nik: NIK) -> Int { Int(truncatingIfNeeded: mixed(nik.bits) >> 20) }
}
