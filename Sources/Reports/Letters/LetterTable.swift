import RollModel

/// Counts by reason, area and sex: what the letter prints, what the recap prints, what is counted again.
struct LetterTable {
  /// Men, women, and those whose sex is written nowhere.
  struct Count: Equatable {
    var men = 0
    var women = 0
    var unknown = 0
    var total: Int { men + women + unknown }
    /// As columns L, P and L+P.
    var cells: [Int] { [men, women, total] }

    mutating func add(_ sex: String) {
      switch sex {
      case Sex.male.code: men += 1
      case Sex.female.code: women += 1
      default: unknown += 1
      }
    }

    static func + (a: Count, b: Count) -> Count {
      Count(men: a.men + b.men, women: a.women + b.women, unknown: a.unknown + b.unknown)
    }
  }

  struct Area: Hashable {
    let kecamatan: String
    let desa: String
  }

  let categories: [LetterCategory]
  /// By category, then area.
  private let counts: [[Area: Count]]
  /// In order of their numbers.
  let areas: [Area]
  private let codeTable: CodeTable

  init(_ record: RunRecord, _ selection: LetterSelection) {
    categories = selection.categories
    codeTable = record.election.codeTable
    var order: [Area: [Int]] = [:]
    counts = selection.categories.map { category in
      var counts: [Area: Count] = [:]
      for row in category.rows {
        guard let voter = record.data.voter(row.person) else { continue }
        let entry = record.data.lexicon.areas[row.area]
        let area = Area(kecamatan: Self.name(entry.kecamatan), desa: LetterMarkup.plain(entry.desa))
        counts[area, default: Count()].add(Self.sex(voter))
        let place = [entry.kecamatanNumber, row.area]
        if let known = order[area], known.lexicographicallyPrecedes(place) { continue }
        order[area] = place
      }
      return counts
    }
    areas = order.sorted { $0.value.lexicographicallyPrecedes($1.value) }.map(\.key)
  }

  /// A kecamatan as both the letter and its annex write it.
  static func name(_ kecamatan: String) -> String {
    let name = LetterMarkup.plain(kecamatan)
    return name.isEmpty ? "(tidak diketahui)" : name
  }

  /// L or P as the list or the NIK says; `-` where neither does.
  static func sex(_ voter: Voter) -> String { (voter.sex ?? voter.nik.sex)?.code ?? "-" }

  func count(_ category: Int, in area: Area) -> Count { counts[category][area] ?? Count() }
  func sum(_ category: Int) -> Count { counts[category].values.reduce(Count(), +) }
  func sum(_ letterClass: LetterClass) -> Count {
    categories.indices.reduce(Count()) { $0 + (categories[$1].letterClass == letterClass ? sum($1) : Count()) }
  }
  var sum: Count { categories.indices.reduce(Count()) { $0 + sum($1) } }
  func sum(in area: Area) -> Count { categories.indices.reduce(Count()) { $0 + count($1, in: area) } }

  /// The counts of a category by kecamatan, as a reader of the annex can count them.
  func byKecamatan(_ category: Int) -> [String: Count] {
    counts[category].reduce(into: [:]) { $0[$1.key.kecamatan] = ($0[$1.key.kecamatan] ?? Count()) + $1.value }
  }

  /// The line of the daily form: its number before a reason of the law, the class before others.
  func title(_ category: LetterCategory) -> String {
    guard let code = category.code, let number = codeTable.number(code) else {
      return category.code == nil ? "\(category.letterClass.label): \(category.label)" : category.title
    }
    return (number < 10 ? "0" : "") + "\(number) \(category.title)"
  }
}

extension LetterTable {
  /// A short mark of each category for narrow columns: the number of a reason of the law, else class and count.
  var marks: [String] {
    var counts: [LetterClass: Int] = [:]
    return categories.map { category in
      if let number = category.code.flatMap({ codeTable.number($0) }) {
        return (number < 10 ? "0" : "") + String(number) + (category.key == LetterSelection.across ? "K" : "")
      }
      counts[category.letterClass, default: 0] += 1
      return category.letterClass.label + String(counts[category.letterClass] ?? 0)
    }
  }
}

// MARK: The letter's two tables

extension LetterTable {
  /// One line a reason, in the order of the daily form.
  var recap: [[String]] {
    [["Uraian", "L", "P", "L+P"]]
      + categories.indices.map { [title(categories[$0])] + sum($0).cells.map(IndonesianNumber.grouped) }
      + [["Jumlah"] + sum.cells.map(IndonesianNumber.grouped)]
  }

  /// One line a kecamatan, L and P of each class.
  var kecamatan: [[String]] {
    let classes = LetterClass.allCases.filter { one in categories.contains { $0.letterClass == one } }
    var names: [String] = []
    for area in areas where names.last != area.kecamatan && !names.contains(area.kecamatan) {
      names.append(area.kecamatan)
    }
    func line(_ name: String, _ isInside: (Area) -> Bool) -> [String] {
      var cells: [Int] = []
      var all = Count()
      for one in classes {
        var count = Count()
        for (index, category) in categories.enumerated() where category.letterClass == one {
          for (area, own) in counts[index] where isInside(area) { count = count + own }
        }
        cells += [count.men, count.women]
        all = all + count
      }
      return [name] + (cells + (classes.count > 1 ? all.cells : [all.total])).map(IndonesianNumber.grouped)
    }
    let header =
      ["Kecamatan"] + classes.flatMap { ["\($0.label) L", "\($0.label) P"] } + (classes.count > 1 ? ["L", "P"] : [])
      + ["L+P"]
    return [header] + names.map { name in line(name) { $0.kecamatan == name } } + [line("Jumlah") { _ in true }]
  }
}
