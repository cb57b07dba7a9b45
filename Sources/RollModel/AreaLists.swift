/// Households that coklit visited, as columns: one row a visit.
public struct VisitLog: Sendable {
  public var files: [SourceFile] = []
  public var nkk: [NIK] = []
  public var area: [UInt32] = []
  public var rt: [UInt16] = []
  public var rw: [UInt16] = []
  public var tps: [UInt16] = []
  public var date: [CalendarDay] = []
  /// 0 not written, 1 no sticker, 2 sticker.
  public var sticker: [UInt8] = []
  /// In `Lexicon.notes`.
  public var surveyor: [UInt32] = []
  public var result: [UInt32] = []
  public var file: [UInt16] = []
  public var line: [UInt32] = []

  public init() {}
  public var count: Int { nkk.count }
}

/// An area that should exist, from the `wilayah` lists.
public struct ExpectedArea: Sendable {
  public var key: AreaKey
  public var name: String
  /// Households that the area should have; 0 when not stated.
  public var households: Int
  public var file: Int
  public var line: Int

  public init(key: AreaKey, name: String, households: Int, file: Int, line: Int) {
    self.key = key
    self.name = name
    self.households = households
    self.file = file
    self.line = line
  }
}

/// An area's official count, from the `rekap` lists.
public struct OfficialCount: Sendable {
  public var key: AreaKey
  public var men: Int?
  public var women: Int?
  public var total: Int
  /// Of a change recap: how it comes from the count before.
  public var changes: RecapChanges?
  public var file: Int
  public var line: Int

  public init(
    key: AreaKey, men: Int?, women: Int?, total: Int, changes: RecapChanges? = nil, file: Int, line: Int
  ) {
    self.key = key
    self.men = men
    self.women = women
    self.total = total
    self.changes = changes
    self.file = file
    self.line = line
  }
}

/// A sum that a recap writes among its areas: `JUMLAH`, `TOTAL KECAMATAN …`.
public struct RecapSum: Sendable {
  /// What it says; its key is the area that it names, or the whole where it names none.
  public var count: OfficialCount
  /// As it is written.
  public var label: String

  public init(count: OfficialCount, label: String) { (self.count, self.label) = (count, label) }
}

/// What coklit did in an area, in totals without names (form A1.DP-1), from the `coklit` lists.
public struct VisitTotal: Sendable {
  public var key: AreaKey
  /// Each nil where the form has no such column.
  public var visitedWithSticker: Int?
  public var visitedNoSticker: Int?
  public var stickerNotVisited: Int?
  public var notVisited: Int?
  /// Households that the form is about.
  public var households: Int?
  public var file: Int
  public var line: Int

  public static let fields: [Field] = [.visitedWithSticker, .visitedNoSticker, .stickerNotVisited, .notVisited]

  public init(key: AreaKey, file: Int, line: Int, _ value: (Field) -> Int?) {
    self.key = key
    self.file = file
    self.line = line
    visitedWithSticker = value(.visitedWithSticker)
    visitedNoSticker = value(.visitedNoSticker)
    stickerNotVisited = value(.stickerNotVisited)
    notVisited = value(.notVisited)
    households = value(.households)
  }
}

/// Everything that was read of a case: what readers hand to matchers and rules.
public struct CaseData: Sendable {
  public var lexicon: Lexicon
  /// The day that ages are of which no list dates; unknown where nobody states it.
  public var asOf = CalendarDay()
  /// The voter roll, all its files in one.
  public var roll: Roll
  /// Who of the roll bears which number, where a large list was read with it.
  public var numbers: NumberIndex?
  /// Every other list of persons, by role; of the earlier roll the rows that are not in `stayed`.
  public var lists: [Role: Roll]
  /// Voters of the earlier roll of whom nothing changed.
  public var stayed = StayedVoters()
  public var visits: VisitLog
  /// Areas of which coklit is known in totals.
  public var visitTotals: [VisitTotal] = []
  public var expectedAreas: [ExpectedArea]
  public var officialCounts: [OfficialCount]
  /// Of stations whose number cannot be read, under the key of their desa; part of its sum, and of no comparison.
  public var unnumberedCounts: [OfficialCount] = []
  /// In order of file and line.
  public var recapSums: [RecapSum] = []
  /// All files of all roles, rolls included, in order of path.
  public var files: [SourceFile]
  public var rejections: [Rejection]
  /// Voters who may stand on another kabupaten's roll too, in order of file and line.
  public var outside: [OutsidePair] = []
  /// What the rows that were not used still tell, one for each rejection.
  public var unread: [UnreadRow] = []
  /// What was put right in rows that are used, in order of file and line.
  public var repairs: [Repair] = []
  /// Source-level refusals, one clear sentence each; the run goes on and ends with status 2.
  public var refusals: [String]
  /// What a reader of the report must know about the sources, one sentence each.
  public var notices: [String]

  /// Whether a list of the role has a row that is used.
  public func has(_ role: Role) -> Bool {
    switch role {
    case .visits: visits.count > 0
    case .officialCounts: !officialCounts.isEmpty
    case .areas: !expectedAreas.isEmpty
    case .outside: !outside.isEmpty
    case .previousRoll: (lists[role]?.count ?? 0) + stayed.count > 0
    default: (persons(role)?.count ?? 0) > 0
    }
  }

  public init(
    lexicon: Lexicon, roll: Roll, lists: [Role: Roll] = [:], visits: VisitLog = VisitLog(),
    expectedAreas: [ExpectedArea] = [], officialCounts: [OfficialCount] = [], files: [SourceFile] = [],
    rejections: [Rejection] = [], refusals: [String] = [], notices: [String] = []
  ) {
    self.lexicon = lexicon
    self.roll = roll
    self.lists = lists
    self.visits = visits
    self.expectedAreas = expectedAreas
    self.officialCounts = officialCounts
    self.files = files
    self.rejections = rejections
    self.refusals = refusals
    self.notices = notices
  }
}
