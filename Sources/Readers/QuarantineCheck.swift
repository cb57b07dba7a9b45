import RollModel

/// Refuses a file of which too many rows were damaged or could not be used: its columns were misread. Two rows never are
/// too many.
struct QuarantineCheck {
  /// Share of a file's rows, 0...1.
  let limit: Double

  /// What is wrong with the file, in a sentence that names the likely cause; nil when it may be used.
  ///
  /// - Parameter faults: rows that were not used, by field and reason.
  func words(_ file: SourceFile, _ opened: OpenedFile, faults: [String: Int], shifts: ShiftTally) -> String? {
    let least = limit > 0 ? max(limit * Double(file.rowsRead), 2) : 0
    let isShifted = Double(shifts.rows) > least
    guard Double(file.rowsQuarantined) > least || isShifted else { return nil }
    let causes = faults.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    let listed = causes.isEmpty ? "" : " (\(causes.map { "\($0.key): \($0.value)" }.joined(separator: "; ")))"
    let unused = "\(file.path): \(file.rowsQuarantined) dari \(file.rowsRead) baris tidak dapat dipakai\(listed)"
    guard isShifted else {
      return unused + "; susunan kolomnya mungkin salah dibaca. Periksa baris judul dan kolom: di padan.yaml."
    }
    return unused + "; \(shifts.rows) baris rusak atau bergeser. " + shifts.cause(opened)
  }
}
