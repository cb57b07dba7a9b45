import Casework
import Reports
import RollModel

/// What became of earlier letters, in sentences for the next one: a sentence a letter, summed over classes and kecamatan.
enum LetterFollowUp {
  static func sentences(_ lines: [FollowUpLine]) -> [String] {
    var letters: [(letter: String, day: String)] = []
    for line in lines where !letters.contains(where: { $0.letter == line.letter && $0.day == line.day }) {
      letters.append((line.letter, line.day))
    }
    return letters.map { letter, day in
      let own = lines.filter { $0.letter == letter && $0.day == day }
      func count(_ state: FollowUpState) -> Int { own.reduce(0) { $0 + ($1.counts[state] ?? 0) } }
      let parts: [(count: Int, word: String)] = [
        (count(.done), "ditindaklanjuti"), (count(.open), "belum"), (count(.again), "muncul lagi"),
        (count(.unknown), "tidak dapat dinilai"),
      ]
      let told = parts.filter { $0.count > 0 }.map { "\(IndonesianNumber.grouped($0.count)) \($0.word)" }
      let sent = IndonesianNumber.grouped(own.reduce(0) { $0 + $1.sent })
      let date = CalendarDay(iso: day).map { " tanggal " + IndonesianDate.long($0) } ?? ""
      return
        "Tindak lanjut surat Nomor \(letter)\(date): dari \(sent) data yang disarankan, \(told.joined(separator: ", "))."
    }
  }
}
