import Matchers
import RollModel
import Testing

@testable import Rules

/// Who counts where in the index of areas, against the words of its page.
struct AreaIndexTests {
  private func areas(_ table: String) throws -> [String: AreaSummary] {
    let example = try ExampleCase(Example(table))
    let data = example.data
    let result = Examination(
      data: data, matches: Matcher(threads: 1).run(data), election: example.election, visits: example.visits,
      settings: example.settings, threads: 1
    ).run()
    return Dictionary(
      uniqueKeysWithValues: result.areas.map { area in
        let names = data.lexicon.areas
        let code =
          area.key.desa != 0 ? "\(names[area.key.desa].code)" : "\(names.kecamatanCodes[area.key.kecamatan])"
        let name = area.key == AreaKey() ? "" : area.key.tps == 0 ? code : "\(code)/\(area.key.tps)"
        return (name, area)
      })
  }

  /// Six stations of fifty voters in three desa of two kecamatan; the first two rows are struck where `struck` says so.
  private func roll(struck: Bool = false) -> String {
    let letters = (0..<26).map { String(UnicodeScalar(65 + UInt8($0))) }
    var rows = ["[daftar-pemilih]", "? | nama | kode_desa | tps | keterangan"]
    for (place, desa) in ["1602052001", "1602052002", "1602062001"].enumerated() {
      for i in 0..<100 {
        let name = letters[i % 26] + "O" + letters[(i / 26 * 7 + place) % 26] + "A " + letters[i * 5 % 26] + "ULI"
        rows.append("  | \(name) | \(desa) | \(1 + i / 50) | \(struck && place == 0 && i < 2 ? "1" : "")")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private func value(_ x: Double, _ n: Double, above: Double, full: Double) -> Double {
    (min(100, 100 * (x + 50 * above) / (n + 50) / full) * 10).rounded() / 10
  }

  private func inflation(_ area: AreaSummary?) -> Double? { area?.index.parts[RightToVotePart.inflation.rawValue] }

  /// The same two people are struck rows that a TPS counts and its recap's excess.
  @Test func whoIsCountedThoughStruckCountsOnce() throws {
    let found = try areas(
      roll(struck: true) + """
        [rekap]
          | kode_desa | tps | jumlah
          | 1602052001 | 1 | 50
          | 1602052001 | 2 | 50
          | 1602052002 | 1 | 50
        """)
    let (kecamatan, kabupaten) = (2.0 / 198, 2.0 / 298)
    #expect(inflation(found["1602052001"]) == value(2, 98, above: kecamatan, full: 0.02))
    #expect(inflation(found["160205"]) == value(2, 198, above: kabupaten, full: 0.02))
    #expect(inflation(found["160206"]) == value(0, 100, above: kabupaten, full: 0.02))
    #expect(inflation(found[""]) == (100 * kabupaten / 0.02 * 10).rounded() / 10)
    // Two of 48, with fifty at the kecamatan's share, are more than the full 2 %, and so would four be: the limits tell.
    let interval = WilsonInterval(2 + 50 * kecamatan, of: 98)
    let own = try #require(found["1602052001/1"]?.index)
    #expect(own.parts[RightToVotePart.inflation.rawValue] == 100)
    let known: [RightToVotePart] = [.unfit, .doubles, .inflation]
    let weights = known.map { Double(AreaIndex.weights[$0.rawValue].standard) }
    let below = weights[2] * (100 - min(1, interval.lower / 0.02) * 100) / weights.reduce(0, +)
    #expect(abs(own.value - own.lower - below) < 0.11)
  }

  /// What the recap of a TPS tells reaches all that the TPS lies in, and what the desa's own tells is not added to it.
  @Test func excessOfAPartReachesTheAreasAbove() throws {
    let found = try areas(
      roll() + """
        [rekap]
          | kode_desa | tps | jumlah
          | 1602052002 | 2 | 51
          | 1602052001 |  | 101
          | 1602052001 | 1 | 51
        """)
    let (kecamatan, kabupaten) = (2.0 / 200, 2.0 / 300)
    for desa in ["1602052001", "1602052002"] {
      #expect(inflation(found[desa]) == value(1, 100, above: kecamatan, full: 0.02))
    }
    #expect(inflation(found["1602052002/2"]) == value(1, 50, above: kecamatan, full: 0.02))
    #expect(inflation(found["160205"]) == value(2, 200, above: kabupaten, full: 0.02))
    #expect(inflation(found["160206"]) == value(0, 100, above: kabupaten, full: 0.02))
  }

  /// A recap that tells more than the roll by far weighs no more than if everybody were too many.
  @Test func anExcessIsAtMostTheVoters() throws {
    let index = AreaIndex(known: [.inflation], hasVisits: false)
    var (area, above) = (AreaIndex.Counts(), AreaIndex.Counts())
    (area.voters, above.voters) = (10_000, 20_000)
    above.found[RightToVotePart.inflation.rawValue] = 1_000_000
    #expect(index.score(of: area, in: above).value == value(0, 10_000, above: 1, full: 0.02))
    area.found[RightToVotePart.inflation.rawValue] = 1_000_000
    #expect(
      index.score(of: area, in: above)
        == AreaScore(value: 100, lower: 100, upper: 100, parts: [nil, nil, nil, nil, 100, nil]))
  }

  /// Who moved in and is on no roll counts in the desa where the finding stands, not in the one he left.
  @Test func whoMovedInCountsWhereTheFindingStands() throws {
    let moves = """
      [pindah]
        | nik              | nama           | tanggal_lahir | jenis_kelamin | kode_desa  | tujuan     | sumber
        | 1602061407700004 | BURHANUDDIN    | 1970-07-14    | L             | 1602062001 | 1602052001 | SKPWNI
        | 1671054807710005 | ROHANA         | 1971-07-08    | P             |            | 1602052002 | SKPWNI
      """
    let found = try areas(roll() + moves)
    func movers(_ name: String) -> Double? { found[name]?.index.parts[RightToVotePart.movers.rawValue] }
    let (kecamatan, kabupaten) = (2.0 / 200, 2.0 / 300)
    #expect(movers("160206") == value(0, 100, above: kabupaten, full: 0.01))
    #expect(movers("1602062001") == 0)
    #expect(movers("1602052001") == value(1, 100, above: kecamatan, full: 0.01))
    #expect(movers("1602052002") == value(1, 100, above: kecamatan, full: 0.01))
    #expect(movers("160205") == value(2, 200, above: kabupaten, full: 0.01))
    #expect(movers("") == (100 * kabupaten / 0.01 * 10).rounded() / 10)
  }
}

/// Excess of recaps by area, and the examples of the page, worked out again.
struct IndexPageTests {
  /// The largest of three, from the words of the page alone.
  private func slow(_ place: Int, _ areas: [RecapExcess.Area]) -> Int {
    let inside = areas.indices.filter { areas[$0].above == place }
    let parts = inside.map { slow($0, areas) }.reduce(0, +)
    let outside = areas[place].voters - inside.map { areas[$0].voters }.reduce(0, +)
    let own = areas[place].voters == 0 ? 0 : areas[place].stated.map { $0 - areas[place].voters } ?? 0
    return [0, own, areas[place].counted, parts - outside].max() ?? 0
  }

  @Test(arguments: 1...20)
  func excessIsTheLargestOfThree(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var areas = [RecapExcess.Area()]
    for place in 1..<40 {
      var area = RecapExcess.Area(above: random.below(min(place, 12)))
      area.voters = random.below(4) * 25
      if random.below(3) > 0 { area.stated = max(0, area.voters - 5 + random.below(12)) }
      area.counted = random.below(3)
      areas.append(area)
    }
    // Voters and struck rows of an area are those of its parts and some more.
    for place in areas.indices.reversed() {
      if areas.contains(where: { $0.above == place }) { areas[place].voters += random.below(3) }
      guard let above = areas[place].above else { continue }
      areas[above].voters += areas[place].voters
      areas[above].counted += areas[place].counted
    }
    #expect(RecapExcess.counts(areas) == areas.indices.map { slow($0, areas) })
  }

  /// Rows of the table of the page behind the heading.
  private func table(under heading: String) throws -> [[String]] {
    let section = try #require(IndexPage.text.split(separator: "\n## ").first { $0.hasPrefix(heading + "\n") })
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
      line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false).map {
        $0.filter { $0 != " " }
      }
    }
  }

  @Test func theExampleOfRecapsIsRight() throws {
    let rows = try table(under: "Kelebihan jumlah pada rekapitulasi").map { $0.dropFirst().map { Int($0) } }
    try #require(rows.count == 4)
    let areas = try rows.enumerated().map { place, row in
      RecapExcess.Area(
        above: place == 0 ? nil : 0, voters: try #require(row[0]), stated: row[1], counted: try #require(row[2]))
    }
    #expect(rows.map { $0[5] } == areas.indices.map { slow($0, areas) })
    #expect(rows[0][3] == rows.dropFirst().compactMap { $0[5] }.reduce(0, +))
    #expect(rows[0][4] == areas[0].voters - areas.dropFirst().map(\.voters).reduce(0, +))
    // The desa's three counts differ, and the last of them is the largest.
    #expect(rows[0].map { $0 ?? -1 } == [1210, 1215, 2, 22, 10, 12])
  }

  /// The index of the example with its interval, from the formulas of the page.
  @Test func theExampleOfTheIndexIsRight() throws {
    let full = [0.05, 0.05, 0.05, 0.01, 0.02]
    let weights = [25.0, 25, 10, 15, 15]
    let rows = try table(under: "Contoh").prefix(5)
    var (sum, below, beyond) = (0.0, 0.0, 0.0)
    for (part, row) in rows.enumerated() {
      let (own, kecamatan) = (try #require(Double(row[1])), try #require(Double(row[2])))
      let (n, z) = (1250.0, 1.959964)
      let share = (own + 50 * kecamatan / 14_000) / n
      let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
      let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
      func value(_ share: Double) -> Double { min(100, 100 * share / full[part]) }
      sum += weights[part] * value(share)
      let under = weights[part] * (value(share) - value(max(0, middle - reach)))
      let over = weights[part] * (value(middle + reach) - value(share))
      below += under * under
      beyond += over * over
    }
    func tenth(_ value: Double) -> String {
      let tenths = Int((value * 10).rounded())
      return "\(tenths / 10),\(tenths % 10)"
    }
    let words =
      "Indeks desa itu \(tenth(sum / 90)), selang 95% \(tenth((sum - below.squareRoot()) / 90))–"
      + "\(tenth((sum + beyond.squareRoot()) / 90))."
    #expect(IndexPage.text.contains(words), "\(words)")
  }
}
