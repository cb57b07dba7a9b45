import RollModel

/// How much attention an area asks for, 0...100: a weighted mean of four shares, each full at a stated level.
///
/// | share | full at | weight |
/// |---|---|---|
/// | voters with a TMS finding, held back or not, of voters | 5 % | 35 |
/// | expected households not visited | 20 % | 30 |
/// | residents not found on the roll, of voters | 5 % | 20 |
/// | special-list voters on no list, of voters | 5 % | 15 |
///
/// A share for which the case has no data is left out and the others carry its weight, so areas of one case stay
/// comparable. The levels rank areas against each other; they are not a measure of fault.
package struct AreaIndex: Sendable {
  private let hasVisits: Bool
  private let hasResidents: Bool
  private let hasSpecialList: Bool

  package init(hasVisits: Bool, hasResidents: Bool, hasSpecialList: Bool) {
    self.hasVisits = hasVisits
    self.hasResidents = hasResidents
    self.hasSpecialList = hasSpecialList
  }

  /// Rounded to a tenth. `found` counts voters with a TMS finding.
  package func value(of area: AreaSummary, found: Int) -> Double {
    var sum = 0.0
    var weights = 0.0
    let take = { (weight: Double, full: Double, part: Int, whole: Int) in
      weights += weight
      if part > 0 { sum += weight * min(1, Double(part) / Double(max(whole, 1)) / full) }
    }
    take(35, 0.05, found, area.voters)
    if hasVisits, area.householdsExpected > 0 {
      take(30, 0.20, area.householdsExpected - area.householdsVisited, area.householdsExpected)
    }
    if hasResidents { take(20, 0.05, area.absentResidents, area.voters) }
    if hasSpecialList { take(15, 0.05, area.specialListGenuine, area.voters) }
    return (sum / weights * 1000).rounded() / 10
  }
}
