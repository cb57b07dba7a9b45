import Normalizers
import RollModel

/// Fields for columns whose header no layout knows: a word in the header and the look of the values have to agree.
enum ColumnGuess {
  /// What a field's header may say and its values look like.
  private struct Clue {
    let field: Field
    let words: [String]
    let shapes: [ColumnShape]
  }

  private static let numbers: [ColumnShape] = [.identity, .masked, .power]
  private static let dates: [ColumnShape] = [.date]
  private static let figures: [ColumnShape] = [.small, .number]

  private static let clues: [Clue] = [
    Clue(field: .nkk, words: ["kk", "nkk", "nokk", "keluarga"], shapes: numbers),
    Clue(field: .nik, words: ["nik", "ktp", "induk", "identitas", "nonik"], shapes: numbers),
    Clue(field: .deathDate, words: ["meninggal", "wafat", "kematian", "mati"], shapes: dates),
    Clue(field: .birthDate, words: ["lahir", "lhr", "born", "dob"], shapes: dates),
    Clue(field: .birthPlaceAndDate, words: ["lahir", "lhr", "ttl"], shapes: [.placeAndDate]),
    Clue(field: .visitDate, words: ["coklit", "kunjungan", "tanggal", "tgl"], shapes: dates),
    Clue(field: .eventDate, words: ["tanggal", "tgl", "waktu"], shapes: dates),
    Clue(field: .birthPlace, words: ["lahir", "lhr"], shapes: [.words]),
    Clue(field: .sex, words: ["kelamin", "jk", "lp", "gender", "sex"], shapes: [.sex]),
    Clue(field: .marital, words: ["kawin", "nikah", "perkawinan"], shapes: [.marital, .sex]),
    Clue(field: .name, words: ["nama", "name"], shapes: [.words]),
    Clue(field: .address, words: ["alamat", "jalan", "dukuh", "address"], shapes: [.words, .text]),
    Clue(field: .areaCode, words: ["desa", "kel", "kelurahan", "wilayah", "kode"], shapes: [.areaCode]),
    Clue(field: .desa, words: ["desa", "kelurahan", "kel"], shapes: [.words, .text]),
    Clue(field: .kecamatan, words: ["kecamatan", "kec"], shapes: [.words]),
    Clue(field: .rtRw, words: ["rt", "rw", "rtrw"], shapes: [.pair]),
    Clue(field: .rt, words: ["rt"], shapes: figures),
    Clue(field: .rw, words: ["rw"], shapes: figures),
    Clue(field: .tps, words: ["tps"], shapes: figures),
    Clue(field: .sticker, words: ["stiker", "sticker"], shapes: [.yesNo, .marital]),
    Clue(field: .men, words: ["laki", "lk", "pria"], shapes: figures),
    Clue(field: .women, words: ["perempuan", "pr", "wanita"], shapes: figures),
    Clue(field: .total, words: ["jumlah", "jml", "total"], shapes: figures),
    Clue(field: .households, words: ["kk", "keluarga"], shapes: figures),
  ]

  /// Names of others than the person that the row is about.
  private static let others: Set<String> = [
    "ibu", "ayah", "bapak", "desa", "kel", "kelurahan", "kec", "kecamatan", "kab", "kabupaten", "prov", "provinsi",
    "petugas", "pelapor", "kepala", "pantarlih", "jalan", "tps", "instansi", "suami", "istri", "wali",
  ]

  /// Columns for fields that the layouts found none for, in order of column.
  static func specs(
    _ table: SampledTable, _ match: HeaderBook.Match, _ book: HeaderBook
  ) -> [(field: Field, column: Int)] {
    var found: [(field: Field, column: Int)] = []
    let used = book.fields
    func isFree(_ field: Field) -> Bool {
      used.contains(field) && !match.map.has(field) && !found.contains { $0.field == field }
    }
    for column in match.unknown where column < table.shapes.count {
      let shape = table.shapes[column]
      let header = column < table.header.count ? table.header[column] : ""
      let words = RoleScore.words(header)
      let nearest = header.isEmpty ? nil : book.nearest(header)
      let field = clues.first { clue in
        guard isFree(clue.field), clue.shapes.contains(shape) else { return false }
        if clue.field == .birthDate, words.contains(where: { ["meninggal", "wafat"].contains($0) }) { return false }
        if clue.field == .name, words.contains(where: others.contains) { return false }
        return words.contains(where: clue.words.contains) || nearest == clue.field.rawValue
      }
      if let field { found.append((field.field, column)) }
    }
    byValues(
      table, match, &found,
      isFree: { field, found in
        used.contains(field) && !match.map.has(field) && !found.contains { $0.field == field }
      })
    return found.sorted { $0.column < $1.column }
  }

  /// What values alone can say: numbers of persons and of family cards, and without a header their names and birth dates.
  private static func byValues(
    _ table: SampledTable, _ match: HeaderBook.Match, _ found: inout [(field: Field, column: Int)],
    isFree: (Field, [(field: Field, column: Int)]) -> Bool
  ) {
    for column in match.unknown where column < table.shapes.count && !found.contains(where: { $0.column == column }) {
      let values = table.values(column)
      let field: Field
      switch table.shapes[column] {
      case .identity, .masked: field = isOfPersons(values) ? .nik : .nkk
      case .words where table.headerLine == 0 && isVaried(values): field = .name
      case .date where table.headerLine == 0: field = .birthDate
      case .sex where table.headerLine == 0: field = .sex
      case .areaCode where table.headerLine == 0: field = .areaCode
      default: continue
      }
      if isFree(field, found) { found.append((field, column)) }
    }
  }

  /// Whether women's days are among the numbers: a family card has none above 31.
  private static func isOfPersons(_ values: [[UInt8]]) -> Bool {
    let women = values.count { value in
      let digits = value.filter(\.isDigit)
      return digits.count >= 8 && (52...55).contains(digits[6])
    }
    return women * 10 > values.count
  }

  /// Whether most values differ: names do, places do not.
  private static func isVaried(_ values: [[UInt8]]) -> Bool { Set(values).count * 2 > values.count }
}
