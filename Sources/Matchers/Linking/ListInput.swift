import RollModel

/// One list as the matcher takes it: which of its rows are left to compare, and which a number has settled.
struct ListInput: Sendable {
  let roll: Roll
  let rows: [Int32]
  let settled: [Pair]
  let hasFamilyCards: Bool
  /// Whether findings quote its links, so that lines of bits are worth making.
  let isQuoted: Bool
}

extension ListInput {
  /// The lists of a case in order of role, large ones already settled by number where that is safe.
  static func all(_ data: CaseData, index: NumberIndex?, threads: Int) -> [ListInput] {
    Role.allCases.compactMap { role -> ListInput? in
      // Who votes elsewhere stays on the roll, and a complaint may name anyone: nothing is proposed of these lists.
      guard ![.roll, .previousRoll, .movedVoters, .complaints].contains(role), let roll = data.lists[role],
        roll.count > 0
      else { return nil }
      let isLarge = role == .residents || role == .specialList
      let cards = roll.columns.nkk.contains { $0.isFull }
      let quoted = !isLarge && role != .signsOfLife
      let all = roll.rowsWithWords ?? (0..<Int32(roll.count)).map { $0 }
      guard isLarge, let index, roll.nikState == .full || roll.nikState == .absent else {
        return ListInput(roll: roll, rows: all, settled: [], hasFamilyCards: cards, isQuoted: quoted)
      }
      let cuts = pieces(of: all.count, size: 1 << 15)
      let parts = parallelMap(cuts.count, threads: threads) { k -> (rest: [Int32], settled: [Int32]) in
        var rest: [Int32] = []
        var settled: [Int32] = []
        for at in cuts[k] {
          index.prefetch(roll.columns, Int(all[min(at + 16, cuts[k].upperBound - 1)]))
          if let voter = index.match(roll.columns, Int(all[at])) {
            if role == .specialList { settled += [Int32(voter), all[at]] }
          } else {
            rest.append(all[at])
          }
        }
        return (rest, settled)
      }
      // Only the short list's settled links are kept: nobody asks for a million residents one by one.
      var settled: [Pair] = []
      if role == .specialList {
        for part in parts {
          for k in stride(from: 0, to: part.settled.count, by: 2) {
            settled.append(
              Pair(
                a: Int(part.settled[k]), b: Int(part.settled[k + 1]), weight: MatchWeight(20),
                probability: MatchWeight(20).probability, tier: .certain, subject: Int(part.settled[k])))
          }
        }
      }
      return ListInput(
        roll: roll, rows: parts.flatMap(\.rest), settled: settled, hasFamilyCards: cards, isQuoted: quoted)
    }
  }
}
