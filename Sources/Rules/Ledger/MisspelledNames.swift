import Similarity

/// Tells a misspelled name of the case's own kabupaten from the name of another: `OGAN KOMERING ILR`.
struct MisspelledNames: Sendable {
  private let own: [[UInt8]]
  private let others: [[UInt8]]

  /// Letters that a name must have: in shorter ones an error makes another word.
  private static let shortest = 5
  /// Letters from which two errors are borne rather than one.
  private static let long = 10
  /// Letters of a name that is cut off.
  private static let shortestCut = 8

  /// Names in capitals without blanks; empty ones are left out.
  init(own: [String], others: [String]) {
    func bytes(_ names: [String]) -> [[UInt8]] { Set(names).subtracting([""]).sorted().map { Array($0.utf8) } }
    (self.own, self.others) = (bytes(own), bytes(others))
  }

  /// Whether `key` is few errors away from an own name, and nearer to no other name.
  ///
  /// - Parameter mayBeCut: whether the beginning of a name is enough: nothing is written behind it.
  func isNearlyOwn(_ key: String, mayBeCut: Bool) -> Bool {
    let key = Array(key.utf8)
    let errors = AlignmentDistance()
    func distance(_ name: [UInt8]) -> Int? { Self.distance(key, name, mayBeCut: mayBeCut, errors) }
    guard key.count >= Self.shortest, let least = own.compactMap(distance).min() else { return false }
    return !others.contains { name in distance(name).map { $0 < least } ?? false }
  }

  /// Errors between the two; nil where they are too many.
  private static func distance(
    _ key: [UInt8], _ name: [UInt8], mayBeCut: Bool, _ alignment: borrowing AlignmentDistance
  ) -> Int? {
    if mayBeCut, key.count >= shortestCut, key.count < name.count, name.starts(with: key) { return 1 }
    let most = name.count < shortest ? 0 : name.count < long ? 1 : 2
    guard abs(key.count - name.count) <= most else { return nil }
    let errors = key.withUnsafeBufferPointer { key in name.withUnsafeBufferPointer { alignment(key, $0) } }
    return errors <= most ? errors : nil
  }
}
