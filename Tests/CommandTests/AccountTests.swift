import TestSupport
import Testing

/// `neraca.csv`: every line closes, lines add up, and its last column is what the roll has.
@Suite struct AccountTests {
  @Test(arguments: ["ringan", "berat", "lain"])
  func everyLineClosesAndLinesAddUp(model: String) throws {
    let scratch = try Scratch()
    #expect(
      try Binary.run([
        "contoh", scratch["kasus"], "--pemilih", "6000", "--benih", "613", "--model", model, "--tanggal", "2026-11-21",
      ]).status == 0)
    let run = try Binary.run(["periksa", scratch["kasus"], "--keluaran", scratch["hasil"], "--tanggal", "2026-11-21"])
    #expect(run.status == 0, "\(run.err)")
    let accounts = try Self.rows(scratch.read("hasil/neraca.csv"))
    let areas = try Self.rows(scratch.read("hasil/wilayah.csv"))
    #expect(accounts.count > 20)
    var sums: [String: [String: Int]] = [:]
    for row in accounts {
      for sex in ["_l", "_p"] {
        func count(_ name: String) -> Int { Int(row[name + sex] ?? "") ?? -1 }
        let new = ["genap_17_tahun", "pindah_masuk", "asal_lain"].reduce(0) { $0 + count("baru_" + $1) }
        #expect(new == count("baru_jumlah"))
        #expect(
          count("sebelumnya") + new + count("masuk") - count("keluar") - count("tms_jumlah")
            - count("hilang_tanpa_kode")
            + count("muncul_lagi") == count("sekarang"), "\(row["kode"] ?? "")")
        for name in ["sebelumnya", "baru_jumlah", "tms_jumlah", "sekarang"] {
          sums[row["tingkat"] ?? "", default: [:]][name + sex, default: 0] += count(name)
        }
      }
      let area = try #require(areas.first { $0["tingkat"] == row["tingkat"] && $0["kode"] == row["kode"] })
      let now = (Int(row["sekarang_l"] ?? "") ?? 0) + (Int(row["sekarang_p"] ?? "") ?? 0)
      #expect(Int(area["pemilih"] ?? "") == now, "\(row["kode"] ?? "")")
    }
    #expect(sums["desa"] == sums["kecamatan"] && sums["desa"] == sums["kabupaten"])
    #expect((sums["kabupaten"]?["baru_jumlah_l"] ?? 0) > 0 && (sums["kabupaten"]?["tms_jumlah_p"] ?? 0) > 0)
  }

  /// No cell of these files is quoted: names of places are words.
  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
