import Documents
import RollModel

/// What the files say of the persons of some findings, as far as it is printed and no column holds it.
///
/// Findings stand in order of area and id, rows in files as they come: the texts are read in order of place in the
/// files, so that many rows cost one reading, and asked for in order of finding.
struct PersonTexts: ~Copyable {
  private var bytes = ByteWriter(capacity: 1 << 16)
  /// Where each text ends in `bytes`.
  private var ends: [Int] = []
  /// By place of the finding: the number of the first text of its person.
  private var firsts: [Int] = []
  private var rows: [Row] = []
  private var window = RowWindow()

  private struct Row {
    /// Role, file and byte at which the row starts; of a file beyond a tebibyte only the order suffers.
    let place: UInt64
    let finding: Int
    let voter: Voter
  }

  /// Reads the texts of these findings' persons in place of those that it held.
  mutating func read(_ range: Range<Int>, of record: RunRecord, _ words: CellWords) {
    bytes.removeAll()
    ends.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    firsts.append(contentsOf: repeatElement(0, count: range.count))
    let findings = record.findings
    for index in range {
      findings.prefetch(index + 24)
      if index + 12 < range.upperBound { words.person(of: findings[index + 12])?.prefetch() }
      guard case .person(let reference) = findings[index].subject, let voter = words.voter(reference) else { continue }
      let role: UInt64 = reference.role == .roll ? 0 : 1
      let place = role << 63 | UInt64(voter.fileNumber) << 40 | voter.offset
      rows.append(Row(place: place, finding: index - range.lowerBound, voter: voter))
    }
    rows.sort { $0.place < $1.place }
    for row in rows {
      firsts[row.finding] = ends.count
      read(row.voter)
    }
    // What lies behind the last text may be read too.
    bytes.reserve(16)
  }

  /// Begins to give the texts of a finding's person, in the order in which they are printed.
  func cursor(of finding: Int) -> Int { firsts[finding] }

  /// The next text, behind which sixteen more bytes may be read.
  func withNext<Result>(_ cursor: inout Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = cursor == 0 ? 0 : ends[cursor - 1]
    defer { cursor += 1 }
    return bytes.withBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<ends[cursor]])) }
  }

  private mutating func read(_ voter: Voter) {
    if voter.nkk.isMissing { text(.nkk, of: voter) }
    if voter.nik.isMissing { text(.nik, of: voter) }
    text(.name, of: voter)
    if voter.birth.isUnknown { text(.birthDate, of: voter) }
  }

  private mutating func text(_ field: Field, of voter: Voter) {
    voter.withText(field, &window) { bytes.append($0) }
    ends.append(bytes.count)
  }
}
