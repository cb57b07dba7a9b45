import Documents
import RollModel

/// What the register says, on page one: letters and what became of them, and how often each rule was rejected.
struct PageFollowUp {
  let history: CaseHistory?

  /// Letters and decisions; nothing for a case without a register.
  var html: HTML {
    guard let history else { return "" }
    return "<h3>Tindak lanjut surat</h3>\(sentence(history))\(table(history))\(decisions(history))"
      + PageSamples(samples: history.samples).html
  }

  private func sentence(_ history: CaseHistory) -> HTML {
    let totals = history.totals
    guard totals.sent > 0 else { return "<p>Belum ada surat yang tercatat di register kasus ini.</p>" }
    var counts = FollowUpState.allCases.map { state in
      "\(IndonesianNumber.grouped(totals.counts[state] ?? 0)) \(state.rawValue)"
    }
    if totals.withdrawn > 0 { counts.append("\(IndonesianNumber.grouped(totals.withdrawn)) ditarik kantor") }
    return "<p>Dari \(IndonesianNumber.grouped(totals.sent)) yang disarankan: \(counts.joined(separator: ", ")).</p>"
  }

  /// One row a letter and class; the kecamatan can be opened.
  private func table(_ history: CaseHistory) -> HTML {
    let lines = history.followUp
    guard !lines.isEmpty else { return "" }
    let sums = lines.summedOverKecamatan
    let opened: HTML =
      sums.count == lines.count
      ? "" : "<details><summary>Menurut kecamatan</summary>\(rows(lines, withKecamatan: true))</details>"
    return rows(sums, withKecamatan: false) + opened + remarks(history)
  }

  private func rows(_ lines: [FollowUpLine], withKecamatan: Bool) -> HTML {
    let rows = lines.map { line -> HTML in
      let counts = FollowUpState.allCases.map { state -> HTML in number(line.counts[state] ?? 0) }
      let place: HTML = withKecamatan ? "<td>\(line.kecamatan)</td>" : ""
      let day = CalendarDay(iso: line.day).map(IndonesianDate.short) ?? line.day
      return """
        <tr><th scope="row">\(line.letter)</th><td>\(day)</td><td>\(line.label)</td>\(place)\(number(line.sent))\
        \(counts)<td>\(line.answers)</td><td class="n">\(line.days.map(IndonesianNumber.grouped) ?? "")</td></tr>
        """
    }
    let heads = FollowUpState.allCases.map { state -> HTML in "<th scope=\"col\" class=\"n\">\(state.rawValue)</th>" }
    let place: HTML = withKecamatan ? "<th scope=\"col\">Kecamatan</th>" : ""
    return """
      <div class="gulir"><table><thead><tr><th scope="col">Nomor surat</th><th scope="col">Tanggal</th>\
      <th scope="col">Kelas</th>\(place)<th scope="col" class="n">disampaikan</th>\(heads)\
      <th scope="col">Alasan KPU</th><th scope="col" class="n">Hari sejak surat</th></tr></thead><tbody>\(rows)</tbody>\
      </table></div>
      """
  }

  /// Why some cannot be judged.
  private func remarks(_ history: CaseHistory) -> HTML {
    let lines = Set(history.followUp.flatMap(\.reasons)).sorted().map { "Tidak dapat dinilai: " + $0 + "." }
    return HTML.joined(lines.map { line -> HTML in "<p class=\"redup\">\(line)</p>" })
  }

  /// Decisions that bind this run, and the share of tolak beside what was expected.
  private func decisions(_ history: CaseHistory) -> HTML {
    var lines: [String] = []
    if history.closed > 0 {
      lines.append(
        "\(IndonesianNumber.grouped(history.closed)) temuan tidak ditampilkan karena sudah ditolak atau ditarik.")
    }
    if history.goneAsAsked > 0 {
      lines.append(
        "\(IndonesianNumber.grouped(history.goneAsAsked)) pemilih yang hilang tanpa kode tidak ditampilkan karena surat "
          + "kantor ini yang meminta barisnya dikeluarkan.")
    }
    if history.backAsAsked > 0 {
      lines.append(
        "\(IndonesianNumber.grouped(history.backAsAsked)) pemilih yang dahulu dicoret tidak disebut muncul lagi karena surat "
          + "kantor ini yang meminta mereka dikembalikan.")
    }
    if history.awaitingWithdrawal > 0 { lines.append(FollowUpWords.awaiting(history.awaitingWithdrawal)) }
    if history.reopened > 0 {
      lines.append("\(IndonesianNumber.grouped(history.reopened)) temuan dibuka lagi karena faktanya berubah.")
    }
    if history.otherRule > 0 {
      lines.append(
        "\(IndonesianNumber.grouped(history.otherRule)) temuan ditahan karena orangnya sudah diputuskan pada aturan lain "
          + "yang menanyakan hal yang sama.")
    }
    if history.conflicts > 0 {
      lines.append(
        "\(IndonesianNumber.grouped(history.conflicts)) temuan belum diputuskan karena petugas bertentangan.")
    }
    return HTML.joined(lines.map { line -> HTML in "<p>\(line)</p>" }) + shares(history)
  }

  private func shares(_ history: CaseHistory) -> HTML {
    guard !history.shares.isEmpty else { return "" }
    let rows = history.shares.map { share -> HTML in
      let estimate = share.estimate.map { IndonesianNumber.decimal($0 * 100, 2) + "%" } ?? "–"
      return """
        <tr><th scope="row">\(share.rule)</th><td><span class="cip c-\(share.tier.key)">\(share.tier.key)</span></td>\
        \(number(share.decided))\(number(share.rejected))\
        <td class="n">\(IndonesianNumber.percent(share.share))</td>\
        <td class="n">\(IndonesianNumber.percent(share.interval.lower))–\
        \(IndonesianNumber.percent(share.interval.upper))</td><td class="n">\(estimate)</td></tr>
        """
    }
    return """
      <h3>Bagian yang ditolak</h3><div class="gulir"><table><thead><tr><th scope="col">Aturan</th>\
      <th scope="col">Keyakinan</th><th scope="col" class="n">Diputuskan</th><th scope="col" class="n">Ditolak</th>\
      <th scope="col" class="n">Bagian</th><th scope="col" class="n">Selang 95%</th>\
      <th scope="col" class="n">Taksiran keliru</th></tr></thead><tbody>\(rows)</tbody></table></div>\
      <p class="redup">Yang diputuskan bukan sampel acak; selang Wilson hanya menunjukkan ketidakpastian karena \
      jumlahnya sedikit. Taksiran keliru adalah taksiran model sendiri.</p>
      """
  }

  private func number(_ count: Int) -> HTML { "<td class=\"n\">\(IndonesianNumber.grouped(count))</td>" }
}
