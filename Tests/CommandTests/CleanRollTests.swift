import Foundation
import TestSupport
import Testing

/// Rolls in which nothing is planted: people die and move, the lists say so and the roll has struck them. What is said of an
/// area there is said by chance.
@Suite struct CleanRollTests {
  @Test(arguments: [("ringan", 417), ("berat", 417), ("lain", 417), ("berat", 5803)])
  func hardlyAnAreaIsNamed(model: String, seed: Int) throws {
    let scratch = try Scratch()
    #expect(
      try Binary.run([
        "contoh", scratch["kasus"], "--pemilih", "60000", "--benih", "\(seed)", "--model", model, "--bersih",
        "--tanggal",
        "2026-11-21",
      ]).status == 0)
    let run = try Binary.run(["periksa", scratch["kasus"], "--keluaran", scratch["hasil"], "--tanggal", "2026-11-21"])
    #expect(run.status == 0, "\(run.err)")
    let areas =
      try scratch.read("hasil/wilayah.csv").split(separator: "\n").count - 1
      + scratch.read("kasus/wilayah/rt.csv").split(separator: "\n").count - 1
    #expect(areas > 850)
    // Deaths and moves are there, and handled.
    let roll = try scratch.read("kasus/daftar-pemilih/lempuing.csv").split(separator: "\n").dropFirst()
    func struck(_ code: String) -> Int {
      roll.count { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(3).first.map(String.init) == code }
    }
    #expect(struck("1") > 50 && struck("4") > 10)
    let rows = try scratch.read("hasil/temuan.csv").split(separator: "\n")
    let header = rows[0].split(separator: ",", omittingEmptySubsequences: false)
    let file = try #require(header.firstIndex(of: "berkas"))
    let named = rows.dropFirst().filter { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return cells.count > file && cells[file].isEmpty
    }
    #expect(named.count * 1000 <= areas, "\(model): \(named.count) of \(areas)\n\(named.joined(separator: "\n"))")
  }
}
