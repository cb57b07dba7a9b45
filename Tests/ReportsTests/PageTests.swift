import Documents
import Reports
import RollModel
import Testing

@Suite struct PageTests {
  @Test func nothingHostileBecomesMarkup() throws {
    let page = try page(Sample.record())
    #expect(page.components(of: "<script") == 2)
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("\\u003cscript>alert('x')\\u003c/script>"))
    #expect(page.contains("Berkas &lt;satu&gt; tidak mempunyai kolom RT."))
    #expect(page.contains("Desa &quot;Bukit&quot; &lt;Indah&gt; &amp; Lestari, Timur"))
  }

  @Test func thePolicyAllowsNothingFromOutside() throws {
    let page = try page(Sample.record())
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    for word in ["http://", "https://", " src=", "url(", "@import", "unsafe", " style=", " onclick="] {
      let allowed = word == "http://" ? ["http://www.w3.org/2000/svg", "http://x"] : []
      #expect(page.components(of: word) == allowed.reduce(0) { $0 + page.components(of: $1) }, "\(word)")
    }
  }

  @Test(arguments: [(0, "0"), (1, "&lt;3"), (2, "&lt;3"), (3, "3"), (1234, "1.234")])
  func smallCountsAreSuppressed(_ count: Int, _ written: String) throws {
    var record = Sample.record()
    record.areas = [AreaSummary(key: AreaKey(kecamatan: 1))]
    record.areas[0].proposed = [.deceased: count]
    record.areas[0].absentResidents = count
    let page = try page(record)
    #expect(page.contains("<th scope=\"row\">Kayu Agung</th>"))
    #expect(page.contains("<td class=\"n\">\(written)</td>"))
  }

  @Test func aLargeRunSaysWhatItLeavesOut() throws {
    let page = try page(Sample.record(voters: 3_000, dataFindings: 21_000))
    #expect(
      page.contains("Memuat 2.018 dari 21.018 temuan, paling banyak 2.000 untuk setiap aturan, dari setiap kecamatan"))
    #expect(try self.page(Sample.record()).contains("Memuat seluruh 30 temuan."))
  }

  @Test func anEmptyRunIsAPage() throws {
    var record = Sample.record()
    record.findings = []
    record.areas = []
    record.matches = MatchResults()
    record.data.files = []
    #expect(try page(record).contains("Tidak ada wilayah yang dikenali."))
  }

  @Test func weakNumbersAreSaid() throws {
    #expect(try page(Sample.record(state: .masked)).contains("NIK ganda tidak dinyatakan dari nomor yang demikian"))
  }

  @Test(arguments: [
    ("<b>", "&lt;b&gt;"), ("\"'&", "&quot;&#39;&amp;"), ("a\u{0}\u{1B}b", "ab"), ("🙂\n", "🙂\n"),
  ])
  func valuesAreEscapedByType(_ text: String, _ written: String) {
    let html: HTML = "<i>\(text)</i>"
    #expect(html.markup == "<i>" + written + "</i>")
    #expect(("<p>\(html)\([html])\(3)</p>" as HTML).markup == "<p>\(html.markup)\(html.markup)3</p>")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1.000"), (-1234567, "-1.234.567"),
  ])
  func numbersAreGrouped(_ value: Int, _ written: String) { #expect(IndonesianNumber.grouped(value) == written) }

  @Test(arguments: [(0.985, "98,5%"), (1, "100,0%"), (0, "0,0%"), (12.3456, "1.234,6%")])
  func sharesAreWritten(_ value: Double, _ written: String) { #expect(IndonesianNumber.percent(value) == written) }

  @Test(arguments: [(2.345, 1, "2,3"), (-0.01, 1, "0,0"), (1234.5, 2, "1.234,50"), (7, 0, "7"), (0.05, 2, "0,05")])
  func decimalsAreWritten(_ value: Double, _ decimals: Int, _ written: String) {
    #expect(IndonesianNumber.decimal(value, decimals) == written)
  }

  private func page(_ record: RunRecord) throws -> String {
    String(decoding: try written(ReportPage.fileName, record), as: UTF8.self)
  }
}
