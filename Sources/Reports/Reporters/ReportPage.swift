import Crypto
import Documents
import RollModel

/// `laporan.html`: one page that stands alone: summary, charts, areas, findings, decisions.
///
/// Its policy allows the one style sheet and the one script in it, by their hashes, and nothing else: no request, no
/// frame, no form. Values enter it as `HTML`, which escapes, or as JSON, in which `<` cannot occur.
package struct ReportPage: Reporter {
  package static let fileName = "laporan.html"
  package static let effort = 2

  /// So many findings are about two megabytes of JSON: larger pages are packed to a third, small enough to be mailed.
  package static let mostUnpacked = 5_000

  private let tally: FindingTally?
  private let notes: NoteCounts?
  private let mostUnpacked: Int

  package init() { self.init(tally: nil, notes: nil) }

  /// With the findings and the notes counted already.
  package init(tally: FindingTally?, notes: NoteCounts?, mostUnpacked: Int = Self.mostUnpacked) {
    (self.tally, self.notes, self.mostUnpacked) = (tally, notes, mostUnpacked)
  }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    let tally = tally ?? FindingTally(record)
    let selection = PageSelection(record, tally)
    let values = self.values(record, tally, selection)
    try sink.write(markup: PageMarkup.head.filled(values))
    try write(PageData(record, selection, tally), isPacked: isPacked(selection), to: &sink)
    try sink.write(markup: PageMarkup.foot.filled(values))
  }

  private func isPacked(_ selection: PageSelection) -> Bool { selection.indices.count > mostUnpacked }

  /// JSON, or gzip of it in base64; `Web/script/findings.js` reads either.
  private func write(_ data: PageData, isPacked: Bool, to sink: inout some ByteSink & ~Copyable) throws {
    guard isPacked else { return try data.write(to: &sink) }
    var json = MemorySink()
    try data.write(to: &json)
    let packed = json.bytes.withUnsafeBytes { GzipWriter.pack($0) }
    var letters = ByteWriter(capacity: packed.count * 4 / 3 + 4)
    packed.withUnsafeBytes { letters.append(base64: $0) }
    try sink.write(letters)
  }

  private func values(_ record: RunRecord, _ tally: FindingTally, _ selection: PageSelection) -> [String: Any] {
    [
      "title": "Laporan Pemeriksaan Daftar Pemilih", "office": record.office.name,
      "subtitle": Self.subtitle(record), "version": record.toolVersion, "style": PageStyle.css,
      "script": PageScript.js, "data_type": isPacked(selection) ? "application/gzip" : "application/json",
      "style_hash": Self.hash(PageStyle.css), "script_hash": Self.hash(PageScript.js),
      "sections": [
        section("ringkasan", "Ringkasan", PageSummary(record: record, tally: tally).html),
        section(
          "wilayah", "Wilayah",
          PageAccounts(record: record).html + PageAreas(record: record, held: tally.heldBack).html
            + PageNotes(record: record, counted: notes ?? NoteCounts(record)).html),
        section("kebetulan", "Kebetulan dan ketelitian", PageMatching(matches: record.matches).html),
        section("temuan", "Temuan", findings(selection)),
        section("sumber", "Sumber", PageSources(data: record.data).html),
      ],
    ]
  }

  private func section(_ id: String, _ label: String, _ content: HTML) -> [String: String] {
    ["id": id, "label": label, "content": content.markup]
  }

  private func findings(_ selection: PageSelection) -> HTML {
    let loaded = IndonesianNumber.grouped(selection.indices.count)
    let total = IndonesianNumber.grouped(selection.total)
    let sentence =
      selection.indices.count == selection.total
      ? "Memuat seluruh \(total) temuan."
      : "Memuat \(loaded) dari \(total) temuan, paling banyak \(IndonesianNumber.grouped(PageSelection.perRule)) "
        + "untuk setiap aturan, dari setiap kecamatan sebagian; lengkap di temuan.csv."
    return PageMarkup.findings.filled(["loaded": sentence])
  }

  /// How a policy names an inline style or script.
  private static func hash(_ text: String) -> String {
    "sha256-" + Base64.encoded(Array(SHA256.hash(data: Array(text.utf8))))
  }

  private static func subtitle(_ record: RunRecord) -> String {
    let kind =
      switch record.election.kind {
      case .pdpb: "Pemutakhiran Data Pemilih Berkelanjutan"
      case .pemilu: "Pemilihan Umum"
      case .pilkada: "Pemilihan Kepala Daerah"
      }
    return "\(kind) · tanggal acuan \(IndonesianDate.long(record.election.referenceDay))"
  }
}
