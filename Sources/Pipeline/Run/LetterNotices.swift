import Casework
import Reports
import RollModel

/// What the office should know of letters that are just written, one sentence each.
struct LetterNotices {
  let letters: [WrittenLetter]
  let request: LetterWriter.Request
  let office: Office
  /// What the register tells of before these letters; nil where the case has none.
  let book: DecisionBook?

  /// Letters to a KPU; a PPK gets a copy of what the KPU is asked for.
  private var toCommissions: [WrittenLetter] { letters.filter { !$0.recipient.hasPrefix("ppk") } }

  var warnings: [String] { [beforeTheRun].compactMap(\.self) + usedNumbers + [elsewhere].compactMap(\.self) }

  private var beforeTheRun: String? {
    guard let run = request.runDay, let day = request.date.ordinal, let first = run.ordinal, day < first else {
      return nil
    }
    return "Surat bertanggal \(request.date) mendahului pemeriksaannya, \(run); periksa --tanggal."
  }

  /// A serial that another letter of the year has, with other findings or for somebody else: the register keeps the whole
  /// number, which bears its month.
  private var usedNumbers: [String] {
    guard let book else { return [] }
    return letters.filter { !$0.isDraft }.compactMap { letter in
      guard let serial = letter.serial, !serial.isEmpty else { return nil }
      let ids = Set(letter.rows.map(\.id))
      let other = book.letters.last { sent in
        guard let day = CalendarDay(iso: sent.day), day.year == letter.date.year,
          sent.number == LetterNumber.text(office, serial: serial, on: day)
        else { return false }
        return sent.kind != letter.kind.rawValue || sent.recipient != letter.registeredRecipient || Set(sent.ids) != ids
      }
      return other.map {
        "Nomor \(serial) sudah dipakai surat lain: \($0.number), \($0.kind), tanggal \($0.day), "
          + "\(IndonesianNumber.grouped($0.ids.count)) data (register baris \($0.place)). Beri nomor lain agar tindak lanjutnya "
          + "tidak tercampur."
      }
    }
  }

  private var elsewhere: String? {
    let count = toCommissions.reduce(0) { $0 + $1.elsewhere }
    return count == 0 ? nil : Self.elsewhere(count)
  }

  static func elsewhere(_ count: Int) -> String {
    "\(IndonesianNumber.grouped(count)) data yang terletak di kabupaten/kota lain menurut kode desanya tidak dimuat; periksa "
      + "berkas daftar pemilih dan wilayah: di padan.yaml."
  }

  /// Persons of these letters whom earlier letters ask about already, by the last such letter: `40 baris sudah diminta dalam
  /// surat Nomor …`.
  var repeated: [String] {
    guard let book else { return [] }
    var counts: [Int: Int] = [:]
    let ids = Set(toCommissions.filter { $0.kind == .correction }.flatMap { $0.rows.map(\.id) })
    for id in ids { if let letter = book.asking(id).last { counts[letter.place, default: 0] += 1 } }
    return book.letters.compactMap { letter in
      counts[letter.place].map {
        "\(IndonesianNumber.grouped($0)) baris sudah diminta dalam surat Nomor \(letter.shownNumber) tanggal \(letter.day)."
      }
    }
  }
}

extension DecisionBook {
  /// What a letter of withdrawal says of these findings.
  func asked(_ ids: Set<String>) -> [String: LetterWriter.Request.Asked] {
    Dictionary(
      uniqueKeysWithValues: ids.map { id in
        let letters = asking(id).compactMap { letter in
          CalendarDay(iso: letter.day).map { (number: letter.number, day: $0) }
        }
        return (id, LetterWriter.Request.Asked(letters: letters, reason: reason(of: id)))
      })
  }
}
