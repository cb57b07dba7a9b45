import Dispatch
import RollModel

/// Hands the pieces of a case to threads, and lets each join what it has read when all pieces before it are joined.
///
/// Numbering words and making room for rows goes piece by piece; reading pieces and writing rows into their columns goes
/// on beside it.
final class JoiningLine: @unchecked Sendable {
  private let work: [Piece]
  private let opened: [OpenedFile]
  private let isGeneral: Bool
  private let contexts: [PieceContext]
  private let next = Counter()
  /// One for each piece, given when the pieces before it are joined; and one more for the last to give.
  private let turns: [DispatchSemaphore]
  /// Touched only by the thread whose piece has its turn, and when all are joined.
  private var assembly: CaseAssembly?
  /// Desks of each thread.
  private static let desks = 2

  init(_ work: [Piece], _ opened: [OpenedFile], _ assembly: consuming CaseAssembly) {
    self.work = work
    self.opened = opened
    isGeneral = assembly.isGeneral
    contexts = assembly.contexts
    turns = (0...work.count).map { _ in DispatchSemaphore(value: 0) }
    self.assembly = assembly
    turns[0].signal()
  }

  /// Does pieces until none is left; for each thread one call. `progress` is told the rows that are joined.
  ///
  /// A thread whose piece has not its turn yet reads on with a second desk; only with both full does it wait. The thread
  /// that holds the first piece of all never waits, for each joins its own in order.
  func run(_ progress: (@Sendable (_ rows: Int) -> Void)?) {
    var idle = (0..<Self.desks).map { _ in ReadingDesk(isGeneral: isGeneral) }
    var held: [ReadPiece] = []
    var isOver = false
    while true {
      if !isOver, let desk = idle.popLast() {
        if let read = read(on: desk) {
          held.append(read)
        } else {
          isOver = true
          idle.append(desk)
        }
      }
      if isOver, held.isEmpty { return }
      var limit: DispatchTime = isOver || idle.isEmpty ? .distantFuture : .now()
      while let first = held.first, turns[first.index].wait(timeout: limit) == .success {
        held.removeFirst()
        join(first, progress)
        idle.append(first.desk)
        limit = .now()
      }
    }
  }

  /// A piece that waits on its desk for its turn.
  private struct ReadPiece {
    let index: Int
    let outcome: PieceOutcome
    let desk: ReadingDesk
  }

  /// The next piece, read; nil when none is left.
  private func read(on desk: ReadingDesk) -> ReadPiece? {
    let index = next.take()
    guard index < work.count else { return nil }
    let piece = work[index]
    let outcome = PieceOutcome(piece, opened[piece.file], contexts[piece.file], desk)
    return ReadPiece(index: index, outcome: outcome, desk: desk)
  }

  /// Joins a piece whose turn it is, and passes the turn on before its rows are written.
  private func join(_ read: ReadPiece, _ progress: (@Sendable (_ rows: Int) -> Void)?) {
    let piece = work[read.index]
    let place = assembly?.join(piece, read.outcome, read.desk)
    progress?(assembly?.rows ?? 0)
    turns[read.index + 1].signal()
    place?.fill(from: read.desk)
    opened[piece.file].file.release(piece.range)
  }

  /// What was joined; only when every call of `run` has returned.
  func finish() -> CaseAssembly? { assembly.take() }
}
