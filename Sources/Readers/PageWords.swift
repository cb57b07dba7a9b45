import Normalizers
import RollModel

/// What the words at the start of a cell say of a row that is none of the list.
enum PageWord: Sendable, Equatable {
  /// A sum: `JUMLAH`, `TOTAL PEMILIH`.
  case sum
  /// A signature or who signs: `Mengetahui`, `Ketua PPS`, `Panitia Pemungutan Suara`, `NIP. 19…`.
  case signing
  /// An office by its word alone, which may also be a name: `KETUA`, `LURAH`.
  case office
  /// A title, a page number, a note.
  case title

  /// Nil where the cell begins with none of such words; a number before them, as of a list of names, does not count.
  init?(_ cell: FieldBytes) {
    guard cell.count < 200, cell.contains(where: \.isLetter) else { return nil }
    let all = Self.words(cell)
    // `a.n.`
    let words = (all.starts(with: ["A", "N"]) ? all.dropFirst(2) : all[...]).drop {
      $0.utf8.allSatisfy(\.isDigit) || Self.deputies.contains($0)
    }
    guard let first = words.first else { return nil }
    let second = words.dropFirst().first ?? ""
    let pair = "\(first) \(second)"
    let isOfBody = Self.bodies.contains(second)
    if Self.sums.contains(first) || first.hasPrefix("JUMLAH") {
      self = .sum
    } else if Self.signs.contains(first) || Self.pairs.contains(pair)
      || isOfBody && (Self.offices.contains(first) || Self.officesOfBodies.contains(first))
      || Self.writesStaffNumber(words) || words.prefix(3) == ["T", "T", "D"]
    {
      self = .signing
    } else if Self.offices.contains(first) {
      self = .office
    } else if Self.titles.contains(first) || Self.titlePairs.contains(pair)
      || first == "HAL" && second.utf8.first?.isDigit == true || Self.isNote(cell, words)
    {
      self = .title
    } else {
      return nil
    }
  }

  /// Whether a cell for the name of an area says that the row is its sum: `JUMLAH`, `JEJAWI Total`.
  static func isSumOfArea(_ cell: FieldBytes) -> Bool {
    let all = words(cell)
    let words = all.first == "SUB" ? all.dropFirst() : all[...]
    return [words.first, words.last].contains { $0.map(areaSums.contains) == true }
  }

  private static let areaSums: Set<String> = ["JUMLAH", "TOTAL", "JML", "SUBTOTAL"]

  private static let sexes: Set<String> = [
    "L", "P", "LP", "LK", "PR", "LAKI", "LAKILAKI", "PRIA", "PEREMPUAN", "WANITA",
  ]
  private static let units: Set<String> = ["ORANG", "JIWA", "PEMILIH", "DAN"]
  /// Who signs for another.
  private static let deputies: Set<String> = ["PLT", "PLH", "PJ", "PJS", "AN", "UB"]

  /// The first words of a cell, in capitals; letters set apart are one word: `J U M L A H`.
  static func words(_ cell: FieldBytes) -> [String] {
    let words = TextDecoding.folded(cell).split(maxSplits: 8) { !$0.isLetter && !$0.isDigit }
      .map { String(decoding: $0, as: UTF8.self) }
    let isSpread = words.count > 3 && words.allSatisfy { $0.utf8.count == 1 && $0.first?.isLetter == true }
    return isSpread ? [words.joined()] : words
  }

  /// Whether cells are a count of men, of women or of both, and nothing else: `LAKI-LAKI | 17`, `P : 133`.
  static func isCount(_ cells: [FieldBytes]) -> Bool {
    var hasSex = false
    var hasDigit = false
    for cell in cells {
      guard cell.count < 40, cell.count(where: \.isDigit) < 6 else { return false }
      hasDigit = hasDigit || cell.contains(where: \.isDigit)
      for word in Self.words(cell) where !word.utf8.allSatisfy(\.isDigit) {
        if sexes.contains(word) {
          hasSex = true
        } else if !units.contains(word) {
          return false
        }
      }
    }
    return hasSex && hasDigit
  }
}
