import Casework
import RollModel

/// Numbers of desa by what a run printed of them: the code, or the names of those that no file gives a code.
struct PrintedDesa {
  private var byCode: [String: Int] = [:]
  /// 0 where several bear the names.
  private var byNames: [String: Int] = [:]

  init(_ areas: AreaTable) {
    for number in 1..<max(1, areas.count) {
      let entry = areas[number]
      if entry.code.isUnknown {
        let names = Self.names(entry.kecamatan, entry.desa)
        byNames[names] = byNames[names] == nil ? number : 0
      } else {
        byCode[entry.code.description] = number
      }
    }
  }

  /// The desa that the row of a finding stands under; 0 where it is not told.
  func number(of finding: FoundFinding) -> Int {
    if let code = finding["kode_desa"] { return byCode[code] ?? 0 }
    guard let desa = finding["desa"] else { return 0 }
    return byNames[Self.names(finding["kecamatan"] ?? "", desa)] ?? 0
  }

  private static func names(_ kecamatan: String, _ desa: String) -> String { kecamatan + "\u{1F}" + desa }
}
