import RollModel

/// What the roll counts in an area: voters by sex, and the rows that it strikes.
struct RollCount: Sendable, Equatable {
  var voters = 0
  var men = 0
  var women = 0
  /// Rows that bear a TMS code, with the same parts.
  var struck = 0
  var struckMen = 0
  var struckWomen = 0

  /// Whether the sex of every voter is known, so that men and women can be compared with a recap's.
  var hasSexes: Bool { men + women == voters }
  /// Whether a recap says what the roll says when struck rows are counted too.
  func holdsStruck(_ count: OfficialCount) -> Bool {
    struck > 0 && count.total == voters + struck && (count.men ?? men + struckMen) == men + struckMen
      && (count.women ?? women + struckWomen) == women + struckWomen
  }
  /// Whether so many rows that could not be read may make all that a recap says more.
  func mayMiss(_ count: OfficialCount, _ unread: Int) -> Bool {
    let missing = count.total - voters
    guard (0...unread).contains(missing) else { return false }
    guard hasSexes, let men = count.men, let women = count.women else { return true }
    return men >= self.men && women >= self.women && men + women - voters <= unread
  }
}

/// The counts of the roll at every level that a recap may speak of.
struct RollCounts: Sendable {
  private var counts: [AreaKey: RollCount] = [:]
  /// Struck rows by station.
  private(set) var struck: [AreaKey: [Int]] = [:]
  /// The same by code, of every area.
  private var struckByCode: [AreaKey: [TMSCode: Int]] = [:]
  /// Rows that bear a TMS code, by code; the code that moves a voter to another station is one of them.
  private var coded: [AreaKey: [TMSCode: RollFlow.Count]] = [:]

  /// One pass over the roll, for its rows with a code.
  init(_ ledger: AreaLedger, _ roll: Roll) {
    for facts in ledger.kabupaten + ledger.kecamatan + ledger.villages + ledger.stations {
      let summary = facts.summary
      counts[summary.key] = RollCount(voters: summary.voters, men: summary.men, women: summary.women)
    }
    for row in 0..<roll.count where roll.columns.codes[row].hasMark {
      guard let code = roll[row].mark else { continue }
      for key in roll[row].areaKeys {
        coded[key, default: [:]][code, default: .init()].add(roll[row].sex == .male)
        guard roll[row].isStruck else { continue }
        struckByCode[key, default: [:]][code, default: 0] += 1
        let sex = roll[row].sex
        counts[key, default: RollCount()].struck += 1
        counts[key]?.struckMen += sex == .male ? 1 : 0
        counts[key]?.struckWomen += sex == .female ? 1 : 0
        if key.tps != 0 { struck[key, default: []].append(row) }
      }
    }
  }

  /// All zeros where the roll has nobody.
  subscript(key: AreaKey) -> RollCount { counts[key] ?? RollCount() }
  func struckByCode(_ key: AreaKey) -> [TMSCode: Int] { struckByCode[key] ?? [:] }
  func coded(_ key: AreaKey) -> [TMSCode: RollFlow.Count] { coded[key] ?? [:] }
}

extension OfficialCount {
  /// `212 (L 104, P 108)`, or the total alone.
  var words: String { men.flatMap { men in women.map { "\(total) (L \(men), P \($0))" } } ?? "\(total)" }
}

/// What is known of a number beside the area, so that a corrected recap is another finding.
extension FactHash {
  static func count(_ count: OfficialCount, in areas: AreaTable) -> UInt64 {
    let parts = count.changes.map { [$0.before, $0.new, $0.struck].map { $0.all ?? -1 } } ?? []
    return ([count.total, count.men ?? -1, count.women ?? -1] + parts).reduce(area(count.key, in: areas)) {
      mixed($0 ^ UInt64(truncatingIfNeeded: $1 &+ 1))
    }
  }
}
