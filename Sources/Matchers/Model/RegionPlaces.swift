import RollModel

/// Places of birth whose people mostly have one region in their NIK: for them an equal birthplace says an equal region.
///
/// A NIK carries the kecamatan of first registration, which is that of the birthplace where the roll writes a kecamatan
/// or a desa, and anything where it writes the kabupaten's town. Counting both as independent called namesakes of one
/// small place one person.
struct RegionPlaces: Sendable {
  private let tells: Storage<Bool>
  /// Chance that two people of one such place have one region.
  let share: Double

  /// Fewer people than this tell nothing; a place tells the region when two of its people share one this often.
  private static let fewest = 8
  private static let least = 0.3

  /// `members`: records with a number, enough of them to count by.
  init(_ set: RecordSet, _ members: [Int]) {
    var most = 0
    var keys: [UInt64] = []
    keys.reserveCapacity(members.count)
    for row in members where set.records[row].place != Lexicon.nothing {
      let record = set.records[row]
      most = max(most, Int(record.place))
      keys.append(UInt64(record.place) << 20 | record.nik / 10_000_000_000)
    }
    tells = Storage(repeating: false, count: most + 1)
    keys.sort()
    var squares = 0.0
    var pairs = 0.0
    var i = 0
    while i < keys.count {
      let place = keys[i] >> 20
      let first = i
      var same = 0.0
      while i < keys.count, keys[i] >> 20 == place {
        var j = i
        while j < keys.count, keys[j] == keys[i] { j += 1 }
        same += Double(j - i) * Double(j - i - 1)
        i = j
      }
      let all = Double(i - first) * Double(i - first - 1)
      guard i - first >= Self.fewest, same >= Self.least * all else { continue }
      tells[Int(place)] = true
      squares += same
      pairs += all
    }
    share = pairs > 0 ? squares / pairs : 0.5
  }

  @inline(__always) func tellsRegion(_ place: UInt32) -> Bool { Int(place) < tells.capacity && tells[Int(place)] }

  /// What two records have in common that bears on the region.
  func stratum(_ x: MatchRecord, _ y: MatchRecord) -> NumberTable.Stratum {
    if x.kecamatan != 0, x.kecamatan == y.kecamatan { return .kecamatan }
    return x.place == y.place && tellsRegion(x.place) ? .birthplace : .nothing
  }
}
