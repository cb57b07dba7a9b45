import Documents
import RollModel

/// Notes of data as a table of desa and rules, closed until a reader opens it; nobody acts on one of them.
struct PageNotes {
  let record: RunRecord
  let counted: NoteCounts

  var html: HTML {
    guard !counted.desa.isEmpty else { return "" }
    let heads = counted.rules.map { rule -> HTML in "<th scope=\"col\" class=\"n\">\(rule)</th>" }
    let rows = counted.desa.map { key -> HTML in
      let areas = record.data.lexicon.areas
      let names = areas.names(of: key)
      let cells = (counted.counts[key] ?? []).map { count -> HTML in
        "<td class=\"n\">\(count == 0 ? "" : PageAreas.suppressed(count))</td>"
      }
      return """
        <tr><th scope="row">\(key.desa == 0 ? "desa tidak dikenali" : names.desa)</th>\
        <td>\(key.desa == 0 ? "" : areas.shown(names.kecamatan, in: areas.kabupaten(of: key)))</td>\
        \(HTML.joined(cells))</tr>
        """
    }
    return """
      <details><summary>Catatan data menurut desa dan aturan</summary><div class="gulir"><table><thead><tr>\
      <th scope="col">Desa</th><th scope="col">Kecamatan</th>\(HTML.joined(heads))</tr></thead>\
      <tbody>\(HTML.joined(rows))</tbody></table></div><p class="redup">Angkanya ada di catatan-wilayah.csv.</p>\
      </details>
      """
  }
}
