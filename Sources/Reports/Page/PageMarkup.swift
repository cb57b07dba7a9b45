import Documents
import Mustache

/// The markup of `laporan.html` that does not depend on the run, from `Web/markup`.
struct PageMarkup {
  private let template: MustacheTemplate

  /// Everything before the data of the findings, and everything after them.
  static var head: PageMarkup { PageMarkup(PackageResources.page_head_mustache) }
  static var foot: PageMarkup { PageMarkup(PackageResources.page_foot_mustache) }
  /// The section of the findings: filters, table, downloads.
  static var findings: PageMarkup { PageMarkup(PackageResources.page_findings_mustache) }

  /// A compiled-in template that is broken is a bug.
  private init(_ bytes: [UInt8]) {
    guard let template = try? MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)) else {
      preconditionFailure("a template of the page cannot be read")
    }
    self.template = template
  }

  /// Filled with values, which Mustache escapes but for what is markup already.
  func filled(_ values: [String: Any]) -> HTML { HTML(rendered: template.render(values)) }
}

extension ByteSink where Self: ~Copyable {
  mutating func write(markup html: HTML) throws {
    var text = html.markup
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }
}
