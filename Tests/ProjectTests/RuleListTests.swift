import RollModel
import Rules
import TestSupport
import Testing

/// The promised rules are there, and every rule is shown from both sides.
@Suite struct RuleListTests {
  /// Rules that the project promises; more may come.
  static let promised = [
    "meninggal", "ganda", "di-bawah-umur", "pindah-domisili", "wna", "tni", "polri", "hak-pilih-dicabut",
    "nik-tidak-valid", "nik-beda-tanggal-lahir", "nik-sama-orang-berbeda", "kemungkinan-kembar",
    "tanggal-lahir-tidak-wajar", "usia-lanjut", "rt-rw-kosong", "kk-beda-tps", "tps-melebihi-kapasitas",
    "rt-belum-tercoklit", "kk-belum-tercoklit", "cakupan-coklit-rendah", "wilayah-tanpa-pemilih",
    "belum-terdaftar", "calon-daftar-khusus", "wilayah-dpk-tinggi",
  ]

  @Test(arguments: promised) func promisedRulesAreThere(_ id: String) {
    #expect(Rulebook.card(id: id) != nil)
  }

  @Test(arguments: Rulebook.cards.map(\.id)) func examplesShowBothSides(_ id: String) throws {
    let card = try #require(Rulebook.card(id: id))
    let rows = card.examples.flatMap { example in
      example.table.split(separator: "\n").map { line in String(line.drop { $0 == " " }) }
    }
    #expect(rows.contains { $0.hasPrefix("!") }, "no marked row")
    #expect(rows.contains { $0.hasPrefix("|") }, "no unmarked row")
  }
}
