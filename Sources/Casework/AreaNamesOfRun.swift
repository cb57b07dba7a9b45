/// The names of desa by code, as a finished run's `wilayah.csv` has them.
package enum AreaNamesOfRun {
  package static func read(_ runFolder: String) -> [String: String]? {
    var names: [String: String] = [:]
    do throws(ScoringError) {
      try NamedColumns.read(runFolder + "/wilayah.csv", ["kode", "desa"]) { row in
        let code = row[0]
        if names[code] == nil, !row[1].isEmpty { names[code] = row[1] }
      }
    } catch { return nil }
    return names
  }
}
