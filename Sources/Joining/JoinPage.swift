import Documents
import RollModel

/// Writes `gabungan.html`: one page that stands alone, with the matrix of kabupaten or, where these are many, of provinces.
struct JoinPage {
  let outcome: JoinOutcome
  let tally: JoinTally
  let version: String

  /// A larger matrix is shown by province; every kabupaten stands in `matriks.csv`.
  private static let mostColumns = 40
  private static let mostRows = 100

  func write(to folder: String) throws {
    var sink = try FileSink(path: folder + "/gabungan.html")
    try sink.write(Array(page.markup.utf8))
  }

  private var page: HTML {
    let head: HTML = """
      <!doctype html><html lang="id"><head><meta charset="utf-8">\
      <meta name="viewport" content="width=device-width,initial-scale=1"><title>Ganda antar-kabupaten</title><style>\
      body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1100px;padding:20px;color:#1a2330}\
      h1{font-size:26px;margin:0 0 4px}h2{font-size:18px;margin:26px 0 8px}p{max-width:80ch}\
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{border:1px solid #dfe3e8;padding:4px 8px;\
      text-align:right}th:first-child,td:first-child,td.kiri,th.kiri{text-align:left}thead th{background:#edf0f3}\
      .gulir{overflow-x:auto}.batas{border-left:4px solid #e4b95a;background:#fff6e3;padding:8px 12px}\
      .redup{color:#5a6675;font-size:13.5px}</style></head><body>
      """
    return head + summary + matrix + largest + foot
  }

  private var summary: HTML {
    let rows = JoinTally.Class.allCases.map { kind -> HTML in
      let share = outcome.verdict.falseShare.first { $0.tier.label == kind.label }?.share
      return """
        <tr><td>\(kind.label)</td><td>\(CoincidenceWords.grouped(tally.counts[kind.rawValue]))</td>\
        <td>\(share.map(Self.percent) ?? "–")</td></tr>
        """
    }
    return """
      <h1>Ganda antar-kabupaten</h1><p class="redup">\(outcome.rolls.kabupaten.count - 1) kabupaten/kota, \
      \(CoincidenceWords.grouped(outcome.rolls.count)) pemilih yang belum bertanda TMS. Tidak ada nama di halaman ini.</p>
      <p class="batas">\(CoincidenceWords.meaning(outcome)) Setiap pasangan adalah usulan untuk diverifikasi bersama oleh \
      kedua kabupaten/kota; baris mana yang keluar ditentukan oleh tempat tinggal menurut KTP-el.</p>
      <h2>Pasangan menurut keyakinan</h2><table><thead><tr><th>keyakinan</th><th>pasangan</th>\
      <th>perkiraan keliru</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private static func percent(_ share: Double) -> String {
    share < 0.001 ? "< 0,1 %" : OutsideLists.decimals(share * 100, 1).replacing(".", with: ",") + " %"
  }

  private var matrix: HTML {
    let byProvince = outcome.rolls.kabupaten.count - 1 > Self.mostColumns
    func key(_ number: Int) -> String {
      let code = outcome.rolls.kabupaten[number].code.description
      return byProvince ? String(code.prefix(2)) : code
    }
    var counts: [String: Int] = [:]
    for cell in tally.cells {
      let (a, b) = (key(cell.a), key(cell.b))
      counts[a + "-" + b, default: 0] += cell.total
      if a != b { counts[b + "-" + a, default: 0] += cell.total }
    }
    let names = Set((1..<outcome.rolls.kabupaten.count).map(key)).sorted()
    let header = names.map { name -> HTML in "<th>\(name)</th>" }
    let rows = names.map { a -> HTML in
      let cells = names.map { b -> HTML in
        let count = counts[a + "-" + b] ?? 0
        return "<td>\(count == 0 ? "" : CoincidenceWords.grouped(count))</td>"
      }
      return "<tr><th>\(a)</th>\(cells)</tr>"
    }
    let title = byProvince ? "Matriks provinsi" : "Matriks kabupaten/kota"
    return """
      <h2>\(title)</h2><p class="redup">Semua pasangan yang disebut di atas. Rincian tiap kabupaten/kota ada di \
      matriks.csv.</p><div class="gulir"><table><thead><tr><th></th>\(header)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private var largest: HTML {
    let order = tally.cells.sorted { ($1.total, $0.a, $0.b) < ($0.total, $1.a, $1.b) }.prefix(Self.mostRows)
    let header = JoinTally.Class.allCases.map { kind -> HTML in "<th>\(kind.label)</th>" }
    let rows = order.map { cell -> HTML in
      let counts = cell.counts.map { count -> HTML in "<td>\(CoincidenceWords.grouped(count))</td>" }
      return """
        <tr><td>\(outcome.rolls.kabupaten[cell.a].words)</td><td class="kiri">\(outcome.rolls.kabupaten[cell.b].words)</td>\
        \(counts)</tr>
        """
    }
    return """
      <h2>Kabupaten/kota dengan pasangan terbanyak</h2><div class="gulir"><table><thead><tr><th>kabupaten/kota</th>\
      <th class="kiri">dengan</th>\(header)</tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  private var foot: HTML {
    """
    <p class="redup">Dibuat oleh padan \(version). Daftar tiap kabupaten/kota ada di ganda-luar-&lt;kode&gt;.csv; letakkan \
    di folder ganda-luar kasusnya, lalu jalankan padan periksa.</p></body></html>
    """
  }
}
