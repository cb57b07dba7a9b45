import Platform
import RollModel

/// Finds the fields in which a frozen model no longer tells the truth of a roll.
///
/// One step of estimation under the frozen model gives the shares of the levels now. A field has drifted when the total
/// variation between both tables is above `leastVariation` and its most moved level lies more than `standardErrors`
/// standard errors away, the sampling of then and of now both counted; four and not three, because posteriors are less
/// certain than the counts that they stand for. Rows of the number table are pooled, each by its pairs of now. Measured on
/// made-up rolls of 100,000: under the model of `ringan` a roll of `berat` moves NKK by .09, names of the dead by .10,
/// their residence by .12, and the other way about; another seed of the same error model moved nothing in one trial and
/// residence by .08 (3.2 standard errors) in the other.
struct ModelDrift {
  static let leastVariation = 0.05
  static let standardErrors = 4.0

  let mode: NumberMode
  let ofDuplicates: Bool

  /// Fields that drifted, in order of the tables. `now` is what one step of estimation makes of `sums`.
  func fields(frozen: Likelihoods, part: SavedModel.Part, now: Likelihoods, _ sums: Training.Sums) -> [FieldDrift] {
    var result: [FieldDrift] = []
    var tables = ModelTable.all(mode)[...]
    while let first = tables.first {
      let rows = tables.prefix { $0.field == first.field }
      tables = tables.dropFirst(rows.count)
      if let drift = drift(Array(rows), frozen, part, now, sums) { result.append(drift) }
    }
    return result
  }

  private func drift(
    _ rows: [ModelTable], _ frozen: Likelihoods, _ part: SavedModel.Part, _ now: Likelihoods, _ sums: Training.Sums
  ) -> FieldDrift? {
    let pairs = rows.map { $0.pairs(sums, ofDuplicates: ofDuplicates) }
    let all = pairs.reduce(0, +)
    guard all >= 1 else { return nil }
    let levels = rows[0].levels.indices.map { k -> (before: Double, after: Double, variance: Double) in
      var level = (before: 0.0, after: 0.0, variance: 0.0)
      for (row, n) in zip(rows, pairs) {
        let p = frozen[keyPath: row.m][row.range.lowerBound + k]
        let q = now[keyPath: row.m][row.range.lowerBound + k]
        let taught = part.tables.first { $0.field == row.field && $0.group == row.group }?.pairs ?? 0
        let share = n / all
        let middle = (p + q) / 2
        level.before += share * p
        level.after += share * q
        level.variance +=
          share * share * middle * (1 - middle)
          * (1 / (n + Training.priorWeight) + 1 / (taught + Training.priorWeight))
      }
      return level
    }
    let variation = levels.reduce(0) { $0 + abs($1.after - $1.before) } / 2
    guard variation > Self.leastVariation,
      let most = levels.indices.max(by: {
        abs(levels[$0].after - levels[$0].before) < abs(levels[$1].after - levels[$1].before)
      }),
      abs(levels[most].after - levels[most].before) > Self.standardErrors * levels[most].variance.squareRoot()
    else { return nil }
    return FieldDrift(
      field: rows[0].field, level: rows[0].levels[most], frozen: levels[most].before, now: levels[most].after,
      variation: variation, pairs: all)
  }
}

extension ModelDrift {
  /// What a reader must know of a drifted part, one sentence; nil when nothing has drifted.
  static func notice(_ drifts: [FieldDrift], part: String) -> String? {
    guard !drifts.isEmpty else { return nil }
    let fields = drifts.sorted { $0.variation > $1.variation }.prefix(3).map { drift in
      "\(drift.field) \"\(drift.level)\" dulu \(percent(drift.frozen)), kini \(percent(drift.now))"
    }
    return "Model beku tidak lagi cocok untuk \(part): " + fields.joined(separator: "; ")
      + ". Bandingkan hasil ini dengan hati-hati, atau hapus kunci model agar model baru dilatih."
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10),\(tenths % 10)%"
  }
}
