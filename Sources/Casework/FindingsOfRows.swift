import RollModel

/// The findings of a finished run that speak of certain rows: for who asks after a person.
package enum FindingsOfRows {
  /// A person as a list and `temuan.csv` both write them.
  package struct Person: Sendable {
    package var file: String
    package var line: Int
    package var name: String
    /// Year first; empty where it is not known.
    package var birth: String
    /// With digits starred; empty where there is none.
    package var maskedNIK: String

    package init(file: String, line: Int, name: String, birth: String, maskedNIK: String) {
      self.file = file
      self.line = line
      self.name = name
      self.birth = birth
      self.maskedNIK = maskedNIK
    }
  }

  package struct Note: Sendable, Equatable {
    package let id, rule, tier: String
    /// Empty where the run knows of none.
    package let decision: String
    /// The row is the finding's other one.
    package let isCounterpart: Bool
  }

  /// The notes on each of `persons`, in the order of the run's file.
  ///
  /// A row is known by file and line where `isUnchanged` says that the file is what the run read, else by name, date of
  /// birth and number together.
  package static func read(
    _ runFolder: String, of persons: [Person], isUnchanged: (_ file: String) -> Bool
  ) throws(FindingIndexError) -> [[Note]] {
    var notes = [[Note]](repeating: [], count: persons.count)
    var places: [Int: [Int]] = [:]
    var moved: [String: [Int]] = [:]
    for (i, person) in persons.enumerated() {
      if isUnchanged(person.file) {
        places[person.line, default: []].append(i)
      } else if !person.birth.isEmpty, !person.maskedNIK.isEmpty {
        moved[person.name, default: []].append(i)
      }
    }
    let columns = [
      "id", "aturan", "keyakinan", "nama", "tanggal_lahir", "nik", "berkas", "baris", "berkas_pembanding",
      "baris_pembanding",
    ]
    try FoundFinding.readRows(runFolder, columns) { row in
      func note(_ i: Int, isCounterpart: Bool) {
        let decision = row.all.first { $0.column == "keputusan" }?.value ?? ""
        notes[i].append(
          Note(id: row[0], rule: row[1], tier: row[2], decision: decision, isCounterpart: isCounterpart))
      }
      for i in places[row.number(7)] ?? [] where row[6] == persons[i].file { note(i, isCounterpart: false) }
      for i in places[row.number(9)] ?? [] where row[8] == persons[i].file { note(i, isCounterpart: true) }
      guard !moved.isEmpty else { return }
      for i in moved[name(row[3])] ?? [] where row[4] == persons[i].birth && row[5] == persons[i].maskedNIK {
        note(i, isCounterpart: false)
      }
    }
    return notes
  }

  /// Someone of whom a run found something, as its file says.
  package struct Found: Sendable {
    /// How well the row answers.
    package let worth: Int
    package let person: Person
    package let areaCode, desa, tps, code: String
    package let note: Note
  }

  /// The rows of the run's file that `worth` finds good by name and date of birth, which are lent for the call.
  package static func read(
    _ runFolder: String, worth: (_ name: UnsafeBufferPointer<UInt8>, _ birth: UnsafeBufferPointer<UInt8>) -> Int
  ) throws(FindingIndexError) -> [Found] {
    var found: [Found] = []
    let columns = [
      "id", "aturan", "keyakinan", "nama", "tanggal_lahir", "nik", "berkas", "baris", "kode_desa", "desa", "tps",
      "kode_tms",
    ]
    try FoundFinding.readRows(runFolder, columns) { row in
      let worth = worth(row.bytes(3), row.bytes(4))
      guard worth > 0 else { return }
      let decision = row.all.first { $0.column == "keputusan" }?.value ?? ""
      found.append(
        Found(
          worth: worth,
          person: Person(file: row[6], line: row.number(7), name: name(row[3]), birth: row[4], maskedNIK: row[5]),
          areaCode: row[8], desa: row[9], tps: row[10], code: row[11],
          note: Note(id: row[0], rule: row[1], tier: row[2], decision: decision, isCounterpart: false)))
    }
    return found
  }

  /// A name without the mark that keeps a spreadsheet from taking it for a formula.
  private static func name(_ written: String) -> String {
    written.first == "'" && "=+-@".contains(written.dropFirst().first ?? " ") ? String(written.dropFirst()) : written
  }
}
