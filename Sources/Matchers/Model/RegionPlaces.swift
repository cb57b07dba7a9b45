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

  /// `members`: records with a number, enough of them to count by. Of up to sixteen million places.
  init(_ members: Storage<MatchRecord>) {
    var most = 0
    let keys = Storage<UInt64>(members.capacity)
    var count = 0
    for at in 0..<members.capacity where members[at].place != Lexicon.nothing {
      let record = members[at]
      most = max(most, Int(record.place))
      keys[count] = UInt64(record.place) << 20 | record.nik / 10_000_000_000
      count += 1
    }
    tells = Storage(repeating: false, count: most + 1)
    RadixSort.sort44(keys, count: count, shift: 0)
    var squares = 0.0
    var pairs = 0.0
    var i = 0
    while i < count {
      let place = keys[i] >> 20
      let first = i
      var same = 0.0
      while i < count, keys[i] >> 20 == place {
        var j = i
        while j < count, keys[j] == keys[i] { j += 1 }
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
