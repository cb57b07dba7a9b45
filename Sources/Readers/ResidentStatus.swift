import Documents
import Normalizers
import RollModel

/// Which list a row of a village's resident file belongs on: its status, citizenship and occupation say so.
///
/// One file serves several roles: the dead go to the list of deaths, those who left to that of moves, and so on; each is
/// read from the file by itself and takes the rows that are its own, so that every row is read once in all. Codes are
/// those of OpenSID: status 1 hidup, 2 mati, 3 pindah, 4 hilang; citizenship 1 WNI, 2 WNA, 3 both; occupation 6 TNI, 7
/// Polri. Source: practice page, section 3.2.
struct ResidentStatus: Sendable {
  /// What a row's list offers as evidence.
  static let evidence = Array("status penduduk desa".utf8)
  /// Roles beside that of residents which a file may serve, each with the field that says so.
  private static let served: [(role: Role, field: Field)] = [
    (.deaths, .residentStatus), (.moves, .residentStatus), (.foreigners, .citizenship), (.military, .occupation),
    (.police, .occupation),
  ]

  private let status, citizenship, occupation: Int

  /// nil for a file that says nothing of the kind, and for files of other roles.
  init?(_ source: Source, _ map: ColumnMap) {
    guard source.role == .residents || source.isServed, !Self.roles(of: map).isEmpty else { return nil }
    let reader = RowReader(map)
    status = reader.column(.residentStatus)
    citizenship = reader.column(.citizenship)
    occupation = reader.column(.occupation)
  }

  /// The roles that a file of residents serves beside its own.
  static func roles(of map: ColumnMap) -> [Role] { served.filter { map.has($0.field) }.map(\.role) }

  /// The list that a row belongs on, and whether the person's whereabouts are not known.
  func place(of row: CSVRow, _ reader: borrowing RowReader) -> (role: Role, isMissing: Bool) {
    switch Self.word(reader.value(status, row)) {
    case "MATI", "MENINGGAL", "MENINGGALDUNIA", "2": return (.deaths, false)
    case "PINDAH", "PINDAHKELUAR", "3": return (.moves, false)
    case "HILANG", "4", "PERGI", "6", "TIDAKVALID", "9": return (.residents, true)
    default: break
    }
    let citizenship = Self.word(reader.value(citizenship, row))
    if citizenship == "2" || citizenship.hasPrefix("WNA") || citizenship.contains("ASING") {
      return (.foreigners, false)
    }
    let work = reader.value(occupation, row)
    guard !work.isEmpty else { return (.residents, false) }
    let words = Self.words(work)
    if words.contains(where: { $0.hasPrefix("PENSIUN") || $0.hasPrefix("PURNA") }) { return (.residents, false) }
    if words == ["6"] || words.contains("TNI") || words.starts(with: ["TENTARA"]) { return (.military, false) }
    if words == ["7"] || words.contains("POLRI") || words.starts(with: ["KEPOLISIAN"]) || words.starts(with: ["POLISI"])
    {
      return (.police, false)
    }
    return (.residents, false)
  }

  private static func word(_ text: FieldBytes) -> String {
    text.isEmpty ? "" : String(decoding: text.filter { $0.isLetter || $0.isDigit }.map(\.upper), as: UTF8.self)
  }

  private static func words(_ text: FieldBytes) -> [String] {
    text.split { !$0.isLetter && !$0.isDigit }.map { String(decoding: $0.map(\.upper), as: UTF8.self) }
  }
}

extension [OpenedFile] {
  /// The files, and behind each file of residents the readings of it for the other roles that it serves.
  func servingRoles() -> [OpenedFile] {
    flatMap { file -> [OpenedFile] in
      guard file.source.role == .residents else { return [file] }
      return [file] + ResidentStatus.roles(of: file.map).map { file.serving($0) }
    }
  }
}
