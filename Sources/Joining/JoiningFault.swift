/// Why record files could not be written or joined: one Indonesian sentence that names the place and says what to do.
package struct JoiningFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ sentence: String) { description = sentence }
}
