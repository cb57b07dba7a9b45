import RollModel

/// Names of the files of a case's desa: small letters, digits and hyphens, each once, the same whichever desa are asked for.
package struct SheetFileNames: Sendable {
  private let names: [String]

  package init(_ areas: AreaTable) {
    var names = areas.entries.map { Self.safe($0.desa) }
    for widen in [{ Self.slug($0.kecamatan) }, { $0.code.description }] as [(AreaTable.Entry) -> String] {
      let counts = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      for (number, entry) in areas.entries.enumerated() where counts[names[number], default: 0] > 1 {
        let more = widen(entry)
        if !more.isEmpty { names[number] += "-" + more }
      }
    }
    var taken: Set<String> = []
    self.names = names.map { name in
      var free = name
      var number = 2
      while !taken.insert(free).inserted {
        free = "\(name)-\(number)"
        number += 1
      }
      return free
    }
  }

  /// `kayu-agung.xlsx` for the desa of this number.
  package subscript(village: Int) -> String { names[village] + ".xlsx" }

  private static func safe(_ text: String) -> String {
    let slug = slug(text)
    if slug.isEmpty { return "desa-tidak-diketahui" }
    // Windows keeps these names for devices.
    let kept = ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
    return kept.contains(slug) ? "desa-" + slug : slug
  }

  static func slug(_ text: String) -> String {
    String(
      text.lowercased().split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }.joined(separator: "-").prefix(
        60))
  }
}
