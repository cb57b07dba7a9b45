/// Why a run could not be done: one clear sentence that names the place and says what to do.
package struct RunFailure: Error, Sendable, Equatable, CustomStringConvertible {
  package var sentence: String

  package init(_ sentence: String) { self.sentence = sentence }

  package var description: String { sentence }
}
