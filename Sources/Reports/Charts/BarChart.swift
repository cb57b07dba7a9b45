import Documents
import RollModel

/// Horizontal bars, one a row, as a table whose bars are SVG: words and numbers keep their size on any screen.
struct BarChart {
  struct Part {
    /// Class of the style sheet that colours it.
    let style: String
    let value: Double
  }

  struct Row {
    let label: String
    /// Drawn one after another.
    let parts: [Part]
    /// The number in words, right of the bar.
    let text: String
    /// A second bar below the first, for comparison.
    var below: Part?
  }

  let caption: String
  let legend: [(style: String, label: String)]
  let rows: [Row]
  /// What a full bar stands for.
  let full: Double
  /// A line across all bars, e.g. a threshold.
  var mark: Double?

  var html: HTML {
    """
    <figure class="grafik"><figcaption>\(caption)</figcaption>\(legendHTML)\
    <table class="batang"><tbody>\(rows.map(row))</tbody></table></figure>
    """
  }

  private var legendHTML: HTML {
    guard !legend.isEmpty else { return "" }
    let items = legend.map { item -> HTML in
      """
      <li><svg class="kunci" viewBox="0 0 10 10" aria-hidden="true">\
      <rect class="\(item.style)" width="10" height="10" rx="2"/></svg>\(item.label)</li>
      """
    }
    return "<ul class=\"legenda\">\(items)</ul>"
  }

  private func row(_ row: Row) -> HTML {
    let height = row.below == nil ? 12 : 22
    return """
      <tr><th scope="row">\(row.label)</th><td class="isi"><svg viewBox="0 0 1000 \(height)" \
      preserveAspectRatio="none" aria-hidden="true" class="baris\(row.below == nil ? "" : " ganda" as HTML)">\
      <rect class="alas" width="1000" height="\(height)"/>\(bars(row))\(markLine(height))</svg></td>\
      <td class="angka">\(row.text)</td></tr>
      """
  }

  private func bars(_ row: Row) -> [HTML] {
    var x = 0
    var bars: [HTML] = []
    for part in row.parts where part.value > 0 {
      let width = max(2, units(part.value))
      bars.append("<rect class=\"\(part.style)\" x=\"\(x)\" width=\"\(min(width, 1000 - x))\" height=\"12\"/>")
      x = min(998, x + width)
    }
    if let below = row.below {
      let width = max(2, units(below.value))
      bars.append("<rect class=\"\(below.style)\" y=\"13\" width=\"\(min(1000, width))\" height=\"9\"/>")
    }
    return bars
  }

  private func markLine(_ height: Int) -> HTML {
    guard let mark else { return "" }
    let x = units(mark)
    return "<line class=\"garis-ambang\" x1=\"\(x)\" x2=\"\(x)\" y1=\"0\" y2=\"\(height)\"/>"
  }

  private func units(_ value: Double) -> Int { full > 0 ? Int((value / full * 1000).rounded()) : 0 }
}
