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
    history.samples = [sample("2026-11-14", wrong: 3), sample("2026-11-21", wrong: 1)]
    (history.closed, history.goneAsAsked) = (4, 2)
    history.conflicts = 1
    (history.totals.counts, history.totals.withdrawn) = ([.done: 7, .open: 4, .again: 2, .unknown: 1], 1)
    record.history = history
    return record
  }

  private static func sample(_ day: String, wrong: Int) -> ScoredSample {
    let interval = ScoredSample.Interval(share: Double(wrong) / 40, lower: 0.0044, upper: 0.1288)
    func share(_ rule: String, _ tier: String) -> ScoredSample.Share {
      ScoredSample.Share(
        direction: "daftar-ke-orang", rule: rule, tier: tier, drawn: 44, answered: 40, wrong: wrong, notFound: 2,
        estimate: interval)
    }
    var tier = share("meninggal", "kuat")
    tier.expected = 0.0123
    var open = share("ganda", "semua")
    (open.answered, open.estimate) = (0, nil)
    return ScoredSample(
      draw: day, run: hostile, day: day, wholes: [share("", "")],
      rules: [
        share("meninggal", "semua"), tier, share("meninggal", "pasti"), open, share("tni", "semua"),
        share("tni", "pasti"),
      ])
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
    #expect(lines[2].hasPrefix("25/X,2026-11-22,TMS,LEMPUING,9,4,2,1,1,") && lines[2].hasSuffix(",7"))
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
    #expect(
      page.contains(
        "Dari 15 yang disarankan: 7 ditindaklanjuti, 4 belum, 2 muncul lagi, 1 tidak dapat dinilai, 1 ditarik kantor."))
    #expect(page.contains("belum ada akta (4); =1+1"))
    #expect(page.contains("<summary>Menurut kecamatan</summary>"))
    #expect(page.contains("Tidak dapat dinilai: daftar penduduk tidak ada."))
    #expect(page.contains("2 pemilih yang hilang tanpa kode tidak ditampilkan karena surat kantor ini"))
    #expect(page.contains("<td class=\"n\">20,8%–93,9%</td><td class=\"n\">1,23%</td>"))
    #expect(!page.contains("<script>alert"))
  }

  /// Every draw for the roll as a whole; the last one by rule, beside what the matching expects.
  @Test func pageOneHasTheSamples() throws {
    let page = try text("laporan.html")
    let counts = "<td class=\"n\">44</td><td class=\"n\">40</td><td class=\"n\">1</td><td class=\"n\">2</td>"
    let shares = "<td class=\"n\">2,5%</td><td class=\"n\">0,4%–12,9%</td>"
    #expect(page.contains("<tr><th scope=\"row\">21-11-2026</th><td>=1+1,&quot;&lt;script"))
    #expect(page.contains("<th scope=\"row\">14-11-2026</th>"))
    #expect(page.contains("<th scope=\"row\">meninggal</th><td>semua</td>\(counts)\(shares)<td class=\"n\">–</td>"))
    #expect(
      page.contains(
        "<td><span class=\"cip c-kuat\">kuat</span></td>\(counts)\(shares)<td class=\"n\">1,23%</td></tr>"))
    #expect(!page.contains("<th scope=\"row\">ganda</th><td>semua</td>"))
    let told = try #require(try JSONValue(try written("ringkasan.json", Self.record()))["register"]).items("sampel")
    #expect(told.map { $0.text("dinilai") } == ["2026-11-14", "2026-11-21"])
    #expect(told[1].items("aturan")[1].number("taksiran_keliru") == 0.0123)
    #expect(told[1].items("aturan")[3]["bagian_keliru"] == nil)
    // One tier alone is one row.
    #expect(page.contains("<th scope=\"row\">tni</th><td><span class=\"cip c-pasti\">pasti</span></td>\(counts)"))
    #expect(!page.contains("<th scope=\"row\">tni</th><td>semua</td>"))
  }

  @Test func theSummaryHoldsTheSums() throws {
    let register = try #require(try JSONValue(try written("ringkasan.json", Self.record()))["register"])
    #expect(register["tindak_lanjut"]?.number("disampaikan") == 15)
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
    #expect(rows.first?.hasSuffix(",penjelasan") == true)
  }
}
