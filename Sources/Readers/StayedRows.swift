import RollModel

/// Parts the earlier roll into voters who stayed and rows that rules look at.
struct StayedRows {
  /// By number in `AreaKeys`: the desa.
  let areas: [UInt32]
  let voters: RollColumns
  let numbers: NumberIndex
  let threads: Int

  /// Takes the rows of those who stayed out of the columns.
  ///
  /// Two rows of one person, on both rolls, are two voters who stayed; where this roll has one of them only, the other row
  /// is left in the columns.
  func take(from earlier: inout RollColumns) -> StayedVoters {
    let list = earlier
    let cuts = pieces(of: list.nik.count, size: 1 << 15)
    let likely = parallelMap(cuts.count, threads: threads) { k in
      cuts[k].map { row in
        numbers.prefetch(list, min(row + 16, cuts[k].upperBound - 1))
        return Int32(numbers.twin(list, row) { isSame($0, list, row) } ?? -1)
      }
    }
    var rest: [Int32] = []
    var isTaken = [Bool](repeating: false, count: voters.nik.count)
    var station = [UInt16](repeating: 0, count: voters.nik.count)
    for (cut, found) in zip(cuts, likely) {
      for (row, likely) in zip(cut, found) {
        let voter =
          likely >= 0 && isTaken[Int(likely)]
          ? numbers.twin(list, row) { !isTaken[$0] && isSame($0, list, row) } ?? -1 : Int(likely)
        guard voter >= 0 else {
          rest.append(Int32(row))
          continue
        }
        isTaken[voter] = true
        station[voter] = list.tps[row]
      }
    }
    earlier = list.keeping(rest)
    return StayedVoters(isTaken, station: station)
  }

  private func isSame(_ voter: Int, _ list: RollColumns, _ row: Int) -> Bool {
    let (before, now) = (list.codes[row], voters.codes[voter])
    return !before.isStruck && !now.flags.contains(.movedOn) && [0, now.sexBits].contains(before.sexBits)
      && areas[Int(list.area[row])] == areas[Int(voters.area[voter])]
  }
}
