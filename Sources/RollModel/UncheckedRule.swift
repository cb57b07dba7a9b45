/// A rule that made no claim: on the rows of a file, because a column of it does not show what the rule needs, or at all,
/// because the case lacks a list.
public struct UncheckedRule: Sendable, Equatable {
  public var rule: String
  /// Path of the file as findings name it.
  public var file: String
  /// Header of the column as the file writes it.
  public var column: String
  /// Words for the reader, without a full stop.
  public var reason: String
  /// The list that is missing; nil where a column is.
  public var missing: Role?

  public init(rule: String, file: String, column: String, reason: String) {
    (self.rule, self.file, self.column, self.reason) = (rule, file, column, reason)
  }

  public init(rule: String, missing role: Role) {
    self.init(rule: rule, file: "", column: "", reason: "tidak ada daftar \(role.rawValue)")
    missing = role
  }
}
