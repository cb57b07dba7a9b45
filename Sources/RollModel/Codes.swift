/// Sex as the roll writes it: L or P.
public enum Sex: UInt8, Sendable, CaseIterable {
  case male = 1, female = 2
  public var code: String { self == .male ? "L" : "P" }
}

/// Marital status: B belum, S sudah, P pernah.
public enum MaritalStatus: UInt8, Sendable, CaseIterable {
  case never = 1, married = 2, formerly = 3
  public var code: String { ["B", "S", "P"][Int(rawValue) - 1] }
}

/// A reason why a row does not belong on the roll (tidak memenuhi syarat), independent of any election's numbering.
///
/// The number of a reason changes between elections (domain page, section 3); `CodeTable` is the only way between the
/// two.
public enum TMSCode: UInt8, Sendable, CaseIterable {
  case deceased = 1, duplicate, underage, moved, foreign, military, police, wrongStation, unknownPerson, insane
  case revoked, notResident

  /// The word of law, as forms print it.
  public var label: String {
    switch self {
    case .deceased: "meninggal"
    case .duplicate: "ganda"
    case .underage: "di bawah umur"
    case .moved: "pindah domisili"
    case .foreign: "WNA"
    case .military: "TNI"
    case .police: "Polri"
    case .wrongStation: "TPS tidak sesuai"
    case .unknownPerson: "tidak dikenal"
    case .insane: "hilang ingatan"
    case .revoked: "hak pilih dicabut"
    case .notResident: "bukan penduduk"
    }
  }

  /// `salah TPS` moves a voter; every other reason removes one.
  public var removes: Bool { self != .wrongStation }
}

/// Kind of election: decides labels, legal basis and the day on which age counts.
public enum ElectionKind: String, Sendable, CaseIterable {
  case pdpb, pemilu, pilkada

  /// Voters of one station, where the case states no limit. Source: practice page, section 1.
  public var stationCapacity: Int { self == .pemilu ? 300 : 600 }
}

/// What the rows of a file are; the raw value is the folder's name.
public enum Role: String, Sendable, CaseIterable, Codable {
  case roll = "daftar-pemilih"
  case previousRoll = "daftar-sebelumnya"
  case deaths = "kematian"
  case moves = "pindah"
  case military = "tni"
  case police = "polri"
  case foreigners = "wna"
  case revoked = "dicabut"
  case visits = "coklit"
  case residents = "penduduk"
  case specialList = "dpk"
  case officialCounts = "rekap"
  case areas = "wilayah"
  case signsOfLife = "bukti-hidup"
  /// Voters who stay on their roll and vote elsewhere (DPTb; DPPh before 2024): proposed for nothing.
  case movedVoters = "pindah-memilih"
  /// What people reported at the office's posko: searched and counted, compared with no one.
  case complaints = "laporan"
  /// Voters of this roll who may stand on the roll of another kabupaten too: written by `padan gabung`.
  case outside = "ganda-luar"

  /// Whether a row names a person (and so becomes a row of a `Roll`).
  public var isPersons: Bool {
    switch self {
    case .visits, .officialCounts, .areas, .outside: false
    default: true
    }
  }
}

/// A column that a source may have; the raw value is its name in `padan.yaml` and in rejections.
public enum Field: String, Sendable, CaseIterable, Codable {
  case name = "nama"
  case nik, nkk
  case birthPlace = "tempat_lahir"
  case birthDate = "tanggal_lahir"
  /// Place and date of birth in one column (`TTL`).
  case birthPlaceAndDate = "ttl"
  case marital = "status_kawin"
  case sex = "jenis_kelamin"
  case address = "alamat"
  case rt, rw
  /// `RT/RW` in one column.
  case rtRw = "rt_rw"
  case disability = "disabilitas"
  case cardStatus = "status_ktp_el"
  case remark = "keterangan"
  case source = "sumber_data"
  case tps
  case areaCode = "kode_desa"
  case desa
  case kecamatan
  case kecamatanCode = "kode_kecamatan"
  /// Name or code; asked in the case of a province.
  case kabupaten
  case rollID = "dp_id"
  case deathDate = "tanggal_meninggal"
  case eventDate = "tanggal"
  case evidence = "sumber"
  /// Of those who moved: the desa that they moved to, by code or by name.
  case destination = "tujuan"
  /// Of those who moved: where from.
  case origin = "asal"
  /// Of soldiers and police: what the list says of their service, from several columns.
  case service = "status_dinas"
  case visitDate = "tanggal_coklit"
  case sticker = "stiker"
  case surveyor = "pantarlih"
  case result = "hasil"
  case men = "laki_laki"
  case women = "perempuan"
  case total = "jumlah"
  case areaName = "nama_wilayah"
  case households = "jumlah_kk"
  case age = "usia"
  /// Of residents: HIDUP, MATI, PINDAH, HILANG.
  case residentStatus = "status_penduduk"
  case occupation = "pekerjaan"
  case citizenship = "kewarganegaraan"
  /// Also what stands behind BIN or BINTI in a name.
  case father = "nama_ayah"
  /// Of a complaint: its receipt, which of the four clusters, what it says, who came with it.
  case receipt = "nomor"
  case cluster = "kelompok"
  case content = "isi"
  case reporter = "pelapor"
  /// Of `ganda-luar` (`OutsidePair`): both rows by their hashes, the other kabupaten, and what the two are taken to be.
  case pairID = "pasangan"
  case rowHash = "kunci_baris"
  case relation = "relasi"
  case tier = "keyakinan"
  case weight = "bobot"
  case probability = "peluang"
  case otherArea = "kabupaten_luar"
  case otherAreaName = "nama_kabupaten_luar"
  case otherDesa = "kode_desa_luar"
  case otherStation = "tps_luar"
  case namesakes = "senama_diharapkan"
  case population = "pemilih_gabungan"
  case agreement = "uraian"
  /// Of a change recap (`RecapChanges`): voters before, new, struck, corrected; in all, men, women.
  case before = "sebelumnya"
  case beforeMen = "sebelumnya_l"
  case beforeWomen = "sebelumnya_p"
  case new = "baru"
  case newMen = "baru_l"
  case newWomen = "baru_p"
  case struck = "tms"
  case struckMen = "tms_l"
  case struckWomen = "tms_p"
  case corrected = "ubah"
  case correctedMen = "ubah_l"
  case correctedWomen = "ubah_p"
  /// Of them those struck by each code of 2023.
  case struck1 = "tms_1"
  case struck1Men = "tms_1_l"
  case struck1Women = "tms_1_p"
  case struck2 = "tms_2"
  case struck2Men = "tms_2_l"
  case struck2Women = "tms_2_p"
  case struck3 = "tms_3"
  case struck3Men = "tms_3_l"
  case struck3Women = "tms_3_p"
  case struck4 = "tms_4"
  case struck4Men = "tms_4_l"
  case struck4Women = "tms_4_p"
  case struck5 = "tms_5"
  case struck5Men = "tms_5_l"
  case struck5Women = "tms_5_p"
  case struck6 = "tms_6"
  case struck6Men = "tms_6_l"
  case struck6Women = "tms_6_p"
  case struck7 = "tms_7"
  case struck7Men = "tms_7_l"
  case struck7Women = "tms_7_p"
  case struck8 = "tms_8"
  case struck8Men = "tms_8_l"
  case struck8Women = "tms_8_p"
  /// Of coklit in totals (`VisitTotal`): households by visit and sticker.
  case visitedNoSticker = "coklit_tanpa_stiker"
  case stickerNotVisited = "stiker_tanpa_coklit"
  case visitedWithSticker = "coklit_dan_stiker"
  case notVisited = "belum_coklit"
}
