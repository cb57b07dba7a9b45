import RollModel

/// What a case takes of a folder that `padan gabung` wrote: the list of its own kabupaten, out of one a kabupaten.
///
/// Each list tells the other half of the same pairs, so that two of them look like one list sent twice.
enum JoinedLists {
  /// What of `sources` is used, and what is said of lists that were made for others.
  static func own(_ sources: [CaseSource], _ area: AreaCode) -> (used: [CaseSource], notice: String?) {
    var used: [CaseSource] = []
    var others: [String] = []
    for source in sources {
      let name = FileSystem.name(of: source.name)
      guard source.role == .outside, source.rule.role == nil else {
        used.append(source)
        continue
      }
      if beside.contains(name) { continue }
      let code = kabupaten(name)
      let isOthers = code.map { area.isProvince ? $0.province != area : !area.isUnknown && $0 != area.kabupaten }
      if isOthers == true { others.append(source.name) } else { used.append(source) }
    }
    guard !others.isEmpty else { return (used, nil) }
    return (
      used,
      "Tidak dipakai, karena dibuat untuk kabupaten/kota lain: \(others.sorted().joined(separator: ", ")). Kasus ini memakai "
        + "daftar ganda-luar berkode \(area)."
    )
  }

  /// The other files of a join's folder: for people, not for a case.
  private static let beside: Set<String> = ["gabungan.html", "matriks.csv", "ringkasan.json"]

  /// The code in a name that `padan gabung` gives: `ganda-luar-1602.csv`.
  private static func kabupaten(_ name: String) -> AreaCode? {
    guard name.hasPrefix("ganda-luar-") else { return nil }
    let digits = name.dropFirst("ganda-luar-".count).prefix { $0.isASCII && $0.isNumber }
    return digits.count == 4 ? AreaCode(digits) : nil
  }
}
