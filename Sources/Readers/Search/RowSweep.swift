import Documents
import Normalizers
import RollModel

/// Says of a row how well it answers a question; one a thread.
package protocol RowJudge: SendableMetatype {
  /// The fields that it looks at: others are empty in the rows it is given.
  static var fields: Set<Field> { get }
  /// 1...1000; 0 where the row does not answer.
  mutating func worth(of row: SweptRow) -> Int
}

/// A row as a judge sees it: fields as they stand in the file, trimmed, valid during the call.
package struct SweptRow {
  package let name, nik, nkk, address, rt, rw, rtRw: FieldBytes
  let birth: FieldBytes
  let birthForm: DateText.Form
  /// The place of birth stands before the date.
  let birthHasPlace: Bool
  package let encoding: TextDecoding.Encoding
  /// Every cell of a row that is cut otherwise than its header, so that any may hold the name; empty for whole rows.
  package let loose: UnsafeBufferPointer<FieldBytes>
}

extension SweptRow {
  /// The date of birth, worked out when asked for; unknown where the row gives none.
  package var birthDay: CalendarDay {
    let date = birthHasPlace ? birth.part(DateText.start(inPlaceAndDate: birth)..<birth.count).trimmed : birth
    return DateText.read(date, form: birthForm).day
  }

  /// A row of which only name and date of birth are known, padded.
  package init(name: FieldBytes, birth: FieldBytes) {
    self.init(
      name: name, nik: .nothing, nkk: .nothing, address: .nothing, rt: .nothing, rw: .nothing, rtRw: .nothing,
      birth: birth,
      birthForm: .automatic, birthHasPlace: false,
      encoding: .automatic, loose: UnsafeBufferPointer(start: nil, count: 0))
  }
}

/// A row that a judge found worth something.
package struct RowHit: Sendable, Equatable {
  package let worth: Int
  /// Number of the file in the sweep.
  package let file: Int
  /// Physical line, the first is 1.
  package let line: Int
  let offset: Int
}

/// Looks through the rows of files as they stand, without making a roll of them: for a question that is asked once.
///
/// Nothing is left out: quarantined rows, earlier issues and repeated files are looked through too, for a person may
/// stand there. O(bytes), in pieces that threads read by themselves.
package struct RowSweep: Sendable {
  private let files: [OpenedFile]
  /// One sentence for each file that could not be read.
  package let refusals: [String]
  private let pieceSize: Int

  /// Opens the sources whose rows are persons, in order of role and name.
  package init(_ sources: [Source], threads: Int, pieceSize: Int = 1 << 20) {
    self.pieceSize = pieceSize
    let ordered = sources.filter(\.role.isPersons)
    var books: [Role: HeaderBook] = [:]
    for source in ordered where books[source.role] == nil { books[source.role] = HeaderBook(role: source.role) }
    let known = books
    let attempts = parallelMap(ordered.count, threads: threads) { index -> Result<[OpenedFile], Refusal> in
      let source = ordered[index]
      do throws(Refusal) {
        return .success(try OpenedFile.all(source, known[source.role] ?? HeaderBook(role: source.role)))
      } catch { return .failure(error) }
    }
    var files: [OpenedFile] = []
    var refusals: [String] = []
    for (source, attempt) in zip(ordered, attempts) {
      switch attempt {
      case .success(let opened): files += opened
      case .failure(let refusal): refusals.append("\(source.name): \(refusal.words)")
      }
    }
    self.files = files
    self.refusals = refusals
  }

  /// The rows that `judge` finds worth something, in the order of files and lines, and how many rows there are.
  package func rows<Judge: RowJudge>(
    threads: Int, _ judge: @Sendable () -> Judge
  ) -> (hits: [RowHit], rows: Int) {
    let pieces = files.indices.flatMap { piecesOfFile($0) }
    let next = Counter()
    let lanes = parallelMap(max(1, threads), threads: threads) { _ -> [(piece: Int, found: Found)] in
      var judge = judge()
      var all: [(piece: Int, found: Found)] = []
      while true {
        let index = next.take()
        guard index < pieces.count else { return all }
        all.append((index, read(pieces[index], firstRow(of: pieces[index]), &judge)))
      }
    }
    var found = [Found?](repeating: nil, count: pieces.count)
    for (index, one) in lanes.joined() { found[index] = one }
    return join(pieces, found, judge)
  }

  /// What the file says in a field of a row.
  package func text(_ field: Field, of hit: RowHit) -> String {
    let file = files[hit.file]
    let written = SourceTexts(file).scannedText(field, at: hit.offset)
    guard written.isEmpty else { return written }
    // What stands above the header, or above the row's block, holds for every row below.
    let title = file.title(at: hit.offset)
    switch field {
    case .desa: return title.desa
    case .kecamatan: return title.kecamatan
    case .tps: return (file.source.station ?? title.station).map(String.init) ?? ""
    default: return written
    }
  }

  /// A NIK or NKK with `*` for digits that are hidden or lost; what is no number as it is written.
  package func number(_ field: Field, of hit: RowHit) -> String {
    let written = text(field, of: hit)
    let number = withFieldBytes(written) { IdentityNumber.read($0).number }
    if number.isMissing { return written }
    return (number.isRounded ? number.settled(isLost: true) : number).description
  }

  /// The day that a field of a row names; unknown where it names none.
  package func day(_ field: Field, of hit: RowHit) -> CalendarDay {
    let form = files[hit.file].map.dateForms[field] ?? .automatic
    return withFieldBytes(text(field, of: hit)) { DateText.read($0, form: form).day }
  }

  /// Path of the file inside the case, with the sheet where it has several.
  package func name(_ hit: RowHit) -> String { files[hit.file].source.name }

  /// The list that the row stands on: of a village's residents the status says which.
  package func role(of hit: RowHit) -> Role {
    let file = files[hit.file]
    guard let residents = ResidentStatus(file.source, file.map) else { return file.source.role }
    var scanner = CSVScanner(file.file, from: hit.offset, dialect: file.dialect)
    return scanner.next().map { residents.place(of: $0, RowReader(file.map)).role } ?? file.source.role
  }
}

// MARK: The work

extension RowSweep {
  /// What became of a piece; lines count from where it starts.
  private struct Found {
    var hits: [RowHit] = []
    var rows = 0
    var start: Int
    var end: Int
    var lines = 0
  }

  private func piecesOfFile(_ file: Int) -> [Piece] {
    let opened = files[file]
    var all: [Piece] = []
    var start = opened.dataStart
    while start < opened.file.count {
      let end = min(opened.file.count, (start / pieceSize + 1) * pieceSize)
      all.append(Piece(file: file, range: start..<end, isFirst: start == opened.dataStart))
      start = end
    }
    return all
  }

  /// Where the piece's first row seems to start: behind a line break, unless that stands in quotes.
  private func firstRow(of piece: Piece) -> Int {
    let opened = files[piece.file]
    var at = piece.range.lowerBound
    if piece.isFirst { return at }
    while at < opened.file.count, !opened.file.endsLine(before: at) { at += 1 }
    return at
  }

  private func read<Judge: RowJudge>(_ piece: Piece, _ start: Int, _ judge: inout Judge) -> Found {
    var found = Found(start: start, end: start)
    guard start < piece.range.upperBound else { return found }
    let opened = files[piece.file]
    let reader = RowReader(opened.map)
    func column(_ field: Field) -> Int { Judge.fields.contains(field) ? reader.column(field) : RowReader.absent }
    let (name, nik, nkk, address) = (column(.name), column(.nik), column(.nkk), column(.address))
    let (rt, rw, rtRw) = (column(.rt), column(.rw), column(.rtRw))
    let (birth, both) = (column(.birthDate), column(.birthPlaceAndDate))
    let hasPlace = birth == RowReader.absent
    let birthForm = opened.map.dateForms[hasPlace ? .birthPlaceAndDate : .birthDate] ?? .automatic
    let whole = UnsafeBufferPointer<FieldBytes>(start: nil, count: 0)
    var scanner = CSVScanner(opened.file, from: start, dialect: opened.dialect)
    while scanner.position < piece.range.upperBound, let row = scanner.next() {
      if row.fields[0].isEmpty, row.isBlank { continue }
      found.rows += 1
      let swept = SweptRow(
        name: reader.value(name, row), nik: reader.value(nik, row), nkk: reader.value(nkk, row),
        address: reader.value(address, row), rt: reader.value(rt, row), rw: reader.value(rw, row),
        rtRw: reader.value(rtRw, row), birth: reader.value(hasPlace ? both : birth, row), birthForm: birthForm,
        birthHasPlace: hasPlace, encoding: opened.encoding,
        loose: row.count == opened.map.width ? whole : row.fields)
      let worth = judge.worth(of: swept)
      if worth > 0 {
        found.hits.append(RowHit(worth: worth, file: piece.file, line: row.line, offset: row.offset))
      }
    }
    found.end = scanner.position
    found.lines = scanner.lines
    return found
  }

  /// Puts the pieces together in order; one that did not start where the one before it ended is read again.
  private func join<Judge: RowJudge>(
    _ pieces: [Piece], _ found: [Found?], _ judge: () -> Judge
  ) -> (hits: [RowHit], rows: Int) {
    var hits: [RowHit] = []
    var rows = 0
    var end = 0
    var lines = 0
    for (piece, found) in zip(pieces, found) {
      guard var found else { preconditionFailure("every piece was read") }
      if piece.isFirst { (end, lines) = (piece.range.lowerBound, files[piece.file].dataLine) }
      if found.start != end {
        var judge = judge()
        found = read(piece, end, &judge)
      }
      hits += found.hits.map {
        RowHit(worth: $0.worth, file: $0.file, line: lines + $0.line, offset: $0.offset)
      }
      rows += found.rows
      lines += found.lines
      end = found.end
    }
    return (hits, rows)
  }
}
