import RollModel
import Yams

/// Reads `peran:` of a source: one role, or those that a file of residents serves.
enum RoleKeys {
  static let form = "salah satu dari " + Role.allCases.map(\.rawValue).joined(separator: ", ")

  @Sendable static func read(_ node: Node, into rule: inout SourceRule) -> [PlanKey<SourceRule>.Complaint] {
    if let text = node.plainText {
      guard let role = Role(rawValue: text) else {
        return [.init(words: "harus \(form); tertulis '\(text.prefix(40))'.")]
      }
      rule.role = role
      return []
    }
    guard case .sequence(let items) = node else { return [.init(words: "harus \(form), bukan \(node.kindName).")] }
    var complaints: [PlanKey<SourceRule>.Complaint] = []
    let roles = items.compactMap { item -> Role? in
      let role = item.plainText.flatMap { Role(rawValue: $0) }
      if role == nil { complaints.append(.init(line: item.line, words: "berisi peran yang tidak dikenal; \(form).")) }
      return role
    }
    guard complaints.isEmpty else { return complaints }
    let served: Set<Role> = [.residents, .deaths, .moves, .military, .police, .foreigners]
    guard roles.contains(.residents), served.isSuperset(of: roles) else {
      return [
        .init(words: "beberapa peran hanya untuk berkas penduduk: [penduduk, kematian, pindah, tni, polri, wna].")
      ]
    }
    rule.role = .residents
    return []
  }
}
