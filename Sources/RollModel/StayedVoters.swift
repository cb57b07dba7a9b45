/// Voters of the earlier roll who stand on this one with the same number, birth date, sex and desa, unstruck there: all but
/// a few in a hundred, of whom no more is asked than who they are.
///
/// Six bytes a voter. The other rows of the earlier roll are persons as on any list (`CaseData.lists`).
public struct StayedVoters: Sendable {
  /// Row of the roll; no row twice.
  public private(set) var voters: Column<UInt32> = []
  /// Their station on the earlier roll; 0 where it names none.
  public private(set) var stations: Column<UInt16> = []

  public init() {}

  public var count: Int { voters.count }

  /// - Parameters:
  ///   - places: by row of the earlier roll: row of the roll, or -1.
  ///   - stations: by row of the earlier roll.
  public init(_ places: [Int32], stations all: Column<UInt16>) {
    let count = places.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    let (voters, stations) = (self.voters.extend(by: count), self.stations.extend(by: count))
    var next = 0
    for (row, voter) in places.enumerated() where voter >= 0 {
      voters[next] = UInt32(voter)
      stations[next] = all[row]
      next += 1
    }
  }
}

extension RollColumns {
  /// The same columns with these rows only, in this order; of a list whose words were not read yet.
  public func keeping(_ rows: [Int32]) -> RollColumns {
    precondition(tokens.isEmpty, "no row has words")
    var kept = RollColumns()
    kept.nik = nik.keeping(rows)
    kept.nkk = nkk.keeping(rows)
    kept.birth = birth.keeping(rows)
    _ = kept.tokenStart.extend(by: rows.count)
    kept.place = place.keeping(rows)
    kept.address = address.keeping(rows)
    kept.area = area.keeping(rows)
    kept.rt = rt.keeping(rows)
    kept.rw = rw.keeping(rows)
    kept.tps = tps.keeping(rows)
    kept.codes = codes.keeping(rows)
    kept.event = event.keeping(rows)
    kept.evidence = evidence.keeping(rows)
    kept.file = file.keeping(rows)
    kept.line = line.keeping(rows)
    kept.offset = offset.keeping(rows)
    return kept
  }
}

extension Column {
  fileprivate func keeping(_ rows: [Int32]) -> Column {
    var kept = Column()
    let places = kept.extend(by: rows.count)
    for (at, row) in rows.enumerated() { places[at] = self[Int(row)] }
    return kept
  }
}
