import RollModel

/// A field of which each part has a column of its own: day, month and year, or the numbers of an area's levels.
struct ColumnParts: Sendable, Decodable {
  let field: Field
  /// By part, in order, the headers that may stand for it.
  var headers: [[String]]
  /// Its headers do not say what the parts are of: `TGL`, `BLN`, `THN`.
  let isBare: Bool

  private enum CodingKeys: String, CodingKey {
    case field = "bidang"
    case headers = "judul"
    case isBare = "polos"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    field = try values.decode(Field.self, forKey: .field)
    headers = try values.decode([[String]].self, forKey: .headers)
    isBare = try values.decodeIfPresent(Bool.self, forKey: .isBare) ?? false
  }

  /// The columns of the parts, in order; nil where one is missing. Bare ones stand side by side, and once.
  fileprivate func columns(_ keys: [String]) -> [Int]? {
    var columns: [Int] = []
    for part in headers {
      let fitting = keys.indices.filter { part.contains(keys[$0]) && !columns.contains($0) }
      guard let column = fitting.first, !isBare || fitting.count == 1 else { return nil }
      columns.append(column)
    }
    guard let first = columns.min(), let last = columns.max() else { return nil }
    return !isBare || last - first < columns.count ? columns : nil
  }
}

extension [ColumnParts] {
  /// Maps the fields of a header whose parts are all there, unless a column of their own holds them.
  ///
  /// - Parameters:
  ///   - keys: of the header's cells.
  ///   - specs: what `kolom:` says goes first.
  ///   - above: the row above the header: bare parts are of what a title over them names.
  func settle(_ match: inout HeaderBook.Match, _ keys: [String], _ specs: [Field: ColumnSpec], above: [String]) {
    var taken = Set(specs.keys.flatMap { match.map.columns[$0] ?? [] })
    for parts in self {
      guard specs[parts.field] == nil, let columns = parts.columns(keys), taken.isDisjoint(with: columns) else {
        continue
      }
      let isOpen = match.map.columns[parts.field]?.allSatisfy(columns.contains) ?? true
      guard isOpen, !parts.isBare || match.mayHave(parts.field), !parts.isBare || !above.hasTitle(over: columns) else {
        if parts.isBare, isOpen, match.map.has(parts.field) { match.leave(parts.field, columns) }
        if !isOpen, !parts.isBare {
          match.unknown.removeAll(where: columns.contains)
          taken.formUnion(columns)
        }
        continue
      }
      let known = Set(match.map.columns.values.joined())
      for field in match.map.columns.keys {
        match.map.columns[field]?.removeAll(where: columns.contains)
        if match.map.columns[field]?.isEmpty == true { match.map.columns[field] = nil }
      }
      match.map.columns[parts.field] = columns
      match.recognised += columns.count { !known.contains($0) }
      match.unknown.removeAll(where: columns.contains)
      taken.formUnion(columns)
    }
  }
}

extension HeaderBook.Match {
  /// Whether bare parts of a date can only be the field's: a day of birth where nothing else is one, another day where
  /// something else is.
  fileprivate func mayHave(_ field: Field) -> Bool {
    let hasBirth = map.has(.birthPlaceAndDate) || map.has(.birthDate)
    return field == .birthDate ? !hasBirth : hasBirth
  }

  /// The columns are told as not used.
  fileprivate mutating func leave(_ field: Field, _ columns: [Int]) {
    map.columns[field] = nil
    unknown = Set(unknown).union(columns).sorted()
  }
}

extension [String] {
  /// Whether a cell of this row is a title over all of `columns`, and not the title of the whole list.
  fileprivate func hasTitle(over columns: [Int]) -> Bool {
    guard let first = columns.min(), indices.contains(first) else { return false }
    guard let start = self[...first].lastIndex(where: { !$0.isEmpty }) else { return false }
    // A merged title may be written in each of its cells.
    let title = self[start]
    return self[..<start].contains { !$0.isEmpty && $0 != title } || self[0] != title && start > 0
  }
}
