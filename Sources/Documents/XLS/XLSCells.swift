#if OfficeFiles
  /// Takes the records of a sheet of a binary workbook and hands their values to its rows.
  final class XLSCells {
    private let globals: XLSGlobals
    private let rows: SheetRows
    private let shown = GrowingBytes(limit: WorkbookLimits.cell)
    private var number = CellNumber()
    private var hidden: Set<Int> = []
    private var row = -1
    /// The cell of a formula whose text comes in the next record.
    private var waiting: (row: Int, column: Int)?

    init(_ globals: XLSGlobals, delimiter: UInt8) {
      self.globals = globals
      rows = SheetRows(delimiter: delimiter)
    }

    var isPastHead: Bool { rows.isPastHead }

    func finish() throws(WorkbookFault) -> (text: FileBytes, facts: SheetFacts) {
      if row >= 0 { rows.end() }
      row = -1
      if let fault = rows.fault { throw fault }
      return (try rows.finish(), rows.facts)
    }

    func take(
      _ record: XLSRecords.Record, _ records: inout XLSRecords, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(WorkbookFault) {
      guard let kind = record.kind else { return }
      let at = record.body.lowerBound
      let length = record.body.count
      let place = (row: Int(bytes.word(at)), column: Int(bytes.word(at + 2)))
      switch kind {
      case .row where length >= 16:
        if bytes.word(at + 12) & 0x20 != 0 { hidden.insert(place.row) }
      case .shared where length >= 10:
        guard let string = globals.string(Int(bytes.long(at + 6))) else { throw .noSuchString(row: place.row + 1) }
        add(place, string)
      case .label where length >= 9:
        var text = XLSText([(at + 8)..<record.body.upperBound] + records.continuations(), in: bytes)
        add(place, (text.string(Int(bytes.word(at + 6))) ?? [])[...])
      case .number where length >= 14: add(place, bytes.double(at + 6), style: Int(bytes.word(at + 4)))
      case .short where length >= 10: add(place, Self.value(bytes.long(at + 6)), style: Int(bytes.word(at + 4)))
      case .shorts where length >= 12:
        for i in 0..<(length - 6) / 6 {
          let cell = at + 4 + 6 * i
          add((place.row, place.column + i), Self.value(bytes.long(cell + 2)), style: Int(bytes.word(cell)))
        }
      case .formula where length >= 14: takeFormula(place, at, bytes)
      case .formulaText where length >= 3:
        guard let cell = waiting else { return }
        waiting = nil
        var text = XLSText([(at + 2)..<record.body.upperBound] + records.continuations(), in: bytes)
        add(cell, (text.string(Int(bytes.word(at))) ?? [])[...])
      case .truth where length >= 8:
        if bytes[at + 7] != 0 { rows.facts.errorCells += 1 } else { add(place, truth: bytes[at + 6] != 0) }
      case .merged:
        for i in 0..<min(Int(bytes.word(at)), (length - 2) / 8)
        where bytes.word(at + 2 + 8 * i) != bytes.word(at + 4 + 8 * i) {
          rows.facts.mergedRanges += 1
        }
      default: break
      }
      if let fault = rows.fault { throw fault }
    }

    private func takeFormula(_ place: (row: Int, column: Int), _ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      waiting = nil
      guard bytes.word(at + 12) == 0xFFFF else {
        return add(place, bytes.double(at + 6), style: Int(bytes.word(at + 4)))
      }
      switch bytes[at + 6] {
      case 0: waiting = place
      case 1: add(place, truth: bytes[at + 8] != 0)
      case 2: rows.facts.errorCells += 1
      default: break
      }
    }

    /// A number in four bytes: the upper thirty of a double or a whole number, in hundredths where the first bit says so.
    private static func value(_ packed: UInt32) -> Double {
      let whole = Double(Int32(bitPattern: packed) >> 2)
      let number = packed & 2 != 0 ? whole : Double(bitPattern: UInt64(packed & ~3) << 32)
      return packed & 1 != 0 ? number / 100 : number
    }

    private func add(_ place: (row: Int, column: Int), truth: Bool) {
      add(place, Array((truth ? "TRUE" : "FALSE").utf8)[...])
    }

    private func add(_ place: (row: Int, column: Int), _ value: Double, style: Int) {
      guard value.isFinite else { return }
      let text = Array(
        (value == value.rounded() && abs(value) < 9_007_199_254_740_992 ? "\(Int64(value))" : "\(value)").utf8)
      shown.truncate(to: 0)
      text.withUnsafeBufferPointer { digits in
        if !globals.showsDate(style)
          || !CellNumber.append(day: digits, startsIn1904: globals.startsIn1904, to: shown)
        {
          number.append(digits, to: shown)
        }
      }
      add(place, Array(shown.bytes)[...])
    }

    private func add(_ place: (row: Int, column: Int), _ bytes: ArraySlice<UInt8>) {
      if place.row != row {
        if row >= 0 { rows.end() }
        row = place.row
        rows.begin(row + 1, isHidden: hidden.contains(row))
      }
      shown.truncate(to: 0)
      bytes.withUnsafeBufferPointer { shown.append(clean: $0) }
      rows.add(place.column + 1, shown.bytes)
    }
  }
#endif
