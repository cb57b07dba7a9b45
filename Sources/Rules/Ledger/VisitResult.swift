/// What the column `hasil` of coklit says of a visit.
enum VisitResult {
  /// Whether a visit took place; nil where the words say neither.
  static func tellsOfVisit(_ result: String) -> Bool? {
    let words = result.uppercased().split { !$0.isLetter && !$0.isNumber }
    guard !words.isEmpty else { return nil }
    if words.indices.contains(where: { denies(words, at: $0) }) { return false }
    return words.contains(where: tells.contains) ? true : nil
  }

  /// `BELUM`, `belum dicoklit`, `tidak dikunjungi`, `stiker tanpa kunjungan`; not `sesuai, belum KTP-el`.
  private static func denies(_ words: [Substring], at place: Int) -> Bool {
    guard denying.contains(words[place]) else { return false }
    if words.count == 1 { return words[place] != "TANPA" }
    // `belum sempat dikunjungi`, `tidak di coklit`
    return words[(place + 1)...].prefix(2).prefix { !["SUDAH", "SDH", "TELAH"].contains($0) }.contains(
      where: visits.contains)
  }

  private static let denying: Set<Substring> = ["BELUM", "BLM", "BLUM", "TIDAK", "TDK", "TANPA"]
  private static let visits: Set<Substring> = [
    "COKLIT", "DICOKLIT", "TERCOKLIT", "KUNJUNGAN", "DIKUNJUNGI", "DIDATANGI", "BERTEMU", "DITEMUI", "SELESAI",
    "DILAKUKAN", "DILAKSANAKAN",
  ]
  private static let tells: Set<Substring> = [
    "SUDAH", "SDH", "TELAH", "SELESAI", "SESUAI", "DICOKLIT", "TERCOKLIT", "COKLIT", "DIKUNJUNGI", "DIDATANGI", "YA",
  ]
}
