import Foundation
import TestSupport
import Testing

/// The page in the hands of an officer: searched, filtered, decided on, downloaded, handed in, and bound a week later.
@Suite(.enabled(if: Browser.path != nil, "Chromium is not installed"), .serialized)
struct PageDecisionTests {
  @Test(arguments: ["json", "csv"]) func whatIsDecidedOnThePageBindsTheNextRun(_ form: String) throws {
    let loop = try LoopCase.sample(voters: 600)
    try loop.examine("2026-11-21")
    let page = try BrowserPage(loop.run("2026-11-21") + "/laporan.html", in: Browser())
    let accepted = try Self.decide("sah", note: "=sudah \"dicek\", dengan akta", on: page)
    let rejected = try Self.decide("tolak", note: "", on: page)
    let doubted = try Self.decide("perlu cek", note: "tanya RT\nbesok", on: page)
    #expect(Set([accepted, rejected, doubted]).count == 3)
    #expect(try page.text("document.getElementById('putusan').textContent") == "3 keputusan belum diunduh")
    let file = try page.download("#unduh-" + form, into: loop.files.scratch.path)
    #expect(file.hasSuffix("/keputusan." + form))
    #expect(try page.text("document.getElementById('putusan').textContent") == "3 keputusan")
    try page.choose("putusan", of: "#f-urutan")
    #expect(try Self.count(page) == 3)
    #expect(page.complaints == [])
    #expect(page.requests.count == 1 && page.requests[0].hasPrefix("file:///"))

    let result = try Binary.run([
      "putuskan", loop.run("2026-11-21"), file, "--petugas", "RINA", "--tanggal", "2026-11-23",
    ])
    try #require(result.status == 0, "\(result.err)")
    let written = try loop.files.scratch.read("kasus/register.jsonl")
    #expect(written.contains("=sudah \\\"dicek\\\", dengan akta") && !written.contains("'=sudah"))

    try loop.examine("2026-11-28")
    let next = try BrowserPage(loop.run("2026-11-28") + "/laporan.html", in: page.browser)
    #expect(try Self.found(rejected, on: next) == [])
    #expect(try Self.found(accepted, on: next) == ["sah"])
    #expect(try Self.found(doubted, on: next) == ["perlu cek"])
    try next.click("#tabel .buka")
    #expect(try next.text("document.querySelector('dialog').textContent").contains("Keputusan di register: perlu cek"))
    #expect(try next.holds("document.querySelector('dialog input[value=\"\"]').checked"), "nothing is decided here yet")
    #expect(next.complaints == [])
  }

  @Test func searchFiltersAndPagesWorkTogether() throws {
    let loop = try LoopCase.sample(voters: 1200)
    try loop.examine("2026-11-21")
    let rows = try loop.rows("2026-11-21")
    let page = try BrowserPage(loop.run("2026-11-21") + "/laporan.html", in: Browser())
    #expect(try Self.count(page) == rows.count)
    try #require(rows.count > 50)
    #expect(try page.number("document.querySelectorAll('#tabel tbody tr').length") == 50)
    try page.click("#maju")
    #expect(try page.text("document.getElementById('posisi').textContent").hasPrefix("Halaman 2 dari"))

    let one = try #require(rows.first { $0["aturan"] == "meninggal" })
    try Self.search((one["nama"] ?? "").lowercased(), on: page)
    #expect(try page.text("document.getElementById('posisi').textContent") == "Halaman 1 dari 1")
    #expect(try page.text("document.getElementById('tabel').textContent").contains(one["id"] ?? "?"))
    try Self.search("", on: page)
    let rules = try page.texts("[...document.querySelectorAll('#f-aturan option')].map(o => o.textContent)")
    let place = try #require(rules.firstIndex { $0.hasPrefix("meninggal (") })
    try page.choose(
      try page.text("document.querySelectorAll('#f-aturan option')[\(place)].value"), of: "#f-aturan")
    #expect(try Self.count(page) == rows.count { $0["aturan"] == "meninggal" })
    try page.choose(one["kecamatan"] ?? "", of: "#f-kecamatan")
    #expect(
      try Self.count(page) == rows.count { $0["aturan"] == "meninggal" && $0["kecamatan"] == one["kecamatan"] })
    try page.choose("bobot", of: "#f-urutan")
    let bits = rows.filter { $0["aturan"] == "meninggal" && $0["kecamatan"] == one["kecamatan"] }
      .max { (Double($0["bobot"] ?? "") ?? -1e9) < (Double($1["bobot"] ?? "") ?? -1e9) }
    #expect(try page.text("document.querySelector('#tabel .kecil').textContent") == bits?["id"])
    #expect(page.complaints == [])
  }

  /// In the case of a province a kabupaten can be chosen, and then one of its kecamatan; elsewhere nothing is asked.
  @Test func aProvinceIsFilteredByKabupaten() throws {
    let province = try ProvinceCase(voters: 2500)
    let rows = try province.findings()
    let browser = try Browser()
    let page = try BrowserPage(province.run + "/laporan.html", in: browser)
    #expect(try page.holds("!document.getElementById('f-kabupaten').parentElement.hidden"))
    let names = try page.texts("[...document.querySelectorAll('#f-kabupaten option')].map(o => o.textContent)")
    let code = "1604"
    let name = try #require(names.first { $0.contains("Lahat") })
    try page.choose(name, of: "#f-kabupaten")
    let own = rows.filter { $0.kabupaten == code }
    try #require(own.count > 5 && own.count < rows.count)
    #expect(try Self.count(page) == own.count)
    let kecamatan = try page.texts("[...document.querySelectorAll('#f-kecamatan option')].map(o => o.value)")
    #expect(kecamatan.count > 1 && kecamatan.count < 30)
    try page.choose(kecamatan[1], of: "#f-kecamatan")
    #expect(try (1...own.count).contains(Self.count(page)))
    try page.choose("", of: "#f-kabupaten")
    #expect(page.complaints == [])

    let loop = try LoopCase.sample(voters: 600)
    try loop.examine("2026-11-21")
    let plain = try BrowserPage(loop.run("2026-11-21") + "/laporan.html", in: browser)
    #expect(
      try plain.holds("getComputedStyle(document.getElementById('f-kabupaten').parentElement).display === 'none'"))
  }

  /// A number masked on both sides still says whether it is the same, and every line of bits is there.
  @Test func aPairStandsSideBySide() throws {
    let loop = try LoopCase.sample(voters: 900)
    try loop.examine("2026-11-21")
    let pair = try #require(
      try loop.rows("2026-11-21").first { $0["aturan"] == "meninggal" && ($0["bukti"] ?? "").contains("NIK sama") })
    let page = try BrowserPage(loop.run("2026-11-21") + "/laporan.html", in: Browser())
    try Self.search(pair["id"] ?? "", on: page)
    try page.click("#tabel .buka")
    let rows = try page.texts("[...document.querySelectorAll('.pasangan tr')].map(r => r.innerText)")
    #expect(rows.first?.contains("daftar-pemilih") == true && rows.first?.contains("Pembanding: kematian") == true)
    #expect(rows.contains { $0.hasPrefix("NIK\t" + (pair["nik"] ?? "?")) && $0.hasSuffix("sama") }, "\(rows)")
    let sum = try page.text("document.querySelector('.bit tfoot .n').textContent")
    let weight = try #require(Double(pair["bobot"] ?? ""))
    let shown = try #require(
      Double(sum.filter { $0.isNumber || $0 == "," }.split(separator: ",").joined(separator: ".")))
    #expect(abs(weight - shown) < 0.05)
  }

  // MARK: Steps

  /// Opens the first finding without a decision, decides on it by mouse and keys, closes it; its id.
  private static func decide(_ word: String, note: String, on page: BrowserPage) throws -> String {
    let place = try page.number(
      "[...document.querySelectorAll('#tabel tbody tr')].findIndex(r => r.cells[0].querySelector('.cip') === null) + 1")
    let row = "#tabel tbody tr:nth-child(\(place))"
    let id = try page.text("document.querySelector('\(row) .kecil').textContent")
    try page.click(row + " .buka")
    try page.wait(until: "document.querySelector('dialog').open")
    try page.click("dialog input[value=\"\(word)\"]")
    if !note.isEmpty {
      try page.click("dialog textarea")
      try page.type(note)
    }
    try page.press(.escape)
    // A dialog tells that it was closed a moment later.
    try page.wait(until: "document.querySelector('\(row) td .cip')?.textContent === '\(word)'")
    return id
  }

  /// Types words in place of those in the field, and waits for the pause after which they are looked for.
  private static func search(_ words: String, on page: BrowserPage) throws {
    try page.click("#cari")
    try page.value("document.getElementById('cari').select()")
    if words.isEmpty { try page.press(.delete) } else { try page.type(words) }
    // Later than the page's own clock, which was set before.
    try page.value("new Promise((done) => setTimeout(done, 250))")
  }

  private static func count(_ page: BrowserPage) throws -> Int {
    let words = try page.text("document.getElementById('jumlah').textContent")
    return Int(words.prefix { $0 != " " }.filter(\.isNumber)) ?? -1
  }

  /// What stands as decided beside a finding; nothing where it is not on the page.
  private static func found(_ id: String, on page: BrowserPage) throws -> [String] {
    try search(id, on: page)
    return try page.texts("[...document.querySelectorAll('#tabel tbody td:first-child .cip')].map(c => c.textContent)")
  }
}
