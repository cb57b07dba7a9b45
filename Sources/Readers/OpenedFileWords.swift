import Documents
import Normalizers
import RollModel

/// What readers of the report are told of a file.
extension OpenedFile {
  static func words(_ failure: FileBytes.Failure) -> String {
    switch failure {
    case .missing: "tidak ada. Periksa nama berkas atau folder sumbernya."
    case .directory: "adalah folder, bukan berkas. Pindahkan isinya ke folder peran."
    case .notAFile: "bukan berkas biasa (pipa, soket, atau perangkat). Salin isinya ke berkas biasa."
    case .noPermission: "tidak boleh dibaca oleh pengguna ini. Ubah izin berkasnya."
    case .empty: "kosong (0 bita). Minta salinan yang utuh atau keluarkan dari folder."
    case .system(let number): "tidak dapat dibuka (\(SystemWords.reason(number)))."
    }
  }

  static func name(_ delimiter: UInt8) -> String {
    switch delimiter {
    case 44: "koma"
    case 59: "titik koma"
    case 9: "tab"
    case 31: "sel"
    default: String(UnicodeScalar(delimiter))
    }
  }

  static func overlong(_ line: Int) -> String {
    "baris \(line) lebih panjang dari \(CSVSniffer.longestRow >> 20) MiB, jadi bukan baris daftar. "
      + "Periksa pemisah baris di sekitarnya atau minta salinan yang utuh."
  }

  static func noHeader(_ source: Source) -> String {
    switch source.headerRow {
    case nil: break
    case 0:
      return
        "tanpa baris judul (baris_judul: 0) kolomnya tidak dikenali. Nyatakan nomor kolomnya dengan kolom: di padan.yaml."
    case let line?:
      return
        "baris \(line), yang dinyatakan dengan baris_judul:, tidak memuat judul kolom yang dikenal. Betulkan baris_judul: di "
        + "padan.yaml, atau hapus supaya dicari sendiri."
    }
    let reach = "baris judul tidak ditemukan di \(HeaderSearch.reach) baris pertama"
    let stated = source.columns.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value.headers)
    guard !stated.isEmpty else { return reach + ". Nyatakan baris_judul: dan kolom: di padan.yaml." }
    let named = stated.map { "«\($0)»" }.joined(separator: ", ")
    return reach + ": tidak ada yang memuat \(named). Periksa kolom: di padan.yaml."
  }

  /// How dates of a column are read that say so by themselves.
  static func read(_ header: String, _ form: String, isBirth: Bool) -> String {
    let how =
      if form.hasPrefix("MM") {
        "dengan bulan di depan (BB/HH/TTTT), karena angka pertamanya tidak pernah lebih dari 12 dan angka keduanya sering"
      } else if isBirth {
        "dengan tahun dua angka: 30 sampai 99 sebagai 19.., 00 sampai 09 sebagai 20..; tahun 10 sampai 29 dapat berarti dua "
          + "abad, jadi dianggap tidak diketahui"
      } else {
        "dengan tahun dua angka: 00 sampai 29 sebagai 20.., selebihnya 19.."
      }
    return "tanggal di kolom «\(header)» dibaca \(how). Bila keliru, nyatakan bentuk_tanggal: di padan.yaml."
  }

  static func severalAreas(_ line: Int, _ levels: Set<TitleArea.Level>) -> String {
    let named = TitleArea.Level.allCases.filter(levels.contains).map(\.word).joined(separator: ", ")
    return
      "di atas baris \(line) tertulis wilayah lain tanpa jelas mana yang dimaksud, jadi \(named) mulai baris itu tidak "
      + "dipakai sampai judul berikutnya. Pisahkan berkas per wilayah, atau beri kolom desa dan kecamatan."
  }

  static func notice(
    _ source: Source, _ header: String, _ book: HeaderBook, _ shape: ColumnShape
  ) -> String {
    // A first row that is no header may hold a person's number.
    let shown = header.utf8.count(where: \.isDigit) < 6 ? header : withFieldBytes(header) { RowFault.masked($0, nil) }
    let near = book.nearest(header).map { "; yang terdekat: \($0)" } ?? ""
    return "\(source.name): kolom «\(shown)» tidak dikenal dan tidak dipakai\(near); \(shape.description)."
  }
}
