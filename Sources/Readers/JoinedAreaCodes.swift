import RollModel

/// Areas that only one file names, by a code that was joined from the numbers of its levels: numbers of the civil registry
/// may be others than those of the other lists, so it is said aloud.
struct JoinedAreaCodes {
  /// For each file: rows by key of area (`AreaKeys`); empty where no file has such a code.
  private var rows: [[UInt32: Int]]

  private static let mostShown = 5

  init(_ opened: [OpenedFile]) {
    rows = opened.contains(where: Self.isJoined) ? Array(repeating: [:], count: opened.count) : []
  }

  private static func isJoined(_ file: OpenedFile) -> Bool { (file.map.columns[.areaCode]?.count ?? 0) > 1 }

  /// Notes the areas of a piece of a file; `keys` are their numbers in the case.
  mutating func note(_ areas: AreaMemo, _ keys: [UInt32], file: Int) {
    guard !rows.isEmpty else { return }
    for (key, count) in zip(keys, areas.rows) { rows[file][key, default: 0] += Int(count) }
  }

  /// - Parameter numbers: by key, of the areas in `table`.
  func notices(_ opened: [OpenedFile], _ table: AreaTable, _ numbers: [UInt32]) -> [String] {
    guard !rows.isEmpty else { return [] }
    var files: [UInt32: Set<Int>] = [:]
    for (file, keys) in rows.enumerated() {
      for key in keys.keys { files[numbers[Int(key)], default: []].insert(file) }
    }
    return rows.indices.filter { Self.isJoined(opened[$0]) }.compactMap { file in
      // A row without the number of its desa stands in a kecamatan of which others may name the desa.
      let kecamatan = Set(files.filter { $0.value != [file] }.map { table[Int($0.key)].code.kecamatan })
      var alone: [UInt32: Int] = [:]
      for (key, count) in rows[file] {
        let area = numbers[Int(key)]
        let code = table[Int(area)].code
        guard files[area]?.count == 1, !code.isUnknown else { continue }
        if code == code.kecamatan, kecamatan.contains(code) { continue }
        alone[area, default: 0] += count
      }
      guard !alone.isEmpty else { return nil }
      let named = alone.sorted { $0.key < $1.key }.prefix(Self.mostShown).map { area, count in
        let entry = table[Int(area)]
        return "\(entry.code)\(entry.desa.isEmpty ? "" : " \(entry.desa)") (\(count) baris)"
      }.joined(separator: ", ")
      let rest = alone.count > Self.mostShown ? ", dan \(alone.count - Self.mostShown) lagi" : ""
      let headers = (opened[file].map.columns[.areaCode] ?? []).filter(opened[file].headers.indices.contains)
        .map { "«\(opened[file].headers[$0])»" }.joined(separator: ", ")
      return
        "\(opened[file].source.name): kode wilayah yang digabung dari kolom \(headers) tidak dikenal daftar lain: \(named)\(rest). "
        + "Barisnya tetap dipakai menurut kode itu. Periksa kodenya, atau lengkapi daftar di folder wilayah."
    }
  }
}
