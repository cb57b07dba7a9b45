import Casework
import Reports
import RollModel
import Rules

/// Findings that letters of earlier runs asked for and that this run has no more, on the rows on which the case's files hold
/// their persons now: what a letter of withdrawal takes back after new files came.
///
/// A refused finding stays out of every later run, and the files that an older run read are gone by then. Its run folder
/// still says which finding it was and, by `PersonTraits`, of whom.
struct AskedBefore {
  /// Where an id's person stands on no list of the case any more, or its run folder is gone, there is none of it.
  let findings: [Finding]

  /// - Parameters:
  ///   - letters: those that ask for the ids, of the case's register.
  ///   - record: of the run that is at hand, whose rows are gone through once where there is anything to look for.
  init(_ ids: Set<String>, asked letters: [SentLetter], by run: FinishedRun, _ record: RunRecord) throws {
    let wanted = try Self.printed(ids, letters, run)
    guard !wanted.isEmpty else {
      findings = []
      return
    }
    let rows = PersonSearch(wanted.flatMap { $0.traits }, in: record.data)
    let desa = PrintedDesa(record.data.lexicon.areas)
    findings = wanted.compactMap { found in
      guard let own = found.traits.first.flatMap({ rows.row(of: $0, on: Self.lists(of: found)) }) else { return nil }
      let other = found.traits.count > 1 ? rows.row(of: found.traits[1], on: Role.allCases) : nil
      var finding = found.finding(on: own, beside: other == own ? nil : other, run.codes)
      finding?.place = desa.number(of: found)
      return finding
    }
  }

  /// Where the person may stand now: the rolls, and for one who was on none the list that named him. Never a list of the dead
  /// or the moved in place of a roll: it may be of somebody else, which is why the finding is taken back.
  private static func lists(of found: FoundFinding) -> [Role] {
    let folder = found["berkas"]?.split(separator: "/").first.map(String.init)
    return [.roll, .previousRoll] + (folder.flatMap { Role(rawValue: $0) }.map { [$0] } ?? [])
  }

  /// The findings as the newest run that holds them printed them.
  private static func printed(_ ids: Set<String>, _ letters: [SentLetter], _ run: FinishedRun) throws -> [FoundFinding]
  {
    let names = Set(letters.filter { $0.asks && !ids.isDisjoint(with: $0.ids) }.map(\.run))
    let earlier = EarlierRuns(
      casePath: run.casePath, parents: [run.casePath + "/hasil", FileSystem.parent(of: run.path)])
    var found: [String: FoundFinding] = [:]
    for (path, _) in earlier.runs.filter({ names.contains(FileSystem.name(of: $0.path)) })
      .sorted(by: { ($0.manifest.day, $0.path) > ($1.manifest.day, $1.path) })
    {
      let left = ids.subtracting(found.keys)
      guard !left.isEmpty else { break }
      do {
        found.merge(try FoundFinding.rows(of: left, in: path)) { newer, _ in newer }
      } catch { throw RunFailure(error.description) }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Finds the rows on which some persons stand, list by list.
private struct PersonSearch {
  private var found: [Role: [String: (row: Int, shared: Int)]] = [:]

  init(_ wanted: [PersonTraits], in data: CaseData) {
    var byPart: [String: [PersonTraits]] = [:]
    for traits in wanted { for part in Self.parts(traits) { byPart[part, default: []].append(traits) } }
    for role in Role.allCases {
      guard let roll = data.persons(role) else { continue }
      for row in 0..<roll.count {
        let own = PersonTraits(roll[row])
        for traits in Self.parts(own).flatMap({ byPart[$0] ?? [] }) {
          // Of two rows of one person the one that has more in common.
          let shared = traits.shared(with: own)
          guard shared > found[role]?[traits.text]?.shared ?? 0 else { continue }
          found[role, default: [:]][traits.text] = (row, shared)
        }
      }
      data.releaseTexts()
    }
  }

  /// On the first of the lists that has the person.
  func row(of traits: PersonTraits, on lists: [Role]) -> RowReference? {
    for role in lists {
      if let place = found[role]?[traits.text] { return RowReference(role: role, row: place.row) }
    }
    return nil
  }

  /// One of them at least is equal where two things that tell a person are.
  private static func parts(_ traits: PersonTraits) -> [String] {
    [("n", traits.number), ("f", traits.family), ("b", traits.birth), ("d", traits.rollID)].compactMap {
      $1.isEmpty ? nil : $0 + $1
    }
  }
}
