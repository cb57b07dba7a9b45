import RollModel
import Testing

@testable import Readers

/// Areas that stand above the header and in no column.
struct TitleAreaTests {
  struct Block: CustomTestStringConvertible, Sendable {
    let rows: [[String]]
    /// Kecamatan, desa, station.
    let says: String
    var testDescription: String { rows.map { $0.joined(separator: "|") }.joined(separator: "/") }
  }

  static let blocks: [Block] = [
    Block(
      rows: [
        ["DAFTAR PEMILIH SEMENTARA"], ["KECAMATAN : KAYU AGUNG"], ["DESA/KELURAHAN: TANJUNG RANCING"], ["TPS : 004"],
      ],
      says: "KAYU AGUNG/TANJUNG RANCING/4"),
    Block(
      rows: [["KECAMATAN", "", ":", "KAYU AGUNG"], ["KELURAHAN / DESA", ": TANJUNG RANCING"]],
      says: "KAYU AGUNG/TANJUNG RANCING/-"),
    Block(
      rows: [["KABUPATEN/KOTA", ":", "OGAN KOMERING ILIR", "", "KECAMATAN", ":", "KAYU AGUNG"]], says: "KAYU AGUNG//-"),
    Block(
      rows: [["DATA PENDUDUK DESA TANJUNG RANCING"], ["KECAMATAN KAYU AGUNG KABUPATEN OGAN KOMERING ILIR TAHUN 2026"]],
      says: "KAYU AGUNG/TANJUNG RANCING/-"),
    Block(
      rows: [["Desa Tanjung Rancing, Kecamatan Kayu Agung, Kabupaten Ogan Komering Ilir"]],
      says: "Kayu Agung/Tanjung Rancing/-"),
    Block(rows: [["DESA", "SUKARAJA 2"]], says: "/SUKARAJA 2/-"),
    // Words that are no area's name.
    Block(
      rows: [["KEPALA DESA : BUDI SANTOSO"], ["JUMLAH TPS : 3"], ["PANITIA PEMUNGUTAN SUARA DESA/KELURAHAN"]],
      says: "//-"),
    Block(rows: [["REKAP PER DESA DI KECAMATAN KAYU AGUNG"], ["DESA : -"]], says: "KAYU AGUNG//-"),
    Block(rows: [["KECAMATAN : .........."], ["DINAS PEMBERDAYAAN MASYARAKAT DAN DESA"]], says: "//-"),
    Block(rows: [["TPS 1 SAMPAI 5"], ["TPS : 1 DAN 2"]], says: "//-"),
    // The upper row of a header.
    Block(rows: [["NO", "KECAMATAN", "DESA/KELURAHAN", "PEMILIH SEBELUMNYA", "PEMILIH BARU"]], says: "//-"),
    Block(rows: [["KECAMATAN", "DESA", "JUMLAH TPS", "PEMILIH"]], says: "//-"),
    // Two that differ.
    Block(rows: [["KECAMATAN : KAYU AGUNG"], ["KECAMATAN : JEJAWI"], ["DESA : LINGKIS"]], says: "/LINGKIS/-"),
  ]

  @Test(arguments: blocks) func reads(_ block: Block) {
    let area = TitleArea(block.rows)
    #expect("\(area.kecamatan)/\(area.desa)/\(area.station.map(String.init) ?? "-")" == block.says)
  }

  private static let header = "NO;NIK;NAMA;TANGGAL LAHIR;L/P\n"
  private static func rows(_ numbers: Range<Int>) -> String {
    let names = ["BUDI", "ROHANA", "SUTRISNO", "HENDRA", "RATNA", "GILANG", "USMAN", "LINA"]
    return numbers.map { "\($0);16021712038\(10 + $0)001;\(names[$0]);\(12 + $0)|03|1980;L\n" }.joined()
  }

  @Test func rowsStandWhereTheTitleSays() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll,
      "KABUPATEN : OGAN KOMERING ILIR\nKECAMATAN : JEJAWI\nDESA : LINGKIS\nTPS : 3\n" + Self.header + Self.rows(0..<3))
    try folder.add("b.csv", .roll, "DESA : LINGKIS\n" + "NO;NIK;NAMA;DESA;TPS\n1;1602171203870001;ANI;MUARA BATUN;2\n")
    let data = try folder.read()
    #expect((0..<4).map { data.roll[$0].area.desa } == ["LINGKIS", "LINGKIS", "LINGKIS", "MUARA BATUN"])
    #expect((data.roll[0].area.kecamatan, Int(data.roll[0].tps), Int(data.roll[3].tps)) == ("JEJAWI", 3, 2))
    #expect(data.notices == [])
    let reading = try #require(data.files.first).reading
    #expect(reading.contains { $0.hasSuffix("kecamatan JEJAWI, desa LINGKIS, TPS 3") })
  }

  /// Several desa below each other in one sheet: rows of the second stand not in the first.
  @Test func aSecondBlockTakesBackTheFirst() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll,
      "KECAMATAN : JEJAWI\nDESA : LINGKIS\n" + Self.header + Self.rows(0..<3)
        + "KECAMATAN : JEJAWI\nDESA : MUARA BATUN\n"
        + Self.header + Self.rows(3..<6))
    let data = try folder.read()
    #expect(data.roll.count == 6)
    #expect(Set((0..<6).map { data.roll[$0].area.desa }) == [""])
    #expect(data.roll[5].area.kecamatan == "JEJAWI")
    #expect(data.notices.count == 1 && data.notices[0].contains("desa LINGKIS"))
  }

  /// A list of those who moved may bear the name of the place that they left or that they came to.
  @Test func aListOfMovesKeepsItsTitleToItself() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, Self.header + Self.rows(0..<3))
    try folder.add("m.csv", .moves, "DESA : LINGKIS\n" + Self.header + Self.rows(0..<1))
    let moves = try #require(try folder.read().lists[.moves])
    #expect(moves[0].area.desa.isEmpty)
  }

  @Test func inAProvinceTheTitleNamesTheKabupaten() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, "KABUPATEN: OGAN KOMERING ILIR\n" + Self.header + Self.rows(0..<2))
    try folder.add("b.csv", .roll, "KABUPATEN/KOTA : KOTA PALEMBANG\n" + Self.header + Self.rows(5..<7))
    let data = try folder.read { $0.kabupaten = AreaCode(number: 1_600_000_000) }
    #expect(data.roll.count == 4)
    let areas = data.lexicon.areas
    let codes = (0..<4).map { areas.kabupatenCode(areas[Int(data.roll.columns.area[$0])].kabupatenNumber).description }
    #expect(codes == ["1602", "1602", "1671", "1671"])
  }
}
