extension NIK {
  /// A number that an office gives until the true one is known: 0, then a kabupaten, where a NIK has its province.
  ///
  /// Source: practice page, section 4, cases 12 and 18.
  public var isTemporary: Bool {
    guard shows(0..<3) else { return false }
    let leading = region / 1000
    return region < 100_000 && Self.provinces.contains(leading)
  }
}
