import Normalizers
import RollModel

/// What the values of a column look like, whatever its header says.
enum ColumnShape: Sendable {
  case blank, identity, masked, power, date, placeAndDate, areaCode, sex, marital, yesNo, pair, small, number, words,
    text

  /// Share of the values that have to look alike.
  private static let agreement = 0.8

  /// The first shape that four in five of the values that are not empty have; `values` are trimmed.
  static func of(_ values: [[UInt8]]) -> ColumnShape {
    let written = values.filter { $0.contains { $0 > 32 && $0 != 45 } }
    guard !written.isEmpty else { return .blank }
    for (shape, fits) in tests {
      let fitting = written.count { $0.withUnsafeBufferPointer { fits($0.trimmed) } }
      if Double(fitting) >= agreement * Double(written.count) { return shape }
    }
    return .text
  }

  /// The order in which shapes are tried: the narrower first.
  private static let tests: [(ColumnShape, @Sendable (FieldBytes) -> Bool)] = [
    (.identity, { $0.count >= 16 && IdentityNumber.read($0).form == .full }),
    (.masked, { $0.count >= 10 && !$0.contains { $0 == 47 || $0 == 124 } && IdentityNumber.read($0).form == .masked }),
    (.power, { IdentityNumber.read($0).form == .power }),
    (.areaCode, isAreaCode),
    (.date, isDate),
    (.placeAndDate, isPlaceAndDate),
    (
      .sex,
      { text in
        guard case .value = CodeText.sex(text) else { return false }
        return !text.contains(where: \.isDigit)
      }
    ),
    (
      .marital,
      { text in
        guard case .value = CodeText.marital(text) else { return false }
        return !text.contains(where: \.isDigit)
      }
    ),
    (
      .yesNo,
      { text in
        guard case .value = CodeText.sticker(text) else { return false }
        return !text.contains(where: \.isDigit)
      }
    ),
    (.pair, { $0.contains(47) && $0.count <= 9 && SmallNumber.pair($0).outcome == .read }),
    (.small, { $0.count <= 4 && $0.allSatisfy(\.isDigit) }),
    (.number, { SmallNumber.count($0) != nil }),
    (.words, { $0.contains { $0.isLetter || $0 >= 128 } && !$0.contains(where: \.isDigit) }),
  ]

  private static func isDate(_ text: FieldBytes) -> Bool {
    guard text.count >= 8, text.count <= 32, text[0].isDigit || text[0].isMask || text[0].isLetter else { return false }
    let (day, outcome) = DateText.read(text)
    return outcome == .read && !day.isUnknown || isDate(of: .monthFirst, text) || isDate(of: .shortYear, text)
  }

  private static func isDate(of form: DateText.Form, _ text: FieldBytes) -> Bool {
    text.contains { $0 == 47 || $0 == 45 || $0 == 46 || $0 == 124 } && DateText.read(text, form: form).outcome == .read
  }

  private static func isPlaceAndDate(_ text: FieldBytes) -> Bool {
    let cut = DateText.start(inPlaceAndDate: text)
    guard cut > 2, cut < text.count, text[0].isLetter else { return false }
    return isDate(text.part(cut..<text.count).trimmed)
  }

  /// Ten digits, or thirteen with a station, that begin as a province does and of which the last four are a desa's.
  private static func isAreaCode(_ text: FieldBytes) -> Bool {
    let digits = text.filter(\.isDigit)
    guard digits.count == 10 || digits.count == 13, let code = AreaText.code(text) else { return false }
    return (11...97).contains(code.number / 100_000_000) && (1000...2999).contains(code.number % 10_000)
  }

  /// What a reader of a notice is told that the column holds.
  var description: String {
    switch self {
    case .blank: "kosong"
    case .identity: "isinya 16 angka, seperti nik atau nkk"
    case .masked: "isinya nomor yang sebagian disamarkan, seperti nik atau nkk"
    case .power: "isinya bilangan berpangkat (E+15), seperti nik yang terpotong"
    case .date: "isinya tanggal"
    case .placeAndDate: "isinya tempat dan tanggal, seperti ttl"
    case .areaCode: "isinya kode wilayah, seperti kode_desa"
    case .sex: "isinya L atau P, seperti jenis_kelamin"
    case .marital: "isinya B, S, atau P, seperti status_kawin"
    case .yesNo: "isinya Ya atau Tidak, seperti stiker"
    case .pair: "isinya dua bilangan, seperti rt_rw"
    case .small: "isinya bilangan kecil, seperti rt, rw, atau tps"
    case .number: "isinya bilangan"
    case .words: "isinya kata-kata, seperti nama atau tempat"
    case .text: "isinya huruf dan angka, seperti alamat"
    }
  }

  /// The form that dates have to be said to have, where reading them by itself would go wrong; nil elsewhere.
  ///
  /// Month first where no first part is above 12 and some second part is; two digits of a year where most can be read so
  /// and not otherwise, also with a place before them and with the month in words.
  static func dateForm(_ values: [[UInt8]]) -> String? {
    if !values.isEmpty, values.count(where: hasShortYear) * 2 > values.count { return "DD/MM/YY" }
    let parts = values.map { $0.split { !$0.isDigit } }.filter { $0.count == 3 && $0[0].count <= 2 }
    guard parts.count * 2 > values.count, !parts.isEmpty else { return nil }
    let first = parts.map { number($0[0]) }
    let second = parts.map { number($0[1]) }
    let isMonthFirst = first.allSatisfy { $0 <= 12 } && second.count { $0 > 12 && $0 <= 31 } * 5 > parts.count
    return isMonthFirst ? "MM/DD/YYYY" : nil
  }

  private static func hasShortYear(_ value: [UInt8]) -> Bool {
    value.withUnsafeBufferPointer { bytes in
      let text = bytes.trimmed
      let date = text.part(DateText.start(inPlaceAndDate: text)..<text.count).trimmed
      return DateText.read(date).outcome == .impossible && DateText.read(date, form: .shortYear).outcome == .read
    }
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { min($0 * 10 + Int($1 - 48), 9999) }
  }
}
