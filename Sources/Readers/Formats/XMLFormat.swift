import Documents

#if OfficeFiles
  extension FormatReader {
    /// XML in which one element is one row.
    static let xml = refusing(.xml, "ternyata berkas XML; belum dapat dibaca")
  }
#endif
