import Documents
import Joining
import RollModel

/// Joins record files into a finished folder: opens them, joins beside the output, and makes the folder appear at once.
package struct JoinRun: Sendable {
  package struct Options: Sendable {
    /// Run folders, folders with record files, or record files.
    package var inputs: [String]
    package var keyPath: String
    package var output: String
    package var memory: Int
    package var threads: Int

    package init(inputs: [String], keyPath: String, output: String, memory: Int, threads: Int) {
      self.inputs = inputs
      self.keyPath = keyPath
      self.output = output
      self.memory = memory
      self.threads = threads
    }
  }

  /// What a join made.
  package struct Result: Sendable {
    package let folder: String
    package let kabupaten: Int
    package let voters: Int
    package let tally: JoinTally
    package let found: Int
    package let expected: Double
  }

  private let options: Options

  package init(_ options: Options) { self.options = options }

  /// Does all of it. Killed on the way and started again with the same words, it goes on from the finished parts.
  package func execute(progress: @escaping (String, Int, Int) -> Void) throws -> Result {
    let key = try KeyFile.read(options.keyPath)
    let above = FileSystem.parent(of: options.output)
    try FileSystem.makeFolder(above)
    let parent = FileSystem.real(above) ?? above
    let name = FileSystem.name(of: options.output)
    let work = parent + "/" + name + ".kerja"
    // Refused before the work, not after.
    guard FileSystem.kind(parent + "/" + name) == nil else {
      throw RunFailure(
        "Folder keluaran \(name) sudah ada; sebutkan nama lain. Hasil lama tidak diubah."
          + (Self.clear(work).map { " " + $0 } ?? ""))
    }
    let rolls = try JoinedRolls(try files(), key: key)
    let outcome = try Joiner(
      rolls, options: Joiner.Options(memory: options.memory, threads: options.threads, version: Version.current),
      progress: progress
    ).run(workPath: work)
    let folder = try RunFolder(parent: parent, name: name, isFixed: true)
    try outcome.write(to: folder.path, version: Version.current)
    let result = Result(
      folder: try folder.commit(), kabupaten: rolls.kabupaten.count - 1, voters: rolls.count, tally: JoinTally(outcome),
      found: outcome.namesakes.found, expected: outcome.namesakes.expected)
    Self.remove(work)
    return result
  }

  /// Deletes a work folder, its plan last: what a kill leaves of it is still known for one.
  private static func remove(_ work: String) {
    for name in FileSystem.names(in: work) ?? [] where name != WorkFolder.planName {
      FileSystem.remove(work + "/" + name)
    }
    FileSystem.remove(work)
  }

  /// Clears away what a join that was killed at its very end left beside its output; says what became of it, nil where
  /// nothing is there.
  private static func clear(_ work: String) -> String? {
    guard FileSystem.kind(work) == .folder else { return nil }
    let name = FileSystem.name(of: work)
    if WorkFolder.isLeft(work) { remove(work) }
    return FileSystem.kind(work) == nil
      ? "Folder kerja \(name) yang tertinggal sudah dihapus."
      : "Folder kerja \(name) masih ada dan dapat memuat NIK tanpa samaran; hapus bila tidak sedang dipakai."
  }

  /// The record files that the inputs name, each once.
  private func files() throws(RunFailure) -> [String] {
    var files: [String] = []
    for input in options.inputs {
      switch FileSystem.target(input) {
      case .file: files.append(input)
      case .folder:
        let own = input + "/" + RecordFileWriter.fileName
        if FileSystem.kind(own) != nil {
          files.append(own)
          continue
        }
        let names = (FileSystem.names(in: input) ?? []).filter { $0.hasSuffix(".padan") }
        guard !names.isEmpty else {
          throw RunFailure(
            "\(input) tidak berisi \(RecordFileWriter.fileName); buat dengan 'padan periksa --sidik --kunci BERKAS'.")
        }
        files += names.map { input + "/" + $0 }
      case .other: throw RunFailure("\(input) bukan berkas biasa; sebutkan folder hasil atau berkas sidik.")
      default: throw RunFailure("\(input) tidak ada; sebutkan folder hasil atau berkas sidik.")
      }
    }
    var seen: Set<String> = []
    return files.filter { seen.insert(FileSystem.real($0) ?? $0).inserted }
  }
}
