import Documents
import RollModel

/// `temuan.jsonl`: one object a finding: the columns of `temuan.csv`, and what only a program wants to know.
///
/// Every finding has every column: an empty one is "", or null where it is a number.
/// Beyond the columns: `tingkat` (severity), `ditahan` (what holds the proposal back), `peran` and `peran_pembanding`
/// (the lists that the two rows stand in), `tingkat_wilayah` for areas, and `baris_bukti`: the lines of bits, whose
/// sum is `bobot` before it is rounded.
package struct FindingsJSONL: Reporter {
  package static let fileName = "temuan.jsonl"
  package static let effort = 5

  package init() {}

  package func write(_ report: Report, to sink: inout some ByteSink & ~Copyable) throws {
    let record = report.record
    let keys = JSONKeys()
    let isNumber = FindingColumn.allCases.map(\.isNumber)
    try report.writePieces(to: &sink) { piece, out in
      for row in 0..<piece.range.count {
        keys.withBytes { keys, ends in
          piece.forEachCell(ofRow: row) { column, cell in
            out.append(UnsafeRawBufferPointer(rebasing: keys[ends[column]..<ends[column + 1]]))
            if !isNumber[column] {
              out.append(json: cell)
            } else if cell.isEmpty {
              out.append("null")
            } else {
              out.append(cell)
            }
          }
        }
        out.append(rest: record.findings[piece.range.lowerBound + row])
      }
    }
  }
}

/// The names of the columns with the marks before and after them, in one run of bytes.
private struct JSONKeys: Sendable {
  private var bytes: [UInt8] = []
  private var ends = [0]

  init() {
    for (number, column) in FindingColumn.allCases.enumerated() {
      bytes += ((number == 0 ? "{\"" : ",\"") + column.rawValue + "\":").utf8
      ends.append(bytes.count)
    }
  }

  @inline(__always)
  func withBytes(_ body: (UnsafeRawBufferPointer, UnsafeBufferPointer<Int>) -> Void) {
    bytes.withUnsafeBytes { bytes in ends.withUnsafeBufferPointer { body(bytes, $0) } }
  }
}

extension ByteWriter {
  fileprivate mutating func append(rest finding: borrowing Finding) {
    append(",\"tingkat\":")
    append(json: finding.severity.label)
    if !finding.heldBack.isEmpty {
      append(",\"ditahan\":")
      append(json: finding.heldBack)
    }
    switch finding.subject {
    case .person(let reference):
      append(",\"peran\":")
      append(json: reference.role.rawValue)
    case .area(let key):
      append(",\"tingkat_wilayah\":")
      append(json: key.level.rawValue)
    }
    if let other = finding.counterpart {
      append(",\"peran_pembanding\":")
      append(json: other.role.rawValue)
    }
    if !finding.lines.isEmpty {
      append(",\"baris_bukti\":[")
      for (number, line) in finding.lines.enumerated() {
        if number > 0 { append(44) }
        append(line: line)
      }
      append(93)
    }
    append("}\n")
  }

  /// One line of bits; m and u, where it has them, to four significant digits, the bits to the last one.
  fileprivate mutating func append(line: EvidenceLine) {
    append("{\"bidang\":")
    append(json: line.comparison)
    append(",\"tingkat\":")
    append(json: line.level)
    if let m = line.m {
      append(",\"m\":")
      append(share: m)
    }
    if let u = line.u {
      append(",\"u\":")
      append(share: u)
    }
    append(",\"bit\":")
    append(json: line.weight.bits)
    append(125)
  }
}

/// How far down an area key goes; the raw value is the `tingkat` column of `wilayah.csv`.
package enum AreaLevel: String, Sendable, CaseIterable {
  case kabupaten, kecamatan, desa, tps, rw, rt
}

extension AreaKey {
  package var level: AreaLevel {
    if rt != 0 { return .rt }
    if rw != 0 { return .rw }
    if tps != 0 { return .tps }
    if desa != 0 { return .desa }
    return kecamatan != 0 ? .kecamatan : .kabupaten
  }
}
