import Documents
import RollModel

/// A person, or a place to visit, as sheets that leave the office print it: numbers masked.
package struct SheetPerson: Sendable {
  static let columns: [Workbook.Column] = [
    .init("TPS", width: 5), .init("RT/RW", width: 8), .init("NKK", width: 17), .init("NIK", width: 17),
    .init("Nama", width: 20), .init("L/P", width: 4), .init("Tanggal Lahir", width: 11), .init("Alamat", width: 16),
  ]

  /// In order of `columns`.
  let texts: [String]
  let order: Order

  /// The person of a row of any list.
  package init?(_ reference: RowReference, in data: CaseData) {
    guard let voter = data.voter(reference) else { return nil }
    let (name, address) = (PrintedText.masked(voter.text(.name)), PrintedText.masked(voter.text(.address)))
    texts = [
      Self.three(voter.tps), Self.three(voter.rt) + "/" + Self.three(voter.rw),
      Self.masked(voter.nkk, voter.text(.nkk)), Self.masked(voter.nik, voter.text(.nik)), name,
      voter.sex?.code ?? "",
      voter.birth.isUnknown ? PrintedText.masked(voter.text(.birthDate)) : IndonesianDate.short(voter.birth),
      address,
    ]
    order = Order(
      tps: voter.tps, rw: voter.rw, rt: voter.rt, address: address, name: name,
      list: Role.allCases.firstIndex(of: reference.role) ?? 0, row: reference.row)
  }

  /// A household: where it is, and the name that stands for it where one is known.
  package init(household address: String, name: String, card: NIK, key: AreaKey, number: Int) {
    let (name, address) = (PrintedText.masked(name), PrintedText.masked(address))
    texts = [
      Self.three(key.tps), Self.three(key.rt) + "/" + Self.three(key.rw), card.masked, "", name, "", "", address,
    ]
    order = Order(tps: key.tps, rw: key.rw, rt: key.rt, address: "", name: name, list: 0, row: number)
  }

  /// TPS, RW, RT, address, name; what is not known comes last.
  struct Order: Comparable {
    let tps: Int
    let rw: Int
    let rt: Int
    let address: String
    let name: String
    let list: Int
    let row: Int

    static func < (a: Self, b: Self) -> Bool {
      let (x, y) = ((last(a.tps), last(a.rw), last(a.rt)), (last(b.tps), last(b.rw), last(b.rt)))
      if x != y { return x < y }
      return (a.address, a.name, a.list, a.row) < (b.address, b.name, b.list, b.row)
    }

    private static func last(_ number: Int) -> Int { number == 0 ? .max : number }
  }

  /// Three digits, or a dash for what is not known.
  static func three(_ number: Int) -> String {
    let text = String(number)
    return number == 0 ? "-" : String(repeating: "0", count: max(0, 3 - text.count)) + text
  }

  private static func masked(_ number: NIK, _ written: String) -> String {
    number.isMissing ? NIK.mask(written) : number.masked
  }
}
