import Glibc
import Matchers
import RollModel
import Rules

/// Runs the examples of one rule and prints its page; ends with 1 where a row is flagged that is not marked, or not flagged
/// that is.
@main struct TryRule {
  static func main() throws {
    let id = CommandLine.arguments.dropFirst().first ?? ""
    guard let rule = Rulebook.rule(id: id) else {
      print("no rule \(id)")
      exit(1)
    }
    var (right, wrong) = (0, 0)
    for example in rule.card.examples {
      let made = try ExampleCase(example, rule: id)
      let findings = Examination(
        data: made.data, matches: Matcher(threads: 1).run(made.data), election: made.election, visits: made.visits,
        settings: made.settings, threads: 1
      ).run().findings.filter { $0.rule == id }
      let flagged = Flagged(findings, in: made.data)
      for section in made.table.sections where section.isChecked {
        for (row, content) in section.rows.enumerated() {
          if flagged.contains(section.role, row) == content.isMarked { right += 1 } else { wrong += 1 }
        }
      }
    }
    print(RulePages.page(for: rule))
    print("rows as marked: \(right), otherwise: \(wrong)")
    exit(wrong == 0 && right > 0 ? 0 : 1)
  }
}
