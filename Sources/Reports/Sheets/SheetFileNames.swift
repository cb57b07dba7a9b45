import RollModel

/// Names of the files of a case's desa: small letters, digits and hyphens, each once, the same whichever desa are asked for.
/// In a province the kabupaten stands in front, as in the names of letters.
package struct SheetFileNames: Sendable {
  private let names: [String]

  package init(_ areas: AreaTable) {
    var names = areas.entries.map { entry in
      let number = entry.kabupatenNumber
      guard areas.isProvince, number != 0 else { return Self.safe(entry.desa) }
      let (code, title) = (areas.kabupatenCode(number).description, areas.kabupatenTitle(number))
      let town = title.split(separator: " ").dropFirst().joined(separator: " ")
      return [code, title.contains(code) ? "" : Self.slug(town), Self.safe(entry.desa)].filter { !$0.isEmpty }
        .joined(separator: "-")
    }
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

  /// `kayu-agung.xlsx` for the desa of this number; `1602-ogan-komering-ilir-kayu-agung.xlsx` in a province.
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
