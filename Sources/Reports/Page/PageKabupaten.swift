import Documents
import RollModel

/// The kabupaten of a province's case: a table with counts and index, and the pairs of kabupaten that share persons.
struct PageKabupaten {
  let record: RunRecord
  /// Proposals that a safeguard holds back: no area counts them.
  let held: Int
  private var areas: AreaTable { record.data.lexicon.areas }

  /// Findings of persons on two rolls by kabupaten, and pairs of kabupaten, each pair of rows counted once.
  private struct Across {
    var own: [Int: Int] = [:]
    var pairs: [[Int]: [Tier: Int]] = [:]

    init(_ record: RunRecord) {
      var seen: Set<[Int]> = []
      for finding in record.findings where finding.rule == "ganda-antar-kabupaten" && finding.tier >= .verify {
        guard case .person(let person) = finding.subject, let voter = record.data.voter(person) else { continue }
        own[voter.area.kabupatenNumber, default: 0] += 1
        guard let counterpart = finding.counterpart, let other = record.data.voter(counterpart),
          seen.insert([voter.row, other.row].sorted()).inserted
        else { continue }
        pairs[[voter.area.kabupatenNumber, other.area.kabupatenNumber].sorted(), default: [:]][
          finding.tier, default: 0] += 1
      }
    }
  }

  var html: HTML {
    let across = Across(record)
    let rows = record.areas.filter { $0.key.kabupaten != 0 }.map { area -> HTML in
      let own = across.own[area.key.kabupaten] ?? 0
      return "<tr><th scope=\"row\">\(areas.kabupatenTitle(area.key.kabupaten))</th>\(cells(area, own))</tr>"
    }
    let whole = record.areas.filter { $0.key == AreaKey() }.map { area -> HTML in
      "<tr><th scope=\"row\">\(areas.region(of: area.key))</th>\(cells(area, across.own.values.reduce(0, +)))</tr>"
    }
    return """
      <h3>Kabupaten/kota</h3><div class="gulir"><table><thead><tr><th scope="col">Kabupaten/kota</th>\
      <th scope="col" class="n">Pemilih</th><th scope="col" class="n">Dugaan TMS</th>\
      <th scope="col" class="n">Ganda antar-kabupaten</th><th scope="col" class="n">Cakupan KK</th>\
      <th scope="col" class="n">Belum terdaftar</th><th scope="col" class="n">Indeks</th></tr></thead>\
      <tbody>\(rows)</tbody><tfoot>\(whole)</tfoot></table></div>\
      <p class="redup">Orang yang tercatat di dua kabupaten dihitung di masing-masing, sekali untuk tiap barisnya.\
      \(HeldWords.leftOut(held))</p>\
      \(matrix(across))
      """
  }

  private func cells(_ area: AreaSummary, _ across: Int) -> HTML {
    let texts = [
      IndonesianNumber.grouped(area.voters), PageAreas.suppressed(area.proposedInAll), PageAreas.suppressed(across),
      area.coverageText(in: record), PageAreas.suppressed(area.absentResidents),
      PageAreas.index(area.index),
    ]
    return HTML.joined(texts.map { text -> HTML in "<td class=\"n\">\(text)</td>" })
  }

  private func matrix(_ across: Across) -> HTML {
    guard !across.pairs.isEmpty else { return "" }
    let rows = across.pairs.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { pair, tiers -> HTML in
      let counts = [Tier.certain, .strong, .verify].map { tier -> HTML in
        "<td class=\"n\">\(PageAreas.suppressed(tiers[tier] ?? 0))</td>"
      }
      return """
        <tr><th scope="row">\(areas.kabupatenTitle(pair[0]))</th><td>\(areas.kabupatenTitle(pair[1]))</td>\(counts)</tr>
        """
    }
    return """
      <details><summary>Ganda antar-kabupaten menurut pasangan kabupaten</summary><div class="gulir"><table><thead><tr>\
      <th scope="col">Kabupaten/kota</th><th scope="col">dan</th><th scope="col" class="n">pasti</th>\
      <th scope="col" class="n">kuat</th><th scope="col" class="n">perlu verifikasi</th></tr></thead>\
      <tbody>\(rows)</tbody></table></div></details>
      """
  }
}
