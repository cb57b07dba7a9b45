import RollModel

/// One voter of a family, by the family card.
struct FamilyCard {
  /// See `VisitIndex.card`.
  var key: UInt64
  var row: UInt32
  var tps: UInt16
  /// RW and RT; 0 where they are not known.
  var place: UInt32

  var isCut: Bool { NIK(bits: key).isCut }
}

extension [FamilyCard] {
  /// Gives rows that came without the last digit of their card the whole number that agrees with it, where the desa has
  /// exactly one: of a family some rows may stand in a file that lost it.
  func joined() -> [FamilyCard] {
    guard let first, contains(where: { $0.isCut != first.isCut }) else { return self }
    var whole: [UInt64: Set<UInt64>] = [:]
    for card in self where !card.isCut {
      if let kept = SharedDigits.kept.key(NIK(bits: card.key)) { whole[kept, default: []].insert(card.key) }
    }
    return map { card in
      guard card.isCut, let kept = SharedDigits.kept.key(NIK(bits: card.key)), let same = whole[kept], same.count == 1,
        let only = same.first
      else { return card }
      var card = card
      card.key = only
      return card
    }
  }
}
