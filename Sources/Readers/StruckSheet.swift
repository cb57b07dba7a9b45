import Documents
import Normalizers
import RollModel

/// A sheet or a heading of a roll that calls its rows struck: `TMS`, `DAFTAR PEMILIH TIDAK MEMENUHI SYARAT`, `MENINGGAL`.
///
/// Rows with a code are struck by it. Whether the others are is not said of each, so that they stay voters, and the office is
/// told.
enum StruckSheet {
  /// Whether a sheet is called so, or a line above a header is such a heading.
  static func isCalled(_ text: String) -> Bool {
    let words = withFieldBytes(text) { PageWord.words($0) }
    guard !words.isEmpty, !words.contains("MS"), !words.contains("MEMENUHI") || words.contains("TIDAK") else {
      return false
    }
    if words.contains("TMS") || words.contains("MEMENUHI") { return true }
    guard words.count <= 3, words[0].utf8.first?.isLetter == true else { return false }
    return withFieldBytes(text) { bytes in
      if case .value = CodeText.mark(bytes, table: .since2023) { true } else { false }
    }
  }

  /// What calls the rows of a file struck; nil where nothing does.
  static func name(of file: FileBytes, _ dialect: CSVDialect, before header: Int, _ sheet: String?) -> String? {
    if let sheet, isCalled(sheet) { return "lembar «\(sheet)»" }
    let rows = CSVSniffer.firstRows(file, dialect: dialect, limit: HeaderSearch.reach).prefix { $0.line < header }
    let title = rows.lazy.flatMap(\.fields).map { String(decoding: $0, as: UTF8.self) }.first {
      $0.utf8.count < 120 && $0.uppercased().contains(/\bTMS\b|TIDAK MEMENUHI SYARAT/) && isCalled($0)
    }
    return title.map { "judul «\($0)»" }
  }

  /// Of files whose rows have no code although their sheet or heading calls them struck.
  static func notices(_ roll: Roll, _ files: [SourceFile], _ opened: [OpenedFile]) -> [String] {
    let called = opened.indices.filter { opened[$0].source.role == .roll && opened[$0].struck != nil }
    guard !called.isEmpty else { return [] }
    var without: [Int: Int] = [:]
    for row in 0..<roll.count where roll.columns.codes[row].mark == nil {
      without[Int(roll.columns.file[row]), default: 0] += 1
    }
    return called.compactMap { file in
      guard let count = without[file], let name = opened[file].struck else { return nil }
      return
        "\(files[file].path): \(name) menyebut barisnya TMS, tetapi \(count) dari \(files[file].rowsUsed) barisnya tanpa kode "
        + "TMS, jadi tetap dihitung dan diperiksa sebagai pemilih. Bila memang sudah dicoret, tulis kode atau sebabnya di kolom "
        + "keterangan; bila bukan bagian daftar ini, keluarkan dari folder atau nyatakan lembar: di padan.yaml."
    }
  }
}
