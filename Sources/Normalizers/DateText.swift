import RollModel

/// Dates as offices write them: `DD|MM|YYYY` with any separator, ISO, `YYYYMMDD`, spreadsheet serial, months by name or
/// Roman number, masks.
///
/// Year `0000` or `****` and day or month `00` are unknown; a dash alone is empty. A year of two digits is refused where no
/// form says it: nobody can tell 1926 from 2026 for a voter. Source: domain page, section 3.
public enum DateText {
  /// The order that a `kolom:` setting may state, or that a column shows; `automatic` knows every form that cannot be
  /// mistaken, and takes eight digits in a row as `YYYYMMDD` where the calendar has that day, else as `DDMMYYYY`.
  ///
  /// Years of two digits: 30–99 are 1930–1999, 00–29 are 2000–2029. Of births (`shortBirthYear`) those of 10–29 stay
  /// unknown: of two who may vote at their age one is a hundred years old.
  public struct Form: Sendable, Equatable {
    ///
    /// `exchanged`: of dates with the year first, the day stands before the month.
    public enum Order: Sendable {
      case automatic, monthFirst, dayFirst, yearFirst, serial, shortYear, shortBirthYear, exchanged
    }
    public var order: Order
    /// Whether serial numbers count from 1904, as the workbook says that they stand in: 0 is its first of January.
    public var startsIn1904: Bool

    @inlinable public init(_ order: Order, startsIn1904: Bool = false) {
      (self.order, self.startsIn1904) = (order, startsIn1904)
    }

    @inlinable public static var automatic: Form { Form(.automatic) }
    public static var monthFirst: Form { Form(.monthFirst) }
    public static var dayFirst: Form { Form(.dayFirst) }
    public static var yearFirst: Form { Form(.yearFirst) }
    public static var serial: Form { Form(.serial) }
    public static var shortYear: Form { Form(.shortYear) }
    public static var shortBirthYear: Form { Form(.shortBirthYear) }
    public static var exchanged: Form { Form(.exchanged) }
  }

  public enum Outcome: Sendable {
    case empty, read
    /// Written as a date, but no calendar has it (or its year has two digits); the parts that can stand are kept.
    case impossible
    /// No digit and no mask in it: the field holds something else.
    case notADate

    /// Written out: a derived one is called through a table from other modules, for every row.
    @inlinable @inline(__always)
    public static func == (a: Outcome, b: Outcome) -> Bool {
      switch (a, b) {
      case (.empty, .empty), (.read, .read), (.impossible, .impossible), (.notADate, .notADate): true
      default: false
      }
    }
  }

  /// Reads a trimmed field. O(length).
  @inlinable @inline(__always)
  public static func read(_ text: FieldBytes, form: Form = .automatic) -> (day: CalendarDay, outcome: Outcome) {
    if text.count == 10, case .automatic = form.order, let day = tenCharacters(text) { return (day, .read) }
    return text.isEmpty ? (CalendarDay(), .empty) : readSlowly(text, form: form)
  }

  /// `DD-MM-YYYY` with one separator of `| - / .`, or `YYYY-MM-DD`, and a date that the calendar has; nil for all else.
  @inlinable @inline(__always)
  public static func tenCharacters(_ text: FieldBytes) -> CalendarDay? {
    let raw = UnsafeRawBufferPointer(text)
    let front = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    let back = UInt64(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self))) << 48
    let separator = UInt8(truncatingIfNeeded: front >> 16)
    if separator == UInt8(truncatingIfNeeded: front >> 40), separator == 124 || separator &- 45 < 3 {
      let digits = front & 0xFFFF | front >> 8 & 0xFFFF_0000 | front >> 16 & 0xFFFF_0000_0000 | back
      guard let pairs = pairs(digits) else { return nil }
      return date(day: pairs & 255, month: pairs >> 16 & 255, year: (pairs >> 32 & 255) &* 100 &+ pairs >> 48)
    }
    guard front >> 32 & 255 == 45, front >> 56 == 45 else { return nil }
    guard let pairs = pairs(front & 0xFFFF_FFFF | front >> 8 & 0xFFFF_0000_0000 | back) else { return nil }
    let day = date(day: pairs >> 48, month: pairs >> 32 & 255, year: (pairs & 255) &* 100 &+ (pairs >> 16 & 255))
    return day.map(\.isUnknown) == true ? nil : day
  }

  /// Eight digits, the first lowest, as four numbers of two, sixteen bits each; nil when one is no digit.
  @inlinable @inline(__always)
  static func pairs(_ digits: UInt64) -> UInt64? {
    guard IdentityNumber.areDigits(digits) else { return nil }
    return ((digits & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
  }

  /// The date of these parts; nil when the calendar has no such date.
  @inlinable @inline(__always)
  static func date(day: UInt64, month: UInt64, year: UInt64) -> CalendarDay? {
    guard day <= 31, month <= 12, year < 4096 else { return nil }
    let date = CalendarDay(
      day: Int(truncatingIfNeeded: day), month: Int(truncatingIfNeeded: month), year: Int(truncatingIfNeeded: year))
    return day <= 28 || date.isPossible ? date : nil
  }

  @usableFromInline
  static func readSlowly(_ text: FieldBytes, form: Form) -> (day: CalendarDay, outcome: Outcome) {
    if text.isNothingWord || text.isUnknownWord { return (CalendarDay(), .empty) }
    if text.count == 8, let masked = MaskedDate.eight(text) { return masked }
    let parts = split(text)
    guard !parts.isEmpty else { return (CalendarDay(), text.allSatisfy { !$0.isLetter } ? .empty : .notADate) }
    guard parts.contains(where: { $0.kind != .word }) else { return (CalendarDay(), .notADate) }
    if parts.count == 1 { return whole(parts[0], form: form) }
    if parts.count == 2, let year = yearAlone(parts, text) { return (CalendarDay(year: year), .read) }
    guard parts.count == 3 else { return (CalendarDay(), .impossible) }
    return three(parts, form: form)
  }

  // MARK: Parts

  private struct Part {
    enum Kind { case number, mask, word }
    var kind: Kind
    var width: Int
    var value: Int
  }

  /// Runs of digits, of mask signs and of letters; anything after a blank or `T` that looks like a time of day is left off.
  private static func split(_ text: FieldBytes) -> [Part] {
    var parts: [Part] = []
    var i = 0
    while i < text.count, parts.count < 4 {
      let start = i
      if text[i].isDigit {
        var value = 0
        while i < text.count, text[i].isDigit {
          value = min(value * 10 + Int(text[i] - 48), 1_000_000_000)
          i += 1
        }
        if i < text.count, text[i] == 42 || text[i] == 35 || isMaskRun(text, i) {
          // A part of which some digits are hidden is hidden.
          while i < text.count, text[i].isMask, text[i] != 45 { i += 1 }
          parts.append(Part(kind: .mask, width: i - start, value: 0))
          continue
        }
        if i < text.count, text[i] == 58, parts.count == 3 { break }
        parts.append(Part(kind: .number, width: i - start, value: value))
        continue
      }
      if text[i] == 42 || text[i] == 35 || isMaskRun(text, i) {
        while i < text.count, text[i] == text[start] || text[i].isDigit { i += 1 }
        parts.append(Part(kind: .mask, width: i - start, value: 0))
        continue
      }
      if text[i] == 45, i + 1 < text.count, text[i + 1] == 45, text.contains(124) || text.contains(47) {
        // Dashes hide a part where another sign separates the parts.
        while i < text.count, text[i] == 45 { i += 1 }
        parts.append(Part(kind: .mask, width: i - start, value: 0))
        continue
      }
      if text[i].isLetter {
        while i < text.count, text[i].isLetter { i += 1 }
        if i - start == 1, text[start] | 32 == 116, parts.count == 3 { break }
        parts.append(Part(kind: .word, width: i - start, value: month(text.part(start..<i))))
        continue
      }
      i += 1
    }
    if parts.count == 4, parts[1].kind == .number, parts[3].kind == .number { parts.removeLast() }
    if parts.count == 2, parts[0].width <= 6, parts[1].kind == .number, parts[1].value == 0, text.contains(46) {
      parts.removeLast()
    }
    return parts
  }

  /// `x` or `X` repeated hides digits; one alone is a letter.
  private static func isMaskRun(_ text: FieldBytes, _ i: Int) -> Bool {
    guard text[i] | 32 == 120 else { return false }
    return i + 1 < text.count && text[i + 1] | 32 == 120
  }

  /// `YYYYMMDD`, `DDMMYYYY`, a serial number, or a year alone.
  private static func whole(_ part: Part, form: Form) -> (day: CalendarDay, outcome: Outcome) {
    guard part.kind == .number else { return (CalendarDay(), part.kind == .mask ? .empty : .notADate) }
    let value = part.value
    if value == 0 { return (CalendarDay(), .empty) }
    if form.order != .serial {
      if part.width == 8 {
        if form.order == .monthFirst {
          return checked(day: value / 10_000 % 100, month: value / 1_000_000, year: value % 10_000)
        }
        let dayFirst = checked(day: value / 1_000_000, month: value / 10_000 % 100, year: value % 10_000)
        guard form.order != .dayFirst, plausibleYears.contains(value / 10_000) else { return dayFirst }
        let yearFirst = checked(day: value % 100, month: value / 100 % 100, year: value / 10_000)
        // 19081931 is a day in August 1931: no day of both forms has a plausible year in both.
        let isDayFirst = form.order != .yearFirst && yearFirst.outcome == .impossible && dayFirst.outcome == .read
        return isDayFirst && plausibleYears.contains(value % 10_000) ? dayFirst : yearFirst
      }
      if part.width == 4, plausibleYears.contains(value) { return (CalendarDay(year: value), .read) }
    }
    let serial = form.startsIn1904 ? value + CalendarDay.serialOf1904 : value
    guard part.width <= 5, (1...73_050).contains(serial) else { return (CalendarDay(), .impossible) }
    return (CalendarDay(sheetSerial: serial), .read)
  }

  /// The year of `tahun 1980`, `th. 1980`.
  private static func yearAlone(_ parts: [Part], _ text: FieldBytes) -> Int? {
    guard parts[0].kind == .word, parts[1].kind == .number, parts[1].width == 4 else { return nil }
    let word = String(decoding: text.filter(\.isLetter).map(\.upper), as: UTF8.self)
    return ["TAHUN", "THN", "TH"].contains(word) && plausibleYears.contains(parts[1].value) ? parts[1].value : nil
  }

  private static func three(_ parts: [Part], form: Form) -> (day: CalendarDay, outcome: Outcome) {
    if parts[1].kind == .word || parts[0].kind == .word {
      let named = parts[1].kind == .word ? 1 : 0
      guard parts[named].value > 0, parts[1 - named].kind != .word, parts[2].kind != .word else {
        return (CalendarDay(), .impossible)
      }
      return dated(day: parts[1 - named], month: parts[named].value, year: parts[2], form)
    }
    guard parts[2].kind != .word else { return (CalendarDay(), .impossible) }
    if parts[0].width == 4 {
      let (day, month) = form.order == .exchanged ? (parts[1], parts[2]) : (parts[2], parts[1])
      return dated(day: day, month: month.value, year: parts[0], form)
    }
    if form.order == .monthFirst { return dated(day: parts[1], month: parts[0].value, year: parts[2], form) }
    return dated(day: parts[0], month: parts[1].value, year: parts[2], form)
  }

  private static func dated(
    day: Part, month: Int, year: Part, _ form: Form
  ) -> (day: CalendarDay, outcome: Outcome) {
    guard year.width == 4 else {
      let isShort = form.order == .shortYear || form.order == .shortBirthYear
      guard isShort, year.width == 2, year.kind == .number else { return (CalendarDay(), .impossible) }
      let isOpen = form.order == .shortBirthYear && (10...29).contains(year.value)
      return checked(day: day.value, month: month, year: isOpen ? 0 : year.value + (year.value < 30 ? 2000 : 1900))
    }
    return checked(day: day.value, month: month, year: year.value)
  }

  /// Keeps the parts that can stand: the year when day and month cannot, nothing of a year that no calendar packs.
  private static func checked(day: Int, month: Int, year: Int) -> (day: CalendarDay, outcome: Outcome) {
    guard year < 4096 else { return (CalendarDay(), .impossible) }
    guard day <= 31, month <= 12 else { return (CalendarDay(year: year), .impossible) }
    let date = CalendarDay(day: day, month: month, year: year)
    return date.isPossible ? (date, date.isUnknown ? .empty : .read) : (CalendarDay(year: year), .impossible)
  }

  /// Of a name as above, or a Roman number.
  private static func month(_ word: FieldBytes) -> Int {
    let word = String(decoding: word.map(\.upper), as: UTF8.self)
    return RomanNumber.value(word, upTo: 12) ?? month(word)
  }

  /// 1–12 for a month's name or its first three letters in capitals, 0 for any other word.
  public static func month(_ word: String) -> Int { (monthNames.firstIndex { $0.contains(word) } ?? -1) + 1 }

  static let plausibleYears = 1850...2100

  private static let monthNames: [[String]] = [
    ["JANUARI", "JANUARY", "JAN"], ["FEBRUARI", "FEBRUARY", "PEBRUARI", "FEB", "PEB"], ["MARET", "MARCH", "MAR"],
    ["APRIL", "APR"], ["MEI", "MAY"], ["JUNI", "JUNE", "JUN"], ["JULI", "JULY", "JUL"],
    ["AGUSTUS", "AUGUST", "AGUST", "AGU", "AGT", "AGS", "AUG"], ["SEPTEMBER", "SEPT", "SEP"],
    ["OKTOBER", "OCTOBER", "OKT", "OCT"], ["NOVEMBER", "NOPEMBER", "NOV", "NOP"],
    ["DESEMBER", "DECEMBER", "DES", "DEC"],
  ]
}

extension DateText {
  /// Whether one of the runs of digits is a year of four digits that nothing on record can be of: 2200 or later.
  public static func writesImpossibleYear(_ text: FieldBytes) -> Bool {
    text.split { !$0.isDigit }.contains { run in
      run.count == 4 && run.reduce(0) { $0 * 10 + Int($1 - 48) } >= 2200
    }
  }

  /// Whether a text that no form reads is a day, a month and a year of four digits, and no calendar has it in any order.
  public static func isOnNoCalendar(_ text: FieldBytes) -> Bool {
    let runs = text.split { !$0.isDigit }
    let isWhole =
      switch runs.count {
      case 1: runs[0].count == 8 && runs[0].count == text.count
      case 2: runs[1].count == 4 && text.split { !$0.isLetter }.map { month(FieldBytes(rebasing: $0)) > 0 } == [true]
      case 3: !text.contains(where: \.isLetter) && (runs[0].count == 4 || runs[2].count == 4) && runs[1].count <= 2
      default: false
      }
    guard isWhole else { return false }
    return [Form.automatic, .dayFirst, .monthFirst, .yearFirst].allSatisfy {
      read(text, form: $0).outcome == .impossible
    }
  }

  /// Where the date starts in `PLACE, DATE` (one column of older exports); the length when there is no date.
  ///
  /// The date starts after the last comma, else at the first digit or mask.
  public static func start(inPlaceAndDate text: FieldBytes) -> Int {
    if let comma = text.lastIndex(of: 44) { return comma + 1 }
    return text.firstIndex { $0.isDigit || $0 == 42 } ?? text.count
  }
}
