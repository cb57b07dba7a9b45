import RollModel
import Testing

@testable import Readers

/// A value that no table knows, in a row of as many cells as the header: that field is not known, and nothing moves.
@Suite struct OddValueTests {
  private static let header =
    "kode_desa,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,disabilitas,status_ktp_el,"
    + "keterangan,tps"
  private static let columns = header.split(separator: ",").map(String.init)
  private static let cells = [
    "1602052001", "1602050101010001", "1602051203800001", "BUDI", "OKI", "12-03-1980", "S", "L", "DUSUN I", "001",
    "002",
    "", "S", "", "003",
  ]

  private static func read(
    _ changes: [String: String], others: Int = 60, tail: String = "", cutOff: Bool = false
  ) throws -> CaseData {
    var row = columns.indices.map { changes[columns[$0]] ?? cells[$0] }
    if cutOff { while row.last == "" { row.removeLast() } }
    let rows = Array(repeating: cells.joined(separator: ","), count: others) + [row.joined(separator: ",") + tail]
    let disk = try CaseOnDisk()
    try disk.add("a.csv", .roll, header + "\n" + rows.joined(separator: "\n") + "\n")
    return try disk.read()
  }

  private static let words = [
    "RUSAK", "KTP LAMA", "Belum Cetak", "PINDAHAN", "TNI ASRAMA", "1A", "Q", "9", "TPS 1 DAN 2", "Suket", "e-KTP",
    "tidak tahu", "X", "K.1", "12-03-1980", "OKI",
  ]

  /// Whatever word stands in whatever of these columns, the voter keeps number, desa and station, and stays on the roll.
  @Test(arguments: ["status_kawin", "jenis_kelamin", "rt", "rw", "disabilitas", "status_ktp_el", "tps"])
  func moveNothing(_ column: String) throws {
    for word in Self.words {
      for (tail, cutOff) in [("", false), (",", false), ("", true)] {
        let data = try Self.read([column: word], tail: tail, cutOff: cutOff)
        let voter = data.roll[60]
        let place = "\(word) \(tail) \(cutOff)"
        #expect(data.rejections.isEmpty && data.roll.count == 61, "\(place)")
        #expect(data.repairs.allSatisfy { !$0.deed.isShift }, "\(place)")
        #expect(voter.codes.mark == nil && voter.area.code.number == 1_602_052_001, "\(place)")
        #expect(column == "tps" || voter.tps == 3, "\(place)")
        #expect(voter.birth.description == "1980-03-12" && voter.nik.description == "1602051203800001", "\(place)")
      }
    }
  }

  /// Two odd values are not two proofs of a shift: neither shows by itself where it belongs.
  @Test func twoOddWordsMoveNothing() throws {
    for (card, station) in [("RUSAK", "LOKSUS 2"), ("KTP LAMA", "PINDAHAN"), ("9", "TNI ASRAMA"), ("Q", "MAWAR")] {
      let data = try Self.read(["status_ktp_el": card, "tps": station])
      #expect(data.repairs.map(\.field) == [.cardStatus, .tps] && data.repairs.allSatisfy { $0.deed == .leftUnknown })
      #expect(data.files[0].unknownFields == [.cardStatus: 1, .tps: 1])
      #expect(data.roll[60].codes.mark == nil && data.roll[60].tps == 0)
    }
  }

  /// A row that lost a cell before its station: the number under the remark is not taken for a reason to leave the roll.
  @Test func aStationUnderTheRemarkIsNoMark() throws {
    let moved = ["disabilitas": "S", "status_ktp_el": "", "keterangan": "003", "tps": ""]
    let voter = try Self.read(moved).roll[60]
    #expect(voter.codes.mark == nil && voter.tps == 0)
    // With its station the row says what it says.
    #expect(try Self.read(["disabilitas": "S", "keterangan": "3"]).roll[60].codes.mark == .underage)
    #expect(try Self.read(["keterangan": "1", "tps": ""]).roll[60].codes.mark == .deceased)
  }

  /// A mark is not moved on one odd cell even where the row has a cell too many.
  @Test func aCellTooManyMakesNoMark() throws {
    let data = try Self.read([:], tail: ",5")
    #expect(data.roll.count == 60 && data.rejections.map(\.line) == [62])
  }

  /// A file in which every row bears a word that padan does not know is read, and told.
  @Test func aWordOnEveryRowStopsNothing() throws {
    let disk = try CaseOnDisk()
    var row = Self.cells
    row[12] = "KTP LAMA"
    row[14] = "RUMAH"
    let rows = Array(repeating: row.joined(separator: ","), count: 40).joined(separator: "\n")
    try disk.add("a.csv", .roll, Self.header + "\n" + rows + "\n")
    let data = try disk.read()
    #expect(data.roll.count == 40 && data.files[0].unknownFields == [.cardStatus: 40, .tps: 40])
    #expect(data.notices.count { $0.contains("40 dari 40 isian kolom") } == 2)
  }

  /// Nobody knows the date: it is missing, and the list is read.
  @Test(arguments: ["tidak tahu", "tidak diketahui", "TIDAK ADA", "lupa", "belum ada"])
  func wordsForUnknownAreMissingDates(_ word: String) throws {
    let disk = try CaseOnDisk()
    try disk.add("roll.csv", .roll, "nama,nik\nBUDI,1602171203800001\n")
    let rows = (10..<30).map { "ORANG A,16021712038000\($0),\($0 % 5 == 0 ? word : "12-03-1980"),01-05-2026" }
    try disk.add(
      "k.csv", .deaths, "nama,nik,tanggal_lahir,tanggal_meninggal\n" + rows.joined(separator: "\n") + "\n")
    let data = try disk.read()
    #expect(data.lists[.deaths]?.count == 20 && data.rejections.isEmpty && data.notices.isEmpty)
    #expect(data.lists[.deaths]?[0].codes.flags.contains(.impossibleBirth) == false)
    #expect(data.files.allSatisfy { $0.unknownFields.isEmpty })
  }

  /// A stated form that the column does not have loses many dates, and that is said.
  @Test func datesOfAnotherFormAreTold() throws {
    let disk = try CaseOnDisk()
    let rows = (0..<40).map { "BUDI,\($0 < 25 ? 13 + $0 % 16 : 5)-03-1980" }.joined(separator: "\n")
    try disk.add("a.csv", .roll, "nama,tanggal_lahir\n" + rows + "\n")
    disk.set(0) { $0.dateForm = "MM/DD/YYYY" }
    let data = try disk.read()
    #expect(data.files[0].unknownFields == [.birthDate: 25])
    #expect(
      data.notices.contains { $0.contains("25 dari 40 isian kolom «tanggal_lahir»") && $0.contains("bentuk_tanggal") })
    // Another form has these dates: the record does not show that no calendar has.
    #expect(data.roll[0].codes.flags.contains(.unreadBirth))
  }

  /// No station has the number 0, and two stations are none.
  @Test func stationsThatAreNoneAreCounted() throws {
    for text in ["0", "000", "A", "TPS 1 DAN 2"] {
      let data = try Self.read(["tps": text])
      #expect(data.roll[60].tps == 0 && data.files[0].unknownFields == [.tps: 1], "\(text)")
    }
    #expect(try Self.read(["tps": ""]).files[0].unknownFields.isEmpty)
    #expect(try Self.read(["tps": "-"]).files[0].unknownFields.isEmpty)
  }

  /// What is written and not read is told apart from what is not written.
  @Test func tellsUnreadFromEmpty() throws {
    func flags(_ changes: [String: String]) throws -> VoterCodes.Flags { try Self.read(changes).roll[60].codes.flags }
    let rt = try flags(["rt": "1A"])
    #expect(rt.contains(.unreadRT) && !rt.contains(.unreadRW))
    let rw = try flags(["rw": "DUSUN"])
    #expect(rw.contains(.unreadRW) && !rw.contains(.unreadRT))
    for text in ["", "0", "-", "tidak ada", "001.", "RT.1/RW.2", "01/02"] {
      let none = try flags(["rt": text])
      #expect(none.isDisjoint(with: [.unreadRT, .unreadRW]), "\(text)")
    }
    let short = try flags(["tanggal_lahir": "17/08/80"])
    #expect(short.contains([.impossibleBirth, .unreadBirth]))
    let none = try flags(["tanggal_lahir": "31-02-1980"])
    #expect(none.intersection([.impossibleBirth, .unreadBirth]) == .impossibleBirth)
    let unknown = try flags(["tanggal_lahir": "tidak tahu"])
    #expect(unknown.isDisjoint(with: [.impossibleBirth, .unreadBirth]))
  }
}
