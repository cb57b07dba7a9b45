import Platform
import RollModel

/// Compares two records of a general roll. One per thread.
struct GeneralComparator: ~Copyable {
  private let set: RecordSet
  private var people: PairComparator
  private let addresses: BagComparator
  private let bar: GeneralBar
  private let weights: QuickWeights
  /// `Frequencies.lengthBits`, at hand.
  private let lengthBits: Storage<Float>

  init(_ inputs: GeneralInputs, _ bar: GeneralBar) {
    set = inputs.set
    people = PairComparator(inputs.set, inputs.frequencies, inputs.places)
    addresses = BagComparator(inputs.addresses)
    self.bar = bar
    weights = bar.weights.lent
    lengthBits = Storage(inputs.frequencies.lengthBits)
  }

  /// Compares wholly. Symmetric in its records.
  mutating func compare(_ i: Int, _ j: Int) -> GeneralComparison {
    var result = GeneralComparison()
    compareFields(i, j, into: &result.person)
    compareNames(i, j, into: &result.person)
    (result.addressEvents, result.addressChance) = addresses.compare(i, j)
    return result
  }

  /// Compares what is cheap first; nil where the pair does not reach the bar.
  @inline(__always) mutating func reached(_ i: Int, _ j: Int) -> GeneralComparison? {
    var seen = GeneralComparison()
    compareFields(i, j, into: &seen.person)
    let before = weights.beforeNames(seen.person)
    let names = bar.names.most(side(i), side(j), people.names)
    // Bits that the words of the address must have, with all that the letters of the names allow.
    let wanted = GeneralBar.words(worth: bar.floor - before - names - besideNames(i, j) - 0.05)
    let address = addresses.begin(i, j)
    let most = addresses.most(i, j, address, least: wanted)
    guard most >= wanted else { return nil }
    compareNames(i, j, into: &seen.person)
    let known = GeneralBar.words(worth: bar.floor - before - weights.ofNames(seen.person) - 0.05)
    guard most >= known || addresses.mayJoin(i, j, address) else { return nil }
    (seen.addressEvents, seen.addressChance) = addresses.finish(i, j, address)
    return bar.reaches(seen) ? seen : nil
  }

  /// How the names of two records are aligned, for an explanation.
  mutating func alignment(_ c: GeneralComparison) -> NameAlignment {
    people.alignment(Int(c.person.a), Int(c.person.b))
  }

  @inline(__always) private mutating func compareFields(_ i: Int, _ j: Int, into c: inout Comparison) {
    let x = UnsafePointer(set.records.base + i)
    let y = UnsafePointer(set.records.base + j)
    _ = people.reach(i, x, j, y, weights: weights, floor: -.infinity, into: &c)
    // Where one lives is compared by words; a family card can only stand in a list.
    c.residenceLevel = -1
    c.residenceChance = 0
    c.familyCard = -1
    refineBirth(x.pointee, y.pointee, &c)
  }

  @inline(__always) private mutating func compareNames(_ i: Int, _ j: Int, into c: inout Comparison) {
    _ = people.finish(
      UnsafePointer(set.records.base + i), UnsafePointer(set.records.base + j), weights, 0, -.infinity, into: &c)
  }

  @inline(__always) private func side(_ i: Int) -> NameComparator.Side {
    let record = UnsafePointer(set.records.base + i)
    return NameComparator.Side(
      tokens: record.tokens(in: set.tokens), count: Int(record.pointee.tokenCount), given: record.pointee.givenIndex,
      decade: Frequencies.decade(ofYear: record.pointee.year))
  }

  /// The most that sex and the number of tokens can be worth: a bit of an equal sex, six tenths of another one in a name
  /// that one sex alone bears.
  @inline(__always) private func besideNames(_ i: Int, _ j: Int) -> Float {
    let x = set.records.base + i
    let y = set.records.base + j
    let p = min(5, Int(x.pointee.tokenCount))
    let q = min(5, Int(y.pointee.tokenCount))
    let sex: Float = x.pointee.sex == y.pointee.sex || x.pointee.sex == 0 || y.pointee.sex == 0 ? 1 : 0.6
    let equal = lengthBits[max(p, q)] + bar.length.0
    guard p != q else { return sex + equal }
    let mean = (lengthBits[p] + lengthBits[q]) / 2
    return sex + max(equal, mean - 1 + bar.length.1, mean + bar.length.2, 0)
  }

  /// A date one keystroke away is more than a part in common: one digit, or two neighbouring digits changed over.
  ///
  /// Source: matching page, section 11 (u = 30 times the date's own chance).
  private func refineBirth(_ x: MatchRecord, _ y: MatchRecord, _ c: inout Comparison) {
    guard c.birthLevel >= 5, x.hasFullDate, y.hasFullDate, Self.isOneKeystroke(x, y) else { return }
    c.birthLevel = BirthLevel.oneKeystroke.rawValue
    c.birthChance = max(0, min(x.birthBits, y.birthBits) - 4.9069)
  }

  static func isOneKeystroke(_ x: MatchRecord, _ y: MatchRecord) -> Bool {
    var a = digits(x)
    var b = digits(y)
    var apart = 0
    var swapped = 0
    var before = (a: UInt32(10), b: UInt32(10))
    for _ in 0..<8 {
      let p = a % 10
      let q = b % 10
      if p != q {
        apart += 1
        if before.a != before.b, before.a == q, before.b == p { swapped += 1 }
      }
      before = (p, q)
      a /= 10
      b /= 10
    }
    return apart == 1 || apart == 2 && swapped == 1
  }

  /// The date as eight digits, YYYYMMDD.
  private static func digits(_ x: MatchRecord) -> UInt32 { x.year * 10_000 + x.month * 100 + x.day }
}
