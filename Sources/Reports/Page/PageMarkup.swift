import Documents
import Mustache

extension HTML {
  /// A compiled-in template filled with values, which Mustache escapes. A template that is broken is a bug.
  init(mustache template: StaticString, _ values: [String: String]) {
    guard let parsed = try? MustacheTemplate(string: template.description) else {
      preconditionFailure("a template of the page cannot be read")
    }
    self.init(rendered: parsed.render(values))
  }
}

extension ByteSink where Self: ~Copyable {
  mutating func write(utf8 text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}
