import Documents
import Matchers
import RollModel

/// The record files that are joined, in order of kabupaten: their words numbered as one, their records as one row.
package struct JoinedRolls: Sendable {
  /// One kabupaten of the joined population.
  package struct Kabupaten: Sendable {
    package var code: AreaCode
    package var name: String
    package var rows = 0
    package var struck = 0
    package var numbers: SourceFile.NumberState

    /// The kabupaten as texts name it.
    var words: String { name.isEmpty ? "kabupaten \(code)" : "\(name) (\(code))" }
  }

  /// One file, and how its numbers are to be read among all.
  struct Part: Sendable {
    let reader: RecordFileReader
    let tokens: [UInt32]
    let places: [UInt32]
    /// Kabupaten number by area of the file.
    let kabupaten: [UInt32]
    /// Number of its first record.
    let first: UInt32
  }

  let parts: [Part]
  let lexicon: Lexicon
  /// By area number of the joined lexicon; 0 is none.
  package let kabupaten: [Kabupaten]
  package let count: Int
  let states: [SourceFile.NumberState: Int]

  /// Opens all files; the same files in another order are joined the same.
  package init(_ paths: [String], key: RecordKey) throws(JoiningFault) {
    var opened: [RecordFileReader] = []
    for path in paths { opened.append(try RecordFileReader(path, key: key)) }
    opened.sort { ($0.head.kabupaten, $0.mark) < ($1.head.kabupaten, $1.mark) }
    let kabupaten = try Self.kabupaten(of: opened)
    self.kabupaten = kabupaten
    let numbers = Dictionary(uniqueKeysWithValues: kabupaten.enumerated().map { ($1.code, UInt32($0)) })
    var lexicon = Lexicon()
    _ = lexicon.places.intern("")
    _ = lexicon.addresses.intern("")
    _ = lexicon.notes.intern("")
    lexicon.areas = Self.areas(kabupaten)
    var parts: [Part] = []
    var count = 0
    var states: [SourceFile.NumberState: Int] = [:]
    for var reader in opened {
      let head = reader.head
      let part = Part(
        reader: reader, tokens: lexicon.tokens.add(reader.tokens), places: lexicon.places.add(reader.places),
        kabupaten: head.areas.map { numbers[Self.kabupaten(of: $0, in: head)] ?? 0 }, first: UInt32(count))
      reader.tokens = StringTable()
      reader.places = StringTable()
      parts.append(
        Part(
          reader: reader, tokens: part.tokens, places: part.places, kabupaten: part.kabupaten, first: part.first))
      count += head.rows
      states[head.numbers, default: 0] += head.rows
      guard count < 1 << 31 else { throw JoiningFault("Paling banyak dua miliar baris dapat digabung sekaligus.") }
    }
    self.parts = parts
    self.lexicon = lexicon
    self.count = count
    self.states = states
  }

  /// Rows of a province's file stand in the kabupaten of their desa, all others in that of their file.
  private static func kabupaten(of area: AreaTable.Entry, in head: RecordHead) -> AreaCode {
    head.kabupaten.isProvince && !area.code.isUnknown ? area.code.kabupaten : head.kabupaten
  }

  private static func kabupaten(of files: [RecordFileReader]) throws(JoiningFault) -> [Kabupaten] {
    var known: [AreaCode: (kabupaten: Kabupaten, path: String)] = [:]
    for file in files {
      let head = file.head
      var own: Set<AreaCode> = []
      // A province's file has no row without a kabupaten.
      for area in head.areas where !head.kabupaten.isProvince || !area.code.isUnknown {
        own.insert(kabupaten(of: area, in: head))
      }
      for code in own {
        if let other = known[code] {
          throw JoiningFault(
            "\(file.path) dan \(other.path) memuat kabupaten yang sama (\(code)); sebutkan satu sidik saja untuk tiap "
              + "kabupaten.")
        }
        known[code] = (
          Kabupaten(
            code: code, name: own.count == 1 ? head.kabupatenName : KabupatenNames.name(code) ?? "",
            rows: own.count == 1 ? head.rows : 0,
            struck: own.count == 1 ? head.struck : 0, numbers: head.numbers), file.path
        )
      }
    }
    guard known.count > 1 else {
      throw JoiningFault("Penggabungan memerlukan sidik dari dua kabupaten atau lebih; yang disebut hanya satu.")
    }
    let none = Kabupaten(code: AreaCode(number: 0), name: "", numbers: .full)
    return [none] + known.values.map(\.kabupaten).sorted { $0.code < $1.code }
  }

  /// Areas one step higher than in a case: kabupaten for desa, provinces for kecamatan (`JoinedCensus`).
  private static func areas(_ kabupaten: [Kabupaten]) -> AreaTable {
    let provinces = Set(kabupaten.dropFirst().map { $0.code.number / 100_000_000 }).sorted()
    let entries = kabupaten.map { one in
      AreaTable.Entry(
        code: one.code, desa: one.name, kecamatan: "",
        kecamatanNumber: provinces.firstIndex(of: one.code.number / 100_000_000).map { $0 + 1 } ?? 0)
    }
    return AreaTable(
      entries: entries, kecamatanNames: [""] + provinces.map { String($0) },
      kecamatanCodes: [AreaCode(number: 0)] + provinces.map { AreaCode(number: $0 * 100_000_000) }, kabupatenName: "")
  }

  /// Calls `body` with the number of each record of a part, the record with its place and area numbered as in the
  /// joined lexicon, and its words.
  func forEachRow(
    of part: Part,
    _ body: (UInt32, RecordRow, UnsafeBufferPointer<UInt32>) throws(JoiningFault) -> Void
  ) throws(JoiningFault) {
    var mapped = [UInt32](repeating: 0, count: RecordRow.mostWords)
    var number = part.first
    try part.reader.forEachRow { (row, words) throws(JoiningFault) in
      for k in words.indices { mapped[k] = part.tokens[Int(words[k])] }
      var row = row
      row.place = part.places.isEmpty ? 0 : part.places[Int(row.place)]
      let result = mapped.withUnsafeBufferPointer { buffer -> Result<Void, JoiningFault> in
        do throws(JoiningFault) {
          try body(number, row, UnsafeBufferPointer(rebasing: buffer[..<words.count]))
          return .success(())
        } catch { return .failure(error) }
      }
      try result.get()
      number += 1
    }
  }
}

/// Rows of joined rolls on their way into a roll.
struct JoinedColumns {
  var columns = RollColumns()
  var numbers: [UInt32] = []

  mutating func add(_ number: UInt32, _ row: RecordRow, area: UInt32, _ words: UnsafeBufferPointer<UInt32>) {
    numbers.append(number)
    columns.nik.append(row.nik)
    columns.nkk.append(row.nkk)
    columns.birth.append(row.birth)
    let at = columns.tokens.extend(by: words.count)
    if let base = words.baseAddress { at.update(from: base, count: words.count) }
    columns.tokenStart.append(UInt32(columns.tokens.count))
    columns.place.append(row.place)
    columns.area.append(area)
    columns.codes.append(VoterCodes(bits: UInt32(row.codes)))
  }

  /// The roll of these rows; columns that a record does not have stay empty. `files` where rows name one.
  consuming func roll(_ lexicon: Lexicon, files: [SourceFile] = []) -> Roll {
    let count = columns.nik.count
    _ = columns.address.extend(by: count)
    _ = columns.rt.extend(by: count)
    _ = columns.rw.extend(by: count)
    _ = columns.tps.extend(by: count - columns.tps.count)
    _ = columns.event.extend(by: count)
    _ = columns.evidence.extend(by: count)
    _ = columns.file.extend(by: count - columns.file.count)
    _ = columns.line.extend(by: count - columns.line.count)
    _ = columns.offset.extend(by: count)
    return Roll(
      role: .roll, lexicon: lexicon, files: files, columns: columns, texts: files.map { _ in NoTexts() })
  }
}

/// Record files hold no text of rows.
private struct NoTexts: RowTexts {
  func text(_ field: Field, at offset: Int) -> String { "" }
}
