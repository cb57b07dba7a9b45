import Documents

/// What a finding rested on when it was decided, so that a later run can tell whether that is still so.
///
/// Evidence and row are hashes under the register's key: the register holds no value of them.
package struct DecisionFacts: Sendable, Equatable {
  package var tier: String
  package var evidence: String
  package var row: String
  /// Marks of the row's person, to know him again under another id; no part of what was decided on.
  package var persons: PrintedPerson
  /// The same of all that the rows say, of both rows of the finding; empty where the run folder does not tell.
  package var traits: TraitMarks

  /// - Parameters:
  ///   - traits: of both rows of the finding.
  ///   - cell: the text of a column of `temuan.csv`.
  package init(_ key: KeyedHash, _ traits: TraitMarks = TraitMarks(), _ cell: (String) -> String) {
    self.traits = traits
    tier = cell("keyakinan")
    evidence = KeyedHash.text(key.of(texts: [Self.plain(cell("bukti"))]))
    row = KeyedHash.text(key.of(texts: Self.rowColumns.map { Self.plain(cell($0)) }))
    persons = PrintedPerson(key) { Self.plain(cell($0)) }
  }

  /// What makes up the row: all that is printed of it, but not the file and line where it stood.
  package static let rowColumns = ["kode_desa", "tps", "rt", "rw", "nkk", "nik", "nama", "tanggal_lahir"]

  /// Without the marks of the file that it was read from.
  private static func plain(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    return String(words.drop { $0 == "'" })
  }

  init?(_ value: JSONValue?) {
    guard let value, let tier = value.text("keyakinan"), let evidence = value.text("bukti"),
      let row = value.text("baris")
    else { return nil }
    (self.tier, self.evidence, self.row) = (tier, evidence, row)
    persons = PrintedPerson(value)
    traits = TraitMarks(value)
  }

  var json: JSONValue {
    .object(
      [.init("keyakinan", tier), .init("bukti", evidence), .init("baris", row)] + persons.members + traits.members)
  }

  package static func == (a: DecisionFacts, b: DecisionFacts) -> Bool {
    (a.tier, a.evidence, a.row) == (b.tier, b.evidence, b.row)
  }

  /// What differs now, in words; empty where nothing does.
  package func changes(to now: DecisionFacts) -> [String] {
    var changes: [String] = []
    if evidence != now.evidence { changes.append("buktinya berubah") }
    if tier != now.tier { changes.append("keyakinannya berubah dari \(tier) menjadi \(now.tier)") }
    if row != now.row { changes.append("baris pemilihnya berubah") }
    return changes
  }
}
