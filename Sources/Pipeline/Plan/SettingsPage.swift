import RollModel
import Rules

/// `docs/setelan.md`: every key of `padan.yaml`, printed from the tables that read it.
package enum SettingsPage {
  package static var text: String {
    let plan = Plan()
    var lines = [opening]
    lines += section("`kantor:`", "Siapa yang menulis surat.", PlanKeys.office, plan.office)
    lines += section("`pemilihan:`", "Untuk pemilihan apa daftar diperiksa.", PlanKeys.election, plan.election)
    lines += section("Di tingkat teratas", "Tanpa kelompok.", PlanKeys.root, plan)
    lines += section("`coklit:`", "Masa coklit dan ambang cakupan.", PlanKeys.visits, plan.visits)
    lines += section("`jadwal:`", "Hari-hari yang dikejar surat.", PlanKeys.schedule, plan.schedule)
    lines += section("`sumber:`", sources, PlanKeys.source, SourceRule())
    lines += section("`pemadanan:`", matching, PlanKeys.matching, plan.matching)
    lines += rules
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section<Target>(
    _ title: String, _ summary: String, _ keys: [PlanKey<Target>], _ usual: Target
  ) -> [String] {
    var lines = ["## \(title)", "", summary, "", "| kunci | isi | bawaan | arti |", "|---|---|---|---|"]
    for key in keys {
      let shown = key.show(usual)
      lines.append(
        "| `\(key.name)` | \(cell(key.form)) | \(shown.isEmpty ? "–" : "`\(shown)`") | \(cell(key.summary)) |")
    }
    return lines + [""]
  }

  private static var rules: [String] {
    var lines = [
      "## `aturan:`", "", ruleWords, "", "| aturan | kunci | isi | bawaan | arti |", "|---|---|---|---|---|",
    ]
    for id in RuleSettings.sections {
      let isRule = Rulebook.card(id: id) != nil
      for setting in RuleSettings.settings(of: id) ?? [] where !isRule || setting.key != "aktif" {
        let name = isRule ? "[`\(id)`](aturan/\(id).md)" : "`\(id)`"
        let cells = [name, "`\(setting.key)`", setting.allowedText, "`\(setting.standardText)`", setting.meaning]
        lines.append("| " + cells.map(cell).joined(separator: " | ") + " |")
      }
    }
    return lines
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static let opening = """
    # Setelan

    Semua kunci yang boleh ada di `padan.yaml`. Halaman ini dibuat oleh program (`make docs`); jangan disunting di sini.

    Kunci yang tidak dikenal, isi yang salah jenis, dan tanggal yang tidak mungkin dilaporkan sekaligus, dengan nomor \
    barisnya, dan tidak ada yang dijalankan. Tanpa `padan.yaml`, nama folder menentukan peran berkas dan semua setelan \
    memakai bawaan.

    """

  private static let sources = """
    Hanya untuk berkas yang belum cukup dijelaskan oleh folder dan judul kolomnya. Tiap butir daftar menyebut satu \
    berkas atau pola; butir yang menyebut jalur berkasnya persis yang dipakai, selain itu pola pertama yang cocok.

    ```yaml
    sumber:
      - berkas: kiriman/rsud-*.csv
        peran: kematian
        kolom:
          nama: [nama_depan, nama_belakang]
          tanggal_lahir: { kolom: tgl, bentuk: MM/DD/YYYY }
    ```

    Nama bidang: \(Field.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")).
    """

  private static let matching =
    "Ambang peluang untuk tiap keyakinan. Ubah hanya dengan alasan yang dicatat; nilainya masuk ke `manifest.json`."

  private static let ruleWords =
    "Setiap aturan juga punya kunci `aktif` (ya atau tidak). Arti tiap aturan ada di `docs/aturan/`."
}
