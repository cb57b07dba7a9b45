import Documents
import Normalizers
import RollModel

/// Dates whose day and month a spreadsheet exchanged: set to American English, it takes `05/03/1980` for the third of May
/// and makes a date of it, and leaves `25/03/1980`, which no month has, as text.
///
/// Such a column has dates (`1980-05-03` once read) none of which has a day above 12, beside texts all of which have one: so
/// it looks in no column in which people wrote some dates and typed others. Of n dates as they come, .4 ⁿ have no day above
/// 12, and of m texts .6 ᵐ all have one. Identity numbers, which bear the birth date, overrule both.
struct ExchangedDates {
  enum Verdict: Sendable { case exchanged, doubtful }

  /// Rows that are looked at where the first ones are of both kinds.
  private static let reach = 2000
  private static let first = 40
  /// Of each kind; .4⁸ × .6⁸ is one in ten million.
  private static let enough = 8
  private static let few = 3

  let verdicts: [(field: Field, column: Int, verdict: Verdict)]

  /// - Parameter start: byte of the first data row.
  init(_ map: ColumnMap, _ file: FileBytes, _ dialect: CSVDialect, from start: Int) {
    let columns = OpenedFile.dateFields.compactMap { field -> (field: Field, column: Int)? in
      guard map.dateForms[field] == nil, let columns = map.columns[field], columns.count == 1 else { return nil }
      return (field, columns[0])
    }
    guard !columns.isEmpty else {
      verdicts = []
      return
    }
    let number = map.columns[.nik]?.first
    let birth = map.columns[.birthDate]?.first
    var tallies = columns.map { _ in Tally() }
    var scanner = CSVScanner(file, from: start, dialect: dialect)
    var rows = 0
    while rows < Self.reach, let row = scanner.next() {
      rows += 1
      if rows == Self.first, !tallies.contains(where: \.isMixed) { break }
      for (index, column) in columns.map(\.column).enumerated() where column < row.fields.count {
        let nik = column == birth ? number.flatMap { $0 < row.fields.count ? row.fields[$0].trimmed : nil } : nil
        tallies[index].take(row.fields[column].trimmed, nik)
      }
    }
    verdicts = zip(columns, tallies).compactMap { column, tally in
      tally.verdict.map { (column.field, column.column, $0) }
    }
  }

  /// What a column's cells say.
  private struct Tally {
    private var dates = 0
    private var texts = 0
    /// A date with a day above 12, or a text with one that is not.
    private var contradicts = false
    /// Numbers that agree with the dates as they stand, and with day and month exchanged.
    private var (asTheyStand, exchanged) = (0, 0)

    var isMixed: Bool { dates >= ExchangedDates.few && texts >= ExchangedDates.few && !contradicts }

    mutating func take(_ cell: FieldBytes, _ nik: FieldBytes?) {
      let parts = cell.prefix(10).split { !$0.isDigit }
      guard parts.count == 3 else { return }
      let values = parts.map { $0.reduce(0) { min($0 * 10 + Int($1 & 15), 9999) } }
      if parts[0].count == 4, parts[1].count == 2, parts[2].count == 2, cell.contains(45) {
        if values[2] > 12 { contradicts = true }
        // The first of January is how an unknown day is written.
        guard values[1] != values[2] else { return }
        dates += 1
        guard let nik, nik.count == 16, nik.allSatisfy(\.isDigit) else { return }
        let digits = nik.map { Int($0 & 15) }
        let day = (digits[6] * 10 + digits[7] - 1) % 40 + 1
        let month = digits[8] * 10 + digits[9]
        if (day, month) == (values[2], values[1]) { asTheyStand += 1 }
        if (day, month) == (values[1], values[2]) { exchanged += 1 }
      } else if parts[2].count == 4, values[0] > 0, values[1] > 0 {
        texts += 1
        if values[0] <= 12 { contradicts = true }
      }
    }

    var verdict: Verdict? {
      guard !contradicts, dates >= ExchangedDates.few, texts >= ExchangedDates.few, exchanged >= asTheyStand else {
        return nil
      }
      if exchanged > 3 * asTheyStand, exchanged > 1 { return .exchanged }
      let isEnough = dates >= ExchangedDates.enough && texts >= ExchangedDates.enough
      return isEnough && asTheyStand == 0 ? .exchanged : .doubtful
    }
  }

  /// What is to be told of a column.
  static func words(_ header: String, _ verdict: Verdict) -> String {
    let seen =
      "tanggal di kolom «\(header)»: sel bertanggal tidak pernah berhari di atas 12, sedangkan yang berupa teks selalu, seperti "
      + "bila Excel menukar hari dan bulan"
    switch verdict {
    case .exchanged:
      return seen
        + ". Hari dan bulan sel bertanggal itu ditukar kembali. Bila keliru, nyatakan bentuk_tanggal: YYYY-MM-DD di "
        + "padan.yaml."
    case .doubtful:
      return seen + ". Contohnya terlalu sedikit, jadi tidak ditukar; cocokkan dengan naskah aslinya."
    }
  }
}
