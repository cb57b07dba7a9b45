/// The days that a letter has to be in time for (`jadwal:` in padan.yaml).
public struct Schedule: Sendable, Equatable {
  /// As letters print it, e.g. `III Tahun 2026`; empty where it is not stated.
  public var quarter: String
  /// Day of the plenary that settles the recapitulation; unknown where it is not stated.
  public var plenary: CalendarDay
  /// Day from which KPU's register of voters takes no changes; unknown where it is not stated.
  public var registerLock: CalendarDay

  public init(quarter: String = "", plenary: CalendarDay = CalendarDay(), registerLock: CalendarDay = CalendarDay()) {
    self.quarter = quarter
    self.plenary = plenary
    self.registerLock = registerLock
  }

  /// What a letter of this day comes too late for, or has few days left for; one sentence each.
  public func warnings(on day: CalendarDay) -> [String] {
    [(registerLock, "Sidalih dikunci"), (plenary, "rapat pleno")].compactMap { limit, name in
      guard let end = limit.ordinal, let start = day.ordinal else { return nil }
      let left = end - start
      if left < 0 { return "Surat bertanggal \(day) terlambat: \(name) pada \(limit), \(-left) hari sebelumnya." }
      if left == 0 { return "Surat bertanggal \(day) sama harinya dengan \(name); belum tentu sempat ditindaklanjuti." }
      return left < 3 ? "Tinggal \(left) hari dari surat bertanggal \(day) sampai \(name) pada \(limit)." : nil
    }
  }
}
