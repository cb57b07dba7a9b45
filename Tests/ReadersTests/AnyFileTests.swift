import RollModel
import Testing

@testable import Readers

/// Files that nobody has a layout for: `kolom:` says which header means what.
@Suite struct AnyFileTests {
  private func read(_ text: String, _ change: (inout Source) -> Void) throws -> CaseData {
    let folder = try CaseOnDisk()
    let index = try folder.add("daftar-pemilih/a.csv", .roll, text)
    folder.set(index, change)
    return try folder.read()
  }

  static let header = "rec,given,family,no,street,suburb,post,born\n"

  @Test func columnsAreJoinedInTheStatedOrder() throws {
    let data = try read(Self.header + "1,ANNA,GREY,12,KERSEY'S LANE,OLD TOWN,2119,19560409\n") {
      $0.columns[.name] = ColumnSpec(headers: ["family", "given"])
      $0.columns[.birthDate] = ColumnSpec(headers: ["born"])
      $0.columns[.address] = ColumnSpec(headers: ["no", "street", "suburb", "post"])
    }
    #expect(data.roll[0].coreName == "GREY ANNA")
    #expect(data.roll[0].birth.description == "1956-04-09")
    #expect(data.lexicon.addresses[Int(data.roll.columns.address[0])] == "12 KERSEYS LANE OLD TOWN 2119")
    #expect(data.lexicon.addressesAreWords)
    #expect(data.roll.nikState == .absent)
  }

  @Test func addressesOfARollWithNumbersStayOneString() throws {
    let data = try read("nik,nama,alamat\n1602171203800001,BUDI,DUSUN 1\n") { _ in }
    #expect(data.lexicon.addresses[Int(data.roll.columns.address[0])] == "DUSUN1")
    #expect(!data.lexicon.addressesAreWords)
  }

  @Test(arguments: [
    ("YYYYMMDD", "19041956", nil), ("DDMMYYYY", "19041956", "1956-04-19"), ("DD/MM/YYYY", "19041956", "1956-04-19"),
    ("MMDDYYYY", "04191956", "1956-04-19"), ("MM/DD/YYYY", "04/19/1956", "1956-04-19"),
    ("YYYY-MM-DD", "1956-04-19", "1956-04-19"), ("DD/MM/YY", "19/04/56", "1956-04-19"),
    ("yyyymmdd", "19560419", "1956-04-19"),
    ("serial", "20564", "1956-04-19"),
  ])
  func aStatedFormOfDatesIsFollowed(form: String, written: String, date: String?) throws {
    for statedForFile in [false, true] {
      let data = try read("orang,lahir\nANNA,\(written)\n") {
        $0.columns[.name] = ColumnSpec(headers: ["orang"])
        $0.columns[.birthDate] = ColumnSpec(headers: ["lahir"], dateForm: statedForFile ? nil : form)
        $0.dateForm = statedForFile ? form : "serial"
      }
      let birth = data.roll[0].birth
      #expect((birth.isComplete ? birth.description : nil) == date, "\(form) \(written)")
    }
  }

  @Test func aFileWithoutHeaderIsMappedByNumbers() throws {
    let data = try read("7|ANNA|GREY|19560409\n8|BORIS|WHITE|19600102\n") {
      $0.headerRow = 0
      $0.delimiter = "|"
      $0.columns[.name] = ColumnSpec(headers: ["2", "3"])
      $0.columns[.birthDate] = ColumnSpec(headers: ["4"])
    }
    #expect(data.roll.count == 2)
    #expect(data.roll[1].coreName == "BORIS WHITE")
    #expect(data.roll[1].birth.description == "1960-01-02")
  }

  @Test func titlesAboveTheHeaderAndAFixedAreaAreStated() throws {
    let data = try read("WARGA;;\n2026;;\norang;lahir;jalan\nANNA;1956-04-09;KEMANG 2\n") {
      $0.headerRow = 3
      $0.delimiter = ";"
      $0.area = AreaCode("16.02.05.2001")
      $0.columns[.name] = ColumnSpec(headers: ["orang"])
      $0.columns[.birthDate] = ColumnSpec(headers: ["lahir"])
      $0.columns[.address] = ColumnSpec(headers: ["jalan"])
    }
    #expect(data.roll[0].area.code.description == "1602052001")
    #expect(data.roll[0].line == 4)
  }

  @Test func aHeaderThatIsNotThereIsNamed() throws {
    let folder = try CaseOnDisk()
    try folder.add("daftar-pemilih/b.csv", .roll, "nama\nBUDI\n")
    let index = try folder.add("daftar-pemilih/a.csv", .roll, Self.header + "1,ANNA,GREY,,,,,\n")
    folder.set(index) { $0.columns[.name] = ColumnSpec(headers: ["given", "surname"]) }
    let data = try folder.read()
    #expect(
      data.refusals == ["daftar-pemilih/a.csv: kolom «surname» untuk nama tidak ada di baris judul (baris 1)."])
  }

  @Test func headersOfWhichNoneIsThereAreNamed() throws {
    let folder = try CaseOnDisk()
    try folder.add("daftar-pemilih/b.csv", .roll, "nama\nBUDI\n")
    let index = try folder.add("daftar-pemilih/a.csv", .roll, Self.header + "1,ANNA,GREY,,,,,\n")
    folder.set(index) { $0.columns[.name] = ColumnSpec(headers: ["first", "surname"]) }
    let data = try folder.read()
    #expect(data.refusals.count == 1)
    #expect(data.refusals.first?.contains("tidak ada yang memuat «first», «surname»") == true)
  }

  @Test func aRowWithoutANameIsKeptOnlyWhereTheRestTellsWhoItIs() throws {
    let rows = "1,,,12,KERSEY LANE,,,19560409\n2,,,12,KERSEY LANE,,,\n3,,,,,,,19560409\n4,ANNA,GREY,,,,,\n"
    let data = try read(Self.header + rows) {
      $0.columns[.name] = ColumnSpec(headers: ["given", "family"])
      $0.columns[.birthDate] = ColumnSpec(headers: ["born"])
      $0.columns[.address] = ColumnSpec(headers: ["no", "street"])
    }
    #expect((0..<data.roll.count).map { data.roll[$0].line } == [2, 5])
    #expect(data.rejections.map(\.line) == [3, 4])
    #expect(data.rejections.allSatisfy { $0.field == "nama" && $0.reason == "isian wajib kosong" })
  }

  /// No voter is left out who is known by a whole number; `nama-tidak-wajar` finds the row.
  @Test func aRowWithoutANameIsUsedInARollWhereItsNumberIsWhole() throws {
    let rows =
      "1602171203800001,,DUSUN 1,12-03-1980\n1602171203******,,DUSUN 1,12-03-1980\n1602171203800002,BUDI,DUSUN 1,\n"
    let data = try read("nik,nama,alamat,tanggal lahir\n" + rows) { _ in }
    #expect((0..<data.roll.count).map { data.roll[$0].line } == [2, 4])
    #expect(data.rejections.map(\.line) == [3])
  }
}
