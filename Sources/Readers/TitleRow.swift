import Normalizers

/// One row above a header or between rows, and the areas that it names.
struct TitleRow {
  private(set) var said: [(level: TitleArea.Level, value: String)] = []
  /// Nothing but a title is written so: a label with a colon behind it, a label and its value alone in the row.
  private(set) var isPlain = false

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

  /// Whether a cell can be the first with words in a title: `DESA : …`, `2. DESA …`.
  static func mayStart(_ cell: FieldBytes) -> Bool {
    guard cell.count < 200, cell.prefix(4).contains(where: \.isLetter) else { return false }
    // DESA, KECAMATAN, KABUPATEN; KEC and TPS may stand alone in their cell.
    return cell.count < 5 || cell.prefix(24).contains { $0 == 58 || $0 | 32 == 97 }
  }

  init(_ cells: [String]) {
    var filled: [String] = []
    for (column, cell) in cells.enumerated() where !cell.allSatisfy(\.isWhitespace) {
      // Merged cells all bear what is written in them.
      if column > 0, cell == cells[column - 1] { continue }
      filled.append(cell.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
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
    let beginsWithLabel =
      words.first { $0.text.contains(where: \.isLetter) }.map { Self.labels[$0.key] != nil } ?? false
    isPlain = isPlain || beginsWithLabel && (filled.count == 1 || isInTurn)
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
    // Where the last name ended.
    var end = 0
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
      let before = label > end && !words[label].isFirst ? words[label - 1].key : ""
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
        if Self.following.contains(word.key) && !(value.count > 0 && Self.endsName(words, at))
          || word.text.count(where: \.isNumber) > (level == .station ? 4 : 2)
        {
          break
        }
        value.append(word.text)
        at += 1
        end = at
        if word.endsPart { break }
      }
      // `TPS : 1 DAN 2`
      if level == .station, at < words.count, !words[at].isFirst, Self.labels[words[at].key] == nil { continue }
      guard !Self.spoiling.contains(before), let value = Self.value(value, level) else { continue }
      said.append((level, value))
      isPlain = isPlain || isStated
    }
  }

  /// Whether the word is the end of a name such as `ULAK BARU` or `BUMI DALAM`, rather than the start of what follows one.
  private static func endsName(_ words: [Word], _ at: Int) -> Bool {
    guard ["BARU", "LAMA", "DALAM"].contains(words[at].key) else { return false }
    guard at + 1 < words.count, !words[at + 1].isFirst, !words[at].endsPart else { return true }
    let next = words[at + 1]
    return next.isColon || labels[next.key] != nil || following.contains(next.key)
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
