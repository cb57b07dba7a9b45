/// Names of the kabupaten and kota of a province by code (Kepmendagri 300.2.2-2138/2025).
public enum KabupatenNames {
  /// `Kabupaten Ogan Komering Ilir`, `Kota Palembang`; nil for a code that the decree does not have.
  public static func name(_ code: AreaCode) -> String? { names[code.kabupaten.number] }

  /// The name, else the code with the word for its level.
  public static func title(_ code: AreaCode) -> String { name(code) ?? "Kabupaten/Kota \(code.kabupaten)" }

  /// All of the country, in order of code.
  public static let codes = names.keys.sorted().map { AreaCode(number: $0) }

  /// All of a province, in order of code.
  public static func codes(in province: AreaCode) -> [AreaCode] {
    codes.filter { $0.province == province.province }
  }

  /// What somebody wrote for a kabupaten of the province: its code with or without dots, the last two digits of it, or its
  /// name. A name that a kabupaten and a kota share is the kota's only where the word is written.
  public static func code(written text: String, in province: AreaCode) -> AreaCode? {
    let words = words(text)
    let digits = words.joined()
    if !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) {
      if digits.count == 2, let last = UInt64(digits) {
        return AreaCode(number: province.province.number + last * 1_000_000)
      }
      guard let code = AreaCode(digits), digits.count >= 4 else { return nil }
      return code.kabupaten
    }
    let isCity = words.first == "KOTA" || words.first == "KODYA"
    let name = Array(words.drop { levels.contains($0) }).joined()
    guard !name.isEmpty else { return nil }
    let found = (byName[name] ?? []).filter { $0.province == province.province }
    return found.first { $0.isCity == isCity } ?? found.first
  }

  /// Every kabupaten and kota of the country with this name, written in capital letters and digits alone, without the word
  /// for its level.
  public static func codes(named name: String) -> [AreaCode] { byName[name] ?? [] }

  /// The first letters of a name of three words or more: `OKI`; nil for a shorter name, and for a code that the decree does
  /// not have.
  public static func initials(_ code: AreaCode) -> String? {
    let parts = words(name(code) ?? "").drop { levels.contains($0) }
    return parts.count < 3 ? nil : String(parts.compactMap(\.first))
  }

  private static func words(_ text: String) -> [String] {
    text.uppercased().split { !("A"..."Z").contains($0) && !("0"..."9").contains($0) }.map(String.init)
  }

  private static let levels: Set<String> = [
    "KABUPATEN", "KAB", "KOTA", "KODYA", "KOTAMADYA", "ADMINISTRASI", "ADM", "KABKOTA",
  ]

  private static let names: [UInt64: String] = {
    var names: [UInt64: String] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      guard parts.count == 3, let province = UInt64(parts[0]) else { continue }
      for (first, level, list) in [(1, "Kabupaten ", parts[1]), (71, "Kota ", parts[2])]
        as [(UInt64, String, Substring)]
      {
        for (place, name) in list.split(separator: ",", omittingEmptySubsequences: false).enumerated()
        where !name.isEmpty {
          names[(province * 100 + first + UInt64(place)) * 1_000_000] = level + name
        }
      }
    }
    return names
  }()

  private static let byName: [String: [AreaCode]] = Dictionary(
    grouping: codes
  ) { code in words(names[code.number] ?? "").drop { levels.contains($0) }.joined() }

  /// Province, kabupaten from 01 on, kota from 71 on; nothing where a number is not given out.
  private static let table = """
    11|Aceh Selatan,Aceh Tenggara,Aceh Timur,Aceh Tengah,Aceh Barat,Aceh Besar,Pidie,Aceh Utara,Simeulue,\
    Aceh Singkil,Bireuen,Aceh Barat Daya,Gayo Lues,Aceh Jaya,Nagan Raya,Aceh Tamiang,Bener Meriah,\
    Pidie Jaya|Banda Aceh,Sabang,Lhokseumawe,Langsa,Subulussalam
    12|Tapanuli Tengah,Tapanuli Utara,Tapanuli Selatan,Nias,Langkat,Karo,Deli Serdang,Simalungun,Asahan,\
    Labuhanbatu,Dairi,Toba,Mandailing Natal,Nias Selatan,Pakpak Bharat,Humbang Hasundutan,Samosir,Serdang Bedagai,\
    Batu Bara,Padang Lawas Utara,Padang Lawas,Labuhanbatu Selatan,Labuhanbatu Utara,Nias Utara,Nias Barat|Medan,\
    Pematangsiantar,Sibolga,Tanjung Balai,Binjai,Tebing Tinggi,Padang Sidempuan,Gunungsitoli
    13|Pesisir Selatan,Solok,Sijunjung,Tanah Datar,Padang Pariaman,Agam,Lima Puluh Kota,Pasaman,\
    Kepulauan Mentawai,Dharmasraya,Solok Selatan,Pasaman Barat|Padang,Solok,Sawahlunto,Padang Panjang,Bukittinggi,\
    Payakumbuh,Pariaman
    14|Kampar,Indragiri Hulu,Bengkalis,Indragiri Hilir,Pelalawan,Rokan Hulu,Rokan Hilir,Siak,Kuantan Singingi,\
    Kepulauan Meranti|Pekanbaru,Dumai
    15|Kerinci,Merangin,Sarolangun,Batanghari,Muaro Jambi,Tanjung Jabung Barat,Tanjung Jabung Timur,Bungo,\
    Tebo|Jambi,Sungai Penuh
    16|Ogan Komering Ulu,Ogan Komering Ilir,Muara Enim,Lahat,Musi Rawas,Musi Banyuasin,Banyuasin,\
    Ogan Komering Ulu Timur,Ogan Komering Ulu Selatan,Ogan Ilir,Empat Lawang,Penukal Abab Lematang Ilir,\
    Musi Rawas Utara|Palembang,Pagar Alam,Lubuk Linggau,Prabumulih
    17|Bengkulu Selatan,Rejang Lebong,Bengkulu Utara,Kaur,Seluma,Muko Muko,Lebong,Kepahiang,\
    Bengkulu Tengah|Bengkulu
    18|Lampung Selatan,Lampung Tengah,Lampung Utara,Lampung Barat,Tulang Bawang,Tanggamus,Lampung Timur,Way Kanan,\
    Pesawaran,Pringsewu,Mesuji,Tulang Bawang Barat,Pesisir Barat|Bandar Lampung,Metro
    19|Bangka,Belitung,Bangka Selatan,Bangka Tengah,Bangka Barat,Belitung Timur|Pangkal Pinang
    21|Bintan,Karimun,Natuna,Lingga,Kepulauan Anambas|Batam,Tanjung Pinang
    31|Administrasi Kepulauan Seribu|Administrasi Jakarta Pusat,Administrasi Jakarta Utara,\
    Administrasi Jakarta Barat,Administrasi Jakarta Selatan,Administrasi Jakarta Timur
    32|Bogor,Sukabumi,Cianjur,Bandung,Garut,Tasikmalaya,Ciamis,Kuningan,Cirebon,Majalengka,Sumedang,Indramayu,\
    Subang,Purwakarta,Karawang,Bekasi,Bandung Barat,Pangandaran|Bogor,Sukabumi,Bandung,Cirebon,Bekasi,Depok,\
    Cimahi,Tasikmalaya,Banjar
    33|Cilacap,Banyumas,Purbalingga,Banjarnegara,Kebumen,Purworejo,Wonosobo,Magelang,Boyolali,Klaten,Sukoharjo,\
    Wonogiri,Karanganyar,Sragen,Grobogan,Blora,Rembang,Pati,Kudus,Jepara,Demak,Semarang,Temanggung,Kendal,Batang,\
    Pekalongan,Pemalang,Tegal,Brebes|Magelang,Surakarta,Salatiga,Semarang,Pekalongan,Tegal
    34|Kulon Progo,Bantul,Gunungkidul,Sleman|Yogyakarta
    35|Pacitan,Ponorogo,Trenggalek,Tulungagung,Blitar,Kediri,Malang,Lumajang,Jember,Banyuwangi,Bondowoso,\
    Situbondo,Probolinggo,Pasuruan,Sidoarjo,Mojokerto,Jombang,Nganjuk,Madiun,Magetan,Ngawi,Bojonegoro,Tuban,\
    Lamongan,Gresik,Bangkalan,Sampang,Pamekasan,Sumenep|Kediri,Blitar,Malang,Probolinggo,Pasuruan,Mojokerto,\
    Madiun,Surabaya,Batu
    36|Pandeglang,Lebak,Tangerang,Serang|Tangerang,Cilegon,Serang,Tangerang Selatan
    51|Jembrana,Tabanan,Badung,Gianyar,Klungkung,Bangli,Karangasem,Buleleng|Denpasar
    52|Lombok Barat,Lombok Tengah,Lombok Timur,Sumbawa,Dompu,Bima,Sumbawa Barat,Lombok Utara|Mataram,Bima
    53|Kupang,Timor Tengah Selatan,Timor Tengah Utara,Belu,Alor,Flores Timur,Sikka,Ende,Ngada,Manggarai,\
    Sumba Timur,Sumba Barat,Lembata,Rote Ndao,Manggarai Barat,Nagekeo,Sumba Tengah,Sumba Barat Daya,\
    Manggarai Timur,Sabu Raijua,Malaka|Kupang
    61|Sambas,Mempawah,Sanggau,Ketapang,Sintang,Kapuas Hulu,Bengkayang,Landak,Sekadau,Melawi,Kayong Utara,\
    Kubu Raya|Pontianak,Singkawang
    62|Kotawaringin Barat,Kotawaringin Timur,Kapuas,Barito Selatan,Barito Utara,Katingan,Seruyan,Sukamara,\
    Lamandau,Gunung Mas,Pulang Pisau,Murung Raya,Barito Timur|Palangka Raya
    63|Tanah Laut,Kotabaru,Banjar,Barito Kuala,Tapin,Hulu Sungai Selatan,Hulu Sungai Tengah,Hulu Sungai Utara,\
    Tabalong,Tanah Bumbu,Balangan|Banjarmasin,Banjarbaru
    64|Paser,Kutai Kartanegara,Berau,,,,Kutai Barat,Kutai Timur,Penajam Paser Utara,,Mahakam Ulu|Balikpapan,\
    Samarinda,,Bontang
    65|Bulungan,Malinau,Nunukan,Tana Tidung|Tarakan
    71|Bolaang Mongondow,Minahasa,Kepulauan Sangihe,Kepulauan Talaud,Minahasa Selatan,Minahasa Utara,\
    Minahasa Tenggara,Bolaang Mongondow Utara,Kepulauan Siau Tagulandang Biaro,Bolaang Mongondow Timur,\
    Bolaang Mongondow Selatan|Manado,Bitung,Tomohon,Kotamobagu
    72|Banggai,Poso,Donggala,Toli Toli,Buol,Morowali,Banggai Kepulauan,Parigi Moutong,Tojo Una Una,Sigi,\
    Banggai Laut,Morowali Utara|Palu
    73|Kepulauan Selayar,Bulukumba,Bantaeng,Jeneponto,Takalar,Gowa,Sinjai,Bone,Maros,Pangkajene dan Kepulauan,\
    Barru,Soppeng,Wajo,Sidenreng Rappang,Pinrang,Enrekang,Luwu,Tana Toraja,,,,Luwu Utara,,Luwu Timur,,\
    Toraja Utara|Makassar,Parepare,Palopo
    74|Kolaka,Konawe,Muna,Buton,Konawe Selatan,Bombana,Wakatobi,Kolaka Utara,Konawe Utara,Buton Utara,\
    Kolaka Timur,Konawe Kepulauan,Muna Barat,Buton Tengah,Buton Selatan|Kendari,Bau Bau
    75|Gorontalo,Boalemo,Bone Bolango,Pohuwato,Gorontalo Utara|Gorontalo
    76|Pasangkayu,Mamuju,Mamasa,Polewali Mandar,Majene,Mamuju Tengah|
    81|Maluku Tengah,Maluku Tenggara,Kepulauan Tanimbar,Buru,Seram Bagian Timur,Seram Bagian Barat,Kepulauan Aru,\
    Maluku Barat Daya,Buru Selatan|Ambon,Tual
    82|Halmahera Barat,Halmahera Tengah,Halmahera Utara,Halmahera Selatan,Kepulauan Sula,Halmahera Timur,\
    Pulau Morotai,Pulau Taliabu|Ternate,Tidore Kepulauan
    91|,,Jayapura,,Kepulauan Yapen,Biak Numfor,,,,Sarmi,Keerom,,,,Waropen,,,,Supiori,Mamberamo Raya|Jayapura
    92|,Manokwari,Fak Fak,,,Teluk Bintuni,Teluk Wondama,Kaimana,,,Manokwari Selatan,Pegunungan Arfak|
    93|Merauke,Boven Digoel,Mappi,Asmat|
    94|Nabire,Puncak Jaya,Paniai,Mimika,Puncak,Dogiyai,Intan Jaya,Deiyai|
    95|Jayawijaya,Pegunungan Bintang,Yahukimo,Tolikara,Mamberamo Tengah,Yalimo,Lanny Jaya,Nduga|
    96|Sorong,Sorong Selatan,Raja Ampat,Tambrauw,Maybrat|Sorong
    """
}

extension AreaCode {
  /// Whether the code is that of a kota: they have numbers from 71 on.
  public var isCity: Bool { number / 1_000_000 % 100 >= 71 }
}
