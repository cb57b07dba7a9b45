import Reports
import RollModel

/// A roll of which no row stands in the kabupaten that `wilayah:` names.
enum ForeignRoll {
  /// nil where the plan names no kabupaten, the roll bears no codes, or some of them are of that kabupaten.
  static func words(_ data: CaseData, _ kabupaten: AreaCode) -> String? {
    guard kabupaten.number > 0, !kabupaten.isProvince else { return nil }
    var elsewhere: [AreaCode: Int] = [:]
    let entries = data.lexicon.areas.entries
    let areas = data.roll.columns.area
    for row in 0..<data.roll.count {
      let code = entries[Int(areas[row])].code.kabupaten
      if code == kabupaten { return nil }
      if code.number > 0 { elsewhere[code, default: 0] += 1 }
    }
    guard let (code, rows) = elsewhere.max(by: { ($0.value, $1.key.number) < ($1.value, $0.key.number) }) else {
      return nil
    }
    return
      "wilayah: di padan.yaml menyebut kabupaten/kota \(kabupaten.number / 1_000_000), tetapi tidak satu pun pemilih "
      + "tercatat di sana; \(IndonesianNumber.grouped(rows)) baris berkode \(code.number / 1_000_000). Periksa wilayah: di "
      + "padan.yaml."
  }
}
