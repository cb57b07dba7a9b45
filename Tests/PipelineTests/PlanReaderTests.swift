import Pipeline
import RollModel
import Testing

@Suite struct PlanReaderTests {
  struct Fault: Sendable {
    var yaml: String
    var line: Int
    var says: String
  }

  @Test(arguments: [
    Fault(yaml: "wilaya: \"1602\"", line: 1, says: "kunci 'wilaya' tidak dikenal di padan.yaml; maksudnya 'wilayah'?"),
    Fault(yaml: "wilayah: 160205", line: 1, says: "wilayah: harus kode kabupaten/kota empat angka"),
    Fault(yaml: "\nwilayah: [1602]", line: 2, says: "bukan daftar"),
    Fault(yaml: "pemilihan:\n  jenis: pilpres", line: 2, says: "salah satu dari pdpb, pemilu, pilkada"),
    Fault(yaml: "pemilihan:\n  tanggal_acuan: 2026-02-30", line: 2, says: "tertulis '2026-02-30'"),
    Fault(yaml: "pemilihan:\n  tanggal_acuan: 21/11/2026", line: 2, says: "TTTT-BB-HH"),
    Fault(yaml: "kantor:\n  nomor_surat: \"{ngawur}/{nomor}\"", line: 2, says: "hanya {nomor} {kelas} {kode}"),
    Fault(yaml: "kantor:\n  nomor_surat: \"{nomor/{tahun}\"", line: 2, says: "tertulis '{nomor/{tahun}'"),
    Fault(yaml: "pemilihan: pdpb", line: 1, says: "harus kelompok kunci"),
    Fault(yaml: "pemilihan:\n  kapasitas_tps: banyak", line: 2, says: "bilangan bulat 1 sampai 5000"),
    Fault(yaml: "coklit:\n  mulai: 2024-07-24\n  selesai: 2024-06-24", line: 1, says: "mendahului"),
    Fault(
      yaml: "coklit: { ambang_cakupan: 0,95 }", line: 1,
      says: "coklit.ambang_cakupan: di dalam { } koma memisahkan kunci; tulis 0.95 atau \"0,95\"."),
    Fault(yaml: "coklit: { ambang_cakupan: 0,5% }", line: 1, says: "tulis 0.5% atau \"0,5%\"."),
    Fault(yaml: "aturan: { pengaman: { batas_tps: 0,25 } }", line: 1, says: "tulis 0.25 atau \"0,25\"."),
    Fault(yaml: "coklit: { 95, ambang_cakupan: 0.9 }", line: 1, says: "kunci '95' tidak dikenal di coklit"),
    Fault(yaml: "sumber: kematian", line: 1, says: "harus daftar"),
    Fault(yaml: "sumber:\n  - peran: kematian", line: 2, says: "'berkas' wajib ada"),
    Fault(yaml: "sumber:\n  - berkas: ../rahasia.csv", line: 2, says: "tanpa '..'"),
    Fault(yaml: "sumber:\n  - berkas: /etc/passwd", line: 2, says: "tidak diawali '/'"),
    Fault(yaml: "sumber:\n  - berkas: a.csv\n    kolom:\n      nma: x", line: 4, says: "maksudnya 'nama'?"),
    Fault(yaml: "sumber:\n  - berkas: a.csv\n    kolom:\n      nama: {judul: x}", line: 4, says: "nama harus judul"),
    Fault(
      yaml: "sumber:\n  - berkas: a.csv\n    kolom:\n      tanggal_lahir: {kolom: x, bentuk: HARI/BULAN}", line: 4,
      says: "bentuk 'HARI/BULAN' tidak dikenal"),
    Fault(
      yaml: "sumber:\n  - berkas: a.csv\n    bentuk_tanggal: HARI", line: 3,
      says: "DD/MM/YY, YYYYMMDD, DDMMYYYY, serial; tertulis 'HARI'"),
    Fault(
      yaml: "sumber:\n  - berkas: a.csv\n    pemisah: abc", line: 3, says: "sumber.pemisah: harus satu tanda, atau tab"),
    Fault(yaml: "sumber:\n  - berkas: a.csv\n    enkoding: klingon", line: 3, says: "harus utf-8 atau windows-1252"),
    Fault(yaml: "sumber:\n  - berkas: a.csv\n  - berkas: a.csv", line: 3, says: "'a.csv' sudah disebut di baris 2"),
    Fault(yaml: "aturan:\n  usia-lajut: {}", line: 2, says: "usia-lajut"),
    Fault(yaml: "aturan:\n  usia-lanjut:\n    umur: 90", line: 3, says: "umur"),
    Fault(yaml: "aturan:\n  usia-lanjut:\n    usia: tua", line: 3, says: "tua"),
    Fault(yaml: "aturan:\n  usia-lanjut:\n    usia: [1]", line: 3, says: "harus satu nilai, bukan daftar"),
    Fault(yaml: "karantina_maks: 120%", line: 1, says: "bagian 0 sampai 1"),
    Fault(yaml: "pemadanan: { pasti: 0.5, kuat: 0.9 }", line: 1, says: "ambang harus urut"),
    Fault(yaml: "kantor:\n  nama: A\n  nama: B", line: 2, says: "lebih dari sekali"),
    Fault(yaml: "kantor:\n\tnama: A", line: 2, says: "tabulasi"),
    Fault(yaml: "kantor: {nama: 'A", line: 1, says: "tidak dapat dibaca"),
    Fault(yaml: "- kantor", line: 1, says: "bukan daftar"),
  ])
  func aFaultIsPlacedAndExplained(_ expected: Fault) {
    #expect(throws: PlanFaults.self) { try PlanReader.read(expected.yaml) }
    do {
      _ = try PlanReader.read(expected.yaml)
    } catch {
      #expect(error.faults.count == 1, "\(error.message)")
      #expect(error.faults.first?.sentence.contains(expected.says) == true, "\(error.message)")
      #expect(error.faults.first?.line == expected.line, "\(error.message)")
    }
  }

  @Test func allFaultsComeTogetherInOrderOfLines() {
    let yaml = "pemilihan:\n  jenis: x\n  tanggal_acuan: besok\nkantr: {}\ncoklit: { mulai: 1 }\n"
    do {
      _ = try PlanReader.read(yaml)
      Issue.record("no fault was found")
    } catch {
      #expect(error.faults.map(\.line) == [2, 3, 4, 5])
    }
  }

  /// Indonesian writes a decimal comma.
  @Test(arguments: ["0,1", "0.1", "10%", "10,0%", "10.0 %"])
  func sharesAreReadWithCommaAndPoint(_ text: String) throws {
    let plan = try PlanReader.read("karantina_maks: \(text)\ncoklit:\n  ambang_cakupan: \(text)\n")
    #expect(plan.quarantineLimit == 0.1 && plan.visits.coverageThreshold == 0.1)
  }

  @Test func everyKeyIsRead() throws {
    let plan = try PlanReader.read(
      """
      kantor: { nama: Bawaslu, alamat: Jalan, kode_surat: K.SS-09, ketua: ~, tempat: Kayuagung }
      pemilihan: { jenis: pilkada, tanggal_acuan: 2024-11-27, kapasitas_tps: 600, kode_tms: "2018" }
      wilayah: 16.02
      coklit: { mulai: 2024-06-24, selesai: 2024-07-24, ambang_cakupan: 90% }
      sumber:
        - berkas: kiriman/*.csv
          peran: kematian
          pemisah: ";"
          enkoding: windows-1252
          baris_judul: 3
          wilayah: 16.02.05
          kode_tms: 2018
          kolom:
            nama: [depan, belakang]
            nik: NO_KTP
            tanggal_lahir: { kolom: lahir, bentuk: YYYYMMDD }
      aturan:
        usia-lanjut: { usia: 110 }
      pemadanan: { kuat: 0.985, latih: tidak }
      karantina_maks: 0.1
      """)
    #expect(plan.office.name == "Bawaslu")
    #expect(plan.office.chair.isEmpty)
    #expect(plan.election.kind == .pilkada)
    #expect(plan.election.referenceDay.description == "2024-11-27")
    #expect(plan.election.codeTable == .until2020)
    #expect(plan.kabupaten.description == "1602")
    #expect(plan.visits.coverageThreshold == 0.9)
    #expect(plan.sources.count == 1)
    #expect(plan.sources.first?.columns.map(\.headers) == [["depan", "belakang"], ["NO_KTP"], ["lahir"]])
    #expect(plan.sources.first?.columns.last?.dateForm == "YYYYMMDD")
    #expect(plan.sources.first?.headerRow == 3)
    #expect(plan.sources.first?.area?.description == "160205")
    #expect(plan.rules.effective.contains { $0.key.hasPrefix("usia-lanjut.") && $0.value == "110" })
    #expect(plan.matching.thresholds.strong == 0.985)
    #expect(!plan.matching.trains)
    #expect(plan.quarantineLimit == 0.1)
  }

  @Test(arguments: ["", "# hanya komentar\n", "kantor:\npemilihan:\nsumber:\naturan: {}\n", "sumber: []\n"])
  func emptySectionsAreDefaults(_ yaml: String) throws {
    let plan = try PlanReader.read(yaml)
    #expect(plan.election.stationCapacity == nil)
    let today = CalendarDay(day: 1, month: 2, year: 2026)
    #expect(plan.election.election(today: today).stationCapacity == 600)
    #expect(plan.sources.isEmpty)
  }
}
