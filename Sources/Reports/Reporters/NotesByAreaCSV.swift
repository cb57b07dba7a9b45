import Documents
import RollModel

/// `catatan-wilayah.csv`: how many notes of data each rule has in each desa, rule by rule; desa without any are left out.
package struct NotesByAreaCSV: Reporter {
  package static let fileName = "catatan-wilayah.csv"
  package static let columns = ["aturan", "kode_desa", "kecamatan", "desa", "jumlah"]

  private let notes: NoteCounts?

  package init() { notes = nil }
  /// With the notes counted already.
  package init(notes: NoteCounts) { self.notes = notes }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    let counted = notes ?? NoteCounts(record)
    let table = record.data.lexicon.areas
    var out = ByteWriter()
    out.append(csvHeader: Self.columns)
    for (place, rule) in counted.rules.enumerated() {
      for key in counted.desa {
        guard let count = counted.counts[key]?[place], count > 0 else { continue }
        let names = table.names(of: key)
        // A row of which the desa is not known is nobody's of the kabupaten.
        for (column, text) in [rule, names.code, names.kecamatan, names.desa].enumerated() {
          if column > 0 { out.append(44) }
          out.append(csv: key.desa == 0 && column > 0 ? "" : text)
        }
        out.append(44)
        out.append(integer: count)
        out.append(10)
      }
    }
    try sink.write(out)
  }
}
