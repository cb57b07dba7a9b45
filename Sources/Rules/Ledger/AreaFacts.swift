import RollModel

/// Levels that facts are gathered for.
package enum AreaLevel: Sendable, CaseIterable { case kabupaten, kecamatan, desa, station, neighbourhood }

/// What is known about one area, for rules: its summary and how its visits came to be known.
///
/// Voters and households are those of the roll that are not struck; a household is a family card number that shows
/// fifteen of its digits or all, and stands where most of its members do. Special stations have voters but no
/// households: coklit goes from house to house.
package struct AreaFacts: Sendable {
  package var summary: AreaSummary
  /// Coklit data reach this area, or most of its kecamatan; without them nothing may be said of its visits.
  package var isCoveredByVisits = false
  /// Visits that the coklit data file under this area.
  package var visitsFiled = 0
  /// Of them, those without a usable family card number.
  package var visitsUnnumbered = 0
  /// Whether a `wilayah` list names it.
  package var isListed = false
  /// Households on the roll that were visited, by number or by count.
  package var rollHouseholdsVisited = 0
  /// Households on the roll of which the digits at hand do not tell whether they were visited: counted neither among
  /// the expected nor among the visited.
  package var householdsUnclear = 0

  package init(key: AreaKey) { summary = AreaSummary(key: key) }

  package var key: AreaKey { summary.key }

  /// A visit names the area, or a household of it.
  var isReachedByVisits: Bool { visitsFiled + rollHouseholdsVisited > 0 }
  /// Somebody lives here, as far as the lists tell.
  var isPeopled: Bool { summary.voters + summary.householdsExpected > 0 }

  /// Share of expected households that were visited; nil without any.
  package var coverage: Double? {
    guard summary.householdsExpected > 0 else { return nil }
    return Double(summary.householdsVisited) / Double(summary.householdsExpected)
  }

  /// Takes in the counts of a part of this area.
  mutating func add(_ part: AreaFacts) {
    summary.voters += part.summary.voters
    summary.men += part.summary.men
    summary.women += part.summary.women
    summary.households += part.summary.households
    summary.householdsExpected += part.summary.householdsExpected
    summary.householdsVisited += part.summary.householdsVisited
    summary.votersVisited += part.summary.votersVisited
    summary.visitedNoSticker += part.summary.visitedNoSticker
    summary.stickerNotVisited += part.summary.stickerNotVisited
    summary.specialListVoters += part.summary.specialListVoters
    summary.specialListGenuine += part.summary.specialListGenuine
    summary.absentResidents += part.summary.absentResidents
    isCoveredByVisits = isCoveredByVisits || part.isCoveredByVisits
    visitsFiled += part.visitsFiled
    visitsUnnumbered += part.visitsUnnumbered
    rollHouseholdsVisited += part.rollHouseholdsVisited
    householdsUnclear += part.householdsUnclear
  }
}

/// One family card of one desa.
package struct Household: Sendable {
  package var nkk: NIK
  package var area: UInt32
  /// Where most members stand; the smaller number where two places tie.
  package var tps: UInt16
  package var rt: UInt16
  package var rw: UInt16
  package var visit: HouseholdVisit
  /// Number of the visited card that is this very number; -1 where none is.
  package var visitedCard: Int32
  /// Members, as a range of `AreaLedger.members`.
  package var first: UInt32
  package var count: UInt32
}
