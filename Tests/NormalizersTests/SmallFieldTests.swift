import RollModel
import Testing

@testable import Normalizers

struct SmallFieldTests {
  @Test(arguments: [
    ("5", 5, SmallNumber.Outcome.read), ("005", 5, .read), ("0", 0, .empty), ("", 0, .empty), ("-", 0, .empty),
    ("RT 05", 5, .repaired), ("TPS 003", 3, .repaired), ("TPS.003", 3, .repaired), ("RW:2", 2, .repaired),
    ("IV", 4, .repaired), ("1602052001003", 3, .repaired), ("003.0", 3, .repaired), ("MAWAR", 0, .unreadable),
    ("123456", 0, .unreadable), ("S", 0, .unreadable), ("nan", 0, .empty), ("NULL", 0, .empty), ("<NA>", 0, .empty),
  ])
  func readsSmallNumbers(_ written: String, _ value: Int, _ outcome: SmallNumber.Outcome) {
    let read = withFieldBytes(written) { SmallNumber.read($0) }
    #expect(Int(read.value) == value)
    #expect(read.outcome == outcome)
  }

  @Test(arguments: [
    ("05/02", 5, 2, SmallNumber.Outcome.read), ("RT 05 RW 02", 5, 2, .read), ("005-002", 5, 2, .read),
    ("00/00", 0, 0, .empty), ("", 0, 0, .empty), ("None", 0, 0, .empty), ("7", 7, 0, .read),
    ("DUSUN", 0, 0, .unreadable),
  ])
  func readsPairs(_ written: String, _ rt: Int, _ rw: Int, _ outcome: SmallNumber.Outcome) {
    let read = withFieldBytes(written) { SmallNumber.pair($0) }
    #expect((Int(read.rt), Int(read.rw)) == (rt, rw))
    #expect(read.outcome == outcome)
  }

  @Test(arguments: [("1.003", 1003), ("12", 12), ("1,250", 1250), ("12.0", 12), ("x", -1), ("", -1)])
  func readsCounts(_ written: String, _ value: Int) {
    #expect(withFieldBytes(written) { SmallNumber.count($0) } ?? -1 == value)
  }

  @Test(arguments: [
    ("L", "L"), ("p", "P"), ("1", "L"), ("2", "P"), ("LK", "L"), ("Laki-laki", "L"), ("PEREMPUAN", "P"), ("S", "?"),
    ("", ""), ("-", ""), ("2.0", "P"), ("1,0", "L"), ("0.0", ""), ("nan", ""), ("1.5", "?"),
  ])
  func readsSex(_ written: String, _ code: String) {
    #expect(word(withFieldBytes(written) { CodeText.sex($0) }) { $0.code } == code)
  }

  @Test(arguments: [
    ("B", "B"), ("S", "S"), ("P", "P"), ("Belum Kawin", "B"), ("KAWIN", "S"), ("Cerai Mati", "P"), ("L", "?"),
    ("12-03-1980", "?"), ("2.0", "S"), ("NULL", ""), ("Belum Nikah", "B"), ("S - Sudah", "S"),
    ("CERAI HIDUP TERCATAT", "P"),
  ])
  func readsMaritalStatus(_ written: String, _ code: String) {
    #expect(word(withFieldBytes(written) { CodeText.marital($0) }) { $0.code } == code)
  }

  @Test(arguments: [
    ("01", "1"), ("6", "6"), ("1.0", "1"), ("00", ""), ("0", ""), ("07", "?"), ("7", "?"), ("Fisik", "1"),
  ])
  func readsDisability(_ written: String, _ code: String) {
    #expect(word(withFieldBytes(written) { CodeText.disability($0) }) { "\($0)" } == code)
  }

  @Test(arguments: [
    ("1", CodeTable.since2023, "meninggal"), ("5", .since2023, "WNA"), ("5", .until2020, "tidak dikenal"),
    ("8", .since2023, "TPS tidak sesuai"), ("91", .since2023, "meninggal"), ("9", .since2023, "?"),
    ("96", .since2023, "TNI"), ("97", .since2023, "Polri"), ("KODE 91", .since2023, "meninggal"),
    // No source says what these mean.
    ("92", .since2023, "?"), ("93", .since2023, "?"), ("TMS 94", .since2023, "?"), ("95", .since2023, "?"),
    ("90", .since2023, "?"), ("98", .since2023, "?"), ("91", .until2020, "?"), ("10", .until2020, "bukan penduduk"),
    ("0", .since2023, ""),
    ("", .since2023, ""), ("Meninggal Dunia", .since2023, "meninggal"), ("1 - Meninggal", .since2023, "meninggal"),
    ("pindah", .since2023, "pindah domisili"), ("rumah kosong", .since2023, ""),
    ("TMS", .since2023, "?"), ("T.M.S.", .since2023, "?"), ("Tidak Memenuhi Syarat", .until2020, "?"),
    ("TMS pindah", .since2023, "pindah domisili"), ("kode", .since2023, ""),
    ("PINDAH MASUK", .since2023, ""), ("Pindah datang", .since2023, ""), ("pindah dari Palembang", .since2023, ""),
    ("PINDAH RT", .since2023, ""), ("pindah memilih", .since2023, ""),
    ("pindah ke Palembang", .since2023, "pindah domisili"),
    ("pindah ke TPS 2", .since2023, "TPS tidak sesuai"), ("Pindah TPS", .since2023, "TPS tidak sesuai"),
    ("Almarhum", .since2023, "meninggal"), ("BAWAH UMUR", .since2023, "di bawah umur"),
    ("belum genap 17 tahun", .since2023, "di bawah umur"),
  ])
  func readsMarks(_ written: String, _ table: CodeTable, _ label: String) {
    #expect(word(withFieldBytes(written) { CodeText.mark($0, table: table) }) { $0.label } == label)
  }

  @Test(arguments: [
    ("Kayu Agung", "KAYUAGUNG"), ("KAYU-AGUNG", "KAYUAGUNG"), ("Ogan Komering Ilir é", "OGANKOMERINGILIRE"),
  ])
  func reducesPlaces(_ written: String, _ reduced: String) {
    var out: [UInt8] = []
    withFieldBytes(written) { LetterText.reduce($0, .place, into: &out) }
    #expect(String(decoding: out, as: UTF8.self) == reduced)
    withFieldBytes(reduced) { LetterText.reduce($0, .place, into: &out) }
    #expect(String(decoding: out, as: UTF8.self) == reduced)
  }

  @Test(arguments: [
    ("DUSUN IV", "DUSUN4"), ("Dsn. 4", "DUSUN4"), ("DUSUN 4", "DUSUN4"), ("Jl. Merdeka No. 12", "JALANMERDEKANO12"),
    ("LK. II RT 03", "LINGKUNGAN2RT03"), ("DUSUN XXI", "DUSUNXXI"), ("GG V", "GANG5"), ("", ""), ("--", ""),
  ])
  func reducesAddresses(_ written: String, _ reduced: String) {
    var out: [UInt8] = []
    withFieldBytes(written) { LetterText.reduce($0, .address, into: &out) }
    #expect(String(decoding: out, as: UTF8.self) == reduced)
    withFieldBytes(reduced) { LetterText.reduce($0, .address, into: &out) }
    #expect(String(decoding: out, as: UTF8.self) == reduced)
  }

  @Test(arguments: [
    ("16.02.05.2001", 1_602_052_001), ("1602052001", 1_602_052_001), ("160205", 1_602_050_000),
    ("1602052001003", 1_602_052_001), ("", 0), ("KAYU", -1), ("12345", -1),
  ])
  func readsAreaCodes(_ written: String, _ number: Int) {
    #expect(withFieldBytes(written) { AreaText.code($0) }.map { Int($0.number) } ?? -1 == number)
  }

  @Test(arguments: [
    ("Kayuagung", "KAYU AGUNG"), ("Ds. Tj. Lubuk", "TANJUNG LUBUK"), ("Kelurahan Sukaraja", "SUKARAJA"),
    ("SUKARAJA II", "Sukaraja 2"),
  ])
  func givesOneKeyToTwoSpellings(_ one: String, _ other: String) {
    #expect(AreaText.key(one) == AreaText.key(other))
  }

  @Test func keepsNumberedAreasApart() {
    #expect(AreaText.key("SUKARAJA II") != AreaText.key("SUKARAJA III"))
    #expect(AreaText.alternatives("SP Padang").contains(AreaText.key("Sirah Pulau Padang")))
  }

  private func word<Value>(_ reading: CodeReading<Value>, _ text: (Value) -> String) -> String {
    switch reading {
    case .empty: ""
    case .unknown: "?"
    case .value(let value): text(value)
    }
  }
}
