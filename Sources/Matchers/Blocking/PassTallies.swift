import RollModel

/// Counts of work by pass and part, and the reports that are made of them.
struct PassTallies: Sendable {
  let passes: [Pass]
  let blocks: [PassBlocks]
  /// By pass, then by part: pairs that were looked at.
  let looked: [[Int]]

  /// The report of one part: 0 is the roll with itself, then the lists. Passes that this part made no key in are left
  /// out.
  func report(part: Int, _ recall: PassRecall) -> MatchReport {
    var report = MatchReport()
    for block in blocks where block.keysOfPart[part] > 0 && !(part == 0 && passes[block.pass].linksOnly) {
      report.passes.append(
        PassReport(
          name: passes[block.pass].name, keys: block.keysOfPart[part], pairs: looked[block.pass][part],
          foundFirst: recall.first[block.pass], recall: recall.share(block.pass),
          skippedBlocks: block.skipped.blocks[part], skippedRows: block.skipped.rows[part]))
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
