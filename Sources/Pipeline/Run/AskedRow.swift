import Casework
import Reports
import RollModel

/// Which row of a double a letter asked for: a later run may find the other one the worse, as KPU changes their stations and
/// names, and who asks for that one too takes the person from the roll (0036).
///
/// Rows of one person are told apart by what KPU's system calls them; where a roll does not say, nothing is known.
struct AskedRow {
  /// By the row that was to stay: the rows that were to go.
  private var asked: [UInt64: Set<UInt64>] = [:]
  private let key: KeyedHash

  /// - Parameter letters: with what was taken back left out.
  init(_ letters: [SentLetter], _ key: KeyedHash) {
    self.key = key
    for letter in letters where letter.asks {
      for entry in letter.groups.flatMap(\.entries) where !letter.withdrawn.contains(entry.id) {
        guard let other = entry.other, entry.rollID != 0, other.rollID != 0, entry.rollID != other.rollID else {
          continue
        }
        asked[other.rollID, default: []].insert(entry.rollID)
      }
    }
  }

  /// Findings on doubles that ask for the row that an earlier letter left, while that letter's row still stands.
  func opposite(_ record: RunRecord) -> [String] {
    guard !asked.isEmpty else { return [] }
    return record.findings.compactMap { finding in
      guard finding.rule == "ganda", case .person(let own) = finding.subject, let voter = record.data.voter(own),
        let other = finding.counterpart.flatMap({ record.data.voter($0) }), other.mark == nil,
        let gone = asked[Self.rollID(of: voter, key)], gone.contains(Self.rollID(of: other, key))
      else { return nil }
      return finding.id
    }
  }

  /// A hash of what KPU's system calls a row, as `PersonTraits` takes it; 0 where the roll does not say.
  static func rollID(of voter: Voter, _ key: KeyedHash) -> UInt64 {
    let id = PersonTraits(voter).rollID
    return id.isEmpty ? 0 : key.of(texts: ["dp", id])
  }
}
