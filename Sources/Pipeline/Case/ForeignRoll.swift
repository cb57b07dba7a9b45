import Reports
import RollModel

/// A roll of which rows stand in another kabupaten than the one that `wilayah:` names: the whole roll, or files of it.
enum ForeignRoll {
  /// Sentences for the report; none where the plan names no kabupaten, or no row bears the code of another.
  static func notices(_ data: CaseData) -> [String] {
    let table = data.lexicon.areas
    let stated = table.statedKabupaten
    let isElsewhere = table.entries.indices.map(table.isElsewhere)
    guard isElsewhere.contains(true) else { return [] }
    var files = Array(repeating: Count(), count: data.roll.files.count)
    var isOwnSeen = false
    let columns = data.roll.columns
    for row in 0..<data.roll.count {
      let (file, area) = (Int(columns.file[row]), Int(columns.area[row]))
      files[file].rows += 1
      let code = table.entries[area].code.kabupaten
      if isElsewhere[area] { files[file].elsewhere[code, default: 0] += 1 }
      if code == stated { isOwnSeen = true }
    }
    guard isOwnSeen else { return whole(files.map(\.elsewhere), stated).map { [$0] } ?? [] }
    let named = files.indices.filter { !files[$0].elsewhere.isEmpty }
      .sorted { (files[$1].sum, $0) < (files[$0].sum, $1) }
    let sentences = named.prefix(mostNamed).map { words(data.roll.files[$0].path, files[$0], stated) }
    let rest = named.count - sentences.count
    return sentences
      + (rest > 0 ? ["\(rest) berkas daftar pemilih lain juga memuat baris berkode kabupaten/kota lain."] : [])
  }

  private struct Count {
    var rows = 0
    var elsewhere: [AreaCode: Int] = [:]
    var sum: Int { elsewhere.values.reduce(0, +) }
  }

  private static let mostNamed = 5

  private static func words(_ file: String, _ count: Count, _ stated: AreaCode) -> String {
    let codes = count.elsewhere.keys.sorted().map(\.description).joined(separator: ", ")
    return
      "\(file): \(IndonesianNumber.grouped(count.sum)) dari \(IndonesianNumber.grouped(count.rows)) barisnya berkode "
      + "kabupaten/kota \(codes), bukan \(stated) seperti wilayah: di padan.yaml. Barisnya ikut diperiksa dan dihitung, tetapi "
      + "tidak dimuat dalam surat; keluarkan berkas yang salah tempat."
  }

  private static func whole(_ files: [[AreaCode: Int]], _ stated: AreaCode) -> String? {
    let sums = files.reduce(into: [AreaCode: Int]()) { $0.merge($1, uniquingKeysWith: +) }
    guard let (code, rows) = sums.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return
      "wilayah: di padan.yaml menyebut kabupaten/kota \(stated), tetapi tidak satu pun pemilih "
      + "tercatat di sana; \(IndonesianNumber.grouped(rows)) baris berkode \(code), dan tidak satu pun dimuat dalam surat. "
      + "Periksa wilayah: di padan.yaml."
  }
}
