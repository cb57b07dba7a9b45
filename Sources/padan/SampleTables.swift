import Casework
import Documents
import Pipeline

/// What `padan sampel` says of a sample that was drawn or scored.
enum SampleTables {
  static func words(_ result: SampleRun.Result, in folder: String) -> String {
    var lines = ["Benih: \(result.seed)"]
    for direction in result.directions {
      var table = TextTable([direction.name, "baris", "contoh"])
      for kind in direction.kinds { table.add([kind.name, kind.population.grouped, kind.drawn.grouped]) }
      table.add(["jumlah", direction.population.grouped, direction.drawn.grouped])
      lines += ["", table.text, "  galat paling besar \(percent(direction.margin)) pada kepercayaan 95%"]
    }
    if result.lacksPeople {
      lines += ["", "Orang ke daftar tidak ditarik: tidak ada daftar penduduk, wilayah, atau coklit dalam kasus ini."]
    }
    return (lines + [""] + result.files.map { Terminal.here(folder + "/" + $0) }).joined(separator: "\n")
  }

  static func json(_ result: SampleRun.Result) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.string("benih", result.seed)
      json.array("arah") { json in
        for direction in result.directions {
          json.object { json in
            json.string("nama", direction.name)
            json.integer("populasi", direction.population)
            json.integer("contoh", direction.drawn)
            json.number("galat", direction.margin, decimals: 6)
          }
        }
      }
      json.array("berkas") { json in for file in result.files { json.string(nil, file) } }
    }
    return json.out.text
  }

  static func words(_ result: SampleScoring.Result, in folder: String) -> String {
    var files = TextTable(["berkas", "diterima", "belum diisi", "ditolak"])
    for tally in result.tallies {
      files.add([tally.file, tally.accepted.grouped, tally.blank.grouped, tally.refused.grouped])
    }
    var lines = [files.text]
    if !result.refusals.isEmpty {
      lines += ["", "Baris ditolak:"]
      lines += result.refusals.prefix(refusalsShown).map { refusal in
        let sheet = refusal.sheet.isEmpty ? "" : ", lembar «\(refusal.sheet)»"
        return "  \(refusal.file)\(sheet), baris \(refusal.line): \(refusal.reason)."
      }
      let more = result.refusals.count - refusalsShown
      if more > 0 { lines.append("  dan \(more.grouped) lagi di \(result.file)") }
    }
    var table = TextTable(
      ["temuan", "keyakinan", "contoh", "benar", "tidak benar", "tidak ditemukan", "bagian keliru", "selang 95%"])
    for rule in result.score.rules {
      let count = rule.count
      let isKnown = count.answered > 0
      table.add(
        [rule.rule, rule.tier] + [count.drawn, count.right, count.wrong, count.notFound].map(\.grouped) + [
          isKnown ? percent(rule.wrong.share) : "–",
          isKnown ? "\(percent(rule.wrong.lower))–\(percent(rule.wrong.upper))" : "–",
        ])
    }
    if !result.score.rules.isEmpty { lines += ["", table.text] }
    if result.score.rules.contains(where: { $0.count.answered > 0 }) { lines.append(method) }
    for whole in result.score.wholes { lines += [""] + words(whole) }
    return (lines + ["", Terminal.here(folder + "/" + result.file)]).joined(separator: "\n")
  }

  private static let refusalsShown = 20
  /// How the intervals were worked out: whoever reads them may be asked.
  private static let method = """
      Selang 95%: skor Wilson, dengan koreksi populasi terhingga bila semua temuan aturannya diketahui; untuk seluruh
      daftar, selang tiap lapis digabung menurut besarnya (Zou, Huang, dan Zhang 2009). Yang tidak ditemukan tidak \
      dihitung.
    """

  static func json(_ result: SampleScoring.Result) -> String {
    var json = JSONWriter()
    json.object { json in
      json.string("peristiwa", "selesai")
      json.string("berkas", result.file)
      json.integer("diterima", result.tallies.reduce(0) { $0 + $1.accepted })
      json.integer("belum_diisi", result.tallies.reduce(0) { $0 + $1.blank })
      json.integer("ditolak", result.refusals.count)
      result.score.write(to: &json)
    }
    return json.out.text
  }

  private static func words(_ whole: SampleScore.Whole) -> [String] {
    let count = whole.count
    guard count.answered > 0 else { return ["\(whole.direction): belum ada jawaban."] }
    let share = whole.wrong
    var lines = [
      "\(whole.direction), \(whole.source) (\(whole.population.grouped)):",
      "  keliru \(percent(share.share)), selang 95% \(percent(share.lower))–\(percent(share.upper)), "
        + "dari \(count.answered.grouped) jawaban; \(count.open.grouped) contoh belum diisi",
    ]
    if count.notFound > 0 {
      lines.append("  \(count.notFound.grouped) tidak ditemukan; bila semuanya keliru \(percent(whole.worst))")
    }
    if share.known < 1 - 1e-9 {
      lines.append("  kelas tanpa jawaban memuat \(percent(1 - share.known)) baris; selang memperhitungkannya")
    }
    return lines
  }

  private static func percent(_ share: Double) -> String { (share * 100).decimal(1) + "%" }
}
