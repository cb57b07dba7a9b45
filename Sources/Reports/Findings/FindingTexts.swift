import Documents
import RollModel

/// What the files say of the persons of all findings, as far as it is printed and no column holds it.
///
/// Findings stand in order of area and id, rows in files as they come: the texts are read in one sweep through the files
/// before anything is printed, so that many rows cost one reading. About forty bytes a finding.
final class FindingTexts: Sendable {
  /// All texts in order of row, and sixteen bytes more.
  private let bytes: [UInt8]
  /// Where each text ends in `bytes`.
  private let ends: [Int]
  /// By finding: the number of the first text of its person.
  private let firsts: [UInt32]

  /// The texts of the rows that one thread read.
  private struct Part: Sendable {
    let bytes: [UInt8]
    let ends: [UInt32]
    /// The findings whose persons were read, and the number of the first text of each within the part.
    let findings: [(finding: UInt32, first: UInt32)]
  }

  /// A row and the finding that asks for it, as one number: in order of it, rows stand as they do in the files.
  private struct Key {
    private static let findingBits: UInt64 = 32
    let value: UInt64

    init(value: UInt64) { self.value = value }

    init(row: Int, finding: Int) { value = UInt64(row) << Self.findingBits | UInt64(finding) }

    var finding: UInt32 { UInt32(truncatingIfNeeded: value) }
    var row: Int { Int(value >> Self.findingBits) }
  }

  /// Rows of a role that one thread reads at once.
  private static let rowsAtOnce = 1 << 15

  /// Reads all texts. O(n log n) in the findings.
  init(_ findings: [Finding], of data: CaseData, threads: Int) {
    precondition(findings.count <= UInt32.max, "a key has room for the finding's number")
    // Rows of one role begin a part of their own.
    var firstParts: [Role: Int] = [:]
    var rolls: [Roll] = []
    for roll in Role.allCases.compactMap({ data.persons($0) }) {
      precondition(roll.count <= UInt32.max, "a key has room for the row's number")
      firstParts[roll.role] = rolls.count
      rolls += Array(repeating: roll, count: (roll.count + Self.rowsAtOnce - 1) / Self.rowsAtOnce)
    }
    var keys: [[UInt64]] = Array(repeating: [], count: rolls.count)
    for index in findings.indices {
      findings.prefetch(index + 24)
      guard case .person(let reference) = findings[index].subject, let first = firstParts[reference.role] else {
        continue
      }
      keys[first + reference.row / Self.rowsAtOnce].append(Key(row: reference.row, finding: index).value)
    }
    let (asked, rollOfPart) = (keys, rolls)
    let parts = parallelMap(rolls.count, threads: threads) { Self.read(asked[$0], rollOfPart[$0], data) }
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var firsts = Array(repeating: 0 as UInt32, count: findings.count)
    bytes.reserveCapacity(parts.reduce(16) { $0 + $1.bytes.count })
    ends.reserveCapacity(parts.reduce(0) { $0 + $1.ends.count })
    for part in parts {
      let first = UInt32(ends.count)
      for asked in part.findings { firsts[Int(asked.finding)] = first + asked.first }
      let start = bytes.count
      for end in part.ends { ends.append(start + Int(end)) }
      bytes += part.bytes
    }
    bytes += [UInt8](repeating: 0, count: 16)
    (self.bytes, self.ends, self.firsts) = (bytes, ends, firsts)
  }

  private static func read(_ keys: [UInt64], _ roll: Roll, _ data: CaseData) -> Part {
    var texts = TextRun(capacity: keys.count * 24)
    var findings: [(finding: UInt32, first: UInt32)] = []
    findings.reserveCapacity(keys.count)
    for key in keys.sorted().lazy.map(Key.init(value:)) {
      findings.append((key.finding, UInt32(texts.ends.count)))
      texts.read(roll[key.row])
    }
    // Rows with quotes are read through the mapping.
    data.releaseTexts()
    return Part(bytes: texts.all, ends: texts.ends, findings: findings)
  }

  /// Texts one behind the other.
  private struct TextRun: ~Copyable {
    private var bytes: ByteWriter
    private(set) var ends: [UInt32] = []
    private var window = RowWindow()

    init(capacity: Int) { bytes = ByteWriter(capacity: capacity) }

    mutating func read(_ voter: Voter) {
      if voter.nkk.isMissing { text(.nkk, of: voter) }
      if voter.nik.isMissing { text(.nik, of: voter) }
      text(.name, of: voter)
      if voter.birth.isUnknown { text(.birthDate, of: voter) }
    }

    private mutating func text(_ field: Field, of voter: Voter) {
      voter.withText(field, &window) { bytes.append($0) }
      ends.append(UInt32(bytes.count))
    }

    var all: [UInt8] { bytes.withBytes { Array($0) } }
  }

  /// Begins to give the texts of a finding's person, in the order in which they are printed.
  func cursor(of finding: Int) -> Int { Int(firsts[finding]) }

  /// The next text, behind which sixteen more bytes may be read.
  @inline(__always)
  func withNext<Result>(_ cursor: inout Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = cursor == 0 ? 0 : ends[cursor - 1]
    defer { cursor += 1 }
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<ends[cursor]])) }
  }
}
