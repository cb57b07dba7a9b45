import Documents
import RollModel

/// Writes the record file of a roll: what is needed to find its voters on other rolls, sealed.
package struct RecordFileWriter {
  package static let fileName = "sidik.padan"
  private let roll: Roll
  private let kabupaten: AreaCode
  private let kabupatenName: String

  /// `kabupaten`: the one that the case states, if it does.
  package init(_ roll: Roll, kabupaten: AreaCode, name: String) throws(JoiningFault) {
    self.roll = roll
    let stated = kabupaten.isUnknown ? Self.commonest(roll) : kabupaten
    guard !stated.isUnknown else {
      throw JoiningFault(
        "Sidik memerlukan kode kabupaten: daftar pemilih tidak berkode desa, jadi sebutkan 'wilayah' di padan.yaml.")
    }
    guard roll.lexicon.areas.count <= Int(UInt16.max), roll.files.count <= Int(UInt16.max) else {
      throw JoiningFault("Sidik memuat paling banyak \(UInt16.max) desa dan \(UInt16.max) berkas.")
    }
    self.kabupaten = stated
    kabupatenName = name
  }

  /// The kabupaten of most desa.
  private static func commonest(_ roll: Roll) -> AreaCode {
    var counts: [AreaCode: Int] = [:]
    for entry in roll.lexicon.areas.entries where !entry.code.isUnknown {
      counts[entry.code.kabupaten, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? AreaCode(number: 0)
  }

  /// Writes the file; the same roll and key give the same bytes.
  package func write<Sink: ByteSink & ~Copyable>(key: RecordKey, to sink: inout Sink) throws {
    let tokens = WordNumbers(roll.lexicon.tokens) { mark in for token in roll.columns.tokens { mark(token) } }
    let places = WordNumbers(roll.lexicon.places, first: Lexicon.nothing) { mark in
      for place in roll.columns.place { mark(place) }
    }
    let (rows, struck) = records(tokens, places)
    let head = RecordHead(
      areas: roll.lexicon.areas.entries.map { areaWithKabupaten($0) },
      files: roll.files.map { RecordHead.SourceName(path: $0.path, issued: $0.issued) },
      rows: roll.count - struck, struck: struck, numbers: roll.nikState, kabupaten: kabupaten,
      kabupatenName: kabupatenName)
    let json = Self.blocks(of: head.json)
    let words = Self.blocks(of: tokens.bytes)
    let placeWords = Self.blocks(of: places.bytes)
    let order =
      SealedFile.bytes(of: UInt32(json.count)) + SealedFile.bytes(of: UInt32(words.count))
      + SealedFile.bytes(of: UInt32(placeWords.count)) + SealedFile.bytes(of: UInt32(rows.count))
    try SealedFile.write([order] + json + words + placeWords + rows, key: key, to: &sink)
  }

  /// A desa of a province that has no code at least says its kabupaten; others have no voter.
  private func areaWithKabupaten(_ entry: AreaTable.Entry) -> AreaTable.Entry {
    var entry = entry
    if entry.code.isUnknown { entry.code = roll.lexicon.areas.kabupatenCode(entry.kabupatenNumber) }
    return entry
  }

  /// Blocks of whole records, and how many rows are struck already.
  private func records(_ tokens: WordNumbers, _ places: WordNumbers) -> (blocks: [[UInt8]], struck: Int) {
    let columns = roll.columns
    var blocks: [[UInt8]] = []
    var out = ByteWriter(capacity: SealedFile.mostPlain)
    var struck = 0
    for row in 0..<roll.count {
      if columns.codes[row].isStruck {
        struck += 1
        continue
      }
      let words = Int(columns.tokenStart[row])..<Int(columns.tokenStart[row + 1])
      let kept = words.prefix(RecordRow.mostWords)
      if out.count + RecordRow.bytes + kept.count * 4 > SealedFile.mostPlain {
        blocks.append(out.withBytes { Array($0) })
        out.removeAll()
      }
      var record = RecordRow()
      record.nik = columns.nik[row]
      record.nkk = columns.nkk[row]
      record.birth = columns.birth[row]
      record.place = places.numbers[Int(columns.place[row])]
      record.area = UInt16(columns.area[row])
      record.station = columns.tps[row]
      record.codes = UInt16(columns.codes[row].bits & 15)
      record.file = columns.file[row]
      record.line = columns.line[row]
      record.words = UInt8(kept.count)
      record.write(to: &out)
      for at in kept { out.appendRaw(tokens.numbers[Int(columns.tokens[at])]) }
    }
    if out.count > 0 { blocks.append(out.withBytes { Array($0) }) }
    return (blocks, struck)
  }

  private static func blocks(of bytes: [UInt8]) -> [[UInt8]] {
    stride(from: 0, to: max(1, bytes.count), by: SealedFile.mostPlain).map {
      Array(bytes[$0..<min(bytes.count, $0 + SealedFile.mostPlain)])
    }
  }
}

/// The words that a roll's rows use, numbered anew, and their text one after another.
private struct WordNumbers {
  /// By number in the lexicon.
  let numbers: [UInt32]
  /// Each word: its length in one byte (longer ones are cut), then its letters.
  let bytes: [UInt8]

  /// `first`: a word that gets number 0 whether it is used or not. `marking` hands every used number to its argument.
  init(_ table: StringTable, first: UInt32? = nil, marking: ((UInt32) -> Void) -> Void) {
    var used = [Bool](repeating: false, count: max(1, table.count))
    if let first, table.count > 0 { used[Int(first)] = true }
    marking { used[Int($0)] = true }
    var numbers = [UInt32](repeating: 0, count: max(1, table.count))
    var bytes: [UInt8] = []
    var next: UInt32 = 0
    for id in 0..<table.count where used[id] {
      numbers[id] = next
      next += 1
      let word = table.utf8(id).prefix(255)
      bytes.append(UInt8(word.count))
      bytes += word
    }
    self.numbers = numbers
    self.bytes = bytes
  }
}
