import RollModel

/// All rolls that are joined, seen as one: how common everything is, and the model that comparing starts from.
package final class JoinedPopulation: Sendable {
  let lexicon: Lexicon
  let mode: NumberMode
  let table: TokenTable
  let frequencies: Frequencies
  let regional: RegionalNames
  let places: PlaceSpellings
  let start: StartingModels
  package let voters: Int
  /// Pairs of voters of two areas.
  package let possible: Double

  init(
    lexicon: Lexicon, mode: NumberMode, table: TokenTable, frequencies: Frequencies, regional: RegionalNames,
    places: PlaceSpellings, start: StartingModels, voters: Int, possible: Double
  ) {
    self.lexicon = lexicon
    self.mode = mode
    self.table = table
    self.frequencies = frequencies
    self.regional = regional
    self.places = places
    self.start = start
    self.voters = voters
    self.possible = possible
  }

  /// Bytes that comparing takes for each record of a part, about: columns, records, keys of two passes and blocks.
  package static let bytesPerRecord = 420

  /// The records of some rows, with what their values are worth among all.
  func records(_ roll: Roll, threads: Int) -> RecordSet {
    let set = RecordSet(roll: roll, lists: [], mode: mode, table: table, threads: threads)
    set.setBits(frequencies, threads: threads)
    return set
  }

  /// A hash of the name of each row, for counting bearers.
  package func nameHash(_ tokens: UnsafeBufferPointer<UInt32>) -> UInt64 {
    tokens.baseAddress.map { NameCounts.hash(table, $0, tokens.count) } ?? 0
  }

  /// Rough settings of blocking for a population of so many.
  var blocking: BlockingSettings {
    var settings = BlockingSettings(voters: voters)
    settings.cap = voters > BlockingSettings.largeRoll ? 16 : 40
    // The province would part those who moved, and the kabupaten everybody.
    settings.ladderSteps = 3
    return settings
  }
}

/// Pairs that a part kept, by numbers of records among all rolls; what is in them stays this module's.
package struct JoinedPairs: Sendable {
  var list: [Comparison]

  package init() { list = [] }
  package var count: Int { list.count }
  package static let stride = MemoryLayout<Comparison>.stride

  /// The numbers of both records of each pair.
  package func forEachRecord(_ body: (UInt32) -> Void) {
    for c in list {
      body(c.a)
      body(c.b)
    }
  }

  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try list.withUnsafeBytes(body)
  }

  /// What `withBytes` lent; of the same program and machine only.
  package mutating func append(bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count % Self.stride == 0, "whole pairs")
    let count = bytes.count / Self.stride
    list.reserveCapacity(list.count + count)
    for k in 0..<count { list.append(bytes.loadUnaligned(fromByteOffset: k * Self.stride, as: Comparison.self)) }
  }

  package mutating func append(_ other: JoinedPairs) { list += other.list }

  /// Each pair once, by its records, with the marks of all passes that brought it.
  package mutating func settle() {
    list.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    var kept = 0
    for k in list.indices {
      if kept > 0, list[kept - 1].a == list[k].a, list[kept - 1].b == list[k].b {
        list[kept - 1].passes |= list[k].passes
      } else {
        list[kept] = list[k]
        kept += 1
      }
    }
    list.removeLast(list.count - kept)
  }
}
