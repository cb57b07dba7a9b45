#if OfficeFiles
  import Foundation
  import TestSupport
  import Testing

  /// Letters, annexes, Form A and sheets of a roll full of hostile names, as python-docx and openpyxl find them.
  @Suite struct OpenedElsewhereTests {
    private static let names = [
      "=cmd|'/C calc'!A0", "<script>alert(1)</script>", "\u{202E}SURYA\u{202C} RTL", "SITI \"RATU\" O'HARA",
      String(repeating: "LEBAR ", count: 18), "BUNGA \u{1F339} MAWAR", "TEGAR\u{1}\u{7} \u{1B}[31mMERAH",
      "@SUM(1+1)*cmd", "+62 812 HALIM", "-2+3 BAMBANG", "{{kantor}} & <w:p/> ]]>", "%s %n ${HOME} ../../etc",
    ]

    private static let tooLong = String(repeating: "PANJANG ", count: 40)

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    private static func quoted(_ text: String) -> String {
      "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Everyone of a hostile name is on the list of the dead with the same number and day, and lives in a hostile place.
    static func files() throws -> RunFiles {
      var deaths = "nik,nama,tanggal_lahir,kode_desa,tanggal_meninggal,sumber\n"
      var roll = RunFiles.roll(120)
      for (place, name) in names.enumerated() {
        let (nik, day) = ("160205\(two(place + 1))0350\(7000 + place)", "\(two(place + 1))-03-1950")
        let cells = [
          nik, "1602050101129\(200 + place)", quoted(name), "=1+1", day, "S", "L",
          quoted("JL <b>=HYPERLINK(\"\"x\"\")"), "1", "2", "1602052001", "1",
        ]
        roll += cells.joined(separator: ",") + "\n"
        deaths += "\(nik),\(quoted(name)),\(day),1602052001,2026-10-0\(1 + place % 9),=akta;\(place)\n"
      }
      // Longer than any name: set aside with its length, its value unsaid.
      roll +=
        "1602052503500001,1602050101129300,\(tooLong),OKI,25-03-1950,S,L,JL MAWAR,1,2,1602052001,1\n"
      return try RunFiles.written(["daftar-pemilih/a.csv": roll, "kematian/a.csv": deaths])
    }

    @Test(.enabled(if: OtherPrograms.hasOpenpyxl && OtherPrograms.hasDocx, "openpyxl or python-docx is not installed"))
    func hostileNamesAreHarmless() throws {
      let files = try Self.files()
      let run = files.folder + "/hasil/2026-11-21"
      for verb in [
        ["periksa", files.folder, "--tanggal", "2026-11-21", "--jsonl"],
        ["surat", run, "--nomor", "=1+1", "--tanggal", "2026-11-22"],
        ["surat", run, "--jenis", "form-a", "--petugas", "<b>Rina</b>", "--tanggal", "2026-11-22"],
        ["surat", run, "--jenis", "imbauan", "--tanggal", "2026-11-22"], ["lembar", run],
        ["sampel", run, "--ukuran", "30"],
      ] {
        let result = try Binary.run(verb)
        try #require(result.status == 0, "\(verb[0]): \(result.err)")
      }
      #expect(try files.text("karantina.csv").contains("nama,isian terlalu panjang,319 huruf"))
      let result = try OtherPrograms.python(Self.look, [run])
      #expect(result.status == 0, "\(result.err)")
      #expect(result.out.contains("rows \(Self.names.count)\n"), "\(result.out)")
    }

    private static let look = """
      import csv, os, re, sys, docx, openpyxl, collections
      run = sys.argv[1]
      def every(folder, ending): return [os.path.join(b, f) for b, _, fs in os.walk(folder) for f in fs if f.endswith(ending)]
      books = every(run, '.xlsx')
      assert len(books) >= 5, books
      found = collections.Counter()
      for path in books:
          for sheet in openpyxl.load_workbook(path):
              for row in sheet.iter_rows():
                  for cell in row:
                      assert cell.data_type != 'f', (path, cell.coordinate)
                      assert cell.hyperlink is None, (path, cell.coordinate)
                      if isinstance(cell.value, str):
                          assert not re.search('[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]', cell.value), (path, cell.coordinate)
                          if cell.value.lower().startswith('=cmd'): found[os.path.basename(os.path.dirname(path))] += 1
      assert found['lampiran'] and found['lembar'], found

      # Annexes: only sheets with rows, as many as the letter says.
      letters = {os.path.basename(p): docx.Document(p) for p in every(run + '/surat', '.docx')}
      assert len(letters) == 3, letters.keys()
      for name, letter in letters.items():
          text = [p.text for p in letter.paragraphs] + [c.text for t in letter.tables for r in t.rows for c in r.cells]
          assert all('<w:' not in t and '&lt;' not in t and '{{' not in t for t in text), name
      assert any('<b>Rina</b>' in p.text for p in letters['form-a-kpu.docx'].paragraphs) or \\
          any('<b>Rina</b>' in c.text for t in letters['form-a-kpu.docx'].tables for r in t.rows for c in r.cells)
      words = '\\n'.join(p.text for p in letters['saran-perbaikan-kpu.docx'].paragraphs)
      told = [int(n) for n in re.search(r'Terdapat (\\d+) data \\(L (\\d+), P (\\d+)\\)', words).groups()]
      book = openpyxl.load_workbook(run + '/lampiran/lampiran-kpu.xlsx')
      rows = [[c.value for c in r] for s in book.worksheets[2:] for r in s.iter_rows() if len(r) == 17 and isinstance(r[0].value, int)]
      assert told == [len(rows), sum(r[4] == 'L' for r in rows), sum(r[4] == 'P' for r in rows)], told
      for sheet in book.worksheets[2:]:
          assert any(isinstance(r[0].value, int) for r in sheet.iter_rows()), 'an empty class: ' + sheet.title
      classes = [c.text for t in letters['saran-perbaikan-kpu.docx'].tables for r in t.rows for c in r.cells]
      assert not any(c.startswith(('MS', 'Ubah')) for c in classes), classes
      print('rows', len(rows))
      shown = {r[3] for r in rows}
      assert "=cmd|'/C calc'!A0" in shown and '<script>alert(1)</script>' in shown and 'SITI "RATU" O\\'HARA' in shown, shown
      assert any(len(n) >= 100 for n in shown) and any('\\U0001F339' in n for n in shown)

      # CSV: no cell that a spreadsheet takes for a formula.
      for path in every(run, '.csv'):
          for row in csv.reader(open(path, encoding='utf-8-sig', newline='')):
              for cell in row:
                  assert not re.match('[=@\\t\\r]', cell), (path, cell)
                  assert not re.match('[+-]', cell) or re.fullmatch('[+-]?[0-9.]+', cell), (path, cell)
      # HTML: no markup but the page's own.
      page = open(run + '/laporan.html', encoding='utf-8').read()
      assert 'alert(1)</script>' not in page and page.count('<script') == page.count('</script>')
      assert '<b>Rina' not in page and '\\x1b' not in page and '\\x01' not in page
      """
  }
#endif
