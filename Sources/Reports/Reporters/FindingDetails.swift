import Documents
import RollModel

/// `rincian.jsonl.gz`: what `temuan.csv` has no column for and verbs ask for later: the lines of bits behind a finding, what
/// holds a proposal back, and what tells the persons of its rows. Packed piece by piece (`OwnFile`). One array a finding
/// that has any, in the order of `temuan.csv`: its id, its lines, what holds it back (`""` where nothing does), and
/// `PersonTraits` of its row and of the row beside it, where a letter may name it, `=` for what both have.
///
///     {"bagian":0}
///     ["4KBFNAQ47R96",[["nama","ROHANA sama",0.7065,7.9774],["jenis kelamin","sama",…]]]
///     ["51GVX0Q8B0Z2",[[0,"SITI sama",…],1],"","3f0a.91be04.07c2.5d1e0.8a2f6.c0ffee","…"]
///
/// A line is comparison, level, m, u and bits; m and u are left out where it has neither, u alone where m and bits tell it
/// (`EvidenceLine.chanceIsTold`). A number in the place of a line is one spelled out before, a number in the place of
/// comparison or level such a text, each counted from 0 since the last `bagian`.
package struct FindingDetails: FindingsReporter {
  package static let fileName = "rincian.jsonl" + OwnFile.suffix

  package init() {}

  func head(of record: RunRecord) -> ByteWriter { ByteWriter() }

  func append(_ cells: borrowing FindingCells, of record: RunRecord, to packed: inout ByteWriter) {
    var out = ByteWriter(capacity: 1 << 20)
    out.append("{\"bagian\":")
    out.append(integer: cells.range.lowerBound)
    out.append("}\n")
    var known = RecurringLines()
    var words = StringTable()
    for finding in record.findings[cells.range] {
      let traits = self.traits(of: finding, in: record.data)
      guard !finding.lines.isEmpty || !finding.heldBack.isEmpty || !traits.isEmpty else { continue }
      out.append("[\"")
      out.append(text: finding.id)
      out.append("\",[")
      for (place, line) in finding.lines.enumerated() {
        if place > 0 { out.append(44) }
        let (number, isNew) = known.number(of: line)
        if isNew { out.append(line: line, &words) } else { out.append(integer: number) }
      }
      out.append(93)
      if !finding.heldBack.isEmpty || !traits.isEmpty {
        out.append(44)
        out.append(json: finding.heldBack)
      }
      for text in traits {
        out.append(44)
        out.append(json: text)
      }
      out.append("]\n")
    }
    record.data.releaseTexts()
    OwnFile.pack(out).withUnsafeBytes { packed.append($0) }
  }

  /// Of the finding's person and of the row beside it; of nobody whom no letter can name.
  private func traits(of finding: Finding, in data: CaseData) -> [String] {
    guard LetterClass.of(finding.rule, finding.severity) != nil, case .person(let reference) = finding.subject,
      let voter = data.voter(reference)
    else { return [] }
    let own = PersonTraits(voter)
    let other = finding.counterpart.flatMap { data.voter($0) }.map { PersonTraits($0).text(beside: own) }
    return [own.text] + (other.map { [$0] } ?? [])
  }
}

extension ByteWriter {
  fileprivate mutating func append(line: EvidenceLine, _ words: inout StringTable) {
    append(91)
    append(word: line.comparison, &words)
    append(44)
    append(word: line.level, &words)
    if line.m != nil || line.u != nil {
      for share in line.chanceIsTold ? [line.m] : [line.m, line.u] {
        append(44)
        if let share { append(share: share) } else { append("null") }
      }
    }
    append(44)
    append(fixed: line.weight.bits, decimals: 4)
    append(93)
  }

  /// A text, or its number if it stands further up.
  private mutating func append(word: String, _ words: inout StringTable) {
    let known = words.count
    let number = words.intern(word)
    if number == known { append(json: word) } else { append(integer: number) }
  }
}
