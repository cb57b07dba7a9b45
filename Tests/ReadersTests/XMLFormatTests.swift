#if OfficeFiles
  import RollModel
  import TestSupport
  import Testing

  @testable import Readers

  /// The same three voters in every form that XML has for a list.
  @Suite struct XMLFormatTests {
    private static let csv = #"""
      nik,nama,tanggal_lahir,jenis_kelamin,rt,rw,kode_desa
      1602054505090001,SITI AMINAH,05-05-1990,P,001,002,1602052001
      1602050101800002,BUDI,01-01-1980,L,001,,1602052001
      1602051712750003,"AGUS ""TJ""",17-12-1975,L,003,001,1602052001

      """#

    private static let flat = """
      <?xml version="1.0" encoding="UTF-8"?>
      <daftar versi="1"><dibuat>2026-11-21</dibuat>
      <pemilih nik="1602054505090001"><nama>SITI AMINAH</nama><tanggal_lahir>05-05-1990</tanggal_lahir>
      <jenis_kelamin>P</jenis_kelamin><alamat><rt>001</rt><rw>002</rw></alamat><kode_desa>1602052001</kode_desa></pemilih>
      <pemilih nik="1602050101800002"><nama>BUDI</nama><tanggal_lahir>01-01-1980</tanggal_lahir>
      <jenis_kelamin>L</jenis_kelamin><alamat><rt>001</rt><rw/></alamat><kode_desa>1602052001</kode_desa></pemilih>
      <pemilih nik="1602051712750003"><nama>AGUS "TJ"</nama><tanggal_lahir>17-12-1975</tanggal_lahir>
      <jenis_kelamin>L</jenis_kelamin><alamat><rt>003</rt><rw>001</rw></alamat><kode_desa>1602052001</kode_desa></pemilih>
      </daftar>
      """

    private static let attributes = """
      <rowset><row nik="1602054505090001" nama="SITI AMINAH" tanggal_lahir="05-05-1990" jenis_kelamin="P" rt="001" rw="002"
      kode_desa="1602052001"/><row nik="1602050101800002" nama="BUDI" tanggal_lahir="01-01-1980" jenis_kelamin="L" rt="001"
      kode_desa="1602052001"/><row nik="1602051712750003" nama='AGUS "TJ"' tanggal_lahir="17-12-1975" jenis_kelamin="L"
      rt="003" rw="001" kode_desa="1602052001"/></rowset>
      """

    private static let grouped = """
      <wilayah><desa kode_desa="1602052001"><pemutakhiran><rt no="001">
      </rt></pemutakhiran>
      <daftar><orang><nik>1602054505090001</nik><nama>SITI AMINAH</nama><tgl>05-05-1990</tgl><jk>P</jk><rt>001</rt><rw>002</rw></orang>
      <orang><nik>1602050101800002</nik><nama>BUDI</nama><tgl>01-01-1980</tgl><jk>L</jk><rt>001</rt></orang></daftar>
      <daftar><orang><nik>1602051712750003</nik><nama>AGUS "TJ"</nama><tgl>17-12-1975</tgl><jk>L</jk><rt>003</rt>
      <rw>001</rw></orang></daftar></desa></wilayah>
      """

    private func read(_ bytes: [UInt8], _ change: (inout Source) -> Void = { _ in }) throws -> CaseData {
      let folder = try CaseOnDisk()
      let index = try folder.add("daftar-pemilih/a", .roll, bytes)
      folder.set(index, change)
      return try folder.read()
    }

    private func read(_ text: String, _ change: (inout Source) -> Void = { _ in }) throws -> CaseData {
      try read(Array(text.utf8), change)
    }

    @Test(arguments: [flat, attributes, "\n" + attributes, grouped.replacing("<tgl>", with: "<tgl >")])
    func `reads the same voters as from CSV`(xml: String) throws {
      let data = try read(xml) { $0.columns[.birthDate] = xml.contains("tgl") ? ColumnSpec(headers: ["tgl"]) : nil }
      #expect(try data.roll.descriptions == read(Self.csv).roll.descriptions)
      #expect(data.refusals.isEmpty)
    }

    @Test func `reads UTF-16`() throws {
      let xml = "\u{FEFF}" + Self.flat.replacing("UTF-8", with: "UTF-16")
      let data = try read(xml.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
      #expect(try data.roll.descriptions == read(Self.csv).roll.descriptions)
    }

    @Test(arguments: [(flat, [3, 5, 7]), (attributes, [2, 3, 4])])
    func `names the line, or the number of the element`(xml: String, lines: [UInt32]) throws {
      #expect(try Array(read(xml).roll.columns.line) == lines)
    }

    @Test func `elemen and kolom name the row and its fields`() throws {
      let xml = "<a><x><k>1</k><l>2</l></x><x><k>1</k><l>2</l></x><y><k>BUDI</k><l>3</l></y></a>"
      let data = try read(xml) {
        $0.element = "y"
        $0.columns[.name] = ColumnSpec(headers: ["k"])
      }
      #expect(data.roll.count == 1)
      #expect(data.roll[0].coreName == "BUDI")
    }

    @Test func `reads a workbook of XML as the list it was made from`() throws {
      let made = try Project.text("fixtures/readers/pemilih-2003.xml")
      let list = try Project.text("fixtures/readers/pemilih-2003.csv")
      let data = try read(made)
      #expect(try data.roll.descriptions == read(list).roll.descriptions)
      #expect(data.roll.count == 20)
      #expect(try Array(data.roll.columns.line) == Array(read(list).roll.columns.line))
    }

    @Test(arguments: [nil, "Daftar"])
    func `chooses the sheet whose header is known`(stated: String?) throws {
      func sheet(_ name: String, _ rows: [[String]]) -> String {
        let cells = rows.map { row in
          "<Row>" + row.map { "<Cell><Data ss:Type='String'>\($0)</Data></Cell>" }.joined() + "</Row>"
        }
        return "<Worksheet ss:Name='\(name)'><Table>\(cells.joined())</Table></Worksheet>"
      }
      let space = "urn:schemas-microsoft-com:office:spreadsheet"
      let book =
        "<?xml version='1.0'?><Workbook xmlns='\(space)' xmlns:ss='\(space)'>"
        + sheet("Petunjuk", [["Cara mengisi"], ["nama", "wajib"]])
        + sheet(
          "Daftar", [["DAFTAR PEMILIH"], ["nik", "nama", "kode_desa"], ["1602050101800002", "BUDI", "1602052001"]])
        + "</Workbook>"
      let data = try read(book) { $0.sheet = stated }
      #expect(data.roll.count == 1)
      #expect(data.roll[0].coreName == "BUDI")
      #expect(data.roll.columns.line[0] == 3)
      let none = #expect(throws: ReadingError.self) { try read(book) { $0.sheet = "Lain" } }
      #expect(none?.message.contains("«Petunjuk», «Daftar»") == true, "\(none?.message ?? "")")
    }
  }
#endif
