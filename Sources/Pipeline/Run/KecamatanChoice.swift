import Normalizers
import RollModel

/// A kecamatan of the case by the name or code that somebody typed.
enum KecamatanChoice {
  /// Its number; fails with the names that there are.
  static func number(_ text: String, in areas: AreaTable) throws(RunFailure) -> Int {
    let all = numbers(text, in: areas)
    if areas.isProvince, all.count > 1 {
      let places = all.map { "\(areas.kecamatanCodes[$0]) (\(areas.kabupatenTitle(areas.kabupatenOfKecamatan[$0])))" }
      throw RunFailure(
        "Kecamatan «\(text)» ada di lebih dari satu kabupaten/kota; sebut kodenya: \(places.joined(separator: ", ")).")
    }
    guard let found = all.first else {
      let names = areas.kecamatanNames.dropFirst().sorted().joined(separator: ", ")
      throw RunFailure("Tidak ada kecamatan «\(text)» dalam kasus ini; yang ada: \(names).")
    }
    return found
  }

  /// The name by which the case knows the one kecamatan that is meant, for who looks it up by name; what was typed where it
  /// means none, or several of different names.
  static func name(_ text: String, in areas: AreaTable) -> String {
    let names = Set(numbers(text, in: areas).map { areas.kecamatanNames[$0] })
    return names.count == 1 ? names.first ?? text : text
  }

  /// By code, else by name, as lists spell it too: `Kayuagung` and `Kec. Kayu Agung` are `KAYU AGUNG`, `SP Padang` is
  /// `SIRAH PULAU PADANG` where there is one.
  private static func numbers(_ text: String, in areas: AreaTable) -> [Int] {
    let all = areas.kecamatanNames.indices.dropFirst()
    let coded = AreaCode(text).map { code in all.filter { areas.kecamatanCodes[$0] == code } } ?? []
    guard coded.isEmpty else { return coded }
    let keys = areas.kecamatanNames.map(AreaText.key)
    let asked = AreaText.key(text)
    guard !asked.isEmpty else { return [] }
    let found = all.filter { keys[$0] == asked }
    guard found.isEmpty else { return found }
    let others = Set(AreaText.alternatives(text))
    return all.filter { others.contains(keys[$0]) }
  }
}
