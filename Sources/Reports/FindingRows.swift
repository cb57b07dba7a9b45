import Documents
import RollModel

/// The columns of `temuan.csv`, in order; the raw value is the header.
package enum FindingColumn: String, CaseIterable, Sendable {
  case id
  case rule = "aturan"
  case category = "kategori"
  case tmsCode = "kode_tms"
  case tier = "keyakinan"
  case weight = "bobot"
  case probability = "peluang"
  case grade = "derajat"
  case areaCode = "kode_desa"
  case kecamatan, desa, tps, rt, rw, nkk, nik
  case name = "nama"
  case birthDate = "tanggal_lahir"
  case file = "berkas"
  case line = "baris"
  case otherFile = "berkas_pembanding"
  case otherLine = "baris_pembanding"
  case evidence = "bukti"
  case action = "tindakan"
  case explanation = "penjelasan"

  /// Whether its cells are numbers; all others are text, identity numbers first of all.
  var isNumber: Bool {
    switch self {
    case .weight, .probability, .line, .otherLine: true
    default: false
    }
  }
}

/// The cells of all findings as bytes: made once, copied with each format's own escapes.
///
/// Pieces have a fixed number of findings, so they are the same on any number of threads. About 300 bytes a finding.
struct FindingRows: Sendable {
  static let pieceSize = 4096
  let pieces: [Piece]

  struct Piece: Sendable {
    /// Indices in `RunRecord.findings`.
    let range: Range<Int>
    let bytes: ByteBlock
    /// Where each cell ends in `bytes`; a row has one for each `FindingColumn`.
    let ends: [UInt32]

    /// Calls `body` with the cells of one row in order of column, empty ones too.
    @inline(__always)
    func forEachCell(ofRow row: Int, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
      let columns = FindingColumn.allCases.count
      bytes.withBytes { all in
        ends.withUnsafeBufferPointer { ends in
          let first = row * columns
          var start = first == 0 ? 0 : Int(ends[first - 1])
          for column in 0..<columns {
            let end = Int(ends[first + column])
            body(column, UnsafeRawBufferPointer(rebasing: all[start..<end]))
            start = end
          }
        }
      }
    }

    /// One cell as text.
    func text(row: Int, _ column: FindingColumn) -> String {
      let columns = FindingColumn.allCases
      guard let number = columns.firstIndex(of: column) else { return "" }
      let index = row * columns.count + number
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return bytes.withBytes { String(decoding: $0[start..<Int(ends[index])], as: UTF8.self) }
    }
  }

  init(_ record: RunRecord, threads: Int) {
    let ranges = RollModel.pieces(of: record.findings.count, size: Self.pieceSize)
    pieces = parallelMap(ranges.count, threads: threads) { index in
      var cells = CellWriter(record: record, capacity: ranges[index].count * 320)
      for finding in ranges[index] { cells.write(record.findings[finding]) }
      record.data.releaseTexts()
      let ends = cells.ends
      return Piece(range: ranges[index], bytes: cells.out.finished(), ends: ends)
    }
  }
}

/// Renders findings cell by cell, in the order of `FindingColumn`.
private struct CellWriter: ~Copyable {
  let record: RunRecord
  var out: ByteWriter
  var ends: [UInt32] = []

  init(record: RunRecord, capacity: Int) {
    self.record = record
    out = ByteWriter(capacity: capacity)
    ends.reserveCapacity(FindingRows.pieceSize * FindingColumn.allCases.count)
  }

  mutating func write(_ finding: borrowing Finding) {
    text(finding.id)
    text(finding.rule)
    text(finding.category.rawValue)
    text(finding.tmsCode.map { record.election.codeTable.mark($0) } ?? "")
    text(finding.tier.label)
    if let weight = finding.weight { out.append(fixed: weight.bits, decimals: 2) }
    end()
    if let probability = finding.probability { out.append(fixed: probability.value, decimals: 6) }
    end()
    text(finding.grade?.rawValue ?? "")
    switch finding.subject {
    case .person(let reference):
      if let voter = record.data.voter(reference) { person(voter) } else { blanks(12) }
    case .area(let key): area(key)
    }
    if let other = finding.counterpart.flatMap(record.data.voter) {
      text(other.file.path)
      out.append(integer: other.line)
      end()
    } else {
      blanks(2)
    }
    text(finding.evidence)
    text(finding.action)
    text(finding.explanation)
  }

  private mutating func person(_ voter: borrowing Voter) {
    let area = voter.area
    text(area.code.description)
    text(area.kecamatan)
    text(area.desa)
    station(voter.tps)
    station(voter.rt)
    station(voter.rw)
    number(voter.nkk, .nkk, of: voter)
    number(voter.nik, .nik, of: voter)
    text(voter.text(.name))
    let birth = voter.birth
    if birth.year != 0, birth.month != 0, birth.day != 0 {
      out.append(integer: birth.year, width: 4)
      out.append(45)
      out.append(integer: birth.month, width: 2)
      out.append(45)
      out.append(integer: birth.day, width: 2)
      end()
    } else {
      text(birth.isUnknown ? voter.text(.birthDate) : birth.description)
    }
    text(voter.file.path)
    out.append(integer: voter.line)
    end()
  }

  private mutating func area(_ key: AreaKey) {
    let names = record.data.lexicon.areas.names(of: key)
    text(names.code)
    text(names.kecamatan)
    text(names.desa)
    station(key.tps)
    station(key.rt)
    station(key.rw)
    blanks(6)
  }

  /// RT, RW and TPS with three digits, as the roll prints them; nothing when it is not known.
  private mutating func station(_ value: Int) {
    if value != 0 { out.append(integer: value, width: 3) }
    end()
  }

  private mutating func number(_ number: NIK, _ field: Field, of voter: borrowing Voter) {
    if !number.isMissing {
      out.append(masked: number)
    } else {
      out.append(text: NIK.mask(voter.text(field)))
    }
    end()
  }

  private mutating func text(_ value: borrowing String) {
    out.append(text: value)
    end()
  }

  private mutating func blanks(_ count: Int) { for _ in 0..<count { end() } }

  private mutating func end() { ends.append(UInt32(out.count)) }
}

extension ByteWriter {
  /// A sixteen-digit number with all but the first six and the last four digits starred.
  mutating func append(masked number: NIK) {
    guard number.isFull else {
      append(text: number.masked)
      return
    }
    append(integer: Int(number.number / 10_000_000_000), width: 6)
    append("******")
    append(integer: Int(number.number % 10_000), width: 4)
  }
}

extension CodeTable {
  /// The number that the election's table gives a reason, or its word where the table has no number for it.
  package func mark(_ code: TMSCode) -> String { number(code).map(String.init) ?? code.label }
}

extension AreaTable {
  /// What an area finding prints of its area: code at the key's level, names down to it.
  package func names(of key: AreaKey) -> (code: String, kecamatan: String, desa: String) {
    if key.desa != 0, key.desa < count {
      let entry = self[key.desa]
      return (entry.code.description, entry.kecamatan, entry.desa)
    }
    if key.kecamatan != 0, key.kecamatan < kecamatanNames.count {
      return (kecamatanCodes[key.kecamatan].description, kecamatanNames[key.kecamatan], "")
    }
    return (kabupatenCode.description, "", "")
  }

  /// The four-digit code that the desa of the case share; unknown when they share none.
  package var kabupatenCode: AreaCode {
    guard let first = entries.first(where: { !$0.code.isUnknown })?.code.kabupaten else { return AreaCode(number: 0) }
    let shared = entries.allSatisfy { $0.code.isUnknown || $0.code.kabupaten == first }
    return shared ? first : AreaCode(number: 0)
  }
}
