import Documents
import Foundation
import Reports
import RollModel
import TestSupport
import Testing

/// What the printers make of the shared sample, hostile text included, beside what was recorded.
///
/// `UPDATE_GOLDEN=1` records and still fails, so that a recording is looked at before it is kept.
@Suite struct GoldenTests {
  @Test(arguments: Reporters.all.map(\.fileName))
  func reports(_ name: String) throws {
    let bytes = try written(name, Sample.record())
    if name.hasSuffix(".xlsx") {
      for part in try ZipReader(bytes).entries { try compare(part.bytes, with: name + "/" + part.name) }
    } else if name.hasSuffix(".gz") {
      let content = try Gzip.unpack(FileBytes(bytes), limit: 1 << 24)
      try compare(Array(content.bytes), with: String(name.dropLast(3)))
    } else {
      try compare(bytes, with: name)
    }
  }

  @Test func letters() throws {
    let date = CalendarDay(day: 24, month: 11, year: 2026)
    for file in try LetterWriter(.init(date: date, number: "25", toEachKecamatan: true)).write(Sample.record()) {
      for part in try ZipReader(file.bytes).entries where !isConstant(part.name) {
        try compare(part.bytes, with: file.path + "/" + part.name)
      }
    }
  }

  /// Parts that do not depend on the letter; the workbook of the findings shows them once.
  private func isConstant(_ name: String) -> Bool {
    name.hasSuffix(".rels") || name.hasSuffix("styles.xml") || name.hasSuffix("numbering.xml")
      || name.hasPrefix("[Content_Types]")
  }

  private func compare(_ bytes: [UInt8], with name: String) throws {
    if let difference = try Golden.difference(bytes, from: "Reports/" + name) { Issue.record("\(difference)") }
  }
}
