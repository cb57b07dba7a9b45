import Documents
import Testing

@Suite struct SheetReaderTests {
  /// What the writer wrote is read back, whatever it is.
  @Test func cellsComeBack() throws {
    let texts = [
      "", "SITI", "=1+1", "<script>", "A & B &amp; C", "&lt;v>", "_x0041_", "\"petik\"", "dua\nbaris\ttab", "é 🙂",
      "</v></row><c",
      "&#10;", "",
    ]
    var cells = SheetWriter()
    for shift in 0..<3 {
      cells.beginRow()
      cells.number(shift, .borderedNumber)
      for text in texts { cells.text(text, shift == 1 ? .text : .plain) }
      cells.blank()
      cells.endRow()
    }
    let book = Workbook([
      .init(name: "A", titleLines: ["Judul"], columns: (0..<15).map { .init("K\($0)", width: 9) }, cells)
    ])
    var sink = MemorySink()
    try book.write(to: &sink)
    let rows = SheetReader(xml: try ZipReader(sink.bytes)["xl/worksheets/sheet1.xml"]?.text ?? "").rows
    #expect(rows.suffix(3) == [0, 1, 2].map { ["\($0)"] + texts + [""] })
    #expect(rows.first?.first == "Judul")
  }
}
