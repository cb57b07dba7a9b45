/// A rule that made no claim: on the rows of a file, because a column of it does not show what the rule needs, or at all,
/// because the case lacks a list, or a field in all files of one.
public struct UncheckedRule: Sendable, Equatable {
  public var rule: String
  /// Path of the file as findings name it.
  public var file: String
  /// Header of the column as the file writes it.
  public var column: String
  /// Words for the reader, without a full stop.
  public var reason: String
  /// The list that is missing, or that tells nothing of a field; nil where a file does.
  public var missing: Role?
  /// The field that no file of the list tells; nil where the list itself is missing.
  public var field: Field?
  /// Names of areas of which the roll has no row, so that the rule leaves them out; empty where something else is lacking.
  public var areas: [String] = []

  public init(rule: String, file: String, column: String, reason: String) {
    (self.rule, self.file, self.column, self.reason) = (rule, file, column, reason)
  }

  /// - Parameter unused: files of the list of which no row could be used; empty where there is none at all.
  public init(rule: String, missing role: Role, unused: [String]) {
    self.init(
      rule: rule, file: unused.joined(separator: ", "), column: "",
      reason: unused.isEmpty
        ? "tidak ada daftar \(role.rawValue)" : "tidak ada baris \(role.rawValue) yang dapat dipakai")
    missing = role
  }

  public init(rule: String, untold field: Field, of role: Role) {
    self.init(
      rule: rule, file: "", column: field.columnName, reason: "tidak ada isinya pada semua berkas \(role.rawValue)")
    (missing, self.field) = (role, field)
  }

  public init(rule: String, without areas: [String]) {
    self.init(rule: rule, file: "", column: "", reason: "daftar pemilih wilayah itu tidak ada")
    self.areas = areas
  }

  /// A rule that works by a key of `padan.yaml` which the plan leaves out.
  public init(rule: String, key: String, reason: String) {
    self.init(rule: rule, file: "padan.yaml", column: key, reason: reason)
  }
}

extension Field {
  /// What people call the column: an area is told by its name as well as by its code.
  public var columnName: String { self == .areaCode ? "desa" : rawValue }
}
