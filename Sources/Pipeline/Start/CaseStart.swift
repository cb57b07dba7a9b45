import Documents
import Readers
import RollModel

/// A folder of files that nobody has described yet: what each seems to be, and the `padan.yaml` that says so.
package struct CaseStart: Sendable {
  /// Absolute, links resolved.
  package let path: String
  /// In order of name.
  package let guesses: [FileGuess]
  /// The contents of `padan.yaml`.
  package let yaml: String
  /// Four digits of the kabupaten that the files' codes begin with, or two of the province of which the roll has several;
  /// empty where they do not agree.
  package let kabupaten: String

  package var planPath: String { path + "/" + CaseFolder.planName }

  /// Levels of folders below the case that are looked into.
  private static let deepest = 6

  /// Looks at the files in `folder`; nothing is written.
  package static func propose(_ folder: String, threads: Int) throws(RunFailure) -> CaseStart {
    guard let path = FileSystem.real(folder) else { throw RunFailure("Folder \(folder) tidak ada.") }
    guard FileSystem.target(path) == .folder else {
      throw RunFailure("\(folder) bukan folder; sebutkan folder yang berisi berkas-berkas kasus.")
    }
    guard FileSystem.kind(path + "/" + CaseFolder.planName) == nil else { throw RunFailure(exists(folder)) }
    var names: [String] = []
    var outside: [FileGuess] = []
    try collect(path, "", 0, &names, &outside)
    guard !names.isEmpty || !outside.isEmpty else {
      throw RunFailure("Folder \(folder) tidak berisi berkas; letakkan daftar-daftarnya di sana lalu ulangi.")
    }
    let guesses = RoleGuesser(threads: threads).guess(names.map { (path + "/" + $0, $0) }) + outside
    let kabupaten = kabupaten(guesses)
    let start = CaseStart(
      path: path, guesses: guesses, yaml: PlanDraft(guesses, kabupaten: kabupaten).text, kabupaten: kabupaten)
    do { _ = try PlanReader.read(start.yaml) } catch { throw RunFailure(unreadable(error)) }
    return start
  }

  /// Writes `padan.yaml`, readable by its owner alone; one that is there is never overwritten.
  package func write() throws {
    var sink = try FileSink(path: planPath)
    do {
      try sink.write(Array(yaml.utf8))
      try sink.synchronize()
    } catch {
      FileSystem.remove(planPath)
      throw error
    }
  }

  /// Files that can be read as they are proposed.
  package var known: [FileGuess] { guesses.filter(\.isUsable) }
  /// Files that the proposal leaves out.
  package var unknown: [FileGuess] { guesses.filter { !$0.isUsable } }
  package var hasRoll: Bool { known.contains { $0.role == .roll } }

  /// Files below `folder` in order of name, and what leads out of the case, without what runs and systems leave there.
  private static func collect(
    _ root: String, _ folder: String, _ depth: Int, _ names: inout [String], _ outside: inout [FileGuess]
  ) throws(RunFailure) {
    guard let entries = FileSystem.names(in: root + "/" + folder) else {
      throw RunFailure("Folder \(root)/\(folder) tidak dapat dibaca; periksa izinnya.")
    }
    for entry in entries where !CaseFolder.isIgnored(entry) {
      let name = folder.isEmpty ? entry : folder + "/" + entry
      if folder.isEmpty, own.contains(entry) { continue }
      guard let real = FileSystem.real(root + "/" + name), real.hasPrefix(root + "/") else {
        var guess = FileGuess(path: root + "/" + name, name: name)
        guess.problem = Self.isOutside
        outside.append(guess)
        continue
      }
      switch FileSystem.target(real) {
      case .folder:
        if depth < deepest, FileSystem.kind(root + "/" + name) == .folder {
          try collect(root, name, depth + 1, &names, &outside)
        }
      default: names.append(name)
      }
    }
  }

  /// What padan itself writes into a case.
  private static let own: Set<String> = ["hasil", "register.jsonl"]

  /// The kabupaten of most rows of the files that name one, or the province whose kabupaten share the roll.
  private static func kabupaten(_ guesses: [FileGuess]) -> String {
    if let province = province(guesses) { return province }
    var rows: [String: Int] = [:]
    for guess in guesses where guess.isUsable && !guess.kabupaten.isEmpty {
      rows[guess.kabupaten, default: 0] += guess.rows
    }
    let best = rows.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, let code = AreaCode(best.key), code.number % 100_000_000 != 0 else { return "" }
    return best.value * 2 > rows.values.reduce(0, +) ? best.key : ""
  }
}

extension CaseStart {
  /// Shares of the roll's rows: what a kabupaten has at least, and at most, for the roll to be that of a province.
  private static let (least, most) = (0.05, 0.8)

  private static func province(_ guesses: [FileGuess]) -> String? {
    var rows: [String: Int] = [:]
    for guess in guesses where guess.isUsable && guess.role == .roll && !guess.kabupaten.isEmpty {
      rows[guess.kabupaten, default: 0] += guess.rows
    }
    let all = Double(rows.values.reduce(0, +))
    let shares = rows.values.map { Double($0) / all }
    let codes = Set(rows.keys.compactMap { AreaCode($0)?.province })
    guard codes.count == 1, let code = codes.first, shares.filter({ $0 >= least }).count > 1,
      !shares.contains(where: { $0 > most })
    else { return nil }
    return code.description
  }
}

extension FileGuess {
  /// Whether the file can be read as it is proposed.
  package var isUsable: Bool { role != nil && problem == nil }
}

// MARK: Words

extension CaseStart {
  private static func exists(_ folder: String) -> String {
    "\(folder)/\(CaseFolder.planName) sudah ada dan tidak ditimpa; pindahkan atau ganti namanya bila ingin usulan baru."
  }

  private static let isOutside =
    "tautan ke luar folder kasus atau ke yang tidak ada, atau namanya bukan UTF-8; salin berkasnya ke folder kasus."

  private static func unreadable(_ faults: PlanFaults) -> String {
    "Usulan untuk folder ini tidak dapat ditulis sebagai padan.yaml; ganti nama berkas yang memuat tanda aneh. "
      + (faults.faults.first?.sentence ?? "")
  }
}
