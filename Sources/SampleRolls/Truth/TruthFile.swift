/// Writes `kunci.csv`: what is true of a sample, one line a planted pair, row or area.
struct TruthFile {
  static let header = Array(
    "jenis,aturan,berkas,baris,berkas_pembanding,baris_pembanding,kode_desa,rw,rt,tps,catatan\n".utf8)

  let sink = Page(capacity: 1 << 16)
  private(set) var counts: [String: Int] = [:]
  private var groupRows: [LocatedGroupRow] = []

  private struct LocatedGroupRow {
    var group: Int32
    var order: Int32
    var path: Int32
    var line: Int
    var rule: StaticString?
    var note: StaticString
    var isStruck: Bool
  }

  init() { sink.text(Self.header) }

  /// Adds a line whose rows are physical lines already.
  mutating func add(_ entry: TruthEntry, file: String, line: Int, otherFile: String, otherLine: Int) {
    sink.text(entry.kind.rawValue)
    sink.byte(44)
    sink.text(entry.rule)
    position(file, line)
    position(otherFile, otherLine)
    sink.byte(44)
    if entry.areaCode != 0 {
      sink.number(
        entry.areaCode,
        width: entry.areaCode < 100 ? 2 : entry.areaCode < 10_000 ? 4 : entry.areaCode < 1_000_000 ? 6 : 10)
    }
    for number in [entry.rw, entry.rt, entry.tps] {
      sink.byte(44)
      if number != 0 { sink.number(number, width: 3) }
    }
    sink.byte(44)
    sink.text(entry.note)
    sink.byte(10)
    counts["\(entry.rule)", default: 0] += 1
  }

  private func position(_ file: String, _ line: Int) {
    sink.byte(44)
    sink.text(file)
    sink.byte(44)
    if line > 0 { sink.number(line) }
  }

  /// Keeps a row of a duplicated person until all of them are known.
  mutating func keep(_ row: GroupRow, path: Int, line: Int) {
    groupRows.append(
      LocatedGroupRow(
        group: row.group, order: Int32(groupRows.count), path: Int32(path), line: line, rule: row.rule, note: row.note,
        isStruck: row.isStruck))
  }

  /// Writes every pair of roll rows of one person, and of each list row with each of them.
  mutating func finish(paths: [String]) {
    groupRows.sort { ($0.group, $0.order) < ($1.group, $1.order) }
    var start = 0
    while start < groupRows.count {
      var end = start
      while end < groupRows.count, groupRows[end].group == groupRows[start].group { end += 1 }
      pairs(Array(groupRows[start..<end]), paths)
      start = end
    }
    // Groups of the next kabupaten of a province are numbered anew.
    groupRows = []
  }

  private mutating func pairs(_ rows: [LocatedGroupRow], _ paths: [String]) {
    let onRoll = rows.filter { $0.rule == nil }
    let areAllStruck = onRoll.count > 1 && onRoll.allSatisfy(\.isStruck)
    for (i, a) in onRoll.enumerated() {
      for b in onRoll[(i + 1)...] {
        let hasNote = b.note.utf8CodeUnitCount > 0
        add(
          TruthEntry(
            kind: .pair, rule: areAllStruck ? "ganda-dicoret-keduanya" : "ganda", note: hasNote ? b.note : a.note),
          file: paths[Int(a.path)],
          line: a.line, otherFile: paths[Int(b.path)], otherLine: b.line)
      }
    }
    for list in rows {
      guard let rule = list.rule else { continue }
      for row in onRoll {
        add(
          TruthEntry(kind: .pair, rule: rule, note: onRoll.count > 1 ? "pemilih ganda" : ""),
          file: paths[Int(row.path)],
          line: row.line, otherFile: paths[Int(list.path)], otherLine: list.line)
      }
    }
  }
}
