import RollModel
import Testing

@testable import Readers

/// `ganda-luar`, as `padan gabung` writes it.
@Suite struct OutsideRowsTests {
  private static let header = OutsidePair.columns.joined(separator: ",") + "\n"

  private static func row(
    pair: String = "3e5b78a21baf9e5c", hash: String = "966ed3461012c313", relation: String = "satu-orang",
    tier: String = "kuat", weight: String = "21.04", area: String = "1671"
  ) -> String {
    "\(pair),\(hash),daftar-pemilih/a.csv,2,1602052001,1,160205******0001,\(relation),\(tier),\(weight),0.99000,\(area),"
      + "Kota Palembang,1671031001,4,0.250,2000000,\"Cocok: nama sama, NIK sama\"\n"
  }

  private static func read(_ rows: String, lines: String = header) throws -> CaseData {
    let disk = try CaseOnDisk()
    try disk.add("roll.csv", .roll, "nik,nama,kode_desa\n1602051203850001,HENDRA LESMANA,1602052001\n")
    try disk.add("ganda-luar-1602.csv", .outside, lines + rows)
    return try disk.read { $0.quarantineLimit = 1 }
  }

  @Test func everyColumnIsRead() throws {
    let data = try Self.read(Self.row())
    let pair = try #require(data.outside.first)
    #expect(data.refusals.isEmpty && data.rejections.isEmpty)
    #expect(pair.pair == 0x3e5b_78a2_1baf_9e5c && pair.rowHash == 0x966e_d346_1012_c313)
    #expect(pair.relation == .samePerson && pair.tier == .strong && pair.weight.bits == 21.04)
    #expect(pair.otherKabupaten.description == "1671" && pair.otherName == "Kota Palembang")
    #expect(pair.otherDesa.description == "1671031001" && pair.otherStation == 4)
    #expect(pair.namesakes == 0.25 && pair.population == 2_000_000 && pair.line == 2)
    #expect(pair.agreement == "Cocok: nama sama, NIK sama")
    #expect(data.files.contains { $0.role == .outside && $0.rowsRead == 1 && $0.rowsUsed == 1 })
  }

  @Test func aNegativeWeightBehindAnApostropheIsANumber() throws {
    #expect(try Self.read(Self.row(weight: "\"'-3.20\"")).outside.first?.weight.bits == -3.2)
  }

  @Test(arguments: [
    ("kunci_baris", row(hash: "966ed3461012c31")), ("pasangan", row(pair: "x")), ("relasi", row(relation: "teman")),
    ("keyakinan", row(tier: "mungkin")), ("bobot", row(weight: "banyak")), ("kabupaten_luar", row(area: "1671031001")),
  ])
  func badRowsAreQuarantined(_ item: (field: String, row: String)) throws {
    let data = try Self.read(item.row + Self.row())
    #expect(data.outside.count == 1)
    #expect(data.rejections.map(\.field) == [item.field])
    #expect(data.rejections.first?.line == 2)
  }

  @Test func aListWithoutItsColumnsIsRefused() throws {
    let data = try Self.read(
      "3e5b78a21baf9e5c,satu-orang,kuat,1671\n", lines: "pasangan,relasi,keyakinan,kabupaten_luar\n")
    #expect(data.refusals.contains { $0.contains("ganda-luar-1602.csv") && $0.contains("kunci_baris") })
  }
}
