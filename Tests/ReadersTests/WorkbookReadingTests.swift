#if OfficeFiles
  import Foundation
  import RollModel
  import TestSupport
  import Testing

  @testable import Readers

  /// Workbooks as programs of offices write them, read as lists.
  struct WorkbookReadingTests {
    private static let header = "nik,nkk,nama,tanggal_lahir,jenis_kelamin,alamat,rt,rw,tps"
    private static func csv(_ rows: Int = 60) -> String {
      let names = ["SITI AMINAH", "AGUS", "WAYAN \"DEDE\" PUTRA", "RINA O'NEIL", "BUDI, SH"]
      return header + "\n"
        + (1...rows).map { row in
          let day = row % 28 + 1
          let two = day < 10 ? "0\(day)" : "\(day)"
          let name = "\"" + names[row % 5].replacing("\"", with: "\"\"") + "\""
          return
            "160205\(two)0180\(1000 + row),160205010112\(1000 + row),\(name),\(two)-01-1980,L,DUSUN \(row % 4),0\(row % 9),2,1"
        }.joined(separator: "\n") + "\n"
    }

    private func read(_ name: String, _ bytes: [UInt8], _ change: (inout Source) -> Void = { _ in }) throws -> CaseData
    {
      let folder = try CaseOnDisk()
      let index = try folder.add(name, .roll, bytes)
      folder.set(index, change)
      return try folder.read()
    }

    /// A voter is a view of a roll, which must outlive it.
    private func firstName(_ data: CaseData) -> String { withExtendedLifetime(data) { data.roll[0].coreName } }

    private func rows(of csv: String) throws -> [String] { try read("a.csv", Array(csv.utf8)).roll.descriptions }

    private func sheet(_ rows: [[String]], from first: Int = 1) -> String {
      "<sheetData>"
        + rows.enumerated().map { number, cells in
          "<row r=\"\(number + first)\">"
            + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }.joined() + "</sheetData>"
    }

    @Test(.enabled(if: OtherPrograms.hasOpenpyxl)) func readsWhatOpenpyxlWrites() throws {
      let scratch = try Scratch()
      try scratch.write(Self.csv(), to: "a.csv")
      let program = """
        import csv, datetime, openpyxl, sys
        book = openpyxl.Workbook(); sheet = book.active; sheet.title = "Rekap"; sheet.append(["bukan daftar"])
        sheet = book.create_sheet("DPT"); sheet.append(["DAFTAR PEMILIH"]); sheet.merge_cells("A1:I1"); sheet.append([])
        for n, row in enumerate(csv.reader(open(sys.argv[1]))):
            if n and n % 2:
                row[0] = int(row[0]); d, m, y = row[3].split("-"); row[3] = datetime.date(int(y), int(m), int(d))
                row[7] = int(row[7])
            sheet.append(row)
        sheet.row_dimensions[7].hidden = True
        book.save(sys.argv[2])
        """
      let result = try OtherPrograms.python(program, [scratch["a.csv"], scratch["a.xlsx"]])
      try #require(result.status == 0, "\(result.err)")
      let data = try read("a.xlsx", Array(try Data(contentsOf: URL(fileURLWithPath: scratch["a.xlsx"]))))
      #expect(try data.roll.descriptions == rows(of: Self.csv()))
      #expect(data.files[0].format == "XLSX" && data.files[0].reading.contains("lembar «DPT»"))
      #expect(data.roll.columns.line[0] == 4, "row numbers are those of the sheet")
      #expect(data.notices.contains { $0.hasPrefix("a.xlsx: dari 2 lembar hanya «DPT» yang dibaca") })
      #expect(data.notices.contains { $0.contains("1 baris tersembunyi") })
    }

    /// Several desa below each other in one sheet, their titles in merged cells.
    @Test(.enabled(if: OtherPrograms.hasOpenpyxl), arguments: [true, false])
    func rowsOfASheetStandWhereTheirBlockSays(repeatsHeader: Bool) throws {
      let scratch = try Scratch()
      try scratch.write(Self.csv(), to: "a.csv")
      let program = """
        import csv, openpyxl, sys
        book = openpyxl.Workbook(); sheet = book.active
        rows = list(csv.reader(open(sys.argv[1])))
        def title(*words):
            sheet.append([]); sheet.append(["DAFTAR PEMILIH TETAP"])
            for word in words:
                sheet.append([word]); sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=9)
        for n, desa in enumerate(["LINGKIS", "MUARA BATUN", "AIR ITAM"]):
            title("KECAMATAN : JEJAWI", "DESA/KELURAHAN : " + desa)
            if n == 0 or sys.argv[3] == "true": sheet.append(rows[0])
            for row in rows[1 + 20 * n:21 + 20 * n]: sheet.append(row)
            sheet.append(["", "", "JUMLAH", "", "", "", "", "", 20])
        book.save(sys.argv[2])
        """
      let result = try OtherPrograms.python(program, [scratch["a.csv"], scratch["a.xlsx"], "\(repeatsHeader)"])
      try #require(result.status == 0, "\(result.err)")
      let data = try read("a.xlsx", Array(try Data(contentsOf: URL(fileURLWithPath: scratch["a.xlsx"]))))
      #expect(
        (0..<data.roll.count).map { data.roll[$0].area.desa }
          == ["LINGKIS", "MUARA BATUN", "AIR ITAM"].flatMap { Array(repeating: $0, count: 20) })
      let file = data.files[0]
      #expect(file.rowsRead == 60 + file.rowsOfFurniture && file.rowsQuarantined == 0)
      #expect(data.notices == [])
    }

    @Test(.enabled(if: OtherPrograms.office != nil)) func readsWhatLibreOfficeWrites() throws {
      let scratch = try Scratch()
      try scratch.write(Self.csv(), to: "a.csv")
      // All columns as text, so that zeros in front stay.
      try OtherPrograms.convert(
        scratch["a.csv"], to: "xlsx", in: scratch.path,
        filter: "CSV:44,34,76,1,1/2/2/2/3/2/4/2/5/2/6/2/7/2/8/2/9/2")
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: scratch["a.xlsx"])))
      #expect(try read("a.xlsx", bytes).roll.descriptions == rows(of: Self.csv()))
    }

    @Test(arguments: ["buku-openpyxl.xlsx", "buku-libreoffice.xlsx", "daftar.csv.gz", "daftar.zip", "buku.zip"])
    func readsTheCommittedFiles(_ name: String) throws {
      let root = URL(fileURLWithPath: Project.root).appendingPathComponent("fixtures/readers")
      let bytes = Array(try Data(contentsOf: root.appendingPathComponent(name)))
      let plain = String(decoding: try Data(contentsOf: root.appendingPathComponent("daftar.csv")), as: UTF8.self)
      #expect(try read(name, bytes).roll.descriptions == rows(of: plain))
    }

    /// Cells merged downwards below the head have their value in the first row only, and that is said.
    @Test func mergedCellsOfOpenDocument() throws {
      let header = ["nkk", "nik", "nama"].map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }.joined()
      let rows = (0..<60).map { row in
        let number =
          row % 2 == 1
          ? "<table:covered-table-cell/>"
          : "<table:table-cell table:number-rows-spanned=\"2\"><text:p>16020501011\(10_000 + row)</text:p></table:table-cell>"
        return "<table:table-row>\(number)"
          + ["160205120385\(1000 + row)", "WARGA"].map { "<table:table-cell><text:p>\($0)</text:p></table:table-cell>" }
          .joined() + "</table:table-row>"
      }
      let folder = try CaseOnDisk()
      try folder.add(
        "a.ods", .roll, ZipBytes.openDocument("<table:table-row>\(header)</table:table-row>\(rows.joined())"))
      let data = try folder.read()
      #expect(data.roll.count == 60 && data.rejections.isEmpty)
      // The first forty rows of the sheet are held back and filled, as those of other workbooks.
      let missing = (0..<60).filter { data.roll.columns.nkk[$0].isMissing }
      #expect(missing == Array(stride(from: 39, to: 60, by: 2)))
      #expect(
        data.notices == [
          "a.ods: 11 sel gabungan di baris data hanya terbaca di baris pertamanya; pisahkan sel gabungannya."
        ])
    }

    /// Numbers in a column of dates are days from where the workbook counts, whatever their cells look like.
    @Test(arguments: [("", "1983-08-03"), ("<workbookPr date1904=\"1\"/>", "1987-08-04")])
    func numbersOfDaysCountFromWhereTheWorkbookDoes(_ properties: String, _ day: String) throws {
      let rows =
        ["<row><c t=\"str\"><v>nama</v></c><c t=\"str\"><v>nik</v></c><c t=\"str\"><v>tanggal_lahir</v></c></row>"]
        + (10..<30).map { number in
          "<row><c t=\"str\"><v>BUDI</v></c><c t=\"str\"><v>16021712038000\(number)</v></c>"
            + (number == 29 ? "<c t=\"str\"><v>04-08-1987</v></c></row>" : "<c><v>30531</v></c></row>")
        }
      let sheet = "<sheetData>" + rows.joined() + "</sheetData>"
      let data = try read("a.xlsx", ZipBytes.workbook([("Satu", sheet)], properties: properties))
      #expect(data.roll.count == 20 && data.roll.columns.birth[0].description == day)
      #expect(data.roll.columns.birth[19].description == "1987-08-04")
      #expect(data.files[0].reading.contains("angka hari dihitung dari 1904") == !properties.isEmpty)
    }

    /// A guess counts the rows of all sheets that a run would read.
    @Test func aGuessCountsEverySheet() throws {
      let sheets = (0..<3).map { number in
        (
          "Desa \(number)",
          sheet([["nama", "nik"]] + (10..<30).map { ["BUDI", "1602171203800\(number)\($0)"] })
        )
      }
      let folder = try CaseOnDisk()
      try folder.add("dpt.xlsx", .roll, ZipBytes.workbook(sheets))
      let guess = try #require(RoleGuesser(threads: 1).guess(folder.sources.map { ($0.path, $0.name) }).first)
      #expect(guess.role == .roll && guess.rows == 60 && guess.isRowCountExact, "\(guess.rows) \(guess.reasons)")
    }

    @Test func readsTheSheetThatIsNamed() throws {
      let one = sheet([["nama", "nik"], ["BUDI", "1602171203800001"]])
      let two = sheet([["nama", "nik"], ["ANI", "1602175203800001"]])
      let bytes = ZipBytes.workbook([("Satu", one), ("Dua", two)])
      let first = try read("a.xlsx", bytes)
      #expect(firstName(first) == "BUDI")
      #expect(first.roll.count == 2 && first.files.map(\.path) == ["a.xlsx [Satu]", "a.xlsx [Dua]"])
      #expect(try firstName(read("a.xlsx", bytes) { $0.sheet = " dua" }) == "ANI")
      #expect(throws: ReadingError.self) { try read("a.xlsx", bytes) { $0.sheet = "Tiga" } }
      let hidden = try read("a.xlsx", ZipBytes.workbook([("Satu", one), ("Dua", two)], states: ["Satu": "hidden"]))
      #expect(firstName(hidden) == "ANI")
    }

    @Test func readsAHeaderOverTwoRows() throws {
      let xml =
        sheet([
          ["DAFTAR"], [], ["NO", "NAMA", "NIK", "RT/RW", ""], ["", "", "", "RT", "RW"], ["1", "2", "3", "4", "5"],
        ])
        .replacing("</sheetData>", with: "") + "<row r=\"6\">"
        + ["1", "BUDI", "1602171203800001", "3", "4"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
        + "</row></sheetData><mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:C4\"/>"
        + "<mergeCell ref=\"D3:E3\"/></mergeCells>"
      let data = try read("a.xlsx", ZipBytes.workbook([("Satu", xml)]))
      #expect(data.rejections.isEmpty && data.roll.count == 1)
      #expect(data.roll[0].rt == 3 && data.roll[0].rw == 4 && data.roll.columns.line[0] == 6)
    }

    struct Bad: Sendable, CustomTestStringConvertible {
      let what: String
      let bytes: [UInt8]
      let words: String
      var testDescription: String { what }
    }

    static let bad: [Bad] = [
      Bad(
        what: "two lists", bytes: ZipBytes.archive([.init("a.csv", "nama\n"), .init("b.csv", "nama\n")]),
        words: "berisi 2 berkas («a.csv», «b.csv»)"),
      Bad(
        what: "zip in zip", bytes: ZipBytes.archive([.init("a.zip", ZipBytes.archive([.init("a.csv", "nama\n")]))]),
        words: "di dalam berkas termampat"),
      Bad(what: "gzip in zip", bytes: ZipBytes.archive([.init("a.gz", [0x1F, 0x8B, 8, 0])]), words: "termampat"),
      Bad(what: "empty zip", bytes: ZipBytes.archive([]), words: "tanpa isi"),
      Bad(
        what: "another document",
        bytes: ZipBytes.archive([.init("mimetype", "application/vnd.oasis"), .init("content.xml", "<a/>")]),
        words: "simpan sebagai .xlsx"),
      Bad(
        what: "locked workbook",
        bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
          + Array("EncryptedPackage".utf16).flatMap { [UInt8($0), 0] },
        words: "kata sandi"),
      Bad(what: "cut off gzip", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B], words: "terpotong"),
      Bad(what: "blank sheet", bytes: ZipBytes.workbook([("Satu", "<sheetData/>")]), words: "baris kosong"),
      Bad(
        what: "wide sheet",
        bytes: ZipBytes.workbook([
          ("Satu", "<sheetData><row>" + String(repeating: "<c><v>1</v></c>", count: 10_000) + "</row></sheetData>")
        ]), words: "lebih dari 512 kolom"),
    ]

    @Test(arguments: bad) func refuses(_ bad: Bad) throws {
      let error = #expect(throws: ReadingError.self) { try read("a.dat", bad.bytes) }
      #expect(error?.message.contains(bad.words) == true, "\(error?.message ?? "")")
    }
  }
#endif
