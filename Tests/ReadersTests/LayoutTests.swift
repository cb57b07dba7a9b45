import RollModel
import Testing

@testable import Readers

/// Headers and dialects as offices export them.
struct LayoutTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    /// Name, NIK, birth, sex and marital codes, place, address, RT/RW/TPS, area.
    let row: String
    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example(
      name: "workbook, semicolons, trailing delimiter",
      text:
        "NO;KECAMATAN;DESA_KEL;DP_ID;NKK;NIK;NAMA_PEMILIH;TEMPAT_LAHIR;TANGGAL_LAHIR;STATUS_KAWIN;JENIS_KELAMIN;ALAMAT;RT;RW;DISABILITAS;SARING;TPS;UMUR;SORT DATA;\n1;JEJAWI;LINGKIS;9;;1602171203800001;BUDI;OKI;12|03|1980;S;L;DUSUN 1;001;002;0;0;003;44;;\n",
      row: "BUDI 1602171203800001 1980-03-12 L S OKI DUSUN1 1/2/3 JEJAWI/LINGKIS"),
    Example(
      name: "workbook with SUMBERDATA, its last header with a stray semicolon",
      text:
        "NO,KECAMATAN,DESA_KEL,DP_ID,NKK,NIK,NAMA_PEMILIH,TEMPAT_LAHIR,TANGGAL_LAHIR,STATUS_KAWIN,JENIS_KELAMIN,ALAMAT,RT,RW,DISABILITAS,SARING,SUMBERDATA,TPS,UMUR,SORT DATA;\n1,JEJAWI,LINGKIS,9,,1602171203800001,BUDI,OKI,12|03|1980,S,L,DUSUN 1,001,002,0,0,dp4,003,44,;\n",
      row: "BUDI 1602171203800001 1980-03-12 L S OKI DUSUN1 1/2/3 JEJAWI/LINGKIS"),
    Example(
      name: "hash export in capitals and another order, tabs",
      text:
        "ID\tNAMA\tNIK\tNKK\tTPS\tRW\tRT\tALAMAT\tDIFABEL\tKAWIN\tJENIS_KELAMIN\tTANGGAL_LAHIR\tTEMPAT_LAHIR\n1\tBUDI\t1602171203800001\t\t3\t2\t1\tDUSUN 1\t0\tS\tL\t1980-03-12\tOKI\n",
      row: "BUDI 1602171203800001 1980-03-12 L S OKI DUSUN1 1/2/3 /"),
    Example(
      name: "Model A, short headers, bars",
      text:
        "NO|NOMOR KK|NIK|NAMA|TEMPAT LAHIR|TANGGAL LAHIR|STATUS PERKAWINAN (B/S/P)|JENIS KELAMIN (L/P)|ALAMAT JALAN/DUKUH|RT|RW|DISABILITAS|STATUS KEPEMILIKAN KTP-EL|KETERANGAN\n1||1602171203800001|BUDI|OKI|12/03/1980|S|L|DUSUN 1|1|2|0|S|\n",
      row: "BUDI 1602171203800001 1980-03-12 L S OKI DUSUN1 1/2/0 /"),
    Example(
      name: "hash export",
      text:
        "nkk#id#nik#nama#tempat_lahir#tanggal_lahir#jenis_kelamin#kawin#alamat#rt#rw#difabel#tps\n#1#1602171203800001#BUDI#OKI#12|03|1980#L#S#DUSUN 1#1#2#0#3\n",
      row: "BUDI 1602171203800001 1980-03-12 L S OKI DUSUN1 1/2/3 /"),
    Example(
      name: "DP4 without header",
      text:
        "1602171203800009#1602171203800001#BUDI#OKI#12|03|1980#L#S#DUSUN 1#1#2#0###160217#JEJAWI#1602172001#LINGKIS#3#0\n1602171203800009#1602175203800001#ANI#OKI#12|03|1980#P#S#DUSUN 1#1#2#0###160217#JEJAWI#1602172001#LINGKIS#3#0\n",
      row: "BUDI 1602171203800001 1980-03-12 L S OKI DUSUN1 1/2/3 JEJAWI/LINGKIS"),
    Example(
      name: "Model A, tabs, title rows and a row of numbers",
      text:
        "DAFTAR PEMILIH\nKABUPATEN OGAN KOMERING ILIR\n\nNo\tNo KK\tNIK\tNama\tTempat Lahir\tTanggal Lahir\tStatus Perkawinan\tJenis Kelamin\tAlamat Jalan/Dukuh\tRT\tRW\tDisabilitas\tStatus Kepemilikan KTP-el\tKeterangan\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\n1\t\t1602171203800001\tBUDI\tOKI\t12-03-1980\tS\tL\tDUSUN 1\t1\t2\t0\tS\t\n",
      row: "BUDI 1602171203800001 1980-03-12 L S OKI DUSUN1 1/2/0 /"),
    Example(
      name: "observers' copy",
      text: "ID KPU|nama|jenis kelamin|usia|alamat|RT/RW|TPS|desa\n7|BUDI|L|44|DUSUN 1|001/002|3|LINGKIS\n",
      row: "BUDI  - L -  DUSUN 1 1/2/3 /LINGKIS"),
    Example(
      name: "older export",
      text:
        "DP_ID,NKK,NIK,NAMA,TTL,STSKAWIN,ALAMAT,DUSUN,RT,RW,TPS,DISABILITAS,SARING,SUMBER\n1,,1602171203800001,BUDI,\"OKI, 12-03-1980\",S,DUSUN 1,I,1,2,3,0,0,dp4\n",
      row: "BUDI 1602171203800001 1980-03-12 - S OKI DUSUN1 1/2/3 /"),
    Example(
      name: "mark of UTF-8, carriage returns only",
      text: "\u{FEFF}nama;nik;tgl lahir\rBUDI;1602171203800001;19800312\r",
      row: "BUDI 1602171203800001 1980-03-12 - -   0/0/0 /"),
    Example(
      name: "dotted headers", text: "No.;N.I.K.;Nama Lengkap;Tgl. Lahir;L/P\n1;1602171203800001;BUDI;12/03/1980;L\n",
      row: "BUDI 1602171203800001 1980-03-12 L -   0/0/0 /"),
    Example(
      name: "notes on filling in behind headers, kelurahan before desa",
      text:
        "NO;NIK (16 digit);NAMA (sesuai KTP-el);TANGGAL LAHIR (DD|MM|YYYY);JENIS KELAMIN (L atau P);KODE KELURAHAN/DESA;KELURAHAN/DESA;NAMA KEC.\n1;1602171203800001;BUDI;12|03|1980;L;1602172001;LINGKIS;JEJAWI\n",
      row: "BUDI 1602171203800001 1980-03-12 L -   0/0/0 JEJAWI/LINGKIS"),
    Example(
      name: "candidates of a village, age on the day of polling",
      text:
        "No;Nama;NIK;Jenis Kelamin;Tanggal Lahir;Umur Pada 27 November 2024\n1;BUDI;1602171203800001;LAKI-LAKI;12 Maret 1980;44\n",
      row: "BUDI 1602171203800001 1980-03-12 L -   0/0/0 /"),
    Example(
      name: "a data frame's export: codes as decimals, nan for nothing",
      text:
        "nama,nik,nkk,tanggal_lahir,jenis_kelamin,status_kawin,disabilitas,alamat,rt,rw,tps,tempat_lahir\nBUDI,1602171203800001.0,nan,1980-03-12 00:00:00,1.0,2.0,1.0,nan,1.0,nan,3.0,nan\n",
      row: "BUDI 1602171203800001 1980-03-12 L S   1/0/3 /"),
  ]

  @Test(arguments: examples) func recognises(_ example: Example) throws {
    let folder = try CaseOnDisk()
    try folder.add("roll.csv", .roll, example.text)
    let data = try folder.read()
    let roll = data.roll
    try #require(roll.count > 0)
    let v = roll[0]
    let place = data.lexicon.places[Int(roll.columns.place[0])]
    let address = data.lexicon.addresses[Int(roll.columns.address[0])]
    #expect(
      "\(v.coreName) \(v.nik) \(v.birth.isUnknown ? "-" : v.birth.description) \(v.sex?.code ?? "-") \(v.marital?.code ?? "-") \(place) \(address) \(v.rt)/\(v.rw)/\(v.tps) \(v.area.kecamatan)/\(v.area.desa)"
        == example.row)
    #expect(data.rejections.isEmpty)
    #expect(data.notices == [])
    #expect(roll.text(.name, row: 0) == "BUDI")
  }

  /// A worksheet set to American English, and a list whose few dates leave it open.
  @Test(arguments: [(20, true), (6, false)])
  func monthsInFrontAreSeen(_ count: Int, _ isSeen: Bool) throws {
    let folder = try CaseOnDisk()
    let rows = (0..<count).map { "16021712038\(10 + $0)001,WARGA,\(1 + $0 % 12)/\(10 + $0 % 19)/1980\n" }.joined()
    try folder.add("a.csv", .roll, "nik,nama,tanggal lahir\n" + rows)
    let data = try folder.read()
    #expect(data.roll.count == count)
    #expect(data.notices.contains { $0.contains("bulan di depan") } == isSeen)
    #expect(data.roll[4].birth.description == (isSeen ? "1980-05-14" : data.roll[4].birth.description))
  }

  /// Years of two digits: births that may be of two centuries lose their year, deaths do not.
  @Test(arguments: ["05/03/", "5-Mar-", "5 Mei "])
  func shortYearsAreSeen(_ front: String) throws {
    let folder = try CaseOnDisk()
    let rows = (0..<20).map { "WARGA,\(front)\($0 == 4 ? "26" : "\(60 + $0)"),\(front)26\n" }.joined()
    try folder.add("k.csv", .deaths, "nama,tanggal lahir,tanggal meninggal\n" + rows)
    try folder.add("a.csv", .roll, "nama,tanggal lahir\nBUDI,05-03-1980\n")
    let data = try folder.read()
    let dead = try #require(data.lists[.deaths])
    #expect(dead[3].birth.year == 1963)
    #expect(dead[4].birth.year == 0 && dead[4].birth.day == 5)
    #expect(dead[3].event.year == 2026)
    #expect(data.notices.count { $0.contains("tahun dua angka") } == 2, "\(data.notices)")
  }

  /// A note that tells whose column it is keeps the header strange.
  @Test(arguments: [("NIK (ayah)", false), ("NIK (sesuai KK)", true), ("NAMA (KEPALA KELUARGA)", false)])
  func aNoteMayTellOneColumnFromAnother(_ header: String, _ isTaken: Bool) {
    #expect((HeaderNote.without(header) != nil) == isTaken)
  }

  @Test func textOfJoinedColumnsIsTakenApart() throws {
    let folder = try CaseOnDisk()
    let older = try #require(Self.examples.first { $0.name == "older export" })
    try folder.add("roll.csv", .roll, older.text)
    let roll = try folder.read().roll
    #expect(roll.text(.birthPlace, row: 0) == "OKI")
    #expect(roll.text(.birthDate, row: 0) == "12-03-1980")
    #expect(roll.text(.nkk, row: 0) == "")
  }

  @Test func aMapOfColumnsJoinsAndOverrides() throws {
    let folder = try CaseOnDisk()
    let source = try folder.add(
      "febrl.csv", .roll, "rec_id, given_name, surname, dob, tanggal_lahir\n1, BUDI , SANTOSO,03/12/1980,x\n")
    folder.set(source) {
      $0.columns = [
        .name: ColumnSpec(headers: ["given_name", "surname"]),
        .birthDate: ColumnSpec(headers: ["dob"], dateForm: "MM/DD/YYYY"),
      ]
    }
    let roll = try folder.read().roll
    #expect(roll[0].coreName == "BUDI SANTOSO")
    #expect(roll[0].birth.description == "1980-03-12")
    #expect(roll.text(.name, row: 0) == "BUDI SANTOSO")
  }

  @Test func aFileWithoutHeaderIsReadByColumnNumbers() throws {
    let folder = try CaseOnDisk()
    let source = try folder.add("x.txt", .roll, "a~BUDI~1602171203800001\nb~ANI~1602175203800001\n")
    folder.set(source) {
      $0.headerRow = 0
      $0.delimiter = "~"
      $0.columns = [.name: ColumnSpec(headers: ["2"]), .nik: ColumnSpec(headers: ["3"])]
    }
    #expect(try folder.read().roll.descriptions.map { $0.prefix(16) } == ["1602171203800001", "1602175203800001"])
  }

  @Test func windows1252IsReadFieldByField() throws {
    let folder = try CaseOnDisk()
    var bytes = Array("nama,nik,alamat\n".utf8)
    bytes += [74, 79, 83, 0xC9, 44, 44, 0x93, 65, 0x94, 10]
    try folder.add("roll.csv", .roll, bytes)
    let roll = try folder.read().roll
    #expect(roll[0].coreName == "JOSE")
    #expect(roll.text(.name, row: 0) == "JOSÉ")
    #expect(roll.text(.address, row: 0) == "“A”")
  }

  @Test func anUnknownHeaderIsNamedWithItsNearest() throws {
    let folder = try CaseOnDisk()
    try folder.add("roll.csv", .roll, "nama,nik,tempat_lahr,golongan darah\nBUDI,1,OKI,A\n")
    #expect(
      try folder.read().notices == [
        "roll.csv: kolom «tempat_lahr» tidak dikenal dan tidak dipakai; yang terdekat: tempat_lahir; isinya kata-kata, seperti nama atau tempat.",
        "roll.csv: kolom «golongan darah» tidak dikenal dan tidak dipakai; isinya kata-kata, seperti nama atau tempat.",
      ])
  }

  @Test func everyLayoutNamesKnownRolesAndFields() {
    #expect(Layout.all.count == 18)
    for layout in Layout.all {
      #expect(!layout.name.isEmpty && !layout.roles.isEmpty)
      #expect(!layout.columns.isEmpty || !layout.positions.isEmpty)
    }
  }
}
