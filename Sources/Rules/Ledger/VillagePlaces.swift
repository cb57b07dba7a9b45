import RollModel

extension VillageFacts {
  /// Changes the desa, and the RT and TPS in it where they are known.
  mutating func update(rw: Int, rt: Int, tps: Int, _ change: (inout AreaFacts) -> Void) {
    change(&village)
    if rt != 0, let place = neighbourhoods.place(where: { ($0.rw, $0.rt) < (rw, rt) }, { $0.rw == rw && $0.rt == rt }) {
      change(&neighbourhoods[place])
    }
    if tps != 0, let place = stations.place(where: { $0.tps < tps }, { $0.tps == tps }) { change(&stations[place]) }
  }
}

extension [AreaFacts] {
  /// Binary search in facts that are in order of key.
  func place(where isBefore: (AreaKey) -> Bool, _ isIt: (AreaKey) -> Bool) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle].key) { low = middle + 1 } else { high = middle }
    }
    return low < count && isIt(self[low].key) ? low : nil
  }
}
