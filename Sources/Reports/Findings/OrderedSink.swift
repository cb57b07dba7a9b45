import Dispatch
import Documents

/// A sink that several threads write to, one piece each: a piece waits until those before it are written.
final class OrderedSink<Sink: ByteSink & ~Copyable>: @unchecked Sendable {
  private var sink: Sink?
  private var failure: (any Error)?
  /// Whose turn it is: `turns[i]` is given when all pieces before `i` are written.
  private let turns: [DispatchSemaphore]

  init(_ sink: consuming Sink, pieces: Int, head: borrowing ByteWriter) throws {
    try sink.write(head)
    self.sink = consume sink
    turns = (0...pieces).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
  }

  /// Writes a piece in its turn; after a failure nothing more is written, and `finish` tells of it.
  func write(_ index: Int, _ bytes: borrowing ByteWriter) {
    turns[index].wait()
    defer { turns[index + 1].signal() }
    guard failure == nil else { return }
    do { try sink?.write(bytes) } catch { failure = error }
  }

  /// The sink with all pieces in it.
  func finish() throws -> Sink {
    turns[turns.count - 1].wait()
    if let failure { throw failure }
    guard let sink = sink.take() else { preconditionFailure("a sink is finished once") }
    return sink
  }
}
