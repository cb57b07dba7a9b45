import Documents
import Reports

extension LetterRun {
  /// Writes the compiled-in wording of the letters into a folder, for an office to change; returns the files' names.
  package static func copyTemplates(to folder: String) throws -> [String] {
    let names = LetterTemplates.builtIn.keys.sorted()
    for name in names where FileSystem.kind(folder + "/" + name) != nil {
      throw RunFailure("\(folder)/\(name) sudah ada dan tidak ditimpa; sebutkan folder lain.")
    }
    try FileSystem.makeFolder(folder)
    for name in names {
      var sink = try FileSink(path: folder + "/" + name)
      try sink.write(Array(LetterTemplates()[name].utf8))
    }
    return names
  }
}
