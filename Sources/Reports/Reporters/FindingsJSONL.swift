import Documents
import RollModel

/// `temuan.jsonl`: one object a finding: the columns of `temuan.csv`, and what only a program wants to know.
///
/// Every finding has every column: an empty one is "", or null where it is a number.
/// Beyond the columns: `tingkat` (severity), `ditahan` (what holds the proposal back), `peran` and `peran_pembanding`
/// (the lists that the two rows stand in), `tingkat_wilayah` for areas, and `baris_bukti`: the lines of bits, whose
/// sum is `bobot` before it is rounded.
package struct FindingsJSONL: FindingsReporter {
  package static let fileName = "temuan.jsonl"

  private let keys = JSONKeys()

  package init() {}

  func head(of record: RunRecord) -> ByteWriter { ByteWriter() }

  func append(_ cells: borrowing FindingCells, of record: RunRecord, to out: inout ByteWriter) {
    let findings = record.findings
    var known = PrintedLines()
    keys.withEach { keys in
      for row in 0..<cells.range.count {
        let index = cells.range.lowerBound + row
        findings.prefetch(index + 8)
        cells.forEachCell(ofRow: row) { column, cell in
          out.append(padded: keys[column].bytes)
          if cell.bytes.isEmpty, keys[column].isNumber { out.append("null") } else { out.append(jsonContent: cell) }
        }
        out.append("\",\"tingkat\":")
        out.append(rest: findings[index], record.data.lexicon.areas, &known)
      }
    }
  }
}

/// What stands before each cell: the quote that ends the cell before, the name of the column, the quote that begins the
/// cell. The last column is text, so the quote that ends it is still to come.
private struct JSONKeys: Sendable {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]

  /// The marks before one column's cells.
  struct Key {
    /// Sixteen bytes more may be read behind them.
    let bytes: UnsafeRawBufferPointer
    let isNumber: Bool
  }

  init() {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var isAfterText = false
    for (number, column) in FindingColumn.allCases.enumerated() {
      let start = bytes.count
      let before = (isAfterText ? "\"" : "") + (number == 0 ? "{\"" : ",\"")
      bytes += (before + column.rawValue + "\":" + (column.isNumber ? "" : "\"")).utf8
      ranges.append(start..<bytes.count)
      isAfterText = !column.isNumber
    }
    self.bytes = bytes + Array(repeating: 0, count: 16)
    self.ranges = ranges
  }

  func withEach(_ body: ([Key]) -> Void) {
    bytes.withUnsafeBytes { bytes in
      body(
        zip(ranges, FindingColumn.allCases).map { range, column in
          Key(bytes: UnsafeRawBufferPointer(rebasing: bytes[range]), isNumber: column.isNumber)
        })
    }
  }
}

extension ByteWriter {
  /// What no other file tells of a finding.
  fileprivate mutating func append(rest finding: Finding, _ areas: AreaTable, _ known: inout PrintedLines) {
    append(word: finding.severity.label)
    if !finding.heldBack.isEmpty {
      append(",\"ditahan\":")
      append(json: finding.heldBack)
    }
    switch finding.subject {
    case .person(let reference):
      append(",\"peran\":")
      append(word: reference.role.rawValue)
    case .area(let key):
      append(",\"tingkat_wilayah\":")
      append(word: areas.level(of: key).rawValue)
    }
    if let other = finding.counterpart {
      append(",\"peran_pembanding\":")
      append(word: other.role.rawValue)
    }
    if !finding.lines.isEmpty {
      append(",\"baris_bukti\":[")
      for (place, line) in finding.lines.enumerated() {
        if place > 0 { append(44) }
        append(line: line, &known)
      }
      append(93)
    }
    append("}\n")
  }

  /// A line of bits, copied from where it stands further up if it does.
  private mutating func append(line: EvidenceLine, _ known: inout PrintedLines) {
    let (number, isNew) = known.lines.number(of: line)
    if isNew {
      let start = count
      append(line: line)
      known.places.append(start..<count)
    } else {
      append(again: known.places[number])
    }
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

  /// A word of the program's own, which needs no escapes.
  private mutating func append(word: String) {
    append(34)
    append(text: word)
    append(34)
  }
}

/// How far down an area key goes; the raw value is the `tingkat` column of `wilayah.csv`.
package enum AreaLevel: String, Sendable, CaseIterable {
  case provinsi, kabupaten, kecamatan, desa, tps, rw, rt
}

extension AreaKey {
  /// That of the whole case is the kabupaten; `AreaTable` knows of provinces.
  package var level: AreaLevel {
    if rt != 0 { return .rt }
    if rw != 0 { return .rw }
    if tps != 0 { return .tps }
    if desa != 0 { return .desa }
    return kecamatan != 0 ? .kecamatan : .kabupaten
  }
}

/// Lines of bits with where they stand in the text.
private struct PrintedLines {
  var lines = RecurringLines()
  var places: [Range<Int>] = []
}
