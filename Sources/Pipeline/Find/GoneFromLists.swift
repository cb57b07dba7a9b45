import Casework
import Normalizers
import Readers
import RollModel

/// People of whom a run found something and who answer a question, but whom no list of the case has any more.
struct GoneFromLists {
  /// Who stands on a list: by name and date of birth.
  private let known: Set<String>
  private let judge: @Sendable () -> any RowJudge

  init(_ hits: [Search.Hit], _ judge: @escaping @Sendable () -> any RowJudge) {
    known = Set(hits.map { Self.key($0.name, $0.birth) })
    self.judge = judge
  }

  /// The best first, each person once with all that the runs found; the newest run that has a finding names it.
  func read(_ runs: [(name: String, path: String)]) -> [Search.Hit] {
    var found: [(worth: Int, hit: Search.Hit)] = []
    var places: [String: Int] = [:]
    for run in runs.reversed() {
      var judge = judge()
      // A run that cannot be read was told of when findings on rows of lists were looked for.
      let rows = (try? FindingsOfRows.read(run.path) { judge.worth(of: SweptRow(name: $0, birth: $1)) }) ?? []
      for row in rows {
        let key = Self.key(row.person.name, row.person.birth)
        guard !known.contains(key) else { continue }
        let note = Search.RunNote(run: run.name, note: row.note)
        if let place = places[key] {
          if !found[place].hit.notes.contains(where: { $0.note.id == row.note.id }) {
            found[place].hit.notes.append(note)
          }
        } else {
          places[key] = found.count
          found.append((row.worth, Search.Hit(row, run: run.name, note)))
        }
      }
    }
    return found.enumerated().sorted { ($1.element.worth, $0.offset) < ($0.element.worth, $1.offset) }
      .map { $0.element.hit }
  }

  private static func key(_ name: String, _ birth: String) -> String { name + "|" + birth }
}

extension Search.Hit {
  fileprivate init(_ found: FindingsOfRows.Found, run: String, _ note: Search.RunNote) {
    role = nil
    file = run + "/" + FindingIndex.fileName + ": " + found.person.file
    line = found.person.line
    name = found.person.name
    birth = found.person.birth
    nik = found.person.maskedNIK
    nkk = ""
    desa = found.desa
    areaCode = found.areaCode
    address = ""
    tps = found.tps
    code = found.code
    complaint = []
    event = ""
    notes = [note]
  }
}
