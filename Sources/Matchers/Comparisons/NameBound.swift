/// The most that two names can be worth, from their letters' kinds alone: what rejects a pair before names are aligned.
extension NameComparator {
  /// In bits, before any distance is measured. Symmetric.
  ///
  /// Each token of the shorter name finds a partner or is in conflict, so the best that its letters allow with any token
  /// of the other, or with two neighbours of it, is counted; what the longer name has beyond is worth nothing.
  @inline(__always) func bound(_ x: Side, _ y: Side) -> Float {
    x.count <= y.count ? bound(short: x, long: y) : bound(short: y, long: x)
  }

  @inline(__always) private func bound(short: Side, long: Side) -> Float {
    let n = min(short.count, Self.longest)
    let m = min(long.count, Self.longest)
    var sum: Float = 0
    for i in 0..<n {
      let a = short.tokens[i]
      let mine = sights[Int(a)]
      // Equal tokens at one place are taken together whatever else there is.
      if a == long.tokens[i] {
        sum += mine.most + Self.exact
        continue
      }
      var best = Self.conflict
      for j in 0..<m {
        let b = long.tokens[j]
        if a == b {
          best = mine.most + Self.exact
          break
        }
        let other = sights[Int(b)]
        let likeness = TokenComparator.likeness(mine.signature, other.signature)
        if likeness == .none { continue }
        let rare = max(mine.most, other.most)
        switch likeness {
        case .form: best = max(best, max(rare - 2, 0) + Self.form)
        case .typo: best = max(best, max(rare - 5.9, 0) + Self.form)
        default: best = max(best, max(rare - 10.55, 0) + Self.typos)
        }
      }
      if n != m {
        for j in 0..<(m - 1) {
          let first = sights[Int(long.tokens[j])]
          let second = sights[Int(long.tokens[j + 1])]
          guard TokenComparator.mayJoin(first.signature, second.signature, into: mine.signature) else { continue }
          best = max(best, min(glueCap, first.most + second.most) + Self.glued)
        }
      }
      sum += best
    }
    return sum
  }

  /// log2 of the default m of an equal token, of one sound or edit (a short form without vowels counts as a sound: its
  /// smaller m is made up by its larger share), of two edits, of a glued pair; and of m / u of a conflict.
  private static let (exact, form, typos, glued, conflict): (Float, Float, Float, Float, Float) =
    (-0.47, -3.64, -5.64, -6.64, -4.9)
}
