import RollModel
import Testing

@testable import Normalizers

struct SmallFieldTests {
  @Test(arguments: [
    ("5", 5, SmallNumber.Outcome.read), ("005", 5, .read), ("0", 0, .empty), ("", 0, .empty), ("-", 0, .empty),
    ("RT 05", 5, .repaired), ("TPS 003", 3, .repaired), ("TPS.003", 3, .repaired), ("RW:2", 2, .repaired),
    ("IV", 4, .repaired), ("1602052001003", 3, .repaired), ("003.0", 3, .repaired), ("MAWAR", 0, .unreadable),
    ("123456", 0, .unreadable), ("S", 0, .unreadable), ("nan", 0, .empty), ("NULL", 0, .empty), ("<NA>", 0, .empty),
    ("001.", 1, .repaired), ("3,0", 3, .repaired), ("3.00", 3, .repaired), ("3.5", 0, .unreadable),
    ("1 (SATU)", 1, .repaired), ("TPS 02 (DUA)", 2, .repaired), ("12 (dua belas)", 12, .repaired),
    ("1 (DUA)", 0, .unreadable), ("(1)", 0, .unreadable), ("DUA PULUH TIGA", 23, .repaired), ("SEBELAS", 11, .repaired),
    ("LOKSUS 901", 901, .repaired), ("TPS LOKSUS 902", 902, .repaired), ("Lokasi Khusus No. 903", 903, .repaired),
    ("LOKSUS 1", 0, .unreadable), ("LOKSUS", 0, .unreadable), ("TPS NO. 4", 4, .repaired), ("NO 4", 4, .repaired),
    ("1A", 0, .unreadable), ("TPS 1 DAN 2", 0, .unreadable), ("A", 0, .unreadable), ("PINDAHAN", 0, .unreadable),
    ("TNI ASRAMA", 0, .unreadable), ("tidak tahu", 0, .empty), ("Tidak ada", 0, .empty),
  ])
  func readsSmallNumbers(_ written: String, _ value: Int, _ outcome: SmallNumber.Outcome) {
    let read = withFieldBytes(written) { SmallNumber.read($0) }
    #expect(Int(read.value) == value)
    #expect(read.outcome == outcome)
  }

  @Test(arguments: [
    ("05/02", 5, 2, SmallNumber.Outcome.read), ("RT 05 RW 02", 5, 2, .read), ("005-002", 5, 2, .read),
    ("RW 02 RT 05", 5, 2, .read), ("rw.002/rt.005", 5, 2, .read), ("RW 3", 0, 3, .read), ("RT 3", 3, 0, .read),
    ("00/00", 0, 0, .empty), ("", 0, 0, .empty), ("None", 0, 0, .empty), ("7", 7, 0, .read),
    ("DUSUN", 0, 0, .unreadable),
  ])
  func readsPairs(_ written: String, _ rt: Int, _ rw: Int, _ outcome: SmallNumber.Outcome) {
    let read = withFieldBytes(written) { SmallNumber.pair($0) }
    #expect((Int(read.rt), Int(read.rw)) == (rt, rw))
    #expect(read.outcome == outcome)
  }

  /// One cell may hold both numbers of a neighbourhood.
  @Test(arguments: [
    ("RT.3/RW.2", "", "3 2"), ("RT.3/RW.2", "5", "3 5"), ("RT 03 RW 02", "002", "3 2"), ("01/02", "", "1 2"),
    ("01/02", "002", "1 2"), ("01/02", "3", "? 3"), ("", "RT 3 RW 2", "3 2"), ("4", "RT 3 RW 2", "4 2"),
    ("4", "01/02", "4 ?"), ("1A", "2", "? 2"), ("DUSUN 1/2", "", "? 0"), ("1/2/3", "", "? 0"), ("5", "6", "5 6"),
    ("RT 0/RW 2", "", "? 0"),
  ])
  func readsBothNumbersOfACell(_ rt: String, _ rw: String, _ read: String) {
    let numbers = withFieldBytes(rt) { rt in withFieldBytes(rw) { Neighbourhood.read(rt: rt, rw: $0) } }
    let words = [numbers.rt, numbers.rw].map { $0.outcome == .unreadable ? "?" : "\($0.value)" }
    #expect(words.joined(separator: " ") == read)
  }

  @Test(arguments: [
    ("1.003", 1003), ("12", 12), ("1,250", 1250), ("12.0", 12), ("x", -1), ("", -1), ("10.00", 10), ("10,00", 10),
    ("10,0", 10), ("7,00", 7), ("10,5", -1), ("10.25", -1), ("1.250,00", 1250), ("1,250.0", 1250), ("1.250,5", -1),
    ("1.250.000", 1_250_000), ("1 250", 1250), ("1 25", -1), ("1003.000", 1003), ("1003.500", -1), ("1.25", -1),
    ("0.123", -1), ("0.000", 0), ("0,00", 0), ("10.", 10), (".5", -1), ("1..000", -1), ("1.000,000.000", -1),
    ("10.0000", 10), ("12.34.567", -1), ("007", 7), ("1234567890", -1), ("-5", -1), ("10 orang", -1),
  ])
  func readsCounts(_ written: String, _ value: Int) {
    #expect(withFieldBytes(written) { SmallNumber.count($0) } ?? -1 == value)
  }

  @Test(arguments: [
    ("L", "L"), ("p", "P"), ("1", "L"), ("2", "P"), ("LK", "L"), ("Laki-laki", "L"), ("PEREMPUAN", "P"), ("S", "?"),
    ("", ""), ("-", ""), ("2.0", "P"), ("1,0", "L"), ("0.0", ""), ("nan", ""), ("1.5", "?"), ("W", "P"),
    ("Tidak diketahui", ""),
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
    ("Suket", "?"), ("KTP-el", "?"), ("tidak ada", ""), ("Tidak cacat", ""), ("CACAT NETRA/BUTA", "6"),
  ])
  func readsDisability(_ written: String, _ code: String) {
    #expect(word(withFieldBytes(written) { CodeText.disability($0) }) { "\($0)" } == code)
  }

  /// Who holds a card, or a letter in its place, has been recorded; what says neither is not known.
  @Test(arguments: [
    ("S", "S"), ("b", "B"), ("Suket", "S"), ("e-KTP", "S"), ("EKTP", "S"), ("KTP-el", "S"), ("Memiliki", "S"),
    ("Sudah Cetak", "S"), ("SUDAH REKAM", "S"), ("Sudah rekam, belum cetak", "S"), ("Belum Rekam", "B"),
    ("Belum memiliki KTP-el", "B"), ("Tidak ada", "B"), ("Belum Cetak", "?"), ("RUSAK", "?"), ("KTP LAMA", "?"),
    ("tidak tahu", ""), ("-", ""), ("", ""),
  ])
  func readsCards(_ written: String, _ code: String) {
    #expect(word(withFieldBytes(written) { CodeText.hasCard($0) }) { $0 ? "S" : "B" } == code)
  }

  @Test(arguments: [
    ("X", CodeTable.since2023, "?"), ("K.1", .since2023, "?"), ("A12", .since2023, "?"), ("U", .since2023, ""),
    ("v", .since2023, ""), ("B", .since2023, ""), ("BARU", .since2023, ""), ("√", .since2023, ""),
    ("RT3", .since2023, ""),
    ("K.1 pindahan", .since2023, ""),
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
    ("pindahan dari Jambi", .since2023, ""), ("pindah rumah dalam RT", .since2023, ""), ("ganda putra", .since2023, ""),
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
