#if OfficeFiles
  import Documents

  /// A list packed by gzip, or alone in a zip archive: unpacked in memory and read as what it then is.
  enum PackedFormat {
    /// Bytes that one packed list may unpack to.
    static let largest = 4 << 30

    /// The checked directory of a zip file.
    static func archive(_ file: FileBytes) throws(Refusal) -> ZipArchive {
      do { return try ZipArchive(file) } catch { throw Refusal(PackedWords.words(error)) }
    }

    static func open(_ file: FileBytes, _ source: Source, _ book: HeaderBook) throws(Refusal) -> OpenedText {
      let text: FileBytes
      do { text = try Gzip.unpack(file, limit: largest) } catch { throw Refusal(PackedWords.words(error)) }
      guard text.count > 0 else {
        throw Refusal("tidak berisi apa-apa setelah dibuka (0 bita). Minta salinan yang utuh.")
      }
      return try inner(text, "gzip", source, book)
    }

    static func open(_ archive: ZipArchive, _ source: Source, _ book: HeaderBook) throws(Refusal) -> OpenedText {
      let lists = archive.entries.filter { !$0.isFolder && !isLitter($0.name) }
      guard let list = lists.first else { throw Refusal("adalah berkas zip tanpa isi. Minta salinan yang utuh.") }
      if archive["mimetype"] != nil || archive["[Content_Types].xml"] != nil {
        throw Refusal(
          "ternyata dokumen kantor yang bukan buku kerja .xlsx. Buka di Excel atau LibreOffice, simpan sebagai .xlsx.")
      }
      guard lists.count == 1 else {
        let names = lists.prefix(3).map { "«\(PackedWords.shown($0.name))»" }.joined(separator: ", ")
        throw Refusal(
          "adalah berkas zip berisi \(lists.count) berkas (\(names)\(lists.count > 3 ? ", …" : "")), padahal hanya satu "
            + "daftar yang dapat dibaca langsung. Keluarkan isinya ke folder peran masing-masing.")
      }
      let text: FileBytes
      do { text = try ZipStream(archive, list).all() } catch { throw Refusal(PackedWords.words(error)) }
      guard text.count > 0 else { throw Refusal("berisi berkas kosong (0 bita). Minta salinan yang utuh.") }
      return try inner(text, "zip", source, book)
    }

    /// Reads what came out; packed things in packed things are refused, but for a workbook, which is a zip itself.
    private static func inner(
      _ text: FileBytes, _ packing: String, _ source: Source, _ book: HeaderBook
    ) throws(Refusal) -> OpenedText {
      switch CSVSniffer.disguise(text) {
      case .gzip: throw Refusal(PackedWords.nested)
      case .zip:
        let inside = try archive(text)
        guard WorkbookFile.claims(inside) || ODSFile.claims(inside) else { throw Refusal(PackedWords.nested) }
      default: break
      }
      guard let reader = FormatReader.of(text) else { throw Refusal("tidak dikenali.") }
      var opened = try reader.open(text, source, book)
      opened.format += " (\(packing))"
      for i in opened.others.indices { opened.others[i].format += " (\(packing))" }
      return opened
    }

    /// What systems add to archives by themselves.
    private static func isLitter(_ name: String) -> Bool {
      let parts = name.split(separator: "/")
      return parts.contains { $0 == "__MACOSX" || $0.hasPrefix(".") || $0 == "Thumbs.db" || $0 == "desktop.ini" }
    }
  }

  /// What is wrong with something packed, and what to do.
  enum PackedWords {
    static let again = "Salin ulang dari asalnya atau minta salinan yang utuh."
    static let nested = "berisi berkas termampat di dalam berkas termampat. Keluarkan isinya dahulu."
    private static let bomb =
      "mengembang tidak wajar saat dibuka (bom zip). Jangan dipakai; minta salinan dari asalnya."
    private static let gibibytes = PackedFormat.largest >> 30

    static func words(_ fault: ZipFault) -> String {
      switch fault {
      case .noDirectory: "adalah berkas zip atau .xlsx yang terpotong atau rusak: daftar isinya tidak ada. \(again)"
      case .contradiction(let entry), .twice(let entry), .overlapping(let entry):
        "adalah berkas zip atau .xlsx yang daftar isinya bertentangan di «\(shown(entry))». "
          + "Jangan dipakai; minta salinan dari asalnya."
      case .severalDisks: "adalah satu bagian dari zip yang dipecah. Gabungkan dahulu lalu keluarkan isinya."
      case .tooMany(let count): "adalah berkas zip berisi \(count) berkas. Keluarkan isinya ke folder peran."
      case .encrypted(let entry):
        "terkunci dengan kata sandi («\(shown(entry))»). Buka dahulu, simpan tanpa kata sandi."
      case .unsafeName(let entry):
        "berisi nama berkas yang keluar dari foldernya («\(shown(entry))»). Jangan dipakai; minta salinan dari asalnya."
      case .method(let entry, let method):
        "berisi «\(shown(entry))» dengan pemampatan yang tidak didukung (metode \(method)). Keluarkan isinya dahulu."
      case .cutOff(let entry): "terpotong di «\(shown(entry))». \(again)"
      case .damaged(let entry): "rusak di «\(shown(entry))»: isinya tidak cocok dengan angka pemeriksanya. \(again)"
      case .bomb: bomb
      case .tooLarge: "lebih besar dari \(gibibytes) GiB setelah dibuka. Pecah per kecamatan lalu ulangi."
      }
    }

    static func words(_ fault: GzipFault) -> String {
      switch fault {
      case .cutOff: "adalah berkas gzip yang terpotong. \(again)"
      case .damaged: "adalah berkas gzip yang rusak: isinya tidak cocok dengan angka pemeriksanya. \(again)"
      case .rest: "adalah berkas gzip dengan bita lain di belakangnya. \(again)"
      case .bomb: bomb
      case .tooLarge: "lebih besar dari \(gibibytes) GiB setelah dibuka. Pecah per kecamatan lalu ulangi."
      }
    }

    /// A name from inside a file, short and without control characters.
    static func shown(_ name: String) -> String {
      let plain = name.unicodeScalars.map { $0.value < 32 || (127..<160).contains($0.value) ? " " : Character($0) }
      return plain.count > 60 ? String(plain.prefix(60)) + "…" : String(plain)
    }
  }
#endif
