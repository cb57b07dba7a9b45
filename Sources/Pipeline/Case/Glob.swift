/// A path pattern: `*` stands for any text without `/`, `?` for any one character but `/`.
struct Glob {
  private let pattern: [Character]

  init(_ pattern: String) { self.pattern = Array(pattern) }

  /// Whether the whole path fits; O(pattern × path) at worst.
  func matches(_ path: String) -> Bool {
    let text = Array(path)
    var p = 0
    var t = 0
    var star: (p: Int, t: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == text[t] || (pattern[p] == "?" && text[t] != "/") {
        p += 1
        t += 1
      } else if let last = star, text[last.t] != "/" {
        star = (last.p, last.t + 1)
        p = last.p + 1
        t = last.t + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
