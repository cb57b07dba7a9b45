import Documents
import Foundation
import TestSupport
import Testing

/// `padan lembar` on a finished run.
@Suite struct SheetCommandTests {
  /// Ids of findings on persons, as `temuan.csv` holds them.
  private func personIDs(_ files: RunFiles) throws -> [String] {
    let rows = try files.text("temuan.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let line = try #require(rows[0].firstIndex(of: "baris"))
    // Commas inside quotes stand behind this column or in the name before it, which the sample does not have.
    return rows.dropFirst().filter { $0.count > line && Int($0[line]) != nil }.map { $0[0] }.sorted()
  }

  @Test func sheetsAppearTogetherAndAreNeverReplaced() throws {
    let files = try RunFiles.sample(voters: 1500, seed: 1602)
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    let before = try files.contents(run: "2026-11-21")
    let result = try Binary.run(["lembar", run, "--json"])
    #expect(result.status == 0, "\(result.err)")
    let names = files.scratch.names("kasus/hasil/2026-11-21/lembar")
    #expect(names.contains("manifest.json") && names.count > 3)
    #expect(names.allSatisfy { $0 == "manifest.json" || $0.wholeMatch(of: #/[a-z0-9-]+\.xlsx/#) != nil })
    #expect(!files.scratch.names("kasus/hasil/2026-11-21").contains { $0.hasPrefix(".") })
    let modes = try ([""] + names.map { "/" + $0 }).map { name in
      try #require(
        FileManager.default.attributesOfItem(atPath: run + "/lembar" + name)[.posixPermissions] as? NSNumber
      ).intValue
    }
    #expect(modes[0] == 0o700 && modes.dropFirst().allSatisfy { $0 == 0o600 })
    let sheets = try RunFiles.contents(of: run + "/lembar")
    let again = try Binary.run(["sheets", run])
    #expect(again.status == 2 && again.err.hasPrefix("padan: lembar/ sudah ada"), "\(again.err)")
    #expect(try RunFiles.contents(of: run + "/lembar") == sheets)
    // The same run gives the same bytes, on any number of threads.
    try FileManager.default.moveItem(atPath: run + "/lembar", toPath: files.scratch["lama"])
    #expect(try Binary.run(["lembar", run, "--utas", "1"]).status == 0)
    #expect(try RunFiles.contents(of: run + "/lembar") == sheets)
    try FileManager.default.removeItem(atPath: run + "/lembar")
    #expect(try files.contents(run: "2026-11-21") == before)
  }

  @Test func whatCannotBeDoneIsSaid() throws {
    let files = try RunFiles.sample()
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    let other = try Binary.run(["lembar", run, "--kecamatan", "ANTAH"])
    #expect(other.status == 2 && other.err.hasPrefix("padan: Tidak ada kecamatan «ANTAH»"), "\(other.err)")
    #expect(try Binary.run(["lembar", run, "--keyakinan", "yakin"]).status == 64)
    #expect(try Binary.run(["lembar"]).status == 64)
    #expect(try Binary.run(["lembar", files.scratch.path]).status == 2)
    let name = try #require(files.scratch.names("kasus/kematian").first)
    try files.scratch.write("nama\nSITI\n", to: "kasus/kematian/" + name)
    let changed = try Binary.run(["lembar", run])
    #expect(changed.status == 2 && changed.err.contains("berubah sejak pemeriksaan ini"), "\(changed.err)")
    #expect(!files.scratch.names("kasus/hasil/2026-11-21").contains("lembar"))
  }

  /// A kecamatan answers to the names that lists give it, for sheets and for letters.
  @Test func aKecamatanByItsOtherNames() throws {
    let files = try RunFiles.sample(voters: 1500, seed: 1602)
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    var said: Set<String> = []
    for name in ["KAYU AGUNG", "Kayuagung", "Kec. Kayu-Agung", "160205"] {
      let result = try Binary.run(["lembar", run, "--kecamatan", name])
      #expect(result.status == 0, "\(name): \(result.err)")
      said.insert(result.out)
      try FileManager.default.removeItem(atPath: run + "/lembar")
    }
    #expect(said.count == 1)
    let letters = try ["Kayu Agung", "Kayuagung", "16.02.05", "160205"].map { name in
      let result = try Binary.run(["surat", run, "--konsep", "--kecamatan", name, "--json"])
      #expect(result.status == 0, "\(name): \(result.err)")
      for folder in ["surat", "lampiran"] { try FileManager.default.removeItem(atPath: run + "/" + folder) }
      return result.out
    }
    #expect(Set(letters).count == 1)
  }

  /// What was decided since the run is not asked about again.
  @Test func decidedSinceTheRunStaysOut() throws {
    let loop = try LoopCase.sample()
    try loop.examine("2026-11-21")
    let run = loop.run("2026-11-21")
    func findings() throws -> (open: Double?, closed: Double?) {
      let result = try Binary.run(["lembar", run, "--json"])
      try #require(result.status == 0, "\(result.err)")
      try FileManager.default.removeItem(atPath: run + "/lembar")
      let told = try JSONValue(Array(result.out.utf8))
      return (told.number("temuan"), told.number("sudah_diputus"))
    }
    let before = try findings()
    let ids = try loop.rows("2026-11-21").filter { $0["aturan"] == "meninggal" }.compactMap { $0["id"] }
    try #require(ids.count > 2)
    try loop.decide("2026-11-21", LoopCase.decisions(ids.prefix(1), "sah") + "\(ids[1]),tolak,\n\(ids[2]),perlu-cek,\n")
    let after = try findings()
    #expect(before.closed == 0 && after.closed == 2)
    #expect(after.open == before.open.map { $0 - 2 })
    // Taken back, it is asked about again.
    let taken = try Binary.run(["putuskan", run, "--petugas", "RINA", "--batal", ids[0], "--alasan", "keliru"])
    #expect(taken.status == 0, "\(taken.err)")
    #expect(try findings().closed == 1)
  }

  /// What another program finds in every workbook.
  @Test(.enabled(if: OtherPrograms.hasOpenpyxl, "openpyxl is not installed"))
  func anotherProgramFindsTheForm() throws {
    let files = try RunFiles.sample(voters: 1500, seed: 1602)
    _ = try files.examine()
    let run = files.folder + "/hasil/2026-11-21"
    #expect(try Binary.run(["lembar", run]).status == 0)
    let result = try OtherPrograms.python(Self.look, [run + "/lembar"])
    #expect(result.status == 0, "\(result.err)")
    let lines = result.out.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.hasPrefix("id ") }.map { String($0.dropFirst(3)) }.sorted() == (try personIDs(files)))
    let struck = lines.filter { $0.hasPrefix("struck ") }
    #expect(!struck.isEmpty)
  }

  /// Asserts what a sheet must have, and prints its ids.
  private static let look = """
    import openpyxl, sys, os, re
    for name in sorted(os.listdir(sys.argv[1])):
        if not name.endswith('.xlsx'): continue
        book = openpyxl.load_workbook(sys.argv[1] + '/' + name)
        assert book.sheetnames == ['Verifikasi', 'Daftar tercoret'], book.sheetnames
        for sheet in book:
            assert sheet.protection.sheet and not sheet.protection.password
            assert sheet.page_setup.orientation == 'landscape' and sheet.page_setup.paperSize == 9
            assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
            assert '&P' in sheet.oddFooter.right.text
            header = next(r for r in sheet.iter_rows() if r[0].value == 'No')
            titles = [c.value for c in header]
            assert sheet.print_title_rows == '$%d:$%d' % (header[0].row, header[0].row)
            assert any(str(c.value).startswith('TERBATAS') for r in sheet.iter_rows() for c in r)
            rows = [r for r in sheet.iter_rows(min_row=header[0].row + 1) if r[0].value is not None]
            for r in rows:
                assert not any(c.data_type == 'f' for c in r)
                assert not any(re.search('[0-9]{16}', str(c.value)) for c in r)
            if sheet.title == 'Daftar tercoret':
                for r in rows: print('struck', r[10].value)
                continue
            open_ = titles[11:18]
            assert open_ == ['Hasil verifikasi', 'Percobaan 1', 'Percobaan 2', 'Percobaan 3', 'Dokumen', 'Petugas', 'Catatan']
            for r in rows:
                for title, cell in zip(titles, r): assert cell.protection.locked == (title not in open_), title
                print('id', r[18].value)
            assert [k for k, v in sheet.column_dimensions.items() if v.hidden] == ['S']
            if rows:
                lists = {str(d.sqref): d.formula1 for d in sheet.data_validations.dataValidation}
                first, last = rows[0][0].row, rows[-1][0].row
                span = lambda c: c + str(first) if first == last else '%s%d:%s%d' % (c, first, c, last)
                assert lists == {span('L'): '"benar,tidak benar,tidak ditemukan"',
                                 span('P'): '"akta,SK,surat pernyataan,KTP-el,swafoto"'}, lists
    """
}
