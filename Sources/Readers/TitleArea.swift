import Normalizers
import RollModel

/// What the rows above a header say of where all its rows stand: `KECAMATAN : KAYU AGUNG`, `DESA TANJUNG RANCING`,
/// `TPS : 004`, in one cell or in cells side by side.
///
/// The forms of KPU and the prints of villages name the area there and in no column. A level that is said twice, and not
/// the same, is not known.
struct TitleArea: Sendable, Equatable {
  enum Level: Int, CaseIterable { case kabupaten, kecamatan, desa, station }

  private var said: [Level: String] = [:]
  private var isDoubtful: Set<Level> = []

  var kabupaten: String { self[.kabupaten] }
  var kecamatan: String { self[.kecamatan] }
  var desa: String { self[.desa] }
  var station: Int? { Int(self[.station]) }
  var isEmpty: Bool { Level.allCases.allSatisfy { self[$0].isEmpty } }

  /// As the report prints it; empty where nothing is said.
  var words: String {
    [
      kabupaten.isEmpty ? "" : "kabupaten/kota " + kabupaten.uppercased(),
      kecamatan.isEmpty ? "" : "kecamatan " + AreaText.display(kecamatan),
      desa.isEmpty ? "" : "desa " + AreaText.display(desa), station.map { "TPS \($0)" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  init() {}

  /// Of rows of cells that stand above a header.
  init(_ rows: some Sequence<[String]>) { for row in rows { note(TitleRow(row)) } }

  /// Empty where nothing, or not one thing, is said.
  subscript(level: Level) -> String { isDoubtful.contains(level) ? "" : said[level] ?? "" }

  /// Adds what one more row says.
  private mutating func note(_ row: TitleRow) {
    for (level, value) in row.said {
      if let former = said[level], !Self.agree(former, value, level) { isDoubtful.insert(level) }
      said[level] = said[level] ?? value
    }
  }

  static func agree(_ a: String, _ b: String, _ level: Level) -> Bool {
    level == .station ? Int(a) == Int(b) : AreaText.key(a) == AreaText.key(b)
  }

  /// What holds below titles that say `block`, in their order: what they leave unsaid stays as it was, unless they change what
  /// stands above it. `doubtful` are levels of which they say several things, the last of which may not be meant.
  func followed(by block: [(level: Level, value: String)]) -> (area: TitleArea, doubtful: Set<Level>) {
    var next = TitleArea()
    var doubtful: Set<Level> = []
    var isElsewhere = false
    for level in Level.allCases {
      let known = self[level]
      // What stands first may close the block above: a signature, the foot of a page.
      let news = block.filter { $0.level == level }.map(\.value)
      let rest = known.isEmpty ? news[...] : news.drop { Self.agree($0, known, level) }
      if let value = rest.first {
        if rest.allSatisfy({ Self.agree($0, value, level) }) {
          next.said[level] = value
        } else {
          doubtful.insert(level)
        }
        isElsewhere = true
      } else if !known.isEmpty, !isElsewhere || !news.isEmpty {
        next.said[level] = known
      }
    }
    return (next, doubtful)
  }

  /// Without the levels that a column tells.
  func beside(_ map: ColumnMap) -> TitleArea { without(Set(Level.allCases.filter { !$0.isTold(beside: map) })) }

  func without(_ levels: Set<Level>) -> TitleArea {
    var rest = self
    for level in levels { rest.said[level] = nil }
    return rest
  }

  /// Whether persons and areas of a list of this role stand where its title says. A title over movers, or over members of
  /// a service, may name where they come from, where they go to, or whose list it is.
  static func isTold(_ role: Role) -> Bool {
    switch role {
    case .roll, .previousRoll, .residents, .specialList, .deaths, .visits, .officialCounts, .areas: true
    default: false
    }
  }
}

extension TitleArea.Level {
  /// Whether no column of the file tells it.
  func isTold(beside map: ColumnMap) -> Bool {
    let fields: [Field] =
      switch self {
      case .kabupaten: [.areaCode, .kecamatanCode, .kabupaten]
      case .kecamatan: [.areaCode, .kecamatanCode, .kecamatan]
      case .desa: [.areaCode, .desa]
      case .station: [.tps]
      }
    return !fields.contains(where: map.has)
  }

  var word: String {
    switch self {
    case .kabupaten: "kabupaten/kota"
    case .kecamatan: "kecamatan"
    case .desa: "desa"
    case .station: "TPS"
    }
  }
}
