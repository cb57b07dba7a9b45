import Matchers
import RollModel
import Testing

@testable import Rules

/// Coklit that is known in totals alone counts for areas as coklit by name does.
struct TotalledVisitsTests {
  private func examined(_ table: String) throws -> (data: CaseData, result: Examination.Result) {
    let example = try ExampleCase(Example(settings: ["ambang_cakupan": "0.95"], table), rule: "cakupan-coklit-rendah")
    let examination = Examination(
      data: example.data, matches: Matcher(threads: 1).run(example.data), election: example.election,
      visits: example.visits, settings: example.settings, threads: 1)
    return (example.data, examination.run())
  }

  private static let inTotals = """
    [daftar-pemilih]
    ? | nkk              | nama | kode_desa  | tps
      | 1602050101100001 | ANI  | 1602052001 | 1
      | 1602050101100002 | ANA  | 1602052001 | 2
      | 1602050101100009 | BUI  | 1602052002 | 1
      | 1602060101100017 | BAI  | 1602062001 | 1
    [coklit]
      | kode_desa  | jumlah_kk | coklit_tanpa_stiker | stiker_tanpa_coklit | coklit_dan_stiker
      | 1602052001 | 200       | 10                  | 5                   | 140
    """

  @Test func coverageOfAreasComesFromTotals() throws {
    let (data, result) = try examined(Self.inTotals)
    func area(_ code: String, tps: Int = 0) throws -> AreaSummary {
      try #require(
        result.areas.first {
          let names = data.lexicon.areas[$0.key.desa]
          return "\(names.code)" == code && $0.key.desa != 0 && $0.key.tps == tps
        })
    }
    let told = try area("1602052001")
    #expect((told.householdsVisited, told.householdsExpected) == (150, 200))
    #expect((told.visitedNoSticker, told.stickerNotVisited) == (10, 5))
    // A station that the form leaves out is not known, nor is a desa; a kecamatan is what is known of its desa.
    #expect(try area("1602052001", tps: 1).householdsExpected == 0)
    let kecamatan = try #require(result.areas.first { $0.key.desa == 0 && $0.key.kecamatan == told.key.kecamatan })
    #expect((kecamatan.householdsVisited, kecamatan.householdsExpected) == (150, 200))
    let whole = try #require(result.areas.first { $0.key == AreaKey() })
    #expect((whole.householdsVisited, whole.householdsExpected) == (150, 200))
    let part = RightToVotePart.unlisted.rawValue
    #expect(told.index.parts[part] == 100)
    #expect(try area("1602052002").index.parts[part] == nil)
    #expect(try area("1602062001").index.parts[part] == nil)
  }

  @Test func neighbouringThresholdsOfTotalsAreCounted() throws {
    let (_, result) = try examined(Self.inTotals)
    let counts = try #require(result.thresholds.first { $0.rule == "cakupan-coklit-rendah" }).counts
    // 150 of 200 lies below 0.9, 0.95 and 0.98, and below 0.8 by chance alone.
    #expect(counts.map(\.findings) == [0, 1, 1, 1])
  }
}
