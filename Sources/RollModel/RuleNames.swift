/// Rules that had another id before. The old one still serves wherever a rule is named: settings, `padan aturan`, truth files
/// and runs of earlier versions; and ids of findings are made with it, so that a fact keeps its id.
public enum RuleNames {
  private static let renamed = [(old: "calon-daftar-khusus", new: "belum-terdaftar")]

  /// The id that a rule has now.
  public static func current(_ id: String) -> String { renamed.first { $0.old == id }?.new ?? id }

  /// The id that a rule had first.
  public static func first(_ id: String) -> String { renamed.first { $0.new == id }?.old ?? id }
}
