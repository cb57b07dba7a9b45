import Documents
import RollModel

/// Reads the words of residents who are not on the roll under their number and birth date, once that is known.
///
/// A kabupaten's residents are as many as its voters, and the words of a row cost as much as all else in it; what is left
/// to compare are a few in a hundred. Rows that have their words then are `Roll.rowsWithWords`.
struct LateWords {
  let opened: [OpenedFile]
  let contexts: [PieceContext]
  /// For each file: what was done to rows whose cells were put right, by the byte at which they start.
  let deeds: [[Int: Repair.Deed]]
  let threads: Int

  /// Rows that one thread reads at a time, of one file.
  private static let rowsAtOnce = 4096

  /// A stretch of the wanted rows, all of one file.
  private struct Stretch {
    let file: Int
    let wanted: Range<Int>
  }

  /// Fills in the words of all rows that a number cannot settle, and returns these rows.
  ///
  /// - Parameters:
  ///   - files: the list's files, by number in its role.
  ///   - state: of the list's numbers; only whole ones settle anything.
  func read(
    of columns: inout RollColumns, files: [Int], state: SourceFile.NumberState, _ numbers: NumberIndex,
    into lexicon: inout Lexicon
  ) -> [Int32] {
    let wanted = wanted(columns, state, numbers)
    let stretches = stretches(wanted, columns, files)
    let rows = columns
    let desks = parallelMap(stretches.count, threads: threads) { k in
      desk(stretches[k].file, wanted[stretches[k].wanted], rows)
    }
    for desk in desks { desk.memory.settle(&lexicon) }
    fill(&columns, wanted, stretches, desks)
    return wanted
  }

  private func wanted(_ columns: RollColumns, _ state: SourceFile.NumberState, _ numbers: NumberIndex) -> [Int32] {
    guard state == .full || state == .absent else { return (0..<Int32(columns.nik.count)).map { $0 } }
    let cuts = pieces(of: columns.nik.count, size: 1 << 15)
    return parallelMap(cuts.count, threads: threads) { k in
      cuts[k].compactMap { row in
        numbers.prefetch(columns, min(row + 16, cuts[k].upperBound - 1))
        return numbers.hasTwin(columns, row) ? nil : Int32(row)
      }
    }.flatMap { $0 }
  }

  private func stretches(_ wanted: [Int32], _ columns: RollColumns, _ files: [Int]) -> [Stretch] {
    var all: [Stretch] = []
    var start = 0
    while start < wanted.count {
      let file = columns.file[Int(wanted[start])]
      var end = start + 1
      while end < wanted.count, end - start < Self.rowsAtOnce, columns.file[Int(wanted[end])] == file { end += 1 }
      all.append(Stretch(file: files[Int(file)], wanted: start..<end))
      start = end
    }
    return all
  }

  /// Reads the words of some rows of one file and leaves them on a desk of their own.
  private func desk(_ number: Int, _ rows: ArraySlice<Int32>, _ columns: RollColumns) -> ReadingDesk {
    let file = opened[number]
    let context = contexts[number]
    let desk = ReadingDesk(isGeneral: context.isGeneral)
    let reader = RowReader(context.map)
    var taker = PersonRows(context, desk, capacity: rows.count)
    for row in rows {
      let offset = Int(columns.offset[Int(row)])
      var scanner = CSVScanner(file.file, from: offset, dialect: file.dialect)
      guard let cells = scanner.next() else { preconditionFailure("a row that was read can be read again") }
      if let deed = deeds[number][offset] {
        let rest = WrappedName.rest(deed, in: file.file, from: scanner.position, file.dialect)
        MendedCells(cells, deed, width: context.map.width, delimiter: context.delimiter, rest: rest)
          .withRow(at: cells) { taker.takeWords($0, reader) }
      } else {
        taker.takeWords(cells, reader)
      }
    }
    _ = taker.finish(desk)
    if let first = rows.first, let last = rows.last {
      file.file.release(Int(columns.offset[Int(first)])..<Int(columns.offset[Int(last)]))
    }
    return desk
  }

  /// Deals out the words, and lets every row's tokens end where they now do.
  private func fill(
    _ columns: inout RollColumns, _ wanted: [Int32], _ stretches: [Stretch], _ desks: [ReadingDesk]
  ) {
    precondition(columns.tokens.isEmpty, "no row had words")
    let tokens = columns.tokens.extend(by: desks.reduce(0) { $0 + $1.tokens.count })
    var end: UInt32 = 0
    var next = 0
    for (stretch, desk) in zip(stretches, desks) {
      let words = desk.memory
      let first = end
      for (at, token) in desk.tokens.enumerated() { tokens[Int(first) + at] = words.tokenNumbers[token] }
      for (record, row) in zip(desk.records, wanted[stretch.wanted]) {
        while next < row {
          next += 1
          columns.tokenStart[next] = end
        }
        end = first + record.tokenEnd
        if record.place != 0 { columns.place[Int(row)] = words.placeNumbers[record.place] }
        if record.address != 0 { columns.address[Int(row)] = words.addressNumbers[record.address] }
        if record.evidence != 0 { columns.evidence[Int(row)] = words.evidenceNumbers[record.evidence] }
        columns.codes[Int(row)] = VoterCodes(bits: columns.codes[Int(row)].bits | record.codes.bits)
      }
    }
    while next < columns.nik.count {
      next += 1
      columns.tokenStart[next] = end
    }
  }
}
