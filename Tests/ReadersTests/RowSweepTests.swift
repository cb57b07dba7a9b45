import Foundation
import Normalizers
import Readers
import RollModel
import TestSupport
import Testing

/// A sweep finds each row where it stands, whatever the pieces and threads.
@Suite struct RowSweepTests {
  private struct EndsInSeven: RowJudge {
    static let fields: Set<Field> = [.name]
    func worth(of row: SweptRow) -> Int { row.name.last == 55 ? 10 : 0 }
  }

  @Test func linesHoldAcrossPieces() throws {
    let scratch = try Scratch()
    var text = "NAMA,NIK,TANGGAL_LAHIR,KODE_DESA,TPS\n"
    var wanted: [Int] = []
    var line = 2
    for i in 0..<3000 {
      let name = "ORANG \(i)"
      if i % 10 == 7 { wanted.append(line) }
      // Line breaks in quotes, some of them at the start of what looks like a row.
      let broken = i % 3 == 0
      text += broken ? "\(name),,\"1980-01-01\n,\",1602052001,1\n" : "\(name),,1980-01-01,1602052001,1\n"
      line += broken ? 2 : 1
    }
    try scratch.write(text, to: "roll.csv")
    let source = Source(path: scratch["roll.csv"], name: "daftar-pemilih/roll.csv", role: .roll)
    for (threads, size) in [(1, 1 << 20), (2, 1000), (3, 97)] {
      let sweep = RowSweep([source], threads: threads, pieceSize: size)
      let found = sweep.rows(threads: threads) { EndsInSeven() }
      #expect(found.rows == 3000)
      #expect(found.hits.map(\.line) == wanted, "\(threads) threads, pieces of \(size)")
      #expect(found.hits.map { sweep.text(.name, of: $0) } == stride(from: 7, to: 3000, by: 10).map { "ORANG \($0)" })
    }
  }
}
