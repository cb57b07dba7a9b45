#if OfficeFiles
  /// Hears the XML of a sheet and hands its cells, worked out to text, to the rows.
  final class SheetCells: XMLListener {
    private enum Kind { case number, shared, text, boolean, error, day }

    private(set) var fault: WorkbookFault?
    private let rows: SheetRows
    private let strings: SharedStrings
    private let styles: CellStyles
    private let startsIn1904: Bool
    private var number = CellNumber()

    // The cell at hand.
    private let value = GrowingBytes(limit: WorkbookLimits.cell)
    private let shown = GrowingBytes(limit: WorkbookLimits.cell)
    private var column = 0
    private var kind = Kind.number
    private var isDate = false
    private var hasFormula = false

    private var isInRows = false
    private var isValue = false
    private var isPhonetic = false

    init(_ rows: SheetRows, _ strings: SharedStrings, _ styles: CellStyles, startsIn1904: Bool) {
      (self.rows, self.strings, self.styles, self.startsIn1904) = (rows, strings, styles, startsIn1904)
    }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      if name == "c" {
        beginCell(attributes)
      } else if name == "v" || name == "t" {
        isValue = !isPhonetic
      } else if name == "row" {
        beginRow(attributes)
      } else if name == "f" {
        hasFormula = true
      } else if name == "rPh" {
        isPhonetic = true
      } else if name == "sheetData" {
        isInRows = true
      } else if name == "mergeCell", let range = attributes.value("ref") {
        rows.merge(range)
      }
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {
      if isValue { value.append(clean: run) }
    }

    func close(_ name: XMLName) {
      if name == "c" {
        if isInRows { endCell() }
      } else if name == "v" || name == "t" {
        isValue = false
      } else if name == "row" {
        if isInRows { rows.end() }
      } else if name == "rPh" {
        isPhonetic = false
      } else if name == "sheetData" {
        isInRows = false
      }
    }

    private func beginRow(_ attributes: XMLAttributes) {
      guard isInRows else { return }
      var (row, isHidden): (Int?, Bool) = (nil, false)
      for index in 0..<attributes.count {
        let (name, value) = attributes[index]
        if name == "r" { row = CellNumber.whole(value) }
        if name == "hidden" { isHidden = value.first == 49 || value.first == UInt8(ascii: "t") }
      }
      column = 0
      rows.begin(row, isHidden: isHidden)
    }

    private func beginCell(_ attributes: XMLAttributes) {
      value.truncate(to: 0)
      (kind, isDate, hasFormula) = (.number, false, false)
      column += 1
      for index in 0..<attributes.count {
        let (name, value) = attributes[index]
        if name == "r" {
          column = Self.column(value) ?? column
        } else if name == "t" {
          kind = Self.kind(value)
        } else if name == "s" {
          isDate = CellNumber.whole(value).map { styles.showsDate($0) } ?? false
        }
      }
    }

    private func endCell() {
      if value.isFull { note(.longCell(row: rows.number)) }
      guard value.count > 0 else {
        if hasFormula, kind == .number { rows.facts.formulasWithoutResult += 1 }
        return
      }
      switch kind {
      case .shared:
        guard let string = CellNumber.whole(value.bytes).flatMap({ strings.string($0) }) else {
          return note(.noSuchString(row: rows.number))
        }
        rows.add(column, string)
      case .text:
        value.unescape(from: 0)
        rows.add(column, value.bytes)
      case .number:
        shown.truncate(to: 0)
        if !isDate || !CellNumber.append(day: value.bytes, startsIn1904: startsIn1904, to: shown) {
          number.append(value.bytes, to: shown)
        }
        rows.add(column, shown.bytes)
      case .boolean:
        shown.truncate(to: 0)
        let isTrue = value.bytes.first == 49 || value.bytes.first.map { $0 | 32 } == UInt8(ascii: "t")
        for byte in (isTrue ? "TRUE" : "FALSE").utf8 { shown.append(byte) }
        rows.add(column, shown.bytes)
      case .error:
        rows.facts.errorCells += 1
      case .day:
        // 1980-03-12T00:00:00, as strict workbooks write days.
        let bytes = value.bytes
        let isLong = bytes.count > 10 && bytes[4] == 45 && bytes[10] | 32 == UInt8(ascii: "t")
        rows.add(column, isLong ? UnsafeBufferPointer(rebasing: bytes[..<10]) : bytes)
      }
    }

    private func note(_ fault: WorkbookFault) {
      if self.fault == nil { self.fault = fault }
    }

    private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
      switch (type.first, type.count) {
      case (UInt8(ascii: "s"), 1): .shared
      case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): .text
      case (UInt8(ascii: "b"), _): .boolean
      case (UInt8(ascii: "e"), _): .error
      case (UInt8(ascii: "d"), _): .day
      default: .number
      }
    }

    /// The column of a reference such as `AB12`, from 1; nil for what is none.
    @inline(__always)
    static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
      var column = 0
      for byte in reference.prefix(6) {
        let letter = (byte & 0xDF) &- 65
        guard letter < 26 else { break }
        column = column &* 26 &+ Int(letter) &+ 1
      }
      return column > 0 ? column : nil
    }
  }
#endif
