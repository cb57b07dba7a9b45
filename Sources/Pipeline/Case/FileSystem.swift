import Documents
import Platform

/// The few calls of the operating system that the pipeline needs, with failures as sentences.
package enum FileSystem {
  package enum Kind: Sendable { case file, folder, link, other }

  /// What stands at a path, a link not followed; nil if nothing does.
  package static func kind(_ path: String) -> Kind? {
    var info = stat()
    return lstat(path, &info) == 0 ? kind(info.st_mode) : nil
  }

  /// What a path leads to, links followed; nil if nothing does.
  package static func target(_ path: String) -> Kind? {
    var info = stat()
    return stat(path, &info) == 0 ? kind(info.st_mode) : nil
  }

  /// Bytes of a file; 0 where there is none.
  package static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// Names in a folder, sorted by their bytes; nil if it cannot be listed.
  package static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path with every link resolved; nil if it does not exist.
  package static func real(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// Makes a folder that only its owner may read, and the folders above it.
  package static func makeFolder(_ path: String) throws(RunFailure) {
    if target(path) == .folder { return }
    let above = parent(of: path)
    if above != path, target(above) == nil { try makeFolder(above) }
    guard mkdir(path, 0o700) == 0 || (errno == EEXIST && target(path) == .folder) else {
      throw RunFailure("Folder \(path) tidak dapat dibuat: \(reason(errno)).")
    }
  }

  /// Deletes a folder with everything in it, following no links; what cannot be deleted stays.
  package static func remove(_ path: String) {
    if kind(path) == .folder {
      for name in names(in: path) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  /// Everything in a file; fails with a sentence on what cannot be read or holds more than `limit` bytes.
  package static func read(_ path: String, limit: Int) throws(RunFailure) -> [UInt8] {
    guard let found = target(path) else { throw RunFailure("\(path) tidak ada.") }
    guard found == .file else { throw RunFailure("\(path) bukan berkas biasa.") }
    guard size(path) <= limit else { throw RunFailure("\(path) lebih besar dari \(limit) bita.") }
    let handle = open(path, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { throw RunFailure("\(path) tidak dapat dibuka: \(reason(errno)).") }
    defer { close(handle) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Platform.read(handle, $0.baseAddress?.advanced(by: filled), $0.count - filled)
      }
      guard count >= 0 else { throw RunFailure("\(path) tidak dapat dibaca: \(reason(errno)).") }
      if count == 0 { break }
      filled += count
    }
    guard filled <= limit else { throw RunFailure("\(path) lebih besar dari \(limit) bita.") }
    return Array(bytes[..<filled])
  }

  package static func parent(of path: String) -> String {
    let parts = path.split(separator: "/")
    let above = parts.dropLast().joined(separator: "/")
    if path.hasPrefix("/") { return "/" + above }
    return above.isEmpty ? "." : above
  }

  package static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The way from one folder to a path; both absolute, links resolved.
  package static func relative(_ path: String, from folder: String) -> String {
    let a = folder.split(separator: "/")
    let b = path.split(separator: "/")
    let shared = zip(a, b).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: a.count - shared) + b[shared...].map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private static func kind(_ mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// A failure of the operating system in words.
  package static func reason(_ code: Int32) -> String { SystemWords.reason(code) }
}
