#if OfficeFiles
  /// Follows the sheets, rows and cells of a SpreadsheetML document and writes them as text.
  final class SheetListener: XMLTableListener {
    /// Bytes that the sheets to come may be, and how many sheets.
    private var limit: Int
    private var sheetsLeft = 1000
    private let take: (SheetText) -> Void

    private enum Place { case outside, sheet, table, row, cell, data, options, visible }

    private enum Kind { case string, number, date, boolean }

    private var place = Place.outside
    /// Elements open inside of one that is not read, or inside of a cell's text.
    private var inside = 0

    private var name = ""
    private var isHidden = false
    private var text: GrowingBytes?
    private var row = 0
    private var nextRow = 1
    private var column = 0
    private var nextColumn = 1
    private var rowIsHidden = false
    private var rows = 0
    private var hiddenRows = 0
    /// Line of the text that is written now, cells written in it, cells of the widest line.
    private var line = 1
    private var cells = 0
    private var widest = 0
    private var kind = Kind.string
    private var number = CellNumber()
    private var value: [UInt8] = []

    private(set) var fault: XMLTableFault?
    weak var stream: XMLStream?

    init(limit: Int, take: @escaping (SheetText) -> Void) { (self.limit, self.take) = (limit, take) }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      guard fault == nil else { return }
      guard inside == 0 else {
        inside += 1
        return
      }
      switch place {
      case .outside where name == "Workbook": break
      case .outside where name == "Worksheet": beginSheet(attributes)
      case .sheet where name == "Table": place = .table
      case .sheet where name == "WorksheetOptions": place = .options
      case .options where name == "Visible":
        place = .visible
        value.removeAll(keepingCapacity: true)
      case .table where name == "Row": beginRow(attributes)
      case .row where name == "Cell": beginCell(attributes)
      case .cell where name == "Data": beginData(attributes)
      default: inside = 1
      }
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {
      guard place == .data || place == .visible, text != nil, fault == nil else { return }
      guard value.count + run.count <= XMLTable.longestValue else { return fail(.tooLong(line: stream?.line ?? 0)) }
      value.append(contentsOf: run)
    }

    func close(_ name: XMLName) {
      guard fault == nil else { return }
      if inside > 0 {
        inside -= 1
        return
      }
      switch place {
      case .outside: break  // the root
      case .sheet: endSheet()
      case .table: place = .sheet
      case .row: endRow()
      case .cell: place = .row
      case .data: endData()
      case .options: place = .sheet
      case .visible:
        isHidden = value.starts(with: "SheetHidden".utf8) || value.starts(with: "SheetVeryHidden".utf8)
        place = .options
      }
    }

    private func fail(_ fault: XMLTableFault) { if self.fault == nil { self.fault = fault } }

    // MARK: Sheets

    private func beginSheet(_ attributes: XMLAttributes) {
      place = .sheet
      name = attributes.value("Name").map { String(decoding: $0, as: UTF8.self) } ?? ""
      sheetsLeft -= 1
      guard sheetsLeft > 0 else { return fail(.tooMuchText) }
      text = GrowingBytes(limit: limit)
      (isHidden, nextRow, rows, hiddenRows, line, cells, widest) = (false, 1, 0, 0, 1, 0, 0)
    }

    private func endSheet() {
      place = .outside
      guard let text else { return }
      if text.isFull { return fail(.tooMuchText) }
      self.text = nil
      limit -= text.count
      take(SheetText(name: name, isHidden: isHidden, text: FileBytes(text), rows: rows, hiddenRows: hiddenRows))
    }

    // MARK: Rows

    private func beginRow(_ attributes: XMLAttributes) {
      place = .row
      row = max(nextRow, attributes.number("Index") ?? nextRow)
      guard row <= SpreadsheetML.mostRows else { return fail(.tooMuchText) }
      nextRow = row + 1 + min(attributes.number("Span") ?? 0, SpreadsheetML.mostRows)
      nextColumn = 1
      rowIsHidden = attributes.number("Hidden") == 1
    }

    private func endRow() {
      place = .table
      guard let text, cells > 0 else { return }
      widest = max(widest, cells)
      text.append(repeating: GrowingBytes.delimiter, count: widest - cells)
      text.append(10)
      (line, cells) = (row + 1, 0)
      rows += 1
      if rowIsHidden { hiddenRows += 1 }
      if text.isFull { fail(.tooMuchText) }
    }

    // MARK: Cells

    private func beginCell(_ attributes: XMLAttributes) {
      place = .cell
      column = max(nextColumn, attributes.number("Index") ?? nextColumn)
      nextColumn = column + 1 + min(attributes.number("MergeAcross") ?? 0, 1 << 14)
    }

    private func beginData(_ attributes: XMLAttributes) {
      place = .data
      value.removeAll(keepingCapacity: true)
      kind =
        switch attributes.value("Type").flatMap({ $0.first }) {
        case 78: .number
        case 68: .date
        case 66: .boolean
        default: .string
        }
    }

    private func endData() {
      place = .cell
      guard let text else { return }
      value.withUnsafeBufferPointer { whole in
        let value = whole.trimmedOfBlanks
        guard !value.isEmpty else { return }
        guard column <= XMLTable.mostColumns else { return fail(.tooManyColumns) }
        // A second text of the same cell, which no program writes, is not taken.
        guard column > cells else { return }
        if cells == 0 { text.append(repeating: 10, count: row - line) }
        text.append(repeating: GrowingBytes.delimiter, count: column - max(1, cells))
        line = row
        cells = column
        write(value, to: text)
      }
    }

    private func write(_ value: UnsafeBufferPointer<UInt8>, to text: GrowingBytes) {
      switch kind {
      case .string: text.append(cell: value)
      case .number: number.append(value, to: text)
      case .boolean:
        let word: StaticString = value.elementsEqual([49]) ? "TRUE" : "FALSE"
        word.withUTF8Buffer { text.append($0) }
      case .date: text.append(cell: Self.day(value))
      }
    }

    /// The day of `2026-11-21T00:00:00.000`, or its time where the day is the one before the calendar begins.
    private static func day(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
      guard let mark = value.firstIndex(of: 84) else { return value }
      let (day, time) = (value[..<mark], value[(mark + 1)...])
      return UnsafeBufferPointer(rebasing: day.elementsEqual("1899-12-31".utf8) ? time : day)
    }
  }

  extension XMLAttributes {
    /// A whole number from 0; nil where there is none, or one that is none.
    fileprivate func number(_ name: StaticString) -> Int? {
      guard let value = value(name), !value.isEmpty, value.count < 10 else { return nil }
      var number = 0
      for byte in value {
        guard byte >= 48, byte <= 57 else { return nil }
        number = number * 10 + Int(byte - 48)
      }
      return number
    }
  }
#endif
