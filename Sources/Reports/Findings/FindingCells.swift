import Documents
import RollModel

/// The cells of some findings as bytes: rendered once, printed with each format's own escapes.
///
/// About 400 bytes a finding; the memory serves one run of findings after another.
struct FindingCells: ~Copyable {
  /// Indices in `RunRecord.findings`.
  private(set) var range = 0..<0
  private var bytes = ByteWriter(capacity: 1 << 16)
  /// Where each cell ends in `bytes`; a row has one for each `FindingColumn`.
  private var ends: [UInt32] = []
  private var care: [TextCare] = []

  /// Renders these findings in place of those that it held.
  mutating func render(_ range: Range<Int>, of record: RunRecord, _ words: CellWords) {
    self.range = range
    bytes.removeAll()
    ends.removeAll(keepingCapacity: true)
    care.removeAll(keepingCapacity: true)
    for index in range {
      if index + 16 < range.upperBound { words.forEachVoter(of: record.findings[index + 16]) { $0.prefetch() } }
      write(record.findings[index], words)
    }
    record.data.releaseTexts()
    // What lies behind the last cell may be read too.
    bytes.reserve(16)
  }

  /// Calls `body` with the cells of one row in order of column, empty ones too; numbers need no care.
  @inline(__always)
  func forEachCell(ofRow row: Int, _ body: (Int, ScannedText) -> Void) {
    let columns = FindingColumn.allCases.count
    bytes.withBytes { bytes in
      ends.withUnsafeBufferPointer { ends in
        care.withUnsafeBufferPointer { care in
          let first = row * columns
          var start = first == 0 ? 0 : Int(ends[first - 1])
          for column in 0..<columns {
            let end = Int(ends[first + column])
            body(column, ScannedText(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), care[first + column]))
            start = end
          }
        }
      }
    }
  }
}

/// What the cells of many findings share, at hand without a look at the record.
struct CellWords: Sendable {
  fileprivate let areas: AreaTable
  /// By number of the desa.
  fileprivate let areaCodes: [String]
  fileprivate let tmsMarks: [TMSCode: String]
  private let roll: Roll
  private let lists: [Role: Roll]

  init(_ record: RunRecord) {
    areas = record.data.lexicon.areas
    areaCodes = areas.entries.map(\.code.description)
    let table = record.election.codeTable
    tmsMarks = Dictionary(uniqueKeysWithValues: TMSCode.allCases.map { ($0, table.mark($0)) })
    roll = record.data.roll
    lists = record.data.lists
  }

  fileprivate func voter(_ reference: RowReference) -> Voter? {
    if case .roll = reference.role { roll[reference.row] } else { lists[reference.role]?[reference.row] }
  }

  /// The rows that a finding prints something of.
  @inline(__always)
  fileprivate func forEachVoter(of finding: Finding, _ body: (Voter) -> Void) {
    if case .person(let reference) = finding.subject, let voter = voter(reference) { body(voter) }
    if let other = finding.counterpart, let voter = voter(other) { body(voter) }
  }
}

// MARK: - One finding

extension FindingCells {
  private mutating func write(_ finding: Finding, _ words: CellWords) {
    text(finding.id)
    text(finding.rule)
    text(finding.category.rawValue)
    text(finding.tmsCode.flatMap { words.tmsMarks[$0] } ?? "")
    text(finding.tier.label)
    if let weight = finding.weight { bytes.append(fixed: weight.bits, decimals: 2) }
    end()
    if let probability = finding.probability { bytes.append(fixed: probability.value, decimals: 6) }
    end()
    text(finding.grade?.rawValue ?? "")
    switch finding.subject {
    case .person(let reference):
      if let voter = words.voter(reference) { person(voter, words) } else { blanks(12) }
    case .area(let key): area(key, words.areas)
    }
    if let other = finding.counterpart.flatMap(words.voter) { place(of: other) } else { blanks(2) }
    text(finding.evidence)
    text(finding.action)
    text(finding.explanation)
  }

  private mutating func person(_ voter: borrowing Voter, _ words: CellWords) {
    let area = voter.areaNumber
    text(words.areaCodes[area])
    text(words.areas.entries[area].kecamatan)
    text(words.areas.entries[area].desa)
    station(voter.tps)
    station(voter.rt)
    station(voter.rw)
    number(voter.nkk, .nkk, of: voter)
    number(voter.nik, .nik, of: voter)
    text(.name, of: voter)
    let birth = voter.birth
    if birth.isComplete {
      bytes.append(day: birth)
      end()
    } else if birth.isUnknown {
      text(.birthDate, of: voter)
    } else {
      text(birth.description)
    }
    place(of: voter)
  }

  private mutating func area(_ key: AreaKey, _ areas: AreaTable) {
    let names = areas.names(of: key)
    text(names.code)
    text(names.kecamatan)
    text(names.desa)
    station(key.tps)
    station(key.rt)
    station(key.rw)
    blanks(6)
  }

  /// File and line of a row.
  private mutating func place(of voter: borrowing Voter) {
    text(voter.path)
    bytes.append(integer: voter.line)
    end()
  }

  /// RT, RW and TPS with three digits, as the roll prints them; nothing when it is not known.
  private mutating func station(_ value: Int) {
    if value != 0 { bytes.append(integer: value, width: 3) }
    end()
  }

  private mutating func number(_ number: NIK, _ field: Field, of voter: borrowing Voter) {
    guard number.isMissing else {
      bytes.append(masked: number)
      end()
      return
    }
    text(NIK.mask(voter.text(field)))
  }

  private mutating func text(_ field: Field, of voter: borrowing Voter) {
    let start = bytes.count
    voter.withText(field) { bytes.append($0) }
    endText(from: start)
  }

  private mutating func text(_ value: borrowing String) {
    let start = bytes.count
    bytes.append(text: value)
    endText(from: start)
  }

  private mutating func blanks(_ count: Int) { for _ in 0..<count { end() } }

  private mutating func endText(from start: Int) {
    let care = bytes.withBytes { TextCare(of: UnsafeRawBufferPointer(rebasing: $0[start...])) }
    end(care)
  }

  private mutating func end(_ care: TextCare = .none) {
    ends.append(UInt32(bytes.count))
    self.care.append(care)
  }
}
