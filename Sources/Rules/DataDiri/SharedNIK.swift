import RollModel

/// Flags one NIK on two people: rows of the roll, or a row of the roll and a row of a list.
///
/// A data-entry error to be put right, never evidence that they are one person. Source: matching page, C4 and D3.
struct SharedNIK: WholeRule {
  static let card = RuleCard(
    id: "nik-sama-orang-berbeda",
    category: .dataDiri,
    severity: .check,
    authority: Authority.roll,
    summary: "Satu NIK tertulis pada dua orang yang berbeda.",
    why: """
      Satu NIK milik satu orang. Bila nama dan data lain berbeda, yang paling mungkin adalah salah tulis atau salah \
      salin, misalnya NIK anak tertulis pada orang tua. Tidak seorang pun diusulkan TMS karena ini. Pada daftar dengan \
      NIK terpotong atau disamarkan kesamaan NIK tidak dinyatakan. NIK yang bentuknya tidak baku disebut oleh aturan \
      nik-tidak-valid, dan dua baris yang mungkin satu orang oleh aturan ganda.
      """,
    verify: "Cocokkan NIK keduanya dengan KTP-el dan KK.",
    action: "Perbaiki NIK pada baris yang keliru; kedua orang tetap memenuhi syarat.",
    examples: [
      Example(
        """
        ? | nkk              | nik              | nama       | tanggal_lahir | jenis_kelamin | kode_desa  | tps
        ! | 1602050101100001 | 1602051203850001 | HENDRA     | 1985-03-12    | L | 1602052001 | 1
        ! | 1602050101100002 | 1602051203850001 | SUMIYATI   | 1962-07-01    | P | 1602052003 | 1
          | 1602050101100003 | 1602051203850002 | KARTONO    | 1985-03-12    | L | 1602052001 | 1
          | 1602050101100004 | 1602054107620001 | ROHANA     | 1962-07-01    | P | 1602052001 | 1
        """)
    ])

  static let needs = [NumberNeed(.roll, .nik, .all)]

  let settings: RuleValues

  func findings(in context: RuleContext) -> [Finding] {
    let pairs = context.bestPairs(of: .sameNumberOtherName).compactMap { view -> Finding? in
      guard !view.subject.isStruck, !view.other.isStruck, !view.subject.nik.hasVisibleDefect else { return nil }
      let hasOneName = view.subject.hasName(of: view.other)
      return finding(
        view.pair, view.subject, view.other, .twoVoters(hasOneName: hasOneName, view.pair.words), context)
    }
    let links = context.matches.links.keys.sorted { $0.rawValue < $1.rawValue }.flatMap { role in
      context.links(of: role, relation: .sameNumberOtherName, from: .twin).compactMap { link -> Finding? in
        guard !link.voter.isStruck else { return nil }
        return finding(link.pair, link.voter, link.entry, .voterAndEntry(role, link.pair.words), context)
      }
    }
    return pairs + across(context) + links
  }

  /// Of two kabupaten of a province each is told of its own voter, once.
  private func across(_ context: RuleContext) -> [Finding] {
    var told: Set<Int> = []
    return context.matches.duplicates.filter { $0.relation == .sameNumberOtherName && context.isAcross($0) }
      .flatMap { pair -> [Finding] in
        let rows = (context.roll[pair.a], context.roll[pair.b])
        guard !rows.0.isStruck, !rows.1.isStruck else { return [] }
        return [rows, (rows.1, rows.0)].compactMap { subject, other in
          guard told.insert(subject.row).inserted else { return nil }
          var finding = finding(
            pair, subject, other,
            .twoVoters(hasOneName: subject.hasName(of: other), pair.words)
              + "; pemilih itu di \(context.whereabouts(of: other))", context
          )
          finding.factHash = mixed(subject.identityHash ^ FactHash.pair(subject, other))
          return finding
        }
      }
  }

  private func finding(
    _ pair: Pair, _ subject: Voter, _ other: Voter, _ words: String, _ context: RuleContext
  ) -> Finding {
    context.finding(
      Self.card, resting: pair, on: subject, beside: other, tier: .verify,
      evidence: Agreement(subject, other).words, words)
  }
}

extension String {
  fileprivate static func twoVoters(hasOneName: Bool, _ words: String) -> String {
    "NIK sama dengan pemilih lain \(hasOneName ? "yang senama, tetapi data lainnya berbeda" : "yang bernama berbeda")"
      + (words.isEmpty ? "" : "; " + words)
  }

  fileprivate static func voterAndEntry(_ role: Role, _ words: String) -> String {
    "NIK yang sama tertulis pada orang bernama berbeda dalam daftar \(role.rawValue)"
      + (words.isEmpty ? "" : "; " + words)
  }
}
