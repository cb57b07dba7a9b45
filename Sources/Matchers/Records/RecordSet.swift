import RollModel

/// The records of a roll and of every list that is matched against it, in one row of numbers.
///
/// Records `0..<rollCount` are the roll's rows; each list follows in a range of its own. Blocking and comparing see only
/// this. About 64 + 8 bytes a record.
final class RecordSet: Sendable {
  let rollCount: Int
  let count: Int
  let records: Storage<MatchRecord>
  /// Tokens of record `i` stand at `tokenStart[i]..<tokenStart[i + 1]`.
  let tokenStart: Storage<UInt32>
  let tokens: Storage<UInt32>
  let table: TokenTable
  /// Hashes of the voters' whole names, in the order of their words; see `NameCounts.hash`.
  let nameHashes: Storage<UInt64>
  let lists: [ListPart]
  /// The list part of each record beyond the roll.
  private let partOfRecord: Storage<UInt8>
  let mode: NumberMode
  /// Whether sex is written in most rows: only then does it part blocks.
  let hasSex: Bool
  /// Voters with a NIK.
  let numberHolders: Int
  let homeRegions: HomeRegions

  /// The part of the records that one list fills.
  struct ListPart: Sendable {
    let role: Role
    /// Rows of the list that take part, in order.
    let rows: [Int32]
    let start: Int
    var range: Range<Int> { start..<(start + rows.count) }
  }

  /// - Parameter asOf: the day of ages that no other day is known of.
  init(
    roll: Roll, lists: [(roll: Roll, rows: [Int32])], mode: NumberMode, table: TokenTable,
    asOf: CalendarDay = CalendarDay(), threads: Int
  ) {
    rollCount = roll.count
    var parts: [ListPart] = []
    var next = roll.count
    for list in lists {
      parts.append(ListPart(role: list.roll.role, rows: list.rows, start: next))
      next += list.rows.count
    }
    self.lists = parts
    partOfRecord = Storage(repeating: 0, count: next - roll.count)
    for (k, part) in parts.enumerated() { for at in part.range { partOfRecord[at - roll.count] = UInt8(k) } }
    count = next
    self.mode = mode
    self.table = table
    let total = next
    let starts = Storage<UInt32>(total + 1)
    roll.columns.tokenStart.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { starts.base.update(from: base, count: roll.count + 1) }
    }
    var tokenEnd = starts[roll.count]
    for (part, list) in zip(parts, lists) {
      for (i, row) in part.rows.enumerated() {
        let columns = list.roll.columns
        tokenEnd += columns.tokenStart[Int(row) + 1] - columns.tokenStart[Int(row)]
        starts[part.start + i + 1] = tokenEnd
      }
    }
    let all = Storage<UInt32>(Int(tokenEnd) + 4)
    roll.columns.tokens.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { all.base.update(from: base, count: Int(starts[roll.count])) }
    }
    tokenStart = starts
    tokens = all
    let made = Storage<MatchRecord>(total + 64)
    records = made
    let rollPieces = pieces(of: roll.count, size: 1 << 15)
    let hashes = Storage<UInt64>(roll.count)
    nameHashes = hashes
    let ofRoll = RecordMaker(roll: roll, mode: mode, table: table)
    let ofLists = lists.map { RecordMaker(roll: $0.roll, mode: mode, table: table) }
    let counted = parallelMap(parts.count + rollPieces.count, threads: threads) { [parts] task -> Stated in
      guard task >= parts.count else {
        ofLists[task].make(part: parts[task], into: made.base, tokens: all.base, starts: starts.base)
        return Stated()
      }
      let k = task - parts.count
      for row in rollPieces[k] {
        hashes[row] = NameCounts.hash(table, all.base + Int(starts[row]), Int(starts[row + 1] - starts[row]))
      }
      return ofRoll.make(rows: rollPieces[k], into: made.base, tokens: all.base, starts: starts.base)
    }
    let ages = StatedAges(asOf: asOf)
    ages.write(of: roll, 0..<roll.count, into: made.base)
    for (part, list) in zip(parts, lists) {
      ages.write(of: list.roll, part.rows.lazy.map(Int.init), into: made.base + part.start)
    }
    hasSex = counted.reduce(0) { $0 + $1.sexes } * 2 > roll.count
    numberHolders = counted.reduce(0) { $0 + $1.numbers }
    homeRegions = HomeRegions(made, count: roll.count, holders: numberHolders)
  }

  /// Records of the roll, then of each list.
  var partRanges: [Range<Int>] { [0..<rollCount] + lists.map(\.range) }

  /// Calls `body` with the desa and the rows of each run of voters who stand in one desa. Rolls stand by desa, so these
  /// are few, but one desa may come more than once.
  func forEachDesa(_ body: (UInt32, Range<Int>) -> Void) {
    var row = 0
    while row < rollCount {
      let first = row
      let area = records[row].area
      while row < rollCount, records[row].area == area { row += 1 }
      body(area, first..<row)
    }
  }

  @inline(__always) func tokenPointer(_ record: Int) -> UnsafePointer<UInt32> {
    UnsafePointer(tokens.base + Int(tokenStart[record]))
  }

  @inline(__always) func tokenCount(_ record: Int) -> Int { Int(tokenStart[record + 1] - tokenStart[record]) }
}

/// How many rows state a sex, and how many a NIK.
private struct Stated: Sendable {
  var sexes = 0
  var numbers = 0
}

/// Turns columns into records.
private struct RecordMaker: Sendable {
  private let columns: RollColumns
  /// By area.
  private let kecamatan: [UInt16]
  private let mode: NumberMode
  private let table: TokenTable

  init(roll: Roll, mode: NumberMode, table: TokenTable) {
    columns = roll.columns
    kecamatan = roll.lexicon.areas.entries.map { UInt16(truncatingIfNeeded: $0.kecamatanNumber) }
    self.mode = mode
    self.table = table
  }

  func make(
    rows: Range<Int>, into records: UnsafeMutablePointer<MatchRecord>, tokens: UnsafeMutablePointer<UInt32>,
    starts: UnsafeMutablePointer<UInt32>
  ) -> Stated {
    var stated = Stated()
    for row in rows {
      records[row] = record(row, tokens, starts[row]..<starts[row + 1])
      if records[row].sex != 0 { stated.sexes += 1 }
      if records[row].nik != 0 { stated.numbers += 1 }
    }
    return stated
  }

  func make(
    part: RecordSet.ListPart, into records: UnsafeMutablePointer<MatchRecord>, tokens: UnsafeMutablePointer<UInt32>,
    starts: UnsafeMutablePointer<UInt32>
  ) {
    for (i, row) in part.rows.enumerated() {
      let at = part.start + i
      let from = Int(columns.tokenStart[Int(row)])
      let count = Int(starts[at + 1] - starts[at])
      for k in 0..<count { tokens[Int(starts[at]) + k] = columns.tokens[from + k] }
      records[at] = record(Int(row), tokens, starts[at]..<starts[at + 1])
    }
  }

  /// The record of `row`, whose tokens stand at `place` of `all`.
  private func record(_ row: Int, _ all: UnsafePointer<UInt32>, _ place: Range<UInt32>) -> MatchRecord {
    let tokens = all + Int(place.lowerBound)
    let count = place.count
    var made = MatchRecord()
    if count > MatchRecord.mostTokensInside {
      made.token0 = place.lowerBound
    } else {
      if count > 0 { made.token0 = tokens[0] }
      if count > 1 { made.token1 = tokens[1] }
    }
    made.tokenCount = UInt8(min(count, 15))
    let nik = columns.nik[row]
    made.nik = mode.value(nik)
    made.nkk = mode.card(columns.nkk[row], area: columns.area[row], address: columns.address[row])
    let birth = columns.birth[row]
    made.birth = birth.bits
    made.place = columns.place[row]
    made.area = columns.area[row]
    made.address = columns.address[row]
    made.kecamatan = kecamatan[Int(columns.area[row])]
    var ownsDate = false
    if made.nik != 0 {
      let year = mode == .masked ? 0 : nik.yearDigits
      made.numberDate = UInt32(nik.day | nik.month << 5 | year << 9) | 1 << 16
      ownsDate =
        mode != .masked && birth.isComplete && nik.day == birth.day && nik.month == birth.month
        && nik.yearDigits == birth.year % 100
    }
    var given = 0
    for i in 0..<min(count, 7) where !table.codes[Int(tokens[i])].isPrefix {
      given = i
      break
    }
    let codes = columns.codes[row]
    made.codes = UInt8(codes.sexBits) | UInt8(codes.maritalBits) << 2 | (ownsDate ? 16 : 0) | UInt8(given) << 5
    return made
  }
}

extension RecordSet {
  /// The list part that a record belongs to; nil for a record of the roll.
  @inline(__always) func partIndex(_ record: Int) -> Int? {
    record < rollCount ? nil : Int(partOfRecord[record - rollCount])
  }

  /// Writes into each record what its name and its birth date can be worth.
  func setBits(_ frequencies: Frequencies, threads: Int) {
    let cuts = pieces(of: count, size: 1 << 15)
    _ = parallelMap(cuts.count, threads: threads) { k in
      let tokenBits = frequencies.tokenBits.base
      for i in cuts[k] {
        let record = records.base + i
        let decade = Frequencies.decade(ofYear: record.pointee.year)
        let token = tokenPointer(i)
        var sum: Float = 0
        for t in 0..<min(NameComparator.longest, tokenCount(i)) {
          let bits = tokenBits[Int(token[t]) &* Frequencies.decades &+ decade]
          // Without a year the other side's decade decides, which may make the token rarer by the lift's floor.
          sum += decade == Frequencies.plainDecade ? bits + 1 : bits
        }
        let place = record.pointee.place
        record.pointee.nameBits = sum
        record.pointee.placeInAreaBits = frequencies.placesByArea.bits(group: record.pointee.area, place: place)
        record.pointee.placeInKecamatanBits = frequencies.placesByKecamatan.bits(
          group: UInt32(record.pointee.kecamatan), place: place)
        record.pointee.birthBits = frequencies.birthBits(record.pointee.birth)
      }
    }
  }
}
