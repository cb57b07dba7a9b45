import RollModel

/// Refuses a file of which too many rows could not be used, or could be only after their cells were put right: its columns
/// were misread. Rows that are used as they stand, with fields that are not known, refuse no file. Two rows never are too
/// many.
struct QuarantineCheck {
  /// Share of a file's rows, 0...1.
  let limit: Double

  /// What is known of the bad rows of a file.
  struct Findings {
    /// Rows that were not used, by field and reason.
    var faults: [String: Int]
    var shifts: ShiftTally
    /// The first row that was not used.
    var rejection: Rejection?
    /// Line of the first row of which cells were put right.
    var mendedLine: Int?
  }

  /// What is wrong with the file, in a sentence that names the likely cause, an example and what to do; nil when it may be
  /// used.
  func words(_ file: SourceFile, _ opened: OpenedFile, _ found: Findings) -> String? {
    let least = limit > 0 ? max(limit * Double(file.rowsRead), 2) : 0
    let isShifted = Double(found.shifts.rows) > least
    guard Double(file.rowsQuarantined) > least || isShifted else { return nil }
    let way = "Bila baris itu memang boleh dilewati, naikkan karantina_maks di padan.yaml."
    let shifted = "\(found.shifts.rows) baris rusak atau bergeser"
    guard let first = found.rejection else {
      let example = found.mendedLine.map { ", misalnya baris \($0)" } ?? ""
      return
        "\(file.path): \(shifted) dari \(file.rowsRead) baris\(example); semuanya dapat diperbaiki, tetapi sebanyak itu "
        + "mungkin salah dibaca. " + found.shifts.cause(opened)
    }
    let causes = found.faults.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    let listed = causes.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    let header = Field(rawValue: first.field).map { opened.header($0) } ?? ""
    let place = "baris \(first.line)" + (header.isEmpty ? "" : ", kolom «\(header)»")
    let unused =
      "\(file.path): \(file.rowsQuarantined) dari \(file.rowsRead) baris tidak dapat dipakai (\(listed)), misalnya \(place)"
    guard isShifted else {
      return unused + "; susunan kolomnya mungkin salah dibaca. Periksa baris judul dan kolom: di padan.yaml. " + way
    }
    return unused + "; \(shifted). " + found.shifts.cause(opened) + " " + way
  }
}
