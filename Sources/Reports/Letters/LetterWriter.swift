import Documents
import Mustache
import RollModel

/// Writes the letters of a run: a DOCX with counts only and an XLSX annex by name by address.
///
/// Every count of a letter is taken from the rows of its annex, and the finished annex is read back and counted again
/// before anything is returned; where the two differ, there is no letter.
package struct LetterWriter: Sendable {
  /// What the office decides about its letters.
  package struct Request: Sendable {
    /// The day of the letter.
    package var date: CalendarDay
    /// Serial of the letter to the KPU as the office gives it; nil leaves a place to fill in.
    package var number: String?
    package var templates: LetterTemplates
    /// Ids of findings that a decision keeps out.
    package var excluded: Set<String>
    /// Ids of findings that a decision lets in whatever their tier.
    package var confirmed: Set<String> = []
    /// Also one letter to the PPK of each kecamatan.
    package var toEachKecamatan: Bool
    /// Days for the correction (Perbawaslu 5/2022 Pasal 18).
    package var deadline: Int

    package init(
      date: CalendarDay, number: String? = nil, templates: LetterTemplates = LetterTemplates(),
      excluded: Set<String> = [], toEachKecamatan: Bool = false, deadline: Int = 3
    ) {
      self.date = date
      self.number = number
      self.templates = templates
      self.excluded = excluded
      self.toEachKecamatan = toEachKecamatan
      self.deadline = deadline
    }
  }

  /// One finished file, with its path inside the run folder.
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
    /// Number of the letter, as it stands in it.
    package let number: String
    /// Kecamatan of the PPK that it goes to; nil for the KPU.
    package let kecamatan: Int?
    package var isLetter: Bool { path.hasPrefix("surat/") }
  }

  let request: Request

  package init(_ request: Request) { self.request = request }

  /// All letters with their annexes, or an error and none of them.
  package func write(_ record: RunRecord) throws -> [File] {
    var files = try letter(record, to: .kpu)
    guard request.toEachKecamatan else { return files }
    let all = LetterSelection(record, excluded: request.excluded, confirmed: request.confirmed)
    for kecamatan in all.kecamatan(in: record.data.roll) where kecamatan != 0 {
      files += try letter(record, to: .ppk(kecamatan))
    }
    return files
  }

  /// What a letter would hold, for a summary before it is written.
  package func selection(_ record: RunRecord, kecamatan: Int? = nil) -> LetterSelection {
    LetterSelection(record, excluded: request.excluded, confirmed: request.confirmed, kecamatan: kecamatan)
  }

  enum Recipient { case kpu, ppk(Int) }

  private func letter(_ record: RunRecord, to recipient: Recipient) throws -> [File] {
    let kecamatan: Int? = if case .ppk(let number) = recipient { number } else { nil }
    let selection = LetterSelection(
      record, excluded: request.excluded, confirmed: request.confirmed, kecamatan: kecamatan)
    guard !selection.isEmpty else { throw LetterError.nothingToPropose }
    let words = LetterWords(record, selection, request, recipient)
    let annex = try LetterAnnex(record, selection, number: words.number)
    let table = LetterTable(record, selection)
    try check(annex, against: selection, table)
    let source = kecamatan == nil ? request.templates.toKPU : request.templates.toPPK
    let name = kecamatan == nil ? LetterTemplates.kpuFile : LetterTemplates.ppkFile
    let text = try render(source, name, words)
    let blocks = try LetterMarkup.blocks(text, template: name, table: wordTable(table))
    var sink = MemorySink()
    try WordDocument(title: words.subject, blocks: blocks).write(to: &sink)
    return [
      File(
        path: "surat/saran-perbaikan-\(words.fileName).docx", bytes: sink.bytes, number: words.number,
        kecamatan: kecamatan),
      File(
        path: "lampiran/lampiran-\(words.fileName).xlsx", bytes: annex.bytes, number: words.number, kecamatan: kecamatan
      ),
    ]
  }

  private func render(_ source: String, _ name: String, _ words: LetterWords) throws(LetterError) -> String {
    do {
      // Values are escaped where the document is written, not here.
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + source).render(words.values)
    } catch {
      throw .badTemplate(name, reason: String(describing: error))
    }
  }

  /// Counts the finished annex again, sheet by sheet and kecamatan by kecamatan.
  private func check(
    _ annex: LetterAnnex, against selection: LetterSelection, _ table: LetterTable
  ) throws {
    let counted = try annex.countsReadBack()
    for (column, category) in selection.categories.enumerated() {
      let sheet = counted[LetterAnnex.sheetName(category.code)] ?? [:]
      let sum = sheet.values.reduce(0, +)
      guard table.counts(ofColumn: column) == sheet, sum == category.rows.count else {
        throw LetterError.unequalCounts(category.code.label, letter: category.rows.count, annex: sum)
      }
    }
  }

  private func wordTable(_ table: LetterTable) -> WordDocument.Table {
    let columns = table.header.count - 1
    let first = columns > 5 ? 2000 : 2500
    let widths = [first] + Array(repeating: (9300 - first) / columns, count: columns)
    return WordDocument.Table(
      widths: widths, rows: table.rows, headerRows: 1, hasTotal: true, isRuled: true, firstNumber: 1)
  }
}

/// Why there is no letter.
package enum LetterError: Error, Equatable, CustomStringConvertible {
  case nothingToPropose
  case unequalCounts(String, letter: Int, annex: Int)
  case unknownBlock(String, template: String, line: Int)
  case noTable(template: String)
  case badTemplate(String, reason: String)
  case unreadable(String)

  package var description: String {
    switch self {
    case .nothingToPropose:
      "Tidak ada temuan berkeyakinan kuat atau pasti yang dapat disarankan; surat tidak dibuat."
    case .unequalCounts(let category, let letter, let annex):
      "Jumlah \(category) dalam surat (\(letter)) tidak sama dengan baris lampiran (\(annex)); surat tidak dibuat."
    case .unknownBlock(let word, let template, let line):
      "\(template): blok \"::\(word)\" tidak dikenal (baris \(line) setelah diisi)."
    case .noTable(let template):
      "\(template): tidak ada \"::tabel\"; surat harus memuat jumlah menurut kecamatan."
    case .badTemplate(let template, let reason): "\(template): templat tidak dapat dibaca (\(reason))."
    case .unreadable(let path): "\(path): templat surat tidak dapat dibaca."
    }
  }
}
