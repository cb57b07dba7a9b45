/// The words that all rolls of a case share, numbered once: so that two rolls agree on a name when numbers agree.
public struct Lexicon: Sendable {
  /// Core name tokens after normalization (titles off, abbreviations spelled out).
  public var tokens: StringTable
  /// Places of birth, A–Z only.
  public var places: StringTable
  /// Addresses, A–Z and 0–9 only; with `addressesAreWords` one blank between words.
  public var addresses: StringTable
  /// The roll bears no identity numbers, so its addresses are kept as words for comparing (`CaseData` as a whole).
  public var addressesAreWords = false
  /// Free words of lists as written: evidence, remarks, surveyors, results.
  public var notes: StringTable
  public var areas: AreaTable

  public init(
    tokens: StringTable = StringTable(), places: StringTable = StringTable(),
    addresses: StringTable = StringTable(), notes: StringTable = StringTable(), areas: AreaTable = .empty
  ) {
    self.tokens = tokens
    self.places = places
    self.addresses = addresses
    self.notes = notes
    self.areas = areas
  }

  /// Number of the empty string, reserved in `places`, `addresses` and `notes`: "nothing written".
  @inlinable public static var nothing: UInt32 { 0 }
}

/// Persons of one role as columns: row `i` is element `i` of each column.
///
/// Immutable once built, so every thread may read it. About 80 bytes a row; the text of a row stays in its file and is
/// fetched by `text(_:row:)` for the few rows that are printed.
public final class Roll: Sendable {
  public let role: Role
  public let lexicon: Lexicon
  public let files: [SourceFile]
  public let columns: RollColumns
  public let texts: [any RowTexts]
  /// The rows whose names, places, addresses and evidence were read, in order; nil where all were. Of residents only those
  /// are whom number and birth date alone do not find on the roll: the others have no words in their columns.
  public let rowsWithWords: [Int32]?

  public init(
    role: Role, lexicon: Lexicon, files: [SourceFile], columns: RollColumns, texts: [any RowTexts],
    rowsWithWords: [Int32]? = nil
  ) {
    precondition(files.count == texts.count, "each file of a roll has its texts")
    columns.checkLengths()
    self.role = role
    self.lexicon = lexicon
    self.files = files
    self.columns = columns
    self.texts = texts
    self.rowsWithWords = rowsWithWords
  }

  public var count: Int { columns.nik.count }

  /// The most restrictive state of the identity numbers in any of the files.
  public var nikState: SourceFile.NumberState { files.nikState }

  public subscript(row: Int) -> Voter { Voter(roll: self, row: row) }

  /// Gives back the memory that asking for texts has taken; it is asked for again when needed.
  func releaseTexts() { for text in texts { text.release() } }

  /// What the file says in a field of a row, unmasked: for annexes and explanations only.
  public func text(_ field: Field, row: Int) -> String {
    texts[Int(columns.file[row])].text(field, at: Int(columns.offset[row]))
  }

  /// The father's name that each row gives, in its core words with one blank between them; empty where it gives none.
  ///
  /// Read from the files again: for pairs of rows that both name one.
  public func fathers(of rows: [Int]) -> [String] {
    var names = [String](repeating: "", count: rows.count)
    for (file, places) in Dictionary(grouping: rows.indices, by: { Int(columns.file[rows[$0]]) }) {
      let read = texts[file].fathers(at: places.map { Int(columns.offset[rows[$0]]) })
      for (place, name) in zip(places, read) { names[place] = name }
    }
    return names
  }

  /// Those of the rows that state an age and no birth date, by their place in `rows`, each with the age in years.
  ///
  /// Ages are read from the files again; a roll whose files have no such column costs nothing.
  public func statedAges(of rows: some RandomAccessCollection<Int>) -> [(place: Int, age: UInt8)] {
    let stating = texts.map(\.statesAges)
    guard stating.contains(true) else { return [] }
    let asked = rows.enumerated().filter { _, row in
      stating[Int(columns.file[row])] && columns.birth[row].isUnknown
    }
    var found: [(place: Int, age: UInt8)] = []
    var start = 0
    while start < asked.count {
      let file = columns.file[asked[start].element]
      let end = asked[start...].firstIndex { columns.file[$0.element] != file } ?? asked.count
      let ages = texts[Int(file)].ages(at: asked[start..<end].map { Int(columns.offset[$0.element]) })
      for (item, age) in zip(asked[start..<end], ages) where age > 0 { found.append((item.offset, age)) }
      start = end
    }
    return found
  }

  /// Lends the same as UTF-8, valid inside `body` only.
  public func withText(
    _ field: Field, row: Int, _ window: inout RowWindow, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    texts[Int(columns.file[row])].withText(field, at: Int(columns.offset[row]), &window, body)
  }
}

/// The columns of a `Roll`. All have one element a row but `tokens`, which `tokenStart` (count + 1 elements) cuts.
public struct RollColumns: Sendable {
  public var nik: Column<NIK> = []
  public var nkk: Column<NIK> = []
  public var birth: Column<CalendarDay> = []
  public var tokenStart: Column<UInt32> = [0]
  public var tokens: Column<UInt32> = []
  public var place: Column<UInt32> = []
  public var address: Column<UInt32> = []
  /// Number of the desa in `Lexicon.areas`; 0 is not known.
  public var area: Column<UInt32> = []
  public var rt: Column<UInt16> = []
  public var rw: Column<UInt16> = []
  public var tps: Column<UInt16> = []
  /// Packed small codes, see `VoterCodes`.
  public var codes: Column<VoterCodes> = []
  /// Date of the event that a list tells: death, move, sign of life. Unknown on rolls.
  public var event: Column<CalendarDay> = []
  /// What the list gives as evidence, in `Lexicon.notes`.
  public var evidence: Column<UInt32> = []
  public var file: Column<UInt16> = []
  /// Physical line in the file, the first is 1.
  public var line: Column<UInt32> = []
  /// Byte at which the row starts in its file's text.
  public var offset: Column<UInt64> = []

  public init() {}

  @inline(__always)
  fileprivate func prefetch(_ row: Int) {
    nik.prefetch(row)
    nkk.prefetch(row)
    birth.prefetch(row)
    tokenStart.prefetch(row)
    area.prefetch(row)
    rt.prefetch(row)
    rw.prefetch(row)
    tps.prefetch(row)
    codes.prefetch(row)
    file.prefetch(row)
    line.prefetch(row)
    offset.prefetch(row)
  }

  func checkLengths() {
    let n = nik.count
    precondition(
      [
        nkk.count, birth.count, place.count, address.count, area.count, rt.count, rw.count, tps.count, codes.count,
        event.count, evidence.count, file.count, line.count, offset.count, tokenStart.count - 1,
      ].allSatisfy { $0 == n }, "columns of a roll have one length")
  }
}

/// Sex, marital status, TMS mark, card and flags of a voter in 32 bits.
public struct VoterCodes: Hashable, Sendable, BitwiseCopyable {
  public var bits: UInt32

  @inline(__always) public init(bits: UInt32 = 0) { self.bits = bits }

  public init(
    sex: Sex?, marital: MaritalStatus?, mark: TMSCode?, disability: Int = 0, hasCard: Bool? = nil,
    flags: Flags = []
  ) {
    bits =
      UInt32(sex?.rawValue ?? 0) | UInt32(marital?.rawValue ?? 0) << 2 | UInt32(mark?.rawValue ?? 0) << 4
      | UInt32(disability & 7) << 9 | UInt32(hasCard.map { $0 ? 2 : 1 } ?? 0) << 12 | UInt32(flags.rawValue) << 16
  }

  @inlinable public var sexBits: UInt32 { bits & 3 }
  @inlinable public var maritalBits: UInt32 { bits >> 2 & 3 }
  public var sex: Sex? { Sex(rawValue: UInt8(bits & 3)) }
  public var marital: MaritalStatus? { MaritalStatus(rawValue: UInt8(bits >> 2 & 3)) }
  /// The TMS reason that the roll itself already marks the row with.
  public var mark: TMSCode? { TMSCode(rawValue: UInt8(bits >> 4 & 31)) }
  @inlinable public var hasMark: Bool { bits >> 4 & 31 != 0 }
  public var disability: Int { Int(bits >> 9 & 7) }
  public var hasCard: Bool? { [nil, false, true, nil][Int(bits >> 12 & 3)] }
  public var flags: Flags { Flags(rawValue: UInt16(truncatingIfNeeded: bits >> 16)) }

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// The name carries ALM, ALMARHUM …
    public static let deceasedInName = Flags(rawValue: 1)
    /// A number was written but is not sixteen digits (nor a mask of them).
    public static let malformedNIK = Flags(rawValue: 2)
    public static let malformedNKK = Flags(rawValue: 4)
    public static let missingNIK = Flags(rawValue: 8)
    /// A part of the row was repaired while reading.
    public static let repaired = Flags(rawValue: 16)
    /// The file has no such column at all, so an empty value says nothing.
    public static let noRTColumn = Flags(rawValue: 32)
    public static let noNIKColumn = Flags(rawValue: 64)
    /// A birth date was written but cannot be a date.
    public static let impossibleBirth = Flags(rawValue: 128)
    /// What was written of the birth date is not read: no calendar says that it cannot be.
    public static let unreadBirth = Flags(rawValue: 1024)
    /// Something was written of the RT or the RW that is no number.
    public static let unreadRT = Flags(rawValue: 2048)
    public static let unreadRW = Flags(rawValue: 4096)
    /// The row names the father, in a column of its own or behind BIN or BINTI.
    public static let namesFather = Flags(rawValue: 256)
    /// The date of the event was written with a year that no event can be of.
    public static let impossibleEventYear = Flags(rawValue: 512)
    /// The row bears code 8, and its person stands once more without a code (`RollColumns.markStationMoves`).
    public static let movedOn = Flags(rawValue: 8192)
    /// The row is the other one.
    public static let movedHere = Flags(rawValue: 16384)
    /// The file, one of the roll, has no column in which a TMS code could stand.
    public static let noMarkColumn = Flags(rawValue: 32768)
  }
}

/// One row of a roll, seen as a person: two words, no copy, made on the fly.
///
/// Refers to its roll without owning it: a voter must not outlive the roll it was taken from. Reading a column counts no
/// references, so that a loop over a roll costs its loads and nothing else.
public struct Voter {
  @usableFromInline let reference: Unmanaged<Roll>
  public let row: Int

  @inlinable public init(roll: Roll, row: Int) {
    reference = .passUnretained(roll)
    self.row = row
  }

  @inlinable init(reference: Unmanaged<Roll>, row: Int) {
    self.reference = reference
    self.row = row
  }

  /// Another row of the same roll, without counting a reference to it: for loops.
  @inlinable public func moved(to row: Int) -> Voter { Voter(reference: reference, row: row) }

  @inlinable public var roll: Roll { reference.takeUnretainedValue() }

  /// Asks for what a finding looks at of the row, some rows before it is looked at: rows of findings stand apart, and
  /// each column would be waited for by itself.
  public func prefetch() { reference._withUnsafeGuaranteedRef { $0.columns.prefetch(row) } }

  @inlinable public var nik: NIK { reference._withUnsafeGuaranteedRef { $0.columns.nik[row] } }
  @inlinable public var nkk: NIK { reference._withUnsafeGuaranteedRef { $0.columns.nkk[row] } }
  @inlinable public var birth: CalendarDay { reference._withUnsafeGuaranteedRef { $0.columns.birth[row] } }
  @inlinable public var codes: VoterCodes { reference._withUnsafeGuaranteedRef { $0.columns.codes[row] } }
  public var sex: Sex? { codes.sex }
  public var marital: MaritalStatus? { codes.marital }
  public var mark: TMSCode? { codes.mark }
  @inlinable public var areaNumber: Int { reference._withUnsafeGuaranteedRef { Int($0.columns.area[row]) } }
  public var area: AreaTable.Entry { reference._withUnsafeGuaranteedRef { $0.lexicon.areas[areaNumber] } }
  @inlinable public var rt: Int { reference._withUnsafeGuaranteedRef { Int($0.columns.rt[row]) } }
  @inlinable public var rw: Int { reference._withUnsafeGuaranteedRef { Int($0.columns.rw[row]) } }
  @inlinable public var tps: Int { reference._withUnsafeGuaranteedRef { Int($0.columns.tps[row]) } }
  public var event: CalendarDay { reference._withUnsafeGuaranteedRef { $0.columns.event[row] } }
  public var evidence: String { roll.lexicon.notes[Int(evidenceNumber)] }
  /// The same as a number in `Lexicon.notes`.
  public var evidenceNumber: UInt32 { reference._withUnsafeGuaranteedRef { $0.columns.evidence[row] } }
  public var file: SourceFile { roll.files[Int(roll.columns.file[row])] }
  /// Number of that file in `Roll.files`.
  public var fileNumber: Int { reference._withUnsafeGuaranteedRef { Int($0.columns.file[row]) } }
  /// Byte at which the row starts in its file's text.
  public var offset: UInt64 { reference._withUnsafeGuaranteedRef { $0.columns.offset[row] } }
  /// The path of that file alone.
  public var path: String {
    reference._withUnsafeGuaranteedRef { $0.files[Int($0.columns.file[row])].path }
  }
  public var line: Int { reference._withUnsafeGuaranteedRef { Int($0.columns.line[row]) } }
  public var tokens: Slice<Column<UInt32>> {
    roll.columns.tokens[Int(roll.columns.tokenStart[row])..<Int(roll.columns.tokenStart[row + 1])]
  }
  /// Whether both have the same core name, token by token; not when both have none.
  public func hasName(of other: Voter) -> Bool {
    reference._withUnsafeGuaranteedRef { a in
      other.reference._withUnsafeGuaranteedRef { b in
        let (x, y) = (Int(a.columns.tokenStart[row]), Int(b.columns.tokenStart[other.row]))
        let count = Int(a.columns.tokenStart[row + 1]) - x
        guard count > 0, Int(b.columns.tokenStart[other.row + 1]) - y == count else { return false }
        for i in 0..<count where a.columns.tokens[x + i] != b.columns.tokens[y + i] { return false }
        return true
      }
    }
  }
  /// The core name in capitals, tokens parted by blanks.
  public var coreName: String { tokens.map { roll.lexicon.tokens[Int($0)] }.joined(separator: " ") }

  public func text(_ field: Field) -> String { roll.text(field, row: row) }
  public func withText(_ field: Field, _ window: inout RowWindow, _ body: (UnsafeRawBufferPointer) -> Void) {
    reference._withUnsafeGuaranteedRef { $0.withText(field, row: row, &window, body) }
  }

  /// A hash of what makes the row this person's: number, name, birth date, desa. The same in every export of the row,
  /// wherever it stands in whatever file.
  public var identityHash: UInt64 {
    reference._withUnsafeGuaranteedRef { roll in
      var hash = IdentityHash(roll.columns.nik[row])
      for i in roll.columns.tokenStart[row]..<roll.columns.tokenStart[row + 1] {
        hash.add(token: roll.lexicon.tokens.contentHash(Int(roll.columns.tokens[Int(i)])))
      }
      return hash.value(birth: roll.columns.birth[row], area: roll.lexicon.areas.entries[Int(roll.columns.area[row])])
    }
  }
}
