import Documents
import Normalizers

/// What titles among the rows of a file say of where the rows below them stand: several desa below each other in one sheet.
struct TitleBlocks: Sendable {
  /// A row from which on another area may hold.
  struct Mark: Sendable {
    /// Byte at which the row starts.
    let offset: Int
    let area: TitleArea
    /// The row is a title, and none of the list.
    let isTitle: Bool
  }

  /// In order of offset.
  private(set) var marks: [Mark] = []
  /// Lines on which titles name several areas, counted from where the rows start, and what they leave unknown.
  private(set) var doubts: [(line: Int, levels: Set<TitleArea.Level>)] = []

  init() {}

  /// One pass over the rows of `opened`, below whose header nothing is known but `title`. O(bytes).
  init(_ opened: OpenedFile, below title: TitleArea) {
    let furniture = PageFurniture(opened)
    var scanner = CSVScanner(opened.file, from: opened.dataStart, dialect: opened.dialect)
    var block = Block()
    var area = title
    while let row = scanner.next() {
      let width = opened.map.width
      if let title = Self.title(row, opened.encoding, width: width), block.rows.count < HeaderSearch.reach {
        block.rows.append(title)
      } else if !block.isEmpty {
        if furniture.isHeader(row) {
          block.hasHeader = true
        } else if Self.mayBeOfList(row, width: width) {
          close(&block, before: row, &area, opened.map)
        }
      }
    }
  }

  /// A row that names an area.
  private struct Title {
    let offset: Int
    let row: TitleRow
    /// It may be nothing else: other rows of two cells may be persons with their address, and only cast a doubt.
    let isSure: Bool
  }

  /// The titles that stand between two rows of the list.
  private struct Block {
    var rows: [Title] = []
    var hasHeader = false
    var isEmpty: Bool { rows.isEmpty }
    /// Words about an area head a block only beside a plain title or above a header; elsewhere they may be a note or a
    /// signature.
    var isHead: Bool { rows.contains { $0.isSure && (hasHeader || $0.row.isPlain) } }
  }

  private mutating func close(_ block: inout Block, before row: CSVRow, _ area: inout TitleArea, _ map: ColumnMap) {
    defer { block = Block() }
    let sure = block.rows.filter(\.isSure)
    var (next, doubtful) = area.followed(by: sure.flatMap(\.row.said))
    if !block.isHead {
      doubtful.formUnion(TitleArea.Level.allCases.filter { !TitleArea.agree(next[$0], area[$0], $0) })
    }
    for (level, value) in block.rows.filter({ !$0.isSure }).flatMap(\.row.said)
    where !TitleArea.agree(next[level], value, level) && !TitleArea.agree(area[level], value, level) {
      doubtful.insert(level)
    }
    next = next.without(doubtful)
    area = next
    let told = area.beside(map)
    marks += block.isHead ? sure.map { Mark(offset: $0.offset, area: told, isTitle: true) } : []
    marks.append(Mark(offset: row.offset, area: told, isTitle: false))
    doubtful = doubtful.filter { $0.isTold(beside: map) }
    if !doubtful.isEmpty { doubts.append((row.line, doubtful)) }
  }

  /// The row as a title, where it names an area and holds neither number nor date of a person.
  private static func title(_ row: CSVRow, _ encoding: TextDecoding.Encoding, width: Int) -> Title? {
    var filled = 0
    var mayStart = false
    var last = FieldBytes.nothing
    for cell in row.fields.lazy.map(\.trimmed) {
      defer { last = cell }
      // Merged cells all bear what is written in them.
      if cell.isEmpty || cell.elementsEqual(last) { continue }
      filled += 1
      if filled > TitleRow.mostCells || holdsNumber(cell) { return nil }
      if filled <= 3, TitleRow.mayStart(cell) { mayStart = true }
    }
    guard mayStart else { return nil }
    let title = TitleRow(
      row.fields.map { String(decoding: TextDecoding.utf8($0.trimmed, encoding: encoding), as: UTF8.self) })
    let isSure = title.isPlain || filled == 1
    guard !title.said.isEmpty, isSure || !mayBeOfList(row, width: width) else { return nil }
    return Title(offset: row.offset, row: title, isSure: isSure)
  }

  private static func holdsNumber(_ cell: FieldBytes) -> Bool { cell.count(where: \.isDigit) >= 6 }

  /// Whether a row that is no title looks like one of the list rather than like words above or below it.
  private static func mayBeOfList(_ row: CSVRow, width: Int) -> Bool {
    let cells = row.fields.lazy.map(\.trimmed)
    if cells.contains(where: holdsNumber) { return true }
    return cells.count { !$0.isEmpty } >= min(3, width) && !HeaderSearch.isNumbering(row.fields.map { Array($0) })
  }

  /// What holds for the row that starts at byte `offset`; nil above the first mark.
  func area(at offset: Int) -> TitleArea? {
    let place = marks.partitioningIndex { $0.offset > offset }
    return place > 0 ? marks[place - 1].area : nil
  }

  /// The areas as the report prints them, the first few of many, without those that `title` says already.
  func words(beside title: TitleArea) -> String {
    var all: [String] = []
    var known: Set<String> = ["", title.words]
    for mark in marks where known.insert(mark.area.words).inserted { all.append(mark.area.words) }
    let rest = all.count > Self.mostShown ? "; dan \(all.count - Self.mostShown) lagi" : ""
    return all.prefix(Self.mostShown).joined(separator: "; ") + rest
  }

  private static let mostShown = 5

  /// Follows rows in order of their offset.
  struct Cursor {
    private let marks: [Mark]
    private var next: Int
    /// What holds for the row that `isTitle` was last asked of, or for the first row.
    private(set) var area: TitleArea?

    init(_ blocks: TitleBlocks, from offset: Int) {
      marks = blocks.marks
      next = marks.partitioningIndex { $0.offset >= offset }
      area = next > 0 ? marks[next - 1].area : nil
    }

    /// Whether another area may hold from this row on.
    @inline(__always)
    func changes(at offset: Int) -> Bool { next < marks.count && marks[next].offset <= offset }

    /// Takes the marks up to a row; whether the row is a title.
    mutating func isTitle(at offset: Int) -> Bool {
      var isTitle = false
      while changes(at: offset) {
        area = marks[next].area
        isTitle = marks[next].offset == offset && marks[next].isTitle
        next += 1
      }
      return isTitle
    }
  }
}

extension Array {
  /// The first place whose element is as asked, where all behind it are too; the end where none is. O(log count).
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
