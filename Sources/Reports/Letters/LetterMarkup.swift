import Documents
import RollModel

/// The letter's own small language, which a template renders to: blocks that begin with a line `::name`.
///
/// `::kop` letterhead, `::tanggal` flush right, `::perihal` lines `Label: value`, `::tujuan` address, `::judul` a
/// heading, `::isi` paragraphs parted by empty lines, `::nomor` one numbered item a line, `::tabel` the table of
/// counts, `::ttd` sign block, `::tembusan` a small numbered list. Values cannot begin a block: see `plain`.
enum LetterMarkup {
  /// Throws `LetterError.unknownBlock` or `.noTable`; line numbers are those of the rendered text.
  static func blocks(
    _ text: String, template: String, table: WordDocument.Table
  ) throws(LetterError) -> [WordDocument.Block] {
    var blocks: [WordDocument.Block] = []
    var lists = 0
    var hasTable = false
    for section in try sections(text, template: template) {
      switch section.name {
      case .tabel:
        blocks.append(.table(table))
        hasTable = true
      case .nomor, .tembusan:
        lists += 1
        if section.name == .tembusan { blocks.append(.paragraph("Tembusan:", .heading)) }
        blocks += section.lines.filter { !$0.isEmpty }.map { .item($0, list: lists) }
      case .perihal: blocks.append(.table(fields(section.lines)))
      default: blocks += section.name.paragraphs(section.lines)
      }
    }
    guard hasTable else { throw .noTable(template: template) }
    return blocks
  }

  /// One value as it may stand in a letter: on one line, and never the start of a block.
  static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      scalar.properties.isWhitespace || ![.control, .unassigned].contains(scalar.properties.generalCategory)
    }
    let line = String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var rest = line[...]
    while rest.hasPrefix(":") { rest = rest.dropFirst() }
    return String(rest)
  }

  enum Block: String {
    case kop, tanggal, perihal, tujuan, judul, isi, nomor, tabel, ttd, tembusan

    fileprivate func paragraphs(_ lines: [String]) -> [WordDocument.Block] {
      switch self {
      case .kop:
        let styles: [WordDocument.ParagraphStyle] = [.letterheadName, .letterheadPlace, .letterheadAddress]
        let filled = lines.filter { !$0.isEmpty }
        return filled.enumerated().map { number, line in
          .paragraph(line, number == filled.count - 1 ? .letterheadAddress : styles[min(number, 1)])
        }
      case .isi: return joined(lines).map { .paragraph($0, .body) }
      case .tanggal: return lines.filter { !$0.isEmpty }.map { .paragraph($0, .right) }
      case .judul: return lines.filter { !$0.isEmpty }.map { .paragraph($0, .heading) }
      case .ttd: return lines.map { .paragraph($0, .signature) }
      default: return lines.map { .paragraph($0, .plain) }
      }
    }

    /// Paragraphs: lines in a row become one.
    private func joined(_ lines: [String]) -> [String] {
      lines.split(separator: "").map { $0.joined(separator: " ") }
    }
  }

  private struct Section {
    let name: Block
    var lines: [String] = []
  }

  private static func sections(_ text: String, template: String) throws(LetterError) -> [Section] {
    var sections: [Section] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.hasPrefix("::") {
        let word = line.dropFirst(2).split(separator: " ").first.map(String.init) ?? ""
        guard let name = Block(rawValue: word) else {
          throw .unknownBlock(word, template: template, line: number + 1)
        }
        sections.append(Section(name: name))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(String(line))
      }
    }
    return sections
  }

  private static func fields(_ lines: [String]) -> WordDocument.Table {
    let rows = lines.filter { !$0.isEmpty }.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts.count > 1 ? parts[1].split(separator: " ").joined(separator: " ") : ""
      return [parts.first.map(String.init) ?? "", ":", value]
    }
    return WordDocument.Table(widths: [1300, 250, 7750], rows: rows)
  }
}
