import Normalizers
import RollModel

/// The date that a file's name states for its data: `dps-2026-11-21.csv`, `20261121_dpt.csv`.
enum IssueDate {
  /// The latest complete date in the name; unknown when there is none. A lone year says too little.
  static func find(in name: String) -> CalendarDay {
    let bytes = Array(name.utf8)
    var best = CalendarDay()
    for length in [10, 8] where bytes.count >= length {
      for start in 0...(bytes.count - length) {
        let candidate = bytes[start..<(start + length)]
        let before = start > 0 && bytes[start - 1].isDigit
        let after = start + length < bytes.count && bytes[start + length].isDigit
        guard !before, !after, candidate.first?.isDigit == true, candidate.last?.isDigit == true else { continue }
        guard candidate.count(where: \.isDigit) == 8 else { continue }
        let (day, outcome) = candidate.withUnsafeBufferPointer { DateText.read($0) }
        if outcome == .read, day.isComplete, (1990...2100).contains(day.year), best < day { best = day }
      }
    }
    return best
  }
}
