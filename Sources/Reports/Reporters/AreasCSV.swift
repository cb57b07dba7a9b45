import Documents
import RollModel

/// `wilayah.csv`: what the run knows of each kabupaten, kecamatan, desa and TPS.
///
/// Shares have four decimals and are empty where nothing was expected; what is told of visits is empty without a list of
/// them; `indeks` and its parts are 0 to 100, a part empty where the case has no data for it. There is a column for every
/// reason of the law, so the header does not change with the election; its numbers are for the office's own work and are
/// not suppressed. At the end each level has a row of those of whom no list says where they are (`AreaRest`). In the case
/// of a province the whole is level `provinsi`, and a last column names the kabupaten.
package struct AreasCSV: Reporter {
  package static let fileName = "wilayah.csv"

  package init() {}

  static let columns: [String] =
    [
      "tingkat", "kode", "kecamatan", "desa", "tps", "pemilih", "laki_laki", "perempuan", "kk", "kk_seharusnya",
      "kk_tercoklit", "cakupan_kk", "pemilih_tercoklit", "cakupan_pemilih", "stiker_tanpa_kunjungan",
      "kunjungan_tanpa_stiker",
    ] + TMSCode.allCases.map { "tms_" + $0.columnName }
    + ["tms_jumlah", "dpk", "dpk_murni", "belum_terdaftar", "catatan_data", "indeks", "indeks_bawah", "indeks_atas"]
    + RightToVotePart.allCases.map { "indeks_" + $0.key }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var header = ByteWriter()
    let areas = record.areas
    let table = record.data.lexicon.areas
    header.append(csvHeader: Self.columns + (table.isProvince ? ["kabupaten"] : []))
    try sink.write(header)
    let hasVisits = record.hasVisits
    try writeRuns(of: areas.count, size: 2048, to: &sink) { range, out in
      for area in areas[range] { out.append(area: area, table, hasVisits: hasVisits) }
    }
    var rest = ByteWriter()
    for left in AreaRest.all(areas, table) { rest.append(rest: left, table, hasVisits: hasVisits) }
    try sink.write(rest)
  }
}

extension AreaSummary {
  /// Voters proposed to go, over all reasons.
  package var proposedInAll: Int { proposed.values.reduce(0, +) }
  /// Households visited of those expected; nil where none is expected.
  package var householdCoverage: Double? { Self.share(householdsVisited, of: householdsExpected) }
  /// The coverage as the page prints it: a dash where nothing tells of visits.
  package func coverageText(in record: RunRecord) -> String {
    record.hasVisits ? householdCoverage.map(IndonesianNumber.percent) ?? "" : "–"
  }

  /// Voters visited of those listed; nil where none is listed.
  package var voterCoverage: Double? { Self.share(votersVisited, of: voters) }

  private static func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

extension TMSCode {
  /// The label as part of a column's name: `di_bawah_umur`.
  package var columnName: String {
    label.lowercased().split(separator: " ").joined(separator: "_")
  }
}

extension ByteWriter {
  fileprivate mutating func append(area: AreaSummary, _ table: AreaTable, hasVisits: Bool) {
    let names = table.names(of: area.key)
    place(table.level(of: area.key), [names.code, names.kecamatan, names.desa], tps: area.key.tps)
    counts(area, hasVisits: hasVisits)
    for value in [area.index.value, area.index.lower, area.index.upper] {
      append(44)
      append(fixed: value, decimals: 1)
    }
    for part in RightToVotePart.allCases {
      append(44)
      if area.index.parts.indices.contains(part.rawValue), let value = area.index.parts[part.rawValue] {
        append(fixed: value, decimals: 1)
      }
    }
    if table.isProvince {
      append(44)
      append(csv: table.region(of: area.key))
    }
    append(10)
  }

  fileprivate mutating func append(rest: AreaRest, _ table: AreaTable, hasVisits: Bool) {
    place(rest.level, ["", rest.level == .kabupaten ? "" : AreaRest.name, ""], tps: 0)
    counts(rest.summary, hasVisits: hasVisits)
    for _ in 0..<3 + RightToVotePart.allCases.count { append(44) }
    if table.isProvince {
      append(44)
      append(csv: AreaRest.name)
    }
    append(10)
  }

  private mutating func place(_ level: AreaLevel, _ names: [String], tps: Int) {
    append(text: level.rawValue)
    for text in names {
      append(44)
      append(csv: text)
    }
    append(44)
    if tps != 0 { append(integer: tps, width: 3) }
  }

  private mutating func counts(_ area: AreaSummary, hasVisits: Bool) {
    integers([area.voters, area.men, area.women, area.households, area.householdsExpected])
    if hasVisits {
      integers([area.householdsVisited])
      share(area.householdCoverage)
      integers([area.votersVisited])
      share(area.voterCoverage)
      integers([area.stickerNotVisited, area.visitedNoSticker])
    } else {
      for _ in 0..<6 { append(44) }
    }
    integers(TMSCode.allCases.map { area.proposed[$0] ?? 0 })
    integers([
      area.proposedInAll, area.specialListVoters, area.specialListGenuine, area.absentResidents,
      area.notes,
    ])
  }

  private mutating func integers(_ values: [Int]) {
    for value in values {
      append(44)
      append(integer: value)
    }
  }

  private mutating func share(_ value: Double?) {
    append(44)
    if let value { append(fixed: value, decimals: 4) }
  }
}
