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
    // Words that end a name, and the same where they begin what follows it.
    Block(rows: [["DESA : ULAK BARU"], ["KECAMATAN", ":", "TEBING LAMA"]], says: "TEBING LAMA/ULAK BARU/-"),
    Block(rows: [["DATA DESA BUMI DALAM KECAMATAN JEJAWI"]], says: "JEJAWI/BUMI DALAM/-"),
    Block(rows: [["PEMILIH DESA LINGKIS DALAM RANGKA PEMILU"], ["DESA BARU"]], says: "/LINGKIS/-"),
    // A title in merged cells.
    Block(rows: [Array(repeating: "KECAMATAN : JEJAWI", count: 12)], says: "JEJAWI//-"),
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

  /// Several desa below each other in one sheet, with the header again or without, whatever a piece is: every row stands
  /// where the title nearest above it says.
  @Test(arguments: [true, false], [1 << 20, 64]) func rowsStandWhereTheirBlockSays(repeatsHeader: Bool, pieceSize: Int)
    throws
  {
    let header = repeatsHeader ? Self.header : ""
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll,
      "KECAMATAN : JEJAWI\nDESA : LINGKIS\nTPS : 3\n" + Self.header + Self.rows(0..<3)
        + "JUMLAH;;;;3\n\nKECAMATAN : JEJAWI;;;;\nDESA : MUARA BATUN;;;;\n" + header + Self.rows(3..<5)
        + "DESA;:;AIR ITAM;;\nTPS;:;7;;\nKECAMATAN;:;PEDAMARAN;;\n" + header + Self.rows(5..<7)
        + "KECAMATAN : JEJAWI\n" + header + Self.rows(7..<8))
    let data = try folder.read { $0.pieceSize = pieceSize }
    let stands = (0..<data.roll.count).map { row in
      "\(data.roll[row].area.kecamatan)/\(data.roll[row].area.desa)/\(data.roll[row].tps)"
    }
    #expect(
      stands == Array(repeating: "JEJAWI/LINGKIS/3", count: 3) + Array(repeating: "JEJAWI/MUARA BATUN/0", count: 2)
        + Array(repeating: "PEDAMARAN/AIR ITAM/7", count: 2) + ["JEJAWI//0"])
    #expect(data.notices == [])
    let file = try #require(data.files.first)
    #expect(file.rowsRead == file.rowsUsed + file.rowsQuarantined + file.rowsOfFurniture)
    #expect((file.rowsUsed, file.rowsQuarantined) == (8, 0))
    #expect(file.reading.contains { $0.contains("desa MUARA BATUN; kecamatan PEDAMARAN, desa AIR ITAM, TPS 7") })
  }

  /// Titles as offices write them, under a block as above the first one; none of them is a row of the list.
  @Test(arguments: [
    "2. DESA : MUARA BATUN", "NAMA DESA : MUARA BATUN", "2;DESA : MUARA BATUN", "Kelurahan/Desa;;: Muara Batun",
    "KECAMATAN : JEJAWI\nPROVINSI;;SUMATERA SELATAN\nDESA;;MUARA BATUN",
    "Desa Muara Batun, Kecamatan Jejawi",
  ]) func titlesOfFurtherBlocks(_ title: String) throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll, "DESA : LINGKIS\n" + Self.header + Self.rows(0..<2) + title + "\n" + Self.rows(2..<4))
    let data = try folder.read()
    #expect(
      (0..<data.roll.count).map { data.roll[$0].area.desa } == ["LINGKIS", "LINGKIS", "MUARA BATUN", "MUARA BATUN"])
    #expect(data.notices == [] && data.rejections.isEmpty)
  }

  /// Persons of whom only name and address are known are persons, though the address names a desa.
  @Test func anAddressIsNoTitle() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll,
      "DESA : LINGKIS\nNAMA;ALAMAT\nBUDI;DESA LINGKIS RT 1\nDESA : MUARA BATUN\nRATNA;DESA MUARA BATUN\n"
        + "USMAN;DESA AIR ITAM\nLINA;\n")
    let data = try folder.read()
    #expect(
      (0..<data.roll.count).map { data.roll[$0].area.desa }
        == ["LINGKIS", "MUARA BATUN", "MUARA BATUN", "MUARA BATUN"])
  }

  /// What stands under a block in words may be its signature or the next title: nobody below is put into either desa.
  @Test func aBlockThatIsNotSurelySaidIsNobodys() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll,
      "DESA : LINGKIS\n" + Self.header + Self.rows(0..<2) + "Desa Lingkis, Juni 2026\nDESA : MUARA BATUN\n"
        + Self.header + Self.rows(2..<4) + "Catatan Desa Air Itam\n" + Self.rows(4..<6)
        + "DESA : SUKARAJA\nDESA : TERUSAN\n" + Self.rows(6..<7) + "DATA DESA AIR ITAM\nKECAMATAN JEJAWI\n"
        + Self.rows(7..<8))
    let data = try folder.read()
    #expect(
      (0..<data.roll.count).map { data.roll[$0].area.desa }
        == ["LINGKIS", "LINGKIS", "MUARA BATUN", "MUARA BATUN", "", "", "", "AIR ITAM"])
    #expect(data.notices.count { $0.contains("tertulis wilayah lain") } == 2)
    #expect(data.notices.contains { $0.hasPrefix("3 dari 8 pemilih tidak menyebut desa") }, "\(data.notices)")
  }

  /// A block in a workbook: what is found in a row is told with the desa of its block.
  @Test func aRowIsFoundInItsBlock() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll,
      "DESA : LINGKIS\n" + Self.header + Self.rows(0..<3) + "DESA : MUARA BATUN\n" + Self.header + Self.rows(3..<6))
    let sweep = RowSweep(folder.sources, threads: 2)
    struct Everyone: RowJudge {
      static let fields: Set<Field> = [.name]
      func worth(of row: SweptRow) -> Int { row.name.isEmpty ? 0 : 1 }
    }
    let desa = sweep.rows(threads: 2) { Everyone() }.hits.map { sweep.text(.desa, of: $0) }
    #expect(
      desa.filter { $0 == "LINGKIS" }.count >= 3 && desa.suffix(3) == ["MUARA BATUN", "MUARA BATUN", "MUARA BATUN"])
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
