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
  func run(_ progress: (@Sendable (_ rows: Int) -> Void)?) {
    let desk = ReadingDesk(isGeneral: isGeneral)
    while true {
      let index = next.take()
      guard index < work.count else { return }
      let piece = work[index]
      let outcome = PieceOutcome(piece, opened[piece.file], contexts[piece.file], desk)
      turns[index].wait()
      let place = assembly?.join(piece, outcome, desk)
      progress?(assembly?.rows ?? 0)
      turns[index + 1].signal()
      place?.fill(from: desk)
      opened[piece.file].file.release(piece.range)
    }
  }

  /// What was joined; only when every call of `run` has returned.
  func finish() -> CaseAssembly? { assembly.take() }
}
