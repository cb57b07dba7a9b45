/// Who writes the letters (`kantor:` in padan.yaml).
public struct Office: Sendable, Codable, Equatable {
  public var name: String
  public var address: String
  /// Middle part of the letter number, typed by the office, e.g. `K.SS-09`.
  public var letterCode: String
  /// Class of the letter in its number: PM.00.02, in some offices PM.02.02.
  public var letterClass: String
  /// Name of the Ketua; empty leaves the place blank.
  public var chair: String
  /// Template of the letter number; `{nomor}` `{kelas}` `{kode}` `{bulan}` `{bulan_romawi}` `{tahun}` are filled in.
  public var numberTemplate: String
  /// Town written before the date of a letter; empty uses the kabupaten's name.
  public var town: String

  public init(
    name: String = "", address: String = "", letterCode: String = "", letterClass: String = "PM.00.02",
    chair: String = "", numberTemplate: String = "{nomor}/{kelas}/{kode}/{bulan}/{tahun}", town: String = ""
  ) {
    self.name = name
    self.address = address
    self.letterCode = letterCode
    self.letterClass = letterClass
    self.chair = chair
    self.numberTemplate = numberTemplate
    self.town = town
  }
}

extension Office {
  /// What a template of the letter number may have filled in.
  public static let marks = ["{nomor}", "{kelas}", "{kode}", "{bulan}", "{bulan_romawi}", "{tahun}"]

  /// Whether a template has no mark but those, and no brace that stands alone.
  public static func isTemplate(_ text: String) -> Bool {
    let plain = marks.reduce(text) { $0.replacing($1, with: "") }
    return !plain.contains { $0 == "{" || $0 == "}" }
  }
}

/// The election that the roll is for, and what follows from it (`pemilihan:` in padan.yaml).
public struct Election: Sendable, Equatable {
  public var kind: ElectionKind
  /// The day on which age counts.
  public var referenceDay: CalendarDay
  public var stationCapacity: Int
  public var codeTable: CodeTable

  public init(
    kind: ElectionKind = .pdpb, referenceDay: CalendarDay, stationCapacity: Int = 500,
    codeTable: CodeTable = .since2023
  ) {
    self.kind = kind
    self.referenceDay = referenceDay
    self.stationCapacity = stationCapacity
    self.codeTable = codeTable
  }
}

/// The days of coklit and the share of households below which an area is reported (`coklit:` in padan.yaml).
public struct VisitPeriod: Sendable, Equatable {
  public var first: CalendarDay
  public var last: CalendarDay
  public var coverageThreshold: Double

  public init(first: CalendarDay = CalendarDay(), last: CalendarDay = CalendarDay(), coverageThreshold: Double = 0.95) {
    self.first = first
    self.last = last
    self.coverageThreshold = coverageThreshold
  }
}

/// What a run knows about one area: a row of `wilayah.csv`.
public struct AreaSummary: Sendable {
  public var key: AreaKey
  public var voters = 0
  public var men = 0
  public var women = 0
  /// Households (distinct NKK) on the roll.
  public var households = 0
  /// Voters with a TMS finding that is proposed (severity tms, not held back, not twin), by reason.
  public var proposed: [TMSCode: Int] = [:]
  /// Households expected: the larger of the `wilayah` list's and the roll's.
  public var householdsExpected = 0
  public var householdsVisited = 0
  public var votersVisited = 0
  public var visitedNoSticker = 0
  public var stickerNotVisited = 0
  /// Served from the special list last time, and of them those on no list.
  public var specialListVoters = 0
  public var specialListGenuine = 0
  /// Persons of whom a finding says that they may be on no roll (`belum-terdaftar`).
  public var absentResidents = 0
  /// Notes of data on voters of the area.
  public var notes = 0
  /// How much attention the area asks for; how it is made up stands in `AreaIndex`.
  public var index = AreaScore()

  public init(key: AreaKey) { self.key = key }
}

/// Seconds and amounts of one stage of a run.
public struct Stage: Sendable, Codable {
  public var name: String
  public var seconds: Double
  public var rows: Int
  public var pairs: Int
  public var bytes: Int
  /// Peak memory of the process when the stage ended, in MiB.
  public var peakMiB: Int

  public init(name: String, seconds: Double, rows: Int = 0, pairs: Int = 0, bytes: Int = 0, peakMiB: Int = 0) {
    self.name = name
    self.seconds = seconds
    self.rows = rows
    self.pairs = pairs
    self.bytes = bytes
    self.peakMiB = peakMiB
  }
}

/// A finished examination: all that reporters print.
public struct RunRecord: Sendable {
  public var toolVersion: String
  public var data: CaseData
  public var matches: MatchResults
  /// Sorted by rule, area, row; ids set and unique.
  public var findings: [Finding]
  /// Findings of severity data, kept apart because nobody acts on them one by one; sorted and numbered as `findings` are.
  public var notes: [Finding] = []
  /// Kabupaten, kecamatan, desa, TPS, in order of key.
  public var areas: [AreaSummary]
  public var office: Office
  public var election: Election
  public var visits: VisitPeriod
  /// Cards of the rules that ran, in rulebook order.
  public var cards: [RuleCard]
  /// Rules that made no claim on some file, and why.
  public var unchecked: [UncheckedRule] = []
  /// The balance of each area between the earlier roll and this one; empty without an earlier roll.
  public var accounts: [AreaAccount] = []
  /// What rules over a threshold would find at others.
  public var thresholds: [NeighbouringThresholds] = []
  /// How the proposals of each list were judged station by station.
  public var bounds: [StationBound] = []
  /// What people told the posko; nil for a case without complaints.
  public var complaints: ComplaintRecap?
  /// What the case's register says to this run; nil where the case has none.
  public var history: CaseHistory?
  public var stages: [Stage]
  /// Settings as they were used, for the manifest: dotted key and value.
  public var settings: [(key: String, value: String)]

  public init(
    toolVersion: String, data: CaseData, matches: MatchResults, findings: [Finding], areas: [AreaSummary],
    office: Office, election: Election, visits: VisitPeriod, cards: [RuleCard], stages: [Stage] = [],
    settings: [(key: String, value: String)] = []
  ) {
    self.toolVersion = toolVersion
    self.data = data
    self.matches = matches
    self.findings = findings
    self.areas = areas
    self.office = office
    self.election = election
    self.visits = visits
    self.cards = cards
    self.stages = stages
    self.settings = settings
  }

  /// Whether anything tells which households were visited: visits one by one, or totals of areas.
  public var hasVisits: Bool {
    data.files.contains { $0.role == .visits } || areas.contains { $0.householdsVisited > 0 }
  }

  /// Moves findings of severity data to `notes`, each in its order. The fewer are moved, the others stay where they are.
  public mutating func partNotes() {
    let count = findings.reduce(0) { $0 + ($1.severity == .data ? 1 : 0) }
    let areNotesFewer = count * 2 < findings.count
    var moved: [Finding] = []
    moved.reserveCapacity(min(count, findings.count - count))
    findings.removeAll { finding in
      guard (finding.severity == .data) == areNotesFewer else { return false }
      moved.append(finding)
      return true
    }
    if !areNotesFewer { swap(&findings, &moved) }
    notes = moved
  }
}
