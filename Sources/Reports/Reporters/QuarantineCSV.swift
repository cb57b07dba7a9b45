import Documents
import RollModel

/// `karantina.csv`: every row that was not used, and why; values are masked by whoever set the row aside.
package struct QuarantineCSV: Reporter {
  package static let fileName = "karantina.csv"

  package init() {}

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var header = ByteWriter()
    header.append(csvHeader: ["berkas", "baris", "bidang", "alasan", "nilai"])
    try sink.write(header)
    let rejections = record.data.rejections
    try writeRuns(of: rejections.count, size: 8192, to: &sink) { range, out in
      for rejection in rejections[range] {
        out.append(csv: rejection.file)
        out.append(44)
        out.append(integer: rejection.line)
        for text in [rejection.field, rejection.reason, rejection.value] {
          out.append(44)
          out.append(csv: text)
        }
        out.append(10)
      }
    }
  }
}
