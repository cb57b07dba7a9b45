/// Finds the name that was probably meant.
package enum Suggestion {
  /// The nearest of `names` to `word` within a third of its length in edits (at least one, at most three); nil if none.
  ///
  /// Edits are insertions, deletions and changes of one character, and two neighbours that changed places (optimal string
  /// alignment); of equals the first wins.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let limit = min(3, max(1, word.count / 3))
    var best: (name: String, distance: Int)?
    for name in names {
      let distance = edits(Array(word.lowercased()), Array(name.lowercased()))
      if distance <= limit, distance < best?.distance ?? Int.max { best = (name, distance) }
    }
    return best?.name
  }

  /// `; maksudnya 'x'?` where there is a near name, else the list of what is known.
  static func hint(for word: String, among names: [String]) -> String {
    if let name = nearest(to: word, among: names) { return "; maksudnya '\(name)'?" }
    return "; yang dikenal: \(names.joined(separator: ", "))."
  }

  private static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        row.append(min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], before[j - 1] + 1) }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
