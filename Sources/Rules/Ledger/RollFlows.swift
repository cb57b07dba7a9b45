import RollModel

/// Voters of an area between two rolls: earlier + new + came − left − struck is this roll, but for rows that are gone or back.
struct RollFlow: Sendable {
  struct Count: Sendable {
    var men = 0
    var women = 0
    var all: Int { men + women }
    var words: String { "\(all) (L \(men), P \(women))" }
    mutating func add(_ isMan: Bool) { if isMan { men += 1 } else { women += 1 } }
    static func += (a: inout Count, b: Count) { (a.men, a.women) = (a.men + b.men, a.women + b.women) }
  }

  var before = Count()
  var new = Count()
  var struck = Count()
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
    gone += part.gone
    doubles += part.doubles
    back += part.back
    goneRows += part.goneRows
    backRows += part.backRows
  }
}

/// The flows of the kabupaten, its kecamatan and its desa.
struct RollFlows: Sendable {
  /// By number of the desa; 0 is that of rows without one.
  private var villages: [RollFlow]
  /// Who crossed from one kecamatan to another, by kecamatan.
  private var crossed: [Int: (came: RollFlow.Count, left: RollFlow.Count)] = [:]
  private let areas: AreaTable

  /// O(rows).
  init(_ data: CaseData, _ changes: RollChanges) {
    areas = data.lexicon.areas
    villages = [RollFlow](repeating: RollFlow(), count: areas.count)
    let roll = data.roll
    for row in data.stayed.isStayed.indices where data.stayed.isStayed[row] {
      let voter = roll[row]
      let isMan = voter.sex == .male
      villages[voter.areaNumber].before.add(isMan)
      if voter.isStruck { villages[voter.areaNumber].struck.add(isMan) }
    }
    for row in 0..<roll.count where !changes.wasThere[row] {
      let voter = roll[row]
      if !voter.isStruck { villages[voter.areaNumber].new.add(voter.sex == .male) }
    }
    if let previous = data.lists[.previousRoll] { add(previous, roll, changes) }
  }

  private mutating func add(_ previous: Roll, _ roll: Roll, _ changes: RollChanges) {
    var returned: Set<Int> = []
    for row in 0..<previous.count {
      let before = previous[row]
      let here = before.areaNumber
      let isMan = before.sex == .male
      let now = Int(changes.now[row])
      let isOn = now >= 0 && !roll[now].isStruck
      if before.isStruck {
        guard isOn, !changes.isKept(now), returned.insert(now).inserted else { continue }
        villages[roll[now].areaNumber].back.add(isMan)
        villages[roll[now].areaNumber].backRows.append(now)
        continue
      }
      villages[here].before.add(isMan)
      if now < 0 || changes.doubles.contains(row) {
        if now < 0 { villages[here].gone.add(isMan) } else { villages[here].doubles.add(isMan) }
        villages[here].goneRows.append(row)
      } else if !isOn {
        villages[here].struck.add(isMan)
      } else if roll[now].areaNumber != here {
        cross(from: here, to: roll[now].areaNumber, isMan)
      }
    }
  }

  private mutating func cross(from here: Int, to there: Int, _ isMan: Bool) {
    villages[here].left.add(isMan)
    villages[there].came.add(isMan)
    let (before, now) = (areas[here].kecamatanNumber, areas[there].kecamatanNumber)
    guard before != now else { return }
    crossed[before, default: (.init(), .init())].left.add(isMan)
    crossed[now, default: (.init(), .init())].came.add(isMan)
  }

  /// Kabupaten, kecamatan, desa, in order of their keys; those that have a row on either roll.
  var levels: [(key: AreaKey, flow: RollFlow)] {
    var whole = RollFlow()
    var kecamatan: [Int: RollFlow] = [:]
    var found: [(key: AreaKey, flow: RollFlow)] = []
    for (area, flow) in villages.enumerated() where flow.before.all + flow.new.all + flow.back.all + flow.came.all > 0 {
      let number = areas[area].kecamatanNumber
      whole.add(flow)
      kecamatan[number, default: RollFlow()].add(flow)
      if area > 0 { found.append((AreaKey(kecamatan: number, desa: area), flow)) }
    }
    for (number, flow) in kecamatan where number > 0 {
      var flow = flow
      if let crossed = crossed[number] { (flow.came, flow.left) = crossed }
      found.append((AreaKey(kecamatan: number), flow))
    }
    found.append((AreaKey(), whole))
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
