import RollModel

/// What speaks for a role, and how much: the whole of the guessing, as data.
///
/// Points add up. A word of four letters or fewer has to stand alone; a longer one may begin another word.
enum RoleClues {
  /// Words of the kind that stand in names of files and folders, in headers, and in the values of columns of words.
  struct Words: Sendable {
    let role: Role
    let points: Int
    let words: [String]
  }

  /// In the name of the file or of a folder on its way.
  static let names: [Words] = [
    Words(
      role: .deaths, points: 6,
      words: ["kematian", "meninggal", "akta", "wafat", "mati", "almarhum", "almarhumah", "duka", "jenazah"]),
    Words(role: .moves, points: 6, words: ["pindah", "perpindahan", "domisili", "mutasi", "skpwni"]),
    Words(role: .military, points: 6, words: ["tni", "prajurit", "kodim", "koramil", "lanal", "lanud"]),
    Words(role: .police, points: 6, words: ["polri", "polisi", "polres", "polsek", "polda", "brimob"]),
    Words(role: .foreigners, points: 6, words: ["wna", "asing", "imigrasi"]),
    Words(role: .revoked, points: 6, words: ["dicabut", "pencabutan", "putusan", "pengadilan", "inkrah"]),
    Words(role: .visits, points: 6, words: ["coklit", "stiker", "pantarlih", "pencocokan"]),
    Words(
      role: .residents, points: 6, words: ["penduduk", "dp4", "dukcapil", "disdukcapil", "kependudukan", "perekaman"]),
    Words(role: .specialList, points: 6, words: ["dpk", "dpktb", "khusus"]),
    Words(role: .officialCounts, points: 6, words: ["rekap", "rekapitulasi"]),
    Words(role: .areas, points: 6, words: ["wilayah", "kewilayahan"]),
    Words(role: .signsOfLife, points: 6, words: ["hadir", "kehadiran", "kunjungan", "bukti", "hidup"]),
    Words(role: .complaints, points: 6, words: ["posko", "aduan", "pengaduan"]),
    Words(role: .roll, points: 4, words: ["dpt", "dps", "dpshp", "dphp", "dpb", "pdpb", "pemilih"]),
  ]

  /// In a header.
  static let headers: [Words] = [
    Words(
      role: .deaths, points: 6, words: ["meninggal", "kematian", "wafat", "almarhum", "jenazah", "pemakaman", "mati"]),
    Words(role: .moves, points: 6, words: ["pindah", "tujuan", "skpwni"]),
    Words(role: .military, points: 3, words: ["kesatuan", "matra", "dilantik", "nrp"]),
    Words(role: .police, points: 2, words: ["kesatuan", "dilantik", "nrp"]),
    Words(
      role: .foreigners, points: 6, words: ["kewarganegaraan", "kebangsaan", "paspor", "kitas", "kitap", "negara"]),
    Words(role: .revoked, points: 6, words: ["putusan", "pengadilan", "amar", "perkara"]),
    Words(role: .visits, points: 5, words: ["coklit", "stiker", "pantarlih"]),
    Words(role: .signsOfLife, points: 5, words: ["hadir", "kehadiran", "kunjungan"]),
    Words(role: .complaints, points: 6, words: ["pelapor", "pengadu", "aduan"]),
    Words(role: .roll, points: 3, words: ["saring", "pemilih", "kpu"]),
  ]

  /// In three of ten values of a column of words that is neither name nor place.
  static let values: [Words] = [
    Words(role: .deaths, points: 5, words: ["kematian", "meninggal", "wafat", "almarhum"]),
    Words(role: .moves, points: 5, words: ["pindah", "skpwni", "skpd"]),
    Words(role: .military, points: 5, words: ["tni", "kodim", "koramil", "prajurit"]),
    Words(role: .police, points: 5, words: ["polri", "polres", "polsek", "polda", "polisi"]),
    Words(role: .foreigners, points: 5, words: ["wna", "imigrasi", "asing", "paspor", "kitas", "kitap"]),
    Words(role: .revoked, points: 5, words: ["putusan", "inkrah", "pengadilan", "dicabut"]),
    Words(role: .signsOfLife, points: 5, words: ["hadir", "kunjungan"]),
  ]

  /// Fields that a header is known to have.
  static let fields: [(role: Role, field: Field, points: Int)] = [
    (.roll, .tps, 2), (.roll, .marital, 1), (.roll, .rollID, 2), (.roll, .remark, 1), (.roll, .disability, 1),
    (.roll, .nkk, 1), (.roll, .rt, 1),
    (.residents, .nkk, 1), (.residents, .marital, 1), (.residents, .rt, 1), (.residents, .cardStatus, 2),
    (.deaths, .deathDate, 4), (.outside, .rowHash, 12), (.outside, .pairID, 6),
    (.visits, .sticker, 4), (.visits, .surveyor, 4), (.visits, .nkk, 1), (.visits, .visitDate, 1),
    (.visits, .visitedNoSticker, 4), (.visits, .stickerNotVisited, 4), (.visits, .visitedWithSticker, 4),
    (.officialCounts, .before, 3), (.officialCounts, .beforeMen, 3), (.officialCounts, .newMen, 3),
    (.officialCounts, .men, 3), (.officialCounts, .women, 3), (.officialCounts, .total, 3),
    (.areas, .households, 4), (.areas, .areaCode, 1), (.areas, .desa, 1), (.areas, .rt, 1),
  ]

  /// Layouts of which four in five headers are there.
  static let layouts: [(layout: String, role: Role, points: Int)] = [
    ("buku kerja kabupaten", .roll, 5), ("ekspor berpembatas pagar", .roll, 5), ("Model A-Daftar Pemilih", .roll, 5),
    ("salinan DPS untuk pengamat", .roll, 5), ("ekspor lama", .roll, 5), ("DP4 tanpa judul", .residents, 9),
  ]

  /// A folder that bears the very name of a role says all.
  static let folder = 100
  /// Numbers of persons in a list of areas or counts, or rows that lack what the role needs.
  static let contradiction = -20
  /// Fewer points, or no more than the next role has, and nothing is guessed.
  static let fewest = 3

  /// Words in the name of a roll that say that it is an earlier one.
  static let earlier = ["lama", "sebelumnya", "lalu", "arsip", "terdahulu"]

  /// Stages of a roll in the order in which they come; a later one is newer where no dates say more.
  static let stages: [(words: [String], rank: Int)] = [
    (["dp4"], 1), (["dphp"], 2), (["dps"], 3), (["dpshp"], 4), (["dpt"], 5), (["dpb", "pdpb"], 6),
  ]
}
