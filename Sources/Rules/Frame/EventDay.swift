import RollModel

/// The day that a row of a list tells: of the death, the move, the ruling.
enum EventDay {
  /// What cannot be of the day, in words; nil where it may be.
  ///
  /// - Parameter births: of the persons whom the row is about.
  fileprivate static func contradiction(
    of entry: Voter, births: [CalendarDay], on referenceDay: CalendarDay
  ) -> String? {
    let day = entry.event
    let name = name(of: entry.roll.role)
    if entry.codes.flags.contains(.impossibleEventYear) {
      return "\(name) tertulis dengan tahun yang tidak mungkin; catatan ini keliru, atau tentang orang lain"
    }
    if births.contains(where: { day.isSurelyBefore($0) }) {
      return "\(name) \(day) mendahului tanggal lahir; catatan ini keliru, atau tentang orang lain"
    }
    guard referenceDay.isSurelyBefore(day), !mayLieAhead(entry) else { return nil }
    return "\(name) \(day) sesudah tanggal acuan \(referenceDay); catatan ini keliru, atau tentang orang lain"
  }

  /// Whoever retires next year serves until then.
  private static func mayLieAhead(_ entry: Voter) -> Bool {
    [.military, .police].contains(entry.roll.role) && ServiceState.tellsOfEnd(entry)
  }

  private static func name(of role: Role) -> String {
    switch role {
    case .deaths: "tanggal meninggal"
    case .moves: "tanggal pindah"
    case .revoked: "tanggal putusan"
    default: "tanggal pada daftar"
    }
  }
}

extension Finding {
  /// Asks the field about a day that cannot be; nothing where it may be.
  mutating func doubtDay(of entry: Voter, births: [CalendarDay], on referenceDay: CalendarDay) {
    guard let words = EventDay.contradiction(of: entry, births: births, on: referenceDay) else { return }
    self.tier = min(self.tier, .verify)
    self.explanation += "; " + words
  }
}
