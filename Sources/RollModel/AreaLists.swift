/// Households that coklit visited, as columns: one row a visit.
package struct VisitLog: Sendable {
  package var files: [SourceFile] = []
  package var nkk: [NIK] = []
  package var area: [UInt32] = []
  package var rt: [UInt16] = []
  package var rw: [UInt16] = []
  package var tps: [UInt16] = []
  package var date: [CalendarDay] = []
  /// 0 not written, 1 no sticker, 2 sticker.
  package var sticker: [UInt8] = []
  /// In `Lexicon.notes`.
  package var surveyor: [UInt32] = []
  package var result: [UInt32] = []
  package var file: [UInt16] = []
  package var line: [UInt32] = []

  package init() {}
  package var count: Int { nkk.count }
}

/// An area that should exist, from the `wilayah` lists.
package struct ExpectedArea: Sendable {
  package var key: AreaKey
  package var name: String
  /// Households that the area should have; 0 when not stated.
  package var households: Int
  package var file: Int
  package var line: Int

  package init(key: AreaKey, name: String, households: Int, file: Int, line: Int) {
    self.key = key
    self.name = name
    self.households = households
    self.file = file
    self.line = line
  }
}

/// An area's official count, from the `rekap` lists.
package struct OfficialCount: Sendable {
  package var key: AreaKey
  package var men: Int?
  package var women: Int?
  package var total: Int
  package var file: Int
  package var line: Int

  package init(key: AreaKey, men: Int?, women: Int?, total: Int, file: Int, line: Int) {
    self.key = key
    self.men = men
    self.women = women
    self.total = total
    self.file = file
    self.line = line
  }
}

/// Everything that was read of a case: what readers hand to matchers and rules.
package struct CaseData: Sendable {
  package var lexicon: Lexicon
  /// The voter roll, all its files in one.
  package var roll: Roll
  /// Every other list of persons, by role.
  package var lists: [Role: Roll]
  package var visits: VisitLog
  package var expectedAreas: [ExpectedArea]
  package var officialCounts: [OfficialCount]
  /// All files of all roles, rolls included, in order of path.
  package var files: [SourceFile]
  package var rejections: [Rejection]
  /// What was put right in rows that are used, in order of file and line.
  package var repairs: [Repair] = []
  /// Source-level refusals, one clear sentence each; the run goes on and ends with status 2.
  package var refusals: [String]
  /// What a reader of the report must know about the sources, one sentence each.
  package var notices: [String]

  package init(
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
