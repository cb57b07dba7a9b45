import RollModel
import Testing

@testable import Readers

/// Files pasted together of pieces whose lines end differently: no row is lost, and none without a word.
struct LineEndTests {
  private static let header = "nkk,nik,nama,tanggal_lahir,jenis_kelamin,alamat,rt,rw,kode_desa,tps"
  private static let rows = (0..<300).map { row in
    let day = row % 28 + 1
    return
      "16020501010\(10_000 + row),160205\(day < 10 ? "0" : "")\(day)0380\(1000 + row),WARGA \(row % 7) BINTI SALEH,"
      + "\(day < 10 ? "0" : "")\(day)-03-1980,L,DUSUN \(row % 4),1,2,1602052001,\(row % 9 + 1)"
  }

  private static func read(_ text: String, pieceSize: Int? = nil) throws -> CaseData {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, text)
    return try folder.read { options in
      options.quarantineLimit = 1
      if let pieceSize { options.pieceSize = pieceSize }
    }
  }

  /// Lines of a file, each piece with ends of its own.
  private static func text(_ pieces: [(Int, String)]) -> String {
    var lines = ([header] + rows)[...]
    return pieces.map { count, end in
      defer { lines = lines.dropFirst(count) }
      return lines.prefix(count).map { $0 + end }.joined()
    }.joined()
  }

  @Test(arguments: [
    [(301, "\r\n")], [(301, "\r")], [(100, "\n"), (201, "\r")], [(100, "\n"), (20, "\r"), (181, "\n")],
    [(20, "\r"), (281, "\n")], [(1, "\r"), (300, "\n")], [(100, "\r\n"), (201, "\r")], [(100, "\r"), (201, "\r\n")],
    [(101, "\r\r\n"), (100, "\r"), (100, "\n")],
  ])
  func everyRowIsRead(_ pieces: [(Int, String)]) throws {
    let plain = try Self.read(Self.text([(301, "\n")]))
    let data = try Self.read(Self.text(pieces))
    #expect(data.roll.descriptions == plain.roll.descriptions)
    #expect(data.files[0].rowsRead == 300 && data.rejections.isEmpty)
    #expect((0..<300).allSatisfy { data.roll.columns.line[$0] == plain.roll.columns.line[$0] })
    for size in [700, 4096] {
      #expect(try Self.read(Self.text(pieces), pieceSize: size).roll.descriptions == plain.roll.descriptions)
    }
  }

  /// In a cell it is part of the words, quoted or not.
  @Test(arguments: ["DUSUN\rDUA", "\"DUSUN\rDUA\"", "\"DUSUN, \r\rDUA\"", "\rDUSUN DUA", "DUSUN DUA\r"])
  func oneInAnAddressLosesNothing(_ address: String) throws {
    var rows = Self.rows
    for number in [40, 41, 200] { rows[number] = rows[number].replacing("DUSUN \(number % 4)", with: address) }
    let data = try Self.read(([Self.header] + rows).joined(separator: "\n") + "\n")
    #expect(data.roll.count == 300 && data.rejections.isEmpty)
    #expect(data.roll[200].nik.description == String(rows[200].split(separator: ",")[1]))
    #expect(data.roll[200].tps == 200 % 9 + 1 && data.roll[200].text(.address).contains("DUA"))
  }

  /// Where it cannot be told, what is left over is set aside and counted.
  @Test(arguments: ["DUSUN\rDUA, RAYA", "DUSUN DUA,,\r,1"])
  func whatCannotBeToldIsCounted(_ address: String) throws {
    var rows = Self.rows
    rows[40] = rows[40].replacing("DUSUN 0", with: address)
    let data = try Self.read(([Self.header] + rows).joined(separator: "\n") + "\n")
    #expect(data.roll.count >= 299 && data.files[0].rowsRead >= 301 && !data.rejections.isEmpty)
    #expect(data.files[0].rowsRead == data.roll.count + data.rejections.count)
    #expect(data.rejections.allSatisfy { (42...43).contains($0.line) })
  }

  @Test func oneBehindTheLastCellEndsTheRow() throws {
    var rows = Self.rows
    rows[40] += "\rcatatan"
    let data = try Self.read(([Self.header] + rows).joined(separator: "\n") + "\n")
    #expect(data.roll.count == 300 && data.files[0].rowsRead == 301)
    #expect(data.files[0].rowsOfFurniture + data.rejections.count == 1)
  }
}
