#if OfficeFiles
  import Documents

  /// What is wrong with a workbook or odd about it, and what to do.
  enum WorkbookWords {
    static func words(_ fault: WorkbookFault) -> String {
      switch fault {
      case .archive(let fault): PackedWords.words(fault)
      case .xml(let part, .documentType):
        "memuat DOCTYPE di «\(PackedWords.shown(part))», yang tidak pernah ada di buku kerja yang wajar. "
          + "Jangan dipakai; minta salinan dari asalnya."
      case .xml(let part, .tooDeep), .xml(let part, .malformed), .xml(let part, .wrongEncoding):
        "rusak di «\(PackedWords.shown(part))»: isinya bukan XML yang utuh. Buka di Excel atau LibreOffice, simpan ulang."
      case .noSheets: "adalah buku kerja tanpa lembar data. Minta salinan yang berisi daftarnya."
      case .missing(let part): "rusak: bagian «\(PackedWords.shown(part))» tidak ada. \(PackedWords.again)"
      case .tooManyColumns(let row):
        "berisi lebih dari \(WorkbookLimits.columns) kolom (baris \(row)), jadi bukan daftar. Hapus kolom yang tidak perlu."
      case .tooManyRows: "menyebut nomor baris di luar 1 sampai \(WorkbookLimits.rows). Buka di Excel, simpan ulang."
      case .longCell(let row):
        "berisi sel yang terlalu panjang di baris \(row), jadi bukan daftar. Perbaiki atau hapus isinya."
      case .rowTwice(let row): "memuat baris \(row) dua kali. Buka di Excel atau LibreOffice, simpan ulang."
      case .noSuchString(let row):
        "rusak di baris \(row): sel menunjuk teks yang tidak ada. Buka di Excel atau LibreOffice, simpan ulang."
      case .locked: "terkunci dengan kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu ulangi."
      case .oldBinary:
        "ternyata buku kerja Excel sebelum tahun 1997 (.xls lama). Buka di Excel atau LibreOffice, simpan sebagai .xlsx, "
          + "lalu ulangi."
      case .noWorkbook: "ternyata dokumen kantor yang bukan buku kerja. Simpan daftarnya sebagai .xlsx lalu ulangi."
      case .brokenBinary: "adalah buku kerja .xls yang rusak atau terpotong. \(PackedWords.again)"
      case .tooManySheets: "berisi terlalu banyak lembar atau tabel. Pecah menjadi beberapa berkas."
      case .tooLarge: "berisi terlalu banyak teks untuk satu buku kerja. Pecah per kecamatan lalu ulangi."
      }
    }

    static func notices(_ facts: SheetFacts) -> [String] {
      var notices: [String] = []
      if facts.hiddenRows > 0 {
        notices.append("\(facts.hiddenRows) baris tersembunyi (misalnya oleh saringan) ikut dibaca.")
      }
      if facts.errorCells > 0 {
        notices.append("\(facts.errorCells) sel berisi galat rumus (#N/A dan sejenisnya) dibaca sebagai kosong.")
      }
      if facts.formulasWithoutResult > 0 {
        notices.append(
          "\(facts.formulasWithoutResult) rumus tanpa hasil dibaca sebagai kosong; buka dan simpan dahulu di Excel.")
      }
      if facts.mergedRanges > 0 {
        notices.append(
          "\(facts.mergedRanges) sel gabungan di baris data hanya terbaca di baris pertamanya; pisahkan sel gabungannya."
        )
      }
      return notices
    }
  }
#endif
