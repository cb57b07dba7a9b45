import RollModel
import Testing

@testable import Readers

/// The whole way from files to columns, on small cases.
struct CaseReaderTests {
  private static let roll = """
    NO,KECAMATAN,DESA_KEL,DP_ID,NKK,NIK,NAMA_PEMILIH,TEMPAT_LAHIR,TANGGAL_LAHIR,STATUS_KAWIN,JENIS_KELAMIN,ALAMAT,RT,RW,DISABILITAS,SARING,SUMBERDATA,TPS,UMUR,SORT DATA
    1,KAYU AGUNG,SIDAKERSA,77,1602050101010001,1602051203800001,MUH. YUSUF,PALEMBANG,12|03|1980,S,L,DUSUN I,001,02,0,0,dpt,003,46,
    2,KAYU AGUNG,SIDAKERSA,78,1602050101010001,1602055203850002,"SITI, AMINAH (ALM)",PALEMBANG,12|03|1985,S,P,DUSUN I,RT 05,02,0,1,dpt,003,41,
    3,KAYU AGUNG,SIDAKERSA,79,,160205************,A. RAHMAN,PALEMBANG,30|02|1985,B,L,DUSUN I,0,0,0,0,dpt,3,41,
    4,KAYU AGUNG,SIDAKERSA,80,,,BUDI,PALEMBANG,01|01|****,S,S,DUSUN I,1,2,0,0,dpt,3,41,

    """

  @Test func readsAWorkbookExport() throws {
    let folder = try CaseOnDisk()
    try folder.add("daftar-pemilih/kayuagung.csv", .roll, Self.roll)
    try folder.add(
      "kematian/dinas.csv", .deaths,
      "Nama;NIK;Tanggal Meninggal;Kode Desa;Sumber\nYUSUF;1602051203800001;2026-01-02;16.02.05.2001;akta\n")
    try folder.add(
      "wilayah/desa.csv", .areas,
      "kode_desa,nama,kecamatan,rt,rw,jumlah_kk\n1602052001,Sidakersa,Kayuagung,,,120\n1602052001,,,1,2,30\n")
    try folder.add(
      "coklit/a.csv", .visits,
      "nkk,kode_desa,rt,rw,tps,tanggal_coklit,stiker,pantarlih,hasil\n1602050101010001,1602052001,1,2,3,2024-07-01,Ya,SARI,ditemui\n"
    )
    try folder.add(
      "rekap/tps.csv", .officialCounts, "kode_desa,tps,laki_laki,perempuan,jumlah\n1602052001,3,1,2,1.003\n")
    let data = try folder.read()
    #expect(
      data.roll.descriptions == [
        "1602051203800001|1602050101010001|MUHAMMAD YUSUF|1980-03-12|PALEMBANG|DUSUN1|1602052001|KAYUAGUNG|SIDAKERSA|1/2/3|9||",
        "1602055203850002|1602050101010001|SITI AMINAH|1985-03-12|PALEMBANG|DUSUN1|1602052001|KAYUAGUNG|SIDAKERSA|5/2/3|1114138||",
        "160205**********||A RAHMAN|1985-**-**|PALEMBANG|DUSUN1|1602052001|KAYUAGUNG|SIDAKERSA|0/0/3|8388613||",
        "||BUDI|****-01-01|PALEMBANG|DUSUN1|1602052001|KAYUAGUNG|SIDAKERSA|1/2/3|524296||",
      ])
    #expect(data.rejections.isEmpty)
    #expect(
      data.repairs.filter { $0.deed == .leftUnknown }.map { "\($0.line) \($0.field?.rawValue ?? "")" } == [
        "4 tanggal_lahir", "5 jenis_kelamin",
      ])
    #expect(
      data.lists[.deaths]?.descriptions == [
        "1602051203800001||YUSUF||||1602052001|KAYUAGUNG|SIDAKERSA|0/0/0|2097152|2026-01-02|akta"
      ])
    #expect(data.visits.count == 1)
    #expect(data.visits.sticker == [2])
    #expect(data.expectedAreas.map(\.households) == [120, 30])
    #expect(data.officialCounts.map(\.total) == [1003])
    #expect(data.roll.text(.name, row: 1) == "SITI, AMINAH (ALM)")
    #expect(
      data.files.map { "\($0.path) \($0.rowsRead)=\($0.rowsUsed)+\($0.rowsQuarantined)" } == [
        "coklit/a.csv 1=1+0", "daftar-pemilih/kayuagung.csv 4=4+0", "kematian/dinas.csv 1=1+0", "rekap/tps.csv 1=1+0",
        "wilayah/desa.csv 2=2+0",
      ])
    #expect(data.refusals == [])
    #expect(data.notices == [])
  }
}
