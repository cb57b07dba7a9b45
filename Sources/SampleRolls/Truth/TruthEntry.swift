/// One line of the truth file before lines are counted: rows are numbers within what one desa adds to a file.
struct TruthEntry: Sendable {
  enum Kind: String, Sendable { case pair = "pasangan", twins = "kembar", row = "baris", area = "wilayah" }

  var kind: Kind
  var rule: StaticString
  var file: ListFile?
  var row = 0
  var otherFile: ListFile?
  var otherRow = 0
  /// 0 where the line names no area.
  var areaCode = 0
  var rw = 0
  var rt = 0
  var tps = 0
  var note: StaticString = ""
}

/// A row that speaks of a duplicated person; pairs are formed when all rows of the person are written.
struct GroupRow: Sendable {
  var group: Int32
  /// The rule that a list row pairs under; nil for a row of the roll.
  var rule: StaticString?
  var file: ListFile
  var row: Int
  var note: StaticString = ""
  /// A row of the roll that it strikes as a duplicate.
  var isStruck = false
}

/// A kind of list file; some are cut by kecamatan.
enum ListFile: Int, CaseIterable, Sendable {
  case roll, previousRoll, residents, visits
  case deathCertificates, deathReports, moves, soldiers, police, foreigners, revoked, special, lifeSigns, areas, counts
  case movedVoters, villageCounts, villageChanges

  var isByKecamatan: Bool { rawValue <= ListFile.visits.rawValue }

  /// Path in the case folder; `{}` stands for the kecamatan.
  var path: String {
    switch self {
    case .roll: "daftar-pemilih/{}.csv"
    case .previousRoll: "daftar-sebelumnya/{}-lama.csv"
    case .residents: "penduduk/penduduk-{}.csv"
    case .visits: "coklit/coklit-{}.csv"
    case .deathCertificates: "kematian/akta-kematian.csv"
    case .deathReports: "kematian/laporan-desa.csv"
    case .moves: "pindah/pindah-keluar.csv"
    case .soldiers: "tni/anggota-tni.csv"
    case .police: "polri/anggota-polri.csv"
    case .foreigners: "wna/wna-pemegang-ktp.csv"
    case .revoked: "dicabut/putusan-pengadilan.csv"
    case .special: "dpk/dpk-pemilu-lalu.csv"
    case .lifeSigns: "bukti-hidup/tanda-hidup.csv"
    case .areas: "wilayah/rt.csv"
    case .counts: "rekap/rekap-tps.csv"
    case .villageCounts: "rekap/rekap-desa.csv"
    case .villageChanges: "rekap/rekap-perubahan.csv"
    case .movedVoters: "pindah-memilih/daftar-pindah-memilih.csv"
    }
  }

  /// Path under a plan: in a large sample two lists bear dates, one of them old.
  func path(_ plan: SamplePlan) -> String {
    guard plan.datesLists else { return path }
    switch self {
    case .foreigners: return "wna/wna-pemegang-ktp-\(plan.day(monthsBefore: Self.oldMonths)).csv"
    case .police: return "polri/anggota-polri-\(plan.day(monthsBefore: 2)).csv"
    default: return path
    }
  }

  private static let oldMonths = 9

  func header(fathers: Bool) -> [UInt8] {
    switch self {
    case .roll: Layout.roll.header(fathers: fathers)
    case .previousRoll: Layout.previousRoll.header(fathers: fathers)
    case .residents: Layout.residents.header(fathers: fathers)
    case .visits: Array("NKK,KODE_DESA,RT,RW,TPS,TANGGAL_COKLIT,STIKER,PANTARLIH,HASIL\n".utf8)
    case .deathCertificates: Layout.deathCertificates.header(fathers: fathers)
    case .deathReports: Layout.deathReports.header(fathers: fathers)
    case .moves: Layout.moves.header(fathers: fathers)
    case .foreigners: Layout.persons.header(fathers: fathers)
    case .soldiers, .police, .revoked: Layout.barred.header(fathers: fathers)
    case .special, .movedVoters: Layout.special.header(fathers: fathers)
    case .lifeSigns: Layout.lifeSigns.header(fathers: fathers)
    case .areas: Array("kode_desa,desa,kecamatan,rt,rw,jumlah_kk\n".utf8)
    case .villageChanges: Scribe.changeHeader
    case .villageCounts: Array("kode_desa,laki_laki,perempuan,jumlah\n".utf8)
    case .counts: Array("kode_desa,tps,laki_laki,perempuan,jumlah\n".utf8)
    }
  }
}
