import RollModel

extension RuleContext {
  /// The finding of a list rule on a row of the roll, unless the roll already strikes the row.
  ///
  /// A list row that shows neither a number nor a full birth date never gives more than `perlu-verifikasi`, nor one whose
  /// day cannot be.
  ///
  /// - Parameter most: what else the rule makes of it at most.
  func finding(_ card: RuleCard, on link: ListLink, atMost most: Tier = .certain, _ claim: String) -> Finding? {
    guard !link.voter.isStruck else { return nil }
    let isThin = link.entry.nik.isMissing && !link.entry.birth.isComplete
    let agreement = Agreement(link.voter, link.entry)
    let evidence = [link.evidence, agreement.words]
    var finding = finding(
      card, resting: link.pair, on: link.voter, beside: link.entry,
      tier: min(link.pair.tier, isThin ? min(most, .verify) : most),
      evidence: evidence.filter { !$0.isEmpty }.joined(separator: "; "),
      .explained(claim, link, agreement, rival: link.pair.rival.map { data.roll[$0] }, isThin: isThin))
    finding.doubtDay(of: link.entry, births: [link.voter.birth, link.entry.birth], on: referenceDay)
    return finding
  }
}

extension String {
  fileprivate static func explained(
    _ claim: String, _ link: ListLink, _ agreement: Agreement, rival: Voter?, isThin: Bool
  ) -> String {
    var parts = [claim]
    if !link.entry.event.isUnknown { parts[0] += " \(link.entry.event)" }
    if !link.pair.words.isEmpty { parts.append(link.pair.words) }
    if isThin { parts.append("daftar tidak memuat NIK dan tanggal lahir lengkap") }
    if !link.others.isEmpty { parts.append("\(link.others.count) baris lain pada daftar itu juga cocok") }
    if let rival {
      let fits = link.pair.rivalIsEqual ? "sama cocoknya, jadi dipilih di lapangan" : "tetapi kurang cocok"
      let alike = link.entry.birth.isComplete ? "senama dan bertanggal lahir sama" : "senama dan serupa"
      parts.append("\(alike), \(fits): baris \(rival.line) \(rival.path)")
    }
    if let chance = Namesakes.words(link.pair.expectedNamesakes, besideNumber: agreement.number) {
      parts.append(chance)
    }
    return parts.joined(separator: "; ")
  }
}

/// How many other voters chance alone would give the same name and birth date.
enum Namesakes {
  /// nil where the number says nothing: not known, or too small to print, or beside one whole NIK, which namesakes do not
  /// share.
  static func words(_ expected: Double, besideNumber: Bool = false) -> String? {
    guard expected >= 0.005, !besideNumber else { return nil }
    let hundredths = Int((expected * 100).rounded())
    let fraction = hundredths % 100
    let decimals = fraction == 0 ? "" : fraction < 10 ? ",0\(fraction)" : ",\(fraction)"
    return "diperkirakan \(hundredths / 100)\(decimals) pemilih lain senama dan setanggal lahir"
  }
}
