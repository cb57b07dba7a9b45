#if OfficeFiles
  import Documents
  import Foundation
  import TestSupport
  import Testing

  /// Sheets as they come back: filled by other programs, sorted, cut and added to.
  @Suite struct FilledSheetTests {
    /// Writes a workbook of two sheets as an officer leaves it: titles above, columns moved, a column added, rows sorted the
    /// other way, one deleted, ids in small letters with blanks.
    private static let filling = """
      import csv, random, sys, openpyxl
      source, target = sys.argv[1], sys.argv[2]
      rows = [r for r in csv.DictReader(open(source, encoding='utf-8')) if r['kode_tms']][:12]
      words = ['benar', ' Tidak  Benar', 'TIDAK DITEMUKAN', None]
      book = openpyxl.Workbook()
      first = book.active
      first.title = 'Dicoret'
      first.append(['Nama', 'Alasan'])
      first.append([rows[0]['nama'], 'apa saja'])
      sheet = book.create_sheet('Lembar')
      sheet.append(['Lembar verifikasi lapangan'])
      sheet.append(['Desa', rows[0]['desa']])
      sheet.append([])
      sheet.append(['Tambahan saya', 'Petugas', 'HASIL VERIFIKASI', 'Percobaan 1', 'Percobaan 2', 'Percobaan 3',
                    'Dokumen', 'Catatan', 'Nama', 'ID Temuan'])
      for n, r in reversed(list(enumerate(rows))):
          if n == 5:
              continue
          id = r['id'].lower()
          if n % 3 == 1:
              id = id[:4] + ' ' + id[4:8] + ' ' + id[8:]
          sheet.append([n, 'SARI' if n % 2 else None, words[n % 4], '12-11-2026', None, None, 'akta', None, r['nama'], id])
      book.save(target)
      """

    private func fill(_ loop: LoopCase) throws -> String {
      let target = loop.files.scratch["lembar.xlsx"]
      let result = try OtherPrograms.python(Self.filling, [loop.run("2026-11-21") + "/temuan.csv", target])
      try #require(result.status == 0, "\(result.err)")
      return target
    }

    private func handIn(_ loop: LoopCase, _ path: String) throws -> JSONValue {
      let result = try Binary.run(["putuskan", loop.run("2026-11-21"), path, "--petugas", "RINA", "--json"])
      #expect(result.status == 0, "\(result.err)")
      return try JSONValue(Array(result.out.utf8))
    }

    /// Three sheets of one content: XLSX by openpyxl, then ODS and CSV of LibreOffice.
    @Test(.enabled(if: OtherPrograms.hasOpenpyxl)) func sheetsOfOtherProgramsAreRead() throws {
      let loop = try LoopCase.sample()
      try loop.examine("2026-11-21")
      let path = try fill(loop)
      let told = try handIn(loop, path).items("berkas")[0]
      #expect(told.number("tersimpan") == 8)
      #expect(told.number("belum_diisi") == 3)
      #expect(told.number("tidak_diterima") == 0)
      let rows = told.items("baris")
      #expect(Set(rows.compactMap { $0.text("lembar") }) == ["Lembar"])
      #expect(rows.first?.number("baris") == 5)
      let ids = try loop.rows("2026-11-21").filter { !($0["kode_tms"] ?? "").isEmpty }.prefix(12).compactMap {
        $0["id"]
      }
      let said = Dictionary(rows.map { ($0.text("id") ?? "", $0.text("keputusan") ?? "") }) { $1 }
      for (n, id) in ids.enumerated() where n != 5 {
        #expect(said[id] == ["sah", "tolak", "perlu cek", ""][n % 4], "\(n)")
      }
      let events = try loop.events().filter { $0.text("jenis") == "keputusan" }
      #expect(events.allSatisfy { $0["isi"]?.text("dokumen") == "akta" })
      #expect(events.contains { $0["isi"]?.text("petugas") == "SARI" })
      #expect(
        events.allSatisfy { $0["sumber"]?.text("lembar") == "Lembar" && $0["sumber"]?.text("berkas") == "lembar.xlsx" })
      guard OtherPrograms.office != nil else { return }
      for form in ["ods", "xls"] {
        try OtherPrograms.convert(path, to: form, in: loop.files.scratch.path)
        let again = try handIn(loop, loop.files.scratch["lembar." + form]).items("berkas")[0]
        #expect(again.number("sudah_tercatat") == 8, "\(form)")
        #expect(again.number("tersimpan") == 0, "\(form)")
        #expect(again.number("belum_diisi") == 3, "\(form)")
      }
    }

    /// An annex that went out and came back: answers beside the ids, the count of the letter's rows unchanged.
    @Test(.enabled(if: OtherPrograms.hasOpenpyxl)) func anAnsweredAnnexIsRead() throws {
      let loop = try LoopCase.sample()
      try loop.examine("2026-11-21")
      try loop.letter("2026-11-21", number: "25", on: "2026-11-22")
      let ids = try loop.letterIDs()
      let program = """
        import sys, openpyxl
        book = openpyxl.Workbook()
        book.active.title = 'Rekap'
        book.active.append(['Kecamatan', 'meninggal', 'Jumlah'])
        sheet = book.create_sheet('Meninggal')
        sheet.append(['Lampiran: pemilih dengan keterangan meninggal'])
        sheet.append(['No', 'NIK', 'Nama', 'ID temuan', 'Jawaban KPU'])
        for n, row in enumerate(sys.argv[2:]):
            id, name = row.split('=')
            sheet.append([n + 1, None, name, id, 'belum ada akta' if n < 3 else None])
        book.save(sys.argv[1])
        """
      let path = loop.files.scratch["lampiran.xlsx"]
      let found = try loop.byID("2026-11-21")
      let made = try OtherPrograms.python(program, [path] + ids.map { "\($0)=\(found[$0]?["nama"] ?? "")" })
      try #require(made.status == 0, "\(made.err)")
      #expect(try handIn(loop, path).number("tersimpan") == 3)
      let answers = try loop.events().filter { $0.text("jenis") == "jawaban-kpu" }
      #expect(answers.map { $0["isi"]?.text("jawaban") } == Array(repeating: "belum ada akta", count: 3))
      try loop.examine("2026-11-28")
      let told = try loop.rows("2026-11-28", "tindak-lanjut.csv").compactMap { $0["alasan_kpu"] }.filter { !$0.isEmpty }
      #expect(!told.isEmpty && told.allSatisfy { $0.hasPrefix("belum ada akta (") })
    }
  }
#endif
