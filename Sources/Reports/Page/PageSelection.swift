import RollModel

/// The findings that the page holds: all of a small run, the weightiest of a large one, of every kecamatan some.
struct PageSelection: Sendable {
  /// At most so many of one rule where all are more than `inAll`.
  static let perRule = 2_000
  /// With which the files of a million voters stay below eighty megabytes.
  static let inAll = 19_000

  /// Indices in `RunRecord.findings`, ascending.
  let indices: [Int]
  let total: Int

  /// Findings of a higher severity go before others, surer ones before others within a rule. O(n).
  init(
    _ record: RunRecord, _ tally: FindingTally, perRule: Int = PageSelection.perRule, inAll: Int = PageSelection.inAll
  ) {
    total = record.findings.count
    // By place of the rule in the tally; the rules in the order in which findings tell of them.
    var runs: [[Range<Int>]] = Array(repeating: [], count: tally.rules.count)
    var rules: [Int] = []
    for run in tally.runs {
      if runs[run.rule].isEmpty { rules.append(run.rule) }
      runs[run.rule].append(run.findings)
    }
    var chosen: [Int] = []
    for severity in Severity.allCases.reversed() {
      for rule in rules where tally.rules[rule].severity == severity {
        let room = total <= inAll ? tally.rules[rule].total : min(perRule, inAll - chosen.count)
        chosen +=
          tally.rules[rule].total <= room ? runs[rule].flatMap(\.self) : Self.surest(room, of: runs[rule], record)
      }
    }
    indices = chosen.sorted()
  }

  private static func surest(_ count: Int, of runs: [Range<Int>], _ record: RunRecord) -> [Int] {
    var chosen = Self.shares(count, of: runs, record)
    let known = Set(chosen)
    for tier in Tier.printed {
      for index in runs.joined() {
        guard chosen.count < count else { return chosen }
        if record.findings[index].tier == tier, !known.contains(index) { chosen.append(index) }
      }
    }
    return chosen
  }

  /// Of every kecamatan, in a province of every kabupaten, the surest, an equal share each, so that the first in order do not
  /// take all the room.
  private static func shares(_ count: Int, of runs: [Range<Int>], _ record: RunRecord) -> [Int] {
    let areas = record.data.lexicon.areas
    let isProvince = areas.kabupaten.count > 1
    let share = count / max(1, isProvince ? areas.kabupaten.count : areas.kecamatanNames.count { !$0.isEmpty })
    var taken: [Int: Int] = [:]
    var chosen: [Int] = []
    for tier in Tier.printed {
      for index in runs.joined() where record.findings[index].tier == tier {
        let number: Int? =
          switch record.findings[index].subject {
          case .person(let person):
            record.data.voter(person).map { isProvince ? $0.area.kabupatenNumber : $0.area.kecamatanNumber }
          case .area(let key): isProvince ? areas.kabupaten(of: key) : key.kecamatan
          }
        guard let number, taken[number, default: 0] < share else { continue }
        taken[number, default: 0] += 1
        chosen.append(index)
      }
    }
    return Array(chosen.prefix(count))
  }
}
