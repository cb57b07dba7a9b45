import Documents
import Normalizers
import RollModel

/// Two columns of one title: which of them is meant, as far as their values tell.
///
/// A list in which both titles read NIK and one column holds family card numbers would make one person of every family. What
/// the values do not settle is refused; nothing is chosen by place.
enum RepeatedHeader {
  /// Fields that say who somebody is, or that they are gone: reading another column for one of them accuses people.
  private static let deciding: [Field] = [
    .nik, .nkk, .name, .birthDate, .birthPlaceAndDate, .deathDate, .eventDate, .sex, .remark,
  ]
  /// Rows whose values are looked at.
  private static let reach = 2_000
  /// Numbers of persons are each somebody's own; of family cards so many rows in a hundred share one.
  private static let (own, shared, fewest) = (0.98, 0.85, 10)

  /// Settles the columns of every deciding field; gives what was chosen, in words.
  static func settle(
    _ map: inout ColumnMap, _ cells: [String], _ values: @autoclosure () -> [[[UInt8]]]
  ) throws(Refusal) -> [String] {
    let keys = cells.map(HeaderBook.key)
    var words: [String] = []
    var settled: Set<String> = []
    var rows: [[[UInt8]]]?
    for field in deciding {
      guard let column = map.columns[field]?.first, map.columns[field]?.count == 1, keys.indices.contains(column)
      else { continue }
      let same = keys.indices.filter { keys[$0] == keys[column] }
      // Numbers of family cards may come from the title of the other number.
      guard same.count > 1, settled.insert(keys[column]).inserted else { continue }
      let known = rows ?? values()
      rows = known
      let values = same.map { column in known.map { column < $0.count ? trimmed($0[column]) : [] } }
      let written = same.indices.filter { values[$0].contains { !$0.isEmpty } }
      let title = cells[column]
      guard let first = written.first, !written.dropFirst().allSatisfy({ values[$0] == values[first] }) else {
        let chosen = written.first.map { same[$0] } ?? column
        map.columns[field] = [chosen]
        words.append(chosenWords(title, same, chosen, written.count > 1 ? "isinya sama" : "yang lain kosong"))
        continue
      }
      guard let found = choose(field, written.map { values[$0] }) else { throw refusal(title, same) }
      let chosen = same[written[found.place]]
      map.columns[field] = [chosen]
      words.append(chosenWords(title, same, chosen, found.reason))
      if found.isCardBeside, !map.has(.nkk), let other = written.map({ same[$0] }).first(where: { $0 != chosen }) {
        map.columns[.nkk] = [other]
        words.append("kolom \(other + 1) dibaca sebagai NKK")
      }
    }
    return words
  }

  private typealias Choice = (place: Int, reason: String, isCardBeside: Bool)

  /// Which column holds the field by the look of its values; nil where they do not tell.
  private static func choose(_ field: Field, _ columns: [[[UInt8]]]) -> Choice? {
    let shapes = columns.map { ColumnShape.of($0) }
    let fitting = columns.indices.filter { fits(field, shapes[$0]) }
    if fitting.count == 1, field != .name, field != .remark {
      return (fitting[0], "hanya kolom itu yang isinya berbentuk demikian", false)
    }
    guard field == .nik || field == .nkk, fitting.count == 2, columns.count == 2 else { return nil }
    let shares = columns.map { values in
      let written = values.filter { !$0.isEmpty }
      return written.count < fewest ? nil : Double(Set(written).count) / Double(written.count)
    }
    guard let a = shares[0], let b = shares[1], max(a, b) >= own, min(a, b) <= shared else { return nil }
    let person = a > b ? 0 : 1
    return field == .nik
      ? (person, "nomor di kolom lainnya dipakai bersama oleh banyak baris, seperti NKK", true)
      : (1 - person, "nomornya dipakai bersama oleh banyak baris", false)
  }

  private static func fits(_ field: Field, _ shape: ColumnShape) -> Bool {
    switch field {
    case .nik, .nkk: [.identity, .masked, .power].contains(shape)
    case .birthDate, .deathDate, .eventDate: shape == .date
    case .birthPlaceAndDate: shape == .placeAndDate
    case .sex: shape == .sex
    default: false
    }
  }

  /// Cells of the rows behind the header, more of them than a header is looked for in.
  static func rows(of file: FileBytes, from start: Int, _ dialect: CSVDialect) -> [[[UInt8]]] {
    var scanner = CSVScanner(file, from: start, dialect: dialect)
    var rows: [[[UInt8]]] = []
    while rows.count < reach, let row = scanner.next() {
      if !row.isBlank { rows.append(row.fields.map(Array.init)) }
    }
    return rows
  }

  private static func trimmed(_ cell: [UInt8]) -> [UInt8] { cell.withUnsafeBufferPointer { Array($0.trimmed) } }
}

// MARK: Words

extension RepeatedHeader {
  private static func numbers(_ columns: [Int]) -> String {
    let numbers = columns.map { String($0 + 1) }
    return numbers.dropLast().joined(separator: ", ") + " dan " + (numbers.last ?? "")
  }

  private static func chosenWords(_ title: String, _ columns: [Int], _ chosen: Int, _ reason: String) -> String {
    "kolom \(numbers(columns)) sama-sama berjudul «\(title)»; yang dipakai kolom \(chosen + 1): \(reason)"
  }

  private static func refusal(_ title: String, _ columns: [Int]) -> Refusal {
    Refusal(
      "kolom \(numbers(columns)) sama-sama berjudul «\(title)» dan isinya berbeda, sehingga tidak jelas mana yang dimaksud. Beri "
        + "judul yang berbeda pada salah satunya lalu ulangi.")
  }
}
