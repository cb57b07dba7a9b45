import RollModel

/// Counts of work by pass and part, and the reports that are made of them. The blocks themselves are not kept: they are
/// large, and nothing is compared any more when pairs are decided.
struct PassTallies: Sendable {
  private let passes: [Pass]
  private let counts: [Count]
  /// By pass, then by part: pairs that were looked at.
  private let looked: [[Int]]

  private struct Count {
    let pass: Int
    let keysOfPart: [Int]
    let skipped: SkippedBlocks
  }

  init(passes: [Pass], blocks: [PassBlocks], looked: [[Int]]) {
    self.passes = passes
    self.looked = looked
    counts = blocks.map { Count(pass: $0.pass, keysOfPart: $0.keysOfPart, skipped: $0.skipped) }
  }

  /// The report of one part: 0 is the roll with itself, then the lists. Passes that this part made no key in are left
  /// out.
  func report(part: Int, _ recall: PassRecall) -> MatchReport {
    var report = MatchReport()
    for count in counts where count.keysOfPart[part] > 0 && !(part == 0 && passes[count.pass].linksOnly) {
      report.passes.append(
        PassReport(
          name: passes[count.pass].name, keys: count.keysOfPart[part], pairs: looked[count.pass][part],
          foundFirst: recall.first[count.pass], recall: recall.share(count.pass),
          skippedBlocks: count.skipped.blocks[part], skippedRows: count.skipped.rows[part]))
    }
    report.pairsEnumerated = looked.reduce(0) { $0 + $1[part] }
    report.expectedFound = recall.found
    report.expectedMissed = recall.missed(used: report.passes.count)
    let blocks = report.passes.reduce(0) { $0 + $1.skippedBlocks }
    let rows = report.passes.reduce(0) { $0 + $1.skippedRows }
    if blocks > 0 { report.notices.append(.skipped(blocks, rows)) }
    return report
  }
}

extension String {
  fileprivate static func skipped(_ blocks: Int, _ rows: Int) -> String {
    "\(blocks) kelompok baris yang seragam (\(rows) baris) terlalu besar untuk dibandingkan satu per satu dan dilewati; "
      + "rinciannya ada pada lintasan di ringkasan.json."
  }
}
