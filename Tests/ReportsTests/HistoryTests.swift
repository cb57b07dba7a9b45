import Documents
import Reports
import RollModel
import TestSupport
import Testing

/// What a register says, as the files of a run print it; words of offices are hostile here.
@Suite struct HistoryTests {
  private static let hostile = "=1+1,\"<script>alert(1)</script>\""

  private static func record() -> RunRecord {
    var record = Sample.record()
    var history = CaseHistory()
    history.notes = ["F100000": .init(decision: "sah", letter: "25/X, \"dua\" (2026-11-22)")]
    for (place, kecamatan) in ["KAYU AGUNG", "LEMPUING"].enumerated() {
      var line = FollowUpLine(letter: "25/X", day: "2026-11-22", label: "TMS", kecamatan: kecamatan)
      line.counts = [.done: 3 + place, .open: 2, .again: 1, .unknown: place]
      line.answerCounts = ["belum ada akta": 2, hostile: 1]
      line.reasons = place == 0 ? [] : ["daftar penduduk tidak ada"]
      line.withdrawn = place
      line.days = 7
      history.followUp.append(line)
    }
    history.details = [
      FollowUpDetail(
        letterPlace: 2, letter: hostile, id: "F100000", label: "TMS", kecamatan: "K", state: .unknown, reason: "sebab")
    ]
    var share = RejectedShare(rule: "meninggal", tier: .strong)
    for isRejected in [true, true, false] { share.count(isRejected: isRejected) }
    share.estimate = 0.0123
    history.shares = [share]
    history.closed = 4
    history.conflicts = 1
    record.history = history
    return record
  }

  private func text(_ name: String, _ record: RunRecord = record()) throws -> String {
    String(decoding: try written(name, record), as: UTF8.self)
  }

  @Test func theTableHasItsColumnsAndAddsUp() throws {
    let lines = try text("tindak-lanjut.csv").split(separator: "\n")
    #expect(
      lines[0]
        == "surat,tanggal,kelas,kecamatan,disampaikan,ditindaklanjuti,belum,muncul_lagi,tidak_dapat_dinilai,alasan_kpu,hari"
    )
    #expect(lines[1].hasPrefix("25/X,2026-11-22,TMS,KAYU AGUNG,6,3,2,1,0,\"belum ada akta (2); =1+1,"))
    #expect(lines[2].hasPrefix("25/X,2026-11-22,TMS,LEMPUING,8,4,2,1,1,") && lines[2].hasSuffix(",7"))
    #expect(try text("tindak-lanjut-rinci.csv").hasSuffix(",F100000,TMS,K,tidak dapat dinilai,sebab\n"))
    #expect(try text("tindak-lanjut-rinci.csv").contains("2,\"'=1+1,"))
  }

  @Test func findingsShowTheirDecisionAndLetter() throws {
    let rows = try text("temuan.csv").split(separator: "\n")
    #expect(rows.count { $0.hasSuffix(",sah,\"25/X, \"\"dua\"\" (2026-11-22)\"") } == 1)
    #expect(try text("temuan.jsonl").contains("\"keputusan\":\"sah\",\"surat\":\"25/X, \\\"dua\\\" (2026-11-22)\""))
  }

  /// One row for both kecamatan, the kecamatan to be opened, and no markup of anyone else's.
  @Test func pageOneHasTheTable() throws {
    let page = try text("laporan.html")
    #expect(page.contains("Dari 14 yang disarankan: 7 ditindaklanjuti, 4 belum, 2 muncul lagi, 1 tidak dapat dinilai."))
    #expect(page.contains("belum ada akta (4); =1+1"))
    #expect(page.contains("<summary>Menurut kecamatan</summary>"))
    #expect(page.contains("Tidak dapat dinilai: daftar penduduk tidak ada."))
    #expect(page.contains("1 usulan ditarik oleh kantor"))
    #expect(page.contains("<td class=\"n\">20,8%–93,9%</td><td class=\"n\">1,23%</td>"))
    #expect(!page.contains("<script>alert"))
  }

  @Test func theSummaryHoldsTheSums() throws {
    let register = try #require(try JSONValue(try written("ringkasan.json", Self.record()))["register"])
    #expect(register["tindak_lanjut"]?.number("disampaikan") == 14)
    #expect(register["tindak_lanjut"]?.number("tidak_dapat_dinilai") == 1)
    #expect(register.number("tertutup") == 4)
    let share = try #require(register.items("bagian_tolak").first)
    #expect(share.number("tolak") == 2 && share.number("diputuskan") == 3)
    #expect(share.number("dari") == 0.2077 && share.number("sampai") == 0.9385)
    #expect(share.number("taksiran_keliru") == 0.0123)
  }

  /// Without a register nothing of it is printed.
  @Test func withoutARegisterNothingIsSaid() throws {
    let record = Sample.record()
    #expect(try !text("laporan.html", record).contains("Tindak lanjut surat"))
    #expect(try !text("ringkasan.json", record).contains("\"register\""))
    let rows = try text("temuan.csv", record).split(separator: "\n")
    #expect(rows.contains { $0.hasSuffix(",,") })
  }
}
