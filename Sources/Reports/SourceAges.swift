import RollModel

/// How old the lists of a case are on the reference day.
package struct SourceAges {
  package struct Row {
    package let role: Role
    /// Latest day that a file of the role states; where none does the latest event in it; unknown where there is neither.
    package let day: CalendarDay
    /// Whether the day is that of an event.
    package let isEvent: Bool
    /// Whole months; nil where the day is not known or lies ahead.
    package let months: Int?

    /// Half a year and more.
    package var isOld: Bool { (months ?? 0) >= 6 }

    package var words: String {
      guard day.isComplete else { return "tidak bertanggal" }
      let age = months.map { $0 == 0 ? "kurang dari sebulan" : "\($0) bulan" } ?? "setelah tanggal acuan"
      return (isEvent ? "kejadian terakhir " : "per ") + "\(day) (\(age))"
    }
  }

  /// In order of the roles; of lists that have rows.
  package let rows: [Row]

  package init(_ record: RunRecord) {
    let data = record.data
    rows = Role.allCases.compactMap { role in
      let files = data.files.filter { $0.role == role && $0.rowsUsed > 0 }
      guard !files.isEmpty else { return nil }
      let issued = files.map(\.issued).filter(\.isComplete).max()
      let day = issued ?? Self.latestEvent(role, data, until: record.election.referenceDay)
      return Row(
        role: role, day: day, isEvent: issued == nil && day.isComplete,
        months: day.wholeMonths(to: record.election.referenceDay))
    }
  }

  private static func latestEvent(_ role: Role, _ data: CaseData, until day: CalendarDay) -> CalendarDay {
    if role == .visits { return data.visits.date.filter { $0.isComplete && $0 <= day }.max() ?? CalendarDay() }
    return data.lists[role]?.columns.event.filter { $0.isComplete && $0 <= day }.max() ?? CalendarDay()
  }
}
