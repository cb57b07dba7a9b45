/// Voters of the earlier roll who stand on this one with the same number, birth date, sex and desa, unstruck there: all but
/// a few in a hundred, of whom no more is asked than who they are.
///
/// Three bytes a voter. The other rows of the earlier roll are persons as on any list (`CaseData.lists`).
public struct StayedVoters: Sendable {
  /// By row of the roll; empty where nobody stayed.
  public let isStayed: [Bool]
  /// The station on the earlier roll, likewise; 0 where it writes none.
  public let station: [UInt16]
  public let count: Int

  public init(_ isStayed: [Bool] = [], station: [UInt16] = []) {
    self.isStayed = isStayed
    self.station = station
    count = isStayed.count { $0 }
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
