import Documents
import RollModel

/// The cells of some findings as bytes: rendered once, printed with each format's own escapes.
///
/// About 400 bytes a finding; the memory serves one run of findings after another.
struct FindingCells: ~Copyable {
  /// Indices in `RunRecord.findings`.
  private(set) var range = 0..<0
  /// How many cells of a row are printed.
  private var printed = 0
  private var bytes = ByteWriter(capacity: 1 << 16)
  /// A row has one for each `FindingColumn`.
  private var marks = CellMarks()
  /// Cells before those of the row that is being rendered.
  private var rowStart = 0
  /// By number of the column.
  private var above = Array(repeating: Above(), count: FindingColumn.allCases.count)

  /// The text of a column that was rendered last, and where it stands: findings that follow each other say much alike.
  private struct Above {
    var text = ""
    var place = 0..<0
    var care = TextCare.none
    /// Whether a text that Swift finds equal has the same bytes: others may write their accents otherwise.
    var isASCII = true
  }

  /// Renders these findings in place of those that it held.
  mutating func render(_ range: Range<Int>, of record: RunRecord, _ words: CellWords) {
    self.range = range
    printed = FindingColumn.printed(in: record).count
    bytes.removeAll()
    marks.removeAll(room: range.count * FindingColumn.allCases.count)
    for column in above.indices { above[column] = Above() }
    for index in range {
      if index + 16 < range.upperBound {
        words.person(of: record.findings[index + 16])?.prefetch()
        words.other(of: record.findings[index + 16])?.prefetch()
      }
      write(record.findings[index], index, words)
    }
    // What lies behind the last cell may be read too.
    bytes.reserve(16)
  }

  /// Calls `body` with the cells of one row that the run prints, in order of column, empty ones too; numbers need no care.
  @inline(__always)
  func forEachCell(ofRow row: Int, _ body: (Int, ScannedText) -> Void) {
    let first = row * FindingColumn.allCases.count
    bytes.withBytes { bytes in
      var start = first == 0 ? 0 : marks.end(first - 1)
      for column in 0..<printed {
        let end = marks.end(first + column)
        body(column, ScannedText(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), marks.care(first + column)))
        start = end
      }
    }
  }
}

/// Where each cell ends, and what care it needs.
private struct CellMarks: ~Copyable {
  private var ends: UnsafeMutableBufferPointer<UInt32> = .allocate(capacity: 0)
  private var cares: UnsafeMutableBufferPointer<TextCare> = .allocate(capacity: 0)
  private(set) var count = 0

  deinit {
    ends.deallocate()
    cares.deallocate()
  }

  /// Forgets all cells; as many as there is room for may follow.
  mutating func removeAll(room: Int) {
    count = 0
    guard room > ends.count else { return }
    ends.deallocate()
    cares.deallocate()
    ends = .allocate(capacity: room)
    cares = .allocate(capacity: room)
  }

  @inline(__always)
  mutating func append(end: Int, _ care: TextCare) {
    precondition(count < ends.count, "room was made for every cell")
    ends[count] = UInt32(end)
    cares[count] = care
    count += 1
  }

  @inline(__always)
  func end(_ cell: Int) -> Int {
    precondition(cell < count, "a cell that was marked")
    return Int(ends[cell])
  }

  @inline(__always)
  func care(_ cell: Int) -> TextCare { cares[cell] }
}

// MARK: - One finding

extension FindingCells {
  private mutating func write(_ finding: Finding, _ index: Int, _ words: CellWords) {
    rowStart = marks.count
    text(finding.id)
    recurring(finding.rule)
    recurring(finding.category.rawValue)
    recurring(words.mark(finding.tmsCode))
    recurring(finding.tier.label)
    if let weight = finding.weight { bytes.append(fixed: weight.bits, decimals: 2) }
    end()
    if let probability = finding.probability { bytes.append(probability: probability) }
    end()
    recurring(finding.grade?.rawValue ?? "")
    switch finding.subject {
    case .person(let reference):
      if let voter = words.voter(reference) { person(voter, finding.place, index, words) } else { blanks(12) }
    case .area(let key): area(key, words.areas)
    }
    if let other = words.other(of: finding) { place(of: other) } else { blanks(2) }
    recurring(finding.evidence)
    recurring(finding.action)
    // Whoever reads a table must see why a sure finding is in no letter.
    recurring(finding.heldBack.isEmpty ? finding.explanation : finding.explanation + Finding.held(finding.heldBack))
    let note = words.note(of: finding)
    recurring(note?.decision ?? "")
    recurring(note?.letter ?? "")
  }

  /// `desa`: the one whose office acts, where that is not the voter's; else 0.
  private mutating func person(_ voter: Voter, _ desa: Int, _ index: Int, _ words: CellWords) {
    let area = desa != 0 ? desa : voter.areaNumber
    var next = words.texts.cursor(of: index)
    recurring(words.areaCodes[area])
    recurring(words.areas.entries[area].kecamatan)
    recurring(words.areas.entries[area].desa)
    station(voter.tps)
    station(voter.rt)
    station(voter.rw)
    number(voter.nkk, words.texts, &next)
    number(voter.nik, words.texts, &next)
    written(words.texts, &next)
    let birth = voter.birth
    if birth.isComplete {
      bytes.append(day: birth)
      end()
    } else if birth.isUnknown {
      written(words.texts, &next)
    } else {
      text(birth.description)
    }
    place(of: voter)
  }

  private mutating func area(_ key: AreaKey, _ areas: AreaTable) {
    let names = areas.names(of: key)
    recurring(names.code)
    recurring(names.kecamatan)
    recurring(names.desa)
    station(key.tps)
    station(key.rt)
    station(key.rw)
    blanks(6)
  }

  /// File and line of a row.
  private mutating func place(of voter: Voter) {
    recurring(voter.path)
    bytes.append(integer: voter.line)
    end()
  }

  /// RT, RW and TPS with three digits, as the roll prints them; nothing when it is not known.
  private mutating func station(_ value: Int) {
    if value != 0 { bytes.append(integer: value, width: 3) }
    end()
  }

  private mutating func number(_ number: NIK, _ texts: FindingTexts, _ next: inout Int) {
    guard number.isMissing else {
      bytes.append(masked: number)
      end()
      return
    }
    text(NIK.mask(texts.withNext(&next) { String(decoding: $0, as: UTF8.self) }))
  }

  /// The next text of the person, as the file says it, without an identity number that stands in it.
  private mutating func written(_ texts: FindingTexts, _ next: inout Int) {
    let start = bytes.count
    let care = texts.withNext(&next) { text -> TextCare? in
      guard !PrintedText.mayHoldNumber(text) else {
        bytes.append(text: PrintedText.masked(String(decoding: text, as: UTF8.self)))
        return nil
      }
      bytes.append(padded: text)
      return TextCare(of: text)
    }
    end(care ?? self.care(from: start))
  }

  private mutating func text(_ value: borrowing String) {
    let start = bytes.count
    bytes.append(text: value)
    end(care(from: start))
  }

  /// A text that often stands above in the same column.
  private mutating func recurring(_ value: String) {
    let column = marks.count - rowStart
    if above[column].isASCII, above[column].place.count == value.utf8.count, above[column].text == value {
      bytes.append(again: above[column].place)
    } else {
      let start = bytes.count
      bytes.append(text: value)
      above[column] = Above(
        text: value, place: start..<bytes.count, care: care(from: start), isASCII: value.utf8.allSatisfy { $0 < 128 })
    }
    end(above[column].care)
  }

  private func care(from start: Int) -> TextCare {
    bytes.withBytes { TextCare(of: UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }

  private mutating func blanks(_ count: Int) { for _ in 0..<count { end() } }

  @inline(__always)
  private mutating func end(_ care: TextCare = .none) { marks.append(end: bytes.count, care) }
}
