import Documents
import RollModel

/// `tindak-lanjut.csv`: what became of every letter, by class and kecamatan; only of a case with a register.
package struct FollowUpCSV: Reporter {
  package static let fileName = "tindak-lanjut.csv"

  package init() {}

  package func isWanted(for record: RunRecord) -> Bool { record.history != nil }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var out = ByteWriter()
    out.append(csvHeader: Self.columns)
    for line in record.history?.followUp ?? [] {
      for text in [line.letter, line.day, line.label, line.kecamatan] {
        out.append(csv: text)
        out.append(44)
      }
      for count in [line.sent] + FollowUpState.allCases.map({ line.counts[$0] ?? 0 }) {
        out.append(integer: count)
        out.append(44)
      }
      out.append(csv: line.answers)
      out.append(44)
      if let days = line.days { out.append(integer: days) }
      out.append(10)
    }
    try sink.write(out)
  }

  private static let columns = [
    "surat", "tanggal", "kelas", "kecamatan", "disampaikan", "ditindaklanjuti", "belum", "muncul_lagi",
    "tidak_dapat_dinilai", "alasan_kpu", "hari",
  ]
}

/// `tindak-lanjut-rinci.csv`: the same finding by finding, by which later runs know what has come back.
package struct FollowUpDetailsCSV: Reporter {
  package static let fileName = "tindak-lanjut-rinci.csv"

  package init() {}

  package func isWanted(for record: RunRecord) -> Bool { record.history != nil }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var header = ByteWriter()
    header.append(csvHeader: ["urut_surat", "surat", "id", "kelas", "kecamatan", "keadaan", "sebab"])
    try sink.write(header)
    let details = record.history?.details ?? []
    try writeRuns(of: details.count, size: 8192, to: &sink) { range, out in
      for detail in details[range] {
        out.append(integer: detail.letterPlace)
        let state = detail.state?.rawValue ?? "ditarik kantor"
        for text in [detail.letter, detail.id, detail.label, detail.kecamatan, state, detail.reason] {
          out.append(44)
          out.append(csv: text)
        }
        out.append(10)
      }
    }
  }
}
