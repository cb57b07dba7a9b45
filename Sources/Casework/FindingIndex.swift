import Documents
import RollModel

/// The findings of a finished run by id and rule, in the order of `temuan.csv`; with them the notes of data, where they are
/// asked for.
package struct FindingIndex: Sendable {
  package static let fileName = "temuan.csv"

  package struct Entry: Sendable {
    package let id: String
    package let rule: String
    /// How the run holds it; nil of notes of data, and where it was not asked for.
    package var standing: FindingStanding?
  }

  /// Findings in the order of their file, then the notes in the order of theirs.
  package let entries: [Entry]

  /// Reads the index of a run folder. Notes of data, many times as many as findings, and how each finding stands are for
  /// who compares whole runs.
  package init(
    runFolder: String, withNotes: Bool = false, withStanding: Bool = false
  ) throws(FindingIndexError) {
    var entries: [Entry] = []
    try FoundFinding.readRows(runFolder, ["id", "aturan"]) {
      let standing = withStanding ? FindingStanding($0.all) : nil
      entries.append(Entry(id: $0[0], rule: RuleNames.current($0[1]), standing: standing))
    }
    if withStanding {
      let places = Dictionary(entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      // A run folder may be handed on without its details.
      try? FindingDetailFile(runFolder).read(of: places) { place, heldBack, _, _ in
        entries[place].standing?.heldBack = heldBack
      }
    }
    if withNotes {
      do throws(ScoringError) {
        try DataNotes.read(runFolder, ["id", "aturan"]) { entries.append(Entry(id: $0[0], rule: $0[1])) }
      } catch { throw FindingIndexError(file: runFolder + "/" + DataNotes.fileName, line: 0) }
    }
    self.entries = entries
  }
}

/// A run folder whose findings cannot be read; line 0 is the file itself.
package struct FindingIndexError: Error, Sendable, Equatable, CustomStringConvertible {
  package let file: String
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  package var description: String {
    line == 0
      ? "\(file) tidak dapat dibaca; sebutkan folder hasil dari 'padan periksa'."
      : "\(file) baris \(line): bukan baris temuan; berkas ini mungkin terpotong atau diubah."
  }
}
