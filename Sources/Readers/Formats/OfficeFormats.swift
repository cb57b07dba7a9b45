import Documents

#if OfficeFiles
  extension FormatReader {
    /// Workbooks, and archives that hold one list.
    static let zip = FormatReader(.zip) { file, source, book throws(Refusal) in
      let archive = try PackedFormat.archive(file)
      if WorkbookFile.claims(archive) { return try WorkbookFormat.open(archive, source, book) }
      if ODSFile.claims(archive) {
        let sheets: ODSFile
        do throws(WorkbookFault) { sheets = try ODSFile(archive) } catch { throw Refusal(WorkbookWords.words(error)) }
        return try WorkbookFormat.open(sheets, "ODS", source, book)
      }
      return try PackedFormat.open(archive, source, book)
    }

    static let gzip = FormatReader(.gzip) { file, source, book throws(Refusal) in
      try PackedFormat.open(file, source, book)
    }

    /// Binary workbooks, and new ones under a password: both are compound files.
    static let ole = FormatReader(.ole) { file, source, book throws(Refusal) in
      let sheets: XLSFile
      do throws(WorkbookFault) { sheets = try XLSFile(file) } catch { throw Refusal(WorkbookWords.words(error)) }
      return try WorkbookFormat.open(sheets, "XLS", source, book)
    }

    /// Tables of a web page under whatever name.
    static let html = FormatReader(.html) { file, source, book throws(Refusal) in
      let tables: HTMLTables
      do throws(WorkbookFault) { tables = try HTMLTables(file) } catch {
        throw Refusal(error == .noSheets ? .pageWithoutTable : WorkbookWords.words(error))
      }
      return try WorkbookFormat.open(tables, "HTML", source, book)
    }
  }

  extension String {
    fileprivate static let pageWithoutTable =
      "ternyata halaman web (HTML) tanpa tabel. Simpan daftarnya sebagai .xlsx atau CSV UTF-8, lalu ulangi."
  }

#else
  extension FormatReader {
    static let zip = absent(.zip, "ternyata buku kerja Excel (.xlsx) atau berkas zip", "Simpan sebagai CSV UTF-8")
    static let gzip = absent(.gzip, "ternyata berkas gzip (.gz)", "Buka dahulu pemampatannya")
    static let xml = absent(.xml, "ternyata berkas XML", "Simpan sebagai CSV UTF-8")
    static let ole = refusing(.ole, "ternyata buku kerja Excel lama (.xls)")
    static let html = refusing(.html, "ternyata halaman web (HTML) yang disimpan dengan nama lain")

    /// A format that this build was made without.
    private static func absent(_ disguise: CSVSniffer.Disguise, _ found: String, _ remedy: String) -> FormatReader {
      refusing(
        disguise, "\(found); padan ini dibangun tanpa zlib dan libxml2",
        "\(remedy), atau pasang zlib1g-dev dan libxml2-dev lalu bangun ulang padan dengan make build.")
    }
  }
#endif
