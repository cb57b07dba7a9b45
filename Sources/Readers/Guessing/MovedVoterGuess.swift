import Documents
import Normalizers
import RollModel

/// Tells lists of voters who vote elsewhere from rolls and from special lists: not by the letters DPTb, which meant one
/// thing until 2020 and another since, but by whether the people stand on the roll.
///
/// A voter on the list of those who move keeps their place on the roll; one on a special list has none. Source: PKPU 7/2023
/// and 7/2024; practice of offices, who send either under the same name.
enum MovedVoterGuess {
  /// Words in a name that both kinds of list bear.
  private static let names: Set<String> = ["dptb", "dpph", "dpktb", "tambahan"]
  private static let remark = "pindah memilih"

  /// Whether a file may be such a list: by its name, or by what half of its rows say.
  static func isPossible(_ name: String, _ table: SampledTable) -> Bool {
    if isNamed(name) { return true }
    let saying = table.rows.count { row in
      row.contains { cell in
        cell.withUnsafeBufferPointer { TextDecoding.folded($0) }.map { $0.isLetter ? $0 | 32 : $0 }
          .elementsEqual(remark.utf8)
      }
    }
    return saying * 2 > table.rows.count
  }

  /// Whether the name of a file says so.
  static func isNamed(_ name: String) -> Bool {
    let words = RoleScore.words(name)
    return !names.isDisjoint(with: words) || words.contains("pindah") && words.contains("memilih")
  }

  /// Settles what every possible list is, where another file is a roll to ask.
  static func settle(_ guesses: inout [FileGuess]) {
    let asked = guesses.indices.filter {
      guesses[$0].mayBeMovedVoters && guesses[$0].problem == nil && !guesses[$0].numbers.isEmpty
        && !isPlaced(guesses[$0])
    }
    guard !asked.isEmpty else { return }
    let rolls = guesses.indices.filter {
      guesses[$0].role == .roll && guesses[$0].problem == nil && !asked.contains($0)
    }
    guard !rolls.isEmpty else { return }
    let wanted = Set(asked.flatMap { guesses[$0].numbers })
    let onRoll = rolls.reduce(into: Set<UInt64>()) { $0.formUnion(known(wanted, guesses[$1])) }
    for index in asked {
      let found = guesses[index].numbers.count { onRoll.contains($0) }
      let total = guesses[index].numbers.count
      let isMoving = found * 2 > total
      guesses[index].role = isMoving ? .movedVoters : .specialList
      guesses[index].reasons = [
        "\(found) dari \(total) NIK pertama ada di daftar pemilih, jadi "
          + (isMoving ? "pemilih terdaftar yang pindah memilih" : "pemilih di luar daftar (daftar khusus)")
      ]
    }
  }

  private static func isPlaced(_ guess: FileGuess) -> Bool {
    let roles = Set(Role.allCases.map(\.rawValue))
    return guess.name.split(separator: "/").dropLast().contains { roles.contains(String($0)) }
  }

  /// Which of the numbers stand in the file.
  private static func known(_ wanted: Set<UInt64>, _ guess: FileGuess) -> Set<UInt64> {
    var source = Source(path: guess.path, name: guess.name, role: .roll)
    for spec in guess.specs { source.columns[spec.field] = ColumnSpec(headers: spec.headers) }
    source.headerRow = guess.headerRow
    guard let opened = try? OpenedFile.all(source, HeaderBook(role: .roll)) else { return [] }
    var found: Set<UInt64> = []
    for file in opened {
      guard let column = file.map.columns[.nik]?.first else { continue }
      var scanner = CSVScanner(file.file, from: file.dataStart, dialect: file.dialect)
      while let row = scanner.next() {
        guard column < row.fields.count else { continue }
        let (nik, _) = IdentityNumber.read(row.fields[column])
        if let key = SharedDigits.kept.key(nik), wanted.contains(key) { found.insert(key) }
      }
    }
    return found
  }
}

extension SampledTable {
  /// The numbers of persons in the rows of the sample, on the digits that workbooks keep: of the column that is known to be
  /// theirs, else of the one that holds most. In a short list each person may bear a family card of their own.
  func personNumbers(_ known: Int?) -> [UInt64] {
    let columns = known.map { [$0] } ?? shapes.indices.filter { shapes[$0] == .identity }
    func numbers(_ column: Int) -> [UInt64] {
      values(column).compactMap { value in
        let (nik, form) = value.withUnsafeBufferPointer { IdentityNumber.read($0) }
        return form == .malformed || !nik.hasValidForm ? nil : SharedDigits.kept.key(nik)
      }
    }
    return columns.map(numbers).max { Set($0).count < Set($1).count } ?? []
  }
}
