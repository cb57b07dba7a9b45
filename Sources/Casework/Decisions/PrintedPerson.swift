import Documents

/// Who a finding stands on, as three hashes of what `temuan.csv` prints: NIK with birth date, NIK with name, and name with
/// birth date and desa. Whoever has one of them in common is taken for the same person.
///
/// For run folders and lines of the register that hold no `TraitMarks`. A NIK is printed masked: its first six and last
/// four characters. A mark without one of its parts is left out.
package struct PrintedPerson: Sendable, Equatable {
  package private(set) var marks: [String] = []

  /// - Parameter cell: the text of a column of `temuan.csv`, trimmed and in capitals.
  init(_ key: KeyedHash, _ cell: (String) -> String) {
    let (number, name, birth) = (cell("nik"), cell("nama"), cell("tanggal_lahir"))
    let isNumber = number.count { $0 != "*" } >= Self.shownDigits
    if isNumber, !birth.isEmpty { add(key, ["nik", "lahir", number, birth]) }
    if isNumber, !name.isEmpty { add(key, ["nik", "nama", number, name]) }
    if !name.isEmpty, !birth.isEmpty { add(key, ["nama", "lahir", name, birth, cell("kode_desa")]) }
  }

  /// - Parameter facts: as a line of the register holds them; lines of earlier versions have no marks.
  init(_ facts: JSONValue) {
    marks = facts.items(Self.member).compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  var members: [JSONValue.Member] { marks.isEmpty ? [] : [.init(Self.member, marks.map { .string($0) })] }

  private mutating func add(_ key: KeyedHash, _ parts: [String]) { marks.append(KeyedHash.text(key.of(texts: parts))) }

  private static let member = "orang"
  /// What a masked number shows.
  private static let shownDigits = 10
}
