import Joining

/// The file that holds the key of record files.
enum KeyFile {
  static func read(_ path: String) throws -> RecordKey {
    try RecordKey(FileSystem.read(path, limit: RecordKey.mostBytes), path: path)
  }
}
