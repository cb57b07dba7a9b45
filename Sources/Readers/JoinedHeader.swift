import RollModel

/// A header over two or three rows, as recaps have: `Pemilih Baru` above `L`, `P`, `L+P`.
///
/// Each column is called by what stands above it, from the top, joined with blanks; a title over several columns stands in
/// the first of them. Only recaps and coklit in totals are read so, whose columns mean nothing by their last row alone, and
/// lists of persons that have their birth date so: `LAHIR` above `TEMPAT`, `TANGGAL`.
struct JoinedHeader {
  /// Rows from the first to the last, counted in the rows that are looked at.
  let first: Int
  let last: Int
  let cells: [String]
  let match: HeaderBook.Match

  private static let mostRows = 3
  private static let roles: Set<Role> = [.officialCounts, .visits]

  /// The rows that together know more headers than one row does; nil where no two do.
  ///
  /// Lists of persons without place or day of birth, and recaps, are looked through; a header that seems to lack nothing may
  /// still have a title over several columns, so that it is read with its neighbours.
  ///
  /// - Parameters:
  ///   - index: of the row that `match` reads, among `count` rows.
  ///   - row: the cells of a row.
  static func better(
    than match: HeaderBook.Match, at index: Int, _ count: Int, _ book: HeaderBook, _ source: Source,
    row: (Int) -> [String]
  ) -> JoinedHeader? {
    let isOfPersons = book.role.isPersons
    guard isOfPersons || roles.contains(book.role) else { return nil }
    let lacksBirth = isOfPersons && !(match.map.has(.birthDate) && match.map.has(.birthPlace))
    let isWide = isOfPersons ? lacksBirth : !match.isPlain(book)
    guard isWide || isOfPersons else { return nil }
    let near = max(0, index - mostRows + 1)..<min(count, index + mostRows)
    var rows: [[String]] = (0..<count).map { isWide || near.contains($0) ? row($0) : [] }
    // Rows of the list are no part of its header.
    for other in near where other != index && rows[other].contains(where: Self.isFigures) { rows[other] = [] }
    var best: JoinedHeader?
    var former = (match: match, cells: row(index))
    for first in isWide ? 0..<count : near {
      for last in (first + 1)..<max(first + 2, min(first + mostRows, count)) where last < count {
        guard rows[first...last].allSatisfy({ !$0.isEmpty }) else { continue }
        let cells = joined(Array(rows[first...last]))
        let match = book.match(cells, specs: source.columns)
        let isBetter =
          match.recognised > max(2, former.match.recognised)
          || isOfPersons && match.recognised == former.match.recognised && tellsMore((match, cells), former)
        guard isBetter, book.missing(match.map) == nil else { continue }
        guard !isOfPersons || near.contains(first) && near.contains(last) || match.map.has(.birthDate) else { continue }
        best = JoinedHeader(first: first, last: last, cells: cells, match: match)
        former = (match, cells)
      }
    }
    return best
  }

  /// Of two that know as many columns: whether the first calls them by a title too, and leaves no more of them unknown unless
  /// it tells columns of one name apart.
  private static func tellsMore(
    _ one: (match: HeaderBook.Match, cells: [String]), _ other: (match: HeaderBook.Match, cells: [String])
  ) -> Bool {
    one.cells != other.cells
      && (one.match.unknown.count <= other.match.unknown.count || Set(one.cells).count > Set(other.cells).count)
  }

  /// Six digits or more, as no header holds.
  private static func isFigures(_ cell: String) -> Bool { cell.utf8.count(where: \.isDigit) >= 6 }

  private init(first: Int, last: Int, cells: [String], match: HeaderBook.Match) {
    (self.first, self.last, self.cells, self.match) = (first, last, cells, match)
  }

  /// What each column is called by rows of a header.
  static func joined(_ rows: [[String]]) -> [String] {
    let width = rows.map(\.count).max() ?? 0
    var titles = Array(repeating: "", count: rows.count)
    return (0..<width).map { column in
      let own = rows.map { column < $0.count ? $0[column] : "" }
      // A title reaches to the next one, or to the next title above it.
      for (row, cell) in own.enumerated() where !cell.isEmpty {
        titles[row] = cell
        for below in (row + 1)..<max(row + 1, rows.count) { titles[below] = "" }
      }
      let deepest = own.lastIndex { !$0.isEmpty } ?? -1
      var words: [String] = []
      for (row, title) in titles.enumerated() where row <= deepest && !title.isEmpty && title != words.last {
        words.append(title)
      }
      return words.joined(separator: " ")
    }
  }
}
