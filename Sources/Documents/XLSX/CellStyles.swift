#if OfficeFiles
  /// Which styles of cells show a number as a date.
  final class CellStyles: XMLListener, @unchecked Sendable {
    // Written while the part is read, by one thread; only read afterwards.
    private var isDate: [Bool] = []
    private var custom: [Int: Bool] = [:]
    private var isInFormats = false
    private var isInCells = false

    /// Built-in formats of days; the rest of 14...58 are of time alone or of other countries.
    private static let builtIn: [ClosedRange<Int>] = [14...22, 27...36, 45...47, 50...58]

    @inline(__always)
    func showsDate(_ style: Int) -> Bool { style < isDate.count && isDate[style] }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "numFmts" {
        isInFormats = true
      } else if name == "cellXfs" {
        isInCells = true
      } else if isInFormats, name == "numFmt", custom.count < WorkbookLimits.listed {
        guard let id = attributes.value("numFmtId").flatMap({ CellNumber.whole($0) }) else { return }
        custom[id] = attributes.value("formatCode").map { Self.isDate(format: $0) } ?? false
      } else if isInCells, name == "xf", isDate.count < WorkbookLimits.listed {
        let id = attributes.value("numFmtId").flatMap { CellNumber.whole($0) } ?? 0
        isDate.append(custom[id] ?? Self.builtIn.contains { $0.contains(id) })
      }
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {}

    func close(_ name: XMLName) {
      if name == "numFmts" { isInFormats = false }
      if name == "cellXfs" { isInCells = false }
    }

    /// Whether a format code shows a day, a month or a year: letters in quotes, in brackets or behind a backslash do not
    /// count, nor does `m` beside hours or seconds, where it means minutes.
    static func isDate(format: some Sequence<UInt8>) -> Bool {
      var (isQuoted, isBracketed, isEscaped) = (false, false, false)
      var (hasMonth, hasTime) = (false, false)
      for byte in format {
        if isEscaped {
          isEscaped = false
        } else if isQuoted {
          isQuoted = byte != UInt8(ascii: "\"")
        } else if isBracketed {
          isBracketed = byte != UInt8(ascii: "]")
        } else {
          switch byte {
          case UInt8(ascii: "\""): isQuoted = true
          case UInt8(ascii: "["): isBracketed = true
          case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
          case UInt8(ascii: ";"): return hasMonth && !hasTime
          case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "y"), UInt8(ascii: "Y"): return true
          case UInt8(ascii: "m"), UInt8(ascii: "M"): hasMonth = true
          case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"): hasTime = true
          default: break
          }
        }
      }
      return hasMonth && !hasTime
    }
  }
#endif
