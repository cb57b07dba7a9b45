#if OfficeFiles
  import RollModel
  import TestSupport
  import Testing

  @testable import Readers

  /// Sheets of one workbook that are not all alike.
  @Suite struct SheetsOfAListTests {
    private func book(_ sheets: [(name: String, rows: [String])]) throws -> CaseData {
      let made = sheets.map { sheet in
        let rows = sheet.rows.map { row in
          "<row>"
            + row.components(separatedBy: ";").map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
            + "</row>"
        }
        return (sheet.name, "<sheetData>" + rows.joined() + "</sheetData>")
      }
      let folder = try CaseOnDisk()
      try folder.add("a.xlsx", .roll, ZipBytes.workbook(made))
      return try folder.read()
    }

    private static let list = "NIK;Nama;Tanggal Lahir;Alamat;Keterangan"
    private static func voters(_ first: Int, _ count: Int = 5, mark: String = "") -> [String] {
      let names = ["BUDI", "ROHANA", "SUPARMAN", "WARSITI", "KARTO", "HALIMAH", "SALEH", "YUNUS", "MARIAM", "DEWI"]
      return (first..<first + count).map { n in
        "16020512038\(50 + n)001;\(names[n - 1]);\(10 + n)-03-1985;DUSUN I;\(mark)"
      }
    }

    /// Rows of a sheet called TMS are struck by their codes; of those without, the office is told.
    @Test(arguments: [
      ("TMS", "4", 0), ("TMS", "", 5), ("TMS MENINGGAL", "", 5), ("DATA GANDA", "", 0), ("LINGKIS", "", 0),
      ("MS dan TMS", "", 0),
    ]) func whoseSheetIsCalledTMS(_ name: String, _ mark: String, _ told: Int) throws {
      let data = try book([("TPS 1", [Self.list] + Self.voters(1)), (name, [Self.list] + Self.voters(6, mark: mark))])
      #expect(data.roll.count == 10 && data.roll.columns.codes.count { $0.mark != nil } == (mark.isEmpty ? 0 : 5))
      let notices = data.notices.filter { $0.contains("menyebut barisnya TMS") }
      #expect(notices.count == (told > 0 ? 1 : 0) && notices.allSatisfy { $0.contains("\(told) dari 5 barisnya") })
    }

    @Test func whoseHeadingIsTMS() throws {
      let rows = ["DAFTAR PEMILIH TIDAK MEMENUHI SYARAT (TMS)", Self.list] + Self.voters(1)
      #expect(try book([("Sheet1", rows)]).notices.contains { $0.contains("judul «DAFTAR PEMILIH TIDAK") })
    }

    /// A sheet without a column that a list can do without is read; a list of something else is not.
    @Test func sheetsThatLackAColumn() throws {
      let short = "NIK;Nama;Tanggal Lahir;Keterangan"
      let rows = Self.voters(6).map { $0.replacing("DUSUN I;", with: "") }
      let data = try book([("TPS I", [Self.list] + Self.voters(1)), ("TPS II", [short] + rows)])
      #expect(data.roll.count == 10 && Set(data.roll.columns.tps) == [1, 2])
      #expect(data.notices.contains { $0.contains("lembar «TPS II» tidak punya kolom alamat") })
      for (name, header) in [
        ("DPTb", short), ("TPS 2", "Nama;Alamat;Tanda Tangan;Jam"), ("TMS", "NIK;Nama;Tanggal Lahir;Alamat"),
      ] {
        let other = try book([("TPS 1", [Self.list] + Self.voters(1)), (name, [header] + rows)])
        #expect(other.roll.count == 5 && other.notices.contains { $0.contains("«\(name)» tidak, karena") }, "\(name)")
      }
    }
  }
#endif
