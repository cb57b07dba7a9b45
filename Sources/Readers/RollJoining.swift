import RollModel

/// Persons of one piece, about to be joined to their roll.
struct PersonPart: Sendable {
  let rows: PersonRows
  let file: Int
  /// Physical line at which the piece starts.
  let line: UInt32
  let bytes: Int
}

/// The case's numbers of the words in each memory, by kind of word; grown as pieces are joined.
struct CaseNumbers: Sendable {
  /// By kind and memory.
  private var numbers: [[[UInt32]]] = Array(repeating: [], count: WordMemory.kinds)
  private static let unset = UInt32.max

  /// Numbers the words that the pieces met, in the order of the pieces; each dictionary grows on a thread of its own.
  mutating func add(_ parts: [PersonPart], _ lexicon: inout Lexicon, _ shelf: WordShelf, threads: Int) {
    // Each dictionary is moved out, so that it grows in place and not as a copy.
    let tables = [
      Table(&lexicon.tokens, &numbers[0]), Table(&lexicon.places, &numbers[1]),
      Table(&lexicon.addresses, &numbers[2]), Table(&lexicon.notes, &numbers[3]),
    ]
    _ = parallelMap(tables.count, threads: threads) { kind in
      let words = (0..<shelf.count).map { shelf.table(kind, of: $0) ?? StringTable() }
      for part in parts { tables[kind].add(part.rows.met(kind), words[part.rows.memory], part.rows.memory) }
    }
    for kind in tables.indices { numbers[kind] = tables[kind].numbers }
    lexicon.tokens = tables[0].strings
    lexicon.places = tables[1].strings
    lexicon.addresses = tables[2].strings
    lexicon.notes = tables[3].strings
  }

  /// By word of the memory, its number in the case.
  func tokens(_ memory: Int) -> [UInt32] { numbers[0][memory] }
  func places(_ memory: Int) -> [UInt32] { numbers[1][memory] }
  func addresses(_ memory: Int) -> [UInt32] { numbers[2][memory] }
  func notes(_ memory: Int) -> [UInt32] { numbers[3][memory] }

  /// A dictionary that exactly one thread works on at a time.
  private final class Table: @unchecked Sendable {
    var strings = StringTable()
    var numbers: [[UInt32]] = []

    init(_ source: inout StringTable, _ known: inout [[UInt32]]) {
      swap(&strings, &source)
      swap(&numbers, &known)
    }

    func add(_ met: [UInt32], _ words: StringTable, _ memory: Int) {
      while numbers.count <= memory { numbers.append([]) }
      let missing = words.count - numbers[memory].count
      if missing > 0 { numbers[memory].append(contentsOf: repeatElement(unset, count: missing)) }
      for word in met where numbers[memory][Int(word)] == unset {
        numbers[memory][Int(word)] = UInt32(words.withBytes(Int(word)) { strings.intern($0) })
      }
    }
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

  /// Appends the rows of `parts` in their order, with the case's numbers for words and, by part, for areas; `fileNumbers`
  /// number files in the role.
  mutating func append(
    _ parts: [PersonPart], _ numbers: CaseNumbers, _ areaNumbers: [[UInt32]], _ fileNumbers: [Int], threads: Int
  ) {
    let places = parts.map { numbers.places($0.rows.memory) }
    let addresses = parts.map { numbers.addresses($0.rows.memory) }
    let notes = parts.map { numbers.notes($0.rows.memory) }
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
    fill(&place, 0) { record, part in places[part][Int(record.place)] }
    fill(&address, 0) { record, part in addresses[part][Int(record.address)] }
    fill(&area, 0) { record, part in areaNumbers[part][Int(record.area)] }
    fill(&rt, 0) { record, _ in record.rt }
    fill(&rw, 0) { record, _ in record.rw }
    fill(&tps, 0) { record, _ in record.tps }
    fill(&codes, VoterCodes()) { record, _ in record.codes }
    fill(&event, CalendarDay()) { record, _ in record.event }
    fill(&evidence, 0) { record, part in notes[part][Int(record.evidence)] }
    fill(&file, 0) { _, part in UInt16(fileNumbers[parts[part].file]) }
    fill(&line, 0) { record, part in record.line + parts[part].line }
    fill(&offset, 0) { record, _ in record.offset }
    tokens.reserve(adding: tokenCount - tokens.count)
    tokens.append(contentsOf: repeatElement(0, count: tokenCount - tokens.count))
    tokens.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let cells = buffer
      _ = parallelMap(parts.count, threads: threads) { index in
        var at = tokenStarts[index]
        let tokens = numbers.tokens(parts[index].rows.memory)
        for token in parts[index].rows.tokens {
          cells[at] = tokens[Int(token)]
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
