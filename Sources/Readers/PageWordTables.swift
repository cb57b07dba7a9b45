import Normalizers
import RollModel

/// Words by which `PageWord` knows a line, and lines that are known by their form.
extension PageWord {
  static let sums: Set<String> = [
    "JUMLAH", "TOTAL", "JML", "SUBTOTAL", "REKAPITULASI", "DIPINDAHKAN", "PINDAHAN",
  ]
  /// Offices whose word by itself may be a name.
  static let offices: Set<String> = [
    "KETUA", "ANGGOTA", "SEKRETARIS", "PETUGAS", "LURAH", "CAMAT", "JABATAN", "PARAF", "SAKSI", "PANTARLIH", "PPS",
    "KEPALA", "DIREKTUR", "BUPATI", "PENGHULU", "KOMANDAN", "OPERATOR", "BENDAHARA", "KADES", "SEKDES", "SEKCAM",
    "KADUS",
    "PANITERA", "PEJABAT", "WALIKOTA", "GUBERNUR",
  ]
  /// Offices, or short forms of them, that name nobody but with the body behind them.
  static let officesOfBodies: Set<String> = [
    "KADIN", "KADIS", "KABAG", "KABID", "KASI", "KASIE", "KASUBAG", "KASUBBAG", "KAUR", "KASAT", "KANIT", "WAKIL",
    "WADIR",
    "MANAJER", "STAF", "STAFF", "ADMIN", "ADMINISTRATOR", "TIM", "PENGURUS", "PENGELOLA", "SEKSI", "BAGIAN", "BIDANG",
  ]
  /// Short forms of offices, as no one is called.
  static let signs: Set<String> = [
    "MENGETAHUI", "MENYETUJUI", "DITETAPKAN", "TTD", "TEMBUSAN", "KAPOLRES", "KAPOLRESTA", "KAPOLRESTABES", "KAPOLSEK",
    "KAPOLDA", "WAKAPOLRES", "DANDIM", "KASDIM", "DANRAMIL", "DANREM", "DANLANAL", "DANLANUD", "KADISDUKCAPIL",
    "KADINKES",
    "KADINSOS", "KAKANKEMENAG", "KAKANMENAG", "KABAGSUMDA", "KALAPAS", "KARUTAN",
  ]
  /// Words that are of a signature with the one that follows.
  static let pairs: Set<String> = [
    "DIBUAT DI", "DIBUAT OLEH", "DISUSUN OLEH", "DIKETAHUI OLEH", "DISAHKAN OLEH", "DIPERIKSA OLEH",
    "DIVERIFIKASI OLEH",
    "DITANDATANGANI OLEH", "DIKELUARKAN DI", "PANITIA PEMUNGUTAN", "PANITIA PEMILIHAN", "PANITIA PENGAWAS",
    "TANDA TANGAN",
    "PEJABAT SEMENTARA", "PENANGGUNG JAWAB", "YANG MEMBUAT", "YANG MENYATAKAN", "YANG BERTANDA", "YANG MELAPORKAN",
    "YANG MENYERAHKAN", "YANG MENERIMA", "HORMAT KAMI", "DEMIKIAN DAFTAR", "DEMIKIAN DATA", "PEMBUAT DAFTAR",
    "PETUGAS PENDATA",
  ]
  /// Bodies whose officers sign lists.
  static let bodies: Set<String> = [
    "PPS", "PPK", "KPPS", "KPU", "PANWASLU", "PANWASLIH", "PANWASCAM", "BAWASLU", "PKD", "PANITIA", "KOMISI", "DESA",
    "KELURAHAN", "SEKRETARIAT", "KELOMPOK", "PEMUTAKHIRAN", "PANTARLIH", "BPS", "DUKCAPIL", "DISDUKCAPIL", "DINAS",
    "DINKES",
    "DINSOS", "RSUD", "RS", "RSU", "RUMAH", "PUSKESMAS", "KUA", "KANTOR", "BADAN", "BAGIAN", "BIDANG", "SEKSI",
    "SUBBAGIAN",
    "SUB", "SATUAN", "POLRES", "POLSEK", "POLDA", "RESOR", "KODIM", "KORAMIL", "LAPAS", "RUTAN", "LEMBAGA", "KEMENAG",
    "KEMENTERIAN", "PENGADILAN", "UPT", "UPTD", "UPTB", "SEKOLAH", "SMA", "SMK", "DUSUN", "LINGKUNGAN", "KECAMATAN",
    "KABUPATEN", "KOTA", "PROVINSI", "SIAK", "RT", "RW", "PENDATA",
  ]
  static let titles: Set<String> = [
    "HALAMAN", "DICETAK", "PROVINSI", "KABUPATEN", "KECAMATAN", "DESA", "KELURAHAN", "TPS", "KETERANGAN", "CATATAN",
  ]
  static let titlePairs: Set<String> = [
    "TANGGAL CETAK", "DAFTAR PEMILIH", "DAFTAR CALON", "SUMBER DATA", "SUMBER DOKUMEN", "DATA PER", "DATA SEMENTARA",
    "DATA DIAMBIL", "DATA BERSUMBER",
  ]
  /// Words that open a note with a colon behind them; without one they may be a name.
  private static let notes: Set<String> = [
    "SUMBER", "KET", "NB", "NOTE", "NOTES", "CAT", "PERHATIAN", "DICATAT", "DIUNDUH", "DIPERBARUI", "UPDATE",
  ]
  /// Of a number that officials have: `NIP. 1968…`, `NRP 7501…`, `AKBP NRP …`.
  private static let staffNumbers: Set<String> = ["NIP", "NIPPPK", "NIPTT", "NRP"]

  /// Whether a cell names the number of an official, at its start or behind a rank.
  static func writesStaffNumber(_ words: ArraySlice<String>) -> Bool {
    if let first = words.first, first.hasPrefix("NIP"), first.utf8.count > 3,
      first.utf8.dropFirst(3).allSatisfy(\.isDigit)
    {
      return true
    }
    guard let mark = words.firstIndex(where: staffNumbers.contains) else { return false }
    return words[(mark + 1)...].first?.utf8.first?.isDigit == true || mark == words.startIndex && words.count == 1
  }

  /// Whether a cell is a note to the list: `*) data sementara`, `Sumber: …`, `L = Laki-laki`.
  static func isNote(_ cell: FieldBytes, _ words: ArraySlice<String>) -> Bool {
    guard let start = cell.first, start != 61 else { return false }
    if start == 42 { return cell.first { $0 != 42 && $0 != 32 } == 41 }
    // A sign that explains itself.
    if let sign = cell.firstIndex(of: 61), sign <= 12, words.count > 1 { return true }
    guard let first = words.first, notes.contains(first), let colon = cell.firstIndex(of: 58) else { return false }
    return cell[..<colon].count(where: \.isLetter) == first.utf8.count
  }

  /// Whether cells are one of the remarks below `Keterangan:`: a number and words in one cell.
  static func isRemark(_ cells: [FieldBytes]) -> Bool {
    guard cells.count == 1, let cell = cells.first, let end = cell.firstIndex(where: { !$0.isDigit }) else {
      return false
    }
    return 1...2 ~= end && [41, 46, 58].contains(cell[end])
  }

  /// Whether a cell is the place and the day of a signature: `Kayuagung, 2 Maret 2026`, `Jejawi, ...... 2026`.
  static func isPlaceAndDate(_ cell: FieldBytes) -> Bool {
    guard cell.count < 80, cell.last.map({ $0.isDigit || $0 == 46 }) == true else { return false }
    let words = words(cell)
    guard words.count > 1, let year = words.last, year.utf8.count == 4, year.utf8.allSatisfy(\.isDigit),
      "1990"..."2100" ~= year
    else { return false }
    let place = words.prefix { !$0.utf8.allSatisfy(\.isDigit) && DateText.month($0) == 0 }
    guard 1...5 ~= place.count else { return false }
    let day = words[place.endIndex...].dropLast()
    switch day.count {
    case 0: return cell.contains(44) && cell.count(where: { $0 == 46 || $0 == 95 }) > 2
    case 1, 2:
      guard let month = day.last, day.first.map({ $0.utf8.count < 3 || DateText.month($0) > 0 }) == true else {
        return false
      }
      return DateText.month(month) > 0 || day.count == 2 && month.utf8.count < 3 && cell.contains(44)
    default: return false
    }
  }
}
