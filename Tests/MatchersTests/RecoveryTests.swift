import Platform
import RollModel
import Testing

@testable import Matchers

/// Training finds the m that made the data, in every table at once.
struct RecoveryTests {
  private static let birth = [0.62, 0.03, 0.09, 0.08, 0.06, 0.02, 0.05, 0.0, 0.05]
  private static let birthChance = [4e-5, 6e-5, 4e-4, 5e-3, 6e-4, 2e-3, 0.016, 0.0, 0.97]
  private static let place = [0.72, 0.08, 0.20]
  private static let placeChance = [0.1, 0.01, 0.89]
  private static let sex = [0.96, 0.04]
  private static let residence = [0.25, 0.10, 0.35, 0.30, 0.0]
  private static let residenceChance = [0.0005, 0.003, 0.05, 0.9465, 0.0]
  private static let marital = [0.70, 0.30]
  private static let number = [0.50, 0.06, 0.09, 0.05, 0.12, 0.05, 0.115, 0.015]
  private static let numberChance = [1e-7, 1e-5, 1e-4, 0.005, 0.02, 0.1, 0.2, 0.675]
  private static let name = [0.75, 0.06, 0.10, 0.03, 0.02]
  private static let nameChance = [0.004, 0.001, 0.002, 0.003, 0.002]

  private static let chances: Chances = {
    let row = numberChance
    return Chances(
      number: (0..<NumberTable.chanceRows).flatMap { _ in row }, marital: [0.5, 0.5], sameFamilyCard: 1e-6)
  }()

  /// 6,000 pairs of one person and 60,000 of strangers whom blocking brought together.
  private static func pairs() -> [Comparison] {
    var random = SeededGenerator(seed: 71)
    func draw(_ shares: [Double]) -> Int {
      var at = random.unit()
      for (k, share) in shares.enumerated() {
        at -= share
        if at < 0 { return k }
      }
      return shares.count - 1
    }
    func bits(_ u: Double) -> Float { u > 0 ? Float(-log2(u)) : 0 }
    return (0..<66_000).map { k in
      let one = k < 6_000
      var c = Comparison()
      let birth = draw(one ? Self.birth : birthChance)
      c.birthLevel = Int8(birth)
      c.birthChance = bits(birthChance[birth])
      let number = draw(one ? Self.number : numberChance)
      c.numberCell = NumberTable.cell(group: .far, sameKecamatan: false, level: number)
      let place = draw(one ? Self.place : placeChance)
      c.placeLevel = Int8(place)
      c.placeChance = bits(placeChance[place])
      let sex = draw(one ? Self.sex : [0.5, 0.5])
      c.sexLevel = Int8(sex)
      c.sexChance = 1
      let residence = draw(one ? Self.residence : residenceChance)
      c.residenceLevel = Int8(residence)
      c.residenceChance = bits(residenceChance[residence])
      c.maritalLevel = Int8(draw(one ? Self.marital : [0.5, 0.5]))
      c.familyCard = 0
      c.lengthLevel = 0
      c.lengthChance = 0
      for _ in 0..<2 {
        let event = draw((one ? name : nameChance) + [1])
        if event == name.count {
          c.count(.conflict)
        } else {
          c.count(NameEvent.allCases[event])
          c.nameChance += bits(nameChance[event])
        }
      }
      c.given = c.events(.exact) > 0 ? 1 : 0
      // What blocking asked for, which strangers share by chance 60,000 times among all pairs of 1.2 million voters.
      c.lengthChance = Float(log2(1.2e6 * 1.2e6 / 2 / 60_000))
      return c
    }
  }

  @Test("all tables come out as they were put in")
  func recovers() {
    var start = Likelihoods.defaults
    start.length = [1, 1e-9, 1e-9]
    let model = Model(likelihoods: start, chances: Self.chances, prior: -25, household: nil, mode: .full)
    let outcome = Training(mode: .full).duplicates(Self.pairs(), voters: 1_200_000, start: model, threads: 2)
    #expect(!outcome.keptDefaults)
    #expect(abs(outcome.expected * outcome.model.likelihoods.familyCard[0] - 6_000) < 300)
    let m = outcome.model.likelihoods
    let truths: [(name: String, m: [Double], truth: [Double])] = [
      ("birth", m.birth, Self.birth), ("place", m.place, Self.place), ("sex", m.sex, Self.sex),
      ("residence", m.residence, Self.residence), ("marital", m.marital, Self.marital),
      ("number", Array(m.number[(6 * 8)..<(7 * 8)]), Self.number),
      ("name", Array(m.name[0..<5]), Self.name), ("conflict", [m.name[6]], [0.04]),
    ]
    for table in truths {
      for (k, (found, truth)) in zip(table.m, table.truth).enumerated() {
        // Twenty pseudo-counts beside 6,000 pairs, and the noise of drawing.
        #expect(abs(found - truth) < 0.02, "\(table.name) \(k): \(found) for \(truth)")
      }
    }
  }
}
