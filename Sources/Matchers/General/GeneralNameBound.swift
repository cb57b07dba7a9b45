import Similarity

/// The most that two names can be worth, from their letters' kinds alone, under the figures of one model.
///
/// As `NameComparator.bound`, which rests on the plain figures: a general scan counts what the roll says of tokens that are
/// alike (`LikeTokens`), which may be bits more or fewer.
struct GeneralNameBound: BitwiseCopyable, Sendable {
  private let exact: Float
  private let phonetic: Float
  private let typo: Float
  private let typos: Float
  private let short: Float
  private let glue: Float
  private let conflict: Float

  init(_ tables: Model.Tables) {
    func of(_ event: NameEvent) -> Float { Float(tables.name[Int(event.rawValue)]) }
    exact = of(.exact)
    phonetic = of(.phonetic)
    typo = of(.typo)
    typos = of(.typos)
    short = of(.short)
    glue = of(.glue)
    conflict = Float(tables.conflict)
  }

  /// In bits, before any distance is measured: each token of the shorter name finds the best partner that its letters
  /// allow, or is in conflict.
  @inline(__always) func most(
    _ x: NameComparator.Side, _ y: NameComparator.Side, _ names: borrowing NameComparator
  ) -> Float {
    x.count <= y.count ? most(few: x, many: y, names) : most(few: y, many: x, names)
  }

  @inline(__always) private func most(
    few: NameComparator.Side, many: NameComparator.Side, _ names: borrowing NameComparator
  ) -> Float {
    let n = min(few.count, NameComparator.longest)
    let m = min(many.count, NameComparator.longest)
    var sum: Float = 0
    for i in 0..<n {
      let a = few.tokens[i]
      let mine = names.sights[Int(a)]
      var best = conflict
      for j in 0..<m {
        let b = many.tokens[j]
        if a == b {
          best = mine.most + exact
          break
        }
        let other = names.sights[Int(b)]
        let likeness = TokenComparator.likeness(mine.signature, other.signature)
        if likeness != .none { best = max(best, self.like(likeness, max(mine.most, other.most))) }
      }
      if n != m {
        for j in 0..<(m - 1) {
          let first = names.sights[Int(many.tokens[j])]
          let second = names.sights[Int(many.tokens[j + 1])]
          guard TokenComparator.mayJoin(first.signature, second.signature, into: mine.signature) else { continue }
          best = max(best, min(names.glueCap, first.most + second.most) + glue)
        }
      }
      sum += best
    }
    return sum
  }

  private func like(_ likeness: TokenComparator.Likeness, _ rare: Float) -> Float {
    let edited = max(max(rare - 5.9, 0) + typo, max(rare - 10.55, 0) + typos)
    switch likeness {
    case .form: return max(edited, max(rare - 2, 0) + phonetic, rare + short)
    case .typo: return edited
    case .typos: return max(rare - 10.55, 0) + typos
    case .none: return conflict
    }
  }
}
