/// Why a run could not be done: one clear sentence that names the place and says what to do.
package struct RunFailure: Error, Sendable, Equatable, CustomStringConvertible {
  package var sentence: String
  /// What was asked makes no sense, whatever the files say: status 64, not 2.
  package var isWrongUsage = false

  package init(_ sentence: String, isWrongUsage: Bool = false) {
    self.sentence = sentence
    self.isWrongUsage = isWrongUsage
  }

  package var description: String { sentence }
}
