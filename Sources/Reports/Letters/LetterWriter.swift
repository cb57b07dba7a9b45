import Documents
import Mustache
import RollModel

/// Writes the letters of a run: a DOCX with counts only and an XLSX annex by name by address.
///
/// Every count of a letter is taken from the rows of its annex, and the finished annex is read back and counted again
/// before anything is returned; where the two differ, there is no letter.
package struct LetterWriter: Sendable {
  /// The KPU of the case, the PPK of a kecamatan, or in the case of a province the KPU of a kabupaten.
  enum Recipient {
    case kpu, ppk(Int), kabupaten(Int)

    /// The serial that the office gave the letter; a PPK's is filled in by hand.
    func serial(_ request: Request) -> String? { if case .ppk = self { nil } else { request.number } }
  }

  let request: Request

  package init(_ request: Request) { self.request = request }

  /// All letters, or an error and none of them.
  package func letters(_ record: RunRecord) throws -> [WrittenLetter] {
    let areas = record.data.lexicon.areas
    if areas.isProvince { return try ProvinceLetters(request, record).letters() }
    guard !request.toEachKabupaten, request.kabupaten == nil else { throw LetterError.oneKabupaten }
    let inside = try request.filter.kecamatan.map { try Self.kecamatan($0, in: record) }
    var letters = [Addressed(writer: self, recipient: .kpu, kecamatan: inside)]
    if request.toEachKecamatan {
      let all = LetterSelection(record, request.filter, kecamatan: inside)
      letters += all.kecamatan(in: record).filter { $0 != 0 }.map {
        Addressed(writer: self, recipient: .ppk($0), kecamatan: $0)
      }
    }
    return try Addressed.write(letters, record, threads: request.threads)
  }

  /// A letter that is to be written, and to whom.
  struct Addressed {
    let writer: LetterWriter
    let recipient: Recipient
    /// The only kecamatan that it is about; nil for all.
    let kecamatan: Int?

    /// All of them in their order, or the first one's error.
    static func write(_ letters: [Addressed], _ record: RunRecord, threads: Int) throws -> [WrittenLetter] {
      try parallelMap(letters.count, threads: threads) { place in
        let one = letters[place]
        return Result { try one.writer.letter(record, to: one.recipient, inside: one.kecamatan) }
      }.map { try $0.get() }
    }
  }

  /// The files of all letters.
  package func write(_ record: RunRecord) throws -> [WrittenLetter.File] { try letters(record).flatMap(\.files) }

  func letter(_ record: RunRecord, to recipient: Recipient, inside kecamatan: Int?) throws -> WrittenLetter {
    let kabupaten: Int? = if case .kabupaten(let number) = recipient { number } else { nil }
    let selection = LetterSelection(record, request.filter, kecamatan: kecamatan, kabupaten: kabupaten)
    guard !selection.isEmpty || request.mayBeEmpty else {
      throw request.filter.ids == nil ? LetterError.nothingToPropose : .noSuchFinding
    }
    let table = LetterTable(record, selection)
    let words = LetterWords(record, selection, table, request, recipient, inside: kecamatan)
    let template =
      if case .ppk = recipient, request.kind == .correction { LetterTemplates.ppkFile } else {
        request.kind.templateFile
      }
    let text = try render(template, words)
    let name = fileName(words.recipient, recipient)
    var files: [WrittenLetter.File] = []
    if request.kind.hasAnnex, !selection.isEmpty {
      let annex = try LetterAnnex(
        record, selection, table, number: words.number, kind: request.kind, threads: request.threads)
      try check(annex, table)
      let prefix = request.kind == .correction ? "" : request.kind.rawValue + "-"
      files.append(.init(path: "lampiran/lampiran-\(prefix)\(name).xlsx", bytes: annex.bytes))
    }
    var sink = MemorySink()
    try WordDocument(title: words.subject, blocks: LetterMarkup.blocks(text, table: table)).write(to: &sink)
    files.insert(.init(path: "surat/\(request.kind.rawValue)-\(name).docx", bytes: sink.bytes), at: 0)
    var letter = WrittenLetter(
      kind: request.kind, recipient: words.recipient, number: words.number, date: request.date,
      isDraft: request.isDraft, files: files, rows: Self.rows(selection, record),
      needsVerification: selection.needsVerification, heldBack: selection.heldBack)
    letter.kabupaten = words.kabupaten
    letter.serial = recipient.serial(request)
    letter.held = selection.held
    letter.elsewhere = selection.elsewhere
    return letter
  }

  private func fileName(_ recipient: String, _ to: Recipient) -> String {
    var filter = request.filter
    // The name of a PPK says the kecamatan.
    if case .ppk = to { filter.kecamatan = nil }
    return [recipient, filter.slug, request.isDraft ? "konsep" : ""].filter { !$0.isEmpty }.joined(separator: "-")
  }

  private static func rows(_ selection: LetterSelection, _ record: RunRecord) -> [WrittenLetter.Row] {
    selection.categories.flatMap { category in
      category.rows.compactMap { row in
        guard let voter = record.data.voter(row.person) else { return nil }
        return WrittenLetter.Row(
          id: record.findings[row.finding].id, letterClass: category.letterClass, category: category.key,
          label: category.label, kecamatan: LetterTable.name(record.data.lexicon.areas[row.area].kecamatan),
          sex: LetterTable.sex(voter))
      }
    }
  }

  /// The number of the kecamatan that is meant; capitals and signs do not matter.
  static func kecamatan(_ name: String, in record: RunRecord, kabupaten: Int? = nil) throws -> Int {
    let areas = record.data.lexicon.areas
    let numbers = areas.kecamatanNames.indices.filter {
      $0 > 0 && Slug.of(areas.kecamatanNames[$0]) == Slug.of(name)
        && (kabupaten == nil || areas.kabupatenOfKecamatan[$0] == kabupaten)
    }
    guard let number = numbers.first else {
      throw LetterError.unknownKecamatan(name, known: areas.kecamatanNames.filter { !$0.isEmpty })
    }
    return number
  }

  private func render(_ name: String, _ words: LetterWords) throws(LetterError) -> String {
    let source = request.templates.complete(name)
    try TemplateCheck.check(source, name)
    do {
      // Values are escaped where the document is written, not here.
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + source).render(words.values)
    } catch {
      throw .badTemplate(name, reason: String(describing: error))
    }
  }

  /// Counts the finished annex again: sheet by sheet, kecamatan by kecamatan, men and women.
  private func check(_ annex: LetterAnnex, _ table: LetterTable) throws {
    let found = try annex.readBack()
    for (index, category) in table.categories.enumerated() {
      let sheet = found.rows[LetterAnnex.sheetName(category)] ?? [:]
      let sum = sheet.values.reduce(0) { $0 + $1.total }
      guard table.byKecamatan(index) == sheet, sum == category.rows.count else {
        throw LetterError.unequalCounts(category.label, letter: category.rows.count, annex: sum)
      }
    }
    for recap in found.recaps {
      let last = recap.suffix(3).compactMap { Int($0) }
      guard last == table.sum.cells else {
        throw LetterError.unequalCounts("rekap", letter: table.sum.total, annex: last.last ?? 0)
      }
    }
  }
}

/// Why there is no letter.
package enum LetterError: Error, Equatable, CustomStringConvertible {
  case nothingToPropose, noSuchFinding, oneKabupaten, whichKabupaten, numberIsNoCount
  case unknownKabupaten(String, known: [String])
  case unequalCounts(String, letter: Int, annex: Int)
  case unknownKecamatan(String, known: [String])
  case unknownBlock(String, template: String, line: Int)
  case unknownTemplate(String, known: [String])
  case noTable(template: String)
  case badTemplate(String, reason: String)
  case unreadable(String)

  package var description: String {
    switch self {
    case .nothingToPropose:
      "Tidak ada temuan berkeyakinan kuat atau pasti yang dapat disarankan dengan pilihan ini; surat tidak dibuat."
    case .noSuchFinding: "Tidak satu pun id yang disebut dapat masuk surat ini; surat tidak dibuat."
    case .oneKabupaten:
      "Hasil ini memeriksa satu kabupaten; --per-kabupaten dan --kabupaten hanya untuk kasus provinsi (wilayah dua angka)."
    case .whichKabupaten:
      "Hasil ini memeriksa satu provinsi: pakai --per-kabupaten untuk surat kepada KPU tiap kabupaten/kota, atau "
        + "--kabupaten KODE untuk satu saja."
    case .numberIsNoCount:
      "Nomor surat tiap kabupaten berurutan, jadi --nomor harus bilangan, misalnya 25 atau 025."
    case .unknownKabupaten(let name, let known):
      "Kabupaten/kota '\(name)' tidak ada di hasil ini; yang ada: \(known.joined(separator: ", "))."
    case .unequalCounts(let category, let letter, let annex):
      "Jumlah \(category) dalam surat (\(letter)) tidak sama dengan baris lampiran (\(annex)); surat tidak dibuat."
    case .unknownKecamatan(let name, let known):
      "Kecamatan '\(name)' tidak ada di hasil ini; yang ada: \(known.joined(separator: ", "))."
    case .unknownBlock(let word, let template, let line):
      "\(template): baris \(line): blok \"::\(word)\" tidak dikenal."
    case .unknownTemplate(let path, let known):
      "\(path): bukan nama templat surat; yang dikenal: \(known.joined(separator: ", "))."
    case .noTable(let template):
      "\(template): tidak ada \"::tabel\" atau \"::rekap\"; surat harus memuat jumlahnya."
    case .badTemplate(let template, let reason): "\(template): templat tidak dapat dibaca (\(reason))."
    case .unreadable(let path): "\(path): templat surat tidak dapat dibaca."
    }
  }
}
