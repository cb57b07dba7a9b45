import Casework
import RollModel

/// The finished runs of a case that a later one looks back on.
struct EarlierRuns {
  private let casePath: String
  private let folders: [String]

  /// - Parameter parents: folders whose run folders of this case are taken.
  init(casePath: String, parents: [String]) {
    self.casePath = casePath
    var seen: Set<String> = []
    folders = parents.flatMap { parent in
      (FileSystem.names(in: parent) ?? []).filter { !$0.hasPrefix(".") }.compactMap { name -> String? in
        guard let path = FileSystem.real(parent + "/" + name), FileSystem.target(path) == .folder,
          seen.insert(path).inserted
        else { return nil }
        return path
      }
    }
  }

  /// Run folders of the case with their manifests; what is none is passed over.
  var runs: [(path: String, manifest: Manifest)] {
    folders.compactMap { path in
      guard FileSystem.kind(path + "/" + Manifest.fileName) == .file, let manifest = try? Manifest(runFolder: path),
        (try? manifest.casePath(of: path)) == casePath
      else { return nil }
      return (path, manifest)
    }
  }

  /// What runs up to a day saw done of letters.
  func done(until day: CalendarDay) throws(RunFailure) -> Set<FollowUp.Key> {
    var keys: Set<FollowUp.Key> = []
    for (path, manifest) in runs where manifest.day <= day.description {
      do throws(ScoringError) { keys.formUnion(try FollowUpFile.done(in: path)) } catch {
        throw RunFailure(error.description)
      }
    }
    return keys
  }
}
