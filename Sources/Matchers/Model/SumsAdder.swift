/// Adds up posteriors by level as `Training.Sums` does, for loops that meet every pair in every round.
///
/// All sums stand in one run of memory, each field's after a cell that takes what says nothing (level -1): an addition
/// is one load and one store, with no branch.
struct SumsAdder: ~Copyable {
  private let cells = Storage<Int64>(repeating: 0, count: Place.end)
  private var all: Int64 = 0

  /// Where the level 0 of each field stands; the cell before it takes level -1.
  private enum Place {
    static let name = 0
    static let length = name + 8 + 1
    static let birth = length + 3 + 1
    static let number = birth + 9 + 1
    static let familyCard = number + NumberTable.cells + 1
    static let place = familyCard + 2 + 1
    static let sex = place + 3 + 1
    static let residence = sex + 2 + 1
    static let marital = residence + 5 + 1
    static let father = marital + 2 + 1
    static let end = father + 3
  }

  /// Adds a pair that is one person with probability `q`.
  @inline(__always) mutating func add(_ c: Comparison, _ q: Double) {
    let p = Training.Sums.fixed(q)
    guard p > 0 else { return }
    all += p
    let cells = cells.base
    var events = c.nameEvents
    var event = Place.name
    while events != 0 {
      cells[event] += p * Int64(events & 255)
      events >>= 8
      event += 1
    }
    cells[Place.length + Int(c.lengthLevel)] += p
    cells[Place.birth + Int(c.birthLevel)] += p
    cells[Place.number + Int(c.numberCell)] += p
    cells[Place.familyCard + Int(c.familyCard)] += p
    cells[Place.place + Int(c.placeLevel)] += p
    cells[Place.sex + Int(c.sexLevel)] += p
    cells[Place.residence + Int(c.residenceLevel)] += p
    cells[Place.marital + Int(c.maritalLevel)] += p
    cells[Place.father + Int(c.fatherLevel)] += p
  }

  /// What was added so far, by field.
  var sums: Training.Sums {
    var sums = Training.Sums()
    sums.all = all
    sums.name = levels(Place.name, 8)
    sums.length = levels(Place.length, 3)
    sums.birth = levels(Place.birth, 9)
    sums.number = levels(Place.number, NumberTable.cells)
    sums.familyCard = levels(Place.familyCard, 2)
    sums.place = levels(Place.place, 3)
    sums.sex = levels(Place.sex, 2)
    sums.residence = levels(Place.residence, 5)
    sums.marital = levels(Place.marital, 2)
    sums.father = levels(Place.father, 3)
    return sums
  }

  private func levels(_ first: Int, _ count: Int) -> [Int64] { (first..<(first + count)).map { cells[$0] } }
}
