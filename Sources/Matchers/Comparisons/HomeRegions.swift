import RollModel

/// Regions that are usual in the numbers of people of one kecamatan.
///
/// Kecamatan of one kabupaten have neighbouring codes, so the numbers of two strangers, each registered where he lives,
/// are often one digit apart in the region. Of a person on the roll twice such a pair tells nothing of an error of
/// writing: his numbers would have to be one digit apart and both be at home by accident.
struct HomeRegions: Sendable {
  /// `most` places for each kecamatan by its number, filled from the front; 0 after the last.
  private let regions: Storage<UInt32>

  private static let most = 4
  /// Share of a kecamatan's numbers that makes a region usual there, and how many people that takes.
  private static let least = 0.2
  private static let fewest = 8
  /// More numbers than this, chosen by what they are, add nothing.
  private static let mostSampled = 60_000

  /// - Parameters:
  ///   - records: `holders` of them have a number.
  init(_ records: Storage<MatchRecord>, count: Int, holders: Int) {
    let every = UInt64(max(1, holders / Self.mostSampled))
    var last = 0
    var keys: [UInt64] = []
    for at in 0..<count {
      let record = records[at]
      guard record.nik != 0, record.kecamatan != 0, every == 1 || mixed(record.nik) % every == 0 else { continue }
      last = max(last, Int(record.kecamatan))
      keys.append(UInt64(record.kecamatan) << 20 | record.nik / 10_000_000_000)
    }
    keys.sort()
    regions = Storage(repeating: 0, count: (last + 1) * Self.most)
    var i = 0
    while i < keys.count {
      let kecamatan = keys[i] >> 20
      let end = keys[i...].firstIndex { $0 >> 20 != kecamatan } ?? keys.count
      let least = max(Self.fewest, Int((Double(end - i) * Self.least).rounded(.up)))
      var place = Int(kecamatan) * Self.most
      while i < end {
        let next = keys[i..<end].firstIndex { $0 != keys[i] } ?? end
        if next - i >= least, place < (Int(kecamatan) + 1) * Self.most {
          regions[place] = UInt32(keys[i] & 0xF_FFFF)
          place += 1
        }
        i = next
      }
    }
  }

  /// Whether each of two numbers bears a region that is usual where its record lives. Symmetric.
  func areHome(_ x: MatchRecord, _ y: MatchRecord) -> Bool { isHome(x) && isHome(y) }

  private func isHome(_ record: MatchRecord) -> Bool {
    let first = Int(record.kecamatan) * Self.most
    guard record.kecamatan != 0, first < regions.capacity else { return false }
    let region = UInt32(truncatingIfNeeded: record.nik / 10_000_000_000)
    for place in first..<(first + Self.most) where regions[place] == region { return true }
    return false
  }
}
