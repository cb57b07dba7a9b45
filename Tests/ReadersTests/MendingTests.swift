import RollModel
import Testing

@testable import Readers

/// Rows that a stray delimiter, a lost cell or an empty cell too many has damaged: put right where one reading is possible.
struct MendingTests {
  private static let header =
    "nkk,nik,nama,tempat_lahir,tanggal_lahir,status_kawin,jenis_kelamin,alamat,rt,rw,disabilitas,kode_desa,tps"

  struct Damaged: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let row: String
    /// Name, address, date, RT/RW/TPS as read; nil when the row is set aside.
    let reads: String?
    var deed: Repair.Deed?
  }

  static let rows: [Damaged] = [
    Damaged(
      testDescription: "a delimiter in the address",
      row: "1602050101010001,1602051203800001,BUDI,OKI,12|03|1980,S,L,DUSUN I, BLOK B,1,2,0,1602052001,3",
      reads: "BUDI/DUSUN I, BLOK B/1980-03-12/1/2/3", deed: .joined(column: 8, cells: 2)),
    Damaged(
      testDescription: "two delimiters in the address",
      row: "1602050101010001,1602051203800001,BUDI,OKI,12|03|1980,S,L,DUSUN I,BLOK,B NO 7,1,2,0,1602052001,3",
      reads: "BUDI/DUSUN I,BLOK,B NO 7/1980-03-12/1/2/3", deed: .joined(column: 8, cells: 3)),
    Damaged(
      testDescription: "a title behind the name: the blank tells",
      row: "1602050101010001,1602051203800001,BUDI, S.PD,OKI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3",
      reads: "BUDI, S.PD/DUSUN I/1980-03-12/1/2/3", deed: .joined(column: 3, cells: 2)),
    Damaged(
      testDescription: "name or place: nothing tells",
      row: "1602050101010001,1602051203800001,BUDI,SANTOSO,OKI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3", reads: nil),
    Damaged(
      testDescription: "the place of birth is lost",
      row: "1602050101010001,1602051203800001,BUDI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3",
      reads: "BUDI/DUSUN I/1980-03-12/1/2/3", deed: .inserted(column: 4)),
    Damaged(
      testDescription: "the address is lost",
      row: "1602050101010001,1602051203800001,BUDI,OKI,12|03|1980,S,L,1,2,0,1602052001,3",
      reads: "BUDI//1980-03-12/1/2/3", deed: .inserted(column: 8)),
    Damaged(
      testDescription: "NIK or NKK is lost: nothing tells",
      row: "1602051203800001,BUDI,OKI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3", reads: nil),
    Damaged(
      testDescription: "RT or RW is lost: nothing tells",
      row: "1602050101010001,1602051203800001,BUDI,OKI,12|03|1980,S,L,DUSUN I,1,0,1602052001,3", reads: nil),
    Damaged(
      testDescription: "shifted right by an empty cell",
      row: ",1602050101010001,1602051203800001,BUDI,OKI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3",
      reads: "BUDI/DUSUN I/1980-03-12/1/2/3", deed: .removed(column: 1)),
    Damaged(
      testDescription: "shifted left, an empty cell at the end",
      row: "1602050101010001,1602051203800001,BUDI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3,",
      reads: "BUDI/DUSUN I/1980-03-12/1/2/3", deed: .inserted(column: 4)),
    Damaged(
      testDescription: "an empty cell in the middle pushes the station out",
      row: "1602050101010001,1602051203800001,BUDI,OKI,,12|03|1980,S,L,DUSUN I,1,2,0,1602052001",
      reads: "BUDI/DUSUN I/1980-03-12/1/2/0", deed: .removed(column: 5)),
    Damaged(
      testDescription: "two cells changed places",
      row: "1602050101010001,1602051203800001,BUDI,OKI,S,12|03|1980,L,DUSUN I,1,2,0,1602052001,3", reads: nil),
    Damaged(
      testDescription: "cut off", row: "1602050101010001,1602051203800001,BUDI", reads: nil),
    Damaged(
      testDescription: "an unknown code, nothing moved",
      row: "1602050101010001,1602051203800001,BUDI,OKI,12|03|1980,S,Q,DUSUN I,1,2,0,1602052001,3",
      reads: "BUDI/DUSUN I/1980-03-12/1/2/3", deed: .leftUnknown),
  ]

  private static let whole =
    "1602050101010009,1602055203800009,SITI,OKI,12|03|1980,S,P,DUSUN II,1,2,0,1602052001,3\n"

  @Test(arguments: rows) func repairsWhatHasOneReading(_ item: Damaged) throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "a.csv", .roll, Self.header + "\n" + Self.whole + item.row + "\n" + String(repeating: Self.whole, count: 60))
    let data = try folder.read()
    let file = data.files[0]
    #expect(file.rowsRead == 62)
    #expect(file.rowsRead == file.rowsUsed + file.rowsQuarantined)
    guard let reads = item.reads else {
      #expect(data.rejections.map(\.line) == [3])
      #expect(data.repairs.isEmpty && file.rowsRepaired == 0)
      return
    }
    #expect(data.rejections.isEmpty)
    #expect(file.rowsRepaired == (item.deed == .leftUnknown ? 0 : 1))
    #expect(data.repairs.map(\.line) == [3])
    #expect(data.repairs.map(\.deed) == [item.deed])
    let voter = data.roll[1]
    // What is printed comes from the row as it was put right.
    let read = "\(voter.text(.name))/\(voter.text(.address))/\(voter.birth)/\(voter.rt)/\(voter.rw)/\(voter.tps)"
    #expect(read == reads)
    #expect(voter.text(.nik) == "1602051203800001" && voter.nik.description == "1602051203800001")
    #expect(data.roll[2].text(.name) == "SITI")
  }

  @Test func numbersReadInSpiteOfWordsAreLogged() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, "nama,rt,rw,tps\nBUDI,RT 05,2,TPS 3\nANI,1,2,3\n")
    let data = try folder.read()
    #expect(
      data.repairs.map { "\($0.line) \($0.field?.rawValue ?? "") \($0.deed)" } == ["2 rt readAs(5)", "2 tps readAs(3)"])
    #expect(data.files[0].rowsRepaired == 1)
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let row: String
    let cause: String
  }

  /// Ten rows of seventy: repaired or not, the file is refused with the cause.
  @Test(arguments: [
    Broken(
      testDescription: "delimiters in texts",
      row: "1602050101010001,1602051203800001,BUDI,OKI,12|03|1980,S,L,DUSUN I, BLOK B,1,2,0,1602052001,3",
      cause: "pembatas koma muncul di dalam isian"),
    Broken(
      testDescription: "quotes",
      row: "1602050101010001,1602051203800001,BUDI \"AL, S.PD, M.PD,OKI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3",
      cause: "pengapitan isian (tanda kutip) rusak"),
    Broken(
      testDescription: "another delimiter", row: "1602050101010001;1602051203800001;BUDI;OKI;12|03|1980;S;L",
      cause: "pembatasnya berbeda dari baris judul"),
    Broken(
      testDescription: "a lost column",
      row: "1602050101010001,1602051203800001,BUDI,12|03|1980,S,L,DUSUN I,1,2,0,1602052001,3",
      cause: "kehilangan 1 dari 13 kolom"),
    Broken(
      testDescription: "columns that moved",
      row: "1602050101010001,1602051203800001,BUDI,OKI,S,12|03|1980,L,DUSUN I,1,2,0,1602052001,3",
      cause: "Isi kolomnya tidak sesuai dengan judulnya"),
  ])
  func tooManyDamagedRowsRefuseTheFile(_ item: Broken) throws {
    let folder = try CaseOnDisk()
    let damaged = String(repeating: item.row + "\n", count: 10)
    try folder.add("a.csv", .roll, Self.header + "\n" + String(repeating: Self.whole, count: 60) + damaged)
    let failure = #expect(throws: ReadingError.self) { try folder.read() }
    #expect(failure?.message.contains(item.cause) == true, "\(failure?.message ?? "")")
    #expect(failure?.message.contains("10 baris rusak atau bergeser") == true)
    #expect(failure?.message.contains("1602051203800001") == false)
    let read = try folder.read { $0.quarantineLimit = 0.5 }
    #expect(read.files[0].rowsRead == 70)
    #expect(read.files[0].rowsUsed + read.files[0].rowsQuarantined == 70)
  }
}
