/// What KPU said of a finding: of the letters that had named it by then, never of later ones.
package struct KPUAnswer: Sendable, Equatable {
  /// Place of its line in the register.
  package let line: Int
  package let words: String

  package init(line: Int, words: String) { (self.line, self.words) = (line, words) }

  /// Whether it says anything: a stroke in a cell says nothing.
  var isSaid: Bool { !ReturnedColumns.plain(words).isEmpty }
}
