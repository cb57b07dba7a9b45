import RollModel

/// Pairs of rows in two kabupaten of a province, each told to both offices from its own side.
///
/// Neither row is proposed before the other: which one stays is settled by both offices. A row is told once, with the pair
/// that is likeliest to stand: rather with a row that its own kabupaten does not propose to go as a double.
struct PairsAcross {
  private let context: RuleContext
  /// By row: places of its pairs in `matches.duplicates`, the one that is told first.
  private let pairs: [Int: [Int]]

  init(_ context: RuleContext) {
    self.context = context
    let all = context.matches.duplicates
    var leaving: Set<Int> = []
    var found: [Int: [Int]] = [:]
    for place in all.indices {
      let pair = all[place]
      if context.isAcross(pair) {
        guard Self.isTold(pair), !context.roll[pair.a].isStruck, !context.roll[pair.b].isStruck else { continue }
        found[pair.a, default: []].append(place)
        found[pair.b, default: []].append(place)
      } else if pair.relation == .samePerson, pair.tier >= .verify {
        leaving.insert(context.subject(ofPair: place))
      }
    }
    for (row, places) in found {
      func rank(_ place: Int) -> (Int, Int, Double, UInt64) {
        let pair = all[place]
        let other = pair.a == row ? pair.b : pair.a
        return (
          pair.relation == .samePerson ? 1 : 0, leaving.contains(other) ? 0 : 1, pair.weight.bits,
          context.content(of: place, beside: row)
        )
      }
      if places.count > 1 { found[row] = places.sorted { rank($0) > rank($1) } }
    }
    pairs = found
  }

  /// Twins are listed, never proposed; one number under two names is a matter of its own (`SharedNIK`).
  private static func isTold(_ pair: Pair) -> Bool {
    switch pair.relation {
    case .samePerson: pair.tier >= .verify
    case .possibleTwins: pair.tier == .twin
    case .sameNumberOtherName: false
    }
  }

  func findings(_ card: RuleCard) -> [Finding] {
    pairs.sorted { $0.key < $1.key }.compactMap { row, places in
      places.first.map { finding(card, row, $0, others: places.dropFirst()) }
    }
  }

  private func finding(_ card: RuleCard, _ row: Int, _ place: Int, others: ArraySlice<Int>) -> Finding {
    let pair = context.matches.duplicates[place]
    let (subject, other) = (context.roll[row], context.roll[pair.a == row ? pair.b : pair.a])
    // Without a number on either side nothing tells the person from a namesake born on the same day.
    let isUnnumbered = subject.nik.isMissing && other.nik.isMissing
    let mayBeTwins = pair.relation == .possibleTwins
    let tier = mayBeTwins ? .twin : isUnnumbered ? min(pair.tier, .strong) : pair.tier
    var finding = context.finding(
      card, resting: pair, on: subject, beside: other, tier: tier, grade: pair.grade,
      evidence: "tercatat pula di \(context.whereabouts(of: other)): \(Agreement(subject, other).words)",
      words(pair, subject, other, others, mayBeTwins: mayBeTwins))
    // Each side is a finding of its own, whatever becomes of other rows.
    for i in finding.lines.indices { finding.lines[i].level = Self.further(finding.lines[i].level) }
    finding.factHash = mixed(subject.identityHash ^ FactHash.pair(subject, other))
    return finding
  }

  private func words(
    _ pair: Pair, _ subject: Voter, _ other: Voter, _ others: ArraySlice<Int>, mayBeTwins: Bool
  ) -> String {
    let place = context.whereabouts(of: other)
    let opening =
      mayBeTwins
      ? "kemungkinan kembar dari seorang pemilih \(place); tidak diusulkan sebagai ganda"
      : "mungkin tercatat pula dalam daftar pemilih \(place)"
    var parts = [opening]
    var told = [other.area.kabupatenNumber]
    for place in others {
      let further = context.matches.duplicates[place]
      let area = context.roll[further.a == subject.row ? further.b : further.a].area
      guard further.relation == .samePerson, !told.contains(area.kabupatenNumber) else { continue }
      told.append(area.kabupatenNumber)
      parts.append("mungkin pula di \(context.areas.kabupatenTitle(area.kabupatenNumber))")
    }
    if !pair.words.isEmpty { parts.append(Self.further(pair.words)) }
    if let chance = Namesakes.words(pair.expectedNamesakes) {
      parts.append(chance + " di antara \(context.roll.count) pemilih provinsi")
    }
    return parts.joined(separator: "; ")
  }

  /// What the engine says of two kecamatan, of two kabupaten.
  private static func further(_ words: String) -> String { words.replacing("lain kecamatan", with: "lain kabupaten") }
}

extension RuleContext {
  /// `Kabupaten Ogan Ilir (1610), desa SUKAJADI (1610012003), TPS 004`: where in the province a voter stands.
  func whereabouts(of voter: Voter) -> String {
    let kabupaten = voter.area.kabupatenNumber
    var text = "\(areas.kabupatenTitle(kabupaten)) (\(areas.kabupatenCode(kabupaten)))"
    if !voter.area.desa.isEmpty {
      text += ", desa \(voter.area.desa)" + (voter.area.code.isUnknown ? "" : " (\(voter.area.code))")
    }
    return voter.tps > 0 ? text + ", TPS " + PlaceWords.padded(voter.tps) : text
  }
}
