import Normalizers

/// The station that the name of a sheet tells: `TPS 001`, `tps.12`, `TPS_3 Desa X`, `001`, `TPS II`.
enum SheetStation {
  /// The number behind TPS, or that of a name of up to three digits alone; nil for any other name.
  static func number(in name: String) -> Int? {
    let text = Array(name.uppercased().utf8)
    if text.allSatisfy({ 48...57 ~= $0 }), (1...3).contains(text.count) { return value(text[...]) }
    let mark = Array("TPS".utf8)
    guard let start = text.indices.first(where: { text[$0...].starts(with: mark) }),
      start == 0 || !(65...90 ~= text[start - 1])
    else { return nil }
    let rest = text[(start + mark.count)...].drop { !(48...57 ~= $0) && !(65...90 ~= $0) }
    let word = String(decoding: rest.prefix { 65...90 ~= $0 || 48...57 ~= $0 }, as: UTF8.self)
    if start + mark.count < rest.startIndex, let number = RomanNumber.value(word) { return number }
    return value(rest.prefix { 48...57 ~= $0 })
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    return number > 0 ? number : nil
  }
}
