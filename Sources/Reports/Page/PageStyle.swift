/// The style sheet of `laporan.html`, from the parts in `Web/style`; those of narrow screens and of paper overrule the rest.
enum PageStyle {
  static let css = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

  private static let parts = [
    PackageResources.colours_css, PackageResources.page_css, PackageResources.summary_css, PackageResources.tables_css,
    PackageResources.charts_css, PackageResources.findings_css, PackageResources.dialog_css,
    PackageResources.narrow_css, PackageResources.print_css,
  ]
}
