/// A ten-digit desa code `PPKKCCDDDD`, or a shorter prefix of it: kecamatan (6 digits), kabupaten (4), province (2).
public struct AreaCode: Hashable, Sendable, BitwiseCopyable, Comparable, CustomStringConvertible {
  /// Ten decimal digits; digits below the level are 0; the whole is 0 when the code is not known.
  public let number: UInt64

  @inlinable public init(number: UInt64) { self.number = number }

  /// Reads `16.02.05.2001`, `1602052001`, `16.02.05`, `160205` or `1602`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.utf8.filter { $0 != 46 }
    guard [2, 4, 6, 10].contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    var value: UInt64 = 0
    for digit in digits { value = value * 10 + UInt64(digit - 48) }
    for _ in digits.count..<10 { value *= 10 }
    self.init(number: value)
  }

  @inlinable public var isUnknown: Bool { number == 0 }
  /// Whether it is unknown, or begins as the code of a province can: 11 is the first and 96 the last.
  @inlinable public var isPossible: Bool { isUnknown || (11...96).contains(number / 100_000_000) }
  @inlinable public var kecamatan: AreaCode { AreaCode(number: number / 10_000 * 10_000) }
  @inlinable public var kabupaten: AreaCode { AreaCode(number: number / 1_000_000 * 1_000_000) }
  @inlinable public var province: AreaCode { AreaCode(number: number / 100_000_000 * 100_000_000) }
  /// A province and nothing below it.
  @inlinable public var isProvince: Bool { number != 0 && self == province }
  @inlinable public static func < (a: AreaCode, b: AreaCode) -> Bool { a.number < b.number }

  /// Digits of the level that the code reaches: 2, 4, 6 or 10; empty when unknown.
  public var description: String {
    guard number != 0 else { return "" }
    let text = String(number)
    let full = String(repeating: "0", count: max(0, 10 - text.count)) + text
    if isProvince { return String(full.prefix(2)) }
    if number % 1_000_000 == 0 { return String(full.prefix(4)) }
    return number % 10_000 == 0 ? String(full.prefix(6)) : full
  }
}

/// Every desa of a case, numbered from 0 in order of code, then name; area number 0 is always "not known".
///
/// One desa has one number, however its files spell it: aliases are resolved while reading.
public struct AreaTable: Sendable {
  public struct Entry: Sendable {
    public var code: AreaCode
    public var desa: String
    public var kecamatan: String
    /// Number of the kecamatan in `AreaTable.kecamatanNames`; 0 is "not known".
    public var kecamatanNumber: Int
    /// In the case of a province: number of the kabupaten, which are the last two digits of its code; else 0.
    public var kabupatenNumber: Int

    /// The desa by its name, or by its code where nobody names it.
    public var desaWords: String { desa.isEmpty ? code.description : desa }

    public init(code: AreaCode, desa: String, kecamatan: String, kecamatanNumber: Int, kabupatenNumber: Int = 0) {
      self.code = code
      self.desa = desa
      self.kecamatan = kecamatan
      self.kecamatanNumber = kecamatanNumber
      self.kabupatenNumber = kabupatenNumber
    }
  }

  public let entries: [Entry]
  /// Names of the kecamatan by number; index 0 is the empty name.
  public let kecamatanNames: [String]
  /// Six-digit codes of the kecamatan by number, where known.
  public let kecamatanCodes: [AreaCode]
  public let kabupatenName: String
  /// The kabupaten that the plan names; unknown where it names none, and in the case of a province.
  public let statedKabupaten: AreaCode
  /// The province of the case; unknown where the case is one kabupaten.
  public let province: AreaCode
  /// In the case of a province: numbers of its kabupaten that any file names, in order; else none.
  public let kabupaten: [Int]
  /// Number of the kabupaten by number of the kecamatan.
  public let kabupatenOfKecamatan: [Int]

  public init(
    entries: [Entry], kecamatanNames: [String], kecamatanCodes: [AreaCode], kabupatenName: String,
    province: AreaCode = AreaCode(number: 0), statedKabupaten: AreaCode = AreaCode(number: 0)
  ) {
    precondition(!entries.isEmpty && entries[0].code.isUnknown, "area number 0 must be the unknown area")
    self.province = province
    self.statedKabupaten = statedKabupaten
    kabupaten = Set(entries.map(\.kabupatenNumber)).subtracting([0]).sorted()
    var above = Array(repeating: 0, count: kecamatanNames.count)
    for entry in entries where entry.kecamatanNumber != 0 { above[entry.kecamatanNumber] = entry.kabupatenNumber }
    kabupatenOfKecamatan = above
    self.entries = entries
    self.kecamatanNames = kecamatanNames
    self.kecamatanCodes = kecamatanCodes
    self.kabupatenName = kabupatenName
  }

  public static let empty = AreaTable(
    entries: [Entry(code: AreaCode(number: 0), desa: "", kecamatan: "", kecamatanNumber: 0)],
    kecamatanNames: [""], kecamatanCodes: [AreaCode(number: 0)], kabupatenName: "")

  @inlinable public subscript(number: Int) -> Entry { entries[number] }
  public var count: Int { entries.count }

  /// Whether the case holds several kabupaten.
  public var isProvince: Bool { !province.isUnknown }
  /// Four digits.
  public func kabupatenCode(_ number: Int) -> AreaCode {
    AreaCode(number: number == 0 ? 0 : province.number + UInt64(number) * 1_000_000)
  }

  /// `Kabupaten Ogan Komering Ilir`; the code where the name is not known.
  public func kabupatenTitle(_ number: Int) -> String {
    number == 0 ? "kabupaten/kota tidak diketahui" : KabupatenNames.title(kabupatenCode(number))
  }

  /// Whether an area lies in another kabupaten than the one that the plan names; of one without a code nobody knows.
  public func isElsewhere(_ number: Int) -> Bool {
    let code = entries[number].code
    return !statedKabupaten.isUnknown && !code.isUnknown && code.kabupaten != statedKabupaten
  }

  /// The kabupaten that an area lies in, in the case of a province; 0 for the province, and in other cases.
  public func kabupaten(of key: AreaKey) -> Int {
    if key.kabupaten != 0 { return key.kabupaten }
    return key.desa != 0 ? entries[key.desa].kabupatenNumber : kabupatenOfKecamatan[key.kecamatan]
  }

  /// The area that one lies in: the desa of a TPS, the kecamatan, in the case of a province the kabupaten; nil for the whole.
  public func above(_ key: AreaKey) -> AreaKey? {
    if key.tps != 0 { return AreaKey(kecamatan: key.kecamatan, desa: key.desa) }
    if key.desa != 0, key.kecamatan != 0 { return AreaKey(kecamatan: key.kecamatan) }
    guard key.desa != 0 || key.kecamatan != 0 else { return key.kabupaten != 0 ? AreaKey() : nil }
    return AreaKey(kabupaten: kabupaten(of: key))
  }
}

/// An area at the level of the parts that are set: a desa, an RW or RT in it, or a TPS.
///
/// `desa == 0` with a kecamatan number is a kecamatan; both 0 is the whole case: the kabupaten, or the province.
public struct AreaKey: Hashable, Sendable, Comparable {
  /// Only of a whole kabupaten in the case of a province; 0 in every other key.
  public var kabupaten: Int
  public var kecamatan: Int
  public var desa: Int
  /// 0 where the key does not go down to it.
  public var rw: Int
  public var rt: Int
  public var tps: Int

  public init(kabupaten: Int = 0, kecamatan: Int = 0, desa: Int = 0, rw: Int = 0, rt: Int = 0, tps: Int = 0) {
    self.kabupaten = kabupaten
    self.kecamatan = kecamatan
    self.desa = desa
    self.rw = rw
    self.rt = rt
    self.tps = tps
  }

  public static func < (a: AreaKey, b: AreaKey) -> Bool {
    (a.kecamatan, a.desa, a.tps, a.rw, a.rt, a.kabupaten) < (b.kecamatan, b.desa, b.tps, b.rw, b.rt, b.kabupaten)
  }
}
