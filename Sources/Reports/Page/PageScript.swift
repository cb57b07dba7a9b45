/// The script of `laporan.html`, from the modules in `Web/script`: one module in the page, for it may ask for no file.
///
/// Each stands behind those that it imports, so `import` lines are left out and the word `export` with them. Names at the
/// top of a module are unique among all of them.
package enum PageScript {
  /// File names and their content, in the order in which they run.
  package static let modules: [(name: String, text: String)] = [
    module("dom.js", PackageResources.dom_js),
    module("numbers.js", PackageResources.numbers_js),
    module("findings.js", PackageResources.findings_js),
    module("decisions.js", PackageResources.decisions_js),
    module("download.js", PackageResources.download_js),
    module("search.js", PackageResources.search_js),
    module("filter.js", PackageResources.filter_js),
    module("chips.js", PackageResources.chips_js),
    module("table.js", PackageResources.table_js),
    module("pair.js", PackageResources.pair_js),
    module("bits.js", PackageResources.bits_js),
    module("decision-form.js", PackageResources.decision_form_js),
    module("dialog.js", PackageResources.dialog_js),
    module("wide-tables.js", PackageResources.wide_tables_js),
    module("main.js", PackageResources.main_js),
  ]

  package static let js = modules.map { joinable($0.text) }.joined(separator: "\n")

  private static func joinable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("import ") }
      .map { $0.hasPrefix(export) ? $0.dropFirst(export.count) : $0 }
      .joined(separator: "\n")
  }

  private static let export = "export "

  private static func module(_ name: String, _ bytes: [UInt8]) -> (String, String) {
    (name, String(decoding: bytes, as: UTF8.self))
  }
}
