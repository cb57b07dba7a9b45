import Normalizers
import RollModel

/// What the clues of a file add up to, for one role.
struct RoleScore {
  let role: Role
  private(set) var points = 0
  private(set) var reasons: [String] = []
  let match: HeaderBook.Match
  let book: HeaderBook
  /// Fields that `kolom:` has to name, because no layout knows their headers.
  let specs: [(field: Field, column: Int)]

  init(_ role: Role, name: String, table: SampledTable) {
    self.role = role
    book = HeaderBook(role: role)
    let (match, specs) = Self.match(table, book)
    self.match = match
    self.specs = specs
    addNames(name)
    addHeaders(table)
    addFields()
    addLayouts(table)
    addValues(table)
    addContradictions(table)
  }

  private mutating func add(_ points: Int, _ reason: String) {
    guard points != 0 else { return }
    self.points += points
    reasons.append("\(reason) (\(points > 0 ? "+" : "")\(points))")
  }

  // MARK: Clues

  private mutating func addNames(_ name: String) {
    let folders = name.split(separator: "/").dropLast()
    if folders.contains(where: { $0 == role.rawValue }) {
      add(RoleClues.folder, "ada di folder \(role.rawValue)/")
      return
    }
    for clue in RoleClues.names where clue.role == role {
      if let word = clue.found(in: Self.words(name)) { add(clue.points, "nama berkas atau folder memuat «\(word)»") }
    }
  }

  private mutating func addHeaders(_ table: SampledTable) {
    for clue in RoleClues.headers where clue.role == role {
      let cell = table.header.first { clue.found(in: Self.words($0)) != nil }
      if let cell { add(clue.points, "ada kolom «\(cell)»") }
    }
  }

  private mutating func addFields() {
    let known = RoleClues.fields.filter { $0.role == role && match.map.has($0.field) }
    guard !known.isEmpty else { return }
    let names = known.map(\.field.rawValue).joined(separator: ", ")
    add(known.reduce(0) { $0 + $1.points }, "ada bidang \(names)")
  }

  private mutating func addLayouts(_ table: SampledTable) {
    let keys = Set(table.header.map(HeaderBook.key))
    for clue in RoleClues.layouts where clue.role == role {
      guard let layout = Layout.all.first(where: { $0.name == clue.layout }) else { continue }
      let own = layout.columns.values.count { $0.contains { keys.contains(HeaderBook.key($0)) } }
      let isThere = !layout.columns.isEmpty && own * 5 >= layout.columns.count * 4
      if isThere || table.headerLine == 0 && match.map.layout == layout.name {
        add(clue.points, "susunannya \(layout.name)")
      }
    }
  }

  private mutating func addValues(_ table: SampledTable) {
    let named: Set<Int> = Set(
      [Field.name, .address, .birthPlace, .desa, .kecamatan, .areaName, .surveyor].flatMap {
        match.map.columns[$0] ?? []
      })
    for clue in RoleClues.values where clue.role == role {
      for (column, shape) in table.shapes.enumerated() where !named.contains(column) {
        guard shape == .words || shape == .text else { continue }
        let values = table.values(column).filter { !$0.isEmpty }
        let counts = clue.words.map { word in
          values.count { RoleClues.Words.holds(word, Self.words(String(decoding: $0, as: UTF8.self))) }
        }
        guard let most = counts.max(), most > 0, most * 10 >= values.count * 3,
          let index = counts.firstIndex(of: most)
        else { continue }
        let header = column < table.header.count ? table.header[column] : String(column + 1)
        add(clue.points, "isi kolom «\(header)» memuat «\(clue.words[index])»")
        break
      }
    }
  }

  private mutating func addContradictions(_ table: SampledTable) {
    if let missing = book.missing(match.map) { add(RoleClues.contradiction, "tidak ada kolom \(missing)") }
    let hasNumbers = table.shapes.contains { [.identity, .masked, .power].contains($0) }
    if hasNumbers, role == .officialCounts || role == .areas {
      add(RoleClues.contradiction, "ada kolom nomor orang (16 angka)")
    }
    if role == .officialCounts {
      // `L/P` of a list by name is what a recap calls both together.
      let counts = [Field.men, .women, .total].flatMap { match.map.columns[$0] ?? [] }
      let worded = counts.first { $0 < table.shapes.count && [.sex, .words].contains(table.shapes[$0]) }
      if let worded, worded < table.header.count {
        add(RoleClues.contradiction, "kolom «\(table.header[worded])» berisi huruf, bukan jumlah")
      }
    }
  }

  // MARK: Columns

  /// What the role's layouts know of the header, then what headers and values together suggest for the rest.
  private static func match(
    _ table: SampledTable, _ book: HeaderBook
  ) -> (HeaderBook.Match, [(field: Field, column: Int)]) {
    if table.headerLine == 0 {
      if let map = book.positional([:]), isPositional(table, map) { return (HeaderBook.Match(map: map), []) }
      var match = HeaderBook.Match()
      match.map.width = table.shapes.count
      match.unknown = Array(table.shapes.indices)
      let specs = ColumnGuess.specs(table, match, book)
      for spec in specs { match.map.columns[spec.field] = [spec.column] }
      return (match, specs)
    }
    var match = book.match(table.header, specs: [:])
    let specs = ColumnGuess.specs(table, match, book)
    for spec in specs { match.map.columns[spec.field] = [spec.column] }
    return (match, specs)
  }

  /// Whether the rows are those of the layout by position: numbers first, as there.
  private static func isPositional(_ table: SampledTable, _ map: ColumnMap) -> Bool {
    table.rows.count { $0.count >= map.needed } * 2 > table.rows.count
      && [0, 1].allSatisfy { column in
        column < table.shapes.count && [.identity, .masked, .power].contains(table.shapes[column])
      }
  }

  /// Runs of letters and figures, small letters; `dpt2024` is also `dpt` and `2024`.
  static func words(_ text: String) -> [String] {
    let folded = withFieldBytes(text) { TextDecoding.folded($0) }.map { $0.isLetter ? $0 | 32 : $0 }
    return folded.split { !$0.isLetter && !$0.isDigit }.flatMap { run -> [String] in
      let letters = run.prefix(while: \.isLetter)
      let figures = run.dropFirst(letters.count)
      let parts = !letters.isEmpty && figures.count > 1 && figures.allSatisfy(\.isDigit) ? [letters, figures] : []
      return ([run] + parts).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

extension RoleClues.Words {
  /// The first of the words that is among `words`.
  func found(in words: [String]) -> String? { self.words.first { Self.holds($0, words) } }

  /// A short word has to be there by itself; a longer one may be the beginning of another.
  static func holds(_ word: String, _ words: [String]) -> Bool {
    words.contains { $0 == word || word.count > 4 && $0.hasPrefix(word) }
  }
}
