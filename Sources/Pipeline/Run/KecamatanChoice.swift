import RollModel

/// A kecamatan of the case by the name or code that somebody typed.
enum KecamatanChoice {
  /// Its number; fails with the names that there are.
  static func number(_ text: String, in areas: AreaTable) throws(RunFailure) -> Int {
    let asked = key(text)
    let all = areas.kecamatanNames.indices.dropFirst().filter { number in
      key(areas.kecamatanNames[number]) == asked || AreaCode(text).map { $0 == areas.kecamatanCodes[number] } ?? false
    }
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

  /// Letters and digits alone: `Kayuagung` is `KAYU AGUNG`.
  private static func key(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
