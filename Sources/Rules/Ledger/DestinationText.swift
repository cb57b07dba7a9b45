/// What somebody wrote for where a person moved to, cut into names and the levels that words before them state.
///
/// `Kel. Celikah Kec. Kayu Agung` is two names with a level, `CELIKAH, KAYU AGUNG` two without. What names no area is left
/// out: streets, hamlets, numbers of RT and RW.
struct DestinationText {
  enum Level {
    case desa, kecamatan, kabupaten, city, province
    /// `Kab/Kota`, as headers say it.
    case kabupatenOrCity
  }

  struct Part: Equatable {
    /// nil where no word says it.
    var level: Level?
    /// Capitals and digits.
    var words: [String]
  }

  private(set) var parts: [Part] = []
  /// `luar kabupaten`, `antar provinsi`
  private(set) var saysOutside = false
  /// `dalam kabupaten`, `antar desa`
  private(set) var saysInside = false

  /// - Parameter isName: whether words, joined, are the name of an area of the case: so begin some desa with a word that
  ///   elsewhere states a level or a kind of street.
  init(_ text: String, isName: (String) -> Bool) {
    for piece in text.uppercased().split(whereSeparator: { ",;()\n".contains($0) }) {
      read(Self.words(piece), isName)
    }
  }

  private mutating func read(_ words: [String], _ isName: (String) -> Bool) {
    var at = 0
    var open = Part(words: [])
    var isStreet = false
    func isArea(_ count: Int) -> Bool { isName(words[at..<at + count].joined()) }
    while at < words.count {
      let word = words[at]
      if open.words.isEmpty, !isStreet, Self.isKind(word),
        let count = (1...(words.count - at)).reversed().first(where: isArea)
      {
        open.words = Array(words[at..<at + count])
        at += count
        continue
      }
      at += 1
      if open.words.isEmpty, Self.fillers.contains(word) { continue }
      if let level = Self.levels[word] {
        let isBoth = open.words.isEmpty && open.level == .kabupaten && level == .city
        switch open.words {
        case ["DALAM"]: saysInside = true
        case ["ANTAR"] where level == .desa || level == .kecamatan: saysInside = true
        case ["ANTAR"]: saysOutside = true
        case ["LUAR"]: saysOutside = saysOutside || level != .desa && level != .kecamatan
        default: close(&open)
        }
        open = Part(level: isBoth ? .kabupatenOrCity : level, words: [])
        isStreet = false
      } else if Self.numbered.contains(word) {
        close(&open)
        if at < words.count, words[at].contains(where: \.isNumber) { at += 1 }
        isStreet = false
      } else if Self.streets.contains(word) {
        close(&open)
        isStreet = true
      } else if !isStreet {
        open.words.append(word)
      }
    }
    close(&open)
  }

  private mutating func close(_ part: inout Part) {
    if !part.words.isEmpty { parts.append(part) }
    part = Part(words: [])
  }

  /// Words that state a kind and may begin the name of a desa: `KOTA BARU`, `KAMPUNG DALAM`.
  private static func isKind(_ word: String) -> Bool { word == "KOTA" || streets.contains(word) }

  /// Runs of letters and digits; dots between digits belong to a code.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = [""]
    let signs = Array(text)
    for (place, sign) in signs.enumerated() {
      if sign.isLetter || sign.isNumber {
        words[words.count - 1].append(sign)
      } else if sign == ".", place > 0, place + 1 < signs.count, signs[place - 1].isNumber, signs[place + 1].isNumber {
        continue
      } else {
        words.append("")
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private static let levels: [String: Level] = [
    "DESA": .desa, "DS": .desa, "KELURAHAN": .desa, "KEL": .desa, "NAGARI": .desa, "GAMPONG": .desa,
    "KECAMATAN": .kecamatan, "KEC": .kecamatan, "DISTRIK": .kecamatan, "KABUPATEN": .kabupaten, "KAB": .kabupaten,
    "KABKOTA": .kabupatenOrCity, "KOTA": .city, "KODYA": .city, "KOTAMADYA": .city, "PROVINSI": .province,
    "PROPINSI": .province, "PROV": .province,
  ]
  private static let fillers: Set<String> = ["PINDAH", "KE", "DI", "TUJUAN"]
  private static let numbered: Set<String> = ["RT", "RW", "NO", "NOMOR", "BLOK", "BLK", "TPS"]
  private static let streets: Set<String> = [
    "JL", "JLN", "JALAN", "GG", "GANG", "LR", "LRG", "LORONG", "DUSUN", "DSN", "LINGKUNGAN", "LK", "KAMPUNG", "KP",
    "PERUM", "PERUMAHAN", "KOMPLEK", "KOMPLEKS",
  ]
}
