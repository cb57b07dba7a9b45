import RollModel
import Testing

@testable import Readers

/// What only a whole file or a whole case can say: states of numbers, and which areas are one.
struct SettlingTests {
  @Test func aTruncatedColumnHidesItsLastDigit() throws {
    let folder = try CaseOnDisk()
    let rows = (1...20).map { "WARGA \($0),16021712038\(10 + $0)010,1602170101\(10 + $0)0000" }
    try folder.add("a.csv", .roll, "nama,nik,nkk\n" + rows.joined(separator: "\n"))
    try folder.add("b.csv", .roll, "nama,nik\nANI,1602175203800010\n")
    let roll = try folder.read().roll
    #expect(roll.files.map(\.nikState) == [.truncated, .full])
    #expect(roll[0].nik.description == "160217120381101*")
    #expect(roll[0].nkk.description == "160217010111000*")
    #expect(roll[20].nik.isFull)
    #expect(roll.nikState == .truncated)
  }

  @Test func flagsTellWhatAFileDoesNotHave() throws {
    let folder = try CaseOnDisk()
    try folder.add("a.csv", .roll, "nama,tempat lahir\nANI,OKI\n")
    try folder.add("b.csv", .roll, "nama,nik,rt,tgl lahir\nANI,,,31|02|1980\nBUDI (ALM),123,1,\n")
    let roll = try folder.read().roll
    #expect(roll[0].codes.flags == [.noNIKColumn, .noRTColumn, .noMarkColumn, .missingNIK])
    #expect(roll[1].codes.flags == [.noMarkColumn, .missingNIK, .impossibleBirth])
    #expect(roll[2].codes.flags == [.noMarkColumn, .malformedNIK, .deceasedInName])
    #expect(roll.files.map(\.nikState) == [.absent, .absent])
  }

  @Test func oneDesaHasOneNumberHoweverItIsSpelled() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "wilayah.csv", .areas,
      "kode_desa,nama,kecamatan\n16.02.05.2001,Sidakersa,Kayu Agung\n1602082001,Terusan Menang,Sirah Pulau Padang\n1602052002,Sukaraja I,Kayu Agung\n1602052003,Sukaraja II,Kayu Agung\n"
    )
    try folder.add(
      "roll.csv", .roll,
      "nama,desa,kecamatan,kode_desa\nA,SIDAKERSA,Kayuagung,\nB,Ds. Sidakersa,KEC. KAYU AGUNG,\nC,SIDAKERSO,KAYU AGUNG,\nD,,,1602052001\nE,Terusan Menang,SP Padang,\nF,SUKARAJA 2,KAYUAGUNG,\nG,SUKARAJA III,KAYUAGUNG,\nH,,,\n"
    )
    let data = try folder.read()
    let codes = (0..<data.roll.count).map { data.roll[$0].area.code.description }
    #expect(codes == ["1602052001", "1602052001", "1602052001", "1602052001", "1602082001", "1602052003", "", ""])
    #expect(data.roll[0].area.desa == "SIDAKERSA")
    #expect(data.roll[6].area.desa == "SUKARAJA III")
    #expect(data.roll[6].area.kecamatan == "KAYU AGUNG")
    #expect(data.roll[6].areaNumber != 0)
    #expect(data.roll[7].areaNumber == 0)
    #expect(data.lexicon.areas.kecamatanNames == ["", "KAYU AGUNG", "SIRAH PULAU PADANG"])
  }

  @Test func shortWordsAreSpelledOutWithoutAnyCode() throws {
    let folder = try CaseOnDisk()
    try folder.add(
      "roll.csv", .roll,
      "nama,desa,kecamatan\nA,Terusan Menang,Sirah Pulau Padang\nB,TERUSAN MENANG,SP Padang\nC,Tj. Alai,SP PADANG\nD,TANJUNG ALAI,SP PADANG\n"
    )
    let roll = try folder.read().roll
    #expect(roll[0].areaNumber == roll[1].areaNumber)
    #expect(roll[2].areaNumber == roll[3].areaNumber)
    #expect(roll[0].areaNumber != roll[2].areaNumber)
    #expect(roll.lexicon.areas.count == 3)
  }

  @Test func aFixedAreaFillsWhatRowsLeaveOut() throws {
    let folder = try CaseOnDisk()
    let a = try folder.add("a.csv", .roll, "nama,desa\nANI,SIDAKERSA\n")
    let b = try folder.add("b.csv", .roll, "nama\nBUDI\nCICI\n")
    try folder.add("w.csv", .areas, "kode_desa,nama\n1602052001,SIDAKERSA\n1602082001,SIDAKERSA\n")
    folder.set(a) { $0.area = AreaCode("160205") }
    folder.set(b) { $0.area = AreaCode("1602082001") }
    let roll = try folder.read().roll
    #expect((0..<3).map { roll[$0].area.code.description } == ["1602052001", "1602082001", "1602082001"])
  }

  @Test func marksFollowTheFilesTable() throws {
    let folder = try CaseOnDisk()
    let old = try folder.add("a.csv", .roll, "nama,saring\nANI,5\nBUDI,10\n")
    try folder.add("b.csv", .roll, "nama,saring\nCICI,5\nDEDI,Meninggal\nEKO,\n")
    folder.set(old) { $0.codeTable = .until2020 }
    let roll = try folder.read().roll
    #expect((0..<5).map { roll[$0].mark } == [.unknownPerson, .notResident, .foreign, .deceased, nil])
  }

  @Test(arguments: [
    ("daftar/dps-2026-11-21.csv", "2026-11-21"), ("20261121_dpt.csv", "2026-11-21"),
    ("dpt 21-11-2026-2.csv", "2026-11-21"),
    ("kayuagung-2.csv", ""), ("dpt2024.csv", ""),
  ])
  func findsTheDateOfAFile(_ name: String, _ date: String) {
    #expect(IssueDate.find(in: name).description == date)
  }
}
