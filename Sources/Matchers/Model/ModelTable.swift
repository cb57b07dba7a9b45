import RollModel

/// One table of a model by name: where its m stands, which u goes with it, and what its levels are called.
///
/// THE LIST of what `model.json` holds; saving, freezing and looking for drift all read it.
struct ModelTable: Sendable {
  let field: String
  /// For which pairs it holds; empty for all.
  var group = ""
  let levels: [String]
  /// Where in `m` and `sums` the levels stand.
  var range: Range<Int>
  let m: WritableKeyPath<Likelihoods, [Double]> & Sendable
  let sums: KeyPath<Training.Sums, [Int64]> & Sendable
  /// Chance of a level; nil where the value's own share is taken.
  var u: @Sendable (Chances, Int) -> Double? = { _, _ in nil }

  init(
    _ field: String, group: String = "", levels: [String], from start: Int = 0,
    _ m: WritableKeyPath<Likelihoods, [Double]> & Sendable, _ sums: KeyPath<Training.Sums, [Int64]> & Sendable,
    u: @escaping @Sendable (Chances, Int) -> Double? = { _, _ in nil }
  ) {
    self.field = field
    self.group = group
    self.levels = levels
    range = start..<(start + levels.count)
    self.m = m
    self.sums = sums
    self.u = u
  }

  /// What a table is found by in a file.
  typealias Name = (field: String, group: String, levels: [String])
  var name: Name { (field, group, levels) }

  static func all(_ mode: NumberMode) -> [ModelTable] {
    [
      ModelTable(Words.name, levels: Words.events, \.name, \.name) { _, k in
        k == Int(NameEvent.conflict.rawValue) ? Chances.conflict : nil
      },
      ModelTable(Words.length, levels: Words.lengths, \.length, \.length),
      ModelTable(Words.birth, levels: Words.births.map { $0.isEmpty ? Words.unused : $0 }, \.birth, \.birth),
    ] + numbers(mode) + [
      ModelTable(Words.familyCard, levels: [Words.different, Words.same], \.familyCard, \.familyCard) { u, k in
        k == 1 ? u.sameFamilyCard : 1 - u.sameFamilyCard
      },
      ModelTable(Words.place, levels: Words.places, \.place, \.place),
      ModelTable(Words.sex, levels: [Words.same, Words.different], \.sex, \.sex),
      ModelTable(Words.residence, levels: Words.residences, \.residence, \.residence),
      ModelTable(Words.marital, levels: [Words.same, Words.different], \.marital, \.marital) { u, k in u.marital[k] },
      ModelTable(Words.father, levels: Words.fathers, \.father, \.father),
    ]
  }

  /// Rows of the number table: by birth group, then by kecamatan.
  static func numbers(_ mode: NumberMode) -> [ModelTable] {
    (0..<NumberTable.rows).map { row in
      ModelTable(
        Words.numberShort, group: chanceGroups[row],
        levels: numberLevels(mode), from: row * 8, \.number, \.number
      ) { u, k in u.number[row * 8 + k] }
    }
  }

  /// Rows of the chances of numbers, as `NumberTable.chanceRow` numbers them: for which pairs each holds.
  static let chanceGroups: [String] = (0..<NumberTable.chanceRows).map { row in
    switch row {
    case 0..<8: Words.birthGroups[row / 2] + ", " + Words.strata[row % 2]
    case 8, 9: Words.birthGroups[0] + Words.onHeap + ", " + Words.strata[row - 8]
    case 11: Words.birthGroups[0] + Words.onHeap + ", " + Words.strata[2]
    default: Words.birthGroups[NumberTable.group(row: row)] + ", " + Words.strata[2]
    }
  }

  static func numberLevels(_ mode: NumberMode) -> [String] {
    (0..<8).map { Words.number($0, mode) + ($0 == 6 ? Words.inEveryPart : "") }
  }

  /// The table with its present values. `pairs`: expected pairs of one person that taught it.
  func saved(_ likelihoods: Likelihoods, _ chances: Chances, pairs: Double) -> SavedModel.Table {
    let m = likelihoods[keyPath: self.m][range]
    return SavedModel.Table(
      field: field, group: group, pairs: pairs,
      levels: zip(levels, m).enumerated().map { k, level in
        SavedModel.Level(name: level.0, m: level.1, u: u(chances, k))
      })
  }

  /// Expected pairs of one person behind the table. The family card of duplicates is learned from equal numbers alone.
  func pairs(_ sums: Training.Sums, ofDuplicates: Bool) -> Double {
    if ofDuplicates, field == Words.familyCard { return Double(sums.equalNumber) }
    return sums[keyPath: self.sums][range].reduce(0) { $0 + Training.Sums.value($1) }
  }
}

extension Words {
  fileprivate static let unused = "tidak dipakai"
  fileprivate static let inEveryPart = " pada semua bagian"
  fileprivate static let birthGroups = [
    "tanggal lahir sama", "tanggal lahir mirip", "hanya tahun lahir sama", "tanggal lahir berbeda",
  ]
  fileprivate static let strata = ["lain kecamatan", "satu kecamatan", "satu tempat lahir"]
  fileprivate static let onHeap = " (1 Januari, 1 Juli, 31 Desember)"
}
