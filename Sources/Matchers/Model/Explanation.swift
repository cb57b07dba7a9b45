import Glibc
import RollModel

/// Puts a weighed comparison into lines of bits and into a sentence.
struct Explainer {
  let mode: NumberMode
  let likelihoods: Likelihoods
  let chances: Chances

  /// One line a comparison, prior first; weights sum to the odds.
  func lines(_ c: Comparison, _ parts: Model.Parts, prior: Words.Prior, correction: Double = 0) -> [EvidenceLine] {
    var lines = [
      EvidenceLine(
        comparison: Words.prior, level: prior.rawValue, m: nil, u: nil, weight: MatchWeight(parts.prior + correction))
    ]
    func add(_ comparison: String, _ level: String, m: Double?, chance: Float?, _ bits: Double) {
      lines.append(
        EvidenceLine(
          comparison: comparison, level: level, m: m, u: chance.map { exp2(-Double($0)) },
          weight: MatchWeight(bits)))
    }
    if c.nameEvents != 0 {
      add(Words.name, Words.name(c), m: nil, chance: c.nameChance > 0 ? c.nameChance : nil, parts.name)
    }
    if c.lengthLevel >= 0 {
      let k = Int(c.lengthLevel)
      add(Words.length, Words.lengths[k], m: likelihoods.length[k], chance: c.lengthChance, parts.length)
    }
    if c.birthLevel >= 0 {
      let k = Int(c.birthLevel)
      add(Words.birth, Words.births[k], m: likelihoods.birth[k], chance: c.birthChance, parts.birth)
    }
    if c.numberCell >= 0 {
      let cell = Int(c.numberCell)
      lines.append(
        EvidenceLine(
          comparison: Words.number, level: Words.number(c.numberLevel, mode), m: likelihoods.number[cell],
          u: chances.number[cell], weight: MatchWeight(parts.number)))
    }
    if c.familyCard >= 0 {
      let same = c.familyCard == 1
      lines.append(
        EvidenceLine(
          comparison: Words.familyCard, level: same ? Words.same : Words.different,
          m: likelihoods.familyCard[same ? 1 : 0],
          u: same ? chances.sameFamilyCard : 1 - chances.sameFamilyCard, weight: MatchWeight(parts.familyCard)))
    }
    if c.placeLevel >= 0 {
      let k = Int(c.placeLevel)
      add(Words.place, Words.places[k], m: likelihoods.place[k], chance: c.placeChance, parts.place)
    }
    if c.sexLevel >= 0 {
      let k = Int(c.sexLevel)
      add(Words.sex, k == 0 ? Words.same : Words.different, m: likelihoods.sex[k], chance: c.sexChance, parts.sex)
    }
    if c.residenceLevel >= 0, c.familyCard != 1 {
      let k = Int(c.residenceLevel)
      add(
        Words.residence, Words.residences[k], m: likelihoods.residence[k], chance: c.residenceChance, parts.residence)
    }
    if c.maritalLevel >= 0 {
      let k = Int(c.maritalLevel)
      lines.append(
        EvidenceLine(
          comparison: Words.marital, level: k == 0 ? Words.same : Words.different, m: likelihoods.marital[k],
          u: chances.marital[k], weight: MatchWeight(parts.marital)))
    }
    if parts.household != 0 {
      lines.append(
        EvidenceLine(
          comparison: Words.household, level: Words.householdLevel, m: nil, u: nil,
          weight: MatchWeight(parts.household)))
    }
    return lines
  }

  /// What agrees and what does not, in one sentence.
  func words(_ c: Comparison) -> String {
    var agree: [String] = []
    var differ: [String] = []
    func put(_ text: String, _ agrees: Bool) { if agrees { agree.append(text) } else { differ.append(text) } }
    if c.nameEvents != 0 { put(Words.name + " " + Words.name(c), c.given > 0) }
    if c.birthLevel >= 0 { put(Words.birth + " " + Words.births[Int(c.birthLevel)], c.birthLevel == 0) }
    if c.numberCell >= 0 { put(Words.numberShort + " " + Words.number(c.numberLevel, mode), c.numberLevel == 0) }
    if c.familyCard >= 0 {
      put(Words.familyCard + " " + (c.familyCard == 1 ? Words.same : Words.different), c.familyCard == 1)
    }
    if c.placeLevel >= 0 { put(Words.place + " " + Words.places[Int(c.placeLevel)], c.placeLevel == 0) }
    if c.residenceLevel >= 0 {
      put(
        Words.residence + " " + Words.residences[Int(c.residenceLevel)], c.residenceLevel <= 1 || c.residenceLevel == 4)
    }
    if c.sexLevel == 1 { put(Words.sex + " " + Words.different, false) }
    let first = agree.isEmpty ? "" : Words.agreeing + agree.joined(separator: ", ")
    let second = differ.isEmpty ? "" : Words.differing + differ.joined(separator: ", ")
    return [first, second].filter { !$0.isEmpty }.joined(separator: "; ")
  }

}

/// The words of explanations.
enum Words {
  enum Prior: String {
    case duplicate = "dua baris sembarang dari daftar"
    case link = "satu baris daftar pembanding dan satu pemilih"
  }

  static let prior = "peluang awal"
  static let name = "nama"
  static let length = "jumlah kata nama"
  static let birth = "tanggal lahir"
  static let number = "NIK (dengan memperhatikan tanggal lahir)"
  static let numberShort = "NIK"
  static let familyCard = "NKK"
  static let place = "tempat lahir"
  static let sex = "jenis kelamin"
  static let residence = "tempat tinggal"
  static let marital = "status kawin"
  static let household = "koreksi satu keluarga"
  static let householdLevel = "anggota lain dari keluarga yang sama juga mungkin"
  static let same = "sama"
  static let different = "berbeda"
  static let agreeing = "Cocok: "
  static let differing = "berbeda: "
  static let lengths = ["sama", "selisih satu", "selisih lebih dari satu"]
  static let births = [
    "sama", "hari dan bulan tertukar", "tahun sama, salah satunya tanggal umum (1 Januari, 1 Juli, 31 Desember)",
    "tahun sama dan hari atau bulan sama", "hari dan bulan sama, tahun beda satu angka", "hari dan bulan sama",
    "hanya tahun sama", "", "berbeda",
  ]
  static let places = ["sama", "mirip ejaannya", "berbeda"]
  static let residences = [
    "satu alamat", "satu desa", "satu kecamatan", "lain kecamatan", "alamat sama, desa tidak tertulis",
  ]

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

  static func name(_ c: Comparison) -> String {
    if c.nameEvents >> 8 == 0, c.events(.exact) > 0 { return same }
    let counted: [(NameEvent, String)] = [
      (.exact, "kata sama"), (.phonetic, "kata sebunyi"), (.typo, "kata beda satu huruf"),
      (.typos, "kata beda dua huruf"), (.short, "kata disingkat"), (.glue, "kata digabung"),
      (.conflict, "kata berbeda"), (.extra, "kata hanya pada satu baris"),
    ]
    return counted.filter { c.events($0.0) > 0 }.map { "\(c.events($0.0)) \($0.1)" }.joined(separator: " + ")
  }
}
