import Documents
import RollModel

/// The first sections of the page: what was found, in numbers and bars.
struct PageSummary {
  let record: RunRecord
  let tally: FindingTally

  var html: HTML {
    "<ul class=\"ubin\">\(tiles)</ul>\(PageFollowUp(history: record.history).html)\(ages)\(notices)"
      + "<div class=\"dua\">\(proposals)\(missing)</div>\(PageComplaints(recap: record.complaints).html)\(ruleTable)"
      + "\(thresholds)\(notes)"
      + "\(stations)"
  }

  /// How many proposals of each list wait for the field because a station has too many of them.
  private var stations: HTML {
    guard !record.bounds.isEmpty else { return "" }
    let rows = record.bounds.map { bound -> HTML in
      """
      <tr><th scope="row">\(bound.role.rawValue)\(kabupaten(bound))</th><td class="n">\
      \(IndonesianNumber.grouped(bound.proposals))</td><td class="n">\(IndonesianNumber.grouped(bound.held))</td><td \
      class="n">\(IndonesianNumber.grouped(bound.stationsBeyond))\
      </td><td class="n">\(IndonesianNumber.decimal(bound.expectedBeyond, 1))</td>\
      <td class="n">\(IndonesianNumber.decimal(bound.rate * 100, 2))%</td>\
      <td class="n">\(IndonesianNumber.decimal(bound.correlation, 4))</td></tr>
      """
    }
    return """
      <h3>Kewajaran jumlah usulan per TPS</h3><p class="redup">Usulan pasti dan kuat dari satu daftar di satu TPS \
      dibandingkan dengan laju daftar itu di seluruh kabupaten. Yang melampaui batas 99,9% ditahan sampai daftarnya \
      diperiksa di lapangan, karena mungkin daftarnya yang keliru.</p><div class="gulir"><table><thead><tr>\
      <th scope="col">Daftar</th><th scope="col" class="n">Usulan</th><th scope="col" class="n">Ditahan karena batas \
      ini</th><th scope="col" class="n">TPS melampaui</th><th scope="col" class="n">karena kebetulan</th>\
      <th scope="col" class="n">Laju</th><th scope="col" class="n">Korelasi</th></tr></thead><tbody>\(rows)</tbody>\
      </table></div>
      """
  }

  private func kabupaten(_ bound: StationBound) -> String {
    bound.kabupaten == 0 ? "" : " · " + record.data.lexicon.areas.kabupatenTitle(bound.kabupaten)
  }

  private var tiles: [HTML] {
    let tms = tally.reasons.values
    let sure = tms.reduce(0) { $0 + ($1.freeByTier[.certain] ?? 0) + ($1.freeByTier[.strong] ?? 0) }
    let held = tms.reduce(0) { $0 + $1.heldBack }
    let whole = record.areas.first { $0.key == AreaKey() }
    var tiles = [
      tile(record.data.roll.count, "pemilih dalam daftar" + struck),
      tile(sure, "usulan TMS, pasti atau kuat"),
      tile(
        tms.reduce(held) { $0 + ($1.freeByTier[.verify] ?? 0) },
        "dugaan TMS yang menunggu verifikasi faktual" + HeldWords.behind(held)),
      missingPersons,
      tile(tally.noteCount, "catatan data (\(noteFile))"),
    ]
    if let coverage = whole?.householdCoverage, record.data.visits.count > 0 {
      tiles.append(tile(IndonesianNumber.percent(coverage), "KK tercoklit dari yang seharusnya"))
    }
    tiles.append(tile(record.data.rejections.count, "catatan baris yang dikarantina"))
    return tiles
  }

  /// How many rows the roll itself strikes: tables of areas count the others.
  private var struck: String {
    let roll = record.data.roll
    let struck = (0..<roll.count).count { roll[$0].isStruck }
    return struck > 0 ? ", \(IndonesianNumber.grouped(struck)) di antaranya dicoret" : ""
  }

  /// Persons, of whom tables of rules count some twice.
  private var missingPersons: HTML {
    let missing = MissingPersons(record)
    let findings = missing.findings > missing.count ? ", dari \(IndonesianNumber.grouped(missing.findings)) temuan" : ""
    return tile(
      missing.count, "orang yang mungkin terlewat\(findings): belum terdaftar, hilang, atau tercoret keliru")
  }

  /// Where the notes of data stand.
  private var noteFile: String {
    record.notes.isEmpty && tally.noteCount > 0 ? FindingsCSV.fileName : DataNotesCSV.fileName
  }

  private func tile(_ count: Int, _ label: String) -> HTML { tile(IndonesianNumber.grouped(count), label) }

  private func tile(_ value: String, _ label: String) -> HTML {
    "<li><b>\(value)</b><span>\(label)</span></li>"
  }

  private var notices: HTML {
    let lines =
      record.data.refusals.map { "Sumber ditolak: " + $0 } + record.data.notices + record.matches.notices
    return weak + unchecked + HTML.joined(lines.map { line -> HTML in "<p class=\"catatan\">\(line)</p>" })
  }

  /// Which numbers are not whole, and what is not claimed for that reason.
  private var weak: HTML {
    let weak = WeakNumbers(record.data)
    guard !weak.isEmpty else { return "" }
    let items = HTML.joined((weak.columns + weak.ruledOut).map { line -> HTML in "<li>\(line)</li>" })
    return "<div class=\"catatan\"><b>Nomor yang tidak utuh</b><ul>\(items)</ul></div>"
  }

  /// How old each list is: by the day that its file states, or by its latest event.
  private var ages: HTML {
    let ages = SourceAges(record)
    guard !ages.rows.isEmpty else { return "" }
    let items = ages.rows.map { row -> HTML in
      "<li class=\"\(row.isOld ? "tua" : "")\"><b>\(row.role.rawValue)</b> \(row.words)</li>"
    }
    return "<div class=\"umur\"><b>Umur sumber</b><ul>\(HTML.joined(items))</ul></div>"
  }

  /// Rules that made no claim for want of a list, or on some file.
  private var unchecked: HTML {
    let lines = UncheckedWords(record.unchecked, record.election.kind).lines
    guard !lines.isEmpty else { return "" }
    let items = HTML.joined(lines.map { line -> HTML in "<li>\(line)</li>" })
    return "<div class=\"catatan\"><b>Tidak diperiksa</b><ul>\(items)</ul></div>"
  }

  /// Proposals by reason and tier.
  private var proposals: HTML {
    chart(
      "Dugaan TMS menurut alasan dan keyakinan",
      TMSCode.allCases.compactMap { code in
        tally.reasons[code].map { ChartRow(label: code.label, byTier: $0.freeByTier, heldBack: $0.heldBack) }
      })
  }

  /// Every other finding by rule and tier.
  private var missing: HTML {
    chart(
      "Temuan lain menurut aturan dan keyakinan",
      tally.rules.filter { $0.severity != .tms && $0.total > 0 }.map { ChartRow(label: $0.id, byTier: $0.byTier) })
  }

  private struct ChartRow {
    let label: String
    let byTier: [Tier: Int]
    /// How many stand beside these, held back.
    var heldBack = 0
  }

  private func chart(_ caption: String, _ counts: [ChartRow]) -> HTML {
    let counts = counts.filter { row in row.heldBack > 0 || row.byTier.values.contains { $0 > 0 } }
    guard !counts.isEmpty else { return "" }
    let sums = counts.map { $0.byTier.values.reduce(0, +) }
    let used = Tier.printed.filter { tier in counts.contains { ($0.byTier[tier] ?? 0) > 0 } }
    let rows = zip(counts, sums).map { entry, sum in
      BarChart.Row(
        label: entry.label,
        parts: used.map { BarChart.Part(style: "f-" + $0.key, value: Double(entry.byTier[$0] ?? 0)) },
        text: HeldWords.beside(sum, held: entry.heldBack))
    }
    return BarChart(
      caption: caption, legend: used.map { ("f-" + $0.key, $0.key) }, rows: rows, full: Double(sums.max() ?? 0)
    ).html
  }

  private var ruleTable: HTML {
    let rows = tally.rules.filter { $0.severity != .data || $0.total > 0 }.map { rule -> HTML in
      let card = record.cards.first { $0.id == rule.id }
      let summary = (card?.summary ?? "") + Self.otherReasons(rule, card?.tmsCode)
      let tiers = Tier.printed.dropLast().map { tier -> HTML in
        "<td class=\"n\">\(IndonesianNumber.grouped(rule.byTier[tier] ?? 0))</td>"
      }
      return """
        <tr><th scope="row">\(rule.id)</th><td>\(summary)</td><td class="n">\(IndonesianNumber.grouped(rule.total))\
        </td>\(tiers)<td class="n">\(IndonesianNumber.grouped(rule.heldBack))</td></tr>
        """
    }
    let heads = Tier.printed.dropLast().map { tier -> HTML in "<th scope=\"col\" class=\"n\">\(tier.key)</th>" }
    return """
      <h3>Temuan menurut aturan</h3><div class="gulir"><table><thead><tr><th scope="col">Aturan</th>\
      <th scope="col">Arti</th><th scope="col" class="n">Jumlah</th>\(heads)<th scope="col" class="n">di antaranya \
      ditahan</th></tr></thead><tbody>\(rows)</tbody></table></div>\(heldBack)
      """
  }

  /// Why the rules' counts are higher than others on the page.
  private var heldBack: HTML {
    tally.heldBack > 0 ? "<p class=\"redup\">\(HeldWords.included(tally.heldBack))</p>" : ""
  }

  /// ` 1 di antaranya beralasan TPS tidak sesuai.`: findings of a rule that count under another reason than the rest.
  private static func otherReasons(_ rule: FindingTally.OfRule, _ own: TMSCode?) -> String {
    TMSCode.allCases.filter { $0 != own }.compactMap { code in
      rule.byReason[code].map { " \(IndonesianNumber.grouped($0)) di antaranya beralasan \(code.label)." }
    }.joined()
  }
}

extension PageSummary {
  /// What other thresholds would give, for rules that count over one.
  fileprivate var thresholds: HTML {
    guard !record.thresholds.isEmpty else { return "" }
    let rows = record.thresholds.map { table -> HTML in
      let counts = table.counts.map { count -> HTML in
        let words = "\(count.value.replacing(".", with: ",")): \(IndonesianNumber.grouped(count.findings))"
        return count.isOwn ? "<li><b>\(words)</b></li>" : "<li>\(words)</li>"
      }
      return """
        <tr><th scope="row">\(table.rule)</th><td>\(table.name)</td><td><ul class="ambang-lain">\(HTML.joined(counts))\
        </ul></td></tr>
        """
    }
    return """
      <h3>Bila ambangnya lain</h3><p class="redup">Jumlah temuan aturan yang menghitung di atas suatu ambang, pada \
      ambang yang dipakai (tebal) dan yang di dekatnya.</p><div class="gulir"><table><thead><tr><th \
      scope="col">Aturan</th><th scope="col">Setelan</th><th scope="col">Ambang: temuan</th></tr></thead><tbody>\
      \(HTML.joined(rows))</tbody></table></div>
      """
  }

  /// Notes of data by rule: counts alone, for nobody acts on one.
  fileprivate var notes: HTML {
    let noted = tally.rules.filter { $0.notes > 0 }
    guard !noted.isEmpty else { return "" }
    let rows = noted.map { rule -> HTML in
      """
      <tr><th scope="row">\(rule.id)</th><td>\(record.cards.first { $0.id == rule.id }?.summary ?? "")</td>\
      <td class="n">\(IndonesianNumber.grouped(rule.notes))</td></tr>
      """
    }
    return """
      <h3>Catatan data</h3><p class="redup">Kekurangan penulisan, bukan alasan TMS. Barisnya ada di \(noteFile); \
      jumlah per desa di catatan-wilayah.csv.</p><div class="gulir"><table><thead><tr><th scope="col">Aturan</th>\
      <th scope="col">Arti</th><th scope="col" class="n">Jumlah</th></tr></thead><tbody>\(HTML.joined(rows))</tbody>\
      </table></div>
      """
  }
}

extension HTML {
  static func joined(_ parts: [HTML]) -> HTML { parts.reduce(into: HTML()) { $0 += $1 } }
}
