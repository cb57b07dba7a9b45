#if OfficeFiles
  import Documents
  import Foundation
  import TestSupport
  import Testing

  /// Hostile packed files through the built command: status 2, one sentence, little time and memory.
  @Suite(.serialized) struct HostilePackedTests {
    /// Runs a case whose deaths are `bytes`, under a limit of address space and of time.
    private func refuse(_ bytes: [UInt8], _ words: String, _ what: String = "") throws {
      let files = try RunFiles.written(["daftar-pemilih/a.csv": RunFiles.roll(20)])
      try files.scratch.write(bytes, to: "kasus/kematian/buruk.dat")
      // Half a gibibyte of data; the command itself takes a few mebibytes of it.
      let limited = "ulimit -d 524288; exec \"$0\" \"$@\""
      let start = ContinuousClock.now
      let result = try Binary.run(
        ["-c", limited, Binary.path, "periksa", files.folder, "--tanggal", "2026-11-21"],
        tool: "/bin/bash")
      #expect(result.status == 2, "\(what): \(result.err)")
      #expect(result.err.split(separator: "\n").count == 1, "\(what): \(result.err)")
      #expect(result.err.contains("kematian/buruk.dat") && result.err.contains(words), "\(what): \(result.err)")
      // Five seconds is the promise of the release build on a machine of its own.
      #expect(ContinuousClock.now - start < .seconds(30), "\(what)")
    }

    /// Zeros packed a thousandfold.
    private static let zeros: [UInt8]? = {
      let program =
        "import sys, zlib; d = zlib.compressobj(9, zlib.DEFLATED, -15); z = bytes(1 << 20)\n"
        + "sys.stdout.buffer.write(b''.join(d.compress(z) for _ in range(1024)) + d.flush())"
      guard let scratch = try? Scratch() else { return nil }
      let result = try? OtherPrograms.python(
        program.replacing("sys.stdout.buffer", with: "open(sys.argv[1], 'wb')"), [scratch["z"]])
      guard result?.status == 0, let data = try? Data(contentsOf: URL(fileURLWithPath: scratch["z"])) else {
        return nil
      }
      return Array(data)
    }()

    @Test(.enabled(if: OtherPrograms.hasOpenpyxl)) func bombs() throws {
      let zeros = try #require(Self.zeros)
      let bomb = ZipBytes.Entry("a.csv").with { ($0.deflated, $0.size, $0.check) = (zeros, 1 << 30, 0) }
      try refuse(ZipBytes.archive([bomb]), "bom zip", "zip")
      try refuse([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + zeros, "bom zip", "gzip")
      var entries = ZipBytes.workbookEntries([("Satu", "")])
      entries[4] = bomb.with { $0.name = "xl/worksheets/sheet0.xml" }
      try refuse(ZipBytes.archive(entries), "«xl/worksheets/sheet0.xml»", "sheet")
    }

    @Test func refusesWithOneSentence() throws {
      let row = "<sheetData><row><c t=\"str\"><v>nama</v></c></row></sheetData>"
      let book = ZipBytes.workbook([("Satu", row)])
      try refuse(ZipBytes.archive([.init("../a.csv", "nama\n")]), "keluar dari foldernya")
      try refuse(ZipBytes.archive([.init("a.csv", "nama\n").with { $0.check = 7 }]), "angka pemeriksanya")
      try refuse(ZipBytes.archive([.init("a.csv", "nama\n").with { $0.flags = 1 }]), "kata sandi")
      let many = (0..<20_000).map { ZipBytes.Entry("\($0)", "") }
      try refuse(ZipBytes.archive(many), "20000 berkas")
      try refuse(
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600), "buku kerja .xls yang rusak"
      )
      try refuse(Array("<html><body><p>nama</p></body></html>".utf8), "tanpa tabel")
      let wide = String(repeating: "<c><v>1</v></c>", count: 10_000)
      try refuse(ZipBytes.workbook([("Satu", "<sheetData><row>\(wide)</row></sheetData>")]), "512 kolom")
      for cut in stride(from: 1, to: 20, by: 1) {
        try refuse(Array(book.prefix(4 + (book.count - 4) * cut / 20)), "terpotong", "cut at \(cut)/20")
      }
    }

    /// One string that a thousand cells repeat: little XML, much text.
    @Test func textThatGrowsFromSharedStringsIsLimited() throws {
      let string = "<t>" + String(repeating: "x", count: 100_000) + "</t>"
      let row = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 50) + "</row>"
      let sheet = "<sheetData>" + String(repeating: row, count: 1000) + "</sheetData>"
      try refuse(ZipBytes.workbook([("Satu", sheet)], strings: [string]), "terlalu banyak teks")
    }
  }
#endif
