import Casework
import Documents
import Platform
import RollModel

/// Erases run folders: their personal data goes, a line in the register stays.
package struct EraseRun: Sendable {
  /// One run that was erased.
  package struct Erased: Sendable {
    package var path: String
    package var day: String
    package var files: Int
    package var bytes: Int
    /// Lines of the register that still tell of findings of the case.
    package var letters: Int
    package var decisions: Int
  }

  private let writer: CaseRegister.Writer

  package init(writer: CaseRegister.Writer) { self.writer = writer }

  /// Erases one run folder.
  package func erase(_ folder: String) throws(RunFailure) -> Erased {
    guard FileSystem.kind(folder) != .link, let path = FileSystem.real(folder), FileSystem.target(path) == .folder
    else {
      throw RunFailure(
        "Folder hasil \(folder) tidak ada, atau hanya tautan; sebutkan folder yang ditulis 'padan periksa'.")
    }
    let manifest = try Manifest(runFolder: path)
    let casePath = try manifest.standingCase(of: path)
    guard casePath != path, !casePath.hasPrefix(path + "/"), FileSystem.kind(path + "/" + Register.fileName) == nil,
      FileSystem.kind(path + "/" + CaseFolder.planName) == nil
    else { throw RunFailure("\(folder) berisi kasus, bukan hanya hasil; tidak ada yang dihapus.") }
    return try erase(path, manifest, casePath)
  }

  /// Erases the runs of a case's `hasil/` that are older than so many days.
  package func erase(in caseFolder: String, olderThan days: Int, on today: CalendarDay) throws(RunFailure) -> [Erased] {
    guard let given = FileSystem.real(caseFolder), FileSystem.target(given) == .folder else {
      throw RunFailure("Folder kasus \(caseFolder) tidak ada.")
    }
    let parent = FileSystem.name(of: given) == "hasil" ? given : given + "/hasil"
    guard FileSystem.target(parent) == .folder else {
      throw RunFailure("\(caseFolder) tidak berisi folder hasil/; sebutkan folder kasus.")
    }
    let casePath = FileSystem.parent(of: parent)
    var erased: [Erased] = []
    for (path, manifest) in EarlierRuns(casePath: casePath, parents: [parent]).runs {
      guard FileSystem.kind(path) == .folder, path.hasPrefix(parent + "/"),
        let day = CalendarDay(iso: manifest.day)?.ordinal, let now = today.ordinal, now - day > days
      else { continue }
      erased.append(try erase(path, manifest, casePath))
    }
    return erased
  }

  /// The line comes first: whoever is stopped between the two finds the folder there and erases it again, and the line
  /// is not written twice.
  private func erase(_ path: String, _ manifest: Manifest, _ casePath: String) throws(RunFailure) -> Erased {
    let source = RegisterEvent.Source(
      file: Manifest.fileName, sha256: Fingerprint(of: path + "/" + Manifest.fileName, name: "").sha256)
    let done: Set<FollowUp.Key>
    do throws(ScoringError) { done = try FollowUpFile.done(in: path) } catch { throw RunFailure(error.description) }
    let (files, bytes) = Self.contents(of: path)
    let file = try CaseRegister(casePath: casePath).open(writer)
    let isTold = file.register.events.contains { $0.kind == .erasure && $0.source == source }
    if !isTold {
      let event = RegisterEvent(
        .erasure, by: writer.stamp,
        content: [
          .init("hasil", FileSystem.relative(path, from: casePath)), .init("tanggal", manifest.day),
          .init("berkas", files), .init("bita", bytes), FollowUpFile.content(done),
        ], source: source)
      try CaseRegister.append([event], to: file)
    }
    // Under another name first: a folder that is half erased is no run any more.
    let parent = FileSystem.parent(of: path)
    let going = parent + "/.padan-sementara-hapus-" + FileSystem.name(of: path)
    guard rename(path, going) == 0 else {
      throw RunFailure("\(path) tidak dapat dihapus: \(FileSystem.reason(errno)).")
    }
    FileSystem.remove(going)
    guard FileSystem.kind(going) == nil else {
      throw RunFailure("\(going) tidak dapat dihapus seluruhnya; hapus sisanya dengan tangan.")
    }
    return Erased(
      path: path, day: manifest.day, files: files, bytes: bytes,
      letters: file.register.events.count { $0.kind == .letter },
      decisions: file.register.events.count { $0.kind == .decision })
  }

  /// Files of a folder and their bytes.
  private static func contents(of path: String) -> (files: Int, bytes: Int) {
    var sum = (files: 0, bytes: 0)
    for name in FileSystem.names(in: path) ?? [] {
      let inside = path + "/" + name
      if FileSystem.kind(inside) == .folder {
        let below = contents(of: inside)
        sum = (sum.files + below.files, sum.bytes + below.bytes)
      } else {
        sum = (sum.files + 1, sum.bytes + FileSystem.size(inside))
      }
    }
    return sum
  }
}
