import Documents
import RollModel

/// How many rows of a file were damaged as rows, put right or set aside: what tells a damaged file from one odd row. A row
/// that is used as it is, one of its fields unknown, is none of them.
struct ShiftTally: Sendable {
  /// Rows with more cells than the header.
  private(set) var long = 0
  /// Rows with fewer, and of these the ones of a single cell.
  private(set) var short = 0
  private(set) var single = 0
  /// Rows with a wrong kind of value in some column.
  private(set) var moved = 0
  /// Damaged rows that hold a quote.
  private(set) var quoted = 0
  /// Least and greatest number of cells that short rows lack.
  private(set) var lacking: ClosedRange<Int>?

  var rows: Int { long + short + moved }

  mutating func note(_ row: CSVRow, _ fault: RowFault, width: Int) {
    switch fault.reason {
    case .tooManyFields: long += 1
    case .tooFewFields:
      short += 1
      if row.count == 1 { single += 1 }
      let least = width - row.count
      lacking = min(lacking?.lowerBound ?? least, least)...max(lacking?.upperBound ?? least, least)
    case .lettersInNumber, .notADate, .unknownCode, .notANumber: moved += 1
    case .emptyValue, .noName, .tooLong, .badAreaCode, .badKey, .otherProvince, .unknownKabupaten, .noKabupaten,
      .stationAlone,
      .wrapped:
      return
    }
    if row.fields.contains(where: { $0.contains(CSVDialect.quote) }) { quoted += 1 }
  }

  mutating func add(_ other: ShiftTally) {
    long += other.long
    short += other.short
    single += other.single
    moved += other.moved
    quoted += other.quoted
    if let more = other.lacking {
      lacking =
        min(
          lacking?.lowerBound ?? more.lowerBound, more.lowerBound)...max(
          lacking?.upperBound ?? more.upperBound, more.upperBound)
    }
  }
}

// MARK: Words

extension ShiftTally {
  /// The likeliest cause, and what to do, in one sentence.
  func cause(_ file: OpenedFile) -> String {
    let delimiter = OpenedFile.name(file.dialect.delimiter)
    let width = file.map.width
    if single * 2 > rows {
      return "Baris itu tidak terpotong oleh pembatas \(delimiter): kemungkinan pembatasnya berbeda dari baris judul; "
        + "minta ekspor ulang dengan satu pembatas, atau nyatakan pemisah: di padan.yaml."
    }
    if quoted * 2 > rows {
      return "Baris itu memuat tanda kutip yang tidak berpasangan: kemungkinan pengapitan isian (tanda kutip) rusak; "
        + "minta ekspor ulang."
    }
    if long >= short, long >= moved {
      return
        "Baris itu berisi lebih dari \(width) kolom: kemungkinan pembatas \(delimiter) muncul di dalam isian tanpa "
        + "tanda kutip; minta ekspor ulang dengan tanda kutip atau pembatas lain, misalnya tab."
    }
    if short >= moved {
      if let lacking, lacking.lowerBound == lacking.upperBound {
        return "Baris itu kehilangan \(lacking.lowerBound) dari \(width) kolom: kemungkinan ada kolom yang hilang dari "
          + "isinya, tetapi tidak dari judulnya; minta ekspor ulang."
      }
      return
        "Baris itu berisi kurang dari \(width) kolom: kemungkinan barisnya terpotong, atau isian memuat ganti baris "
        + "tanpa tanda kutip; minta ekspor ulang."
    }
    return "Isi kolomnya tidak sesuai dengan judulnya: kemungkinan satu kolom hilang atau tersisip, sehingga isinya "
      + "bergeser. Periksa baris judul dan kolom: di padan.yaml."
  }
}
