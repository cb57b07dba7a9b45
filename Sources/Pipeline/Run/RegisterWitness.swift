import Casework
import Documents
import Platform
import RollModel

/// What the runs of a case tell of its register.
///
/// Whoever asks asks them before the register is read. Other commands write to it at the same moment, and note so in their
/// runs while they keep it locked: what a witness knows is then in the register that is read.
struct RegisterWitnesses {
  /// How many lines a run knows of, and the hash of the last.
  let anchors: [(run: String, count: Int, head: String)]
  /// Letters that were entered, with the paths of their manifests.
  let letters: [(run: String, name: String, kind: String, day: String, path: String)]

  init(_ runs: [(path: String, manifest: Manifest)]) {
    anchors = runs.flatMap { path, manifest in
      [CaseRegister.anchor(of: manifest), RegisterWitness.anchor(in: path).flatMap(CaseRegister.anchor)]
        .compactMap(\.self).map { (FileSystem.name(of: path), $0.count, $0.head) }
    }
    letters = runs.flatMap { path, _ in
      RegisterWitness.letters(in: path).map { (FileSystem.name(of: path), $0.name, $0.kind, $0.day, $0.path) }
    }
  }
}

/// What a run folder tells of the register of its case, besides the manifest: how long it was when a verb last wrote to it
/// from this folder, and which letters lie there that it must name.
enum RegisterWitness {
  static let fileName = "register.saksi"

  /// Notes the register as it is now; where the folder cannot be written to, there is one witness less.
  static func note(_ register: Register, in runFolder: String) {
    let handle = open(
      runFolder + "/" + fileName, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard handle >= 0 else { return }
    defer { close(handle) }
    let line = Array("\(register.events.count) \(register.head)\n".utf8)
    _ = line.withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
  }

  /// What was noted last, as a setting of a manifest has it; nil where nothing was.
  static func anchor(in runFolder: String) -> String? {
    let path = runFolder + "/" + fileName
    guard FileSystem.kind(path) == .file, let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init)
  }

  /// Letters in the folder that were written into the register, as their own manifests say: kind and day.
  static func letters(in runFolder: String) -> [(name: String, kind: String, day: String, path: String)] {
    let folder = runFolder + "/surat"
    let suffix = "." + Manifest.fileName
    return (FileSystem.names(in: folder) ?? []).filter { $0.hasSuffix(suffix) }.sorted().compactMap { name in
      let path = folder + "/" + name
      guard let manifest = try? Manifest(path: path) else { return nil }
      func setting(_ key: String) -> String { manifest.settings.first { $0.key == key }?.value ?? "" }
      guard setting("konsep") == "tidak" else { return nil }
      return (String(name.dropLast(suffix.count)), setting("jenis"), manifest.day, path)
    }
  }
}
