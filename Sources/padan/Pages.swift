import ArgumentParser
import Documents
import Pipeline
import Rules

/// The pages of `docs/` that the program writes about itself.
enum Pages {
  /// Writes `perintah.md`, `setelan.md`, `indeks-wilayah.md` and `aturan/<id>.md` into a folder, over what is there.
  static func write(to folder: String) throws {
    try FileSystem.makeFolder(folder + "/aturan")
    try put(commands, folder + "/perintah.md")
    try put(SettingsPage.text, folder + "/setelan.md")
    try put(IndexPage.text, folder + "/indeks-wilayah.md")
    let measured = try MeasuredThresholds.counts()
    for page in RulePages.all(measured: measured, command: MeasuredThresholds.command) {
      try put(page.text, folder + "/aturan/" + page.file)
    }
  }

  /// Pages are public text, made again at will: these alone of all outputs replace what was there.
  private static func put(_ text: String, _ path: String) throws {
    FileSystem.remove(path)
    var sink = try FileSink(path: path)
    try sink.write(Array(text.utf8))
  }

  private static var commands: String {
    var text = opening + "\n## padan\n\n" + block(help(for: Padan.self))
    for verb in Padan.configuration.subcommands where verb.configuration.shouldDisplay {
      text += "\n## padan \(verb.configuration.commandName ?? "")\n\n" + block(help(for: verb))
    }
    return text
  }

  private static func help(for verb: any ParsableCommand.Type) -> String {
    HelpWords.indonesian(Padan.helpMessage(for: verb, columns: 100))
  }

  private static func block(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return "```\n" + lines.joined(separator: "\n") + "\n```\n"
  }

  private static let opening = """
    # Perintah

    Bantuan setiap perintah, seperti yang ditampilkan oleh `padan <perintah> --bantuan`. Halaman ini dibuat oleh \
    program \
    (`make docs`); jangan disunting di sini.

    """
}
