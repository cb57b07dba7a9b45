import Platform

/// What a pair of a general roll is weighed with in a scan, and the odds in bits that it must reach to be kept.
struct GeneralBar: Sendable {
  let tables: GeneralModel.Tables
  /// The part of it that rejects pairs.
  let weights: QuickWeights.Table
  let floor: Float
  /// What names can be worth.
  let names: GeneralNameBound
  /// log2 of m by level of the number of tokens.
  let length: (Float, Float, Float)

  init(_ model: GeneralModel, floor: Double) {
    tables = model.tables()
    var person = model.person
    person.prior = model.prior
    let plain = person.tables()
    weights = QuickWeights.Table(plain)
    self.floor = Float(floor)
    names = GeneralNameBound(plain)
    length = (Float(plain.length[0]), Float(plain.length[1]), Float(plain.length[2]))
  }

  /// The bits that aligned words must have at least for an address to be worth `needed`: nearly the same, but for those
  /// who have moved (`GeneralModel.moved`), of whom no address asks anything.
  @inline(__always) static func words(worth needed: Float) -> Float {
    if needed >= 1 { return needed - 0.03 }
    let share = exp2(Double(needed)) - GeneralModel.moved
    return share > 0 ? Float(log2(share / (1 - GeneralModel.moved))) - 0.05 : -.infinity
  }

  /// Whether a pair that was compared wholly is kept. The chance of a place shared by two people is not counted yet.
  @inline(__always) func reaches(_ c: GeneralComparison) -> Bool {
    let parts = tables.weigh(c)
    return parts.prior + parts.evidence >= Double(floor)
  }
}
