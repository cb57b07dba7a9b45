/// Finds the name that was probably meant.
package enum Suggestion {
  /// The nearest of `names` to `word` within a third of its length in edits (at least one, at most three); nil if none.
  ///
  /// Edits are insertions, deletions and changes of one character (Levenshtein 1966); of equals the first wins.
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
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let change = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
