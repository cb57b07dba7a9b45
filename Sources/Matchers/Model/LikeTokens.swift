import Platform
import RollModel
import Similarity

/// What agreement of like tokens (one sound, one or two edits, short forms) is worth on this roll beyond the formula.
///
/// The chance of a misspelling is taken from the rarer token by fixed factors (matching page, 4.1). A true chance has a
/// property that can be checked without labels: summed over all pairs of strangers' tokens, share × share / chance is 1.
/// Where the roll's vocabulary makes it less, agreement is rarer than the formula says, and worth as many bits more; where
/// it makes it more, fewer. Measured on made-up rolls: 0.2–0.5 for sound, 0.5–0.8 for one edit, 0.15 for two.
enum LikeTokens {
  /// The commonest tokens are compared with the vocabulary: rare with rare adds next to nothing.
  private static let commonest = 160
  /// Of a larger vocabulary a share is taken, by spelling.
  private static let mostTokens = 12_000
  /// No more than this is added or taken, in bits.
  private static let most = 3.0

  /// By `NameEvent`.
  static func bits(_ set: RecordSet, _ frequencies: Frequencies) -> [Double] {
    let names = NameComparator(frequencies, set.table)
    let table = set.table
    var held: [(bits: Float, hash: UInt64, token: Int)] = []
    for token in 0..<table.count {
      held.append((plain(frequencies, token), table.codes[token].spellingHash, token))
    }
    held.sort { ($0.bits, $0.hash) < ($1.bits, $1.hash) }
    let every = UInt64(max(1, table.count / mostTokens))
    let rare = held.dropFirst(commonest).filter { every == 1 || $0.hash % every == 0 }
    // The common ones first, then the rare: what is read of each stands side by side.
    let tokens = (held.prefix(commonest) + rare).map { UInt32($0.token) }
    let bits = (held.prefix(commonest) + rare).map(\.bits)
    let signatures = Storage(tokens.map { table.signatures[Int($0)] })
    let common = min(commonest, held.count)
    var sums = [Int64](repeating: 0, count: 8)
    // The common ones stay in the nearest caches while each other token is met once.
    for b in tokens.indices {
      let signature = signatures[b]
      for a in 0..<min(b, common) where TokenComparator.likeness(signatures[a], signature) != .none {
        let level = names.tokens.levelOnce(tokens[a], tokens[b])
        guard level != .none, level != .exact else { continue }
        let weight = b < common ? 1 : Double(every)
        let worth = exp2(Double(names.plainChance(level, tokens[a], tokens[b]) - (bits[a] + bits[b]))) * 2 * weight
        sums[Int(NameComparator.event(level).rawValue)] += Int64((worth * 0x1p40).rounded())
      }
    }
    return sums.indices.map { event in
      let sum = Double(sums[event]) * 0x1p-40
      // A small vocabulary shows too little: half a unit of the formula itself stands beside what is seen.
      return sums[event] == 0 ? 0 : max(-most, min(most, -log2((sum + prior) / (1 + prior))))
    }
  }

  /// How much of the formula is kept beside what the roll shows.
  private static let prior = 0.05

  private static func plain(_ frequencies: Frequencies, _ token: Int) -> Float {
    frequencies.tokenBits[token * Frequencies.decades + Frequencies.plainDecade]
  }
}
