import Documents
import RollModel

/// The section on how far a match can be trusted: found pairs beside those that chance alone makes, the share of each
/// tier that the model itself expects to be wrong, what no pass brought, and whether a frozen model still fits.
struct PageMatching {
  let matches: MatchResults

  var html: HTML {
    let parts = reports.map { coincidences($0.name, $0.report) }
    return """
      <p>Orang yang berbeda dapat bernama sama dan lahir pada hari yang sama. Karena itu jumlah pasangan yang \
      ditemukan disandingkan dengan jumlah yang diharapkan muncul karena kebetulan saja.</p>\
      <div class="dua">\(parts.filter { !$0.markup.isEmpty })</div>\(falseShares)\(missed)\(drift)
      """
  }

  /// Every matching of the run: what a reader calls it, and its report.
  private var reports: [(name: String, report: MatchReport)] {
    [("Dalam daftar pemilih", matches.duplicateReport)]
      + Role.allCases.compactMap { role in matches.linkReports[role].map { (role.rawValue, $0) } }
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
      <p class="redup">Taksiran model sendiri, tanpa kunci jawaban; anggap kira-kira dua poin persen lebih tinggi. \
      Pasangan dihitung sebelum aturan dan pengaman memilihnya, jadi dapat lebih banyak daripada temuan.</p>
      """
  }

  /// Expected true pairs that were found, and that no pass brought.
  private var missed: HTML {
    let rows = reports.filter { $0.report.expectedFound >= 1 }.map { name, report -> HTML in
      """
      <tr><th scope="row">\(name)</th><td class="n">\(IndonesianNumber.decimal(report.expectedFound, 1))</td>\
      <td class="n">\(IndonesianNumber.decimal(report.expectedMissed, 1))</td></tr>
      """
    }
    guard !rows.isEmpty else { return "" }
    return """
      <h3>Taksiran pasangan yang luput</h3><div class="gulir"><table><thead><tr><th scope="col">Pemadanan</th>\
      <th scope="col" class="n">Benar di antara yang ditemukan</th>\
      <th scope="col" class="n">Luput, paling sedikit</th></tr></thead><tbody>\(rows)</tbody></table></div>\
      <p class="redup">Tidak semua baris dibandingkan satu per satu. Dari pasangan yang hanya ditemukan lewat satu \
      atau dua jalan ditaksir berapa yang tidak ditemukan sama sekali; rinciannya ada di ringkasan.json.</p>
      """
  }

  /// Where a frozen model no longer tells the truth; nothing for a run that trained its own.
  private var drift: HTML {
    let frozen = reports.filter(\.report.isFrozen)
    guard !frozen.isEmpty else { return "" }
    let rows = frozen.flatMap { name, report in
      report.drift.map { drift -> HTML in
        """
        <tr><th scope="row">\(name)</th><td>\(drift.field): \(drift.level)</td>\
        <td class="n">\(IndonesianNumber.percent(drift.frozen))</td>\
        <td class="n">\(IndonesianNumber.percent(drift.now))</td></tr>
        """
      }
    }
    let table: HTML = """
      <div class="gulir"><table><thead><tr><th scope="col">Pemadanan</th><th scope="col">Yang bergeser</th>\
      <th scope="col" class="n">Dalam model</th><th scope="col" class="n">Sekarang</th></tr></thead>\
      <tbody>\(rows)</tbody></table></div>
      """
    return """
      <h3>Model beku</h3><p>Bobot pemeriksaan ini diambil dari model yang disimpan, agar hasilnya sebanding dengan \
      pemeriksaan lain yang memakai model yang sama. \
      \(rows.isEmpty ? "Model itu masih cocok dengan daftar ini." : Self.unfit)</p>\(rows.isEmpty ? "" : table)
      """
  }

  private static let unfit = "Pada bidang berikut model itu tidak lagi cocok; pertimbangkan untuk melatih model baru."
}
