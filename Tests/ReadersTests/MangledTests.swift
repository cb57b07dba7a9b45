import RollModel
import Testing

@testable import Readers

/// Valid files with bytes changed at random: never a crash, and every row read is used or quarantined.
struct MangledTests {
  private static let seeds: [(role: Role, text: String)] = [
    (
      .roll,
      "NKK;NIK;NAMA;TTL;KAWIN;L/P;ALAMAT;RT/RW;DIFABEL;TPS;KODE DESA;KET\n"
        + "1602171203800009;1602171203800001;\"BUDI; SANTOSO\";OKI, 12|03|1980;S;L;DUSUN 1;01/02;0;003;16.02.05.2001;1\n"
        + "1.60217E+15;160217******0001;NUR'AINI (ALM);OKI, ****-03-12;B;P;\"JL \"\"A\"\"\nNO 3\";RT 1 RW 2;4;TPS 3;1602052001;\n"
    ),
    (
      .deaths,
      "nama#nik#tanggal lahir#tanggal meninggal#desa#kecamatan#sumber\nANI#1602175203800001#12 Maret 1980#29292#SP#SP PADANG#akta\n"
    ),
    (
      .visits,
      "nkk|kode_desa|rt|rw|tps|tanggal_coklit|stiker|pantarlih|hasil\n1602171203800009|1602052001|1|2|3|2024-07-01|Ya|SARI|baik\n"
    ),
    (.officialCounts, "kode_desa,tps,laki_laki,perempuan,jumlah\n1602052001,1,10,12,22\n"),
    (.areas, "kode_desa\tnama\tkecamatan\trt\trw\tjumlah_kk\n1602052001\tSIDAKERSA\tKAYU AGUNG\t1\t2\t1.200\n"),
  ]

  @Test(arguments: 0..<60) func neverCrashes(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 40)
    let folder = try CaseOnDisk()
    try folder.add("utuh.csv", .roll, "nama,nik\nBUDI,1602171203800001\n")
    for (index, (role, text)) in Self.seeds.enumerated() {
      let lines = text.split(separator: "\n", maxSplits: 1)
      var bytes = Array(lines[0].utf8) + [10]
      let body = Array(lines[1].utf8)
      for _ in 0..<6 { bytes += body }
      let isHeaderSafe = random.below(4) > 0
      for _ in 0..<(1 + random.below(30)) {
        let at = isHeaderSafe ? lines[0].utf8.count + 1 + random.below(body.count * 6) : random.below(bytes.count)
        switch random.below(6) {
        case 0: bytes[min(at, bytes.count - 1)] = UInt8(random.below(256))
        case 1: bytes.insert(contentsOf: Array(repeating: 57, count: random.below(30)), at: min(at, bytes.count))
        case 2: bytes.insert([34, 10, 13, 59, 35, 124, 44, 9][random.below(8)], at: min(at, bytes.count))
        case 3: bytes.remove(at: min(at, bytes.count - 1))
        case 4: bytes.insert(contentsOf: [0xC3, 0x28, 0xFF], at: min(at, bytes.count))
        default: bytes.swapAt(min(at, bytes.count - 1), bytes.count - 1)
        }
      }
      try folder.add("\(index).csv", role, bytes)
    }
    let data = try folder.read {
      $0.quarantineLimit = 1
      $0.pieceSize = 200
    }
    for file in data.files { #expect(file.rowsRead == file.rowsUsed + file.rowsQuarantined + file.rowsOfFurniture) }
    #expect(data.rejections.count == data.files.reduce(0) { $0 + $1.rowsQuarantined })
    for row in 0..<data.roll.count { #expect(!data.roll.text(.name, row: row).isEmpty) }
    for role in Role.allCases {
      if let roll = data.persons(role) { expectTextsAsScanned(roll) }
    }
    #expect(data.files.count + data.refusals.count == 6)
  }

  /// A field that is found by its marks reads as a scan of its row gives it, as text and as bytes.
  private func expectTextsAsScanned(_ roll: Roll) {
    var window = RowWindow()
    for row in 0..<roll.count {
      guard let texts = roll.texts[Int(roll.columns.file[row])] as? SourceTexts else { continue }
      for field in Field.allCases {
        let scanned = texts.scannedText(field, at: Int(roll.columns.offset[row]))
        #expect(roll.text(field, row: row) == scanned)
        roll.withText(field, row: row, &window) { #expect($0.elementsEqual(scanned.utf8)) }
      }
    }
  }
}
