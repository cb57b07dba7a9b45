import RollModel

/// Which elements of two rows agree and which do not, in the words of the `bukti` column, and the grade that follows.
struct Agreement {
  let number: Bool
  let name: Bool
  let birth: Bool
  let card: Bool
  private let place: Bool
  private let shown: (number: Int, card: Int)
  private let differs: (number: Bool, birth: Bool, sex: Bool)

  init(_ a: Voter, _ b: Voter) {
    number = a.nik.isWholly(b.nik)
    name = a.hasName(of: b)
    birth = a.birth.isComplete && a.birth == b.birth
    card = a.nkk.isWholly(b.nkk)
    shown = (Self.shown(a.nik, b.nik), Self.shown(a.nkk, b.nkk))
    differs = (
      a.nik.contradicts(b.nik), a.birth.contradicts(b.birth),
      a.sex != nil && b.sex != nil && a.sex != b.sex
    )
    place = a.areaNumber != 0 && a.areaNumber == b.areaNumber
  }

  /// `NIK sama; nama sama; …; tanggal lahir berbeda`, empty when nothing agrees to the letter and nothing speaks against it.
  var words: String {
    var words = ""
    func say(_ holds: Bool, _ text: @autoclosure () -> String) {
      guard holds else { return }
      if !words.isEmpty { words += "; " }
      words += text()
    }
    say(number, "NIK sama")
    say(shown.number > 0, "NIK sama pada \(shown.number) angka yang diketahui")
    say(name, "nama sama")
    say(birth, "tanggal lahir sama")
    say(card, "NKK sama")
    say(shown.card > 0, "NKK sama pada \(shown.card) angka yang diketahui")
    say(place, "desa sama")
    say(differs.number, "NIK berbeda")
    say(differs.birth, "tanggal lahir berbeda")
    say(differs.sex, "jenis kelamin berbeda")
    return words
  }

  /// How many digits two numbers show alike where they do not show all; 0 where they differ, are whole, or show too few
  /// in common to be worth a word.
  private static func shown(_ a: NIK, _ b: NIK) -> Int {
    guard case .same(let digits) = a.agreement(with: b), (fewest..<16).contains(digits) else { return 0 }
    return digits
  }

  private static let fewest = 6

  /// Bawaslu's grade: K-1 name, number and date agree; K-3 a single key does, the number alone or name and date alone;
  /// K-2 otherwise. Source: domain page, section 6.
  var grade: DuplicateGrade {
    if number && name && birth { return .one }
    if number && !name && !birth || !number && name && birth && !card { return .three }
    return .two
  }
}
