import Documents
import Foundation
import Testing

/// A letter or an annex as it stands on the disk.
enum LetterFile {
  /// The paragraphs of a DOCX, one a line.
  static func text(_ path: String) throws -> String {
    let zip = try ZipReader(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    let xml = try #require(zip["word/document.xml"]?.text)
    var text = ""
    var isTag = false
    for character in xml.replacing("</w:p>", with: "\n") {
      if character == "<" { isTag = true } else if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    return text
  }

  /// Rows of an annex that name a person: the name of their sheet, and their cells.
  static func rows(_ path: String) throws -> [(sheet: String, cells: [String])] {
    let zip = try ZipReader(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    let names = (zip["xl/workbook.xml"]?.text ?? "").split(separator: "<sheet name=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    return names.enumerated().flatMap { number, name in
      SheetReader(xml: zip["xl/worksheets/sheet\(number + 1).xml"]?.text ?? "").rows
        .filter { $0.count == 17 && Int($0[0]) != nil }.map { (name, $0) }
    }
  }
}
