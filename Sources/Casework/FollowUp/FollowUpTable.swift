import Platform
import RollModel

/// `tindak-lanjut.csv` of a finished run, for the letter that is written next.
package enum FollowUpTable {
  package static let fileName = "tindak-lanjut.csv"

  /// The lines of the table, in their order; none where the run has no such file.
  package static func read(_ runFolder: String) throws(ScoringError) -> [FollowUpLine] {
    let path = runFolder + "/" + fileName
    var lines: [FollowUpLine] = []
    guard access(path, F_OK) == 0 else { return lines }
    let columns =
      ["surat", "tanggal", "kelas", "kecamatan", "disampaikan"] + counts.map(\.column) + ["alasan_kpu", "hari"]
    try NamedColumns.read(path, columns) { row in
      var line = FollowUpLine(letter: row[0], day: row[1], label: row[2], kecamatan: row[3])
      for (place, count) in counts.enumerated() where row.number(5 + place) > 0 {
        line.counts[count.state] = row.number(5 + place)
      }
      line.withdrawn = max(0, row.number(4) - line.sent)
      line.answerCounts = answers(row[5 + counts.count])
      line.days = Int(row[6 + counts.count])
      lines.append(line)
    }
    return lines
  }

  private static let counts: [(column: String, state: FollowUpState)] = [
    ("ditindaklanjuti", .done), ("belum", .open), ("muncul_lagi", .again), ("tidak_dapat_dinilai", .unknown),
  ]

  /// `belum ada akta (14); sudah dihapus (2)` as words and counts.
  private static func answers(_ text: String) -> [String: Int] {
    var found: [String: Int] = [:]
    for match in text.matches(of: #/(.+?) \((\d+)\)(?:; |$)/#) {
      found[String(match.output.1), default: 0] += Int(match.output.2) ?? 0
    }
    return found
  }
}
