import Documents
import RollModel

/// `pasangan.csv`: every pair at or above the reporting floor, those within the roll first, then list by list.
///
/// `keyakinan` is empty for a pair that is only a candidate; `kelompok` is empty for a row that is in no group.
package struct PairsCSV: Reporter {
  package static let fileName = "pasangan.csv"
  package static let effort = 1
  static let columns = ["berkas_a", "baris_a", "berkas_b", "baris_b", "bobot", "peluang", "keyakinan", "kelompok"]

  package init() {}

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var header = ByteWriter()
    header.append(csvHeader: Self.columns)
    try sink.write(header)
    let roll = record.data.roll
    try write(record.matches.duplicates, roll, roll, to: &sink)
    for role in Role.allCases {
      guard let links = record.matches.links[role], let list = record.data.persons(role) else { continue }
      try write(links, roll, list, to: &sink)
    }
  }

  private func write(
    _ pairs: [Pair], _ roll: Roll, _ list: Roll, to sink: inout some ByteSink & ~Copyable
  ) throws {
    let (paths, listPaths) = (roll.csvPaths, list.csvPaths)
    try writeRuns(of: pairs.count, size: 8192, to: &sink) { range, out in
      for i in range {
        out.append(place: pairs[i].a, in: roll, paths)
        out.append(44)
        out.append(place: pairs[i].b, in: list, listPaths)
        out.append(44)
        out.append(fixed: pairs[i].weight.bits, decimals: 2)
        out.append(44)
        out.append(probability: pairs[i].probability)
        out.append(44)
        out.append(text: pairs[i].tier.label)
        out.append(44)
        if pairs[i].cluster != 0 { out.append(integer: pairs[i].cluster) }
        out.append(10)
      }
    }
  }
}

extension Roll {
  /// The paths of its files as CSV fields.
  fileprivate var csvPaths: [[UInt8]] {
    files.map { file in
      var out = ByteWriter()
      out.append(csv: file.path)
      return out.bytes
    }
  }
}

extension ByteWriter {
  /// File and line of a row: two CSV fields.
  fileprivate mutating func append(place row: Int, in roll: Roll, _ paths: [[UInt8]]) {
    append(contentsOf: paths[Int(roll.columns.file[row])])
    append(44)
    append(integer: Int(roll.columns.line[row]))
  }
}
