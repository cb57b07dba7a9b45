import RollModel

/// What joined rolls are parted by on disk: two records of one person agree on at least one of these, nearly always.
///
/// Every blocking pass of a key needs nothing but records that share it, so each part is compared by itself.
package enum JoinedKey: String, Sendable, CaseIterable {
  /// The date in the NIK (day less forty for women).
  case numberDate = "tanggal-nik"
  /// The birth date, day and month in either order.
  case birth = "tanggal-lahir"
  /// The skeletons of all words of the name, in any order.
  case name = "nama"

  var passes: [Pass] {
    switch self {
    case .numberDate:
      [
        Pass(name: "NIK", kind: .number), Pass(name: "NIK 12 angka", kind: .numberFront),
        Pass(name: "tanggal NIK + awal nama", kind: .numberDateHead, sexWhenLarge: true, skipsOwnDates: true),
      ]
    case .birth:
      [
        Pass(name: "tanggal lahir + awal nama", kind: .birthHead, sexWhenLarge: true),
        Pass(name: "tanggal lahir + tempat + jenis kelamin", kind: .birthPlace),
        Pass(name: "tanggal lahir + nama", kind: .birthName),
      ]
    case .name:
      [
        Pass(name: "tahun + nama + tempat", kind: .yearNamePlace),
        Pass(name: "hari-bulan + nama", kind: .dayMonthName, skipsOwnDates: true),
      ]
    }
  }

  package var passNames: [String] { passes.map(\.name) }

  /// The names of the passes, in the order of the numbers that pairs are marked with.
  package static var passNames: [String] { allCases.flatMap(\.passNames) }

  /// Number of this key's first pass among those of all keys.
  var firstPass: Int { Self.allCases.prefix { $0 != self }.reduce(0) { $0 + $1.passes.count } }
}

extension JoinedPopulation {
  /// The value by which a row is parted, mixed; nil where the row makes no key in any pass of `key`.
  @inline(__always)
  package func value(
    _ key: JoinedKey, nik: NIK, birth: CalendarDay, tokens: UnsafeBufferPointer<UInt32>
  ) -> UInt64? {
    switch key {
    case .numberDate:
      guard mode.value(nik) != 0 else { return nil }
      let year = mode == .masked ? 0 : nik.yearDigits
      return mixed(UInt64(nik.day | nik.month << 5 | year << 9) | 1 << 16)
    case .birth:
      guard birth.day != 0, birth.month != 0 else { return nil }
      let (low, high) = (min(birth.day, birth.month), max(birth.day, birth.month))
      return mixed(UInt64(low | high << 5 | birth.year << 10) | 1 << 32)
    case .name:
      guard !tokens.isEmpty, birth.year != 0 || birth.day != 0 && birth.month != 0 else { return nil }
      var sum: UInt64 = 0
      for token in tokens { sum &+= table.codes[Int(token)].skeletonHash }
      return mixed(mixed(sum) ^ 0x6E61_6D61)
    }
  }
}
