import Matchers
import RollModel
import Rules

/// What an office wants done with a case: the contents of `padan.yaml`, with defaults for everything it leaves out.
package struct Plan: Sendable {
  package var office = Office()
  package var election = ElectionPlan()
  /// Four-digit code of the kabupaten, or two-digit code of a province with all of its kabupaten; unknown when not stated.
  package var kabupaten = AreaCode(number: 0)
  package var visits = VisitPeriod()
  package var schedule = Schedule()
  package var sources: [SourceRule] = []
  package var rules = RuleSettings()
  package var matching = MatchSettings()
  /// Share of a file's rows that may be quarantined before the run stops.
  package var quarantineLimit = 0.05
  /// Path inside the case of a saved model to weigh with; empty trains one.
  package var model = ""

  /// Sah only when two officers said so.
  package var needsTwoOfficers = false

  package init() {}
}

/// `pemilihan:`; the reference day may be left to the day of the run.
package struct ElectionPlan: Sendable, Equatable {
  package var kind = ElectionKind.pdpb
  /// Unknown when `padan.yaml` does not state it.
  package var referenceDay = CalendarDay()
  /// nil is that of the kind of election.
  package var stationCapacity: Int?
  package var codeTable = CodeTable.since2023

  package init() {}

  package func election(today: CalendarDay) -> Election {
    Election(
      kind: kind, referenceDay: referenceDay.isComplete ? referenceDay : today,
      stationCapacity: stationCapacity ?? kind.stationCapacity, codeTable: codeTable)
  }
}

/// One entry of `sumber:`: what the folders do not say about some files.
package struct SourceRule: Sendable, Equatable {
  /// Path inside the case, `*` and `?` standing for any text without `/` and any one character.
  package var pattern = ""
  package var role: Role?
  package var columns: [ColumnRule] = []
  /// Form of every date of the file that `kolom:` does not state one for.
  package var dateForm: String?
  package var delimiter: String?
  package var encoding: String?
  package var sheet: String?
  package var element: String?
  package var headerRow: Int?
  package var area: AreaCode?
  package var codeTable: CodeTable?
  /// Line of `padan.yaml` on which the entry starts.
  package var line = 0

  package init() {}
}

/// One line of `kolom:`: the headers that make up a field, in order, and the form of its dates.
package struct ColumnRule: Sendable, Equatable {
  package var field: Field
  package var headers: [String]
  package var dateForm: String?

  package init(field: Field, headers: [String], dateForm: String? = nil) {
    self.field = field
    self.headers = headers
    self.dateForm = dateForm
  }
}
