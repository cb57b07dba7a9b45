import Casework
import Reports
import RollModel

/// What became of earlier letters, in sentences for the next one: a sentence a letter, summed over classes and kecamatan.
enum LetterFollowUp {
  /// In the case of a province: of the letters to each KPU, by the name of its kabupaten.
  static func byKabupaten(_ lines: [FollowUpLine], _ register: Register?) -> [String: FollowUpSentences] {
    guard let register else { return [:] }
    var names: [String: Set<String>] = [:]
    for letter in DecisionBook(register, needsTwo: false).letters where letter.recipient.hasPrefix("KPU ") {
      names[String(letter.recipient.dropFirst("KPU ".count)), default: []].insert("\(letter.shownNumber) \(letter.day)")
    }
    return names.mapValues { own in told(lines.filter { own.contains("\($0.letter) \($0.day)") }) }
  }

  /// Of all, and of each kecamatan for the letters about it alone.
  static func told(_ lines: [FollowUpLine]) -> FollowUpSentences {
    let parts = Dictionary(grouping: lines, by: \.kecamatan)
    return FollowUpSentences(
      all: sentences(lines),
      byKecamatan: Dictionary(
        uniqueKeysWithValues: parts.map { ($0.key, sentences($0.value, in: " di Kecamatan \($0.key)")) }))
  }

  private static func sentences(_ lines: [FollowUpLine], in place: String = "") -> [String] {
    var letters: [(letter: String, day: String)] = []
    for line in lines where !letters.contains(where: { $0.letter == line.letter && $0.day == line.day }) {
      letters.append((line.letter, line.day))
    }
    return letters.map { letter, day in
      let own = lines.filter { $0.letter == letter && $0.day == day }
      func count(_ state: FollowUpState) -> Int { own.reduce(0) { $0 + ($1.counts[state] ?? 0) } }
      let parts: [(count: Int, word: String)] = [
        (own.reduce(0) { $0 + $1.withdrawn }, "ditarik"), (count(.done), "ditindaklanjuti"), (count(.open), "belum"),
        (count(.again), "muncul lagi"),
        (count(.unknown), "tidak dapat dinilai"),
      ]
      let told = parts.filter { $0.count > 0 }.map { "\(IndonesianNumber.grouped($0.count)) \($0.word)" }
      let sent = IndonesianNumber.grouped(own.reduce(0) { $0 + $1.sent })
      let date = CalendarDay(iso: day).map { " tanggal " + IndonesianDate.long($0) } ?? ""
      return
        "Tindak lanjut surat Nomor \(letter)\(date): dari \(sent) data yang disarankan\(place), \(told.joined(separator: ", "))."
    }
  }
}

extension WrittenLetter {
  /// As the register names who got it.
  var registeredRecipient: String {
    if recipient.hasPrefix("ppk") {
      return "PPK " + (rows.first?.kecamatan ?? "") + (kabupaten.isEmpty ? "" : ", " + kabupaten)
    }
    return kabupaten.isEmpty ? "KPU" : "KPU " + kabupaten
  }
}

extension LetterWriter.Request {
  /// The kabupaten of a province that the letters are for, as the manifest tells it; empty where the case is one.
  var regions: String { kabupaten ?? (toEachKabupaten ? "semua" : "") }
}
