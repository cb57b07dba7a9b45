import Documents
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

  /// Whether it says at every level what the other one does.
  func says(_ other: TitleArea) -> Bool { Level.allCases.allSatisfy { self[$0] == other[$0] } }

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

  private subscript(level: Level) -> String { isDoubtful.contains(level) ? "" : said[level] ?? "" }

  /// Adds what one more row says.
  private mutating func note(_ row: TitleRow) {
    for (level, value) in row.said {
      if let former = said[level], !Self.agree(former, value, level) { isDoubtful.insert(level) }
      said[level] = said[level] ?? value
    }
  }

  private static func agree(_ a: String, _ b: String, _ level: Level) -> Bool {
    level == .station ? Int(a) == Int(b) : AreaText.key(a) == AreaText.key(b)
  }

  /// Without the levels that a column tells.
  func beside(_ map: ColumnMap) -> TitleArea {
    var rest = self
    func drop(_ level: Level, where fields: Field...) {
      if fields.contains(where: map.has) { rest.said[level] = nil }
    }
    drop(.kabupaten, where: .areaCode, .kecamatanCode, .kabupaten)
    drop(.kecamatan, where: .areaCode, .kecamatanCode, .kecamatan)
    drop(.desa, where: .areaCode, .desa)
    drop(.station, where: .tps)
    return rest
  }

  /// Takes back what a block further down says otherwise: several desa below each other in one sheet.
  ///
  /// One more pass over the rows, of files whose area stands above the header alone. O(bytes).
  mutating func compare(_ file: FileBytes, from start: Int, _ dialect: CSVDialect) {
    guard !isEmpty else { return }
    var scanner = CSVScanner(file, from: start, dialect: dialect)
    while let row = scanner.next() {
      let cells = row.fields.lazy.map(\.trimmed)
      guard let first = cells.first(where: { !$0.isEmpty }), TitleRow.mayStart(first),
        cells.count(where: { !$0.isEmpty }) <= TitleRow.mostCells
      else { continue }
      note(TitleRow(row.fields.map { String(decoding: TextDecoding.utf8($0.trimmed), as: UTF8.self) }))
    }
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

/// One row above a header, and the areas that it names.
private struct TitleRow {
  private(set) var said: [(level: TitleArea.Level, value: String)] = []

  /// Rows with more cells are rows of a list or of its header.
  static let mostCells = 8

  private static let labels: [String: TitleArea.Level] = [
    "KABUPATEN": .kabupaten, "KAB": .kabupaten, "KABUPATENKOTA": .kabupaten, "KABKOTA": .kabupaten, "KOTA": .kabupaten,
    "KECAMATAN": .kecamatan, "KEC": .kecamatan, "DISTRIK": .kecamatan,
    "DESA": .desa, "KELURAHAN": .desa, "DESAKELURAHAN": .desa, "KELURAHANDESA": .desa, "DESAKEL": .desa,
    "KELDESA": .desa, "KEL": .desa, "NAGARI": .desa, "GAMPONG": .desa, "TPS": .station, "NOTPS": .station,
    "NOMORTPS": .station,
  ]
  /// Before a label these make it speak of persons or of numbers of areas.
  private static let spoiling: Set<String> = [
    "KEPALA", "SEKRETARIS", "KETUA", "PERANGKAT", "JUMLAH", "BANYAKNYA", "PER", "SE", "ANTAR", "LUAR", "TIAP", "SETIAP",
    "SELURUH", "SEMUA", "DALAM", "KODE", "ASAL", "TUJUAN", "ANGGOTA", "PANITIA",
  ]
  /// No area begins with these, and a title goes on with them behind one.
  private static let following: Set<String> = [
    "PROVINSI", "PROPINSI", "PROV", "RT", "RW", "DUSUN", "TAHUN", "BULAN", "PERIODE", "TRIWULAN", "SEMESTER", "TANGGAL",
    "TGL", "PER", "DI", "DAN", "ATAU", "YANG", "UNTUK", "BERDASARKAN", "MENURUT", "DALAM", "SE", "ASAL", "TUJUAN",
    "LAMA", "BARU",
    "JUMLAH", "NO", "NOMOR", "KODE", "HALAMAN", "PADA", "OLEH", "DENGAN", "PEMILIHAN", "PEMILU", "PILKADA",
  ]

  /// Whether a first cell can be one of a block: letters before digits.
  static func mayStart(_ cell: FieldBytes) -> Bool {
    cell.count < 200 && (cell.first?.isLetter ?? false) && cell.prefix(24).contains { $0 == 58 || $0 | 32 == 97 }
  }

  init(_ cells: [String]) {
    let filled = cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    guard !filled.isEmpty, filled.count <= Self.mostCells else { return }
    var words: [Word] = []
    for cell in filled { words += Self.words(cell) }
    let hasColon = words.contains { $0.isColon }
    // Without a colon, one or two cells of words, or cells of labels and values in turn.
    let isInTurn =
      filled.count % 2 == 0
      && filled.enumerated().allSatisfy {
        (Self.labels[Self.key($1)] != nil || Self.following.contains(Self.key($1))) == ($0 % 2 == 0)
      }
    guard hasColon || filled.count <= 2 || isInTurn else { return }
    read(words, isInTurn: isInTurn)
  }

  private struct Word {
    var text: String
    var key: String
    var isColon: Bool { text == ":" || text == "=" }
    var isFirst: Bool
    var endsPart: Bool
  }

  private static func key(_ text: String) -> String { HeaderBook.key(text).uppercased() }

  private static func words(_ cell: String) -> [Word] {
    // Colons stand alone, and a slash between two kinds of area makes them one word.
    var spaced = ""
    for sign in cell {
      if sign == "/" { while spaced.last == " " { spaced.removeLast() } }
      if sign == " ", spaced.last == "/" { continue }
      spaced += sign == ":" || sign == "=" ? " \(sign) " : String(sign)
    }
    return spaced.split(separator: " ").enumerated().map { index, word in
      let endsPart = word.last == "," || word.last == ";"
      let text = endsPart ? String(word.dropLast()) : String(word)
      return Word(text: text, key: key(text), isFirst: index == 0, endsPart: endsPart)
    }
  }

  private mutating func read(_ words: [Word], isInTurn: Bool) {
    var at = 0
    while at < words.count {
      guard let level = Self.labels[words[at].key] else {
        at += 1
        continue
      }
      let label = at
      at += 1
      var isStated = false
      while at < words.count, words[at].isColon {
        isStated = true
        at += 1
      }
      let before = label > 0 && !words[label].isFirst ? words[label - 1].key : ""
      // `TPS 5` may be any five words of a title, `KOTA` a part of a name; a colon says that they are labels.
      if !isStated, level == .station || words[label].key == "KOTA", label > 0 || words.count > 2 && level == .station {
        continue
      }
      if label + 1 < words.count, words[label].endsPart { continue }
      var value: [String] = []
      while at < words.count, !words[at].isColon {
        let word = words[at]
        if word.isFirst, !value.isEmpty { break }
        if !isStated, word.isFirst, !isInTurn { break }
        if Self.labels[word.key] != nil, !(value.isEmpty && level == .kabupaten && Self.labels[word.key] == level) {
          break
        }
        if Self.following.contains(word.key) || word.text.count(where: \.isNumber) > (level == .station ? 4 : 2) {
          break
        }
        value.append(word.text)
        at += 1
        if word.endsPart { break }
      }
      // `TPS : 1 DAN 2`
      if level == .station, at < words.count, !words[at].isFirst, Self.labels[words[at].key] == nil { continue }
      guard !Self.spoiling.contains(before), let value = Self.value(value, level) else { continue }
      said.append((level, value))
    }
  }

  private static func value(_ words: [String], _ level: TitleArea.Level) -> String? {
    if level == .station {
      guard words.count == 1, let number = Int(words[0]), 1...999 ~= number else { return nil }
      return String(number)
    }
    let text = words.joined(separator: " ").trimmingPrefix { !$0.isLetter }
    return words.count <= 6 && text.count(where: \.isLetter) >= 2 && !text.contains("…") && !text.contains("..")
      ? String(text) : nil
  }
}
