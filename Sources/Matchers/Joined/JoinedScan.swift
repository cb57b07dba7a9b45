import RollModel

/// What comparing one part of the joined rolls gave.
package struct JoinedPart: Sendable {
  package var pairs = JoinedPairs()
  /// Pairs looked at by each pass of the key, keys made, and blocks and rows that stayed too many to compare.
  package var looked: [Int] = []
  package var compared = 0
  package var skippedBlocks = 0
  package var skippedRows = 0
  /// Of the key by name: pairs of one name and one birth date in two areas, found and expected by chance.
  package var namesakes: (found: Int, expected: Double) = (0, 0)

  package init() {}
}

extension JoinedPopulation {
  /// Compares the records of one part with each other, across areas, by the passes of `key`.
  ///
  /// - Parameters:
  ///   - roll: the part's rows; `area` is the kabupaten.
  ///   - numbers: the number of each row among all rolls, ascending.
  package func scan(_ roll: Roll, numbers: [UInt32], key: JoinedKey, threads: Int) -> JoinedPart {
    var part = JoinedPart()
    guard roll.count > 1 else {
      part.looked = key.passes.map { _ in 0 }
      return part
    }
    let set = records(roll, threads: threads)
    let settings = blocking
    let blocker = Blocker(
      set: set, keys: BlockingKeys(set, settings, lexicon.places), settings: settings, passes: key.passes)
    let (blocks, names) = blocker.run(threads: threads) { [frequencies] in
      key == .name ? NameCounts(set, dates: frequencies.dateCount) : nil
    }
    if let names { part.namesakes = names.acrossAreas }
    var scan = PairScan(set: set, frequencies: frequencies, places: places)
    scan.acrossAreas = true
    var kept = scan.run(
      blocks, passes: key.passes, duplicates: start.duplicates.scanTables(), links: [], threads: threads,
      progress: nil)
    let secondLook = SecondLook(set, start.regionPlaces, kept: kept, design: .full, threads: threads)
    secondLook.refine(&kept.duplicates, threads: threads)
    let tables = start.duplicates.tables()
    for var c in kept.duplicates {
      regional.refine(&c, set)
      guard tables.weigh(c).total >= Double(PairScan.floor) else { continue }
      c.a = numbers[Int(c.a)]
      c.b = numbers[Int(c.b)]
      c.passes <<= UInt32(key.firstPass)
      part.pairs.list.append(c)
    }
    part.looked = kept.looked.map { $0[0] }
    part.compared = kept.compared
    for block in blocks {
      part.skippedBlocks += block.skipped.blocks[0]
      part.skippedRows += block.skipped.rows[0]
    }
    return part
  }
}
