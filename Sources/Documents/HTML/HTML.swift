/// Markup that is safe to put into a page.
///
/// Written as a literal; every value inside `\(…)` is escaped unless it is `HTML` itself:
///
///     let cell: HTML = "<td>\(name)</td>"
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  public private(set) var markup: String

  public init() { markup = "" }

  public init(stringLiteral value: StaticString) { markup = value.description }

  public init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Any text, escaped.
  public init(text: String) { markup = Self.escaped(text) }

  /// What a template engine that escapes its values has made.
  public init(rendered markup: String) { self.markup = markup }

  public static func + (a: HTML, b: HTML) -> HTML {
    var sum = a
    sum.markup += b.markup
    return sum
  }

  public static func += (a: inout HTML, b: HTML) { a.markup += b.markup }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: StaticString) { markup += literal.description }
    public mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { markup += part.markup } }
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
