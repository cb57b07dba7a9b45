import TestSupport
import Testing

/// The rules of style that a formatter cannot see.
@Suite struct HouseTests {
  static let sources = SourceTree.files(".swift", under: "Sources")
  /// What is compiled in as it stands.
  static let embedded = [".js", ".css", ".mustache"].flatMap { SourceTree.files($0, under: "Sources") }

  /// What each module of the project may import of it; arrows point down.
  static let allowed: [String: Set<String>] = [
    "CIntrinsics": [],
    "Platform": ["CIntrinsics"],
    "RollModel": ["Platform", "CIntrinsics"],
    "Documents": ["Platform", "CIntrinsics"],
    "Normalizers": ["RollModel", "CIntrinsics"],
    "Similarity": ["RollModel"],
    "Readers": ["RollModel", "Documents", "Normalizers", "CIntrinsics"],
    "Matchers": ["RollModel", "Platform", "Similarity", "CIntrinsics"],
    "Rules": ["RollModel", "Platform", "Normalizers", "Similarity"],
    "Reports": ["RollModel", "Documents"],
    "Casework": ["RollModel", "Platform", "Documents", "Similarity"],
    "Joining": ["RollModel", "Platform", "Documents", "Matchers"],
    "Pipeline": [
      "RollModel", "Platform", "Documents", "Normalizers", "Readers", "Matchers", "Rules", "Reports", "Casework",
      "Joining",
    ],
    "SampleRolls": ["RollModel", "Platform", "Documents"],
    "padan": [
      "RollModel", "Platform", "Pipeline", "SampleRolls", "Casework", "Joining", "Rules", "Reports", "Documents",
      "CIntrinsics",
    ],
  ]

  @Test func importsPointDown() throws {
    for file in Self.sources {
      let module = SourceTree.module(of: file)
      let mine = try #require(Self.allowed[module], "\(module) has no place in the house")
      for line in try SourceTree.code(file) {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place < 3, place + 1 < words.count else { continue }
        let imported = String(words[place + 1])
        guard Self.allowed[imported] != nil else { continue }
        #expect(mine.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  @Test func filesStayShort() throws {
    for file in Self.sources + Self.embedded + SourceTree.files(".swift", under: "Tests") {
      let count = try SourceTree.lines(file).count
      #expect(count <= 401, "\(file) has \(count - 1) lines")
    }
  }

  /// No clock, environment or terminal below the command; nothing that crashes on bad input anywhere.
  @Test func effectsStayAtTheEdge() throws {
    let everywhere = ["try!", " as! ", "fatalError(", "TODO", "FIXME", "print("]
    let below =
      everywhere + ["Date()", "ProcessInfo", "getenv(", "clock_gettime", "DispatchTime.now", "FileHandle.standard"]
    for file in Self.sources where !file.hasPrefix("Sources/SampleRolls/Output") {
      for line in try SourceTree.code(file) {
        for word in file.hasPrefix("Sources/padan/") ? everywhere : below {
          let hits = line.contains(word) && !Self.isPart(word, of: line)
          #expect(!hits, "\(file): \(line)")
        }
      }
    }
  }

  /// `print(` as the end of a longer name, such as `fingerprint(`, is no call of `print`.
  private static func isPart(_ word: String, of line: Substring) -> Bool {
    guard word == "print(" else { return false }
    return line.ranges(of: word).allSatisfy { range in
      range.lowerBound > line.startIndex && (line[line.index(before: range.lowerBound)].isLetter)
    }
  }

  /// What is bound to an operating system stands in `Platform`, one file for each system.
  @Test func onlyPlatformKnowsTheSystem() throws {
    let libraries = ["Glibc", "Musl", "Darwin"]
    for file in Self.sources {
      let isOfPlatform = SourceTree.module(of: file) == "Platform"
      for line in try SourceTree.code(file) {
        let named = libraries.filter { line.contains("import \($0)") || line.contains("canImport(\($0))") }
        let own = isOfPlatform && named.allSatisfy { file.hasSuffix("/\($0).swift") }
        #expect(named.isEmpty || own, "\(file): \(line)")
        #expect(isOfPlatform || !line.contains("#if os("), "\(file): \(line)")
      }
    }
  }

  /// Nobody's machine, and nobody's guilt.
  @Test func noMachinePathsAndNoAccusingWords() throws {
    let paths = ["root", "home", "tmp", "work"].map { "/\($0)/" }
    let accusing = ["palsu", "curang", "fiktif", "penipuan", "manipulasi", "siluman", "pelaku", "bersalah"]
    let texts =
      Self.sources + Self.embedded + SourceTree.files(".md", under: "docs") + [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
      ]
    for file in texts {
      let text = try Project.text(file).lowercased()
      for word in paths { #expect(!text.contains(word), "\(file) names \(word)") }
      for word in accusing { #expect(!text.contains(word), "\(file) says \(word)") }
    }
  }

  /// The hot modules do without Foundation.
  @Test func hotModulesHaveNoFoundation() throws {
    let hot = ["Platform", "RollModel", "Similarity", "Normalizers", "Matchers", "Rules", "Documents"]
    for file in Self.sources where hot.contains(SourceTree.module(of: file)) {
      let code = try SourceTree.code(file)
      #expect(!code.contains { $0.hasPrefix("import Foundation") }, "\(file) imports Foundation")
    }
  }
}
