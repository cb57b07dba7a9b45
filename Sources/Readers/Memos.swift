import Normalizers
import RollModel

/// A column of small codes: each distinct spelling is worked out once, a single letter without any look-up.
struct CodeMemo: Sendable {
  static let empty: UInt8 = 0
  static let unknown: UInt8 = 255

  private var single: [UInt8]
  private var words = StringTable()
  private var results: [UInt8] = []
  private let read: @Sendable (FieldBytes) -> UInt8

  /// `read` gives 0 for an empty field, 255 for a code that no table knows, else the code's number.
  init(_ read: @escaping @Sendable (FieldBytes) -> UInt8) {
    self.read = read
    single = (0...255).map { byte in
      [UInt8(byte)].withUnsafeBufferPointer { $0[0] < 128 ? read($0) : Self.unknown }
    }
  }

  @inline(__always)
  mutating func code(_ text: FieldBytes) -> UInt8 {
    if text.isEmpty { return Self.empty }
    return text.count == 1 ? single[Int(text[0])] : look(text)
  }

  @inline(never)
  private mutating func look(_ text: FieldBytes) -> UInt8 {
    let known = words.count
    let id = words.intern(padded: UnsafeRawBufferPointer(text))
    if id == known { results.append(read(text)) }
    return results[id]
  }
}

extension CodeReading {
  /// The number that `CodeMemo` keeps.
  func number(_ raw: (Value) -> UInt8) -> UInt8 {
    switch self {
    case .empty: CodeMemo.empty
    case .unknown: CodeMemo.unknown
    case .value(let value): raw(value)
    }
  }
}

/// The code columns of a voter, as one piece of a file reads them; worked out once a case for each table of codes.
struct CodeColumns: Sendable {
  var sex = CodeMemo { CodeText.sex($0).number(\.rawValue) }
  var marital = CodeMemo { CodeText.marital($0).number(\.rawValue) }
  var card = CodeMemo { CodeText.hasCard($0).number { $0 ? 2 : 1 } }
  var disability = CodeMemo { CodeText.disability($0).number { UInt8($0) } }
  var mark: CodeMemo
  let table: CodeTable

  init(_ table: CodeTable) {
    self.table = table
    mark = CodeMemo { CodeText.mark($0, table: table).number(\.rawValue) }
  }
}

/// A column of places or addresses: each distinct spelling is reduced once. Number 0 is "nothing written".
struct TextMemo: Sendable {
  private(set) var reduced = StringTable()
  private var spellings = StringTable()
  private var numbers: [UInt32] = []
  private var scratch: [UInt8] = []
  /// The spelling before: families stand together, so it often comes again.
  private var last = 0
  private let kind: LetterText.Kind
  private let encoding: TextDecoding.Encoding

  init(_ kind: LetterText.Kind, _ encoding: TextDecoding.Encoding) {
    self.kind = kind
    self.encoding = encoding
    _ = reduced.intern("")
  }

  @inline(__always)
  mutating func number(_ text: FieldBytes) -> UInt32 {
    if text.isEmpty { return Lexicon.nothing }
    let known = spellings.count
    let id = spellings.intern(padded: UnsafeRawBufferPointer(text), likely: last)
    if id == known { study(text) }
    last = id
    return numbers[id]
  }

  private mutating func study(_ text: FieldBytes) {
    if text.isNothingWord {
      numbers.append(Lexicon.nothing)
      return
    }
    LetterText.reduce(text, kind, encoding: encoding, into: &scratch)
    numbers.append(UInt32(scratch.withUnsafeBytes { reduced.intern($0) }))
  }
}

/// A column of free words, kept as written. Number 0 is "nothing written".
struct NoteMemo: Sendable {
  private(set) var notes = StringTable()
  /// The note before: lists that were made in one go repeat it.
  private var last = 0
  private let encoding: TextDecoding.Encoding

  init(_ encoding: TextDecoding.Encoding) {
    self.encoding = encoding
    _ = notes.intern("")
  }

  mutating func number(_ text: FieldBytes) -> UInt32 {
    if text.isEmpty { return Lexicon.nothing }
    if text.isASCII {
      last = notes.intern(padded: UnsafeRawBufferPointer(text), likely: last)
      return UInt32(last)
    }
    return UInt32(TextDecoding.utf8(text, encoding: encoding).withUnsafeBytes { notes.intern($0) })
  }
}

/// What a row says of its area, as one key: code, kecamatan code, kecamatan, desa, and in the case of a province the
/// kabupaten where no code tells it. Areas are told apart when all is read.
struct AreaMemo: Sendable {
  /// Keys in order of arrival, and how many rows have each.
  private(set) var keys = StringTable()
  private(set) var rows: [UInt32] = []
  private var faults: [RowFault.Reason?] = []
  /// What the row before said, field behind field: files are sorted by area, so most rows repeat it.
  private var last: [UInt8] = []
  private var lastLengths = (0, 0, 0, 0, 0)
  private var lastNumber = -1
  private let encoding: TextDecoding.Encoding
  private var title: TitleArea
  private let code: [UInt8]
  private let kecamatanCode: [UInt8]
  private let scope: ProvinceScope?
  /// Rows that stand in no kabupaten of the province are not used; those that name no area at all only where it is needed.
  private let (isBound, isNeeded): (Bool, Bool)
  /// Of rows that state none.
  private let kabupaten: AreaCode?

  static let separator: UInt8 = 31

  init(_ context: PieceContext) {
    self.init(
      fixed: context.area, title: context.title, encoding: context.encoding, scope: context.scope,
      isBound: ProvinceScope.binds(context.role), isNeeded: context.role == .roll)
  }

  /// `fixed` is the area of rows that state none, by its code; `title` in words.
  init(
    fixed: AreaCode?, title: TitleArea = TitleArea(), encoding: TextDecoding.Encoding, scope: ProvinceScope? = nil,
    isBound: Bool = false,
    isNeeded: Bool = false
  ) {
    self.encoding = encoding
    self.title = title
    self.scope = scope
    (self.isBound, self.isNeeded) = (isBound, isNeeded)
    let text = Array((fixed?.description ?? "").utf8)
    code = text.count == 10 ? text : []
    kecamatanCode = text.count == 6 ? text : []
    kabupaten = text.count == 4 ? fixed : nil
  }

  /// From the next row on another title holds.
  mutating func enter(_ title: TitleArea) {
    self.title = title
    lastNumber = -1
  }

  /// The number of the row's key; nil when its code is no area code, or it stands in no kabupaten of the province.
  @inline(__always)
  mutating func number(
    code: FieldBytes, kecamatanCode: FieldBytes, kecamatan: FieldBytes, desa: FieldBytes,
    kabupaten: FieldBytes = .nothing
  ) -> UInt32? {
    if lastNumber < 0 || !repeatsLast(code, kecamatanCode, kecamatan, desa, kabupaten) {
      look(code, kecamatanCode, kecamatan, desa, kabupaten)
    }
    guard faults[lastNumber] == nil else { return nil }
    rows[lastNumber] += 1
    return UInt32(lastNumber)
  }

  /// Why the last row has no number.
  var fault: RowFault.Reason { lastNumber < 0 ? .badAreaCode : faults[lastNumber] ?? .badAreaCode }

  @inline(__always)
  private func repeatsLast(
    _ a: FieldBytes, _ b: FieldBytes, _ c: FieldBytes, _ d: FieldBytes, _ e: FieldBytes
  ) -> Bool {
    guard lastLengths == (a.count, b.count, c.count, d.count, e.count) else { return false }
    return last.withUnsafeBytes { last in
      var at = 0
      return isSame(a, last, &at) && isSame(b, last, &at) && isSame(c, last, &at) && isSame(d, last, &at)
        && (e.isEmpty || isSame(e, last, &at))
    }
  }

  private mutating func look(
    _ code: FieldBytes, _ kecamatanCode: FieldBytes, _ kecamatan: FieldBytes, _ desa: FieldBytes,
    _ kabupaten: FieldBytes
  ) {
    last = Array(code) + Array(kecamatanCode) + Array(kecamatan) + Array(desa) + Array(kabupaten)
    last += [UInt8](repeating: 0, count: 8)
    lastLengths = (code.count, kecamatanCode.count, kecamatan.count, desa.count, kabupaten.count)
    var texts = [
      code.isEmpty ? self.code : Array(code), kecamatanCode.isEmpty ? self.kecamatanCode : Array(kecamatanCode),
      kecamatan.isEmpty ? Array(title.kecamatan.utf8) : Array(kecamatan),
      desa.isEmpty ? Array(title.desa.utf8) : Array(desa),
    ]
    var fault: RowFault.Reason?
    if let scope {
      let place = place(of: texts, written: written(kabupaten), scope)
      if isBound { fault = place.fault }
      texts = place.texts
    }
    let key = Array(texts.joined(separator: CollectionOfOne(Self.separator)))
    let known = keys.count
    lastNumber = key.withUnsafeBytes { keys.intern($0) }
    guard lastNumber == known else { return }
    rows.append(0)
    let parts = key.split(separator: Self.separator, omittingEmptySubsequences: false)
    let isPossible =
      parts.count == (scope == nil ? 4 : 5)
      && parts.prefix(2).allSatisfy { $0.withUnsafeBufferPointer { AreaText.code($0)?.isPossible == true } }
    faults.append(isPossible ? fault : .badAreaCode)
  }

  private func written(_ kabupaten: FieldBytes) -> String {
    guard kabupaten.isEmpty else {
      return String(decoding: TextDecoding.utf8(kabupaten, encoding: encoding), as: UTF8.self)
    }
    return self.kabupaten == nil ? title.kabupaten : ""
  }

  /// The parts of a key in the case of a province, with the kabupaten where no code tells it, and what is wrong with them.
  private func place(
    of texts: [[UInt8]], written name: String, _ scope: ProvinceScope
  ) -> (texts: [[UInt8]], fault: RowFault.Reason?) {
    let codes = texts.prefix(2).map { $0.withUnsafeBufferPointer { AreaText.code($0) ?? AreaCode(number: 0) } }
    if let code = codes.first(where: { !$0.isUnknown && !$0.isProvince }) {
      return (texts + [[]], scope.fault(of: code))
    }
    guard !name.isEmpty else {
      let text = Array((kabupaten?.description ?? "").utf8)
      if let kabupaten { return (texts + [text], scope.fault(of: kabupaten)) }
      return (texts + [[]], isNeeded || texts.contains { !$0.isEmpty } ? .noKabupaten : nil)
    }
    guard let code = scope.kabupaten(written: name) else { return (texts + [[]], .unknownKabupaten) }
    return (texts + [Array(code.description.utf8)], nil)
  }

  /// The parts of a key: both codes as written, both names as UTF-8, and the code of a kabupaten in the case of a province.
  func parts(_ id: Int) -> [String] {
    keys.utf8(id).split(separator: Self.separator, omittingEmptySubsequences: false).map { part in
      part.withUnsafeBufferPointer { String(decoding: TextDecoding.utf8($0, encoding: encoding), as: UTF8.self) }
    }
  }
}

/// Whether `field`, padded, stands in `all` at `at`, which is moved behind it; eight bytes lie behind all.
@inline(__always)
private func isSame(_ field: FieldBytes, _ all: UnsafeRawBufferPointer, _ at: inout Int) -> Bool {
  guard let start = UnsafeRawPointer(field.baseAddress) else { return true }
  var i = 0
  while i < field.count {
    let theirs = all.loadUnaligned(fromByteOffset: at + i, as: UInt64.self)
    let difference = UInt64(littleEndian: theirs ^ start.loadUnaligned(fromByteOffset: i, as: UInt64.self))
    if difference << UInt64(max(0, 64 - 8 * (field.count - i))) != 0 { return false }
    i += 8
  }
  at += field.count
  return true
}
