import Documents
import Platform

/// `tindak-lanjut-rinci.csv` of a finished run: what became of each finding of each letter.
package enum FollowUpFile {
  package static let fileName = "tindak-lanjut-rinci.csv"

  /// What a run saw done; nothing where it has no such file.
  package static func done(in runFolder: String) throws(ScoringError) -> Set<FollowUp.Key> {
    let path = runFolder + "/" + fileName
    var keys: Set<FollowUp.Key> = []
    guard access(path, F_OK) == 0 else { return keys }
    try NamedColumns.read(path, ["urut_surat", "id", "keadaan"]) { row in
      if row[2] == "ditindaklanjuti" { keys.insert(FollowUp.Key(letter: row.number(0), id: row[1])) }
    }
    return keys
  }

  /// The same as the register keeps it of a run that was erased.
  package static func content(_ done: Set<FollowUp.Key>) -> JSONValue.Member {
    let letters = Dictionary(grouping: done, by: \.letter)
    return .init(
      "ditindaklanjuti",
      letters.keys.sorted().map { letter in
        .object([
          .init("surat", letter),
          .init("temuan", (letters[letter] ?? []).map(\.id).sorted().map { .string($0) }),
        ])
      })
  }

  /// What the erased runs of a register had seen done.
  package static func done(in register: Register) -> Set<FollowUp.Key> {
    var keys: Set<FollowUp.Key> = []
    for event in register.events where event.kind == .erasure {
      for item in event.items("ditindaklanjuti") {
        guard let letter = item.number("surat") else { continue }
        for case .string(let id) in item.items("temuan") {
          keys.insert(FollowUp.Key(letter: Int(letter), id: id))
        }
      }
    }
    return keys
  }
}
