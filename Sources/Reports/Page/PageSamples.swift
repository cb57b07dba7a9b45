import Documents
import RollModel

/// What scored samples say, on page one: how much of the roll is wrong, and how many findings of each rule, beside what
/// the matching expects.
struct PageSamples {
  let samples: [ScoredSample]

  /// All draws for the roll as a whole; the last one by rule. Nothing without a scored sample.
  var html: HTML {
    guard let last = samples.last else { return "" }
    return "<h3>Uji petik</h3>\(wholes)\(rules(of: last))"
  }

  private var wholes: HTML {
    let rows = samples.flatMap { sample in
      sample.wholes.map { share -> HTML in
        let day = CalendarDay(iso: sample.day).map(IndonesianDate.short) ?? sample.day
        return """
          <tr><th scope="row">\(day)</th><td>\(sample.run)</td><td>\(Self.direction(share))</td>\(counts(share))</tr>
          """
      }
    }
    return """
      <div class="gulir"><table><thead><tr><th scope="col">Dinilai</th><th scope="col">Ditarik dari hasil</th>\
      <th scope="col">Arah</th>\(Self.heads)</tr></thead><tbody>\(rows)</tbody></table></div>\
      <p class="redup">Bagian daftar yang keliru menurut orang yang ditemui: baris yang seharusnya tidak ada, atau \
      orang yang seharusnya ada; tiap kelas ditimbang menurut besarnya. Yang tidak ditemukan tidak dihitung sebagai \
      keliru.</p>
      """
  }

  private func rules(of sample: ScoredSample) -> HTML {
    let shares = Self.shown(sample.rules.filter { $0.answered > 0 })
    guard !shares.isEmpty else { return "" }
    let rows = shares.map { share -> HTML in
      let tier: HTML = Tier(label: share.tier).map { "<span class=\"cip c-\($0.key)\">\($0.key)</span>" } ?? "semua"
      let expected = share.expected.map { IndonesianNumber.decimal($0 * 100, 2) + "%" } ?? "–"
      return """
        <tr><th scope="row">\(share.rule)</th><td>\(tier)</td>\(counts(share))<td class="n">\(expected)</td></tr>
        """
    }
    return """
      <h4>Temuan yang keliru menurut uji petik terakhir</h4><div class="gulir"><table><thead><tr>\
      <th scope="col">Aturan</th><th scope="col">Keyakinan</th>\(Self.heads)\
      <th scope="col" class="n">Taksiran model</th></tr></thead><tbody>\(rows)</tbody></table></div>\
      <p class="redup">Contohnya acak, sehingga bagiannya berlaku bagi semua temuan aturan itu pada hasil yang \
      ditarik. Taksiran model adalah taksiran pemadanan pemeriksaan ini, tanpa lapangan.</p>
      """
  }

  /// A rule whose findings are of one tier has one row, which bears the tier.
  private static func shown(_ shares: [ScoredSample.Share]) -> [ScoredSample.Share] {
    shares.compactMap { share in
      let own = shares.filter { $0.rule == share.rule && $0.direction == share.direction }
      guard own.count == 2, let tier = own.last, tier.drawn == own[0].drawn else { return share }
      guard share == own[0] else { return nil }
      var one = share
      (one.tier, one.expected) = (tier.tier, tier.expected)
      return one
    }
  }

  private static let heads: HTML = """
    <th scope="col" class="n">Contoh</th><th scope="col" class="n">Dijawab</th><th scope="col" class="n">Keliru</th>\
    <th scope="col" class="n">Tidak ditemukan</th><th scope="col" class="n">Bagian keliru</th>\
    <th scope="col" class="n">Selang 95%</th>
    """

  private func counts(_ share: ScoredSample.Share) -> HTML {
    let numbers = [share.drawn, share.answered, share.wrong, share.notFound].map { count -> HTML in
      "<td class=\"n\">\(IndonesianNumber.grouped(count))</td>"
    }
    guard let estimate = share.estimate else {
      return "\(HTML.joined(numbers))<td class=\"n\">–</td><td class=\"n\">–</td>"
    }
    return """
      \(HTML.joined(numbers))<td class="n">\(IndonesianNumber.percent(estimate.share))</td>\
      <td class="n">\(IndonesianNumber.percent(estimate.lower))–\(IndonesianNumber.percent(estimate.upper))</td>
      """
  }

  private static func direction(_ share: ScoredSample.Share) -> String {
    share.direction.split(separator: "-").joined(separator: " ")
  }
}
