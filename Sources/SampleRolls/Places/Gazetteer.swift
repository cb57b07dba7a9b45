/// Names and codes of places: the real kecamatan of Ogan Komering Ilir (public codes), made-up desa, towns of birth.
enum Gazetteer {
  static let kabupaten = 1602
  static let kabupatenName = "Ogan Komering Ilir"

  /// A kecamatan with its two-digit code and its share of the voters.
  struct Kecamatan: Sendable {
    let code: Int
    let name: String
    let share: Double
  }

  /// Source of codes and names: domain page, section 4; the shares are made up.
  static let kecamatan: [Kecamatan] = [
    Kecamatan(code: 2, name: "Tanjung Lubuk", share: 4.6), Kecamatan(code: 3, name: "Pedamaran", share: 6.1),
    Kecamatan(code: 4, name: "Mesuji", share: 6.0), Kecamatan(code: 5, name: "Kayu Agung", share: 9.2),
    Kecamatan(code: 8, name: "Sirah Pulau Padang", share: 5.9), Kecamatan(code: 11, name: "Tulung Selapan", share: 6.1),
    Kecamatan(code: 12, name: "Pampangan", share: 3.9), Kecamatan(code: 13, name: "Lempuing", share: 10.6),
    Kecamatan(code: 14, name: "Air Sugihan", share: 5.0), Kecamatan(code: 15, name: "Sungai Menang", share: 6.3),
    Kecamatan(code: 17, name: "Jejawi", share: 5.4), Kecamatan(code: 18, name: "Cengal", share: 6.2),
    Kecamatan(code: 19, name: "Pangkalan Lampam", share: 3.6), Kecamatan(code: 20, name: "Mesuji Makmur", share: 7.0),
    Kecamatan(code: 21, name: "Mesuji Raya", share: 5.2), Kecamatan(code: 22, name: "Lempuing Jaya", share: 9.0),
    Kecamatan(code: 23, name: "Teluk Gelam", share: 3.2), Kecamatan(code: 24, name: "Pedamaran Timur", share: 2.9),
  ]

  /// The kecamatan of the kabupaten's seat, by number: half of a kabupaten was "born" in its town.
  static let seat = 3

  /// Region codes (digits 1–6 of a NIK) of places that people were first registered in before they came.
  static let foreignRegions: [Int] = [
    160_101, 160_118, 160_307, 160_405, 160_610, 160_702, 160_714, 161_001, 161_005, 167_102, 167_106, 167_111,
    180_203, 180_510, 180_808, 187_105, 320_512, 320_732, 321_108, 330_115, 330_217, 330_822, 331_009, 331_214,
    340_206, 340_311, 350_208, 350_517, 351_004, 352_216, 352_606, 510_301, 510_803, 120_912, 127_103, 130_807,
    110_604, 317_205, 360_311, 730_810, 530_614, 810_106,
  ]
  /// Of these, how many lie in Java, from `javaStart`; used for families that came by transmigration.
  static let javaStart = 16
  static let javaCount = 15

  /// Places of birth besides desa and kecamatan: the kabupaten itself first, then towns and kabupaten elsewhere.
  static let towns: [String] = [
    "OGAN KOMERING ILIR", "PALEMBANG", "OGAN ILIR", "OKU TIMUR", "BATURAJA", "PRABUMULIH", "MUARA ENIM", "LAHAT",
    "MUSI BANYUASIN",
    "BANYUASIN", "LUBUK LINGGAU", "TULANG BAWANG", "LAMPUNG TENGAH", "BANDAR LAMPUNG", "METRO", "KOTABUMI",
    "MESUJI LAMPUNG",
    "KEBUMEN", "CILACAP", "BANYUMAS", "MAGELANG", "KLATEN", "WONOGIRI", "BOYOLALI", "GUNUNG KIDUL", "KULON PROGO",
    "BANTUL", "TRENGGALEK", "PONOROGO", "NGAWI", "BLITAR", "KEDIRI", "BANYUWANGI", "SAMPANG", "BANGKALAN", "GARUT",
    "TASIKMALAYA", "CIAMIS", "SUMEDANG", "SERANG", "JAKARTA", "TANGERANG", "KARANGASEM", "BULELENG", "TABANAN", "MEDAN",
    "TAPANULI UTARA", "SIMALUNGUN", "PADANG", "AGAM", "PARIAMAN", "BONE", "WAJO", "SINJAI", "ACEH UTARA", "PIDIE",
    "PANGKAL PINANG", "BENGKULU", "JAMBI", "KUPANG", "ENDE", "AMBON", "BIAK",
  ]

  /// First and second parts of made-up desa names.
  static let desaHeads = [
    "Suka", "Tanjung", "Muara", "Lubuk", "Pulau", "Bumi", "Sumber", "Talang", "Rantau", "Karang", "Air", "Teluk",
    "Marga", "Sri", "Cipta", "Mekar", "Sido", "Tirta", "Kuala", "Ulak", "Pematang", "Serdang", "Simpang", "Embacang",
    "Gading", "Panca", "Tugu", "Balian", "Kerta", "Pagar", "Jati", "Mulya", "Tebing", "Bukit", "Lebak", "Sungai",
    "Wana", "Dharma", "Rawa", "Surya",
  ]
  static let desaTails = [
    "Jaya", "Makmur", "Sari", "Mulya", "Harapan", "Agung", "Indah", "Raya", "Baru", "Lestari", "Sejahtera", "Sakti",
    "Batu", "Kencana", "Rejo", "Mukti", "Setia", "Dalam", "Pinang", "Beringin", "Kemang", "Ampel", "Tembesu", "Gelam",
    "Seri", "Damai", "Asri", "Bakti", "Utama", "Permai", "Laga", "Rimba", "Nyaring", "Cahaya", "Tunggal", "Pasir",
    "Kijang", "Merbau", "Nibung", "Serasan",
  ]

  /// Streets and hamlets; each RT uses a few of them.
  static let streets = [
    "DUSUN I", "DUSUN II", "DUSUN III", "DUSUN IV", "DUSUN V", "DSN SUKA DAMAI", "DSN MEKAR JAYA", "DSN TALANG BARU",
    "DSN KARANG ANYAR", "JL MERDEKA", "JL PASAR LAMA", "JL LINTAS TIMUR", "JL MASJID", "JL PENDIDIKAN", "JL KENANGA",
    "JL MELATI", "JL CEMPAKA", "JL PERINTIS", "JL SUNGAI BARU", "JL TRANS BLOK A", "JL TRANS BLOK B", "JL TRANS BLOK C",
    "KP SUKAJADI", "KP TENGAH", "KP BARU", "LRG DAMAI", "LRG KELUARGA", "LRG MASJID", "BLOK A", "BLOK B", "BLOK C",
    "BLOK D", "TALANG RIMBA", "PARIT III", "PARIT VII", "SP JALUR 3", "SP JALUR 7", "PERUM GRIYA ASRI",
  ]
}
