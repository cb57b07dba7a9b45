import Documents
import RollModel

/// The workbook of one direction of a sample: a sheet a kecamatan, in the order in which officers go.
package struct SampleBook: Sendable {
  /// One drawn row.
  package struct Row: Sendable {
    package let line: FieldSheet.Line
    /// Number of the desa.
    package let village: Int

    package init(village: Int, line: FieldSheet.Line) {
      self.village = village
      self.line = line
    }
  }

  package let bytes: [UInt8]

  /// - Parameters:
  ///   - title: what is asked, for the first line.
  ///   - howTo: what the answers mean.
  package init(_ rows: [Row], of record: RunRecord, day: CalendarDay, title: String, howTo: String) throws {
    let areas = record.data.lexicon.areas
    let kecamatan = Dictionary(grouping: rows) { areas[$0.village].kecamatanNumber }
    var taken: Set<String> = []
    let sheets = kecamatan.keys.sorted().map { number in
      let ordered = kecamatan[number, default: []].sorted {
        ($0.village, $0.line.person.order) < ($1.village, $1.line.person.order)
      }
      return FieldSheet(
        name: Self.name(areas.kecamatanNames[number], &taken),
        titleLines: SheetTitle(kecamatan: number, in: record).lines(
          title, day: day, count: "\(IndonesianNumber.grouped(ordered.count)) contoh", howTo),
        kind: .sample, ordered.map(\.line)
      ).sheet
    }
    var sink = MemorySink()
    try Workbook(sheets).write(to: &sink)
    bytes = sink.bytes
  }

  /// A sheet's name that no other has, whatever its capitals.
  private static func name(_ kecamatan: String, _ taken: inout Set<String>) -> String {
    let name = Workbook.sheetName(kecamatan.isEmpty ? "Tidak diketahui" : kecamatan)
    var free = name
    var number = 2
    while !taken.insert(free.lowercased()).inserted {
      free = String(name.prefix(26)) + " \(number)"
      number += 1
    }
    return free
  }
}
