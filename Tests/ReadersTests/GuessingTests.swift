import Foundation
import RollModel
import Testing

@testable import Readers

/// What columns look like, and what files seem to be.
struct GuessingTests {
  @Test(arguments: [
    (["1602171203800001", "1602175203800001", ""], ColumnShape.identity),
    (["1602171203******", "1602175203******"], .masked),
    (["1.60217120380000E+15", "1,60217520380000E+15"], .power),
    (["12|03|1980", "01|07|1975"], .date), (["1980-03-12"], .date), (["19800312"], .date), (["12|03|****"], .date),
    (["02/28/1990", "12/31/1985"], .date), (["12 Maret 1980"], .date),
    (["OKI, 12-03-1980", "JEJAWI, 01-07-1975"], .placeAndDate), (["16.02.05.2001"], .areaCode),
    (["1602052001"], .areaCode),
    (["L", "P", "L"], .sex), (["B", "S", "P"], .marital), (["Ya", "Tidak"], .yesNo), (["001/002", "3/4"], .pair),
    (["1", "02", "003"], .small), (["12.345", "10.000"], .number), (["160002936"], .number),
    (["BUDI SANTOSO", "SA'DIAH"], .words), (["JL MELATI 4", "DUSUN 1"], .text), (["", "-"], .blank),
  ]) func shapes(_ values: [String], _ shape: ColumnShape) {
    #expect(ColumnShape.of(values.map { Array($0.utf8) }) == shape)
  }

  @Test(arguments: [
    (["12/31/1980", "03/04/1975"], "MM/DD/YYYY"), (["31/12/1980", "03/04/1975"], nil), (["03/04/1975"], nil),
    (["31/12/80", "03/04/75"], "DD/MM/YY"), (["1980-12-31"], nil), ([], nil),
  ]) func formsOfDates(_ values: [String], _ form: String?) {
    #expect(ColumnShape.dateForm(values.map { Array($0.utf8) }) == form)
  }

  struct File: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var role: Role?
    /// What `kolom:` has to say.
    var specs: [String] = []
    var testDescription: String { name }
  }

  static let files: [File] = [
    File(
      name: "rsud.csv",
      text: "nama jenazah,no ktp,tgl lhr,tgl pemakaman\nSITI,1602175203800001,12-03-1980,01-02-2026\n",
      role: .deaths, specs: ["nama=nama jenazah", "tanggal=tgl pemakaman"]),
    File(
      name: "berkas 7.csv", text: "warga,nomor,lahir,stasiun\nSITI,1602175203800001,12-03-1980,1\n", role: nil),
    File(
      name: "pemilih.csv", text: "Nama Warga;NIK;Tgl. Lahir;TPS\nSITI;1602175203800001;02/28/1980;1\n", role: .roll,
      specs: ["nama=Nama Warga"]),
    File(
      name: "tanpa judul pemilih.txt",
      text: "SITI;1602175203800001;12-03-1980;P\nBUDI;1602171203800002;12-03-1981;L\n", role: .roll,
      specs: ["nama=1", "nik=2", "tanggal_lahir=3", "jenis_kelamin=4"]),
    File(
      name: "kematian juli.csv",
      text: "NO,NIK,NAMA,LAHIR,,,MENINGGAL,,\n,,,TGL,BLN,THN,TGL,BLN,THN\n1,1602175203800001,SITI,12,3,1980,1,2,2026\n",
      role: .deaths),
    File(
      name: "warga keluar.csv",
      text: "NO,NIK,NAMA,TANGGAL LAHIR,TUJUAN,\n,,,,DESA,KABUPATEN\n1,1602175203800001,SITI,12-03-1980,X,PALEMBANG\n",
      role: .moves),
    File(name: "kematian/a.csv", text: "nama,nik\nSITI,1602175203800001\n", role: .deaths),
    File(name: "kematian/b.csv", text: "kode,isi\nSITI,1602175203800001\n", role: nil),
    File(name: "surat.csv", text: "%PDF-1.7\n", role: nil),
    File(name: "kosong.csv", text: "", role: nil),
  ]

  /// One and the same name: who stands on the roll votes elsewhere, who does not is on the special list.
  @Test(arguments: [(true, "A-DPTb.csv", ""), (false, "A-DPTb.csv", ""), (true, "berkas 9.csv", "Pindah memilih")])
  func movedVoters(_ onRoll: Bool, _ name: String, _ remark: String) throws {
    let folder = try CaseOnDisk()
    func row(_ i: Int, _ remark: String) -> String {
      "16020512038\(10 + i)001,VOTER\(i % 7) SATU,12-03-1980,L,\(1 + i % 3),\(remark)\n"
    }
    let header = "nik,nama,tanggal_lahir,jenis_kelamin,tps,keterangan\n"
    let roll = try folder.add("dpt.csv", .roll, header + (0..<60).map { row($0, "") }.joined())
    let list = try folder.add(
      name, .specialList, header + (0..<10).map { row($0 + (onRoll ? 20 : 75), remark) }.joined())
    let files = [roll, list].map { (folder.sources[$0].path, folder.sources[$0].path.split(separator: "/").last ?? "") }
    let guesses = RoleGuesser(threads: 1).guess(files.map { ($0.0, String($0.1)) })
    #expect(guesses.map(\.role) == [.roll, onRoll ? .movedVoters : .specialList])
    #expect(guesses[1].reasons.contains { $0.contains("dari 10 NIK") })
  }

  /// A name that speaks of moving is of two kinds of list; the columns tell, and where they do not, nobody is struck.
  @Test(arguments: [
    ("pindahan.csv", "tps", "1", Role.movedVoters, "ganti peran menjadi pindah"),
    ("data pindah.csv", "keterangan", "", .movedVoters, "ganti peran menjadi pindah"),
    ("Daftar Pemilih Pindahan.csv", "tps", "1", .movedVoters, "15 dari 15 NIK"),
    ("pindah TPS.csv", "TPS Tujuan", "4", .movedVoters, "«TPS Tujuan»"),
    ("pindah 2024.csv", "Alasan Pindah Memilih", "tugas", .movedVoters, "«Alasan Pindah Memilih»"),
    ("data pindahan memilih.csv", "tps", "1", .movedVoters, "15 dari 15 NIK"),
    ("DPP masuk.csv", "tps", "1", .movedVoters, "15 dari 15 NIK"),
    ("pindah.csv", "Tanggal Pindah", "2026-05-01", .moves, "«pindah»"),
    ("data pindahan.csv", "Alamat Tujuan", "JL MAWAR 3", .moves, "Alamat Tujuan"),
    ("pindah.csv", "Jenis Kepindahan", "KEPALA KELUARGA", .moves, "«pindah»"),
    ("pindah domisili.csv", "tps", "1", .moves, "«pindah»"),
  ])
  func namesThatSpeakOfMoving(_ name: String, _ header: String, _ cell: String, _ role: Role, _ reason: String) throws {
    let folder = try CaseOnDisk()
    func row(_ i: Int, _ more: String) -> String {
      "16020512038\(10 + i)001,VOTER\(i % 7) SATU,12-03-1980,L,\(more)\n"
    }
    let header = "nik,nama,tanggal_lahir,jenis_kelamin,\(header)\n"
    try folder.add(
      "dpt.csv", .roll,
      "nik,nama,tanggal_lahir,jenis_kelamin,tps\n" + (0..<60).map { row($0, "\(1 + $0 % 3)") }.joined())
    try folder.add(name, .moves, header + (20..<35).map { row($0, cell) }.joined())
    let guesses = RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })
    #expect(guesses.map(\.role) == [.roll, role], "\(guesses[1].reasons)")
    #expect(guesses[1].reasons.joined().contains(reason), "\(guesses[1].reasons)")
  }

  /// Where numbers are masked or missing, names with what is shown tell; where nothing tells, nobody is struck.
  @Test(arguments: [
    ("Daftar Pindah Memilih.csv", "keterangan", "", "1602051203******", Role.movedVoters, "15 dari 15 orang"),
    ("Daftar Pindah Memilih.csv", "Alasan Pindah", "bekerja", "", .movedVoters, "«pindah memilih»"),
    ("DPTb.csv", "tps", "1", "1602051203******", .movedVoters, "15 dari 15 orang"),
    ("DPTb.csv", "tps", "1", "", .movedVoters, "15 dari 15 orang"),
    ("DPTb.csv", "tps", "1", "1602051304******", .specialList, "0 dari 15 orang"),
    ("Daftar Pemilih Tambahan (DPTb).csv", "TPS Asal", "1", "", .movedVoters, "«TPS Asal»"),
    ("DPPh.csv", "Alasan Pindah", "bekerja", "", .movedVoters, "15 dari 15 orang"),
    ("Formulir A5.csv", "tps", "1", "", .movedVoters, "ganti peran menjadi pindah"),
    ("DPT dan DPTb.csv", "tps", "1", "1602051203******", .roll, "daftar-pemilih"),
    ("kematian tambahan.csv", "tanggal_meninggal", "01-02-2026", "1602051203******", .deaths, "«kematian»"),
  ])
  func votersWhoVoteElsewhere(
    _ name: String, _ header: String, _ cell: String, _ nik: String, _ role: Role, _ reason: String
  ) throws {
    let folder = try CaseOnDisk()
    func row(_ i: Int, _ nik: String, _ more: String, born: String = "12-03-1980") -> String {
      "\(nik),VOTER\(String(repeating: "A", count: i)) SATU,\(born),L,\(more)\n"
    }
    try folder.add(
      "dpt.csv", .roll,
      "nik,nama,tanggal_lahir,jenis_kelamin,tps\n"
        + (0..<60).map { row($0, "16020512038\(10 + $0)001", "\(1 + $0 % 3)") }.joined())
    let isOther = nik.hasPrefix("1602051304")
    let rows = (role == .roll ? 10..<50 : 20..<35).map {
      row($0, nik, cell, born: isOther ? "13-04-1980" : "12-03-1980")
    }
    try folder.add(name, .moves, "nik,nama,tanggal_lahir,jenis_kelamin,\(header)\n" + rows.joined())
    let guesses = RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })
    #expect(guesses.map(\.role) == [.roll, role], "\(guesses[1].reasons)")
    #expect((guesses[1].reasons + [role.rawValue]).joined().contains(reason), "\(guesses[1].reasons)")
  }

  /// `L/P` is both together in a recap, and the sex in a list by name.
  @Test(arguments: [("L", nil), ("412", Role.officialCounts)] as [(String, Role?)])
  func bothSexesOrASex(_ cell: String, _ role: Role?) throws {
    let folder = try CaseOnDisk()
    try folder.add("dpt.csv", .roll, ReissueTests.people(0..<50))
    try folder.add("x.csv", .roll, "No,Desa,L/P,TPS\n" + (1..<9).map { "\($0),SUKA MAJU,\(cell),1\n" }.joined())
    #expect(RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })[1].role == role)
  }

  /// Five voters of five families: the numbers of their cards are as many as their own, and stand on no roll as such.
  @Test func movedVotersOfFamiliesOfTheirOwn() throws {
    let folder = try CaseOnDisk()
    func row(_ i: Int) -> String {
      "16020501011\(10 + i)001,16020512038\(10 + i)001,VOTER\(i % 7) SATU,12-03-1980,L,\(1 + i % 3)\n"
    }
    let header = "nkk,nik,nama,tanggal_lahir,jenis_kelamin,tps\n"
    try folder.add("dpt.csv", .roll, header + (0..<60).map(row).joined())
    try folder.add("A-DPTb.csv", .specialList, header + (20..<25).map(row).joined())
    let guesses = RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })
    #expect(guesses.map(\.role) == [.roll, .movedVoters])
    #expect(guesses[1].reasons.contains { $0.contains("5 dari 5 NIK") })
  }

  @Test(arguments: files) func rolesAndColumns(_ file: File) throws {
    let folder = try CaseOnDisk()
    try folder.add(file.name, .roll, file.text)
    // A second file that is a roll beyond doubt, so that nothing is promoted to one.
    try folder.add("dpt.csv", .roll, ReissueTests.people(0..<50))
    let guesses = RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })
    #expect(guesses[1].role == .roll)
    let guess = guesses[0]
    if let role = file.role {
      #expect(guess.role == role, "\(guess.reasons)")
      #expect(guess.problem == nil)
      #expect(guess.specs.map { "\($0.field.rawValue)=\($0.headers.joined(separator: "+"))" } == file.specs)
    } else {
      #expect(guess.role == nil || guess.problem != nil, "\(guess.role?.rawValue ?? "") \(guess.reasons)")
    }
    for value in ["SITI", "1602175203800001"] {
      #expect(!guess.columns.contains { $0.sample.contains(value) || $0.header.contains(value) })
    }
  }

  /// Marks that only the older table has; rows that no table can read.
  @Test(arguments: [("10", nil, "2018"), ("55", "4 dari 4", nil), ("4", nil, nil)] as [(String, String?, String?)])
  func marksAreTriedOut(_ mark: String, _ problem: String?, _ table: String?) throws {
    let folder = try CaseOnDisk()
    let rows = String(repeating: "SITI ROBI,1602175203800001,\(mark),1\n", count: 4)
    try folder.add("dpt.csv", .roll, "nama,nik,saring,tps\n" + rows)
    let guess = RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })[0]
    #expect(guess.codeTable?.rawValue == table)
    #expect(guess.problem?.prefix(8).description == problem, "\(guess.problem ?? "")")
  }

  /// Odd words in columns that their titles tell are told by the run, and doubt no guess.
  @Test(arguments: [("LOKSUS 2", "", "S"), ("000", "", "S"), ("1", "LAIN", "KTP LAMA"), ("1", "", "S"), ("1", "", "Q")])
  func oddWordsDoubtNoGuess(_ station: String, _ disability: String, _ card: String) throws {
    let folder = try CaseOnDisk()
    for mark in ["", "X", "K.1"] {
      let rows = (10..<30).map { "SITI ROBI,16021752038000\($0),\(disability),\(card),\(mark),\(station)\n" }
      let name = "dpt\(mark).csv"
      try folder.add(name, .roll, "nama,nik,disabilitas,status_ktp_el,keterangan,tps\n" + rows.joined())
    }
    for guess in RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) }) {
      #expect(guess.role == .roll && guess.problem == nil, "\(guess.problem ?? "")")
    }
  }

  @Test func monthFirstIsSaid() throws {
    let folder = try CaseOnDisk()
    try folder.add("pemilih.csv", .roll, Self.files[2].text)
    let guess = RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })[0]
    #expect(guess.dateForm == "MM/DD/YYYY")
  }

  #if OfficeFiles
    @Test func otherFormatsAreGuessedAlike() throws {
      let folder = try CaseOnDisk()
      let rows = (0..<30).map { n in
        "<orang><nama>SITI ROBI</nama><nik>16021752038\(10000 + n)</nik><sumber>akta kematian</sumber></orang>"
      }
      try folder.add("x.xml", .roll, "<?xml version=\"1.0\"?>\n<data>" + rows.joined() + "</data>\n")
      try folder.add("dpt.csv", .roll, ReissueTests.people(0..<50))
      let guess = RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) })[0]
      #expect(guess.role == .deaths && guess.problem == nil, "\(guess.problem ?? "") \(guess.reasons)")
      #expect(guess.columns.compactMap(\.field) == [.name, .nik, .evidence])
      #expect(guess.rows == 30)
    }
  #endif
}
