import RollModel

/// Deaths of a year by age and sex, from `Mortality/kematian.csv`, which states its source.
struct MortalityTable: Sendable {
  /// Deaths a person and year by year of age, 0 below the first age of the table: men, women.
  private let men: [Double]
  private let women: [Double]

  static let standard = MortalityTable(PackageResources.kematian_csv)

  private static let oldest = 120

  /// - Parameter bytes: lines `age,men,women`, deaths a thousand and year from that age on; `#` begins a remark.
  init(_ bytes: [UInt8]) {
    var men = [Double](repeating: 0, count: Self.oldest + 1)
    var women = men
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: ",")
      guard cells.count == 3, let age = Int(cells[0]), let man = Double(cells[1]), let woman = Double(cells[2]) else {
        continue
      }
      for year in age...Self.oldest { (men[year], women[year]) = (man / 1000, woman / 1000) }
    }
    (self.men, self.women) = (men, women)
  }

  /// Deaths a year to be expected of somebody born in a year; unknown sex is half of each, unknown birth 0.
  @inline(__always) func rate(born year: Int, sex: Sex?, in present: Int) -> Double {
    let age = present - year
    guard year > 0, age >= 0 else { return 0 }
    let place = min(age, Self.oldest)
    return switch sex {
    case .male: men[place]
    case .female: women[place]
    case nil: (men[place] + women[place]) / 2
    }
  }
}
