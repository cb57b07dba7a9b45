import Documents
import RollModel
import TestSupport
import Testing

@testable import Reports

/// Counts and choices of many findings against slow ones.
@Suite struct TallyTests {
  /// Findings of the sample's rules with random tiers; with `mixed` rules do not stand together.
  private func record(_ seed: UInt64, count: Int, mixed: Bool) -> RunRecord {
    var random = SeededGenerator(seed: seed)
    var record = Sample.record()
    record.findings = (0..<count).map { number in
      let place = mixed ? random.below(Sample.cards.count) : number * Sample.cards.count / count
      var finding = Finding(
        card: Sample.cards[place], tier: Tier.allCases[random.below(Tier.allCases.count)], subject: .area(AreaKey()),
        evidence: "", explanation: "", factHash: 0)
      if random.below(4) == 0 { finding.heldBack = "ditahan" }
      return finding
    }
    return record
  }

  @Test(arguments: [(0, false), (1, false), (700, false), (700, true)])
  func countsEveryFinding(_ count: Int, _ mixed: Bool) {
    let record = record(3, count: count, mixed: mixed)
    let tally = FindingTally(record)
    for rule in tally.rules {
      let own = record.findings.filter { $0.rule == rule.id }
      #expect(rule.total == own.count)
      #expect(rule.heldBack == own.count { !$0.heldBack.isEmpty })
      for tier in Tier.allCases { #expect(rule.byTier[tier] == own.count { $0.tier == tier }) }
    }
    for code in TMSCode.allCases {
      let own = record.findings.filter { $0.severity == .tms && $0.tmsCode == code && $0.tier >= .verify }
      #expect((tally.reasons[code]?.heldBack ?? 0) == own.count { !$0.heldBack.isEmpty })
      for tier in Tier.allCases {
        #expect(
          (tally.reasons[code]?.freeByTier[tier] ?? 0) == own.count { $0.tier == tier && $0.heldBack.isEmpty })
      }
    }
    #expect(tally.runs.flatMap { Array($0.findings) } == Array(0..<count))
    for run in tally.runs {
      #expect(record.findings[run.findings].allSatisfy { $0.rule == tally.rules[run.rule].id })
    }
  }

  @Test(arguments: [(700, false), (700, true), (60, false)])
  func thePageTakesTheSurestOfEachRule(_ count: Int, _ mixed: Bool) {
    let record = record(4, count: count, mixed: mixed)
    let selection = PageSelection(record, FindingTally(record), perRule: 30, inAll: 170)
    #expect(selection.indices == chosen(record, perRule: 30, inAll: 170))
    #expect(selection.total == count)
  }

  /// Of a rule with more findings than there is room for, every kecamatan has some on the page.
  @Test func thePageHasSomethingOfEveryKecamatan() {
    var record = record(5, count: 0, mixed: false)
    let kecamatan = record.data.lexicon.areas.kecamatanNames.indices.filter {
      !record.data.lexicon.areas.kecamatanNames[$0].isEmpty
    }
    #expect(kecamatan.count > 1)
    record.findings = kecamatan.flatMap { number in
      (0..<200).map { _ in
        Finding(
          card: Sample.cards[0], tier: .certain, subject: .area(AreaKey(kecamatan: number)), evidence: "",
          explanation: "", factHash: 0)
      }
    }
    let selection = PageSelection(record, FindingTally(record), perRule: 30, inAll: 170)
    #expect(selection.indices.count == 30)
    for number in kecamatan {
      let own = selection.indices.count { index in
        if case .area(let key) = record.findings[index].subject { key.kecamatan == number } else { false }
      }
      #expect(own >= 30 / kecamatan.count)
    }
    // All of them where there is room for all.
    #expect(PageSelection(record, FindingTally(record), perRule: 30).indices.count == record.findings.count)
  }

  /// The same by sorting all findings of each rule.
  private func chosen(_ record: RunRecord, perRule: Int, inAll: Int) -> [Int] {
    var rules: [String] = []
    for finding in record.findings where !rules.contains(finding.rule) { rules.append(finding.rule) }
    var chosen: [Int] = []
    for severity in Severity.allCases.reversed() {
      for rule in rules {
        let own = record.findings.indices.filter {
          record.findings[$0].rule == rule && record.findings[$0].severity == severity
        }
        let ordered = Tier.printed.flatMap { tier in own.filter { record.findings[$0].tier == tier } }
        chosen += ordered.prefix(record.findings.count <= inAll ? ordered.count : min(perRule, inAll - chosen.count))
      }
    }
    return chosen.sorted()
  }

  /// The reporters of findings are handed the columns that the run prints, and no others.
  @Test(arguments: [true, false]) func cellsAreThoseOfThePrintedColumns(hasRegister: Bool) {
    var record = Sample.record()
    record.history = hasRegister ? CaseHistory() : nil
    let columns = FindingColumn.printed(in: record)
    #expect(columns.contains(.letter) == hasRegister && columns.contains(.explanation))
    var cells = FindingCells()
    cells.render(0..<2, of: record, CellWords(record, threads: 1))
    for row in 0..<2 {
      var seen: [Int] = []
      cells.forEachCell(ofRow: row) { column, _ in seen.append(column) }
      #expect(seen == Array(columns.indices))
    }
    var first: [String] = []
    cells.forEachCell(ofRow: 1) { _, cell in first.append(String(decoding: cell.bytes, as: UTF8.self)) }
    #expect(first.first == record.findings[1].id)
  }

  @Test func linesThatComeAgainBearTheirNumber() {
    var random = SeededGenerator(seed: 5)
    let lines = (0..<2_000).map { _ in
      EvidenceLine(
        comparison: ["nama", "tanggal \"lahir\"", "NIK"][random.below(3)],
        level: ["sama", "beda <1>"][random.below(2)],
        m: [nil, 0.25, 1e-9][random.below(3)], u: [nil, 0.5][random.below(2)],
        weight: MatchWeight([0.0, -0.0, 1.5, 3][random.below(4)] + Double(random.below(3)) / 7))
    }
    func text(_ line: EvidenceLine) -> String {
      "\(line.comparison)|\(line.level)|\(line.m as Any)|\(line.u as Any)|\(line.weight.bits.bitPattern)"
    }
    var known = RecurringLines()
    var spelled: [String] = []
    for line in lines {
      let (number, isNew) = known.number(of: line)
      if isNew {
        #expect(number == spelled.count)
        spelled.append(text(line))
      }
      #expect(spelled[number] == text(line))
    }
    #expect(spelled.count < lines.count)
  }
}
