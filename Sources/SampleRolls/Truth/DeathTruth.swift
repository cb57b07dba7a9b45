import Platform

/// Deaths of one desa's pages: by desa those that lists tell, and those that its roll codes.
struct Deaths: Sendable {
  var told: [Int: Int] = [:]
  var coded = 0
}

/// In which areas the roll codes fewer deaths than the lists tell, beyond chance.
struct DeathTruth {
  private let plan: SamplePlan
  /// By area code of every level.
  private var counts: [Int: (told: Int, coded: Int)] = [:]

  init(_ plan: SamplePlan) { self.plan = plan }

  mutating func add(_ deaths: Deaths, desa: Int) {
    for (place, told) in deaths.told { change(place) { $0.told += told } }
    change(desa) { $0.coded += deaths.coded }
  }

  private mutating func change(_ desa: Int, _ change: (inout (told: Int, coded: Int)) -> Void) {
    let code = plan.desa[desa].code
    for area in [code, code / 10_000, code / 1_000_000] { change(&counts[area, default: (0, 0)]) }
  }

  /// Areas where a difference so large comes once in a thousand among counts that are equal.
  var entries: [TruthEntry] {
    counts.filter { Self.chance($0.value.coded, $0.value.told) < 0.001 && $0.value.coded < $0.value.told }
      .keys.sorted().map { TruthEntry(kind: .area, rule: "kematian-di-bawah-akta", areaCode: $0) }
  }

  /// Probability of at most `few` of both, each as likely one as the other.
  private static func chance(_ few: Int, _ many: Int) -> Double {
    let n = Double(few + many)
    return (0...few).reduce(0) { sum, k in
      let x = Double(k)
      return sum + exp(lgamma(n + 1) - lgamma(x + 1) - lgamma(n - x + 1) - n * log(2))
    }
  }
}
