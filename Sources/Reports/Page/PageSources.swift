import Documents
import RollModel

/// The section on sources: every file with its rows, read = used + quarantined, and why rows were set aside.
struct PageSources {
  let data: CaseData

  var html: HTML {
    let rows = data.files.map { file -> HTML in
      """
      <tr><th scope="row">\(file.path)</th><td>\(file.role.rawValue)</td>\(number(file.rowsRead))\
      \(number(file.rowsUsed))\(number(file.rowsQuarantined))\(number(file.rowsRepaired))\
      <td>\(Self.numbers(file))</td><td>\(file.reading.joined(separator: "; "))</td></tr>
      """
    }
    let read = data.files.reduce(0) { $0 + $1.rowsRead }
    let used = data.files.reduce(0) { $0 + $1.rowsUsed }
    let aside = data.files.reduce(0) { $0 + $1.rowsQuarantined }
    let repaired = data.files.reduce(0) { $0 + $1.rowsRepaired }
    return """
      <div class="gulir"><table><thead><tr><th scope="col">Berkas</th><th scope="col">Peran</th>\
      <th scope="col" class="n">Dibaca</th><th scope="col" class="n">Dipakai</th>\
      <th scope="col" class="n">Dikarantina</th><th scope="col" class="n">Diperbaiki</th>\
      <th scope="col">Keadaan NIK</th><th scope="col">Cara baca</th></tr></thead><tbody>\(rows)</tbody>\
      <tfoot><tr><th scope="row">Jumlah</th><td></td>\(number(read))\(number(used))\(number(aside))\(number(repaired))\
      <td></td><td></td></tr></tfoot></table></div>\
      <p class="redup">Baris dibaca = baris dipakai + baris dikarantina, untuk setiap berkas.</p>\(repairs)\(reasons)
      """
  }

  /// State of the NIK, and of the NKK where it is another.
  private static func numbers(_ file: SourceFile) -> String {
    guard file.role.isPersons else { return "" }
    let differs = file.nkkState != file.nikState && !file.nkkColumn.header.isEmpty
    return file.nikState.rawValue + (differs ? "; NKK \(file.nkkState.rawValue)" : "")
  }

  private var repairs: HTML {
    guard !data.repairs.isEmpty else { return "" }
    return "<p class=\"redup\">Yang diperbaiki, baris demi baris, ada di perbaikan.csv.</p>"
  }

  private var reasons: HTML {
    var counts: [String: Int] = [:]
    for rejection in data.rejections { counts[rejection.reason, default: 0] += 1 }
    guard !counts.isEmpty else { return "" }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12).map { reason, count -> HTML in
      "<tr><td>\(reason)</td>\(number(count))</tr>"
    }
    return """
      <h3>Mengapa baris dikarantina</h3><table><thead><tr><th scope="col">Alasan</th>\
      <th scope="col" class="n">Catatan</th></tr></thead><tbody>\(rows)</tbody></table>\
      <p class="redup">Baris demi baris ada di karantina.csv.</p>
      """
  }

  private func number(_ count: Int) -> HTML { "<td class=\"n\">\(IndonesianNumber.grouped(count))</td>" }
}
