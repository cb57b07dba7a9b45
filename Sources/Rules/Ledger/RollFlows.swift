import RollModel

/// Voters of an area between two rolls: earlier + new + came − left − struck is this roll, but for rows that are gone or back.
struct RollFlow: Sendable {
  struct Count: Sendable {
    var men = 0
    var women = 0
    var all: Int { men + women }
    var words: String { "\(all) (L \(men), P \(women))" }
    mutating func add(_ isMan: Bool) { if isMan { men += 1 } else { women += 1 } }
    static func + (a: Count, b: Count) -> Count { Count(men: a.men + b.men, women: a.women + b.women) }
    static func += (a: inout Count, b: Count) { a = a + b }
  }

  var before = Count()
  var new = Count()
  var struck = Count()
  /// The same by the code that strikes them.
  var struckByCode: [TMSCode: Count] = [:]
  /// Neither on the roll nor struck.
  var gone = Count()
  /// Of a person who stood on the earlier roll twice one row is gone.
  var doubles = Count()
  /// Struck on the earlier roll, on this one again.
  var back = Count()
  /// Came from another area of the level, and left for one.
  var came = Count()
  var left = Count()
  /// The rows that make the difference: of the earlier roll, and of this one.
  var goneRows: [Int] = []
  var backRows: [Int] = []

  var isBalanced: Bool { gone.all + doubles.all + back.all == 0 }
  /// What the earlier roll and its changes make.
  var expected: Int { before.all + new.all + came.all - left.all - struck.all }
  var now: Int { expected - gone.all - doubles.all + back.all }

  var words: String {
    let moved = came.all + left.all > 0 ? " + masuk \(came.words) − keluar \(left.words)" : ""
    let causes = [
      (gone, "hilang tanpa kode"), (doubles, "baris ganda hilang tanpa kode"), (back, "pernah dicoret muncul lagi"),
    ].filter { $0.0.all > 0 }.map { count, cause in "\(count.all) \(cause) (L \(count.men), P \(count.women))" }
    return
      "sebelumnya \(before.words) + baru \(new.words)\(moved) − TMS \(struck.words) = \(expected), daftar ini \(now): "
      + causes.joined(separator: ", ")
  }

  mutating func add(_ part: RollFlow) {
    before += part.before
    new += part.new
    struck += part.struck
    struckByCode.merge(part.struckByCode) { $0 + $1 }
    gone += part.gone
    doubles += part.doubles
    back += part.back
    goneRows += part.goneRows
    backRows += part.backRows
  }
}

/// The flows of the kabupaten, its kecamatan and its desa, and of the stations of some desa.
struct RollFlows: Sendable {
  /// By number of the desa; 0 is that of rows without one.
  private var villages: [RollFlow]
  /// Who crossed from one kecamatan to another, by kecamatan.
  private var crossed: [Int: (came: RollFlow.Count, left: RollFlow.Count)] = [:]
  /// The same of kabupaten, in the case of a province.
  private var crossedFurther: [Int: (came: RollFlow.Count, left: RollFlow.Count)] = [:]
  /// Who stood in an area that is missing now, and stands in another: by what they came to.
  private var rescued = RollFlow.Count()
  private let areas: AreaTable
  /// Of desa that do not balance, and of those of which a change recap counts stations.
  private var stations: [(key: AreaKey, flow: RollFlow)] = []

  /// O(rows). The earlier voters of missing areas count nowhere.
  init(_ data: CaseData, _ changes: RollChanges, without missing: MissingAreas = MissingAreas()) {
    areas = data.lexicon.areas
    let areas = areas
    villages = [RollFlow](repeating: RollFlow(), count: areas.count)
    var (crossed, crossedFurther, rescued) = (crossed, crossedFurther, rescued)
    villages.follow(data, changes) { area, _ in
      missing.contains(area) ? -1 : area
    } crossing: { here, there, isMan in
      guard here >= 0 else {
        // Nobody's loss: only where he stands now counts him.
        crossed[areas[there].kecamatanNumber, default: (.init(), .init())].came.add(isMan)
        crossedFurther[areas[there].kabupatenNumber, default: (.init(), .init())].came.add(isMan)
        rescued.add(isMan)
        return
      }
      let (before, now) = (areas[here].kecamatanNumber, areas[there].kecamatanNumber)
      guard before != now else { return }
      crossed[before, default: (.init(), .init())].left.add(isMan)
      crossed[now, default: (.init(), .init())].came.add(isMan)
      let (origin, place) = (areas[here].kabupatenNumber, areas[there].kabupatenNumber)
      guard origin != place else { return }
      crossedFurther[origin, default: (.init(), .init())].left.add(isMan)
      crossedFurther[place, default: (.init(), .init())].came.add(isMan)
    }
    self.crossed = crossed
    self.crossedFurther = crossedFurther
    self.rescued = rescued
    let counted = Set(data.officialCounts.filter { $0.changes != nil && $0.key.tps != 0 }.map(\.key.desa))
    let asked = villages.indices.filter { $0 > 0 && (!villages[$0].isBalanced || counted.contains($0)) }
    stations = StationFlows(of: asked, data, changes).flows
  }

  /// By area; what no row makes is not there.
  var byArea: [AreaKey: RollFlow] { Dictionary(uniqueKeysWithValues: levels) }

  /// Kabupaten, kecamatan, desa and stations, in order of their keys; those that have a row on either roll.
  var levels: [(key: AreaKey, flow: RollFlow)] {
    var whole = RollFlow()
    var kecamatan: [Int: RollFlow] = [:]
    var kabupaten: [Int: RollFlow] = [:]
    var found: [(key: AreaKey, flow: RollFlow)] = []
    for (area, flow) in villages.enumerated() where flow.before.all + flow.new.all + flow.back.all + flow.came.all > 0 {
      let number = areas[area].kecamatanNumber
      whole.add(flow)
      if areas[area].kabupatenNumber != 0 { kabupaten[areas[area].kabupatenNumber, default: RollFlow()].add(flow) }
      kecamatan[number, default: RollFlow()].add(flow)
      if area > 0 { found.append((AreaKey(kecamatan: number, desa: area), flow)) }
    }
    for (number, flow) in kecamatan where number > 0 {
      var flow = flow
      if let crossed = crossed[number] { (flow.came, flow.left) = crossed }
      found.append((AreaKey(kecamatan: number), flow))
    }
    for (number, flow) in kabupaten {
      var flow = flow
      (flow.came, flow.left) = crossedFurther[number] ?? (.init(), .init())
      found.append((AreaKey(kabupaten: number), flow))
    }
    whole.came = rescued
    found.append((AreaKey(), whole))
    found += stations
    return found.sorted { $0.key < $1.key }
  }

  /// Where the rows that make the difference stand, the first of them.
  func rows(of flow: RollFlow, in data: CaseData) -> String {
    let gone = data.lists[.previousRoll].map { previous in flow.goneRows.map { previous[$0] } } ?? []
    let voters = gone + flow.backRows.map { data.roll[$0] }
    guard let first = voters.first else { return "" }
    let shown = voters.filter { $0.path == first.path }.prefix(Self.rowsShown)
    let more = voters.count > shown.count ? " dan \(voters.count - shown.count) lainnya" : ""
    return "; baris yang menjadi selisih: \(first.path) baris " + shown.map { "\($0.line)" }.joined(separator: ", ")
      + more
  }

  private static let rowsShown = 5
}
