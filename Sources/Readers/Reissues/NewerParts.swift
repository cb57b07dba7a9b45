import RollModel

/// Larger files of which newer parts were sent since: a whole kabupaten of one day and files of its kecamatan of a later one.
///
/// Parts that hold all of it replace it. Where they hold some of it, neither alone is the list of its day: the voters of one
/// would be counted twice, or the older list would speak for the newer, so that somebody has to choose. Only of lists that
/// say who is there on a day; lists of events grow, and an older one is not wrong.
struct NewerParts {
  struct Larger {
    let larger: Int
    /// The largest first.
    let parts: [Int]
    /// Share of the larger file's distinct rows that the parts have, 0...1.
    let share: Double
  }

  private(set) var replaced: [Larger] = []
  private(set) var open: [Larger] = []

  private static let roles: Set<Role> = [.roll, .previousRoll, .residents]

  /// - Parameter isNewerPart: whether the first of two files is a part of the second, and surely newer.
  init(
    _ files: [Int], _ keys: [RowKeys], _ areas: [AreaSample], role: Role,
    where isNewerPart: (_ part: Int, _ larger: Int) -> Bool
  ) {
    guard Self.roles.contains(role) else { return }
    let largestFirst = files.sorted { (keys[$0].keys.count, $1) > (keys[$1].keys.count, $0) }
    for (place, larger) in largestFirst.enumerated() {
      let parts = largestFirst[(place + 1)...].filter {
        keys[$0].keys.count < keys[larger].keys.count && isNewerPart($0, larger)
      }
      guard !parts.isEmpty else { continue }
      let held = Set(parts.flatMap { keys[$0].keys })
      let share = Double(keys[larger].keys.count(where: held.contains)) / Double(max(1, keys[larger].keys.count))
      let found = Larger(larger: larger, parts: parts, share: share)
      // Without areas to compare, a kecamatan that is missing shows by its rows alone.
      let isWhole =
        areas[larger].isCovered(by: parts.map { areas[$0] }).map { $0 && share >= Reissues.enough }
        ?? (share >= Reissues.nearlyAll)
      if isWhole { replaced.append(found) } else { self.open.append(found) }
    }
  }

  /// Why the case is not read.
  static func words(_ larger: OpenedFile, _ parts: [OpenedFile]) -> String {
    let more = parts.count > 1 ? " dan \(parts.count - 1) berkas lain" : ""
    return
      "\(parts[0].source.name)\(more) lebih baru menurut tanggal di namanya daripada \(larger.source.name), yang memuat orang "
      + "yang sama, tetapi tidak meliputi seluruh isinya, sehingga keduanya tidak dapat dipakai bersama. Lengkapi berkas yang "
      + "baru, atau keluarkan salah satunya dari folder, lalu ulangi."
  }
}
