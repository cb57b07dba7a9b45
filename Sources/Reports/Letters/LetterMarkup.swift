import Documents
import RollModel

/// The letter's own small language, which a template renders to: blocks that begin with a line `::name`.
///
/// `::kop` letterhead, `::tanggal` flush right, `::perihal` lines `Label: value`, `::tujuan` address, `::judul` a
/// heading, `::isi` paragraphs parted by empty lines, `::nomor` one numbered item a line, `::rekap` the counts by reason,
/// `::tabel` those by kecamatan, `::ttd` sign block, `::tembusan` a small numbered list. Values cannot begin a block: see
/// `plain`.
enum LetterMarkup {
  /// The blocks of a rendered text; blocks that are not known were refused by `TemplateCheck`.
  static func blocks(_ text: String, table: LetterTable) -> [WordDocument.Block] {
    var blocks: [WordDocument.Block] = []
    var lists = 0
    for section in sections(text) {
      switch section.name {
      case .tabel: blocks.append(.table(counts(table.kecamatan, first: 2500)))
      case .rekap: blocks.append(.table(counts(table.recap, first: 5700)))
      case .nomor, .tembusan:
        lists += 1
        if section.name == .tembusan { blocks.append(.paragraph("Tembusan:", .heading)) }
        blocks += section.lines.filter { !$0.isEmpty }.map { .item($0, list: lists) }
      case .perihal: blocks.append(.table(fields(section.lines)))
      default: blocks += section.name.paragraphs(section.lines)
      }
    }
    return blocks
  }

  private static func counts(_ rows: [[String]], first: Int) -> WordDocument.Table {
    let columns = rows[0].count - 1
    let first = columns > 5 ? 2000 : first
    let widths = [first] + Array(repeating: (9300 - first) / max(1, columns), count: columns)
    return WordDocument.Table(widths: widths, rows: rows, headerRows: 1, hasTotal: true, isRuled: true, firstNumber: 1)
  }

  /// One value as it may stand in a letter: on one line, and never the start of a block.
  static func plain(_ text: String) -> String {
    if isPlain(text) { return text }
    let kept = text.unicodeScalars.filter { scalar in
      scalar.properties.isWhitespace || ![.control, .unassigned].contains(scalar.properties.generalCategory)
    }
    let line = String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var rest = line[...]
    while rest.hasPrefix(":") { rest = rest.dropFirst() }
    return String(rest)
  }

  /// Whether nothing of the text would change: printable ASCII without a blank too many, as nearly every value is.
  private static func isPlain(_ text: String) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20 && text.utf8.first != UInt8(ascii: ":")
  }

  enum Block: String {
    case kop, tanggal, perihal, tujuan, judul, isi, nomor, rekap, tabel, ttd, tembusan

    var isTable: Bool { self == .tabel || self == .rekap }

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

  private static func sections(_ text: String) -> [Section] {
    var sections: [Section] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasPrefix("::"), let name = Block(rawValue: String(line.dropFirst(2).prefix { $0 != " " })) {
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
