import RollModel

/// Which parts of the birth date and sex that a NIK shows differ from what its row says.
///
/// Only digits that are visible and parts that are known are compared. Shape `PPKKCC DDMMYY SSSS`, day + 40 for women;
/// source: domain page, section 4.
struct BirthInNumber {
  struct Parts: OptionSet {
    let rawValue: Int
    static let day = Parts(rawValue: 1)
    static let month = Parts(rawValue: 2)
    static let year = Parts(rawValue: 4)
    static let sex = Parts(rawValue: 8)
    static let date: Parts = [.day, .month, .year]
  }

  private(set) var disagreements: Parts = []
  /// The year was compared, and so day and month where they are known.
  private(set) var comparesYear = false
  /// Day and month of the NIK are the row's month and day.
  private(set) var isSwapped = false

  init(_ voter: Voter) {
    let nik = voter.nik
    guard nik.shows(6..<8) else { return }
    let digits = nik.dateDigits
    let rawDay = digits / 10_000
    let day = rawDay > 40 ? rawDay - 40 : rawDay
    let month = digits / 100 % 100
    guard (1...31).contains(day) else { return }
    let birth = voter.birth
    let showsMonth = nik.shows(8..<10)
    if showsMonth, !(1...12).contains(month) { return }
    if birth.day != 0, birth.day != day { disagreements.insert(.day) }
    if showsMonth, birth.month != 0, birth.month != month { disagreements.insert(.month) }
    if nik.shows(10..<12), birth.year != 0 {
      comparesYear = true
      if birth.year % 100 != digits % 100 { disagreements.insert(.year) }
    }
    isSwapped = showsMonth && disagreements.contains([.day, .month]) && birth.day == month && birth.month == day
    let sex = voter.codes.sexBits
    if sex != 0, (sex == 2) != (rawDay > 40) { disagreements.insert(.sex) }
  }
}
