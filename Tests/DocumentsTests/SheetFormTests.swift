import Documents
import Testing

@Suite struct SheetFormTests {
  @Test func onlyFormsAreProtected() throws {
    let (sheet, styles) = try written(form: nil)
    #expect(!sheet.contains("sheetProtection") && !sheet.contains("dataValidation"))
    #expect(styles.contains("<cellXfs count=\"8\">") && !styles.contains("locked"))
  }

  @Test func aFormHidesColumnsAndOffersChoices() throws {
    let form = SheetForm(hidden: [1], choices: [.init(column: 0, title: "Hasil & <x>", values: ["ya", "tidak"])])
    let (sheet, styles) = try written(form: form)
    #expect(sheet.contains("<sheetProtection sheet=\"1\"") && !sheet.contains("password"))
    #expect(sheet.contains("<col min=\"2\" max=\"2\" width=\"5\" hidden=\"1\" customWidth=\"1\"/>"))
    #expect(sheet.contains("sqref=\"A4:A4\"><formula1>&quot;ya,tidak&quot;</formula1>"))
    #expect(sheet.contains("errorTitle=\"Hasil &amp; &lt;x&gt;\""))
    #expect(styles.contains("<cellXfs count=\"10\">") && styles.contains("<protection locked=\"0\"/>"))
    // The order of ECMA-376: readers refuse any other.
    let places = ["</sheetData>", "<sheetProtection", "<autoFilter", "<dataValidations", "<pageMargins"].map {
      sheet.firstRange(of: $0)?.lowerBound
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(zip(places, places.dropFirst()).allSatisfy { a, b in a.flatMap { a in b.map { a < $0 } } ?? false })
  }

  @Test func aSheetWithoutRowsHasNoChoices() throws {
    let form = SheetForm(choices: [.init(column: 0, title: "Hasil", values: ["ya"])])
    #expect(!(try written(form: form, rows: 0).sheet.contains("dataValidation")))
  }

  private func written(form: SheetForm?, rows: Int = 1) throws -> (sheet: String, styles: String) {
    var cells = SheetWriter()
    for _ in 0..<rows {
      cells.beginRow()
      cells.text("", form == nil ? .text : .open)
      cells.text("x", .text)
      cells.endRow()
    }
    let columns = [Workbook.Column("a", width: 5), Workbook.Column("b", width: 5)]
    var sink = MemorySink()
    let sheet = Workbook.Sheet(
      name: "S", titleLines: ["judul"], columns: columns, cells, isPrinted: true, form: form)
    try Workbook([sheet]).write(to: &sink)
    let zip = try ZipReader(sink.bytes)
    return (zip["xl/worksheets/sheet1.xml"]?.text ?? "", zip["xl/styles.xml"]?.text ?? "")
  }
}
