import Documents
import RollModel

/// The workbook of one direction of a sample: a sheet a kecamatan, in the order in which officers go. In a province its name
/// begins with the kabupaten's code.
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
    let kecamatan = Dictionary(grouping: rows) { row in
      let area = areas[row.village]
      return AreaKey(kabupaten: area.kabupatenNumber, kecamatan: area.kecamatanNumber)
    }
    var taken: Set<String> = []
    let sheets = kecamatan.keys.sorted().map { key in
      let ordered = kecamatan[key, default: []].sorted {
        ($0.village, $0.line.person.order) < ($1.village, $1.line.person.order)
      }
      return FieldSheet(
        name: Self.name(areas.kecamatanNames[key.kecamatan], areas.kabupatenCode(key.kabupaten), &taken),
        titleLines: SheetTitle(kecamatan: key.kecamatan, kabupaten: key.kabupaten, in: record).lines(
          title, day: day, count: "\(IndonesianNumber.grouped(ordered.count)) contoh", howTo),
        kind: .sample, ordered.map(\.line)
      ).sheet
    }
    var sink = MemorySink()
    try Workbook(sheets).write(to: &sink)
    bytes = sink.bytes
  }

  /// A sheet's name that no other has, whatever its capitals.
  private static func name(_ kecamatan: String, _ kabupaten: AreaCode, _ taken: inout Set<String>) -> String {
    let place = [kabupaten.description, kecamatan.isEmpty ? "Tidak diketahui" : kecamatan]
    let name = Workbook.sheetName(place.filter { !$0.isEmpty }.joined(separator: " "))
    var free = name
    var number = 2
    while !taken.insert(free.lowercased()).inserted {
      free = String(name.prefix(26)) + " \(number)"
      number += 1
    }
    return free
  }
}
