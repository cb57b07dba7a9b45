import Casework
import RollModel

/// The runs from before an older one: what a comparison looks at to tell what is back again from what is new.
package enum RunsBefore {
  /// Ids of findings and notes of the runs of both cases that are older than `old`; empty where there are none.
  ///
  /// Looked at are the run folders that are still there: in `hasil/` of the cases and beside the two runs. One that cannot be
  /// read any more says nothing.
  /// - Parameter wanted: ids that are asked after; nothing is read where there are none.
  package static func ids(before old: String, and new: String, among wanted: Set<String>) -> Set<String> {
    guard !wanted.isEmpty, let oldPath = FileSystem.real(old), let newPath = FileSystem.real(new),
      let manifest = try? Manifest(runFolder: oldPath)
    else { return [] }
    let limit = Place(manifest.day, oldPath)
    var found: Set<String> = []
    var seen: Set<String> = [oldPath, newPath]
    let parents = [oldPath, newPath].map { FileSystem.parent(of: $0) }
    for run in [oldPath, newPath] {
      guard let manifest = try? Manifest(runFolder: run), let casePath = try? manifest.casePath(of: run) else {
        continue
      }
      let earlier = EarlierRuns(casePath: casePath, parents: [casePath + "/hasil"] + parents)
      for (path, manifest) in earlier.runs where Place(manifest.day, path) < limit && seen.insert(path).inserted {
        guard let index = try? FindingIndex(runFolder: path, withNotes: true) else { continue }
        for entry in index.entries where wanted.contains(entry.id) { found.insert(entry.id) }
      }
    }
    return found
  }

  /// When a run was: its day, then the number behind the day in its name.
  private struct Place: Comparable {
    let day: String
    let name: String

    init(_ day: String, _ path: String) {
      self.day = day
      name = FileSystem.name(of: path)
    }

    static func < (a: Place, b: Place) -> Bool {
      (a.day, a.name.utf8.count, a.name) < (b.day, b.name.utf8.count, b.name)
    }
  }
}
