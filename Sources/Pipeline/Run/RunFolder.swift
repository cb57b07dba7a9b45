import Platform
import RollModel

/// A run folder while it is written: beside its final place, under a name of our own, and renamed when whole.
///
/// The temporary folder is locked while its process lives, so a later run can tell what a killed one left behind from
/// what another is writing now, and sweeps only the former.
package struct RunFolder: ~Copyable {
  /// Where files are written until `commit`.
  package let path: String
  private let parent: String
  private let name: String
  private let isFixed: Bool
  private let lock: Int32
  private var isDone = false
  /// The parent was made for this run, and goes with it where the run fails.
  private let isParentNew: Bool

  private static let mark = ".padan-sementara-"

  /// Begins a folder `name` in `parent`; with `isFixed` that very name must be free, else `-2`, `-3` … is added.
  package init(parent: String, name: String, isFixed: Bool) throws(RunFailure) {
    isParentNew = FileSystem.kind(parent) == nil
    try FileSystem.makeFolder(parent)
    if isFixed, FileSystem.kind(parent + "/" + name) != nil { throw Self.taken(name) }
    Self.sweep(parent)
    (path, lock) = try Self.lockedFolder(in: parent)
    Stopping.add(path, above: isParentNew ? parent : "")
    self.parent = parent
    self.name = name
    self.isFixed = isFixed
  }

  /// A fresh folder and the descriptor that holds its lock; another's sweep may take a folder before it is locked, and
  /// then the next is tried.
  private static func lockedFolder(in parent: String) throws(RunFailure) -> (path: String, lock: Int32) {
    for _ in 0..<16 {
      var template = Array((parent + "/" + mark + "XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else { break }
      let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX) == 0, FileSystem.kind(path) == .folder { return (path, lock) }
      close(lock)
    }
    throw RunFailure("Folder hasil tidak dapat dibuat di \(parent): \(FileSystem.reason(errno)).")
  }

  deinit {
    if !isDone {
      FileSystem.remove(path)
      Stopping.forget(path)
      // Never a folder that holds anything.
      if isParentNew { rmdir(parent) }
    }
    if lock >= 0 { close(lock) }
  }

  /// Gives the finished folder its name; returns where it is. Nothing that exists is ever replaced.
  package consuming func commit() throws(RunFailure) -> String {
    var final = ""
    try Stopping.settle { () throws(RunFailure) in final = try named() }
    isDone = true
    Stopping.forget(path)
    fsync(lock)
    return final
  }

  /// Renames the folder; returns where it is now.
  private borrowing func named() throws(RunFailure) -> String {
    for number in 1... {
      let final = parent + "/" + (number == 1 ? name : "\(name)-\(number)")
      if FileSystem.kind(final) != nil {
        if isFixed { throw Self.taken(name) }
        continue
      }
      // A folder that appeared meanwhile is whole, so not empty, and the rename onto it fails.
      if rename(path, final) == 0 { return final }
      guard [EEXIST, ENOTEMPTY].contains(errno), !isFixed else {
        throw RunFailure("Folder hasil tidak dapat diberi nama \(final): \(FileSystem.reason(errno)).")
      }
    }
    throw Self.taken(name)
  }

  /// Removes what killed runs left in `parent`: folders of our own naming that nobody holds.
  private static func sweep(_ parent: String) {
    for name in FileSystem.names(in: parent) ?? [] where name.hasPrefix(mark) {
      let path = parent + "/" + name
      guard FileSystem.kind(path) == .folder else { continue }
      let handle = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard handle >= 0 else { continue }
      if flock(handle, LOCK_EX | LOCK_NB) == 0 { FileSystem.remove(path) }
      close(handle)
    }
  }

  private static func taken(_ name: String) -> RunFailure {
    RunFailure("Folder keluaran \(name) sudah ada; sebutkan nama lain. Hasil lama tidak diubah.")
  }
}
