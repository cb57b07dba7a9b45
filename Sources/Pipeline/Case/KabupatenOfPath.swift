import RollModel

/// The kabupaten that a file's path tells in the case of a province: `daftar-pemilih/1602/kayu-agung.csv`,
/// `16.02 OKI/dpt.csv`, `kematian/Kab. Ogan Komering Ilir/akta.csv`, `rekap/rekap-1602.csv`.
///
/// It is that of rows which bear no code of their own. Folders tell it by code or name, a file's name by a code or by the
/// word Kabupaten or Kota before the name, for kecamatan bear names of kabupaten too.
enum KabupatenOfPath {
  static func find(in path: String, province: AreaCode) -> AreaCode? {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last else { return nil }
    for folder in parts.dropLast() {
      if let code = number(in: folder, province) ?? name(folder, province) { return code }
    }
    let stem = String(file.prefix { $0 != "." })
    let first = words(stem).first ?? ""
    return number(in: stem, province) ?? (["KAB", "KABUPATEN", "KOTA"].contains(first) ? name(stem, province) : nil)
  }

  private static func number(in text: String, _ province: AreaCode) -> AreaCode? {
    let words = words(text)
    let dotted = zip(words, words.dropFirst()).filter { $0 == province.description && $1.utf8.count == 2 }.map {
      $0 + $1
    }
    return (words + dotted).filter { $0.utf8.count == 4 && $0.allSatisfy(\.isNumber) }
      .compactMap { KabupatenNames.code(written: $0, in: province) }.first { $0.province == province }
  }

  private static func name(_ text: String, _ province: AreaCode) -> AreaCode? {
    words(text).contains { $0.contains(where: \.isNumber) } ? nil : KabupatenNames.code(written: text, in: province)
  }

  private static func words(_ text: String) -> [String] {
    text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
