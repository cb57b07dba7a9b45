import Documents
import RollModel

/// The section on areas: a table of the kecamatan, their coverage, and the desa that ask for attention first.
///
/// Counts of persons below three are printed as `<3`: these tables are the ones that get copied elsewhere.
struct PageAreas {
  let record: RunRecord
  /// Proposals that a safeguard holds back: no area counts them.
  let held: Int

  static let ranked = 20

  var html: HTML {
    let kecamatan = record.areas.filter { $0.key.level == .kecamatan }
    guard !kecamatan.isEmpty else { return "<p class=\"redup\">Tidak ada wilayah yang dikenali.</p>" }
    let areas = record.data.lexicon.areas
    guard areas.isProvince else { return "\(table(kecamatan))\(coverage(kecamatan))\(ranking)" }
    let parts = record.areas.filter { $0.key.kabupaten != 0 }
    let tables = parts.map { part -> HTML in
      let inside = kecamatan.filter { areas.kabupaten(of: $0.key) == part.key.kabupaten }
      let title = areas.kabupatenTitle(part.key.kabupaten)
      return
        "<details><summary>Kecamatan di \(title)</summary>\(table(inside, whole: part.key, title: title))</details>"
    }
    return "\(PageKabupaten(record: record, held: held).html)\(tables)\(coverage(parts))\(ranking)"
  }

  private var codes: [TMSCode] {
    TMSCode.allCases.filter { code in record.areas.contains { ($0.proposed[code] ?? 0) > 0 } }
  }

  /// `whole`: the area that the kecamatan make up, under its name.
  private func table(
    _ kecamatan: [AreaSummary], whole: AreaKey = AreaKey(), title: String = "Seluruhnya"
  ) -> HTML {
    let codes = self.codes
    let heads = codes.map { code -> HTML in "<th scope=\"col\" class=\"n\">\(code.label)</th>" }
    let names = record.data.lexicon.areas
    let rows = kecamatan.map { area -> HTML in "<tr>\(cells(area, names.names(of: area.key).kecamatan, codes))</tr>" }
    let heading: HTML = whole == AreaKey() ? "<h3>Kecamatan</h3>" : ""
    let leftOut = whole == AreaKey() ? HeldWords.leftOut(held) : ""
    let whole = record.areas.filter { $0.key == whole }.map { area -> HTML in
      "<tr>\(cells(area, title, codes))</tr>"
    }
    return """
      \(heading)<div class="gulir"><table><thead><tr><th scope="col">Kecamatan</th>\
      <th scope="col" class="n">Pemilih</th>\(heads)<th scope="col" class="n">Dugaan TMS</th>\
      <th scope="col" class="n">Cakupan KK</th><th scope="col" class="n">DPK murni</th>\
      <th scope="col" class="n">Belum terdaftar</th><th scope="col" class="n">Indeks</th></tr></thead>\
      <tbody>\(rows)</tbody><tfoot>\(whole)</tfoot></table></div>\
      <p class="redup">Jumlah di bawah 3 ditulis &lt;3 agar tidak menunjuk orang tertentu. Indeks 0–100 dengan \
      selang 95%: makin tinggi, makin layak didahulukan; enam bagiannya menurut indikator Hak Memilih pada Indeks \
      Kerawanan Pemilu (Perbawaslu 1/2025 Pasal 4). Pemilih: baris \
      yang tidak dicoret. Dugaan TMS mencakup yang masih perlu verifikasi faktual.\(leftOut)</p>
      """
  }

  private func cells(_ area: AreaSummary, _ name: String, _ codes: [TMSCode]) -> HTML {
    let counts = codes.map { code -> HTML in number(Self.suppressed(area.proposed[code] ?? 0)) }
    return """
      <th scope="row">\(name)</th>\
      \(number(IndonesianNumber.grouped(area.voters)))\(counts)\(number(Self.suppressed(area.proposedInAll)))\
      \(number(area.coverageText(in: record)))\
      \(number(Self.suppressed(area.specialListGenuine)))\(number(Self.suppressed(area.absentResidents)))\
      \(number(Self.index(area.index)))
      """
  }

  /// The value with its interval: `34,1 (28–41)`.
  static func index(_ score: AreaScore) -> String {
    IndonesianNumber.decimal(score.value, 1)
      + " (\(Int(score.lower.rounded()))–\(Int(score.upper.rounded())))"
  }

  /// The six parts; empty where there are no data.
  private func parts(_ score: AreaScore) -> HTML {
    HTML.joined(
      RightToVotePart.allCases.map { part in
        let value = score.parts.indices.contains(part.rawValue) ? score.parts[part.rawValue] : nil
        return number(value.map { IndonesianNumber.decimal($0, 0) } ?? "")
      })
  }

  private func number(_ text: String) -> HTML { "<td class=\"n\">\(text)</td>" }

  /// A count as public tables show it.
  static func suppressed(_ count: Int) -> String {
    (1...2).contains(count) ? "<3" : IndonesianNumber.grouped(count)
  }

  private func coverage(_ kecamatan: [AreaSummary]) -> HTML {
    guard record.data.visits.count > 0 || record.areas.contains(where: { $0.householdsVisited > 0 }) else { return "" }
    let threshold = record.visits.coverageThreshold
    let rows = kecamatan.compactMap { area -> BarChart.Row? in
      guard let share = area.householdCoverage else { return nil }
      return BarChart.Row(
        label: area.key.kabupaten != 0
          ? record.data.lexicon.areas.kabupatenTitle(area.key.kabupaten)
          : record.data.lexicon.areas.names(of: area.key).kecamatan,
        parts: [BarChart.Part(style: share < threshold ? "f-perlu-verifikasi" : "f-kuat", value: min(1, share))],
        text: IndonesianNumber.percent(share))
    }
    return BarChart(
      caption: "Cakupan coklit: KK yang dikunjungi dari KK yang seharusnya",
      legend: [
        ("f-kuat", "memenuhi ambang"), ("f-perlu-verifikasi", "di bawah ambang"),
        ("ambang", "ambang " + IndonesianNumber.percent(threshold)),
      ], rows: rows, full: 1, mark: threshold
    ).html
  }

  private var ranking: HTML {
    let desa = record.areas.filter { $0.key.level == .desa && $0.index.value > 0 }
      .sorted { ($1.index.value, $0.key) < ($0.index.value, $1.key) }.prefix(Self.ranked)
    guard !desa.isEmpty else { return "" }
    let rows = desa.enumerated().map { place, area -> HTML in
      let table = record.data.lexicon.areas
      let names = table.names(of: area.key)
      let whereabouts = table.shown(names.kecamatan, in: table.kabupaten(of: area.key))
      return """
        <tr><td class="n">\(place + 1)</td><th scope="row">\(names.desa)</th><td>\(whereabouts)</td>\
        \(number(IndonesianNumber.grouped(area.voters)))\(number(Self.suppressed(area.proposedInAll)))\
        \(number(area.coverageText(in: record)))\
        \(parts(area.index))\(number(Self.index(area.index)))</tr>
        """
    }
    let heads = HTML.joined(
      RightToVotePart.allCases.map { part -> HTML in "<th scope=\"col\" class=\"n\">\(part.label)</th>" })
    return """
      <h3>Desa yang didahulukan</h3><div class="gulir"><table><thead><tr><th scope="col" class="n">No</th>\
      <th scope="col">Desa</th><th scope="col">Kecamatan</th><th scope="col" class="n">Pemilih</th>\
      <th scope="col" class="n">Dugaan TMS</th><th scope="col" class="n">Cakupan KK</th>\
      \(heads)<th scope="col" class="n">Indeks</th></tr></thead>\
      <tbody>\(rows)</tbody></table></div><p class="redup">Selengkapnya, sampai tingkat TPS, ada di wilayah.csv.</p>
      """
  }
}
