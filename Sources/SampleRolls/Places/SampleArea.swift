import RollModel

/// The kabupaten that a sample is of: Ogan Komering Ilir, or a made-up one with the kecamatan codes and shares of it.
struct SampleArea: Sendable {
  /// Four digits.
  let code: Int
  let name: String
  let kecamatan: [Gazetteer.Kecamatan]
  /// Region codes of places that people were first registered in before they came.
  let foreignRegions: [Int]
  /// Serials of numbers of these regions start behind this one: no two made-up kabupaten give out one number.
  let foreignSerials: UInt16

  /// `sharesName`: one kecamatan bears the same name in every kabupaten of a province.
  init(code: Int, sharesName: Bool = false) {
    self.code = code
    guard code != Gazetteer.kabupaten else {
      name = Gazetteer.kabupatenName
      kecamatan = Gazetteer.kecamatan
      foreignRegions = Gazetteer.foreignRegions
      // In a province the regions of others are its own.
      foreignSerials = sharesName ? 4_000 : 0
      return
    }
    let count = Gazetteer.desaHeads.count * Gazetteer.desaTails.count
    let start = Int(mixed(UInt64(code)) % UInt64(count))
    // 617 has no common factor with the number of names.
    let names = (0...Gazetteer.kecamatan.count).map { k in
      let place = (start + k * 617) % count
      return Gazetteer.desaHeads[place % Gazetteer.desaHeads.count] + " "
        + Gazetteer.desaTails[place / Gazetteer.desaHeads.count]
    }
    name = names[0]
    // The same provinces, other kabupaten and kecamatan.
    foreignRegions = Gazetteer.foreignRegions.enumerated().map { k, region in
      let hash = Int(mixed(UInt64(code * 64 + k)) % 450)
      return region / 10_000 * 10_000 + (1 + hash / 18) * 100 + 1 + hash % 18
    }
    foreignSerials = UInt16(1000 + mixed(UInt64(code) ^ 0x5E) % 2_249 * 4)
    kecamatan = zip(Gazetteer.kecamatan, names.dropFirst()).map {
      Gazetteer.Kecamatan(
        code: $0.code, name: sharesName && $0.code == Gazetteer.kecamatan[1].code ? $0.name : $1, share: $0.share)
    }
  }

  /// First six digits of the numbers that a kecamatan issues.
  func region(_ number: Int) -> Int { code * 100 + kecamatan[number].code }
}
