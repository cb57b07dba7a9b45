import RollModel
import Similarity

/// The words of explanations and of the model's tables.
enum Words {
  static let prior = "peluang awal"
  static let twoRows = "dua baris sembarang dari daftar"
  static let rowAndVoter = "satu baris daftar pembanding dan satu pemilih"
  static let others = "calon lain"
  static let nobody = "pemilih lain, atau orang di luar daftar"
  static let name = "nama"
  static let length = "jumlah kata nama"
  static let birth = "tanggal lahir"
  /// By `BirthLevel`, of dates of which one side knows the year alone, or all but the year.
  static let birthYear = "tahun lahir"
  static let birthYears = [0: same, 4: "beda satu angka"]
  static let dayMonth = "hari dan bulan lahir"
  static let dayMonths = [0: same, 1: "tertukar", 3: "salah satunya sama"]
  static let age = "umur"
  static let number = "NIK (mengingat tanggal lahir)"
  static let numberShort = "NIK"
  static let numberCap = "batas nilai NIK"
  static let numberCapLevel = "tanggal dalam NIK sama, tanggal lahirnya tidak"
  static let familyCard = "NKK"
  static let place = "tempat lahir"
  static let sex = "jenis kelamin"
  static let residence = "tempat tinggal"
  static let residenceShort = "tinggal"
  static let marital = "status kawin"
  static let father = "nama ayah"
  static let fathers = ["sama", "mirip", "berbeda"]
  static let household = "koreksi satu keluarga"
  static let householdLevel = "anggota lain dari keluarga yang sama juga mungkin"
  static let twins = "koreksi saudara kembar"
  static let twinsLevel = "saudara kembar yang tinggal terpisah juga mungkin"
  static let perhapsTwin = "; mungkin saudara kembarnya: nomor urut NIK berdekatan, namanya lain"
  static let same = "sama"
  static let different = "berbeda"
  static let agreeing = "Sama: "
  static let differing = "berbeda: "
  static let lengths = ["sama", "selisih satu", "selisih lebih dari satu"]
  static let births = [
    "sama", "hari dan bulan tertukar", "tahun sama, salah satunya tanggal umum (1 Januari, 1 Juli, 31 Desember)",
    "tahun sama dan hari atau bulan sama", "hari dan bulan sama, tahun beda satu angka", "hari dan bulan sama",
    "hanya tahun sama", "berbeda satu ketikan", "berbeda",
  ]
  static let places = ["sama", "mirip ejaannya", "berbeda"]
  static let residences = [
    "satu alamat", "satu desa", "satu kecamatan", "lain kecamatan", "alamat sama, desa tidak tertulis",
  ]
  /// The same where kabupaten stand for desa and provinces for kecamatan (`JoinedCensus`).
  static let oneStepUp = [("satu kecamatan", "satu provinsi"), ("lain kecamatan", "lain provinsi")]
  /// By `NameEvent`, of one token.
  static let events = [
    "kata sama", "kata sebunyi", "kata beda satu huruf", "kata beda dua huruf", "kata disingkat", "kata digabung",
    "kata berbeda", "kata hanya pada satu baris",
  ]

  static func card(_ c: Comparison, _ mode: NumberMode) -> String {
    if c.isNearCard { return "beda satu angka" }
    guard c.familyCard == 1 else { return different }
    return mode.isWeak ? "sama pada angka yang ada" : same
  }

  static func number(_ c: Comparison, _ mode: NumberMode) -> String {
    c.numberLevel == 7 && !c.isFullDate ? "berbeda, juga tanggal di dalamnya" : number(c.numberLevel, mode)
  }

  static func number(_ level: Int, _ mode: NumberMode) -> String {
    switch (level, mode) {
    case (0, .full): "sama"
    case (0, .truncated): "sama pada 15 angka pertama"
    case (0, .masked): "sama pada 10 angka yang terlihat"
    case (1, _): "beda satu angka pada kode wilayah"
    case (2, _): "beda satu angka pada tanggal"
    case (3, _): "wilayah dan tanggal sama, nomor urut berbeda"
    case (4, _): "hanya tanggalnya sama"
    case (5, _): "hanya wilayahnya sama"
    case (7, _): "berbeda, masing-masing sesuai tanggal lahirnya sendiri"
    default: "berbeda"
    }
  }

  /// A whole name in a few words.
  static func name(_ c: Comparison) -> String {
    if c.nameEvents >> 8 == 0, c.events(.exact) > 0 { return same }
    var text = ""
    for event in NameEvent.allCases where c.events(event) > 0 {
      if !text.isEmpty { text += " + " }
      text += String(c.events(event))
      text += " "
      text += events[Int(event.rawValue)]
    }
    return text
  }

  /// One aligned token: which beside which, and how alike.
  static func token(_ part: NameAlignment.Part, _ x: ArraySlice<String>, _ y: ArraySlice<String>) -> String {
    let one = spelled(x)
    if part.event == .exact { return one + " sama" }
    let other = spelled(y)
    return one + " – " + other + kind(part, one, other)
  }

  /// Mostly one word, which needs no joining.
  private static func spelled(_ words: ArraySlice<String>) -> String {
    if words.count == 1, let only = words.first { return only }
    return words.joined(separator: " ")
  }

  private static func kind(_ part: NameAlignment.Part, _ one: String, _ other: String) -> String {
    if part.event == .glue { return ": ditulis serangkai" }
    return switch part.level {
    case .phonetic: ": sama bunyinya"
    case .typo: isSpelled(one, other, within: 1) ? ": beda satu huruf" : ": bunyinya beda satu huruf"
    case .typos: isSpelled(one, other, within: 2) ? ": beda dua huruf" : ": bunyinya beda dua huruf"
    case .initial: ": huruf awalnya saja"
    case .short: ": awal kata saja"
    case .vowelless: ": tanpa huruf vokal"
    case .ending: ": akhir kata saja"
    default: ""
    }
  }

  /// Whether the letters themselves differ by so few edits, or only the sounds do (SUHARTO, SUWARNO).
  private static func isSpelled(_ one: String, _ other: String, within edits: Int) -> Bool {
    AlignmentDistance()(Array(one.utf8), Array(other.utf8)) <= edits
  }

  /// Tokens left over on both sides.
  static func conflict(_ x: [String], _ y: [String]) -> String {
    x.joined(separator: " ") + " – " + y.joined(separator: " ") + ": berbeda"
  }

  static func length(_ level: Int, extra: [String]) -> String {
    extra.isEmpty ? lengths[level] : lengths[level] + "; " + extra.joined(separator: " ") + " hanya pada satu baris"
  }
}
