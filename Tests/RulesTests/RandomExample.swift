import RollModel

/// A seeded example of several hundred voters with families, visits, areas and defects of every kind, as lines that can
/// be shuffled.
struct RandomExample {
  private(set) var voters: [String] = []
  private(set) var visits: [String] = []
  private(set) var areas: [String] = []

  static let voterHeader =
    "? | nkk | nik | nama | tanggal_lahir | jenis_kelamin | status_kawin | kode_desa | rt | rw | tps | keterangan"

  init(seed: UInt64, families: Int) {
    var random = SeededGenerator(seed: seed)
    for family in 1...families {
      let desa = 2001 + random.below(6)
      let code = "\(desa < 2004 ? "160205" : "160206")\(desa)"
      let (rt, rw, tps) = (1 + random.below(4), 1 + random.below(2), 1 + random.below(3))
      let card = "16020501011" + Self.padded(family, 5)
      for member in 0...random.below(4) {
        voters.append(Self.voter(card, family * 10 + member, code, rt, rw, tps, &random))
      }
      if rt != 4 || desa == 2002 { visit(card, code, rt, rw, tps, &random) }
    }
    for desa in 2001...2007 {
      for rt in 1...5 {
        areas.append(" | \(desa < 2004 ? "160205" : "160206")\(desa) | \(rt) | 1 | \(random.below(20))")
      }
    }
    // Rows entered twice, to the letter.
    voters += voters.prefix(30)
  }

  /// The example, its lines in the order that `seed` draws; nil keeps them.
  func example(shuffledBy seed: UInt64? = nil) -> Example {
    var (voters, visits, areas) = (voters, visits, areas)
    if let seed {
      var random = SeededGenerator(seed: seed)
      voters.shuffle(using: &random)
      visits.shuffle(using: &random)
      areas.shuffle(using: &random)
    }
    let lines =
      ["[daftar-pemilih]", Self.voterHeader] + voters
      + ["[coklit]", " | nkk | kode_desa | rt | rw | tps | tanggal_coklit | stiker"] + visits
      + ["[wilayah]", " | kode_desa | rt | rw | jumlah_kk"] + areas
    return Example(settings: ["kapasitas_tps": "40", "ambang_cakupan": "0.9"], lines.joined(separator: "\n"))
  }

  private mutating func visit(
    _ card: String, _ code: String, _ rt: Int, _ rw: Int, _ tps: Int, _ random: inout SeededGenerator
  ) {
    let dice = random.below(20)
    if dice == 0 { return }
    let number = dice < 3 ? "" : dice == 3 ? "1602059999900000" : card
    let place = dice == 4 ? " |  |  | " : "\(code) | \(rt) | \(rw) | \(dice < 3 ? "" : "\(tps)")"
    let date = dice == 5 ? "" : "2026-07-0\(1 + random.below(9))"
    visits.append(" | \(number) | \(place) | \(date) | \(["Ya", "Tidak", ""][random.below(3)])")
  }

  private static func voter(
    _ card: String, _ number: Int, _ code: String, _ rt: Int, _ rw: Int, _ tps: Int, _ random: inout SeededGenerator
  ) -> String {
    let (day, month, year) = (1 + random.below(28), 1 + random.below(12), 1915 + random.below(98))
    let isWoman = random.below(2) == 0
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    let digits = padded(day + (isWoman ? 40 : 0) + (random.below(10) == 0 ? 1 : 0), 2) + padded(month, 2)
    let nik = "160205" + digits + padded(year % 100, 2) + padded(number % 10_000, 4)
    let name =
      ["SITI", "ABDUL", "SRI", "AGUS"][random.below(4)] + " " + ["NURA", "KASIM", "WATI", "JAYA"][random.below(4)]
    let cells = [
      random.below(30) == 0 ? "" : card, random.below(40) == 0 ? "123" : nik, name,
      random.below(50) == 0 ? "1990-02-31" : date, isWoman ? "P" : "L", ["B", "S", "P", ""][random.below(4)],
      random.below(60) == 0 ? "" : code, random.below(30) == 0 ? "" : "\(rt)", random.below(30) == 0 ? "" : "\(rw)",
      random.below(15) == 0 ? "901" : "\(random.below(10) == 0 ? 1 + tps % 3 : tps)",
      random.below(20) == 0 ? "1" : "",
    ]
    return " | " + cells.joined(separator: " | ")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
