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
  /// Appends the rows of `parts` in their order, with the case's numbers for words and, by part, for areas; `fileNumbers`
  /// number files in the role. `room`: rows and words that the role will have in all, as far as is known.
  mutating func append(
    _ parts: [PersonPart], _ numbers: CaseNumbers, _ areaNumbers: [[UInt32]], _ fileNumbers: [Int],
    room: (rows: Int, tokens: Int), threads: Int
  ) {
    let rowStarts = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.rows.records.count) }
    let tokenStarts = parts.reduce(into: [tokens.count]) { $0.append($0[$0.count - 1] + $1.rows.tokens.count) }
    precondition(
      tokenStarts[parts.count] < Int(UInt32.max), "a roll holds at most four thousand million words of names")
    let firstToken = tokens.count
    let ends = Ends(
      &self, rows: rowStarts[parts.count], tokens: tokenStarts[parts.count] - firstToken, room: room)
    // A part is small enough to stay at hand while its rows are dealt out to the columns.
    _ = parallelMap(parts.count, threads: threads) { index in
      let part = parts[index]
      let memory = part.rows.memory
      ends.fill(
        part, from: rowStarts[index], token: tokenStarts[index], places: numbers.places(memory),
        addresses: numbers.addresses(memory), notes: numbers.notes(memory), areas: areaNumbers[index],
        file: UInt16(fileNumbers[part.file]))
      let words = numbers.tokens(memory)
      var at = tokenStarts[index] - firstToken
      for token in part.rows.tokens {
        ends.tokens[at] = words[Int(token)]
        at += 1
      }
    }
  }

  /// Where the next rows of each column are written.
  private struct Ends: @unchecked Sendable {
    let nik: UnsafeMutablePointer<NIK>
    let nkk: UnsafeMutablePointer<NIK>
    let birth: UnsafeMutablePointer<CalendarDay>
    let tokenStart: UnsafeMutablePointer<UInt32>
    let tokens: UnsafeMutablePointer<UInt32>
    let place: UnsafeMutablePointer<UInt32>
    let address: UnsafeMutablePointer<UInt32>
    let area: UnsafeMutablePointer<UInt32>
    let rt: UnsafeMutablePointer<UInt16>
    let rw: UnsafeMutablePointer<UInt16>
    let tps: UnsafeMutablePointer<UInt16>
    let codes: UnsafeMutablePointer<VoterCodes>
    let event: UnsafeMutablePointer<CalendarDay>
    let evidence: UnsafeMutablePointer<UInt32>
    let file: UnsafeMutablePointer<UInt16>
    let line: UnsafeMutablePointer<UInt32>
    let offset: UnsafeMutablePointer<UInt64>

    init(_ columns: inout RollColumns, rows: Int, tokens: Int, room: (rows: Int, tokens: Int)) {
      nik = columns.nik.extend(by: rows, room: room.rows)
      nkk = columns.nkk.extend(by: rows, room: room.rows)
      birth = columns.birth.extend(by: rows, room: room.rows)
      tokenStart = columns.tokenStart.extend(by: rows, room: room.rows + 1)
      self.tokens = columns.tokens.extend(by: tokens, room: room.tokens)
      place = columns.place.extend(by: rows, room: room.rows)
      address = columns.address.extend(by: rows, room: room.rows)
      area = columns.area.extend(by: rows, room: room.rows)
      rt = columns.rt.extend(by: rows, room: room.rows)
      rw = columns.rw.extend(by: rows, room: room.rows)
      tps = columns.tps.extend(by: rows, room: room.rows)
      codes = columns.codes.extend(by: rows, room: room.rows)
      event = columns.event.extend(by: rows, room: room.rows)
      evidence = columns.evidence.extend(by: rows, room: room.rows)
      file = columns.file.extend(by: rows, room: room.rows)
      line = columns.line.extend(by: rows, room: room.rows)
      offset = columns.offset.extend(by: rows, room: room.rows)
    }

    /// Deals out the rows of a part. Zeros are not written: a column that the file does not have takes no memory.
    func fill(
      _ part: PersonPart, from row: Int, token: Int, places: [UInt32], addresses: [UInt32], notes: [UInt32],
      areas: [UInt32], file number: UInt16
    ) {
      var at = row
      for record in part.rows.records {
        nik[at] = record.nik
        nkk[at] = record.nkk
        birth[at] = record.birth
        tokenStart[at] = record.tokenEnd + UInt32(token)
        place[at] = places[Int(record.place)]
        if record.address != 0 { address[at] = addresses[Int(record.address)] }
        area[at] = areas[Int(record.area)]
        if record.rt != 0 { rt[at] = record.rt }
        if record.rw != 0 { rw[at] = record.rw }
        if record.tps != 0 { tps[at] = record.tps }
        codes[at] = record.codes
        if !record.event.isUnknown { event[at] = record.event }
        if record.evidence != 0 { evidence[at] = notes[Int(record.evidence)] }
        if number != 0 { file[at] = number }
        line[at] = record.line + part.line
        offset[at] = record.offset
        at += 1
      }
    }
  }
}
