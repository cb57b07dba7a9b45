/// Markup that is safe to put into a page.
///
/// Written as a literal; every value inside `\(…)` is escaped unless it is `HTML` itself:
///
///     let cell: HTML = "<td>\(name)</td>"
package struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  package private(set) var markup: String

  package init() { markup = "" }

  package init(stringLiteral value: StaticString) { markup = value.description }

  package init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Any text, escaped.
  package init(text: String) { markup = Self.escaped(text) }

  /// What a template engine that escapes its values has made.
  package init(rendered markup: String) { self.markup = markup }

  package static func + (a: HTML, b: HTML) -> HTML {
    var sum = a
    sum.markup += b.markup
    return sum
  }

  package static func += (a: inout HTML, b: HTML) { a.markup += b.markup }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: StaticString) { markup += literal.description }
    package mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    package mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { markup += part.markup } }
  }

  /// Text for elements and quoted attributes: the five characters of markup escaped, control characters dropped.
  private static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count + 8)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      default: if scalar.properties.generalCategory != .control { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
