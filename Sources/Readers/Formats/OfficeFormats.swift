import Documents

#if OfficeFiles
  extension FormatReader {
    /// Workbooks, and archives that hold one list.
    static let zip = refusing(.zip, "ternyata buku kerja Excel (.xlsx) atau berkas zip; belum dapat dibaca")
    static let gzip = refusing(.gzip, "ternyata berkas gzip (.gz); belum dapat dibuka")
  }
#else
  extension FormatReader {
    static let zip = absent(.zip, "ternyata buku kerja Excel (.xlsx) atau berkas zip", "Simpan sebagai CSV UTF-8")
    static let gzip = absent(.gzip, "ternyata berkas gzip (.gz)", "Buka dahulu pemampatannya")
    static let xml = absent(.xml, "ternyata berkas XML", "Simpan sebagai CSV UTF-8")

    /// A format that this build was made without.
    private static func absent(_ disguise: CSVSniffer.Disguise, _ found: String, _ remedy: String) -> FormatReader {
      refusing(
        disguise, "\(found); padan ini dibangun tanpa zlib dan libxml2",
        "\(remedy), atau pasang zlib1g-dev dan libxml2-dev lalu bangun ulang padan dengan make build.")
    }
  }
#endif
