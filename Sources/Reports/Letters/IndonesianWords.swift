import RollModel

/// Dates as Indonesian letters write them.
package enum IndonesianDate {
  /// `21 November 2026`; unknown parts are left out.
  package static func long(_ day: CalendarDay) -> String {
    var parts: [String] = []
    if day.day != 0 { parts.append(String(day.day)) }
    if day.month != 0 { parts.append(months[day.month - 1]) }
    if day.year != 0 { parts.append(String(day.year)) }
    return parts.joined(separator: " ")
  }

  /// `05-11-1980` with asterisks for unknown parts.
  package static func short(_ day: CalendarDay) -> String {
    day.description.split(separator: "-").reversed().joined(separator: "-")
  }

  /// `01`…`12`.
  static func month(_ day: CalendarDay) -> String { (day.month < 10 ? "0" : "") + String(day.month) }

  static func romanMonth(_ day: CalendarDay) -> String {
    day.month == 0
      ? "" : ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][day.month - 1]
  }

  static let months = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
  ]
}

/// Numbers as Indonesian letters write them.
package enum IndonesianNumber {
  /// `12.345`.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "." }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  /// `97,5` with one decimal, for a share given as a fraction.
  package static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return grouped(tenths / 10) + "," + String(tenths % 10) + "%"
  }

  /// A decimal comma and `decimals` digits after it.
  package static func decimal(_ value: Double, _ decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    guard abs(value) < 1e12 else { return String(value) }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let rest = String(scaled % scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + grouped(scaled) }
    return sign + grouped(scaled / scale) + "," + String(repeating: "0", count: decimals - rest.count) + rest
  }

  /// `tiga` for 3, digits from 13 on.
  static func word(_ value: Int) -> String {
    let words = [
      "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
      "dua belas",
    ]
    return words.indices.contains(value) ? words[value] : String(value)
  }
}
