import Documents
import RollModel

/// Reads all sources of a case into columns: the one entrance of this module.
///
/// Files are cut into pieces of fixed size that threads read by themselves; pieces are joined in order of path and place,
/// so the result is the same for any thread count. Rows wait in memory twice only for a piece of each thread. O(bytes).
package struct CaseReader: Sendable {
  private let options: ReadingOptions

  package init(options: ReadingOptions) { self.options = options }

  /// Reads `sources`; `progress` is told the rows read so far, now and then, and `passed` when no file is asked for any
  /// more rows, and only what they hold is settled.
  ///
  /// A file that cannot be read becomes a sentence in `refusals`, and the others go on. Throws when no roll is left, or
  /// when so many rows of a file are quarantined that its layout must be wrong.
  package func read(
    _ sources: [Source], progress: (@Sendable (_ rows: Int) -> Void)? = nil, passed: () -> Void = {}
  ) throws(ReadingError) -> CaseData {
    guard sources.count <= Int(UInt16.max) else {
      throw ReadingError("Terlalu banyak berkas: \(sources.count). Paling banyak \(UInt16.max) dalam satu kasus.")
    }
    var refusals: [String] = []
    var notices: [String] = []
    let opened = try open(sources, &refusals, &notices)
    let line = JoiningLine(pieces(of: opened), opened, CaseAssembly(opened, options: options))
    _ = parallelMap(options.threads, threads: options.threads) { _ in line.run(progress) }
    for file in opened { file.file.release(0..<file.file.count) }
    passed()
    guard let assembly = line.finish() else { preconditionFailure("pieces are joined once") }
    return try assembly.finish(refusals: refusals, notices: notices)
  }

  /// Opens the sources in order of name; a copy of a file that came before in its role is left out, and so
  /// is an earlier issue of another. Throws where newer files hold a part of an older one.
  private func open(
    _ sources: [Source], _ refusals: inout [String], _ notices: inout [String]
  ) throws(ReadingError) -> [OpenedFile] {
    let ordered = sources.sorted { ($0.name, $0.role.rawValue) < ($1.name, $1.role.rawValue) }
    var books: [Role: HeaderBook] = [:]
    for source in ordered where books[source.role] == nil { books[source.role] = HeaderBook(role: source.role) }
    let known = books
    let attempts = parallelMap(ordered.count, threads: options.threads) { index -> Result<[OpenedFile], Refusal> in
      let source = ordered[index]
      let book = known[source.role] ?? HeaderBook(role: source.role)
      do throws(Refusal) { return .success(try OpenedFile.all(source, book)) } catch { return .failure(error) }
    }
    var opened: [OpenedFile] = []
    for (source, attempt) in zip(ordered, attempts) {
      switch attempt {
      case .failure(let refusal): refusals.append("\(source.name): \(refusal.words)")
      case .success(let files):
        for file in files {
          if let first = opened.first(where: { $0.source.role == source.role && file.file.isSame(as: $0.file) }) {
            notices.append("\(file.source.name): isinya sama dengan \(first.source.name), jadi tidak dibaca lagi.")
            continue
          }
          opened.append(file)
        }
      }
    }
    let reissues = Reissues.find(opened, threads: options.threads)
    if let clash = reissues.clashes.first { throw ReadingError(clash) }
    let leftOut = reissues.leftOut
    notices.append(contentsOf: leftOut.map { $0.notice(opened) })
    let used = opened.indices.filter { index in !leftOut.contains { $0.file == index } }
    for index in used { notices.append(contentsOf: opened[index].notices) }
    return used.map { opened[$0] }.servingRoles()
  }

  private func pieces(of opened: [OpenedFile]) -> [Piece] {
    var all: [Piece] = []
    for (index, file) in opened.enumerated() {
      var start = file.dataStart
      repeat {
        // Cuts stand at multiples of the piece size in the file, not behind its header.
        let end = min(file.file.count, (start / options.pieceSize + 1) * options.pieceSize)
        all.append(Piece(file: index, range: start..<end, isFirst: start == file.dataStart))
        start = end
      } while start < file.file.count
    }
    return all
  }
}

/// The rows of a piece, in the shape of its file's role.
enum PieceOutcome {
  case persons(Piece.Outcome<PersonTallies>)
  case visits(Piece.Outcome<VisitRows>)
  case areas(Piece.Outcome<AreaRows>)
  case outside(Piece.Outcome<OutsideRows>)

  init(_ piece: Piece, _ file: OpenedFile, _ context: PieceContext, _ desk: ReadingDesk, from start: Int? = nil) {
    switch context.role {
    case .visits where context.isVisitTotals:
      self = .areas(piece.read(file, context, desk, by: AreaRows.self, from: start))
    case .visits: self = .visits(piece.read(file, context, desk, by: VisitRows.self, from: start))
    case .officialCounts, .areas: self = .areas(piece.read(file, context, desk, by: AreaRows.self, from: start))
    case .outside: self = .outside(piece.read(file, context, desk, by: OutsideRows.self, from: start))
    default: self = .persons(piece.read(file, context, desk, by: PersonRows.self, from: start))
    }
  }

  var start: Int {
    switch self {
    case .persons(let outcome): outcome.start
    case .visits(let outcome): outcome.start
    case .areas(let outcome): outcome.start
    case .outside(let outcome): outcome.start
    }
  }

  var end: Int {
    switch self {
    case .persons(let outcome): outcome.end
    case .visits(let outcome): outcome.end
    case .areas(let outcome): outcome.end
    case .outside(let outcome): outcome.end
    }
  }

  var lines: Int {
    switch self {
    case .persons(let outcome): outcome.lines
    case .visits(let outcome): outcome.lines
    case .areas(let outcome): outcome.lines
    case .outside(let outcome): outcome.lines
    }
  }

  var tally: RowTally {
    switch self {
    case .persons(let outcome): outcome.tally
    case .visits(let outcome): outcome.tally
    case .areas(let outcome): outcome.tally
    case .outside(let outcome): outcome.tally
    }
  }
}

extension FileBytes {
  /// Whether both files hold the same bytes. O(length) only where their lengths agree.
  func isSame(as other: FileBytes) -> Bool {
    count == other.count && bytes.elementsEqual(other.bytes)
  }
}
