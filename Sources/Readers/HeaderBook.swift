import Normalizers
import RollModel

/// Which column of a file holds which field, and how that was found out.
struct ColumnMap: Sendable, Equatable {
  /// Columns from 0 that make up a field, in order.
  var columns: [Field: [Int]] = [:]
  var dateForms: [Field: DateText.Form] = [:]
  /// By column of a gathered field: the word for the level, or for the end of service, that its header states, which no
  /// cell needs to repeat.
  var levels: [Int: String] = [:]
  /// Fields that every row should have: those of the header.
  var width = 0
  /// Rows at least this long are whole: what lies behind holds nothing that is needed.
  var needed = 0
  /// Name of the layout, for the report.
  var layout = ""

  /// Fields that every column with one of their headers belongs to, however many there are.
  static let gathered: Set<Field> = [.destination, .origin, .service]

  func has(_ field: Field) -> Bool { columns[field] != nil }

  /// Coklit in totals: numbers of households by area, none by its card.
  var isVisitTotals: Bool { !has(.nkk) && VisitTotal.fields.contains(where: has) }
  var isChangeRecap: Bool { RecapChanges.fields.contains(where: has) }
  /// Rows that name a kecamatan or a kabupaten and nothing inside it.
  var isAboveDesa: Bool {
    [Field.kecamatan, .kecamatanCode, .kabupaten].contains(where: has)
      && ![Field.areaCode, .desa, .tps, .areaName].contains(where: has)
  }
  /// Rows that name a kabupaten and nothing inside it.
  var isOfKabupaten: Bool { isAboveDesa && !has(.kecamatan) && !has(.kecamatanCode) }

  /// The field in the column that a deed begins at, if one is read from it.
  func field(of deed: Repair.Deed) -> Field? {
    switch deed {
    case .readAs, .leftUnknown: nil
    case .joined(let column, _), .inserted(let column), .removed(let column), .continued(let column, _):
      Field.allCases.first { columns[$0]?.contains(Int(column) - 1) == true }
    }
  }
}

/// The headers that files of a role may have, and what each means.
struct HeaderBook: Sendable {
  private struct Page: Sendable {
    let name: String
    let fields: [String: Field]
    /// With keys as headers.
    let parts: [ColumnParts]
    let ignored: Set<String>
    let positions: [Field: Int]
  }

  private let pages: [Page]
  private let parts: [ColumnParts]
  let role: Role

  /// What one row of cells is worth as a header.
  struct Match: Sendable {
    var map = ColumnMap()
    /// Cells that a layout or `kolom:` knows.
    var recognised = 0
    /// Columns whose header nobody knows.
    var unknown: [Int] = []
    /// Headers that `kolom:` names and the file does not have.
    var absent: [(field: Field, header: String)] = []
  }

  /// The headers that files of any role may have: for the choice of a sheet before the role is known.
  static let ofAllRoles = HeaderBook(role: .roll, pages: allPages.map(\.page))

  init(role: Role) {
    self.init(role: role, pages: Self.allPages.filter { $0.roles.contains(role) }.map(\.page))
  }

  private init(role: Role, pages: [Page]) {
    (self.role, self.pages) = (role, pages)
    parts = pages.flatMap(\.parts)
  }

  private static let allPages = Layout.all.map { layout in
    var fields: [String: Field] = [:]
    for field in Field.allCases {
      for header in layout.columns[field] ?? [] { fields[key(header)] = field }
    }
    let parts = layout.parts.map { part in
      var part = part
      part.headers = part.headers.map { $0.map(key) }
      return part
    }
    let ignored = Set(layout.ignored.map(key))
    return (
      roles: layout.roles,
      page: Page(name: layout.name, fields: fields, parts: parts, ignored: ignored, positions: layout.positions)
    )
  }

  /// Reads cells as a header: `kolom:` first, then the layout that knows most of them, then all the others.
  ///
  /// - Parameter above: the row above; a title there says what bare columns such as `TGL`, `BLN`, `THN` are of.
  func match(_ cells: [String], specs: [Field: ColumnSpec], above: [String] = []) -> Match {
    var match = Match()
    match.map.width = cells.count
    let keys = cells.map(Self.key)
    var taken = Set<Int>()
    for field in Field.allCases {
      guard let spec = specs[field] else { continue }
      var columns: [Int] = []
      for header in spec.headers {
        if let column = cells.firstIndex(of: header) ?? keys.firstIndex(of: Self.key(header)) {
          columns.append(column)
        } else {
          match.absent.append((field, header))
        }
      }
      taken.formUnion(columns)
      if !columns.isEmpty { match.map.columns[field] = columns }
    }
    match.recognised = taken.count
    let known = pages.map { page in keys.count { page.fields[$0] != nil } }
    let best = pages.indices.max { (known[$0], -$0) < (known[$1], -$1) }
    let order = (best.map { [$0] } ?? []) + pages.indices.filter { $0 != best }
    for (column, key) in keys.enumerated() where !taken.contains(column) && !key.isEmpty {
      let known = order.lazy.compactMap { pages[$0].fields[key] }.first {
        match.map.columns[$0] == nil || ColumnMap.gathered.contains($0) && specs[$0] == nil
      }
      if let field = known ?? (match.map.has(.age) ? nil : HeaderNote.ageOnADay(key)) {
        match.map.columns[field, default: []].append(column)
        match.recognised += 1
      } else if !pages.contains(where: { $0.ignored.contains(key) || $0.fields[key] != nil }) {
        match.unknown.append(column)
      }
    }
    for column in match.unknown {
      guard let bare = HeaderNote.without(cells[column]) else { continue }
      let key = Self.key(bare)
      guard let field = order.lazy.compactMap({ pages[$0].fields[key] }).first(where: { match.map.columns[$0] == nil })
      else { continue }
      match.map.columns[field] = [column]
      match.recognised += 1
      match.unknown.removeAll { $0 == column }
    }
    parts.settle(&match, keys, specs, above: above)
    if !match.map.has(.birthDate), let column = match.unknown.first(where: { HeaderNote.isBirthYear(keys[$0]) }) {
      match.map.columns[.birthDate] = [column]
      match.recognised += 1
      match.unknown.removeAll { $0 == column }
    }
    if let best, known[best] * 5 >= cells.count * 3 { match.map.layout = pages[best].name }
    for field in [Field.destination, .origin] {
      for column in match.map.columns[field] ?? [] { match.map.levels[column] = Self.level(cells[column]) }
    }
    for column in match.map.columns[.service] ?? [] where Self.key(cells[column]).contains("PENSIUN") {
      match.map.levels[column] = "PENSIUN"
    }
    settle(&match.map, specs)
    return match
  }

  /// The map of a file without a header: numbers of columns in `kolom:`, else the known layout by position.
  func positional(_ specs: [Field: ColumnSpec]) -> ColumnMap? {
    var map = ColumnMap()
    if specs.isEmpty {
      guard let page = pages.first(where: { !$0.positions.isEmpty }) else { return nil }
      map.columns = page.positions.mapValues { [$0] }
      map.layout = page.name
    } else {
      for (field, spec) in specs {
        let numbers = spec.headers.compactMap { Int($0) }.filter { $0 > 0 }
        guard numbers.count == spec.headers.count else { return nil }
        map.columns[field] = numbers.map { $0 - 1 }
      }
      map.layout = "nomor kolom dari padan.yaml"
    }
    map.width = (map.columns.values.joined().max() ?? 0) + 1
    settle(&map, specs)
    return map
  }

  /// What the role cannot do without and the map lacks; nil when nothing.
  func missing(_ map: ColumnMap) -> String? {
    func all(_ fields: Field...) -> Bool { fields.allSatisfy(map.has) }
    switch role {
    case .visits where map.isVisitTotals:
      return all(.areaCode) || all(.tps) || all(.desa) ? nil : "kode_desa, desa, atau tps"
    case .visits: return all(.nkk) || all(.rt, .rw) || all(.rtRw) ? nil : "nkk, atau rt dan rw"
    case .officialCounts:
      if !all(.total), !all(.men, .women) { return "jumlah" }
      let places: [Field] = [.areaCode, .tps, .desa, .kecamatan, .kecamatanCode, .kabupaten]
      return places.contains(where: map.has) ? nil : "kode_desa, desa, kecamatan, atau tps"
    case .areas: return all(.areaCode) || all(.desa) ? nil : "kode_desa"
    case .signsOfLife:
      if !all(.name) { return "nama" }
      return all(.eventDate) ? nil : "tanggal"
    case .complaints: return all(.receipt) ? nil : "nomor"
    case .outside:
      let needed: [Field] = [.pairID, .rowHash, .relation, .tier, .otherArea]
      return needed.first { !map.has($0) }?.rawValue
    default: return all(.name) ? nil : "nama"
    }
  }

  /// Every field that files of the role may have.
  var fields: Set<Field> {
    Set(pages.flatMap { Array($0.fields.values) + Array($0.positions.keys) })
  }

  /// The known header nearest to an unknown one, at most two letters away.
  func nearest(_ header: String) -> String? {
    let key = Array(Self.key(header).utf8)
    guard key.count > 3 else { return nil }
    var best: (distance: Int, name: String)?
    for (name, field) in pages.flatMap({ $0.fields }).sorted(by: {
      ($0.key, $0.value.rawValue) < ($1.key, $1.value.rawValue)
    }) {
      guard abs(name.utf8.count - key.count) <= 2 else { continue }
      let distance = editDistance(key, Array(name.utf8))
      if distance <= 2, distance < best?.distance ?? 3 { best = (distance, field.rawValue) }
    }
    return best?.name
  }

  private func settle(_ map: inout ColumnMap, _ specs: [Field: ColumnSpec]) {
    let free: Set<Field> = [
      .remark, .source, .age, .result, .surveyor, .evidence, .rollID, .content, .reporter, .cluster,
      .origin, .service,
    ]
    map.needed = (map.columns.filter { !free.contains($0.key) }.values.joined().max() ?? -1) + 1
    for (field, spec) in specs {
      if let form = spec.dateForm { map.dateForms[field] = Self.dateForm(form, of: field) }
    }
  }

  /// Fields that hold a birth date.
  static let births: Set<Field> = [.birthDate, .birthPlaceAndDate]

  /// `MM/DD/YYYY`, `serial` and two-digit years have to be said or shown by a column, and eight digits in a row that could
  /// be read both ways; every other form is recognised.
  static func dateForm(_ text: String, of field: Field) -> DateText.Form {
    let letters = text.uppercased().filter(\.isLetter)
    if letters.hasPrefix("SERIAL") || letters == "EXCEL" { return .serial }
    if letters.hasPrefix("MM") || letters.hasPrefix("MD") { return .monthFirst }
    if letters.count(where: { $0 == "Y" || $0 == "T" }) == 2 {
      return births.contains(field) ? .shortBirthYear : .shortYear
    }
    return letters == "DDMMYYYY" ? .dayFirst : letters == "YYYYMMDD" ? .yearFirst : .automatic
  }

  /// `KAB/KOTA TUJUAN` is a column of kabupaten; nil where a header names no level above the desa, or none at all.
  private static func level(_ header: String) -> String? {
    let words = header.uppercased().split { !$0.isLetter }
    return Self.levelWords.first { word, marks in words.contains { own in marks.contains { own.hasPrefix($0) } } }?.word
  }

  private static let levelWords: [(word: String, marks: [String])] = [
    ("PROVINSI", ["PROV", "PROP"]), ("KAB/KOTA", ["KAB", "KOTA"]), ("KECAMATAN", ["KEC"]),
    ("DESA", ["DESA", "KEL", "KODE"]),
  ]

  /// What two spellings of one header have in common: letters and digits, capitals.
  static func key(_ header: String) -> String {
    let folded = withFieldBytes(header) { TextDecoding.folded($0) }
    return String(decoding: folded.filter { $0.isLetter || $0.isDigit }, as: UTF8.self)
  }
}

/// Insertions, deletions and substitutions between two short words. O(a × b).
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      current.append(min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
    }
    previous = current
  }
  return previous[b.count]
}
