import RollModel
import Testing

@testable import Readers

/// Names that a page of a converted file has in two rows.
@Suite struct WrappedNameTests {
  private static let header = "No;NIK;Nama;Tempat Lahir;Tanggal Lahir;Jenis Kelamin;Alamat"

  private static func voter(_ n: Int, _ name: String = "WARGA") -> String {
    "\(n);160205120385\(1000 + n);\(name);LINGKIS;12-03-1985;L;DUSUN I"
  }

  private static func rest(_ name: String) -> String { ";;\(name);;;;" }

  private static func read(
    _ lines: [String], _ role: Role = .roll, pieceSize: Int? = nil
  ) throws -> (data: CaseData, names: [String]) {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, ([header] + (role == .roll ? lines : [voter(1)])).joined(separator: "\n") + "\n")
    if role != .roll { try folder.add("b.csv", role, ([header] + lines).joined(separator: "\n") + "\n") }
    let data = try folder.read { if let pieceSize { $0.pieceSize = pieceSize } }
    let list = role == .roll ? data.roll : try #require(data.lists[role])
    return (
      data,
      (0..<list.count).map { list.texts[Int(list.columns.file[$0])].text(.name, at: Int(list.columns.offset[$0])) }
    )
  }

  @Test(arguments: [nil, 64, 100, 333] as [Int?]) func theRestIsJoined(_ pieceSize: Int?) throws {
    var lines = (1...9).map { Self.voter($0) }
    lines[3] += "\n" + Self.rest("KARTASASMITA")
    lines[3].replace("WARGA", with: "MUHAMMAD RIZKI")
    lines[6] = Self.voter(7, "RADEN AJENG SITI") + "\n" + Self.rest("NURHALIZAH") + "\n" + Self.rest("PUSPITASARI")
    // Over the end of a page.
    lines[7] = Self.voter(8, "ABDUL RAHMAN") + "\n" + Self.rest("SALEH HASIBUAN") + "\n" + Self.header
    let (data, names) = try Self.read(lines, pieceSize: pieceSize)
    #expect(data.roll.count == 9 && data.rejections.isEmpty && data.files[0].rowsOfFurniture == 5)
    #expect(names[3] == "MUHAMMAD RIZKI KARTASASMITA" && data.roll[3].coreName.hasSuffix("KARTASASMITA"))
    #expect(names[6] == "RADEN AJENG SITI NURHALIZAH PUSPITASARI" && names[7] == "ABDUL RAHMAN SALEH HASIBUAN")
    #expect(data.repairs.map(\.line) == [5, 9, 12])
    #expect(data.files[0].rowsRead == data.files[0].rowsUsed + data.files[0].rowsOfFurniture)
  }

  @Test func theRestOnAListIsJoined() throws {
    let (data, names) = try Self.read(
      [Self.voter(1, "MUHAMMAD RIZKI"), Self.rest("KARTASASMITA"), Self.voter(2)], .deaths)
    #expect(names == ["MUHAMMAD RIZKI KARTASASMITA", "WARGA"] && data.rejections.isEmpty)
  }

  /// Two short names are refused; a person whose number is missing, or who has an address, is one.
  @Test func whatIsNotCertain() throws {
    let short = try Self.read([Self.voter(1, "ALI"), Self.rest("ANI"), Self.voter(2)])
    #expect(short.names == ["ALI", "WARGA"] && short.data.rejections.map(\.line) == [3])
    let gap = try Self.read([Self.voter(1, "MUHAMMAD RIZKI"), Self.rest("HALIMAH TUSADIAH"), Self.voter(3)])
    #expect(gap.names == ["MUHAMMAD RIZKI", "HALIMAH TUSADIAH", "WARGA"])
    let address = try Self.read([Self.voter(1, "MUHAMMAD RIZKI"), ";;HALIMAH;;;;DUSUN II", Self.voter(2)])
    #expect(address.names == ["MUHAMMAD RIZKI", "HALIMAH", "WARGA"])
    let last = try Self.read([Self.voter(1, "MUHAMMAD RIZKI"), Self.rest("HALIMAH TUSADIAH")])
    #expect(last.names == ["MUHAMMAD RIZKI", "HALIMAH TUSADIAH"])
  }
}
