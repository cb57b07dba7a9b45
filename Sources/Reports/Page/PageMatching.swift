import Documents
import RollModel

/// The section on how far a match can be trusted: found pairs beside those that chance alone makes, and the share of
/// each tier that the model itself expects to be wrong.
struct PageMatching {
  let matches: MatchResults

  var html: HTML {
    let parts =
      [coincidences("Dalam daftar pemilih", matches.duplicateReport)]
      + Role.allCases.compactMap { role in matches.linkReports[role].map { coincidences(role.rawValue, $0) } }
    return """
      <p>Orang yang berbeda dapat bernama sama dan lahir pada hari yang sama. Karena itu jumlah pasangan yang ditemukan \
      disandingkan dengan jumlah yang diharapkan muncul karena kebetulan saja.</p>\
      <div class="dua">\(parts.filter { !$0.markup.isEmpty })</div>\(falseShares)
      """
  }

  private func coincidences(_ title: String, _ report: MatchReport) -> HTML {
    let most = report.coincidences.map { max(Double($0.found), $0.expected) }.max() ?? 0
    guard most > 0 else { return "" }
    let rows = report.coincidences.map { count in
      BarChart.Row(
        label: count.agreement, parts: [BarChart.Part(style: "f-pasti", value: Double(count.found))],
        text: IndonesianNumber.grouped(count.found) + " / " + IndonesianNumber.decimal(count.expected, 1),
        below: BarChart.Part(style: "f-kembar", value: count.expected))
    }
    return BarChart(
      caption: title, legend: [("f-pasti", "ditemukan"), ("f-kembar", "diharapkan karena kebetulan")], rows: rows,
      full: most
    ).html
  }

  private var falseShares: HTML {
    let reports =
      [("Dalam daftar pemilih", matches.duplicateReport)]
      + Role.allCases.compactMap { role in matches.linkReports[role].map { (role.rawValue, $0) } }
    let rows = reports.flatMap { name, report in
      report.estimatedFalseShare.map { share -> HTML in
        """
        <tr><th scope="row">\(name)</th><td><span class="cip c-\(share.tier.key)">\(share.tier.key)</span></td>\
        <td class="n">\(IndonesianNumber.grouped(share.pairs))</td>\
        <td class="n">\(IndonesianNumber.decimal(share.share * 100, 2))%</td></tr>
        """
      }
    }
    guard !rows.isEmpty else { return "" }
    return """
      <h3>Taksiran bagian yang keliru</h3><div class="gulir"><table><thead><tr><th scope="col">Pemadanan</th>\
      <th scope="col">Keyakinan</th><th scope="col" class="n">Pasangan</th>\
      <th scope="col" class="n">Taksiran keliru</th></tr></thead><tbody>\(rows)</tbody></table></div>\
      <p class="redup">Taksiran model sendiri, tanpa kunci jawaban; anggap kira-kira dua poin persen lebih tinggi.</p>
      """
  }
}
