import RollModel
import Testing

@testable import Readers

/// What is needed and lacks, or cannot be, is told of with file, line and field on lists of every role.
@Suite struct ToldValueTests {
  private static let roll = "nik,nama,kode_desa\n1602051203800001,BUDI,1602052001\n"

  /// Twenty rows that can be used, and one more on line 22.
  private static func read(_ role: Role, _ header: String, _ row: String, _ last: String) throws -> CaseData {
    let disk = try CaseOnDisk()
    try disk.add("roll.csv", .roll, roll)
    let rows = (10..<30).map { row.replacing("@", with: "\($0)") + "\n" }.joined()
    try disk.add("x.csv", role, header + "\n" + rows + last + "\n" + row.replacing("@", with: "31") + "\n")
    return try disk.read()
  }

  @Test(arguments: [
    (Role.officialCounts, "kode_desa,laki_laki,perempuan,jumlah", "1602052001,@,1,2", "1602052001,,,", "jumlah"),
    (.officialCounts, "kode_desa,laki_laki,perempuan,jumlah", "1602052001,@,1,2", ",1,1,2", "kode_desa"),
    (
      .officialCounts, "kode_desa,laki_laki,perempuan,jumlah", "1602052001,@.0,1.00,2", "1602052001,10.5,1,2",
      "laki_laki"
    ),
    (.areas, "kode_desa,nama,rt,rw,jumlah_kk", "1602052001,D,@,1,9", "99,D,1,1,9", "kode_desa"),
    (.complaints, "nomor,tanggal,nama,isi", "P@,2026-01-01,A,B", ",2026-01-01,A,B", "nomor"),
    (
      .visits, "nkk,rt,rw,kode_desa,stiker", "16020501101800@,1,1,1602052001,Ya", "1602050110180001,1,1,99,Ya",
      "kode_desa"
    ),
  ])
  func quarantined(_ role: Role, _ header: String, _ row: String, _ last: String, _ field: String) throws {
    let data = try Self.read(role, header, row, last)
    #expect(data.rejections.map { "\($0.file):\($0.line) \($0.field)" } == ["x.csv:22 \(field)"], "\(data.rejections)")
  }

  /// A row that is used without the value.
  @Test(arguments: [
    (Role.deaths, "nama,tanggal_meninggal", "ORANG A,01-01-2020", "ORANG B,31-02-2020", Field.deathDate),
    (.deaths, "nama,tanggal_meninggal", "ORANG A,01-01-2020", "ORANG B,01-01-8225", .deathDate),
    (.moves, "nama,tanggal", "ORANG A,01-01-2020", "ORANG B,32-01-2020", .eventDate),
    (.signsOfLife, "nama,tanggal", "ORANG A,01-01-2020", "ORANG B,31-02-2020", .eventDate),
    (
      .visits, "nkk,rt,rw,kode_desa,tanggal_coklit", "16020501101800@,1,1,1602052001,2024-07-01",
      "1602050110180001,1,1,1602052001,32-07-2024", .visitDate
    ),
    (.deaths, "nama,kode_desa", "ORANG A,1602052001", "ORANG B,99", .areaCode),
  ])
  func usedWithoutIt(_ role: Role, _ header: String, _ row: String, _ last: String, _ field: Field) throws {
    let data = try Self.read(role, header, row, last)
    #expect(data.rejections.isEmpty)
    #expect(
      data.repairs.filter { $0.deed == .leftUnknown }.map { "\($0.line) \($0.field?.rawValue ?? "")" }
        == ["22 \(field.rawValue)"])
    #expect(data.files.first { $0.path == "x.csv" }?.unknownFields == [field: 1])
  }
}
