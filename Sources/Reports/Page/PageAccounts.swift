import Documents
import RollModel

/// The section on the balance between two rolls: kabupaten and kecamatan, in the order of the daily form; of a province the
/// kabupaten alone.
struct PageAccounts {
  let record: RunRecord

  var html: HTML {
    let accounts = record.accounts.filter { $0.key.desa == 0 }
    guard let whole = accounts.first(where: { $0.key == AreaKey() }) else { return "" }
    let areas = record.data.lexicon.areas
    let codes = TMSCode.allCases.filter { (whole.struck[$0]?.all ?? 0) > 0 }
    let heads = HTML.joined(
      (["Sebelumnya"] + AreaAccount.Origin.allCases.map { "Baru: " + $0.label } + ["Masuk", "Keluar"]
        + codes.map { "TMS: " + $0.label } + ["Hilang tanpa kode", "Muncul lagi", "Sekarang"])
        .map { title -> HTML in "<th scope=\"col\" class=\"n\">\(title)</th>" })
    let rows = HTML.joined(
      accounts.filter { (areas.isProvince ? $0.key.kabupaten : $0.key.kecamatan) != 0 }.map { row($0, codes) })
    return """
      <h3>Neraca terhadap daftar sebelumnya</h3><p class="redup">Sebelumnya + baru + masuk − keluar − TMS − hilang + \
      muncul lagi = sekarang. Menurut desa, dengan L dan P, ada di neraca.csv. TMS di sini \
      tanda yang sudah tertulis pada daftar, bukan dugaan di atas.</p><div class="gulir"><table><thead><tr>\
      <th scope="col">\(areas.isProvince ? "Kabupaten/kota" : "Kecamatan")</th>\(heads)</tr></thead><tbody>\(rows)\
      </tbody><tfoot>\(row(whole, codes))</tfoot></table></div>
      """
  }

  private func row(_ account: AreaAccount, _ codes: [TMSCode]) -> HTML {
    let areas = record.data.lexicon.areas
    let name =
      account.key == AreaKey()
      ? "Seluruhnya" : areas.shown(areas.names(of: account.key).kecamatan, in: account.key.kabupaten)
    let counts =
      [account.before] + account.new + [account.came, account.left] + codes.map { account.struck[$0] ?? SexCount() }
      + [account.gone, account.back, account.now]
    let cells = HTML.joined(
      counts.map { count -> HTML in "<td class=\"n\">\(IndonesianNumber.grouped(count.all))</td>" })
    return "<tr><th scope=\"row\">\(name)</th>\(cells)</tr>"
  }
}
