import Documents
import Platform

/// The folder beside the output in which a join keeps what it has done, and takes up again after it was killed.
///
/// It belongs to one join: the same files, parts and program. It is locked while its process lives.
package struct WorkFolder: ~Copyable {
  let path: String
  private let lock: Int32
  package static let planName = "rencana.txt"

  /// Opens the folder of the join that `plan` describes, or makes it.
  init(_ path: String, plan: String) throws {
    let opened = try Self.locked(path)
    do { try Self.take(path, plan) } catch {
      close(opened)
      throw error
    }
    self.path = path
    lock = opened
  }

  private static func locked(_ path: String) throws -> Int32 {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileSinkError(path: path, code: errno) }
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw JoiningFault("\(path) bukan folder; pindahkan berkas itu lalu ulangi.") }
    if flock(opened, LOCK_EX | LOCK_NB) == 0 { return opened }
    close(opened)
    throw JoiningFault(
      "\(path) sedang dipakai penggabungan lain; tunggu sampai selesai, atau sebutkan --keluaran lain.")
  }

  /// Writes the plan into a new folder, or finds it the same in one that was left.
  private static func take(_ path: String, _ plan: String) throws {
    let file = path + "/" + planName
    if let before = text(file) {
      guard before == plan else {
        throw JoiningFault(
          "\(path) berisi penggabungan lain (berkas, --memori, atau versi program berbeda); hapus folder itu, atau "
            + "sebutkan --keluaran lain.")
      }
      return
    }
    unlink(file + ".baru")
    do {
      var sink = try FileSink(path: file + ".baru")
      try sink.write(Array(plan.utf8))
      try sink.synchronize()
    }
    guard rename(file + ".baru", file) == 0 else { throw FileSinkError(path: file, code: errno) }
  }

  deinit { if lock >= 0 { close(lock) } }

  /// Whether a work folder stands at `path` that no process uses.
  package static func isLeft(_ path: String) -> Bool {
    let opened = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { return false }
    defer { close(opened) }
    return flock(opened, LOCK_EX | LOCK_NB) == 0 && text(path + "/" + planName) != nil
  }

  private static func text(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      guard got > 0 else { break }
      bytes += piece[..<got]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
