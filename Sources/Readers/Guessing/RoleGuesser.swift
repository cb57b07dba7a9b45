import Documents
import Normalizers
import RollModel

/// Guesses what the files of a folder are: role and columns of each, with the reasons.
///
/// Each file is looked at by itself against the tables of `RoleClues`; then rolls are told apart from earlier rolls and
/// from lists of voters who vote elsewhere, which only the files together show. The same files give the same guesses.
package struct RoleGuesser: Sendable {
  private let threads: Int

  package init(threads: Int) { self.threads = threads }

  /// Guesses for `files` (absolute path, name inside the folder), in the order given.
  package func guess(_ files: [(path: String, name: String)]) -> [FileGuess] {
    var guesses = parallelMap(files.count, threads: threads) { Self.guess(files[$0].path, files[$0].name) }
    MovedVoterGuess.settle(&guesses)
    RollOrder.settle(&guesses)
    return guesses
  }

  private static func guess(_ path: String, _ name: String) -> FileGuess {
    var guess = FileGuess(path: path, name: name)
    let table: SampledTable
    do throws(Refusal) { table = try SampledTable(path: path) } catch {
      guess.problem = error.words
      return guess
    }
    guess.rows = table.rowCount
    guess.isRowCountExact = table.isRowCountExact
    guess.kabupaten = kabupaten(table)
    guess.movingSign = MovedVoterGuess.sign(name, table)
    guard !table.rows.isEmpty, table.shapes.count > 1 else {
      guess.problem = table.rows.isEmpty ? "hanya berisi judul, tidak ada baris data." : "hanya berisi satu kolom."
      return guess
    }
    // An earlier roll is told from a roll by its folder alone, or later by the other files.
    let folders = name.split(separator: "/").dropLast().map(String.init)
    let roles = Role.allCases.filter { $0 != .previousRoll || folders.contains($0.rawValue) }
    let scores = roles.map { RoleScore($0, name: name, table: table) }
    // Of equals the role that is declared first.
    let ranked = scores.enumerated().sorted { ($1.element.points, $0.offset) < ($0.element.points, $1.offset) }
      .map(\.element)
    let isClear = ranked[0].points >= RoleClues.fewest && ranked[0].points > ranked[1].points
    // An unclear list that may be one of voters who vote elsewhere is settled as such, so its columns are read so.
    let isOther = !isClear && guess.movingSign != nil && !MovedVoterGuess.near.contains(ranked[0].role)
    let shown = isOther ? scores.first { $0.role == .movedVoters } ?? ranked[0] : ranked[0]
    describe(shown, table, &guess)
    if guess.movingSign != nil { guess.persons = PersonMarks(table, shown.match.map) }
    guard isClear else {
      guess.reasons = reasons(ranked)
      return guess
    }
    guess.role = ranked[0].role
    guess.reasons = ranked[0].reasons
    check(&guess)
    return guess
  }

  private static func reasons(_ ranked: [RoleScore]) -> [String] {
    let possible = ranked.filter { $0.points > 0 && $0.points >= ranked[0].points - 1 }
    return possible.prefix(3).map { "mungkin \($0.role.rawValue): " + $0.reasons.joined(separator: "; ") }
  }

  /// Columns, map and form of dates as the likeliest role has them.
  private static func describe(_ score: RoleScore, _ table: SampledTable, _ guess: inout FileGuess) {
    let hasHeader = table.headerLine > 0
    func name(_ column: Int) -> String {
      guard hasHeader else { return String(column + 1) }
      return column < table.header.count ? table.header[column] : ""
    }
    guess.reading =
      [table.format] + table.reading
      + [
        table.dialect == OpenedText.converted ? "" : "pembatas " + OpenedFile.name(table.dialect.delimiter),
        hasHeader ? "judul di baris \(table.headerLine)" : "tanpa judul",
      ].filter { !$0.isEmpty }
    let title = table.title.beside(score.match.map)
    if TitleArea.isTold(score.role), !title.words.isEmpty {
      guess.reading.append("tertulis di atas judul: " + title.words)
    }
    if !score.match.map.layout.isEmpty { guess.reading.append(score.match.map.layout) }
    var fields: [Int: Field] = [:]
    for field in Field.allCases {
      for column in score.match.map.columns[field] ?? [] { fields[column] = field }
    }
    let proposed = Set(score.specs.map(\.column))
    guess.columns = table.shapes.indices.map { column in
      let sample = table.values(column).first { !$0.isEmpty } ?? []
      var result = FileGuess.Column(
        header: name(column), field: fields[column], isProposed: proposed.contains(column),
        looks: table.shapes[column].description,
        sample: sample.withUnsafeBufferPointer { RowFault.masked($0, nil) })
      if result.field == nil, hasHeader, score.match.unknown.contains(column) {
        result.nearest = score.book.nearest(result.header)
      }
      return result
    }
    if hasHeader {
      guess.specs = score.specs.map { ($0.field, [name($0.column)]) }
    } else if !score.specs.isEmpty {
      guess.headerRow = 0
      guess.specs = score.specs.map { ($0.field, [String($0.column + 1)]) }
    }
    guess.dateForm = dateForm(table, score.match.map)
    let map = score.match.map
    guess.hasArea = map.has(.areaCode) || map.has(.desa) || map.has(.kecamatan) || map.has(.kecamatanCode)
    if TitleArea.isTold(score.role), !title.words.isEmpty { guess.hasArea = true }
  }

  private static func dateForm(_ table: SampledTable, _ map: ColumnMap) -> String? {
    let dates: [Field] = [.birthDate, .deathDate, .eventDate, .visitDate]
    let columns = dates.flatMap { map.columns[$0] ?? [] }
    return columns.lazy.compactMap { ColumnShape.dateForm(table.values($0).filter { !$0.isEmpty }) }.first
  }

  /// Opens the file as the proposal says and reads its first rows, so that what is written can be read.
  private static func check(_ guess: inout FileGuess) {
    guard let role = guess.role else { return }
    var source = Source(path: guess.path, name: guess.name, role: role)
    for spec in guess.specs { source.columns[spec.field] = ColumnSpec(headers: spec.headers) }
    source.headerRow = guess.headerRow
    source.dateForm = guess.dateForm
    do throws(Refusal) {
      let sheets = try OpenedFile.all(source, HeaderBook(role: role))
      guard let opened = sheets.first else { return }
      if sheets.count > 1 {
        (guess.rows, guess.isRowCountExact) = (sheets.reduce(0) { $0 + $1.rowCount }, true)
      }
      let tables = CodeTable.allCases.sorted { a, _ in a == .since2023 }
      let tallies = tables.map { firstRows(opened, $0) }
      guard let fitting = zip(tables, tallies).first(where: { isReadable($0.1) }) else {
        guess.problem = words(tallies[0])
        return
      }
      if fitting.0 != .since2023 { guess.codeTable = fitting.0 }
    } catch {
      guess.problem = error.words
    }
  }

  /// Bytes of a file that are read on trial.
  private static let trial = 1 << 18

  private static func firstRows(_ opened: OpenedFile, _ table: CodeTable) -> RowTally {
    let isGeneral = !opened.map.has(.nik) && !opened.map.has(.nkk)
    let context = PieceContext(opened, CodeColumns(table), isGeneral: isGeneral)
    let end = min(opened.file.count, opened.dataStart + trial)
    let piece = Piece(file: 0, range: opened.dataStart..<end, isFirst: true)
    return PieceOutcome(piece, opened, context, ReadingDesk(isGeneral: isGeneral)).tally
  }

  /// One row in twenty that is not used would stop a run; two rows never do. So many fields that cannot be read are a
  /// guess gone wrong too.
  private static func isReadable(_ tally: RowTally) -> Bool {
    let worst = worst(tally)
    return worst <= 2 || worst * 20 <= tally.read
  }

  /// Rows that are not used, or of which one field cannot be read. Stations, disabilities and cards in words, and marks in
  /// letters, are no sign of a wrong guess or table: their column is known by its title, and the run tells of them.
  private static func worst(_ tally: RowTally) -> Int {
    let unread = tally.unknown.filter { ![.tps, .disability, .cardStatus].contains($0.key) }.map { field, count in
      field == .remark ? count - tally.letterMarks : count
    }
    return max(tally.rejections.count, unread.max() ?? 0)
  }

  /// The kabupaten of most area codes of the sample; of most identity numbers where there are no codes.
  private static func kabupaten(_ table: SampledTable) -> String {
    for wanted in [[ColumnShape.areaCode], [.identity, .masked]] {
      var counts: [String: Int] = [:]
      var total = 0
      for (column, shape) in table.shapes.enumerated() where wanted.contains(shape) {
        for value in table.values(column) {
          let digits = value.prefix { $0.isDigit || $0 == 46 }.filter(\.isDigit).prefix(4)
          guard digits.count == 4 else { continue }
          counts[String(decoding: digits, as: UTF8.self), default: 0] += 1
          total += 1
        }
      }
      let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best, best.value * 2 > total { return best.key }
    }
    return ""
  }
}

// MARK: Words

extension RoleGuesser {
  private static func words(_ tally: RowTally) -> String {
    var counts: [String: Int] = [:]
    for fault in tally.rejections {
      counts[
        [fault.field?.rawValue ?? "", fault.reason.rawValue].filter { !$0.isEmpty }.joined(separator: " "), default: 0] +=
        1
    }
    for (field, count) in tally.unknown { counts["\(field.rawValue) tidak dapat dibaca", default: 0] += count }
    let causes = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map { "\($0.key): \($0.value)" }
    return "\(worst(tally)) dari \(tally.read) baris pertama tidak dapat dipakai atau tidak terbaca seluruhnya "
      + "(\(causes.joined(separator: "; "))); peran atau kolomnya mungkin keliru."
  }
}
