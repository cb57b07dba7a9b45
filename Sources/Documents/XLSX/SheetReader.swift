/// Reads the cells of a worksheet that `SheetWriter` made: for the check of an annex against its letter.
public struct SheetReader: Sendable {
  /// Rows of cells as texts, title lines and header included.
  public let rows: [[String]]

  /// O(length).
  public init(xml: String) {
    var xml = xml
    rows = xml.withUTF8 { bytes in
      var reader = Cursor(bytes)
      var rows: [[String]] = []
      while reader.move(behind: "<row") {
        let end = reader.place(of: "</row>")
        var cells: [String] = []
        while reader.move(behind: "<c", before: end) {
          // A cell ends where the next one begins.
          let next = min(end, reader.place(of: "<c"))
          cells.append(reader.move(behind: "<v>", before: next) ? reader.text(upTo: "</v>") : "")
          if reader.at < next { reader.at = next }
        }
        rows.append(cells)
        reader.at = end
      }
      return rows
    }
  }
}

/// A place in the bytes of a worksheet.
private struct Cursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  var at = 0

  private static let marks: [(mark: StaticString, byte: UInt8)] = [
    ("&lt;", 60), ("&gt;", 62), ("&quot;", 34), ("&#9;", 9), ("&#10;", 10), ("_x005F_", 95), ("&amp;", 38),
  ]

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Where the mark next stands; the end of the bytes where it does not.
  func place(of mark: StaticString) -> Int {
    var i = at
    while i < bytes.count, !stands(mark, i) { i += 1 }
    return i
  }

  /// Goes on behind the mark where it stands before `end`.
  mutating func move(behind mark: StaticString, before end: Int = .max) -> Bool {
    let found = place(of: mark)
    guard found < min(end, bytes.count) else { return false }
    at = found + mark.utf8CodeUnitCount
    return true
  }

  /// The text up to the mark, escapes undone.
  mutating func text(upTo mark: StaticString) -> String {
    let end = place(of: mark)
    var out: [UInt8] = []
    out.reserveCapacity(end - at)
    while at < end {
      let byte = bytes[at]
      if byte == 38 || byte == 95, let escape = Self.marks.first(where: { stands($0.mark, at) }) {
        out.append(escape.byte)
        at += escape.mark.utf8CodeUnitCount
      } else {
        out.append(byte)
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func stands(_ mark: StaticString, _ place: Int) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard place + length <= bytes.count, bytes[place] == mark.utf8Start[0] else { return false }
    for i in 1..<length where bytes[place + i] != mark.utf8Start[i] { return false }
    return true
  }
}
