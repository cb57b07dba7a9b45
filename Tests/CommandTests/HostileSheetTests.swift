#if OfficeFiles
  import Foundation
  import RollModel
  import TestSupport
  import Testing

  /// Hostile web pages, OpenDocument and binary workbooks through the built command: one sentence, status 2, little time
  /// and memory; never a signal.
  @Suite(.serialized) struct HostileSheetTests {
    private func run(_ bytes: [UInt8]) throws -> Binary.Result {
      let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(20)])
      try files.scratch.write(bytes, to: "kasus/kematian/buruk.dat")
      let start = ContinuousClock.now
      let result = try Binary.run(
        [
          "-c", "ulimit -d 524288; exec \"$0\" \"$@\"", Binary.path, "periksa", files.folder, "--tanggal", "2026-11-21",
        ],
        tool: "/bin/bash")
      #expect(ContinuousClock.now - start < .seconds(30))
      return result
    }

    private func refuse(_ bytes: [UInt8], _ what: String) throws {
      let result = try run(bytes)
      #expect(result.status == 2, "\(what): \(result.status) \(result.err)")
      #expect(result.err.split(separator: "\n").count == 1, "\(what): \(result.err)")
      #expect(result.err.contains("kematian/buruk.dat"), "\(what): \(result.err)")
    }

    @Test func webPages() throws {
      let cell = "<td>nik</td>"
      let deep = String(repeating: "<table><tr><td>", count: 300)
      let pages: [(String, String)] = [
        ("no table", "<html><body>nama</body></html>"), ("empty table", "<table></table>"),
        ("only titles", "<table><tr><td>DAFTAR</td></tr></table>"), ("unclosed", "<table><tr><td>x"),
        ("nested", deep), ("many tables", String(repeating: "<table><tr>\(cell)</tr></table>", count: 3000)),
        ("wide", "<table><tr>" + String(repeating: cell, count: 10_000) + "</tr></table>"),
        ("colspan", "<table><tr><td colspan=999999999>a</td><td>b</td></tr></table>"),
        (
          "rowspan",
          "<table><tr><td rowspan=999999999>a</td></tr>" + String(repeating: "<tr><td>b</td></tr>", count: 50)
        ),
        ("negative spans", "<table><tr><td colspan=-5 rowspan=-9>a</td></tr></table>"),
        ("long cell", "<table><tr><td>" + String(repeating: "x", count: 1 << 18) + "</td></tr></table>"),
        ("script", "<html><script>document.write('<table>')</script></html>"),
        ("style", "<html><style>table{}</style><p>a</p></html>"),
        ("entities", "<html><table><tr><td>&lol;&#x110000;&#0;</td></tr></table>"),
        ("document type", "<!DOCTYPE html SYSTEM \"file:///etc/passwd\"><html><table><tr><td>a</td></tr></table>"),
        ("frames", "<html><frameset><frame src=sheet001.htm></frameset></html>"),
        ("cut tag", "<table><tr><td"), ("comment", "<table><!-- " + String(repeating: "-", count: 1 << 16)),
        ("zeros", "<table>\0\0\0\0<tr><td>\0</td></tr></table>"),
        ("other header", "<table><tr><td>kode</td><td>nilai</td></tr><tr><td>1</td><td>2</td></tr></table>"),
        ("quotes", "<table \"'><tr '\"><td =>x</td></tr></table>"),
      ]
      for (what, page) in pages { try refuse(Array(page.utf8), what) }
    }

    private static func ods(_ content: String, manifest: String? = nil) -> [UInt8] {
      var entries = [
        ZipBytes.Entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ZipBytes.Entry("content.xml", content),
      ]
      if let manifest { entries.append(ZipBytes.Entry("META-INF/manifest.xml", manifest)) }
      return ZipBytes.archive(entries)
    }

    @Test func openDocuments() throws {
      func sheet(_ rows: String) -> String {
        "<document-content><body><spreadsheet><table name='A'>\(rows)</table></spreadsheet></body></document-content>"
      }
      let cell = "<table-cell><p>nik</p></table-cell>"
      let contents: [(String, String)] = [
        ("nothing", ""), ("no table", "<document-content/>"), ("no rows", sheet("")),
        ("only titles", sheet("<table-row>\(cell)</table-row>")), ("cut off", "<document-content><body><table name='"),
        ("document type", "<!DOCTYPE a [<!ENTITY b 'c'>]>" + sheet("")),
        ("rows repeated", sheet("<table-row number-rows-repeated='1048577'>\(cell)</table-row>")),
        ("rows repeated without end", sheet("<table-row number-rows-repeated='99999999999'>\(cell)</table-row>")),
        (
          "columns repeated",
          sheet("<table-row><table-cell number-columns-repeated='16384'><p>a</p></table-cell></table-row>")
        ),
        (
          "both",
          sheet(
            "<table-row number-rows-repeated='1048576'><table-cell number-columns-repeated='500'><p>\(String(repeating: "x", count: 100))</p></table-cell></table-row>"
          )
        ),
        (
          "negative",
          sheet("<table-row number-rows-repeated='-3'><table-cell number-columns-repeated='-1'/></table-row>")
        ),
        ("deep", String(repeating: "<a>", count: 5000)),
        ("nested tables", sheet(String(repeating: "<table-row><table-cell><table>", count: 30))),
        (
          "many sheets",
          "<a>" + String(repeating: "<table name='x'/>", count: 3000) + "</a>"
        ),
        (
          "long cell",
          sheet("<table-row><table-cell><p>\(String(repeating: "x", count: 1 << 18))</p></table-cell></table-row>")
        ),
        ("no XML", "nama,nik\n"), ("wrong encoding", "<?xml version='1.0' encoding='klingon'?><a/>"),
        ("bad number", sheet("<table-row><table-cell value-type='float' value='1e999'/></table-row>")),
        ("bad day", sheet("<table-row><table-cell value-type='date' date-value='x'/></table-row>")),
      ]
      for (what, content) in contents { try refuse(Self.ods(content), what) }
      try refuse(Self.ods(sheet(""), manifest: "<manifest><encryption-data/></manifest>"), "locked")
    }

    /// Cut off and mangled at many places.
    @Test(.enabled(if: OtherPrograms.office != nil)) func binaryWorkbooks() throws {
      let scratch = try Scratch()
      try scratch.write("nama,nik\nSITI,1602055203850002\nBUDI,1602051203850001\n", to: "a.csv")
      try OtherPrograms.convert(scratch["a.csv"], to: "xls:MS Excel 97", in: scratch.path)
      let book = Array(try Data(contentsOf: URL(fileURLWithPath: scratch["a.xls"])))
      #expect(try run(book).status == 0)
      for cut in 1..<20 { try refuse(Array(book.prefix(book.count * cut / 24)), "cut at \(cut)") }
      var random = SeededGenerator(seed: 11)
      for at in stride(from: 8, to: book.count, by: max(1, book.count / 40)) {
        var bad = book
        for i in at..<min(at + 16, bad.count) { bad[i] = UInt8(random.below(256)) }
        let result = try run(bad)
        #expect([0, 2].contains(result.status), "mangled at \(at): \(result.status) \(result.err)")
      }
      // A chain of sectors that goes round.
      var round = book
      let table = (Int(book[76]) | Int(book[77]) << 8) + 1
      for i in 0..<128 { round.replaceSubrange((table * 512 + 4 * i)..<(table * 512 + 4 * i + 4), with: [1, 0, 0, 0]) }
      try refuse(round, "a chain without end")
    }
  }
#endif
