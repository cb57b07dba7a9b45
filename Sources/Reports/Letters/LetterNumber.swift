import RollModel

/// The number of a letter: the office's template filled in.
package enum LetterNumber {
  /// - Parameter serial: as the office gives it; nil or empty leaves a place to fill in. What else is not known stays visible
  ///   in brackets.
  package static func text(_ office: Office, serial: String?, on day: CalendarDay) -> String {
    var text = office.numberTemplate
    for (mark, value) in [
      ("{nomor}", serial.flatMap { $0.isEmpty ? nil : $0 } ?? "[nomor]"),
      ("{kelas}", office.letterClass), ("{kode}", office.letterCode.isEmpty ? "[kode surat]" : office.letterCode),
      ("{bulan}", IndonesianDate.month(day)), ("{bulan_romawi}", IndonesianDate.romanMonth(day)),
      ("{tahun}", String(day.year)),
    ] { text.replace(mark, with: value) }
    return LetterMarkup.plain(text)
  }
}
