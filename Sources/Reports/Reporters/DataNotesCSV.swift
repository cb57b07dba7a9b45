import Documents
import RollModel

/// `catatan-data.csv`: defects of records that nobody acts on one by one, one row each.
package struct DataNotesCSV: Reporter {
  package static let fileName = "catatan-data.csv"
  package static let effort = 1
  package static let columns = [
    "id", "aturan", "berkas", "baris", "kode_desa", "kecamatan", "desa", "tps", "bidang", "catatan",
  ]

  package init() {}

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var header = ByteWriter()
    header.append(csvHeader: Self.columns)
    try sink.write(header)
    let notes = record.notes
    var cells = NoteCells(record)
    try writeRuns(of: notes.count, size: 8192, to: &sink) { range, out in
      for index in range {
        notes.prefetch(index + 16)
        out.append(note: notes[index], of: record.data, &cells)
      }
    }
  }
}

/// Cells that come again in the next row: notes stand rule by rule, area by area.
private struct NoteCells {
  private let table: AreaTable
  private let fields: [String: String]
  private var area: AreaKey?
  private(set) var place: [UInt8] = []
  private var rule = ""
  private(set) var field = ""

  init(_ record: RunRecord) {
    table = record.data.lexicon.areas
    fields = Dictionary(record.cards.map { ($0.id, $0.field?.rawValue ?? "") }, uniquingKeysWith: { a, _ in a })
  }

  mutating func turn(to area: AreaKey, _ rule: String) {
    if area != self.area {
      self.area = area
      place = Self.place(area, table)
    }
    if rule != self.rule {
      self.rule = rule
      field = fields[rule] ?? ""
    }
  }

  /// Code, names and station, each with the comma behind it.
  private static func place(_ key: AreaKey, _ table: AreaTable) -> [UInt8] {
    let names = table.names(of: key)
    var out = ByteWriter()
    for text in [names.code, names.kecamatan, names.desa] {
      out.append(csv: text)
      out.append(44)
    }
    if key.tps != 0 { out.append(integer: key.tps, width: 3) }
    out.append(44)
    return out.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func append(
    note: Finding, of data: CaseData, _ cells: inout NoteCells
  ) {
    append(text: note.id)
    append(44)
    append(text: note.rule)
    append(44)
    let key: AreaKey
    switch note.subject {
    case .person(let reference):
      guard let voter = data.voter(reference) else { preconditionFailure("a note stands on a row of the case") }
      append(csv: voter.path)
      append(44)
      append(integer: voter.line)
      key = AreaKey(kecamatan: voter.area.kecamatanNumber, desa: voter.areaNumber, tps: voter.tps)
    case .area(let area):
      append(44)
      key = area
    }
    append(44)
    cells.turn(to: key, note.rule)
    append(contentsOf: cells.place)
    append(text: note.field?.rawValue ?? cells.field)
    append(44)
    append(csv: note.explanation)
    append(10)
  }
}
