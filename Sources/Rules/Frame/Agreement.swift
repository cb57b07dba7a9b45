import RollModel

/// Which elements of two rows agree, in the words of the `bukti` column, and the grade that follows.
struct Agreement {
  let number: Bool
  let name: Bool
  let birth: Bool
  let card: Bool
  private let place: Bool

  init(_ a: Voter, _ b: Voter) {
    number = a.nik.isFull && a.nik == b.nik
    name = !a.tokens.isEmpty && a.tokens.elementsEqual(b.tokens)
    birth = a.birth.isComplete && a.birth == b.birth
    card = a.nkk.isFull && a.nkk == b.nkk
    place = a.areaNumber != 0 && a.areaNumber == b.areaNumber
  }

  /// `NIK sama; nama sama; …`, empty when nothing agrees to the letter.
  var words: String {
    let all = [
      (number, "NIK sama"), (name, "nama sama"), (birth, "tanggal lahir sama"), (card, "NKK sama"),
      (place, "desa sama"),
    ]
    return all.filter(\.0).map(\.1).joined(separator: "; ")
  }

  /// Bawaslu's grade: K-1 name, number and date agree; K-3 a single key does, the number alone or name and date alone;
  /// K-2 otherwise. Source: domain page, section 6.
  var grade: DuplicateGrade {
    if number && name && birth { return .one }
    if number && !name && !birth || !number && name && birth && !card { return .three }
    return .two
  }
}
