import RollModel

/// Counts of people by area: each is counted once, in the smallest area that the person has, and added up at the end.
struct AreaTally {
  /// What is counted: notes of data, persons by part of the index, proposals by reason, persons who may be on no roll, and
  /// struck voters whom a recap counts.
  static let notes = 0
  static func column(of part: RightToVotePart) -> Int { 1 + part.rawValue }
  static func column(of code: TMSCode) -> Int { 1 + RightToVotePart.allCases.count + Int(code.rawValue - 1) }
  /// Persons of whom a finding says that they may be on no roll.
  static let unlisted = 1 + RightToVotePart.allCases.count + TMSCode.allCases.count
  /// Struck voters whom the recap of their TPS counts all the same.
  static let countedStruck = unlisted + 1
  private static let columns = countedStruck + 1

  private let keys: [AreaKey]
  private let areas: AreaTable
  /// Numbers are places: every key comes once.
  private var places: KeyIndex
  private var counts: [Int]

  /// - Parameter keys: the areas, each once.
  init(_ keys: [AreaKey], _ areas: AreaTable) {
    self.keys = keys
    self.areas = areas
    places = KeyIndex(expected: keys.count)
    for key in keys { _ = places.number(of: key.packed) }
    counts = [Int](repeating: 0, count: keys.count * Self.columns)
  }

  subscript(place: Int, column: Int) -> Int { counts[place * Self.columns + column] }

  func place(of key: AreaKey) -> Int? { places.find(key.packed) }

  /// Counts a person in the smallest area that there is of those that `key` names; nothing may have been added up yet.
  mutating func add(_ column: Int, at key: AreaKey) {
    var key: AreaKey? = key
    while let asked = key {
      if let place = place(of: asked) {
        counts[place * Self.columns + column] += 1
        return
      }
      key = areas.above(asked)
    }
  }

  /// Adds what was counted in every area to all that it lies in.
  mutating func addUp() {
    let own = counts
    for (place, key) in keys.enumerated() {
      var above = areas.above(key)
      while let area = above {
        if let other = self.place(of: area) {
          for column in 0..<Self.columns {
            counts[other * Self.columns + column] += own[place * Self.columns + column]
          }
        }
        above = areas.above(area)
      }
    }
  }
}

extension AreaKey {
  /// A case has less than 2^24 desa, 2^16 kecamatan and 2^8 kabupaten.
  fileprivate var packed: UInt64 {
    UInt64(kabupaten) << 56 | UInt64(kecamatan) << 40 | UInt64(desa) << 16 | UInt64(tps)
  }
}

extension Voter {
  /// The TPS, else the desa, else the kabupaten.
  var smallestArea: AreaKey {
    guard areaNumber != 0 else { return AreaKey() }
    return AreaKey(kecamatan: area.kecamatanNumber, desa: areaNumber, tps: tps)
  }

  /// The areas that a voter is counted in, from the whole case down to the TPS.
  var areaKeys: [AreaKey] {
    guard areaNumber != 0 else { return [AreaKey()] }
    let kecamatan = area.kecamatanNumber
    var keys = [AreaKey(), AreaKey(kecamatan: kecamatan, desa: areaNumber)]
    if area.kabupatenNumber != 0 { keys.append(AreaKey(kabupaten: area.kabupatenNumber)) }
    if kecamatan != 0 { keys.append(AreaKey(kecamatan: kecamatan)) }
    if tps != 0 { keys.append(AreaKey(kecamatan: kecamatan, desa: areaNumber, tps: tps)) }
    return keys
  }
}
