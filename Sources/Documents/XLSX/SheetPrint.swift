/// How a printed sheet lies on paper: across, no wider than the page, its head on every page.
public enum SheetPaper: Int, Sendable {
  /// The raw value is the format's number for it.
  case a4 = 9
  /// 215 by 330 mm, which Indonesian offices call F4.
  case folio = 14

  /// Characters of 10 points that stand beside each other between the margins, counted with a wide face: whoever lacks the
  /// sheet's own sees it in another.
  var charactersAcross: Int { self == .a4 ? 126 : 142 }
}

extension Workbook.Sheet {
  /// Whether the program that prints shrinks it to the page; one whose columns stay together has breaks of its own, which
  /// such programs do not keep while they shrink.
  var isFitted: Bool { columnsTogether == 0 }

  var pageSetup: String {
    guard isPrinted else { return "" }
    let fit = isFitted ? " fitToWidth=\"1\" fitToHeight=\"0\"" : ""
    return
      "<pageMargins left=\"0.25\" right=\"0.25\" top=\"0.4\" bottom=\"0.5\" header=\"0.25\" footer=\"0.25\"/>"
      + "<pageSetup paperSize=\"\(paper.rawValue)\" orientation=\"landscape\"\(fit)/>"
      + "<headerFooter><oddFooter>&amp;L&amp;A&amp;RHalaman &amp;P dari &amp;N</oddFooter></headerFooter>"
      + columnBreaks
  }

  /// Columns with which a page begins after the first: as many groups as fit beside the repeated columns, and never a part
  /// of one.
  public var pageStarts: [Int] {
    var breaks: [Int] = []
    guard columnsTogether > 0 else { return breaks }
    let fixed = columns.prefix(repeatedColumns).reduce(0) { $0 + $1.width }
    var across = fixed
    for start in stride(from: repeatedColumns, to: columns.count, by: columnsTogether) {
      let width = columns[start..<min(start + columnsTogether, columns.count)].reduce(0) { $0 + $1.width }
      if across > fixed, across + width > paper.charactersAcross {
        breaks.append(start)
        across = fixed
      }
      across += width
    }
    return breaks
  }

  private var columnBreaks: String {
    let breaks = pageStarts
    guard !breaks.isEmpty else { return "" }
    return "<colBreaks count=\"\(breaks.count)\" manualBreakCount=\"\(breaks.count)\">"
      + breaks.map { "<brk id=\"\($0)\" max=\"1048575\" man=\"1\"/>" }.joined() + "</colBreaks>"
  }

  /// Lines that the header, which is bold, takes where its longest title is wrapped.
  var headerLines: Int {
    columns.map { column in isPrinted ? WrappedText.lines(column.title, width: column.width - 1) : 1 }.max() ?? 1
  }
}

/// How cells break their text: at blanks, and behind a slash or a hyphen.
public enum WrappedText {
  /// Lines that a text takes in a column so many digits wide, where each word stands on one line if it can. O(bytes).
  public static func lines(_ text: String, width: Int) -> Int {
    let room = max(digit, width * digit - edges)
    var (lines, used, word, gap) = (1, 0, 0, 0)
    func place() {
      guard word > 0 else { return }
      if used > 0, used + gap + word <= room {
        used += gap + word
      } else {
        if used > 0 { lines += 1 }
        lines += (word - 1) / room
        used = (word - 1) % room + 1
      }
      (word, gap) = (0, 0)
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        place()
        gap = blank
      case UInt8(ascii: "\n"):
        place()
        (lines, used) = (lines + 1, 0)
      case UInt8(ascii: "/"), UInt8(ascii: "-"):
        word += small
        place()
      // The rest of a letter of several bytes.
      case 0x80..<0xC0: break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): word += digit
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC0...: word += capital
      default: word += small
      }
    }
    place()
    return lines
  }

  /// Sixteenths of a digit's width, which a sheet's columns are counted in; of the faces that offices print with.
  private static let (digit, capital, small, blank) = (16, 19, 15, 8)
  /// The edges of a cell.
  private static let edges = 12
}
