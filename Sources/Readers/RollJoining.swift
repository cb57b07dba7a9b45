import Dispatch
import RollModel

/// Where the rows of a piece stand in the columns of their role, and by what numbers.
struct RowPlaces {
  private let nik: UnsafeMutablePointer<NIK>
  private let nkk: UnsafeMutablePointer<NIK>
  private let birth: UnsafeMutablePointer<CalendarDay>
  private let tokenStart: UnsafeMutablePointer<UInt32>
  private let tokens: UnsafeMutablePointer<UInt32>
  private let place: UnsafeMutablePointer<UInt32>
  private let address: UnsafeMutablePointer<UInt32>
  private let area: UnsafeMutablePointer<UInt32>
  private let rt: UnsafeMutablePointer<UInt16>
  private let rw: UnsafeMutablePointer<UInt16>
  private let tps: UnsafeMutablePointer<UInt16>
  private let codes: UnsafeMutablePointer<VoterCodes>
  private let event: UnsafeMutablePointer<CalendarDay>
  private let evidence: UnsafeMutablePointer<UInt32>
  private let file: UnsafeMutablePointer<UInt16>
  private let line: UnsafeMutablePointer<UInt32>
  private let offset: UnsafeMutablePointer<UInt64>
  private let firstToken: UInt32
  /// The case's numbers of the piece's areas.
  private let areas: [UInt32]
  private let fileNumber: UInt16
  /// Physical line at which the piece starts.
  private let firstLine: UInt32
  /// Left when the rows are written.
  private let fills: DispatchGroup

  /// Adds rows and tokens to the columns. `room`: what the role will have in all, as far as is known.
  init(
    _ columns: inout RollColumns, _ count: (rows: Int, tokens: Int), room: (rows: Int, tokens: Int), areas: [UInt32],
    file number: UInt16, line: UInt32, _ fills: DispatchGroup
  ) {
    let rows = count.rows
    precondition(
      columns.tokens.count + count.tokens < Int(UInt32.max), "a roll holds at most four thousand million words of names"
    )
    firstToken = UInt32(columns.tokens.count)
    nik = columns.nik.extend(by: rows, room: room.rows)
    nkk = columns.nkk.extend(by: rows, room: room.rows)
    birth = columns.birth.extend(by: rows, room: room.rows)
    tokenStart = columns.tokenStart.extend(by: rows, room: room.rows + 1)
    tokens = columns.tokens.extend(by: count.tokens, room: room.tokens)
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
    self.line = columns.line.extend(by: rows, room: room.rows)
    offset = columns.offset.extend(by: rows, room: room.rows)
    self.areas = areas
    fileNumber = number
    firstLine = line
    self.fills = fills
  }

  /// Deals out the rows on the desk, which are small enough to be still at hand. Zeros are not written: a column that the
  /// file does not have takes no memory.
  func fill(from desk: ReadingDesk) {
    let words = desk.memory
    for (at, token) in desk.tokens.enumerated() { tokens[at] = words.tokenNumbers[token] }
    for (at, record) in desk.records.enumerated() {
      nik[at] = record.nik
      nkk[at] = record.nkk
      birth[at] = record.birth
      tokenStart[at] = record.tokenEnd + firstToken
      if record.place != 0 { place[at] = words.placeNumbers[record.place] }
      if record.address != 0 { address[at] = words.addressNumbers[record.address] }
      area[at] = areas[Int(record.area)]
      if record.rt != 0 { rt[at] = record.rt }
      if record.rw != 0 { rw[at] = record.rw }
      if record.tps != 0 { tps[at] = record.tps }
      codes[at] = record.codes
      if !record.event.isUnknown { event[at] = record.event }
      if record.evidence != 0 { evidence[at] = words.evidenceNumbers[record.evidence] }
      if fileNumber != 0 { file[at] = fileNumber }
      line[at] = record.line + firstLine
      offset[at] = record.offset
    }
    fills.leave()
  }
}

extension RollColumns {
  /// Whether so many rows and tokens can be added where the columns stand.
  func hasRoom(_ count: (rows: Int, tokens: Int)) -> Bool { nik.room >= count.rows && tokens.room >= count.tokens }
}
