import RollModel

extension Voter {
  /// Whether the person may vote by age or marriage: 17 on `day`, married, or once married.
  ///
  /// An unknown part of the birth date counts as the latest possible one; without a year, a KTP-el stands for the age.
  func isEligible(on day: CalendarDay) -> Bool {
    if marital == .married || marital == .formerly { return true }
    guard let age = birth.age(on: day) else { return codes.hasCard == true }
    return age >= 17
  }
}
