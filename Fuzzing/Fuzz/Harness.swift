import Documents
import Platform
import Readers
import RollModel

/// What libFuzzer calls with every input: a reader of the product, with the input as the file.
///
/// A harness asks for nothing but that the reader comes back: with rows or a refusal, within memory and time.
enum Harness {
  typealias Entry = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

  static let names = ["csv", "xml", "xlsx", "zip", "html", "ods", "xls"]

  static func named(_ name: String) -> Entry? {
    switch name {
    // Any bytes: most are taken for CSV, the others are refused by what they are or lead to another reader.
    case "csv", "xml": return { bytes, count in Harness.read(UnsafeBufferPointer(start: bytes, count: count)) }
    case "xlsx":
      return { bytes, count in Harness.read(Harness.workbook(UnsafeBufferPointer(start: bytes, count: count))) }
    // A binary workbook is known by its first bytes; a page by its first tag.
    case "xls": return { bytes, count in Harness.read(UnsafeBufferPointer(start: bytes, count: count)) }
    case "html":
      return { bytes, count in
        Harness.read(Array("<table>".utf8) + UnsafeBufferPointer(start: bytes, count: count))
      }
    case "ods":
      return { bytes, count in Harness.read(Harness.openDocument(UnsafeBufferPointer(start: bytes, count: count))) }
    case "zip": return { bytes, count in Harness.unpack(UnsafeBufferPointer(start: bytes, count: count)) }
    default: return nil
    }
  }

  /// A file without a name that still has a path, written anew for each input; -1 where there is no room for one.
  private static let descriptor = tmpfile().map { fileno($0) } ?? -1

  /// Reads the bytes as the only file of a case; its length chooses the role, so that all row readers have their turn.
  private static func read(_ bytes: some Collection<UInt8>) -> Int32 {
    let roles: [Role] = [.roll, .roll, .roll, .deaths, .visits, .officialCounts, .areas, .signsOfLife]
    let bytes = Array(bytes)
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return -1 }
    var source = Source(path: "/proc/self/fd/\(descriptor)", name: "berkas", role: roles[bytes.count % roles.count])
    if bytes.count % 3 == 1 { source.area = AreaCode(number: 1_602_052_001) }
    var options = ReadingOptions(threads: 1, quarantineLimit: 1)
    // Small pieces, so that rows lie across their borders.
    options.pieceSize = 256
    _ = try? CaseReader(options: options).read([source])
    return 0
  }

  /// A workbook whose sheet, strings and styles are the input, cut at NUL bytes; packed, no mutation would reach them.
  private static func workbook(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var archive = StoredArchive()
    for (name, text) in frame { archive.add(name, text.utf8) }
    let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    let parts = input.split(separator: 0, maxSplits: names.count - 1, omittingEmptySubsequences: false)
    for (name, part) in zip(names, parts) { archive.add(name, part) }
    return archive.bytes
  }

  /// An OpenDocument spreadsheet whose content is the input.
  private static func openDocument(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var archive = StoredArchive()
    archive.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet".utf8)
    archive.add("content.xml", input)
    return archive.bytes
  }

  private static func unpack(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    _ = try? ZipReader(Array(bytes), limit: 1 << 22)
    return read(bytes)
  }

  private static let space = "http://schemas.openxmlformats.org"
  private static let office = space + "/officeDocument/2006/relationships"

  /// The parts of a workbook that name the others.
  private static let frame = [
    (
      "[Content_Types].xml",
      "<Types xmlns='\(space)/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/></Types>"
    ),
    ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
    (
      "xl/workbook.xml",
      "<workbook xmlns='\(space)/spreadsheetml/2006/main' xmlns:r='\(office)'><sheets>"
        + "<sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relations([
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"),
      ])
    ),
  ]

  private static func relations(_ targets: [(type: String, target: String)]) -> String {
    let all = targets.enumerated().map { index, entry in
      "<Relationship Id='rId\(index + 1)' Type='\(office)/\(entry.type)' Target='\(entry.target)'/>"
    }
    return "<Relationships xmlns='\(space)/package/2006/relationships'>\(all.joined())</Relationships>"
  }
}
