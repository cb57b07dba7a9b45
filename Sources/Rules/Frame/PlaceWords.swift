import RollModel

/// Names of places below the desa, as forms write them.
enum PlaceWords {
  /// Three digits: `004`.
  static func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 3 - text.count)) + text
  }

  /// `RT 003/RW 001`, `RT 003`, `RW 001`, `TPS 004` or `desa ini`.
  static func words(_ key: AreaKey) -> String {
    if key.tps != 0 { return "TPS " + padded(key.tps) }
    if key.rt == 0 { return key.rw == 0 ? "desa ini" : "RW " + padded(key.rw) }
    return "RT " + padded(key.rt) + (key.rw == 0 ? "" : "/RW " + padded(key.rw))
  }
}

extension RuleContext {
  /// The member that stands for a family: the eldest, and of equals the one with the smallest identity hash, so that
  /// the order of rows does not decide.
  func eldest(_ members: some Sequence<UInt32>) -> Voter? {
    members.map { roll[Int($0)] }.min { a, b in
      let (aKnown, bKnown) = (a.birth.year != 0, b.birth.year != 0)
      if aKnown != bKnown { return aKnown }
      return a.birth != b.birth ? a.birth < b.birth : a.identityHash < b.identityHash
    }
  }
}
