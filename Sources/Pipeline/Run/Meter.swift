/// The clock and the memory gauge of a run, handed in by the command: nothing below it looks at either.
package struct Meter: Sendable {
  /// Seconds from any fixed start.
  package var now: @Sendable () -> Double
  /// Peak memory of the process so far, in MiB.
  package var peakMiB: @Sendable () -> Int

  package init(now: @escaping @Sendable () -> Double, peakMiB: @escaping @Sendable () -> Int) {
    self.now = now
    self.peakMiB = peakMiB
  }

  /// A meter that always reads zero, for tests.
  package static let still = Meter(now: { 0 }, peakMiB: { 0 })
}
