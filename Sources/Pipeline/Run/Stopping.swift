import Platform
import Synchronization

/// What a program that somebody stops leaves behind: no folder of half a run, and no words of a failure that is none.
package enum Stopping {
  /// Held for as long as something must be whole or not at all, and by whoever stops the program until its end. Its value
  /// says whether what the command is for was done.
  private static let gate = Mutex(false)
  /// Folders that go with the program, each with the folder above where that was made for it and is empty otherwise.
  private static let folders = Mutex<[String: String]>([:])

  /// Says why, removes what is unfinished and ends the process; does nothing where all is done but to say so.
  package static func stop(saying say: () -> Void, ending end: () -> Void) {
    gate.withLock { isSettled in
      if isSettled { return }
      say()
      folders.withLock { folders in
        for (path, above) in folders {
          remove(path)
          if !above.isEmpty { rmdir(above) }
        }
      }
      end()
    }
  }

  /// Does what must not be left half done. Who stops the program stops it before, or where this throws; else not any more.
  static func settle<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    try gate.withLock { isSettled throws(Failure) in
      try body()
      isSettled = true
    }
  }

  /// Does something, for example says of a failure, unless the program is being stopped: then it waits for the end.
  package static func unlessStopped(_ body: () -> Void) { gate.withLock { _ in body() } }

  static func add(_ folder: String, above: String) { folders.withLock { $0[folder] = above } }
  static func forget(_ folder: String) { folders.withLock { $0[folder] = nil } }

  /// Other threads may still write into it.
  private static func remove(_ folder: String) {
    for _ in 0..<50 where FileSystem.kind(folder) != nil { FileSystem.remove(folder) }
  }
}
