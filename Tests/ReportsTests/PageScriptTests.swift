import Reports
import Testing

/// The modules of the page's script are put into one: what that needs of them.
@Suite struct PageScriptTests {
  /// Every import names a module above and something that it exports.
  @Test func importsPointUp() throws {
    var exported: [String: Set<String>] = [:]
    for (name, text) in PageScript.modules {
      for line in text.split(separator: "\n") where line.hasPrefix("import ") {
        let found = try #require(try /import \{ (.+) \} from '\.\/(.+)';/.wholeMatch(in: line), "\(name): \(line)")
        let offered = try #require(exported[String(found.2)], "\(name) stands above \(found.2)")
        let asked = Set(found.1.split(separator: ", ").map(String.init))
        #expect(asked.isSubset(of: offered), "\(name): \(line)")
        for word in asked {
          #expect(text.components(ofWord: word) > 1, "\(name) imports \(word) and does without it")
        }
      }
      exported[name] = Set(Self.declared(text, after: "export "))
    }
  }

  /// In one module two of the same name would be an error, and what nobody uses would be dead weight.
  @Test func namesAreUniqueAndUsed() {
    let names = PageScript.modules.flatMap {
      Self.declared($0.text, after: "export ") + Self.declared($0.text, after: "")
    }
    #expect(names.count > 40)
    #expect(names.count == Set(names).count)
    for name in names { #expect(PageScript.js.components(ofWord: name) > 1, "\(name) is not used") }
  }

  @Test func nothingOfTheModulesIsLeft() {
    for line in PageScript.js.split(separator: "\n") {
      #expect(!line.hasPrefix("import ") && !line.hasPrefix("export "))
      #expect(line.count <= 120)
    }
    for word in ["innerHTML", "outerHTML", "eval(", "document.write", "fetch(", "XMLHttpRequest", "localStorage", "</"]
    {
      #expect(!PageScript.js.contains(word), "\(word)")
    }
  }

  /// Names declared at the top of a module.
  private static func declared(_ text: String, after word: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix(word) else { return nil }
      return try? /(?:const|let|function|class) (\w+).*/.wholeMatch(in: line.dropFirst(word.count)).map { String($0.1) }
    }
  }
}

extension String {
  fileprivate func components(ofWord word: String) -> Int {
    split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }.count { $0 == word }
  }
}
