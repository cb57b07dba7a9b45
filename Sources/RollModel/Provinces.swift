/// Names of the provinces by the first two digits of an area code (Permendagri 72/2019 and the laws of 2022).
public enum Provinces {
  public static func name(_ code: AreaCode) -> String? { names[Int(code.number / 100_000_000)] }

  /// `Provinsi Sumatera Selatan`; the code where the name is not known.
  public static func title(_ code: AreaCode) -> String { "Provinsi " + (name(code) ?? code.description) }

  /// The province of this name, written in capital letters alone, `SUMATERASELATAN`; the words DKI and DI may lack.
  public static func code(named name: String) -> AreaCode? {
    byName[name].map { AreaCode(number: UInt64($0) * 100_000_000) }
  }

  private static let byName: [String: Int] = names.reduce(into: [:]) { result, item in
    let words = item.value.uppercased().split(separator: " ")
    result[words.joined()] = item.key
    result[words.drop { ["DKI", "DI"].contains($0) }.joined()] = item.key
  }

  private static let names: [Int: String] = [
    11: "Aceh", 12: "Sumatera Utara", 13: "Sumatera Barat", 14: "Riau", 15: "Jambi", 16: "Sumatera Selatan",
    17: "Bengkulu", 18: "Lampung", 19: "Kepulauan Bangka Belitung", 21: "Kepulauan Riau", 31: "DKI Jakarta",
    32: "Jawa Barat", 33: "Jawa Tengah", 34: "DI Yogyakarta", 35: "Jawa Timur", 36: "Banten", 51: "Bali",
    52: "Nusa Tenggara Barat", 53: "Nusa Tenggara Timur", 61: "Kalimantan Barat", 62: "Kalimantan Tengah",
    63: "Kalimantan Selatan", 64: "Kalimantan Timur", 65: "Kalimantan Utara", 71: "Sulawesi Utara",
    72: "Sulawesi Tengah", 73: "Sulawesi Selatan", 74: "Sulawesi Tenggara", 75: "Gorontalo", 76: "Sulawesi Barat",
    81: "Maluku", 82: "Maluku Utara", 91: "Papua", 92: "Papua Barat", 93: "Papua Selatan", 94: "Papua Tengah",
    95: "Papua Pegunungan", 96: "Papua Barat Daya",
  ]
}
