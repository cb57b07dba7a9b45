import Documents
import Foundation

/// What people do with the files of padan in other programs: fill in, sort, delete, add, answer, save as.
package enum OfficeDesk {
  /// Whether both programs are there.
  package static let isThere = OtherPrograms.hasOpenpyxl && OtherPrograms.office != nil

  /// Sheets that are filled in together.
  package struct Pile {
    let paths: [String]
    /// By id of the finding.
    let answers: [String: String]
    /// Whether the last row of a long sheet is deleted.
    let loses: Bool

    package init(_ paths: [String], _ answers: [String: String], loses: Bool = false) {
      (self.paths, self.answers, self.loses) = (paths, answers, loses)
    }
  }

  /// Fills in sheets as officers leave them: a column added in front, rows sorted the other way; then LibreOffice saves them.
  ///
  /// - Parameter form: as LibreOffice saves them; nil leaves them as openpyxl did.
  /// - Returns: of each pile the saved files, and the ids that were filled in.
  package static func fill(
    _ piles: [Pile], as form: String?, in folder: String
  ) throws -> [(files: [String], ids: Set<String>)] {
    try? FileManager.default.removeItem(atPath: folder)
    for name in ["isi", "simpan"] {
      try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    let order = piles.map { ["berkas": $0.paths, "jawaban": $0.answers, "hapus": $0.loses] as [String: Any] }
    try JSONSerialization.data(withJSONObject: order).write(to: URL(fileURLWithPath: folder + "/isi.json"))
    let told = try lines(filling, [folder]).map { $0.split(separator: " ").map(String.init) }
    let names = piles.map { $0.paths.map { String($0.split(separator: "/").last ?? "") } }
    var (saved, ending) = (folder + "/isi/", "xlsx")
    if let form {
      (saved, ending) = (folder + "/simpan/", form)
      try OtherPrograms.convert(
        names.joined().map { folder + "/isi/" + $0 }, to: form, in: folder + "/simpan", profile: folder + "-profil")
    }
    return try names.enumerated().map { number, names in
      let files = names.map { saved + $0.prefix { $0 != "." } + "." + ending }
      for file in files where !FileManager.default.fileExists(atPath: file) {
        throw DeskError(words: "\(file) was not saved")
      }
      return (files, Set(told.filter { $0[0] == "\(number)" }.map { $0[1] }))
    }
  }

  /// Writes KPU's words into the last column of the annex that went out, and saves it elsewhere.
  package static func answer(_ annex: String, _ answers: [String: String], as path: String) throws {
    let words = try JSONSerialization.data(withJSONObject: answers)
    try words.write(to: URL(fileURLWithPath: path + ".json"))
    _ = try lines(answering, [annex, path + ".json", path])
  }

  /// What a letter and its annex hold, as other programs read them: numbers in the sentence of the letter, and of each row
  /// of the annex its id and sex.
  package static func read(letter: String, annex: String) throws -> (counts: [Int], rows: [(id: String, sex: String)]) {
    let found = try lines(reading, [letter, annex])
    let counts = (found.first ?? "").split(separator: " ").compactMap { Int($0) }
    let rows = found.dropFirst().map { line in
      let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      return (id: parts[0], sex: parts.count > 1 ? parts[1] : "")
    }
    return (counts, rows)
  }

  /// Makes workbooks of the CSV files of a roll, as spreadsheets spoil numbers: `potong` keeps fifteen digits of a number,
  /// `samar` shows ten of a text.
  package static func workbooks(_ folder: String, numbers: String) throws { _ = try lines(saving, [folder, numbers]) }

  private struct DeskError: Error, CustomStringConvertible {
    let words: String
    var description: String { words }
  }

  private static func lines(_ program: String, _ arguments: [String]) throws -> [String] {
    let result = try OtherPrograms.python(program, arguments)
    guard result.status == 0 else { throw DeskError(words: result.err) }
    return result.out.split(separator: "\n").map(String.init)
  }

  private static let filling = """
    import json, os, sys, openpyxl
    folder = sys.argv[1]
    piles = json.load(open(folder + '/isi.json'))
    for number, path in [(n, path) for n, pile in enumerate(piles) for path in pile['berkas']]:
        words, deleting = piles[number]['jawaban'], piles[number]['hapus']
        book = openpyxl.load_workbook(path)
        for sheet in book:
            head = next((r for r in sheet.iter_rows() if r[0].value == 'No'), None)
            titles = [c.value for c in head] if head else []
            if 'ID temuan' not in titles: continue
            start, at = head[0].row + 1, titles.index
            rows = [[c.value for c in r] for r in sheet.iter_rows(min_row=start, max_col=len(titles))]
            rows = [r for r in rows if r[0] is not None]
            if deleting and len(rows) > 3: rows.pop()
            for r in rows:
                word = words.get(r[at('ID temuan')])
                if word is None: continue
                r[at('Hasil verifikasi')] = word
                r[at('Percobaan 1')] = '12-11-2026'
                r[at('Petugas')] = 'SARI'
                print(number, r[at('ID temuan')])
            rows.sort(key=lambda r: str(r[at('Nama')]), reverse=True)
            sheet.delete_rows(start, sheet.max_row)
            for n, r in enumerate([titles] + rows):
                for m, value in enumerate(['Tambahan saya' if n == 0 else n] + r):
                    sheet.cell(start - 1 + n, m + 1).value = value
        book.save(folder + '/isi/' + os.path.basename(path))
    """

  private static let answering = """
    import json, sys, openpyxl
    book, words = openpyxl.load_workbook(sys.argv[1]), json.load(open(sys.argv[2]))
    for sheet in book:
        for r in sheet.iter_rows():
            if len(r) == 17 and r[15].value in words: r[16].value = words[r[15].value]
    book.save(sys.argv[3])
    """

  private static let reading = """
    import re, sys, zipfile, openpyxl
    text = re.sub('<[^>]+>', '', zipfile.ZipFile(sys.argv[1]).read('word/document.xml').decode())
    found = re.search(r'Terdapat ([0-9.]+) data \\(L ([0-9.]+), P ([0-9.]+)\\)', text)
    print(*[n.replace('.', '') for n in found.groups()])
    book = openpyxl.load_workbook(sys.argv[2], read_only=True)
    for sheet in book.worksheets[2:]:
        for r in sheet.iter_rows(values_only=True):
            if len(r) == 17 and isinstance(r[0], (int, float)): print(r[15], r[4])
    """

  private static let saving = """
    import csv, os, sys, openpyxl
    folder, way = sys.argv[1], sys.argv[2]
    for name in os.listdir(folder):
        if not name.endswith('.csv'): continue
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet('Daftar')
        rows = list(csv.reader(open(folder + '/' + name, encoding='utf-8', newline='')))
        places = [rows[0].index('NIK'), rows[0].index('NKK')]
        sheet.append(rows[0])
        for r in rows[1:]:
            for p in places:
                if len(r[p]) != 16 or not r[p].isdigit(): continue
                r[p] = int(r[p][:15] + '0') if way == 'potong' else r[p][:10] + '******'
            sheet.append([None if c == '' else c for c in r])
        book.save(folder + '/' + name[:-4] + '.xlsx')
        os.remove(folder + '/' + name)
    """
}
