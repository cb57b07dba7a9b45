#if OfficeFiles
  /// Hears the content of an OpenDocument spreadsheet and hands its cells to the rows of their sheets.
  final class ODSCells: XMLListener {
    struct Table {
      let name: String
      let style: String
      let text: FileBytes
      let facts: SheetFacts
    }

    private(set) var tables: [Table] = []
    /// The table at hand.
    private var rows: SheetRows?
    private var name = ""
    private var tableStyle = ""
    /// Bytes of the texts of all tables.
    private var bytes = 0
    private(set) var fault: WorkbookFault?

    private enum Kind { case text, number, day, boolean }

    private let most: Int
    private var number = CellNumber()
    /// Styles of tables that are not shown.
    private var hidden: Set<String> = []
    private var style = ""

    // The row and the cell at hand.
    private var depth = 0
    private var row = 0
    private var repeatedRows = 1
    private var cells: [(column: Int, value: [UInt8])] = []
    private var isHidden = false
    private var column = 1
    private var repeatedColumns = 1
    /// Rows and columns that the cell is merged over.
    private var span = (rows: 1, columns: 1)
    private var kind = Kind.text
    private var value: [UInt8] = []
    private let shown = GrowingBytes(limit: WorkbookLimits.cell)
    private var isInCell = false
    /// Open elements whose text is no content: notes that hang on a cell.
    private var ignored = 0

    init(most: Int) { self.most = most }

    func hides(_ style: String) -> Bool { hidden.contains(style) }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
      if ignored > 0 || name == "annotation" {
        ignored += 1
      } else if name == "table-cell" || name == "covered-table-cell" {
        beginCell(attributes)
      } else if name == "p" || name == "line-break" || name == "tab" {
        if isInCell, shown.count > 0 { shown.append(32) }
      } else if name == "s" {
        if isInCell { shown.append(32) }
      } else if name == "table-row" {
        if depth == 1 { beginRow(attributes) }
      } else if name == "table" {
        depth += 1
        if depth == 1 { beginTable(attributes) }
      } else if name == "style" {
        style = attributes.value("name").map { String(decoding: $0, as: UTF8.self) } ?? ""
      } else if name == "table-properties", let display = attributes.value("display"), display.first == 102 {
        if hidden.count < WorkbookLimits.listed { hidden.insert(style) }
      }
    }

    func text(_ run: UnsafeBufferPointer<UInt8>) {
      if isInCell, ignored == 0 { shown.append(clean: run) }
    }

    func close(_ name: XMLName) {
      if ignored > 0 {
        ignored -= 1
      } else if name == "table-cell" || name == "covered-table-cell" {
        if depth == 1 { endCell() }
      } else if name == "table-row" {
        if depth == 1 { endRow() }
      } else if name == "table" {
        depth -= 1
        if depth == 0 { endTable() }
      }
    }

    private func beginTable(_ attributes: XMLAttributes) {
      guard tables.count < most else { return note(.tooManySheets) }
      func text(_ name: StaticString) -> String {
        attributes.value(name).map { String(decoding: $0.prefix(200), as: UTF8.self) } ?? ""
      }
      (name, tableStyle, row) = (text("name"), text("style-name"), 0)
      rows = SheetRows(delimiter: ODSFile.delimiter)
    }

    /// Settles the text at once, so that a sheet takes no more memory than it needs.
    private func endTable() {
      guard let rows, fault == nil else { return }
      self.rows = nil
      if let fault = rows.fault { return note(fault) }
      let facts = rows.facts
      do {
        let text = try rows.finish()
        tables.append(Table(name: name, style: tableStyle, text: text, facts: facts))
        bytes += text.count
        if bytes > 4 * WorkbookLimits.sheet { note(.tooLarge(part: "content.xml")) }
      } catch { note(error) }
    }

    private func beginRow(_ attributes: XMLAttributes) {
      repeatedRows = Self.count(attributes.value("number-rows-repeated"))
      isHidden = attributes.value("visibility").map { $0.first != UInt8(ascii: "v") } ?? false
      cells.removeAll(keepingCapacity: true)
      column = 1
    }

    private func endRow() {
      defer { row += repeatedRows }
      guard !cells.isEmpty, let rows, fault == nil else { return }
      guard row + repeatedRows <= WorkbookLimits.rows else { return note(.tooManyRows) }
      for i in 1...repeatedRows {
        rows.begin(row + i, isHidden: isHidden)
        for cell in cells { cell.value.withUnsafeBufferPointer { rows.add(cell.column, $0) } }
        rows.end()
        if rows.fault != nil { return note(rows.fault ?? .tooManyRows) }
      }
    }

    private func beginCell(_ attributes: XMLAttributes) {
      guard depth == 1 else { return }
      shown.truncate(to: 0)
      value.removeAll(keepingCapacity: true)
      (kind, repeatedColumns, isInCell) = (.text, 1, true)
      span = (1, 1)
      for index in 0..<attributes.count {
        let (name, text) = attributes[index]
        if name == "number-columns-repeated" {
          repeatedColumns = Self.count(text)
        } else if name == "number-rows-spanned" {
          span.rows = Self.count(text)
        } else if name == "number-columns-spanned" {
          span.columns = Self.count(text)
        } else if name == "value-type" {
          kind = Self.kind(text)
        } else if name == "value" || name == "date-value" || name == "boolean-value" {
          value = Array(text.prefix(64))
        }
      }
    }

    private func endCell() {
      isInCell = false
      defer { column += repeatedColumns }
      if shown.isFull { return note(.longCell(row: row + 1)) }
      let bytes = content()
      guard bytes.contains(where: { $0 > 32 }) else { return }
      guard column + repeatedColumns - 1 <= WorkbookLimits.columns else { return note(.tooManyColumns(row: row + 1)) }
      for i in 0..<repeatedColumns { cells.append((column + i, bytes)) }
      if span.rows > 1 || span.columns > 1 {
        rows?.merge(rows: row + 1...row + span.rows, columns: column...column + span.columns - 1)
      }
    }

    private func content() -> [UInt8] {
      switch kind {
      case .number where !value.isEmpty:
        shown.truncate(to: 0)
        value.withUnsafeBufferPointer { number.append($0, to: shown) }
      case .day where value.count >= 10: return Array(value.prefix(10))
      case .boolean where !value.isEmpty: return Array((value.first == UInt8(ascii: "t") ? "TRUE" : "FALSE").utf8)
      default: break
      }
      return Array(shown.bytes)
    }

    private func note(_ fault: WorkbookFault) {
      if self.fault == nil { self.fault = fault }
    }

    private static func count(_ text: UnsafeBufferPointer<UInt8>?) -> Int {
      min(max(1, text.flatMap { CellNumber.whole($0) } ?? 1), 1 << 30)
    }

    private static func kind(_ text: UnsafeBufferPointer<UInt8>) -> Kind {
      switch text.first {
      case UInt8(ascii: "f"), UInt8(ascii: "p"), UInt8(ascii: "c"): .number
      case UInt8(ascii: "d"): .day
      case UInt8(ascii: "b"): .boolean
      default: .text
      }
    }
  }
#endif
