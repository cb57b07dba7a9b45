import RollModel

/// Which rows of a run a letter takes.
package struct LetterFilter: Sendable, Equatable {
  package var classes = Set(LetterClass.allCases)
  /// Name of the only kecamatan; nil takes all.
  package var kecamatan: String?
  /// The least tier, kuat or pasti; rows below it come in by a decision only.
  package var leastTier = Tier.strong
  /// Ids of findings that a decision keeps out, and of those that one lets in whatever their tier.
  package var rejected: Set<String> = []
  package var accepted: Set<String> = []
  /// Findings that wait for another decision, and why.
  package var held: [String: LetterHold] = [:]
  /// Takes none but these findings; nil takes all that the rest says.
  package var ids: Set<String>?
  package var naming = Naming.decided

  /// What a finding that is named by its id needs to come in.
  package enum Naming: Sendable {
    /// The same as one that nobody named.
    case decided
    /// Nothing, unless it may be of twins: a draft is there to look at.
    case undecided
    /// Nothing: what was asked for may always be taken back.
    case all
  }

  package init() {}

  /// Whether the findings beside their class, tier and area may be proposed.
  func proposes(_ finding: Finding) -> Bool {
    if let ids {
      guard ids.contains(finding.id) else { return false }
      if naming != .decided { return naming == .all || finding.tier <= .certain }
    }
    if rejected.contains(finding.id) || held[finding.id] != nil { return false }
    if accepted.contains(finding.id) { return true }
    return finding.tier >= leastTier && finding.tier <= .certain && finding.heldBack.isEmpty
  }

  /// Whether it takes all that there is to propose in its area: only then may a letter say that there is nothing.
  var takesAll: Bool { classes.count == LetterClass.allCases.count && leastTier == .strong && ids == nil }

  /// What files' names say of it, so that letters of other rows have other names; empty for all rows.
  var slug: String {
    var parts: [String] = []
    if classes.count < LetterClass.allCases.count { parts += classes.sorted().map(\.rawValue) }
    if let kecamatan { parts.append(Slug.of(kecamatan)) }
    if leastTier == .certain { parts.append(leastTier.label) }
    if let ids { parts.append("\(ids.count)-temuan-\(Slug.of(ids.min() ?? ""))") }
    return parts.joined(separator: "-")
  }
}

/// Lower-case letters and digits with hyphens: safe in any file name.
enum Slug {
  static func of(_ text: String) -> String {
    text.lowercased().split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }.joined(separator: "-")
  }
}
