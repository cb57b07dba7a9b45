import Documents
import RollModel

/// What people told the posko, beside the roll and the findings of the run.
struct PageComplaints {
  let recap: ComplaintRecap?

  /// Nothing for a case without complaints.
  var html: HTML {
    guard let recap else { return "" }
    let rows = recap.lines.map { line -> HTML in "<tr><th scope=\"row\">\(line.cluster)</th>\(counts(line))</tr>" }
    return """
      <h3>Laporan posko</h3><div class="gulir"><table><thead><tr><th scope="col">Kelompok</th>\
      <th scope="col" class="n">Laporan</th><th scope="col" class="n">Dapat dicari</th>\
      <th scope="col" class="n">Ada di daftar pemilih</th><th scope="col" class="n">Ada di temuan</th></tr></thead>\
      <tbody>\(rows)</tbody><tfoot><tr><th scope="row">Jumlah</th>\(counts(recap.total))</tr></tfoot></table></div>\
      <p class="redup">Orang yang dilaporkan dicari dengan NIK yang utuh, atau nama beserta desa atau tanggal lahir. \
      Baris daftar yang sudah dicoret tidak dihitung. Tiap laporan dengan pemilih dan \
      temuannya: \(ComplaintsCSV.fileName); satu orang: padan cari.</p>
      """
  }

  private func counts(_ line: ComplaintRecap.Line) -> [HTML] {
    [line.complaints, line.comparable, line.onRoll, line.found].map { count in
      "<td class=\"n\">\(IndonesianNumber.grouped(count))</td>"
    }
  }
}
