/// Who writes the letters (`kantor:` in padan.yaml).
package struct Office: Sendable, Codable, Equatable {
  package var name: String
  package var address: String
  /// Middle part of the letter number, typed by the office, e.g. `K.SS-09`.
  package var letterCode: String
  /// Name of the Ketua; empty leaves the place blank.
  package var chair: String
  /// Template of the letter number; `{nomor}` `{kode}` `{bulan}` `{bulan_romawi}` `{tahun}` are filled in.
  package var numberTemplate: String
  /// Town written before the date of a letter; empty uses the kabupaten's name.
  package var town: String

  package init(
    name: String = "", address: String = "", letterCode: String = "", chair: String = "",
    numberTemplate: String = "{nomor}/PM.00.02/{kode}/{bulan}/{tahun}", town: String = ""
  ) {
    self.name = name
    self.address = address
    self.letterCode = letterCode
    self.chair = chair
    self.numberTemplate = numberTemplate
    self.town = town
  }
}

/// The election that the roll is for, and what follows from it (`pemilihan:` in padan.yaml).
package struct Election: Sendable, Equatable {
  package var kind: ElectionKind
  /// The day on which age counts.
  package var referenceDay: CalendarDay
  package var stationCapacity: Int
  package var codeTable: CodeTable

  package init(
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
package struct VisitPeriod: Sendable, Equatable {
  package var first: CalendarDay
  package var last: CalendarDay
  package var coverageThreshold: Double

  package init(first: CalendarDay = CalendarDay(), last: CalendarDay = CalendarDay(), coverageThreshold: Double = 0.95)
  {
    self.first = first
    self.last = last
    self.coverageThreshold = coverageThreshold
  }
}

/// What a run knows about one area: a row of `wilayah.csv`.
package struct AreaSummary: Sendable {
  package var key: AreaKey
  package var voters = 0
  package var men = 0
  package var women = 0
  /// Households (distinct NKK) on the roll.
  package var households = 0
  /// Voters with a TMS finding that is proposed (severity tms, not held back, not twin), by reason.
  package var proposed: [TMSCode: Int] = [:]
  /// Households expected: the larger of the `wilayah` list's and the roll's.
  package var householdsExpected = 0
  package var householdsVisited = 0
  package var votersVisited = 0
  package var visitedNoSticker = 0
  package var stickerNotVisited = 0
  /// Served from the special list last time, and of them those on no list.
  package var specialListVoters = 0
  package var specialListGenuine = 0
  /// Residents that the roll does not seem to hold.
  package var absentResidents = 0
  /// 0...100: how much attention the area asks for; how it is made up stands in `AreaIndex`.
  package var index = 0.0

  package init(key: AreaKey) { self.key = key }
}

/// Seconds and amounts of one stage of a run.
package struct Stage: Sendable, Codable {
  package var name: String
  package var seconds: Double
  package var rows: Int
  package var pairs: Int
  package var bytes: Int
  /// Peak memory of the process when the stage ended, in MiB.
  package var peakMiB: Int

  package init(name: String, seconds: Double, rows: Int = 0, pairs: Int = 0, bytes: Int = 0, peakMiB: Int = 0) {
    self.name = name
    self.seconds = seconds
    self.rows = rows
    self.pairs = pairs
    self.bytes = bytes
    self.peakMiB = peakMiB
  }
}

/// A finished examination: all that reporters print.
package struct RunRecord: Sendable {
  package var toolVersion: String
  package var data: CaseData
  package var matches: MatchResults
  /// Sorted by rule, area, row; ids set and unique.
  package var findings: [Finding]
  /// Kabupaten, kecamatan, desa, TPS, in order of key.
  package var areas: [AreaSummary]
  package var office: Office
  package var election: Election
  package var visits: VisitPeriod
  /// Cards of the rules that ran, in rulebook order.
  package var cards: [RuleCard]
  package var stages: [Stage]
  /// Settings as they were used, for the manifest: dotted key and value.
  package var settings: [(key: String, value: String)]

  package init(
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
}
