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

  /// Whether a header of one row may leave out what it says together with the next one.
  static func mayAdd(to match: HeaderBook.Match, _ book: HeaderBook, isPlain: Bool) -> Bool {
    book.role.isPersons ? !(match.map.has(.birthDate) && match.map.has(.birthPlace)) : !isPlain
  }

  /// The rows that together know most headers; nil where no two do.
  init?(_ rows: [[String]], _ book: HeaderBook, _ source: Source) {
    guard Self.roles.contains(book.role) || book.role.isPersons else { return nil }
    var best: JoinedHeader?
    for first in rows.indices {
      for last in (first + 1)..<max(first + 2, min(first + Self.mostRows, rows.count)) where last < rows.count {
        let cells = Self.joined(Array(rows[first...last]))
        let match = book.match(cells, specs: source.columns)
        guard match.recognised > best?.match.recognised ?? 2, book.missing(match.map) == nil else { continue }
        guard !book.role.isPersons || match.map.has(.birthDate) else { continue }
        best = JoinedHeader(first: first, last: last, cells: cells, match: match)
      }
    }
    guard let best else { return nil }
    self = best
  }

  private init(first: Int, last: Int, cells: [String], match: HeaderBook.Match) {
    (self.first, self.last, self.cells, self.match) = (first, last, cells, match)
  }

  private static func joined(_ rows: [[String]]) -> [String] {
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
