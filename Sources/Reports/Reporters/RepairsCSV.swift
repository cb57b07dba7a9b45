import Documents
import RollModel

/// `perbaikan.csv`: every row that was used after a part of it was put right, and what was done. Holds no personal value.
package struct RepairsCSV: Reporter {
  package static let fileName = "perbaikan.csv"

  package init() {}

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var header = ByteWriter()
    header.append(csvHeader: ["berkas", "baris", "bidang", "perbaikan"])
    try sink.write(header)
    let data = record.data
    try writeRuns(of: data.repairs.count, size: 8192, to: &sink) { range, out in
      for repair in data.repairs[range] {
        out.append(csv: data.files[Int(repair.file)].path)
        out.append(44)
        out.append(integer: Int(repair.line))
        out.append(44)
        out.append(csv: repair.field?.rawValue ?? "")
        out.append(44)
        out.append(csv: Self.words(repair))
        out.append(10)
      }
    }
  }
}

// MARK: Words

extension RepairsCSV {
  private static let dates: Set<Field> = [.birthDate, .birthPlaceAndDate, .deathDate, .eventDate, .visitDate]

  private static func words(_ repair: Repair) -> String {
    switch repair.deed {
    case .readAs(let value): "dibaca \(value)"
    case .leftUnknown where repair.field.map(dates.contains) == true:
      "tidak dapat dibaca seluruhnya sebagai tanggal; sisanya dianggap tidak diketahui, barisnya tetap dipakai"
    case .leftUnknown: "tidak dapat dibaca; dianggap tidak diketahui, barisnya tetap dipakai"
    case .joined(let column, let cells):
      "kolom \(column)–\(column + cells - 1) digabung; pembatas muncul di dalam isian"
    case .inserted(let column): "sel kosong disisipkan di kolom \(column); satu sel hilang"
    case .removed(let column): "sel kosong di kolom \(column) dibuang; isi di belakangnya bergeser"
    case .continued(let column, let rows):
      "isi kolom \(column) disambung dengan \(rows) baris di bawahnya, yang hanya berisi lanjutannya"
    }
  }
}
