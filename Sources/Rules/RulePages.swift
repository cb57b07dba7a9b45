import RollModel

/// Pages of the rulebook, one a rule, made from its card: `docs/aturan/<id>.md`.
package enum RulePages {
  /// Every page and the list of them, by file name, in rulebook order.
  ///
  /// - Parameter measured: what rules find at neighbouring thresholds, on the roll that `command` makes.
  package static func all(
    measured: [NeighbouringThresholds], command: String
  ) -> [(file: String, text: String)] {
    let counts = Dictionary(measured.map { ($0.rule, $0) }, uniquingKeysWith: { a, _ in a })
    return [("README.md", index)]
      + Rulebook.rules.map { rule in
        ("\(rule.card.id).md", page(for: rule, counts[rule.card.id].map { ($0, command) }))
      }
  }

  /// - Parameter measured: counts at neighbouring thresholds, and the command that makes their roll.
  package static func page(
    for rule: any Rule.Type, _ measured: (counts: NeighbouringThresholds, command: String)? = nil
  ) -> String {
    let card = rule.card
    var parts = ["# \(card.id)", card.summary, facts(card)]
    parts += ["## Mengapa", card.why, "## Yang perlu dicocokkan", card.verify, "## Tindakan", card.action]
    parts += ["## Dasar", card.authority.map { "* \($0)" }.joined(separator: "\n")]
    parts += ["## Setelan", .settingsIntro(card.id), table(of: rule.allSettings)]
    if let threshold = rule.threshold {
      parts += ["## Ambang lain", .thresholdIntro(threshold.name, threshold.neighbours)]
      if let measured { parts += [.measured(measured.command), table(of: measured.counts)] }
    }
    parts += ["## Contoh", .exampleIntro]
    parts += card.examples.map(example)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func facts(_ card: RuleCard) -> String {
    """
    | | |
    |---|---|
    | Kategori | \(card.category.rawValue) |
    | Jenis | \(card.severity.meaning) |
    | Alasan TMS | \(card.tmsCode?.label ?? "–") |
    """
  }

  private static func table(of settings: [any AnySetting]) -> String {
    let rows = settings.map { "| `\($0.key)` | \($0.standardText) | \($0.allowedText) | \($0.meaning) |" }
    return (["| kunci | bawaan | isi | arti |", "|---|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static func table(of thresholds: NeighbouringThresholds) -> String {
    let rows = thresholds.counts.map { "| \($0.value)\($0.isOwn ? " (bawaan)" : "") | \($0.findings) |" }
    return (["| ambang | temuan |", "|---|---|"] + rows).joined(separator: "\n")
  }

  private static func example(_ example: Example) -> String {
    var text = "Tanggal acuan \(example.asOf)."
    if !example.settings.isEmpty {
      let settings = example.settings.sorted { $0.key < $1.key }.map { "`\($0.key): \($0.value)`" }
      text += " Setelan: \(settings.joined(separator: ", "))."
    }
    return text + "\n\n```\n" + example.table + "\n```"
  }

  private static var index: String {
    let head = "# Buku aturan\n\n" + .indexIntro + "\n\n| aturan | kategori | jenis | ringkasan |\n|---|---|---|---|\n"
    let rows = Rulebook.cards.map { card in
      "| [\(card.id)](\(card.id).md) | \(card.category.rawValue) | \(card.severity.meaning) | \(card.summary) |"
    }
    return head + rows.joined(separator: "\n") + "\n\n## Pengaman\n\n" + .safeguardsIntro + "\n\n"
      + table(of: Safeguards.settings) + "\n\n## Indeks wilayah\n\n" + .indexOfAreas + "\n\n"
      + table(of: AreaIndex.settings) + "\n"
  }
}

extension Severity {
  /// What a finding is for, in words.
  fileprivate var meaning: String {
    switch self {
    case .check: "daftar periksa"
    case .data: "cacat data, bukan alasan TMS"
    case .coverage: "wilayah yang perlu perhatian"
    case .missing: "mungkin belum terdaftar"
    case .tms: "usulan TMS setelah verifikasi faktual"
    }
  }
}

extension String {
  fileprivate static func settingsIntro(_ id: String) -> String {
    "Ditulis pada `padan.yaml` di bawah `aturan:`, pada bagian `\(id):`."
  }

  fileprivate static func thresholdIntro(_ name: String, _ neighbours: [String]) -> String {
    "Laporan setiap pemeriksaan menyebut berapa temuan yang diberikan ambang `\(name)` yang lain: "
      + neighbours.joined(separator: ", ") + "."
  }

  fileprivate static func measured(_ command: String) -> String {
    "Pada daftar rekaan dari `\(command)`:"
  }

  fileprivate static let exampleIntro =
    "Baris bertanda `!` ditemukan oleh aturan ini; baris tanpa tanda tidak. Semua orang dalam contoh adalah karangan."

  fileprivate static let indexIntro = """
    Halaman ini dibuat dari kartu aturan di dalam program. Temuan adalah bahan verifikasi, bukan keputusan: program \
    tidak pernah mengubah daftar pemilih.
    """

  fileprivate static let indexOfAreas = """
    Cara menghitungnya, dengan contoh, ada di [indeks-wilayah.md](../indeks-wilayah.md). Bagian `indeks:` di bawah `aturan:` \
    mengatur bobotnya.
    """

  fileprivate static let safeguardsIntro = """
    Usulan TMS ditahan bila ada bukti hidup sesudah kematian yang dilaporkan, bila barisnya sudah diusulkan dengan \
    alasan lain, atau bila usulan dari pemadanan di satu TPS melebihi batas di bawah ini. Bagian `pengaman:` di bawah \
    `aturan:` mengatur batasnya.
    """
}
