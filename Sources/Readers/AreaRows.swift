import Documents
import Normalizers
import RollModel

/// Rows of `wilayah`, `rekap` and coklit in totals: an area each, with a name or with counts. These lists are short.
struct AreaRows: RowTaker {
  struct Row: Sendable {
    var area: UInt32
    var rt: Int
    var rw: Int
    var tps: Int
    var name: String
    var counts: [Field: Int]
    /// Of a station whose number cannot be read.
    var isUnnumbered = false
    /// Of another kabupaten than the case.
    var isElsewhere = false
    var line: Int
  }

  /// A row that sums up others, with the words in its cells.
  struct Sum: Sendable {
    var words: [String]
    /// Of the area whose code the row repeats.
    var area: UInt32?
    var counts: [Field: Int]
    var line: Int
  }

  var tally = RowTally()
  var areas: AreaMemo
  var rows: [Row] = []
  var sums: [Sum] = []
  private let encoding: TextDecoding.Encoding
  private let isCounts: Bool
  private let isRecap: Bool
  private let furniture: PageFurniture
  private let fields: [Field]
  private let hasKabupaten: Bool
  /// Of the case, where the rows name a kabupaten each.
  private let home: AreaCode?
  /// Whether rows that name no area stand in one that the source or its title names.
  private var isPlaced: Bool
  private let isPlacedBySource: Bool

  init(_ context: PieceContext, _ desk: ReadingDesk, capacity: Int) {
    areas = AreaMemo(context)
    encoding = context.encoding
    isCounts = context.role != .areas
    isRecap = context.role == .officialCounts
    hasKabupaten = context.scope != nil && context.map.has(.kabupaten)
    home = context.map.isOfKabupaten && !context.home.isUnknown ? context.home : nil
    furniture = context.furniture
    isPlacedBySource = context.area != nil
    isPlaced = isPlacedBySource || !context.title.isEmpty
    let known: [Field] = [.men, .women, .total, .households] + RecapChanges.fields + VisitTotal.fields
    fields = known.filter { context.map.has($0) }
  }

  mutating func enter(_ title: TitleArea) {
    areas.enter(title)
    isPlaced = isPlacedBySource || !title.isEmpty
  }

  mutating func take(_ row: CSVRow, _ reader: borrowing RowReader) -> RowFault? {
    if let fault = reader.fault(of: row) { return fault }
    func text(_ field: Field) -> FieldBytes { reader.value(reader.column(field), row) }
    // A sum among the areas is none of them.
    let hasCode = text(.areaCode).contains(where: \.isDigit)
    if isCounts, !hasCode || [.tps, .rt, .rw].contains(where: { PageWord.isSumOfArea(text($0)) }), furniture.isSum(row)
    {
      note(sum: row, reader)
      return RowFault(.desa, .emptyValue)
    }
    // A station's whole code names its desa too.
    let station = isCounts ? StationCode(text(.tps)) : nil
    var numbers: [Field: UInt16] = [:]
    var repaired: [(field: Field, value: UInt16, outcome: SmallNumber.Outcome)] = []
    let neighbourhood = Neighbourhood.read(rt: text(.rt), rw: text(.rw))
    var tps = station.map { (value: $0.number, outcome: SmallNumber.Outcome.read) } ?? SmallNumber.read(text(.tps))
    if isRecap, tps.outcome == .empty, Self.saysUnknown(text(.tps)) { tps.outcome = .unreadable }
    let small = [(Field.rt, neighbourhood.rt), (.rw, neighbourhood.rw), (.tps, tps)]
    let isUnnumbered = isRecap && tps.outcome == .unreadable && Self.mayBeStation(text(.tps))
    for (field, (value, outcome)) in small where field != .tps || !isUnnumbered {
      if outcome == .unreadable { return RowFault(field, .notANumber, text(field)) }
      if outcome == .repaired { repaired.append((field, value, outcome)) }
      numbers[field] = value
    }
    if reader.column(.rt) == RowReader.absent, reader.column(.rtRw) != RowReader.absent {
      let both = SmallNumber.pair(text(.rtRw))
      if both.outcome == .unreadable { return RowFault(.rtRw, .notANumber, text(.rtRw)) }
      (numbers[.rt], numbers[.rw]) = (both.rt, both.rw)
    }
    var counts: [Field: Int] = [:]
    for field in fields where !text(field).isEmpty {
      guard let count = Self.count(text(field)) else { return RowFault(field, .notANumber, text(field)) }
      counts[field] = count
    }
    if counts[.total] == nil, let men = counts[.men], let women = counts[.women] { counts[.total] = men + women }
    let hasTotal = [Field.total, .men].contains { reader.column($0) != RowReader.absent }
    if isCounts, hasTotal, counts[.total] == nil { return RowFault(.total, .emptyValue) }
    if text(.areaCode).isEmpty, text(.desa).isEmpty, reader.column(.areaCode) != RowReader.absent, !isCounts {
      return RowFault(.areaCode, .emptyValue)
    }
    let places: [Field] = [.areaCode, .kecamatanCode, .kecamatan, .desa, .areaName, .kabupaten]
    if isCounts, !isPlaced, station == nil, places.allSatisfy({ text($0).isEmpty }) {
      let isStation = !text(.tps).isEmpty
      return isStation
        ? RowFault(.tps, .stationAlone)
        : RowFault((places + [.tps]).first { reader.column($0) != RowReader.absent }, .emptyValue)
    }
    // A name column beside a desa code names the desa, unless the row goes deeper.
    let name = text(.areaName)
    let isDesaRow = (numbers[.rt] ?? 0) == 0 && (numbers[.rw] ?? 0) == 0 && (numbers[.tps] ?? 0) == 0 && !isUnnumbered
    let desa = text(.desa).isEmpty && isDesaRow ? name : text(.desa)
    func code<Result>(_ body: (FieldBytes) -> Result) -> Result {
      guard text(.areaCode).isEmpty, let station else { return body(text(.areaCode)) }
      return station.desa.withUnsafeBufferPointer(body)
    }
    let named = code { code in
      areas.number(
        code: code, kecamatanCode: text(.kecamatanCode), kecamatan: text(.kecamatan), desa: desa,
        kabupaten: hasKabupaten ? text(.kabupaten) : .nothing)
    }
    guard let area = named else { return RowFault(.areaCode, areas.fault, text(.areaCode)) }
    if !repaired.isEmpty { tally.repair(row, repaired) }
    // As on the roll: the row counts, its station is not known.
    if isUnnumbered { tally.leaveUnknown([.tps], of: row) }
    let shown = name.isEmpty ? text(.desa) : name
    rows.append(
      Row(
        area: area, rt: Int(numbers[.rt] ?? 0), rw: Int(numbers[.rw] ?? 0), tps: Int(numbers[.tps] ?? 0),
        name: string(shown), counts: counts, isUnnumbered: isUnnumbered,
        isElsewhere: isElsewhere(text(.kabupaten)), line: row.line))
    return nil
  }

  /// Keeps what a sum says; a cell of it that is no number says nothing.
  private mutating func note(sum row: CSVRow, _ reader: borrowing RowReader) {
    var counts: [Field: Int] = [:]
    for field in fields {
      let text = reader.value(reader.column(field), row)
      if !text.isEmpty { counts[field] = Self.count(text) }
    }
    let words = row.fields.map(\.trimmed).filter { $0.contains(where: \.isLetter) && $0.count <= 80 }
    let code = reader.value(reader.column(.areaCode), row)
    let area =
      code.contains(where: \.isDigit)
      ? areas.number(code: code, kecamatanCode: .nothing, kecamatan: .nothing, desa: .nothing) : nil
    sums.append(Sum(words: words.map(string), area: area, counts: counts, line: row.line))
  }

  /// `1A`, `TPS 001A`, `??`: a station, by a number that is none.
  private static func mayBeStation(_ text: FieldBytes) -> Bool {
    text.count <= 12 && text.contains(where: \.isDigit) || saysUnknown(text)
  }

  /// `??`, `#N/A`, `belum ada`: a station whose number nobody knows; an empty cell or a dash is none.
  private static func saysUnknown(_ text: FieldBytes) -> Bool {
    text.isUnknownWord || text.count <= 12 && text.contains { $0 == 63 || $0 == 35 }
  }

  /// A dash is none.
  private static func count(_ text: FieldBytes) -> Int? {
    text.allSatisfy { $0 == 45 } ? 0 : SmallNumber.count(text)
  }

  private func isElsewhere(_ kabupaten: FieldBytes) -> Bool {
    guard let home, !kabupaten.isEmpty else { return false }
    // A name that nobody knows may be another spelling of this one.
    return KabupatenNames.code(written: string(kabupaten), in: home.province).map { $0 != home } ?? false
  }

  private func string(_ text: FieldBytes) -> String {
    String(decoding: TextDecoding.utf8(text, encoding: encoding), as: UTF8.self)
  }
}
