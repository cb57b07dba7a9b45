import RollModel

/// What was not checked and why, for people: one sentence for each rule and reason.
package struct UncheckedWords {
  package let lines: [String]

  private static let mostFiles = 3

  package init(_ unchecked: [UncheckedRule]) {
    struct Group: Hashable { let rule, column, reason: String }
    var files: [Group: [String]] = [:]
    var order: [Group] = []
    for item in unchecked {
      let group = Group(rule: item.rule, column: item.column, reason: item.reason)
      if files[group] == nil { order.append(group) }
      files[group, default: []].append(item.file)
    }
    lines = order.map { group in
      let named = files[group] ?? []
      let rest = named.count > Self.mostFiles ? " dan \(named.count - Self.mostFiles) berkas lain" : ""
      return "\(group.rule): \(named.prefix(Self.mostFiles).joined(separator: ", "))\(rest), kolom «\(group.column)»: "
        + "\(group.reason)."
    }
  }
}
