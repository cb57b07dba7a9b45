/// The weights of a model as one small run of floats, for the loop that rejects almost every pair.
///
/// Good to a hundredth of a bit; what survives is weighed exactly by `Model.Tables`. Read by every pair, so lent without
/// counting who holds them: valid as long as the table that lends them.
struct QuickWeights: BitwiseCopyable, @unchecked Sendable {
  private let values: UnsafePointer<Float>
  private let prior: Float

  private static let birth = 0
  private static let number = 9
  private static let familyCard = 73
  private static let place = 75
  private static let residence = 78
  private static let marital = 83
  private static let name = 85
  private static let length = 93
  private static let sex = 96

  /// Keeps the weights of one model.
  final class Table: Sendable {
    private let values: Storage<Float>
    private let prior: Float

    init(_ tables: Model.Tables) {
      let all =
        tables.birth + tables.number + tables.familyCard + tables.place + tables.residence + tables.marital
        + tables.name.prefix(6) + [tables.conflict, 0] + tables.length + tables.sex
      values = Storage(all.map { Float($0) })
      prior = Float(tables.prior)
    }

    var lent: QuickWeights { QuickWeights(values: UnsafePointer(values.base), prior: prior) }
  }

  /// Prior and every field but the name, its length and the sex.
  @inline(__always) func beforeNames(_ c: Comparison) -> Float {
    var sum = prior
    if c.birthLevel >= 0 { sum += values[Self.birth &+ Int(c.birthLevel)] + c.birthChance }
    if c.numberCell >= 0 { sum += values[Self.number &+ Int(c.numberCell)] }
    if c.familyCard >= 0 { sum += values[Self.familyCard &+ Int(c.familyCard)] }
    if c.placeLevel >= 0 { sum += values[Self.place &+ Int(c.placeLevel)] + c.placeChance }
    if c.residenceLevel >= 0, c.familyCard != 1 {
      sum += values[Self.residence &+ Int(c.residenceLevel)] + c.residenceChance
    }
    if c.maritalLevel >= 0 { sum += values[Self.marital &+ Int(c.maritalLevel)] }
    return sum
  }

  /// The name, its length and the sex.
  @inline(__always) func ofNames(_ c: Comparison) -> Float {
    var sum = c.nameChance
    var events = c.nameEvents
    var k = Self.name
    while events != 0 {
      sum += Float(events & 255) * values[k]
      events >>= 8
      k &+= 1
    }
    if c.lengthLevel >= 0 { sum += values[Self.length &+ Int(c.lengthLevel)] + c.lengthChance }
    if c.sexLevel >= 0 { sum += values[Self.sex &+ Int(c.sexLevel)] + c.sexChance }
    return sum
  }
}
