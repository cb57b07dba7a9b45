import RollModel

/// Persons of one piece, about to be joined to their roll.
struct PersonPart: Sendable {
  let rows: PersonRows
  let file: Int
  /// Physical line at which the piece starts.
  let line: UInt32
  let bytes: Int
}

/// What the words of each piece are numbered in the case's lexicon.
struct Numbering: Sendable {
  let tokens: [[UInt32]]
  let places: [[UInt32]]
  let addresses: [[UInt32]]
  let notes: [[UInt32]]
  let areas: [[UInt32]]

  /// Adds the words of all pieces, in the order of the pieces; each dictionary grows on a thread of its own.
  init(_ parts: [PersonPart], _ lexicon: inout Lexicon, _ areas: inout AreaKeys, threads: Int) {
    // Each dictionary is moved out, so that it grows in place and not as a copy.
    let tables = [Table(&lexicon.tokens), Table(&lexicon.places), Table(&lexicon.addresses), Table(&lexicon.notes)]
    let grown = parallelMap(tables.count, threads: threads) { index -> [[UInt32]] in
      parts.map { part in
        switch index {
        case 0: tables[index].add(part.rows.names.tokens)
        case 1: tables[index].add(part.rows.places.reduced)
        case 2: tables[index].add(part.rows.addresses.reduced)
        default: tables[index].add(part.rows.evidence.notes)
        }
      }
    }
    lexicon.tokens = tables[0].strings
    lexicon.places = tables[1].strings
    lexicon.addresses = tables[2].strings
    lexicon.notes = tables[3].strings
    tokens = grown[0]
    places = grown[1]
    addresses = grown[2]
    notes = grown[3]
    self.areas = parts.map { areas.add($0.rows.areas) }
  }

  /// A dictionary that exactly one thread works on at a time.
  private final class Table: @unchecked Sendable {
    var strings = StringTable()
    init(_ source: inout StringTable) { swap(&strings, &source) }
    func add(_ other: StringTable) -> [UInt32] { strings.add(other) }
  }
}

extension RollColumns {
  mutating func reserve(rows: Int, tokens: Int) {
    nik.reserveCapacity(rows)
    nkk.reserveCapacity(rows)
    birth.reserveCapacity(rows)
    tokenStart.reserveCapacity(rows + 1)
    self.tokens.reserveCapacity(tokens)
    place.reserveCapacity(rows)
    address.reserveCapacity(rows)
    area.reserveCapacity(rows)
    rt.reserveCapacity(rows)
    rw.reserveCapacity(rows)
    tps.reserveCapacity(rows)
    codes.reserveCapacity(rows)
    event.reserveCapacity(rows)
    evidence.reserveCapacity(rows)
    file.reserveCapacity(rows)
    line.reserveCapacity(rows)
    offset.reserveCapacity(rows)
  }

  /// Appends the rows of `parts` in their order, with the case's numbers for words; `fileNumbers` number files in the role.
  mutating func append(_ parts: [PersonPart], _ numbers: Numbering, _ fileNumbers: [Int], threads: Int) {
    let rowStarts = parts.reduce(into: [nik.count]) { $0.append($0[$0.count - 1] + $1.rows.records.count) }
    let tokenStarts = parts.reduce(into: [tokens.count]) { $0.append($0[$0.count - 1] + $1.rows.tokens.count) }
    let added = rowStarts[parts.count] - nik.count
    let tokenCount = tokenStarts[parts.count]
    precondition(tokenCount < Int(UInt32.max), "a roll holds at most four thousand million words of names")
    // One column after the other, each cut into the pieces: every column is written by all threads at once. The column of
    // token starts has one element more than rows, so it is written one further on.
    func fill<Value: Sendable>(_ column: inout [Value], _ blank: Value, _ value: @Sendable (PersonRecord, Int) -> Value)
    {
      column.reserve(adding: added)
      let shift = column.count - rowStarts[0]
      column.append(contentsOf: repeatElement(blank, count: added))
      column.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let cells = buffer
        _ = parallelMap(parts.count, threads: threads) { index in
          var at = rowStarts[index] + shift
          parts[index].rows.records.withUnsafeBufferPointer { records in
            for record in records {
              cells[at] = value(record, index)
              at += 1
            }
          }
        }
      }
    }
    fill(&nik, NIK()) { record, _ in record.nik }
    fill(&nkk, NIK()) { record, _ in record.nkk }
    fill(&birth, CalendarDay()) { record, _ in record.birth }
    fill(&tokenStart, 0) { record, part in record.tokenEnd + UInt32(tokenStarts[part]) }
    fill(&place, 0) { record, part in numbers.places[part][Int(record.place)] }
    fill(&address, 0) { record, part in numbers.addresses[part][Int(record.address)] }
    fill(&area, 0) { record, part in numbers.areas[part][Int(record.area)] }
    fill(&rt, 0) { record, _ in record.rt }
    fill(&rw, 0) { record, _ in record.rw }
    fill(&tps, 0) { record, _ in record.tps }
    fill(&codes, VoterCodes()) { record, _ in record.codes }
    fill(&event, CalendarDay()) { record, _ in record.event }
    fill(&evidence, 0) { record, part in numbers.notes[part][Int(record.evidence)] }
    fill(&file, 0) { _, part in UInt16(fileNumbers[parts[part].file]) }
    fill(&line, 0) { record, part in record.line + parts[part].line }
    fill(&offset, 0) { record, _ in record.offset }
    tokens.reserve(adding: tokenCount - tokens.count)
    tokens.append(contentsOf: repeatElement(0, count: tokenCount - tokens.count))
    tokens.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let cells = buffer
      _ = parallelMap(parts.count, threads: threads) { index in
        var at = tokenStarts[index]
        for token in parts[index].rows.tokens {
          cells[at] = numbers.tokens[index][Int(token)]
          at += 1
        }
      }
    }
  }
}

extension Array {
  /// Makes room for more elements; grows by half, so that few waves copy what is there.
  fileprivate mutating func reserve(adding count: Int) {
    let needed = self.count + count
    if capacity < needed { reserveCapacity(capacity == 0 ? needed : Swift.max(needed, capacity * 3 / 2)) }
  }
}
