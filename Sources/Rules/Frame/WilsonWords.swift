import RollModel

extension WilsonInterval {
  /// `67%–89%`.
  var words: String { Percent.text(lower) + "–" + Percent.text(upper) }
}
