import RollModel

/// Counts by kecamatan and reason with their sums: what the letter prints, what the recap prints, what is re-counted.
struct LetterTable {
  struct Line {
    let name: String
    /// One for each reason, then their sum.
    let counts: [Int]
    let isTotal: Bool
  }

  let header: [String]
  let lines: [Line]

  init(_ record: RunRecord, _ selection: LetterSelection) {
    let roll = record.data.roll
    header = ["Kecamatan"] + selection.categories.map { $0.code.label } + ["Jumlah"]
    var counts: [[Int]] = []
    let numbers = selection.kecamatan(in: roll)
    for number in numbers {
      counts.append(
        selection.categories.map { category in
          category.rows.count { roll[$0.row].area.kecamatanNumber == number }
        })
    }
    let names = numbers.map { Self.name(record.data.lexicon.areas.kecamatanNames[$0]) }
    let sums = selection.categories.map { $0.rows.count }
    lines =
      zip(names, counts).map { name, counts in
        Line(name: name, counts: counts + [counts.reduce(0, +)], isTotal: false)
      } + [Line(name: "Jumlah", counts: sums + [sums.reduce(0, +)], isTotal: true)]
  }

  /// A kecamatan as both the letter and its annex write it.
  static func name(_ kecamatan: String) -> String {
    let name = LetterMarkup.plain(kecamatan)
    return name.isEmpty ? "(tidak diketahui)" : name
  }

  /// The counts of a column added up by name, as a reader of the annex can count them.
  func counts(ofColumn column: Int) -> [String: Int] {
    lines.dropLast().reduce(into: [:]) { $0[$1.name, default: 0] += $1.counts[column] }.filter { $0.value > 0 }
  }

  /// Header, lines and sums as texts.
  var rows: [[String]] { [header] + lines.map { [$0.name] + $0.counts.map(IndonesianNumber.grouped) } }
}
