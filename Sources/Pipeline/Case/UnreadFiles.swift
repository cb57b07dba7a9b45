import RollModel

/// Tables that lie in a case and that neither a role's folder nor `sumber:` takes: the office believes that they are read.
enum UnreadFiles {
  /// Files of the case's own folder and of folders in it, inside the case, in order of name; a folder of which no file is
  /// taken stands for them, with a `/` behind. What padan itself writes or is given back is passed over.
  static func find(in root: String, beside sources: [CaseSource]) -> [String] {
    let taken = Set(sources.map(\.name))
    func tables(_ names: [String]?, in folder: String = "") -> [String] {
      (names ?? []).filter { !CaseFolder.isIgnored($0) && isTable($0) }.map { folder + $0 }
    }
    return (FileSystem.names(in: root) ?? []).filter { !CaseFolder.isIgnored($0) }.sorted().flatMap {
      name -> [String] in
      switch FileSystem.kind(root + "/" + name) {
      case .file: return tables([name]).filter { !taken.contains($0) }
      case .folder:
        guard !Role.allCases.contains(where: { $0.isNamed(by: name) }) else { return [] }
        let names = FileSystem.names(in: root + "/" + name) ?? []
        let inside = names.contains(Manifest.fileName) ? [] : tables(names.sorted(), in: name + "/")
        let left = inside.filter { !taken.contains($0) }
        return left.count == inside.count && !left.isEmpty ? [name + "/"] : left
      default: return []
      }
    }
  }

  /// nil where every table is read.
  static func words(_ unread: [String]) -> String? {
    guard !unread.isEmpty else { return nil }
    let named = unread.prefix(mostNamed).map { "«\($0)»" }.joined(separator: ", ")
    let more = unread.count > mostNamed ? " dan \(unread.count - mostNamed) lainnya" : ""
    return "Tidak dibaca, karena di luar folder peran dan tidak disebut di sumber: padan.yaml: \(named)\(more). Bila "
      + "berisi data kasus ini, pindahkan ke folder perannya (misalnya kematian/), atau sebutkan di padan.yaml."
  }

  private static let mostNamed = 5

  private static func isTable(_ name: String) -> Bool {
    let name = name.lowercased()
    guard !ownNames.contains(where: name.hasPrefix) else { return false }
    return endings.contains(where: name.hasSuffix)
  }

  private static let endings = [".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".xml", ".csv.gz", ".txt.gz", ".zip"]
  /// Beginnings of what padan writes for others to fill in, and of a truth file.
  private static let ownNames = ["lembar", "lampiran", "surat", "sampel", "keputusan", "kunci", "tindak-lanjut"]
}
