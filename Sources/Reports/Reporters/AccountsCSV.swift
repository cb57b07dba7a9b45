import Documents
import RollModel

/// `neraca.csv`: the balance of kabupaten, kecamatan and desa between the earlier roll and this one, men and women, in the
/// order of the daily form; only its header where there is no earlier roll.
package struct AccountsCSV: Reporter {
  package static let fileName = "neraca.csv"

  package init() {}

  static let columns: [String] =
    ["tingkat", "kode", "kecamatan", "desa"]
    + (["sebelumnya"] + AreaAccount.Origin.allCases.map { "baru_" + $0.key } + ["baru_jumlah", "masuk", "keluar"]
    + TMSCode.allCases.map { "tms_" + $0.columnName } + ["tms_jumlah", "hilang_tanpa_kode", "muncul_lagi", "sekarang"])
    .flatMap { [$0 + "_l", $0 + "_p"] }

  package func write(_ record: RunRecord, to sink: inout some ByteSink & ~Copyable) throws {
    var out = ByteWriter()
    let areas = record.data.lexicon.areas
    out.append(csvHeader: Self.columns + (areas.isProvince ? ["kabupaten"] : []))
    for account in record.accounts {
      let names = areas.names(of: account.key)
      out.append(text: areas.level(of: account.key).rawValue)
      for text in [names.code, names.kecamatan, names.desa] {
        out.append(44)
        out.append(csv: text)
      }
      for count in Self.counts(account) {
        for number in [count.men, count.women] {
          out.append(44)
          out.append(integer: number)
        }
      }
      if areas.isProvince {
        out.append(44)
        out.append(csv: areas.region(of: account.key))
      }
      out.append(10)
    }
    try sink.write(out)
  }

  private static func counts(_ account: AreaAccount) -> [SexCount] {
    [account.before] + account.new + [account.newInAll, account.came, account.left]
      + TMSCode.allCases.map { account.struck[$0] ?? SexCount() }
      + [account.struckInAll, account.gone, account.back, account.now]
  }
}
